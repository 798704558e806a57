"""The metadata file with which an archive opens well in Datasette: titles, what columns mean, what to sort by."""

from __future__ import annotations

import json
from typing import Any

LICENCE = "The reports belong to their publishers; cite, do not republish."
_TABLES: dict[str, dict[str, Any]] = {
    "reports": {
        "description": "News texts as they were read. Dates are ISO days; published_edtf keeps the precision.",
        "label_column": "label",
        "fts_table": "reports_fts",
        "fts_pk": "id",
        "sort_desc": "published",
        "facets": ["source", "published_basis"],
        "columns": {
            "key": "digest of text and source: the same report found twice is one row",
            "published_basis": "stated with the report, inferred, or unknown",
            "record": "every field as read, MessagePack",
            "label": "the title, or the beginning of the text",
        },
    },
    "stories": {
        "description": "Running stories; one that was merged points to the story that it became part of.",
        "label_column": "title",
        "sort_desc": "last_day",
        "columns": {"stale": "1: reports came since it was woven", "document": "the story document, zlib and JSON"},
    },
    "entries": {
        "description": "The timelines' lines, each resting on the sentences in evidence.",
        "sort": "first_day",
        "facets": ["status", "story"],
        "columns": {
            "edtf": "the date with its precision",
            "copies": "reports behind it",
            "texts": "independent texts among them",
        },
    },
    "evidence": {"description": "The sentences that entries rest on: text[start:end] of the report is the quote."},
    "found": {"description": "Where each report was found; one text may lie in many places."},
    "rejected": {"description": "What could not be read, with place and reason."},
    "commitments": {"description": "What was announced, requested, promised; when it is due and what became of it."},
    "changes": {"description": "What updates found: new entries, sources, dates that moved, plans due and settled."},
    "corrections": {"description": "A person's edits, kept apart from what was worked out."},
    "story_traces": {"description": "Stories that were merged or split."},
    "sources": {
        "description": "Where updates look: files and folders (path), feeds and pages; state: how each was left.",
        "label_column": "address",
    },
    "story_list": {"description": "The open stories, the newest first."},
    "timeline": {
        "description": "The timelines of all stories; choose one by its title.",
        "facets": ["story_title", "status"],
    },
    "cited_sentences": {
        "description": "Every sentence that a line of a timeline rests on, with its report.",
        "facets": ["source"],
    },
    "report_list": {"description": "The reports without their texts, with the story of each.", "facets": ["source"]},
}
_QUERIES: dict[str, dict[str, str]] = {
    "timeline_of_a_story": {
        "title": "The timeline of one story",
        "sql": "select date, status, text, place, reports, independent_texts from timeline where story = :story",
    },
    "open_plans": {
        "title": "Plans that are open, by the day on which they are due",
        "sql": "select due_last as due, kind, text, made, story from commitments where state = 'open' order by due",
    },
    "names": {
        "title": "People, organisations and places, by how many reports name them",
        "sql": "select name, kind, count(*) as reports, sum(mentions) as mentions from names "
        "group by name, kind order by reports desc, name limit 500",
    },
    "reports_that_name": {
        "title": "The reports that name somebody or some place (in small letters)",
        "sql": "select reports.id, published, source, label from names join reports on reports.id = names.report "
        "where name = :name order by published desc",
    },
}
_HIDDEN = tuple(
    """grouped names name_ends annotations files settings migrations grouping_events grouping_stories grouping_terms
    grouping_vectors grouping_index arrived arrived_places grouping_counters""".split()
)


def metadata(database: str) -> str:
    """The metadata of the archive whose file is ``database`` + ".db", as JSON."""
    tables = {**_TABLES, **{name: {"hidden": True} for name in _HIDDEN}}
    made = {
        "title": f"{database}: reports and stories",
        "license": LICENCE,
        "databases": {database: {"tables": tables, "queries": _QUERIES}},
    }
    return json.dumps(made, indent=2) + "\n"
