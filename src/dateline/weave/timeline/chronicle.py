"""Editors' own timelines among the reports: pages of dated lines.

"28 June 2009 Police question the doctor. 22 July 2009 The clinic is searched." Such a page is a source of its own: each
of its lines is an event on the day at its head, whatever other times it names. It is one text, however many days it
tells, so on each day it counts as one.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from dateline.model.annotations import Annotated, Sentence, Timex
from dateline.model.dates import DateSpan, date_span
from dateline.text.patterns import late

FEWEST_HEADS = 6
"""Lines with a date at their head from which a report may be such a page,"""

FEWEST_DAYS = 4
"""so many of them with a day, each another,"""

IN_ORDER = 0.8
"""this share of neighbours in one order, forward or back,"""

HEADS_SHARE = 0.12
"""and this share of its sentences headed by a date."""

MANY_HEADS, MANY_SHARE = 20, 0.08
"""With so many heads it may tell more of each day."""

SLIPS = 4
"""Heads from one with a wrong year in which another has the right one."""

PAGE = "timeline-page"
"""The rule that dates what such a line tells."""

_HEAD = late(
    r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?(?!\d))"
    r"(?:,? (?P<year>\d{4}))?"
    r"|[A-Z][a-z]{2,8} (?P<month_year>\d{4})|(?P<bare>\d{4})"
)
YEAR_HEAD = late(r"\d{4}\s+[A-Z]")
"""A line headed by a bare year: of such a page it is another line, whatever times it names."""

_AFTER = late(r"\s*[-–—:|]?\s+(?=[\"“'‘]?[A-Z])|\s*[-–—:|]\s*(?=[A-Z])")
_ALONE = late(r"[ \t]*\n")
_LINE_BEFORE = late(r"(?:^|\n|[.!?…][\"”’')]*\s|[·•|*]\s?|:\s)$")
_CAPTION_BEFORE = late(r"[a-z][\"”’')]*\s$")
_IN_A_SENTENCE = late(
    r"\b(?:in|on|of|by|at|from|since|until|till|to|and|or|between|during|before|after|early|late|mid|the)\s$"
)
LONGEST_BEFORE = 10
"""Characters before a date by which it is known for a line's head."""

_TRAILING = " \n·•|*"


class Line(msgspec.Struct, frozen=True):
    """A dated line, from its head to the end of its first sentence or to the next head; its words begin at ``told``."""

    start: int
    told: int
    end: int
    when: DateSpan


def lines(annotated: Annotated) -> tuple[Line, ...]:
    """The lines of a report that is such a page, in its order; none for any other report."""
    notes = annotated.notes
    if len(notes.timexes) < FEWEST_HEADS:
        return ()
    heads = list(_heads(annotated))
    share = HEADS_SHARE if len(heads) < MANY_HEADS else MANY_SHARE
    if len(heads) < max(FEWEST_HEADS, share * len(notes.sentences)):
        return ()
    heads = _in_the_year_of_its_neighbours(heads)
    dates = [when.start for _, _, when in heads]
    onward = sum(a <= b for a, b in itertools.pairwise(dates))
    if max(onward, len(dates) - 1 - onward) < IN_ORDER * (len(dates) - 1):
        return ()
    if len({when.start for _, _, when in heads if when.is_day}) < FEWEST_DAYS:
        return ()
    found = []
    starts = [sentence.start for sentence in notes.sentences]
    for number, (start, told, when) in enumerate(heads):
        following = heads[number + 1][0] if number + 1 < len(heads) else len(annotated.report.text)
        end = min(following, _sentence_end(notes.sentences, starts, told))
        end -= len(annotated.report.text[told:end]) - len(annotated.report.text[told:end].rstrip(_TRAILING))
        if end > told:
            found.append(Line(start, told, end, when))
    return tuple(found)


def _in_the_year_of_its_neighbours(heads: list[tuple[int, int, DateSpan]]) -> list[tuple[int, int, DateSpan]]:
    """The heads, where one has a slip of the pen for its year: "3 March 2014", "4 March 2013", "6 March 2014"."""
    mended = heads[:1]
    for number, (start, told, when) in enumerate(heads[1:], 1):
        before = mended[-1][2].start
        after = next((one.start for _, _, one in heads[number + 1 : number + SLIPS] if one.start[:4] == before[:4]), "")
        if when.is_day and when.start[:4] != before[:4] and after:
            slip = date_span(before[:4] + when.start[4:])
            if slip is not None and before <= slip.start <= after:
                when = slip
        mended.append((start, told, when))
    return mended


def without_head(text: str) -> str:
    """A line's words without the date at its head."""
    head = _HEAD.match(text)
    after = _AFTER.match(text, head.end()) if head else None
    return text[after.end() :] if after else text


def _sentence_end(sentences: tuple[Sentence, ...], starts: list[int], told: int) -> int:
    index = bisect_right(starts, told) - 1
    return sentences[index].end if index >= 0 else told


def _heads(annotated: Annotated) -> Iterator[tuple[int, int, DateSpan]]:
    """Yields (start of the head, start of what it heads, its date).

    A day without a year has the last head's, or, where the days run on, the year after it: "3 August 2015", "2 May".
    """
    text = annotated.report.text
    today = annotated.report.day.isoformat() if annotated.report.day else ""
    year = before_it = ""
    onward = 0
    for timex in annotated.notes.timexes:
        found = _HEAD.fullmatch(text, timex.start, timex.end)
        if timex.when is None or found is None:
            continue
        before = text[max(0, timex.start - LONGEST_BEFORE) : timex.start]
        stated = found["year"] or found["month_year"] or found["bare"] or ""
        caption = stated and _CAPTION_BEFORE.search(before) and not _IN_A_SENTENCE.search(before)
        if not (_LINE_BEFORE.search(before) or not before or caption):
            continue
        after = _AFTER.match(text, timex.end)
        if after is None and found["bare"] and _ALONE.match(text, timex.end):
            year, before_it = found["bare"], ""  # a year on a line of its own heads the days below it
        if after is None:
            continue
        when = timex.when if stated or not year else _in_year(timex, year)
        if when is not None and not stated and year and onward > 0 and when.start < before_it:
            next_year = _in_year(timex, f"{int(year) + 1:04}")
            if next_year is not None and (not today or next_year.start <= today):
                when, stated = next_year, next_year.start[:4]
        year = stated or year
        if when is not None:
            onward += (when.start > before_it) - (when.start < before_it) if before_it else 0
            before_it = when.start
            yield timex.start, after.end(), when


def _in_year(timex: Timex, year: str) -> DateSpan | None:
    if timex.when is None or not timex.when.is_day:
        return timex.when
    return date_span(year + timex.when.start[4:])
