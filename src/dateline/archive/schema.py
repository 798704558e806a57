"""The archive's tables, as numbered migrations. One that was released is never edited: add the next one."""

from __future__ import annotations

from typing import NamedTuple


class Migration(NamedTuple):
    """One step of the schema. ``number`` counts from 1; ``statements`` run in order, in one transaction."""

    number: int
    name: str
    statements: tuple[str, ...]


_REPORTS = (
    """CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE sources (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, address TEXT NOT NULL, mapping TEXT NOT NULL DEFAULT '{}',
        state TEXT NOT NULL DEFAULT '{}', UNIQUE (kind, address))""",
    """CREATE TABLE files (path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE reports (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, title TEXT, source TEXT, url TEXT,
        authors TEXT NOT NULL DEFAULT '[]', place TEXT, language TEXT, published TEXT, published_edtf TEXT,
        published_basis TEXT NOT NULL, updated TEXT, captured TEXT, text TEXT NOT NULL, record BLOB NOT NULL)""",
    """CREATE INDEX reports_sha256 ON reports (sha256)""",
    """CREATE INDEX reports_published ON reports (published, source)""",
    """CREATE INDEX reports_source ON reports (source)""",
    """CREATE INDEX reports_url ON reports (url)""",
    """CREATE TABLE found (
        report INTEGER NOT NULL REFERENCES reports (id), place TEXT NOT NULL, PRIMARY KEY (report, place))
        WITHOUT ROWID""",
    """CREATE TABLE rejected (
        id INTEGER PRIMARY KEY, place TEXT NOT NULL, level TEXT NOT NULL, reason TEXT NOT NULL,
        UNIQUE (place, reason))""",
    """CREATE VIRTUAL TABLE reports_fts USING fts5 (
        title, text, content='reports', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER reports_written AFTER INSERT ON reports BEGIN
        INSERT INTO reports_fts (rowid, title, text) VALUES (new.id, new.title, new.text); END""",
    """CREATE TRIGGER reports_deleted AFTER DELETE ON reports BEGIN
        INSERT INTO reports_fts (reports_fts, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text); END""",
)

_ANNOTATIONS = (
    """CREATE TABLE annotations (
        report INTEGER PRIMARY KEY REFERENCES reports (id), version TEXT NOT NULL, data BLOB NOT NULL)""",
    """CREATE INDEX annotations_version ON annotations (version)""",
    """CREATE TABLE names (
        name TEXT NOT NULL, kind TEXT NOT NULL, report INTEGER NOT NULL REFERENCES reports (id),
        mentions INTEGER NOT NULL, PRIMARY KEY (name, kind, report)) WITHOUT ROWID""",
    """CREATE INDEX names_report ON names (report)""",
    """CREATE TABLE name_ends (last TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (last, name)) WITHOUT ROWID""",
)

_STORIES = (
    """CREATE TABLE stories (
        id TEXT PRIMARY KEY, title TEXT, reports INTEGER NOT NULL DEFAULT 0, first_day TEXT, last_day TEXT,
        state TEXT NOT NULL DEFAULT 'open', into_story TEXT, stale INTEGER NOT NULL DEFAULT 1, woven_by TEXT,
        document BLOB) WITHOUT ROWID""",
    """CREATE TABLE story_traces (
        id INTEGER PRIMARY KEY, what TEXT NOT NULL, story TEXT NOT NULL REFERENCES stories (id),
        other TEXT NOT NULL REFERENCES stories (id), reports INTEGER NOT NULL)""",
    """CREATE INDEX story_traces_story ON story_traces (story)""",
    """CREATE INDEX story_traces_other ON story_traces (other)""",
    """CREATE TABLE entries (
        story TEXT NOT NULL REFERENCES stories (id), id TEXT NOT NULL, first_day TEXT, last_day TEXT,
        precision TEXT, edtf TEXT, status TEXT NOT NULL, text TEXT NOT NULL, weight REAL NOT NULL, place TEXT,
        copies INTEGER NOT NULL, texts INTEGER NOT NULL, PRIMARY KEY (story, id)) WITHOUT ROWID""",
    """CREATE INDEX entries_first_day ON entries (first_day)""",
    """CREATE TABLE evidence (
        story TEXT NOT NULL, entry TEXT NOT NULL, rank INTEGER NOT NULL,
        report INTEGER NOT NULL REFERENCES reports (id), start INTEGER NOT NULL, end INTEGER NOT NULL,
        quote TEXT NOT NULL, PRIMARY KEY (story, entry, rank),
        FOREIGN KEY (story, entry) REFERENCES entries (story, id)) WITHOUT ROWID""",
    """CREATE INDEX evidence_report ON evidence (report)""",
    """CREATE TABLE commitments (
        story TEXT NOT NULL REFERENCES stories (id), id TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
        text TEXT NOT NULL, made TEXT, due_first TEXT, due_last TEXT, told_due INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (story, id)) WITHOUT ROWID""",
    """CREATE INDEX commitments_due ON commitments (state, due_last)""",
    """CREATE TABLE changes (
        id INTEGER PRIMARY KEY, story TEXT REFERENCES stories (id), kind TEXT NOT NULL, day TEXT, text TEXT NOT NULL,
        data TEXT NOT NULL, told INTEGER NOT NULL DEFAULT 0)""",
    """CREATE INDEX changes_story ON changes (story)""",
    """CREATE INDEX changes_told ON changes (told)""",
    """CREATE TABLE corrections (
        id INTEGER PRIMARY KEY, story TEXT REFERENCES stories (id), what TEXT NOT NULL, data TEXT NOT NULL,
        who TEXT, made TEXT, why TEXT, undone INTEGER NOT NULL DEFAULT 0)""",
    """CREATE INDEX corrections_story ON corrections (story)""",
)

_GROUPING = (
    """CREATE TABLE grouped (
        report INTEGER PRIMARY KEY REFERENCES reports (id), day INTEGER, event INTEGER NOT NULL,
        story TEXT REFERENCES stories (id), links BLOB NOT NULL, back BLOB NOT NULL)""",
    """CREATE INDEX grouped_event ON grouped (event, story)""",
    """CREATE INDEX grouped_story ON grouped (story, day, event)""",
    """CREATE TABLE grouping_vectors (report INTEGER PRIMARY KEY REFERENCES reports (id), data BLOB NOT NULL)""",
    """CREATE TABLE grouping_events (id INTEGER PRIMARY KEY, story INTEGER NOT NULL)""",
    """CREATE INDEX grouping_events_story ON grouping_events (story)""",
    """CREATE TABLE grouping_stories (id INTEGER PRIMARY KEY, size INTEGER NOT NULL, volume REAL NOT NULL,
        links BLOB NOT NULL)""",
    """CREATE TABLE grouping_terms (term TEXT PRIMARY KEY, reports INTEGER NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE grouping_index (
        term TEXT NOT NULL, bucket INTEGER NOT NULL, part INTEGER NOT NULL, data BLOB NOT NULL,
        PRIMARY KEY (term, bucket, part)) WITHOUT ROWID""",
    """CREATE TABLE grouping_waiting (
        undated INTEGER NOT NULL, day TEXT NOT NULL, key TEXT NOT NULL,
        report INTEGER NOT NULL UNIQUE REFERENCES reports (id), features BLOB NOT NULL,
        PRIMARY KEY (undated, day, key)) WITHOUT ROWID""",
    """CREATE TABLE grouping_counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID""",
)

_VIEWS = (
    """CREATE VIEW story_list AS SELECT id AS story, title, reports, first_day, last_day FROM stories
        WHERE state = 'open' ORDER BY last_day DESC, id""",
    """CREATE VIEW timeline AS SELECT entries.story, stories.title AS story_title, entries.id AS entry,
        entries.edtf AS date, entries.first_day, entries.status, entries.text, entries.place,
        entries.copies AS reports, entries.texts AS independent_texts
        FROM entries JOIN stories ON stories.id = entries.story
        ORDER BY entries.story, entries.first_day, entries.weight DESC""",
    """CREATE VIEW cited_sentences AS SELECT evidence.story, evidence.entry, reports.source, reports.published,
        evidence.quote, reports.title, reports.url, evidence.report, evidence.start, evidence.end
        FROM evidence JOIN reports ON reports.id = evidence.report""",
    """CREATE VIEW report_list AS SELECT reports.id, reports.published, reports.source, reports.title, reports.url,
        grouped.story, (SELECT json_group_array(place) FROM found WHERE found.report = reports.id) AS found_in
        FROM reports LEFT JOIN grouped ON grouped.report = reports.id""",
)

_FOLLOWING = ("""CREATE INDEX found_place ON found (place)""",)

_LABELS = (
    """ALTER TABLE reports ADD COLUMN label TEXT GENERATED ALWAYS AS (
        coalesce(title, trim(substr(replace(text, char(10), ' '), 1, 60)) || '…')) VIRTUAL""",
)

_ARRIVALS = (
    """CREATE TABLE arrived (
        id INTEGER PRIMARY KEY, undated INTEGER NOT NULL, day TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
        report BLOB NOT NULL)""",
    """CREATE INDEX arrived_oldest_first ON arrived (undated, day, key)""",
    """CREATE TABLE arrived_places (key TEXT NOT NULL, place TEXT NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID""",
)

# Terms by number. What was grouped before keeps its stories, and its reports are placed anew by the next add or update.
_NUMBERED_TERMS = (
    """INSERT OR IGNORE INTO grouped (report, day, event, links, back)
        SELECT id, CAST(julianday(published) - 1721424.5 AS INTEGER), 0, x'80', x'80' FROM reports""",
    """UPDATE grouped SET event = 0, links = x'80', back = x'80'""",
    *(f"DROP TABLE {name}" for name in ("grouping_waiting", "grouping_terms", "grouping_index", "grouping_vectors")),
    *(f"DELETE FROM {name}" for name in ("grouping_counters", "grouping_events", "grouping_stories")),
    """CREATE TABLE grouping_terms (term INTEGER PRIMARY KEY, reports INTEGER NOT NULL, parts BLOB)""",
    """CREATE TABLE grouping_index (
        term INTEGER NOT NULL, bucket INTEGER NOT NULL, part INTEGER NOT NULL, data BLOB NOT NULL,
        PRIMARY KEY (term, bucket, part)) WITHOUT ROWID""",
    """CREATE TABLE grouping_vectors (report INTEGER PRIMARY KEY REFERENCES reports (id), data BLOB NOT NULL)""",
)

# Running stories by the strength of links. Stories keep their ids, and their reports are placed anew as above.
_STRONGER_LINKS = (
    """UPDATE grouped SET event = 0, links = x'80', back = x'80'""",
    *(f"DELETE FROM grouping_{name}" for name in ("counters", "events", "stories", "terms", "index", "vectors")),
)

# The beginnings of words get an index of their own, so that three letters and a * are found as soon as a word. It takes
# 1.5 KB a report; its time is won back where an ingest gathers more words (8 MB) before it writes them, and merges what
# it has written later.
_BEGINNINGS = (
    """DROP TABLE reports_fts""",
    """CREATE VIRTUAL TABLE reports_fts USING fts5 (title, text, content='reports', content_rowid='id', prefix='3',
        tokenize='unicode61 remove_diacritics 2')""",
    """INSERT INTO reports_fts (reports_fts, rank) VALUES ('hashsize', 8388608)""",
    """INSERT INTO reports_fts (reports_fts, rank) VALUES ('automerge', 8)""",
    """INSERT INTO reports_fts (reports_fts) VALUES ('rebuild')""",
)

# So few wait to be woven that looking for them must not cost a look at every story.
_STALE = ("""CREATE INDEX stories_stale ON stories (id) WHERE state = 'open' AND stale""",)

MIGRATIONS = (
    Migration(1, "reports and where they were found", _REPORTS),
    Migration(2, "annotations and names", _ANNOTATIONS),
    Migration(3, "stories, entries, evidence, corrections", _STORIES),
    Migration(4, "what the grouping knows", _GROUPING),
    Migration(5, "views for readers", _VIEWS),
    Migration(6, "reports by the place where they were found", _FOLLOWING),
    Migration(7, "a name for reports without a title", _LABELS),
    Migration(8, "reports that have arrived and wait for their turn", _ARRIVALS),
    Migration(9, "the grouping's terms by number", _NUMBERED_TERMS),
    Migration(10, "running stories by the strength of links", _STRONGER_LINKS),
    Migration(11, "an index of the beginnings of words", _BEGINNINGS),
    Migration(12, "an index of the stories to be woven", _STALE),
)
