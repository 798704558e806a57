"""The news layout of a text: which stretch is headline, byline, dateline, caption, sign-off, page furniture or story.

When in doubt a stretch is story. No word is ever left out: the blocks cover all of the text but its blanks.
"""

from __future__ import annotations

import re

import msgspec

from dateline.model.report import Block, BlockKind
from dateline.read import credits, furniture
from dateline.read.agencies import canonical
from dateline.read.datelines import DATELINE, INNER, PIPED, bare_place
from dateline.read.head_dates import (
    AIRED,
    HEAD_DATE,
    HINT,
    MONTH_DAY,
    STAMP,
    StatedDate,
    day_number,
    day_of,
    month_number,
)
from dateline.read.paragraphs import paragraphs

HEAD = 400
"""Characters. In newswire copy whose line breaks were lost, the dateline stands within these (longest seen: 370)."""
LONGEST_HEADLINE = 160
HEAD_PARAGRAPHS = 8
"""A headline, a byline, a date, a caption, a credit and a few lines of furniture; after that the story has begun."""

_QUOTES = "\"'”’»)"
_TITLE_CASE = re.compile(r"\b[A-Za-z]\w{3,}")


class Layout(msgspec.Struct, frozen=True):
    """What :func:`lay_out` recognised. ``title`` is the headline's words; ``date`` what the text states of its day."""

    blocks: tuple[Block, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    source: str | None = None
    date: StatedDate | None = None


def lay_out(text: str) -> Layout:
    """The news layout of ``text``."""
    return _Work(text).layout()


class _Work:
    """One text while it is laid out."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.authors: list[str] = []
        self.place: str | None = None
        self.agency: str | None = None
        self.credit: str | None = None
        self.outlet: str | None = None
        self.date: StatedDate | None = None
        self.title: str | None = None
        self.began = False
        self.signed = False

    def layout(self) -> Layout:
        parts = paragraphs(self.text)
        for number, (start, end) in enumerate(parts):
            if not self.began and number < HEAD_PARAGRAPHS:
                self._head(start, end, parts[number + 1] if number + 1 < len(parts) else None)
            else:
                self._later(start, end)
        self._keep_a_story()
        source = self.agency or self.outlet or self.credit
        return Layout(tuple(self.blocks), self.title, tuple(self.authors), self.place, source, self.date)

    # the head

    def _head(self, start: int, end: int, following: tuple[int, int] | None) -> None:
        """One paragraph before the story has begun; what leads it is peeled off piece by piece."""
        text = self.text
        if self._whole_line(start, end):
            return
        at = self._dates(start, end)
        at = self._byline_head(at, end)
        at = self._dateline(at, end)
        if at == start and not self.blocks_of("dateline"):
            at = self._glued(start, end)
        if at >= end:
            return
        if at == start and self._is_headline(start, end, following):
            self.title = self.title or " ".join(text[start:end].split())
            self._add("headline", start, end)
            return
        self.began = True
        self._later(at, end)

    def _whole_line(self, start: int, end: int) -> bool:
        """A byline, caption, credit or furniture that fills its line."""
        line = self.text[start:end]
        if len(line) <= 200 and (found := credits.BYLINE.match(line)):
            self._authors(credits.byline_names(found["names"]))
            self.outlet = self.outlet or credits.agency_in(found["rest"] or "")
            self._add("byline", start, end)
            return True
        return self._furniture_or_picture(start, end)

    def _furniture_or_picture(self, start: int, end: int) -> bool:
        size = end - start
        if size > credits.LONGEST_CAPTION or self.text[end - 1] == "." and size > furniture.LONGEST:
            return False
        line = self.text[start:end]
        kind: BlockKind
        if furniture.is_line(line) or furniture.COMMENT_HEAD.fullmatch(line):
            if not self.began and (found := HEAD_DATE.search(line)) and day_of(found):
                self._state(found, start, "page label", 0.85, updated="updated" in line[:12].lower())
            kind = "furniture"
        elif credits.CREDIT_LINE.match(line):
            kind = "credit"
            self.credit = self.credit or credits.agency_in(line)
        elif line[-1] not in ".!?" and (found := credits.CAPTION.search(line)):
            kind = "caption"
            self.credit = self.credit or credits.agency_in(found[0])
        else:
            return False
        self._add(kind, start, end)
        return True

    def _dates(self, at: int, end: int) -> int:
        """Peels date, label and clock from the front; answers where the rest begins."""
        found = HEAD_DATE.match(self.text, at, end)
        if not found:
            piped = PIPED.match(self.text, at, end)
            if not piped:
                return at
            self.place = self.place or piped["place"]
            self._add("dateline", at, piped.end("place"))
            return self._dates(piped.end(), end)
        stop = self._blank(found.end(), end)
        rest = self.text[stop : stop + 2]
        day = day_of(found)
        strong = bool(found["label"] or found["clock"] or found["before"])
        if day is None or not (stop >= end or strong or rest[0].isupper() or rest[0] in "|-–—\"“'‘("):
            return at
        if not strong and rest[:1] == "(":
            return at
        rule = "page stamp" if found["clock"] or found["before"] else "date label" if found["label"] else "date line"
        self._state(found, 0, rule, 0.97 if strong else 0.93)
        label = furniture.HEAD_LABEL.match(self.text, stop, end)
        self._add("date", at, found.end())
        if label:
            self._add("furniture", stop, label.end())
            if self.date:
                self.date = msgspec.structs.replace(self.date, confidence=0.9, updated=True)
            stop = label.end()
        while stop < end and self.text[stop] in "|-–—,: \n":
            stop += 1
        if self.text[found.end() : stop].strip():
            self._widen(stop)
        if place_end := bare_place(self.text, stop, end):
            if not DATELINE.match(self.text, stop, end):
                self.place = self.place or self.text[stop:place_end]
                self._add("dateline", stop, place_end)
                return self._blank(place_end, end)
        return stop

    def _byline_head(self, at: int, end: int) -> int:
        found = credits.BYLINE_HEAD.match(self.text, at, end)
        if not found:
            return at
        self._authors(credits.byline_names(found["names"]))
        self.outlet = self.outlet or credits.agency_in(found["rest"])
        self._add("byline", at, found.end())
        return found.end()

    def _dateline(self, at: int, end: int) -> int:
        found = DATELINE.match(self.text, at, end)
        if not found:
            return at
        place = found["place"] or found["place2"] or found["place3"]
        if found["place3"] and (len(place) < 4 or place.split()[0] in ("NATO", "BREAKING", "UPDATE", "EXCLUSIVE")):
            return at
        self.place = self.place or place
        by = found["by"] or found["by2"]
        if by:
            self.agency = self.agency or canonical(by)
        for name in ("day", "day2", "day3"):
            if found[name]:
                self._month_day(found.start(name), found.end(name))
        self._add("dateline", at, found.end())
        return found.end()

    def _glued(self, start: int, end: int) -> int:
        """Finds stamp or dateline inside the first words of a text whose line breaks were lost."""
        stop = min(end, start + HEAD)
        head = self.text[start:stop]
        stamp = STAMP.search(head) or AIRED.search(head) if HINT.search(head) else None
        inner = INNER.search(head) if "(" in head else None
        if stamp and day_of(stamp) and not (inner and inner.start() < stamp.start()):
            begin = start + stamp.start()
            piped = re.search(PIPED.pattern.split(r"\s\|\s")[0] + r"\s\|\s$", head[: stamp.start()], re.VERBOSE)
            if piped:
                begin = start + piped.start()
            self._before(start, begin)
            at = self._dates(begin, end)
            if at > begin:
                return self._dateline(at, end)
            return start
        if inner:
            self._before(start, start + inner.start())
            return self._dateline(start + inner.start(), end)
        return start

    def _before(self, start: int, end: int) -> None:
        """Head matter in front of a glued date or dateline: credit, headline, byline."""
        words = self.text[start:end]
        byline = credits.BYLINE_TAIL.search(words)
        if byline:
            self._authors(credits.byline_names(byline["names"]))
            self._head_matter(start, start + byline.start())
            self._add("byline", start + byline.start(), end)
        else:
            self._head_matter(start, end)

    def _head_matter(self, start: int, end: int) -> None:
        words = self.text[start:end].strip()
        if not words:
            return
        if credits.CREDIT_LINE.match(words):
            self._add("credit", start, end)
        elif len(words) <= LONGEST_HEADLINE and words[-1] not in ".!" and ". " not in words:
            self.title = self.title or " ".join(words.split())
            self._add("headline", start, end)
        else:
            self._add("body", start, end)

    def _is_headline(self, start: int, end: int, following: tuple[int, int] | None) -> bool:
        """A short first line that is no sentence: without a full stop, or in Title Case over a blank line."""
        if following is None or end - start > LONGEST_HEADLINE or self.title:
            return False
        line = self.text[start:end].rstrip(_QUOTES)
        if not line or line[-1] in ":,;…":
            return False
        if line[-1] not in ".!?":
            return True
        if "\n\n" not in self.text[end : following[0]]:
            return False
        long = _TITLE_CASE.findall(line)
        return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)

    # after the head

    def _later(self, start: int, end: int) -> None:
        """A paragraph of the story, of what follows it, or furniture within it."""
        text = self.text
        if self._furniture_or_picture(start, end):
            return
        if end - start < 400 and credits.SIGN_OFF_LINE.match(text, start, end):
            self._sign(start, end)
            return
        at = start
        if "(" in text[start:end]:
            for found in credits.SIGN_OFF.finditer(text, start, end):
                self._add("body", at, found.start())
                self._sign(found.start(), found.end())
                at = found.end()
        if at >= end:
            return
        if self.signed and text[end - 1] not in '.!?"”’)' and end - at <= 400:
            self._add("furniture", at, end)
        else:
            self._add("body", at, end)

    def _sign(self, start: int, end: int) -> None:
        self.signed = True
        self._authors(credits.reporters(self.text[start:end]))
        self._add("signoff", start, end)

    # small steps

    def blocks_of(self, kind: BlockKind) -> bool:
        return any(block.kind == kind for block in self.blocks)

    def _add(self, kind: BlockKind, start: int, end: int) -> None:
        words = self.text[start:end]
        bare = words.strip()
        if bare:
            start += words.index(bare[0])
            self.blocks.append(Block(kind, start, start + len(bare)))

    def _widen(self, end: int) -> None:
        """Lets the last block take the separators behind it."""
        last = self.blocks[-1]
        words = self.text[last.start : end].rstrip()
        self.blocks[-1] = Block(last.kind, last.start, last.start + len(words))

    def _blank(self, at: int, end: int) -> int:
        while at < end and self.text[at].isspace():
            at += 1
        return at

    def _authors(self, names: tuple[str, ...]) -> None:
        self.authors.extend(name for name in names if name not in self.authors)

    def _state(self, found: re.Match[str], base: int, rule: str, confidence: float, *, updated: bool = False) -> None:
        if self.date and self.date.day:
            return
        day = day_of(found)
        self.date = StatedDate(
            base + found.start("date"), base + found.end("date"), day, rule, confidence, updated=updated
        )

    def _month_day(self, start: int, end: int) -> None:
        if self.date and self.date.day:
            return
        found = MONTH_DAY.match(self.text, start, end)
        if not found:
            return
        month, day = month_number(found["m"] or found["m_"]), day_number(found["d"] or found["d_"])
        if found["y"] and (full := HEAD_DATE.match(self.text, start, end)) and day_of(full):
            self._state(full, 0, "dateline", 0.95)
        else:
            self.date = StatedDate(start, end, None, "dateline", 0.9, month_day=f"{month:02}-{day:02}")

    def _keep_a_story(self) -> None:
        """A text that would be nothing but head keeps its longest headline, caption or unclear line as the story."""
        if any(block.kind == "body" for block in self.blocks) or not self.blocks:
            return
        longest = max(range(len(self.blocks)), key=lambda n: self.blocks[n].end - self.blocks[n].start)
        block = self.blocks[longest]
        if block.kind in ("headline", "furniture"):
            self.blocks[longest] = Block("body", block.start, block.end)
