"""Where a sentence points from an expression that has no year or week of its own: behind, ahead, or neither.

The verb that governs the expression tells by its tense; words of planning ("scheduled", "payable", "extended to")
tell more strongly than any tense. The verb is the nearest before the expression; where a clause opens with the
expression ("On Monday the court will ..."), the first verb after it.
"""

from __future__ import annotations

from dateline.annotate.times.scan import Words
from dateline.annotate.times.signs import (
    AHEAD,
    BEHIND,
    FAR,
    PERHAPS_AHEAD,
    SURELY_BEHIND,
    UNTOLD,
    Sign,
    has_class,
    word_at,
)
from dateline.annotate.times.verb_signs import attributive, is_verb, modal_sign, sign_of

LEANING = frozenset(
    """weekday date day-of-month quarter half season holiday unit months nth-weekday quarter-ended unit-after clock
    part-of-day""".split()
)
"""Operations whose value depends on it."""
CLOCKS = ("clock", "part-of-day")
"""Those of them that tell the time of a day."""

_PERFECT = ("has", "have", "'ve", "’ve", "having")
_GRANTED = ("given", "gave", "give", "gives", "granted")
"""Verbs before "until" that set somebody a term."""
_ONWARD = ("from", "starting", "beginning")
"""Words before a day from which on something is so."""
_HAPPENED = ("after", "since", "in", "during", "from", "following", "of")
"""Words before the day of something that is over: "victims of Tuesday's earthquake"."""
_FIXED = ("planned", "scheduled", "slated")
_NOW = ("has", "have", "is", "are", "will")
"""Words that tell of a plan as it stands when the report is written."""
_ARTICLES = ("the", "a", "an")
_DECLARE = frozenset("declared declares announced announces ordered proclaimed decreed imposed called agreed".split())
"""Verbs by which something begins later on: "declared two days of mourning from Sunday"."""
_FROM_THEN = ("beginning", "starting")
_DECLARED = 10
"""Words. How far before "from" they stand."""
_SHIFT = 4
"""Words. How far back a word of moving ("postponed the meeting to") or "when" is looked for."""
_TO_BE_HELD = frozenset(
    "run runoff election elections vote ballot poll polls referendum talks summit debate conference".split()
)
"""What is not left once it is over, as a race may be."""
_MODALS = ("should", "must", "will", "would", "can", "could", "cannot", "may", "might")
_HELD = (["go", "ahead"], ["take", "place"], ["be", "held"], ["be", "postponed"], ["be", "cancelled"])
"""What is said with them of a thing to come."""
_BESIDE = 2
"""Words. "said on Friday" is said then; with more words between, the verb of saying may govern something else."""
_ABOUT = ("around", "about", "shortly", "just", "near", "nearly", "almost", "approximately")
"""Words that open a time of the day within its sentence: "came in around midday"."""
_ASIDE = 8
"""Words. As far before an expression a bracket may open in which it stands."""


def lean(words: Words, first: int, last: int) -> Sign:
    """-2 behind (-3 surely), 2 ahead, 1 perhaps ahead, 0 untold; and the word that told."""
    beside = _beside(words, first, last) or _right_after(words, first, last)
    if beside:
        return beside
    if _owns(words, last):  # "Wednesday's ruling": the verb speaks of another thing
        if _left_before(words, first, last):
            return AHEAD, word_at(words, first - 1)
        if _to_go_ahead(words, last):
            return AHEAD, "go ahead"
        sign = _before(words, first, last) or _after(words, last) or (UNTOLD, "")
        if sign[0] == BEHIND and word_at(words, first - 1) in _HAPPENED:
            return SURELY_BEHIND, sign[1]
        return (min(sign[0], PERHAPS_AHEAD), sign[1])
    if word_at(words, first - 1) in ("until", "till", "("):
        sign = _before(words, first, last) or (UNTOLD, "")
        if sign[0] > UNTOLD or word_at(words, first - 1) == "(":
            return sign
        if any(word_at(words, back) in _GRANTED for back in range(max(first - 1 - _SHIFT, 0), first - 1)):
            return AHEAD, "until"
        return (AHEAD if sign[1] in _PERFECT else PERHAPS_AHEAD), "until"
    if word_at(words, first - 1) == "through":
        sign = _before(words, first, last) or (UNTOLD, "")
        return (AHEAD if sign[1] in _PERFECT else max(sign[0], UNTOLD)), "through"
    if _opens_clause(words, first):
        follows = _after(words, last)
        if follows and follows[0] == UNTOLD and word_at(words, first - 1) in _ONWARD:
            return AHEAD, word_at(words, first - 1)
        return follows or _before(words, first, last) or (UNTOLD, "")
    sign = _before(words, first, last) or _after(words, last) or (UNTOLD, "")
    if sign[0] == PERHAPS_AHEAD and limited(words, first):
        return AHEAD, sign[1]  # "asked them to answer by Monday": what is asked has a limit that is to come
    return sign


def names_a_thing(words: Words, first: int, last: int) -> bool:
    """Whether a day tells which thing is meant: "the 8 October gig was announced", whose verb is another's."""
    opens = first if word_at(words, first) in _ARTICLES else first - 1
    if word_at(words, opens) not in _ARTICLES or word_at(words, opens - 1) in _HAPPENED:
        return False
    noun = word_at(words, last)
    return noun.isalpha() and words.spellings[last].islower() and words.classes[last] is None


def limited(words: Words, first: int) -> bool:
    """Whether the expression is told as a limit: "until the end of the year", "by May"."""
    index = first - 1
    if has_class(words, index, "det"):
        index -= 1
    return has_class(words, index, "limit")


def stands_apart(words: Words, first: int) -> bool:
    """Whether a time of the day is no part of its sentence: "(Update 4:55 p.m. in Cairo)", "the late 8 p.m. slot"."""
    inside = word_at(words, first) in _ABOUT or has_class(words, first - 1, "to-time")
    if not inside and not has_class(words, first - 1, "det"):
        return True
    for index in range(first - 1, max(first - 1 - _ASIDE, -1), -1):
        if words.spellings[index] in "([":
            return True
        if words.spellings[index] in ")]":
            return False
    return False


def _owns(words: Words, last: int) -> bool:
    return word_at(words, last) in ("'s", "’s")


def _left_before(words: Words, first: int, last: int) -> bool:
    """Whether somebody leaves what is yet to be held: "pulled out of Friday's run-off"."""
    left = word_at(words, first - 1) == "from" and word_at(words, first - 2).startswith("withdr")
    left = left or (word_at(words, first - 1) == "of" and word_at(words, first - 2) == "out")
    return left and not _TO_BE_HELD.isdisjoint(words.spellings[last + 1 : last + 1 + _SHIFT])


def _to_go_ahead(words: Words, last: int) -> bool:
    """Whether what the day owns is yet to be held: "Friday's run-off should go ahead"."""
    for index in range(last + 1, last + 1 + _SHIFT):
        if word_at(words, index) in _MODALS:
            return words.spellings[index + 1 : index + 3] in _HELD
    return False


def _leads_on(words: Words, last: int) -> bool:
    """Whether an expression belongs to a thing or to a subject: "Monday's attack", "the figures for Monday were"."""
    return _owns(words, last) or has_class(words, last, "was") or words.past_form(word_at(words, last))


def _beside(words: Words, first: int, last: int) -> Sign | None:
    """Words right before the expression that settle it."""
    index = first - 1
    if has_class(words, index, "det"):
        index -= 1
    word = word_at(words, index)
    if word == "of" and word_at(words, index - 1) == "ahead":
        return AHEAD, "ahead of"
    if word == "as" and word_at(words, index - 1) in ("early", "soon", "late"):
        return AHEAD, "as early as"
    if has_class(words, index, "behind"):
        return BEHIND, word
    if has_class(words, index, "ahead"):
        return AHEAD, word
    if word == "from" and _declared(words, index):
        return AHEAD, word
    if word_at(words, index - (word == "on")) in _FROM_THEN and _declared(words, index - 1, lasts=True):
        return AHEAD, word
    if word in ("to", "until", "till", "for", "from"):
        shifted = _shifted(words, index, word)
        if shifted:
            return shifted
    if word == "for" and index == first - 1 and has_class(words, first, "weekday") and not _leads_on(words, last):
        if word_at(words, index - 1) in _FIXED and word_at(words, index - 2) not in ("been", "was", "were"):
            follows = _after(words, last)
            if follows and follows[1] in _NOW:
                return AHEAD, word  # "the strike planned for Monday has been called off"
        arranged = any(has_class(words, back, "arrange") for back in range(max(index - _SHIFT, 0), index))
        return (AHEAD if arranged else PERHAPS_AHEAD), word  # "called a meeting for Friday"
    if word == "set" and index == first - 1 and not has_class(words, index - 1, "be"):
        return PERHAPS_AHEAD, word  # "set Friday as the deadline"
    return None


def _declared(words: Words, index: int, *, lasts: bool = False) -> bool:
    """Whether what lasts from a day on is proclaimed: "declared two days of mourning from Sunday"."""
    for back in range(index - 1, max(index - 1 - _DECLARED, -1), -1):
        if has_class(words, back, "break"):
            return False
        lasts = lasts or has_class(words, back, "units") or has_class(words, back, "unit")
        if word_at(words, back) in _DECLARE:
            return lasts
    return False


def _shifted(words: Words, index: int, word: str) -> Sign | None:
    """What "postponed (from Wednesday) to" tells of the day after it; of the day that was left, nothing."""
    for back in range(index - 1, max(index - 1 - _SHIFT, -1), -1):
        if has_class(words, back, "shift"):
            return (UNTOLD, "from") if word == "from" else (AHEAD, word_at(words, back))
        if has_class(words, back, "break"):
            return None
    return None


def _right_after(words: Words, first: int, last: int) -> Sign | None:
    """The auxiliary after an expression that stands between subject and verb: "the envoys Friday would vote".

    Not where a participle claims the expression: "the report released Friday will be discussed".
    """
    before = first - 1 - has_class(words, first - 1, "to-time")
    if words.past_form(word_at(words, before)):
        return None
    if has_class(words, last, "will") or (has_class(words, last, "modal") and word_at(words, last + 1) != "have"):
        return AHEAD, word_at(words, last)
    return None


def _opens_clause(words: Words, first: int) -> bool:
    index = first - 1
    for _ in range(3):
        if index < 0 or has_class(words, index, "break") or word_at(words, index) == ",":
            return True
        if not (has_class(words, index, "to-time") or has_class(words, index, "det")):
            return False
        index -= 1
    return index < 0


def _before(words: Words, first: int, last: int) -> Sign | None:
    """The sign of the nearest verb before the expression."""
    led = False
    quoted = False
    own = False
    for index in range(first - 1, max(-1, first - FAR), -1):
        word = word_at(words, index)
        if word == "to":
            led = True
        elif word in ("``", "''", '"', "“", "”", ";"):
            quoted = True
        elif not own and has_class(words, index, "clause"):
            own = True  # the expression's own clause begins here: its verb comes later
            sign = _after(words, last)
            if sign:
                return sign
        if word == "according":
            return BEHIND, word  # what comes after tells of the source: "according to a statement released Sunday"
        sign = sign_of(words, index, first, led)
        if sign and sign[0] == BEHIND and _in_when_clause(words, index):
            continue
        if sign:
            if (
                has_class(words, index, "say")
                and word != "told"
                and (quoted or (first - index > _BESIDE and not _ends_clause(words, last)))
            ):
                return _after(words, last) or sign
            return sign
    return None


def _in_when_clause(words: Words, verb: int) -> bool:
    """Whether a verb stands in a clause with "as soon as" or "when", whose time is that of the clause before it."""
    for index in range(verb - 1, max(verb - 1 - _SHIFT, 0), -1):
        word = word_at(words, index)
        if word == "when" or (word == "as" and word_at(words, index - 1) == "soon"):
            return True
    return False


def _ends_clause(words: Words, last: int) -> bool:
    return last >= len(words.spellings) or has_class(words, last, "break") or word_at(words, last) in (",", ".")


def _after(words: Words, last: int) -> Sign | None:
    """The sign of the first verb after the expression, not counting clauses that only tell of its subject."""
    aside = False
    for index in range(last, min(len(words.spellings), last + FAR)):
        word = word_at(words, index)
        classes = words.classes[index]
        if word == ",":
            aside = word_at(words, index + 1) in ("who", "which", "whose")
        if aside:
            continue
        if classes is not None:
            if word in (";", "``", "''", "“", "”", '"'):
                return None
            modal = modal_sign(words, index)
            if modal:
                return modal
            if "control" in classes and word_at(words, index + 1) == "to" and is_verb(words, index):
                return AHEAD, word
            if "was" in classes or "had" in classes or "has" in classes:
                return BEHIND, word
            if "is" in classes:
                follows = word_at(words, index + 1)
                if follows == "to" or has_class(words, index + 1, "plan"):
                    return AHEAD, word
                return UNTOLD, word
        if words.past_form(word) and not attributive(words, index):
            return BEHIND, word
        if words.forms.future(word):
            return AHEAD, word
    return None
