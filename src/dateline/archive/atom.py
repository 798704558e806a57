"""The latest changes as an Atom feed (RFC 4287), for a reader or a chat."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from dateline.archive.changes import Change
from dateline.archive.telling import LABELS, sentence

EPOCH = "1970-01-01"
"""The day of a change that names none; a feed must have one."""


def feed(changes: Sequence[Change], name: str) -> bytes:
    """The feed of an archive. An entry's id is the change's own, so that no reader shows it twice.

    ``updated`` is the day that a change is about, not the clock's time: the same archive gives the same bytes.
    """
    newest = max((_day(change) for change in changes), default=EPOCH)
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n',
        f"  <id>urn:dateline:{escape(_token(name))}</id>\n  <title>{escape(f'What changed: {name}')}</title>\n",
        f"  <updated>{newest}T00:00:00Z</updated>\n  <author><name>dateline</name></author>\n",
        *(_entry(change, name) for change in changes),
        "</feed>\n",
    ]
    return _printable("".join(parts)).encode()


def _entry(change: Change, name: str) -> str:
    title = f"{LABELS[change.kind]}: {change.title or change.text}"
    term = quoteattr(change.kind)
    return (
        f"  <entry>\n    <id>urn:dateline:{escape(_token(name))}:change:{change.number}</id>\n"
        f"    <title>{escape(title)}</title>\n    <updated>{_day(change)}T00:00:00Z</updated>\n"
        f'    <category term={term}/>\n    <content type="text">{escape(sentence(change))}</content>\n  </entry>\n'
    )


def _day(change: Change) -> str:
    """The first whole ISO day in what a change is about."""
    day = (change.day or "").split("/")[0].rstrip("?~%")
    return day if len(day) == 10 and day.replace("-", "").isdigit() else EPOCH


def _token(name: str) -> str:
    return "".join(char if char.isalnum() or char in "-_." else "-" for char in name)


def _printable(text: str) -> str:
    """Without the control characters that XML does not allow."""
    return "".join(char for char in text if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff"))
