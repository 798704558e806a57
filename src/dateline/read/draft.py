"""The layout of one text while it is worked out: blocks so far, and what they say about the report."""

from __future__ import annotations

import re

import msgspec

from dateline.model.report import Block, BlockKind
from dateline.read.agencies import canonical
from dateline.read.head_dates import HEAD_DATE, MONTH_DAY, StatedDate, day_number, day_of, month_number


class Layout(msgspec.Struct, frozen=True):
    """A text's news layout. ``title``: the headline's words; ``date``: what the text states of its own day."""

    blocks: tuple[Block, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    source: str | None = None
    date: StatedDate | None = None


class Draft:
    """Collects blocks in order and the facts that they state; the first statement of each fact stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.authors: list[str] = []
        self.title: str | None = None
        self.place: str | None = None
        self.agency: str | None = None
        self.outlet: str | None = None
        self.credit: str | None = None
        self.date: StatedDate | None = None
        self.signed = False

    def add(self, kind: BlockKind, start: int, end: int) -> None:
        """Adds ``text[start:end]`` without the blanks around it; nothing where it is blank."""
        words = self.text[start:end]
        bare = words.strip()
        if bare:
            start += words.index(bare[0])
            self.blocks.append(Block(kind, start, start + len(bare)))

    def headline(self, start: int, end: int) -> None:
        self.title = self.title or " ".join(self.text[start:end].strip(" \n|").split()) or None
        self.add("headline", start, end)

    def people(self, names: tuple[str, ...]) -> None:
        self.authors.extend(name for name in names if name not in self.authors)

    def dateline(self, start: int, end: int, place: str | None, agency: str | None) -> None:
        if place and (self.place is None or self.place.endswith(f" {place}")):
            # a headline's last word in capitals may have stuck to the first place: "WHO GENEVA | ... GENEVA (Reuters)"
            self.place = place
        if agency:
            self.agency = self.agency or canonical(agency)
        self.add("dateline", start, end)

    def state(
        self, found: re.Match[str], rule: str, confidence: float, *, base: int = 0, updated: bool = False
    ) -> None:
        """Takes a full date that the text states of itself, unless one stands already."""
        day = day_of(found)
        if day and not (self.date and self.date.day):
            start, end = found.span("date")
            self.date = StatedDate(base + start, base + end, day, rule, confidence, updated=updated)

    def state_month_day(self, start: int, end: int, rule: str = "dateline") -> None:
        """Takes a dateline's day ("Oct 26", with or without a year)."""
        if self.date and self.date.day:
            return
        full = HEAD_DATE.match(self.text, start, end)
        if full and day_of(full):
            self.state(full, "dateline", 0.95)
        elif found := MONTH_DAY.match(self.text, start, end):
            try:
                month, day = month_number(found["m"] or found["m_"]), day_number(found["d"] or found["d_"])
            except ValueError:  # "Marine 6" looks like a month and is none
                return
            self.date = StatedDate(start, end, None, rule, 0.9, month_day=f"{month:02}-{day:02}")

    def layout(self) -> Layout:
        """What has been found. A text of nothing but head keeps its longest unclear stretch as the story."""
        if self.blocks and not any(block.kind == "body" for block in self.blocks):
            longest = max(range(len(self.blocks)), key=lambda n: self.blocks[n].end - self.blocks[n].start)
            block = self.blocks[longest]
            if block.kind in ("headline", "furniture", "caption"):
                self.blocks[longest] = Block("body", block.start, block.end)
        source = self.agency or self.outlet or self.credit
        return Layout(tuple(self.blocks), self.title, tuple(self.authors), self.place, source, self.date)
