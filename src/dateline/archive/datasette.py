"""The metadata file with which an archive opens well in Datasette: titles, what columns mean, what to sort by."""

from __future__ import annotations

import json
from typing import Any

LICENCE = "The reports belong to their publishers; cite, do not republish."
_TABLES: dict[str, dict[str, Any]] = {
    "reports": {
        "description": "News texts as they were read. Dates are ISO days; published_edtf keeps the precision.",
        "label_column": "title",
        "sort_desc": "published",
        "facets": ["source", "published_basis"],
        "columns": {
            "key": "digest of text and source: the same report found twice is one row",
            "published_basis": "stated with the report, inferred, or unknown",
            "record": "every field as read, MessagePack",
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
}
_HIDDEN = tuple(
    """grouped names name_ends annotations files settings migrations grouping_events grouping_stories grouping_terms
    grouping_vectors grouping_index grouping_waiting grouping_counters""".split()
)


def metadata(database: str) -> str:
    """The metadata of the archive whose file is ``database`` + ".db", as JSON."""
    tables = {**_TABLES, **{name: {"hidden": True} for name in _HIDDEN}}
    made = {
        "title": f"{database}: reports and stories",
        "license": LICENCE,
        "databases": {database: {"tables": tables}},
    }
    return json.dumps(made, indent=2) + "\n"
