"""Quantities: numbers with what they count, their bound and their unit.

A number that names rather than counts is none: years, dates, clock times, ages, ordinals, "Resolution 1973", scores.
A duration belongs to the time expressions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.annotate.quantities.bounds import AFTER, bound_before
from dateline.annotate.quantities.counted import COUNTED_TIMES, counted_after, counted_before, counted_otherwise
from dateline.annotate.quantities.naming import is_score, names_something
from dateline.annotate.quantities.numbers import CANDIDATE, IN_FIGURES, IN_WORDS, NUMBER, PARTS, RANGE, STARTS, value_of
from dateline.annotate.quantities.units import MONEY, MONEY_NEXT, lead, unit_after
from dateline.annotate.tokens import pieces
from dateline.model.annotations import Quantity, Sentence, Timex

_THE_NUMBER = re.compile(
    r"\b(?:number|figure|total|count|toll)\s(?:(?:was|is|to\sbe|as|at|nearer|closer\sto)\s)+$", re.IGNORECASE
)
"""What stands for what was counted just before: "put the number at about 20"."""

_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_PART = re.compile(r"[\s-](third|quarter|fifth|tenth)s?\b(?=\s+of)")
_TALLY = re.compile("toll|turnout|magnitude|number of")
_BREAK = re.compile(r"[\s-]")
_TIME_UNITS = frozenset(
    """second seconds minute minutes hour hours day days night nights week weeks month months year years decade decades
    century centuries weekend weekends a.m p.m am pm gmt time times o'clock""".split()
)
_PEOPLE = frozenset(
    """person man woman child boy girl soldier policeman officer civilian dead killed death injured wounded missing
    body victim passenger survivor worker other seat vote people""".split()
)
"""What "one" counts; elsewhere it is mostly a pronoun or an article."""


def find_quantities(text: str, sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> tuple[Quantity, ...]:
    """The quantities in the sentences given, in order. None overlaps a time expression."""
    found: list[Quantity] = []
    timex_at = 0
    for sentence in sentences:
        reached = sentence.start
        words = pieces(text[sentence.start : sentence.end])
        if STARTS.isdisjoint(words):
            continue
        opens = IN_FIGURES if IN_WORDS.isdisjoint(words) else CANDIDATE
        for candidate in opens.finditer(text, sentence.start, sentence.end):
            start = candidate.start()
            if text[start] == "$":
                start = _with_sign(text, start, sentence.start)
            number = NUMBER.match(text, start, sentence.end) if start >= reached else None
            if number is None:
                continue
            while timex_at < len(timexes) and timexes[timex_at].end <= start:
                timex_at += 1
            timed = timex_at < len(timexes) and timexes[timex_at].start < number.end()
            if timed and not _untimed(text, start, number.end(), sentence, timexes[timex_at]):
                continue
            before = found[-1] if found and found[-1].start >= sentence.start else None
            made = _quantity(text, number, start, sentence) or _again(text, number, start, sentence, before)
            if made is not None:
                found.append(made)
                reached = made.what.end if made.what and made.what.start > made.start else made.end
                if made.rule == "part":
                    reached = made.end
    return tuple(found)


def _untimed(text: str, start: int, end: int, sentence: Sentence, timex: Timex) -> bool:
    """Whether what reads like a time counts something: a lead in seconds, "tested 31 times"."""
    if timex.type == "DURATION":
        return lead(text, start, end, sentence.end) is not None
    return timex.type == "SET" and bool(COUNTED_TIMES.search(text[max(sentence.start, start - 24) : start]))


def _again(
    text: str, number: re.Match[str], start: int, sentence: Sentence, before: Quantity | None
) -> Quantity | None:
    """Another value for what the sentence has just counted: "put the number at about 20"."""
    if before is None or before.what is None or before.unit is not None or number["sign"]:
        return None
    bound, from_ = bound_before(text, start, sentence.start)
    value = value_of(number["digits"], number["words"], number["scale"])
    if value is None or not _THE_NUMBER.search(text[max(sentence.start, from_ - 40) : from_]):
        return None
    return Quantity(from_, number.end(), value, bound, None, None, before.what, "number")


def _with_sign(text: str, start: int, floor: int) -> int:
    """The start of a number with the letters before its dollar sign: "US$"."""
    for prefix in ("US", "NZ", "HK", "C", "A", "S", "R"):
        if start - len(prefix) >= floor and text.startswith(prefix, start - len(prefix)):
            return start - len(prefix)
    return start


def _quantity(text: str, number: re.Match[str], start: int, sentence: Sentence) -> Quantity | None:
    digits, spelt, scale, sign = number["digits"], number["words"], number["scale"], number["sign"]
    end, rule = number.end(), "digits" if digits else "words"
    if scale and len(scale) <= 2 and not sign and scale.lower() == "m" and not MONEY_NEXT.match(text, end):
        end, scale = number.start("scale"), None  # "400 m": metres, unless money
        end -= len(text[start:end]) - len(text[start:end].rstrip())
    value = value_of(digits, spelt, scale)
    if value is None:
        return None
    follows = text[end : min(end + 12, sentence.end)]
    part = _PART.match(follows) if spelt and value < 10 else None
    if part:
        value, end, rule = value * PARTS[part[1]], end + part.end(), "fraction"
    elif names_something(text, start, follows, digits, scale, sign, sentence):
        return None
    bound, from_ = bound_before(text, start, sentence.start)
    high = None
    between = _BETWEEN.search(text[max(sentence.start, start - 9) : start])
    ranged = RANGE.match(text, end, sentence.end)
    if ranged and (between or ranged[0].strip()[:3].lower() != "and"):
        top = value_of(*_either(ranged["high"]), ranged["scale"])
        if top is not None and ranged["scale"] and not scale and top / value > 1000:
            value *= top / value_of_plain(ranged["high"])
        if top is not None and value < top <= value * 1000 and not is_score(text, end, ranged, sign):
            high, end, rule = top, ranged.end(), "range"
    elif between:
        return None
    unit, end = unit_after(text, end, sign, sentence.end, start)
    after = AFTER.match(text, end, sentence.end)
    if after and after.lastgroup and bound == "exact":
        bound, end = {"least": "at least", "most": "at most", "about": "about"}[after.lastgroup], after.end()  # type: ignore[assignment]
    if unit == "GBP" and not sign and not scale and not MONEY.search(text, sentence.start, sentence.end):
        unit = "lb"
    what = counted_after(text, end, sentence.end, unit)
    if what is not None and unit is None and text.startswith(" of the ", end) and text[end + 8].isdigit():
        rule = "part"
    if what is not None and unit is None and text[what.start : what.end].lower().startswith("times"):
        what = None
    named = None if what is not None or unit is not None else counted_otherwise(text, from_, end, sentence)
    if named is not None:
        return Quantity(from_, end, value, bound, high, None, named, "named")
    if what is None and unit in ("second", "minute"):
        rule = "margin"
    elif what is None:
        what = counted_before(text, from_, sentence.start)
    if rule == "words" and value == 0.5 and unit is None and text[end : end + 3] != " of":
        return None
    if what is None and unit is None:
        return None
    if what is not None and what.end <= from_ and unit is None and not _TALLY.search(text, what.start, what.end):
        return None  # "rose to 75" of a bare noun counts too many things
    if what is not None and unit is None:
        head = text[what.start : what.end].lower()
        first = _BREAK.split(head, maxsplit=1)[0]
        if first.rstrip(".") in _TIME_UNITS or head.split()[-1] in _TIME_UNITS:
            return None
        if spelt and value == 1 and first not in _PEOPLE and head.split()[-1] not in _PEOPLE:
            return None
        if spelt and spelt.lower() in ("a half", "half"):
            rule = "fraction"
    return Quantity(from_, end, value, bound, high, unit, what, rule)


def value_of_plain(written: str) -> float:
    """The value of a number without its scale word; 1 where it has none."""
    return value_of(*_either(written), None) or 1.0


def _either(written: str) -> tuple[str | None, str | None]:
    return (written, None) if written[0].isdigit() else (None, written)
