"""A report: one news text as given, with what its source states about it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from dateline.model.evidence import Evidence, Span

BlockKind = Literal["date", "headline", "byline", "dateline", "body", "caption", "credit", "signoff", "furniture"]
"""What a stretch of a report's text is for.

``date``: a line or head that states the day ("date 2011-10-26", "Wed Sep 14, 2011 2:06 pm EDT"). ``dateline``: place,
day and agency before the story ("BRUSSELS, Oct 26 (Reuters) -"). ``caption``: the words under a picture, its credit
included. ``credit``: an agency's or photographer's line by itself. ``signoff``: "(Reporting by ...; editing by ...)".
``furniture``: what belongs to the page ("Last updated at", "Send us your comments"). The story is ``body``.
"""

Basis = Literal["stated", "inferred", "unknown"]


class Block(msgspec.Struct, frozen=True):
    """One stretch of the text and what it is for. Blocks are in order, do not overlap, and leave out only blanks.

    A ``body`` block is one paragraph of the story, whatever the line breaks inside it.
    """

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Publication(msgspec.Struct, frozen=True):
    """When a report was published, as far as that is known.

    ``date``: the day, or None where only a window (``earliest`` .. ``latest``) or nothing is known. ``basis``:
    ``stated`` with the report, ``inferred`` from what it and its siblings say, or ``unknown``. ``because``: the places
    that it rests on (may be empty only where metadata states it, or nothing is known). ``confidence``: 0..1.
    """

    date: dt.date | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    precision: Literal["day", "week", "month", "year"] | None = None
    edtf: str | None = None
    basis: Basis = "unknown"
    because: tuple[Evidence, ...] = ()
    rule: str = ""
    confidence: float = 0.0


class Report(msgspec.Struct, frozen=True):
    """One news text as given.

    ``id``: "r" and a number in a story document; before that, a digest of text and origin. ``text``: the file's words;
    only a leading byte-order mark is gone and line ends are LF. ``file``: the input's name as given, ``url`` where it
    has one. ``source``: publisher or agency. ``dateline``: the place named there. ``blocks``: the news layout, by
    :mod:`dateline.read.news_layout`. ``partial``: a teaser or a summary, not the whole report. Equality is that of all
    fields.
    """

    id: str
    text: str
    sha256: str
    file: str | None = None
    url: str | None = None
    source: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    language: str | None = None
    published: Publication = Publication()
    updated: str | None = None
    captured: str | None = None
    blocks: tuple[Block, ...] = ()
    partial: bool = False

    @property
    def day(self) -> dt.date | None:
        """The day on which it was published; None where no day is known."""
        return self.published.date
