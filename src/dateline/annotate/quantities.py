"""Quantities: numbers with what they count, their bound and their unit.

A number that names rather than counts is none: years, dates, clock times, ages, ordinals, "Resolution 1973", scores.
A duration belongs to the time expressions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.annotate.quantities_numbers import (
    CANDIDATE,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MEASURES,
    NUMBER,
    PARTS,
    RANGE,
    STARTS,
    value_of,
)
from dateline.annotate.status_tokens import kind_of
from dateline.annotate.tokens import TOKEN, pieces
from dateline.model.annotations import Bound, Quantity, Sentence, Timex
from dateline.model.evidence import Span

_BOUND = re.compile(
    r"""\b(?: (?P<more>more\ than|over|above|exceed(?:s|ing|ed)|upwards?\ of|in\ excess\ of|just\ over|well\ over
                |topp(?:ed|ing)|north\ of|surpass(?:ed|ing))
          | (?P<least>at\ least|no\ fewer\ than|no\ less\ than|a\ minimum\ of)
          | (?P<many>as\ many\ as|as\ much\ as|up\ to)
          | (?P<most>at\ most|no\ more\ than|not\ more\ than|a\ maximum\ of)
          | (?P<less>less\ than|fewer\ than|under|below|just\ under)
          | (?P<about>about|around|some|roughly|approximately|an?\ estimated|estimated|close\ to|nearly|almost
                |virtually|an\ average\ of|perhaps) )
        (?:\ (?:a|an|the|another|about|around|some|estimated|additional|extra|further))?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_BOUNDS: dict[str, Bound] = {
    "more": "more than", "least": "at least", "many": "as many as", "most": "at most", "less": "less than",
    "about": "about",
}  # fmt: skip
_REACH = 34
"""Characters before a number in which a bound may stand; the longest is "in excess of an additional "."""

_AFTER = re.compile(r"\s+or\s+(?:(?P<least>more|over)|(?P<most>less|fewer)|(?P<about>so))\b", re.IGNORECASE)
_UNIT = re.compile(r"[\s-]?(?P<unit>%|[A-Za-z]+)(?P<more>\s(?:cent|points?))?(?!\w)")
_MONEY_NEXT = re.compile(r"\s(?:US\s)?(?:euros?|dollars?|pounds?|yen|roubles?|rupees?|francs?|crowns|kronor|pesos?)\b")
_NATION = re.compile(r"\s(?:US|U\.S\.|Canadian|Australian|Hong\sKong|Singapore|Swiss|Mexican|Taiwan)\s(?=\w)")
_NAMES_IT = re.compile(
    r"(?:\b(?:no|nos|number|article|resolution|chapter|section|page|channel|flight|route|highway|room|level|phase|"
    r"group|class|act|clause|part|act|version|type|grade|aged|age|ages|at|top|day|game|line|gate|bus|apollo|boeing|"
    r"airbus|psalm|verse|item|title|rule|round|stage|category|magnitude|scale|under-)\.?\s|[#№])$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|s)\b|['’]s\b|:\d|/\d|-?(?:year|month|week|day|hour|minute)s?(?:-old|\sold\b)|-day\b"
)
_TIME_UNITS = frozenset(
    """second seconds minute minutes hour hours day days night nights week weeks month months year years decade decades
    century centuries weekend weekends a.m p.m am pm gmt time times o'clock""".split()
)
_YEARS = range(1500, 2101)
_PLACED = frozenset("in at near from of on around across for".split())
_PEOPLE = frozenset(
    """person man woman child boy girl soldier policeman officer civilian dead killed death injured wounded missing
    body victim passenger survivor worker other seat vote people""".split()
)
"""What "one" counts; elsewhere it is mostly a pronoun or an article."""

_STATES = frozenset(
    """dead killed injured wounded missing hurt arrested detained homeless displaced hospitalised hospitalized infected
    trapped confirmed evacuated rescued stranded alive freed released crossed saved sickened ill sick""".split()
)
_BE = frozenset("was were are is been being have has had be remain remained remains".split())
_ORDINALS = frozenset("first second third last next previous same".split())
_PERIODS = frozenset("quarter half year months month weeks week period season days day".split())
_MONEY = re.compile(
    r"\b(?:fine[ds]?|pa(?:y|ys|id)|cost\w*|bought|buy\w*|worth|s[oe]ld|sell\w*|bonus\w*|price\w*|salar\w+|pence|loss\w*"
    r"|lost|profit\w*|bank\w*|budget\w*|tax\w*|debt\w*|fund\w*|invest\w*|earn\w*|rais\w+|spen[dt]\w*|fee\w*|shares?|loan\w*"
    r"|bail|money|grant\w*|charg\w+|reward\w*|compensation|damages|sterling|pension\w*|rent|wages?|donat\w+|stake|deal)\b",
    re.IGNORECASE,
)
"""Words beside which "pounds" without a sign is money and no weight."""

_HOMES = re.compile(r"\s+(?:people\s+)?from\s+(?P<what>their\s+homes?)\b")
_TIMES = re.compile(
    r"\s+(?P<what>times)\b(?!\s+(?:as|more|the|higher|larger|bigger|faster|greater|what|than|over|its|their))"
)
_COUNTED_TIMES = re.compile(r"[^\W\d_]{2,}(?:ed|ung|own|ken|ten)\s(?:\w+\s)?$")
_MARGIN_BEFORE = re.compile(r"\bby\s+(?:just\s|only\s)?$")
_MARGIN_AFTER = re.compile(r"\s(?:seconds?|minutes?)\s(?:behind|ahead|clear|faster|slower)\b")
_MARGIN = re.compile(r"\s(seconds?|minutes?)\b")
_NUMBER_OF = re.compile(
    r"\bnumber\sof\s(?P<what>[^\W\d_][\w-]*"
    r"(?:\s(?:killed|sickened|injured|dead|missing|ill|arrested|infected))?)\b[^.;]{0,60}"
    r"\s(?:risen|rose|climbed|grew|grown|jumped|fell|fallen|dropped|reached|stood|stands|is|was|went\sup)\s"
    r"(?:\w+ly\s)?(?:to\s|at\s)?$"
)
_THE_NUMBER = re.compile(
    r"\b(?:number|figure|total|count|toll)\s(?:(?:was|is|to\sbe|as|at|nearer|closer\sto)\s)+$", re.IGNORECASE
)
"""What stands for what was counted just before: "put the number at about 20"."""

_MONEY_FOR = frozenset(("in", "for", "of", "worth"))
_LONGEST = 6
"""Words that a counted phrase may have; "former senior Iraqi government officials" has five."""


def find_quantities(text: str, sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> tuple[Quantity, ...]:
    """The quantities in the sentences given, in order. None overlaps a time expression."""
    found: list[Quantity] = []
    timex_at = 0
    for sentence in sentences:
        reached = sentence.start
        if STARTS.isdisjoint(pieces(text[sentence.start : sentence.end])):
            continue
        for candidate in CANDIDATE.finditer(text, sentence.start, sentence.end):
            start = _with_sign(text, candidate.start(), sentence.start)
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
        return _leads(text, start, end, sentence.end) is not None
    return timex.type == "SET" and bool(_COUNTED_TIMES.search(text[max(sentence.start, start - 24) : start]))


def _leads(text: str, start: int, end: int, limit: int) -> re.Match[str] | None:
    """The seconds or minutes of a lead, which is no length of time that anything took: "won by 14 seconds"."""
    margin = _MARGIN.match(text, end, limit)
    if margin and (_MARGIN_BEFORE.search(text[max(0, start - 12) : start]) or _MARGIN_AFTER.match(text, end, limit)):
        return margin
    return None


def _again(
    text: str, number: re.Match[str], start: int, sentence: Sentence, before: Quantity | None
) -> Quantity | None:
    """Another value for what the sentence has just counted: "put the number at about 20"."""
    if before is None or before.what is None or before.unit is not None or number["sign"]:
        return None
    bound, from_ = _bound(text, start, sentence.start)
    value = value_of(number["digits"], number["words"], number["scale"])
    if value is None or not _THE_NUMBER.search(text[max(sentence.start, from_ - 40) : from_]):
        return None
    return Quantity(from_, number.end(), value, bound, None, None, before.what, "number")


def _with_sign(text: str, start: int, floor: int) -> int:
    """The start of a number with the letters before its currency sign ("US$") or the article before "hundred"."""
    if text[start] == "$":
        for prefix in ("US", "NZ", "HK", "C", "A", "S", "R"):
            if start - len(prefix) >= floor and text.startswith(prefix, start - len(prefix)):
                return start - len(prefix)
    return start


def _quantity(text: str, number: re.Match[str], start: int, sentence: Sentence) -> Quantity | None:
    digits, spelt, scale, sign = number["digits"], number["words"], number["scale"], number["sign"]
    end, rule = number.end(), "digits" if digits else "words"
    if scale and len(scale) <= 2 and not sign and scale.lower() == "m" and not _MONEY_NEXT.match(text, end):
        end, scale = number.start("scale"), None  # "400 m": metres, unless money
        end -= len(text[start:end]) - len(text[start:end].rstrip())
    value = value_of(digits, spelt, scale)
    if value is None:
        return None
    follows = text[end : min(end + 12, sentence.end)]
    part = re.match(r"[\s-](third|quarter|fifth|tenth)s?\b(?=\s+of)", follows) if spelt and value < 10 else None
    if part:
        value, end, rule = value * PARTS[part[1]], end + part.end(), "fraction"
    elif _names(text, start, follows, digits, scale, sign, sentence):
        return None
    bound, from_ = _bound(text, start, sentence.start)
    high = None
    between = re.search(r"\bbetween\s+$", text[max(sentence.start, start - 9) : start], re.IGNORECASE)
    ranged = RANGE.match(text, end, sentence.end)
    if ranged and (between or ranged[0].strip()[:3].lower() != "and"):
        top = value_of(*_either(ranged["high"]), ranged["scale"])
        if top is not None and ranged["scale"] and not scale and top / value > 1000:
            value *= top / value_of_plain(ranged["high"])
        if top is not None and value < top <= value * 1000 and not _is_score(text, end, ranged, sign):
            high, end, rule = top, ranged.end(), "range"
    elif between:
        return None
    unit, end = _unit(text, end, sign, sentence.end, start)
    after = _AFTER.match(text, end, sentence.end)
    if after and after.lastgroup and bound == "exact":
        bound, end = {"least": "at least", "most": "at most", "about": "about"}[after.lastgroup], after.end()  # type: ignore[assignment]
    if unit == "GBP" and not sign and not scale and not _MONEY.search(text, sentence.start, sentence.end):
        unit = "lb"
    what = _what(text, end, sentence.end, unit)
    if what is not None and unit is None and text.startswith(" of the ", end) and text[end + 8].isdigit():
        rule = "part"
    if what is not None and unit is None and text[what.start : what.end].lower().startswith("times"):
        what = None
    named = None if what is not None or unit is not None else _special(text, from_, end, sentence)
    if named is not None:
        return Quantity(from_, end, value, bound, high, None, named, "named")
    if what is None and unit in ("second", "minute"):
        rule = "margin"
    elif what is None:
        what = _named_before(text, from_, sentence.start)
    if rule == "words" and value == 0.5 and unit is None and text[end : end + 3] != " of":
        return None
    if what is None and unit is None:
        return None
    if (
        what is not None
        and what.end <= from_
        and unit is None
        and not re.search("toll|turnout|magnitude", text[what.start : what.end])
    ):
        return None  # "rose to 75" of a bare noun counts too many things
    if what is not None and unit is None:
        head = text[what.start : what.end].lower()
        first = re.split(r"[\s-]", head)[0]
        if first.rstrip(".") in _TIME_UNITS or head.split()[-1] in _TIME_UNITS:
            return None
        if spelt and value == 1 and first not in _PEOPLE and head.split()[-1] not in _PEOPLE:
            return None
        if spelt and spelt.lower() in ("a half", "half"):
            rule = "fraction"
    return Quantity(from_, end, value, bound, high, unit, what, rule)


def _special(text: str, start: int, end: int, sentence: Sentence) -> Span | None:
    """What counts in other ways: "1.4 million from their homes", "tested 31 times", "the number of ill rose to 11"."""
    found = _HOMES.match(text, end, sentence.end)
    if found is None:
        found = _TIMES.match(text, end, sentence.end)
        if found and not _COUNTED_TIMES.search(text[max(sentence.start, start - 24) : start]):
            found = None
    if found is None:
        low = max(sentence.start, start - 140)
        if text.find("number of ", low, start) >= 0:
            found = _NUMBER_OF.search(text[:start], low)
    return Span(found.start("what"), found.end("what")) if found else None


def value_of_plain(written: str) -> float:
    """The value of a number without its scale word; 1 where it has none."""
    return value_of(*_either(written), None) or 1.0


def _either(written: str) -> tuple[str | None, str | None]:
    return (written, None) if written[0].isdigit() else (None, written)


def _is_score(text: str, end: int, ranged: re.Match[str], sign: str | None) -> bool:
    """Whether "6-4" is a score: a hyphen between two small numbers with nothing counted after it."""
    if "to" in ranged[0].lower() or sign:
        return False
    return not re.match(r"\s+[a-z]", text[ranged.end() : ranged.end() + 3])


def _names(
    text: str, start: int, follows: str, digits: str | None, scale: str | None, sign: str | None, sentence: Sentence
) -> bool:
    """Whether a number names something rather than counts it."""
    if sign or scale:
        return False
    if _ORDINAL.match(follows):
        return True
    before = text[max(sentence.start, start - 14) : start]
    if _NAMES_IT.search(before) and not before.lower().endswith(("at ", "top ", "part ")):
        return True
    if not digits:
        return False
    if digits.isdigit() and len(digits) == 4 and int(digits) in _YEARS:
        return not re.match(
            r"\s(?:people|troops|soldiers|jobs|workers|homes|deaths|dead|cases|tons|tonnes|miles)", follows
        )
    if re.match(r",|\)|\.$|\.\s|\s[-–—]\s", follows) and re.search(r"[^\W\d_],\s$", before):
        return True  # "Smith, 50, said"
    word = re.search(r"(?:\b(\w+)\s)?\b([A-Z][\w’'-]*)\s$", before)
    if word and start - len(word[2]) - 1 > sentence.start:
        counted = re.match(r"\s(?:[a-z]|%)", follows)
        if not counted or (len(digits) == 1 and (word[1] or "").lower() not in _PLACED):
            return True  # "Boeing 747", "Channel 4", "Radio 1 presenter"
    if digits in ("911", "999", "112") and re.match(r"\s(?:call|emergency|operator|dispatch|tape)", follows):
        return True
    return len(digits) > 1 and digits[0] == "0" and digits[1] != "."


def _bound(text: str, start: int, floor: int) -> tuple[Bound, int]:
    """The bound before a number, and where its words begin."""
    low = max(floor, start - _REACH)
    found = _BOUND.search(text[low:start])
    if not found or not found.lastgroup:
        return "exact", start
    if found.lastgroup in ("more", "less") and found[0].rstrip().lower().endswith(" the"):
        return "exact", start  # "more than the 420 first given": compared, not bounded
    return _BOUNDS[found.lastgroup], low + found.start()


def _unit(text: str, end: int, sign: str | None, limit: int, start: int) -> tuple[str | None, int]:
    if sign:
        return CURRENCY_SIGNS.get(sign.upper(), CURRENCY_SIGNS.get(sign)), end
    margin = _leads(text, start, end, limit)
    if margin:
        return margin[1].rstrip("s"), margin.end()
    nation = _NATION.match(text, end, limit)
    found = _UNIT.match(text, nation.end() - 1 if nation else end, limit)
    if not found:
        return None, end
    word, last = found["unit"].lower(), found.end("unit")
    if found["more"] and f"{word} {found['more'].strip().lower()}" in MEASURES:
        word, last = f"{word} {found['more'].strip().lower()}", found.end()
    unit = MEASURES.get(word) or CURRENCY_WORDS.get(word)
    if unit is None:
        return None, end
    if word in ("foot", "pound", "real", "won", "degree") and text[end : end + 1] != "-":
        return None, end
    if word in ("pound", "pounds") and re.match(r"\sof\s", text[last : last + 4]):
        return "lb", last
    return unit, last


def _what(text: str, end: int, limit: int, unit: str | None) -> Span | None:
    """The words counted, right after the number or its unit."""
    if end < limit and text[end] == "-":
        end += 1
    first = last = -1
    seen = 0
    plural = False
    for found in TOKEN.finditer(text, end, min(limit, end + 90)):
        word = found[0]
        low = word.lower()
        if first < 0:
            if low in ("of", "in", "for", "worth") and (unit or low == "of") and seen < 3:
                seen += 1
                continue
            if low in ("the", "a", "an", "its", "their", "his", "her", "these", "those", "new") and seen:
                continue
            if low in ("more", "other", "others", "people", "different") or low in _STATES:
                pass
            elif low == "-":
                continue
            elif low.replace(",", "").isdigit() and seen and not unit:
                continue  # "311 of the 420 people"
        if low in ("are", "were", "remain", "is", "was", "had", "have") and first < 0:
            ahead = TOKEN.match(text, found.end() + 1)
            while ahead and ahead[0].lower() in ("still", "also", "now", "reported", "feared", "been", "fallen"):
                ahead = TOKEN.match(text, ahead.end() + 1)
            return Span(ahead.start(), ahead.end()) if ahead and ahead[0].lower() in _STATES else None
        if low in _BE and first >= 0 and seen < 9:
            ahead = TOKEN.match(text, found.end() + 1)
            while ahead and ahead[0].lower() in ("been", "also", "reported", "confirmed", "feared", "still", "being"):
                ahead = TOKEN.match(text, ahead.end() + 1)
            if ahead and ahead[0].lower() in _STATES:
                last = ahead.end()
            break
        if not _counts(low, word, plural, first < 0):
            break
        if first < 0 and unit and not seen and word != low and text[end - 1] not in "- ":
            break  # "$100m Mr Flanagan said"
        if first < 0:
            first = found.start()
        last = found.end()
        seen += 1
        plural = low.endswith("s") and not low.endswith("ss") and word == low
        if seen > _LONGEST or (low in _STATES and seen > 1):
            break
    if 0 <= first < last and text[first:last].lower() in _ORDINALS:
        return None  # "the 420 first given"
    if unit and 0 <= first < last and text[first:last].lower().rpartition(" ")[2] in _PERIODS:
        return None  # "a loss of 400 million for the third quarter"
    if 0 <= first < last and text[last - 2 : last] in ("'s", "’s"):
        return None  # the owner of what is counted, not the thing
    return Span(first, last) if 0 <= first < last else None


_BEFORE = re.compile(
    r"""(?P<what>[^\W\d_][\w-]*(?:\s(?:toll|rate|price|fee))?)\s+
        (?: (?:has\s|have\s|had\s)?(?:stands?|stood|rose|risen|rises|climbed|fell|dropped|jumped|grew|was|is|were|are
              |reached|hit|remains?|increased)\s(?:\w+ly\s)?(?:at\s|to\s|by\s)?
          | of\s | at\s | to\s )
        (?:up\ to\s|a\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?P<what>(?:death\s)?toll)\b[^.;,]*?\s(?:at|to|reached|was|is|hit|passed|topped)\s(?:\w+ly\s)?$", re.IGNORECASE
)
_NO_NAME = frozenset("it that this which they he she we there number total one out because half".split())
_MEASURED = frozenset(MEASURES) | frozenset(CURRENCY_WORDS)
_NAME_REACH = 60


def _named_before(text: str, start: int, floor: int) -> Span | None:
    """The noun before a number that says what it is: "a depth of 5 km", "the death toll rose to 75"."""
    low = max(floor, start - _NAME_REACH)
    toll = _TOLL.search(text, low, start)
    if toll:
        return Span(toll.start(), toll.end("what"))
    found = _BEFORE.search(text, low, start)
    if (
        not found
        or found["what"].lower() in _NO_NAME
        or found["what"].lower() in _MEASURED
        or kind_of(found["what"].lower().split()[0]) not in ("", "N")
    ):
        return None
    first = found.start("what")
    return Span(first, found.end("what"))


def _counts(low: str, word: str, plural: bool, opens: bool) -> bool:
    """Whether a word may stand in a counted phrase; after a plural only another plural or a state may."""
    if not low[0].isalpha():
        return False
    if low in _STATES:
        return True
    kind = kind_of(low)
    if plural and not (low.endswith("s") and word == low and kind in ("", "N")):
        return False
    if kind in ("", "N", "z") or low in ("more", "other"):
        return not low.endswith("ly")
    return kind in ("v", "g") and opens and word == low
