"""Where a sentence points from an expression that has no year or week of its own: behind, ahead, or neither.

The verb that governs the expression tells by its tense; words of planning ("scheduled", "payable", "extended to")
tell more strongly than any tense. The verb is the nearest before the expression; where a clause opens with the
expression ("On Monday the court will ..."), the first verb after it.
"""

from __future__ import annotations

from dateline.annotate.times.scan import Words

LEANING = frozenset(
    """weekday date day-of-month quarter half season holiday unit months nth-weekday quarter-ended clock
    part-of-day""".split()
)
"""Operations whose value depends on it."""
CLOCKS = ("clock", "part-of-day")
"""Those of them that tell the time of a day."""

BEHIND, UNTOLD, AHEAD = -2, 0, 2
PERHAPS_AHEAD = 1
"""The sentence looks ahead, but not surely at this expression: the nearer of the two readings is taken."""
_PERFECT = ("has", "have", "'ve", "’ve", "having")
_NAMES = ("may", "will", "wills")
"""Auxiliaries that are names too."""
_ONWARD = ("from", "starting", "beginning")
"""Words before a day from which on something is so."""
_EXPIRE = ("expire", "expires", "mature", "matures")
Sign = tuple[int, str]
"""A direction and the word that told it."""

_FAR = 30
"""Words. Further from the expression no verb is looked for; keeps the cost of a sentence linear."""
_GROUP = 4
"""Words. How far before a participle its auxiliary may stand ("has not yet been named")."""
_CONTROL = 5
"""Words. How far before "to" its governor may stand: "asked the warring sides to"."""
_BESIDE = 2
"""Words. "said on Friday" is said then; with more words between, the verb of saying may govern something else."""
_ASIDE = 8
"""Words. As far before an expression a bracket may open in which it stands."""
_EVENT_REACH = 5
"""Words. How far from a plain present event verb its day may stand."""


def lean(words: Words, first: int, last: int) -> Sign:
    """-2 behind, 2 ahead, 1 perhaps ahead, 0 untold; and the word that told."""
    beside = _beside(words, first) or _right_after(words, first, last)
    if beside:
        return beside
    if _word(words, last) in ("'s", "’s"):  # "Wednesday's ruling": the verb speaks of another thing
        sign = _before(words, first, last) or _after(words, last) or (UNTOLD, "")
        return (min(sign[0], PERHAPS_AHEAD), sign[1])
    if _word(words, first - 1) in ("until", "till", "("):
        sign = _before(words, first, last) or (UNTOLD, "")
        if sign[0] > UNTOLD or _word(words, first - 1) == "(":
            return sign
        return (AHEAD if sign[1] in _PERFECT else PERHAPS_AHEAD), "until"
    if _opens_clause(words, first):
        follows = _after(words, last)
        if follows and follows[0] == UNTOLD and _word(words, first - 1) in _ONWARD:
            return AHEAD, _word(words, first - 1)
        return follows or _before(words, first, last) or (UNTOLD, "")
    return _before(words, first, last) or _after(words, last) or (UNTOLD, "")


def limited(words: Words, first: int) -> bool:
    """Whether the expression is told as a limit: "until the end of the year", "by May"."""
    index = first - 1
    if _is(words, index, "det"):
        index -= 1
    return _is(words, index, "limit")


def stands_apart(words: Words, first: int) -> bool:
    """Whether a time of the day is no part of its sentence: "(Update 4:55 p.m. in Cairo)", "the late 8 p.m. slot"."""
    if not _is(words, first - 1, "to-time") and not _is(words, first - 1, "det"):
        return True
    for index in range(first - 1, max(first - 1 - _ASIDE, -1), -1):
        if words.spellings[index] in "([":
            return True
        if words.spellings[index] in ")]":
            return False
    return False


def _is(words: Words, index: int, name: str) -> bool:
    if not 0 <= index < len(words.classes):
        return False
    classes = words.classes[index]
    return classes is not None and name in classes


def _word(words: Words, index: int) -> str:
    return words.spellings[index].lower() if 0 <= index < len(words.spellings) else ""


def _beside(words: Words, first: int) -> Sign | None:
    """Words right before the expression that settle it."""
    index = first - 1
    if _is(words, index, "det"):
        index -= 1
    word = _word(words, index)
    if word == "as" and _word(words, index - 1) in ("early", "soon", "late"):
        return AHEAD, "as early as"
    if _is(words, index, "behind"):
        return BEHIND, word
    if _is(words, index, "ahead"):
        return AHEAD, word
    if word in ("to", "until", "till", "for", "from"):
        return _shifted(words, index, word)
    if word == "set" and index == first - 1 and not _is(words, index - 1, "be"):
        return PERHAPS_AHEAD, word  # "set Friday as the deadline"
    return None


def _shifted(words: Words, index: int, word: str) -> Sign | None:
    """What "postponed (from Wednesday) to" tells of the day after it; of the day that was left, nothing."""
    for back in range(index - 1, max(index - 1 - _GROUP, -1), -1):
        if _is(words, back, "shift"):
            return (UNTOLD, "from") if word == "from" else (AHEAD, _word(words, back))
        if _is(words, back, "break"):
            return None
    return None


def _right_after(words: Words, first: int, last: int) -> Sign | None:
    """The auxiliary after an expression that stands between subject and verb: "the envoys Friday would vote".

    Not where a participle claims the expression: "the report released Friday will be discussed".
    """
    before = first - 1 - _is(words, first - 1, "to-time")
    if words.past_form(_word(words, before)):
        return None
    if _is(words, last, "will") or (_is(words, last, "modal") and _word(words, last + 1) != "have"):
        return AHEAD, _word(words, last)
    return None


def _opens_clause(words: Words, first: int) -> bool:
    index = first - 1
    for _ in range(3):
        if index < 0 or _is(words, index, "break") or _word(words, index) == ",":
            return True
        if not (_is(words, index, "to-time") or _is(words, index, "det")):
            return False
        index -= 1
    return index < 0


def _before(words: Words, first: int, last: int) -> Sign | None:
    """The sign of the nearest verb before the expression."""
    led = False
    quoted = False
    own = False
    for index in range(first - 1, max(-1, first - _FAR), -1):
        word = _word(words, index)
        if word == "to":
            led = True
        elif word in ("``", "''", '"', "“", "”", ";"):
            quoted = True
        elif not own and _is(words, index, "clause"):
            own = True  # the expression's own clause begins here: its verb comes later
            sign = _after(words, last)
            if sign:
                return sign
        sign = _sign(words, index, first, led)
        if sign and sign[0] == BEHIND and _in_when_clause(words, index):
            continue
        if sign:
            if (
                _is(words, index, "say")
                and word != "told"
                and (quoted or (first - index > _BESIDE and not _ends_clause(words, last)))
            ):
                return _after(words, last) or sign
            return sign
    return None


def _in_when_clause(words: Words, verb: int) -> bool:
    """Whether a verb stands in a clause with "as soon as" or "when", whose time is that of the clause before it."""
    for index in range(verb - 1, max(verb - 1 - _GROUP, 0), -1):
        word = _word(words, index)
        if word == "when" or (word == "as" and _word(words, index - 1) == "soon"):
            return True
    return False


def _ends_clause(words: Words, last: int) -> bool:
    return last >= len(words.spellings) or _is(words, last, "break") or _word(words, last) in (",", ".")


def _sign(words: Words, index: int, first: int, led: bool) -> Sign | None:
    """What the word at ``index`` tells, seen from an expression after it; None where it tells nothing.

    ``led``: whether "to" stands between.
    """
    classes = words.classes[index]
    word = _word(words, index)
    if classes is not None:
        sign = _of_class(words, index, first, led)
        if sign:
            return sign
        if not words.past_form(word) and not words.forms.future(word):
            return None
    if words.forms.future(word):
        return AHEAD, word
    if not words.past_form(word) or _attributive(words, index):
        return None
    return _group(words, index) or (BEHIND, word)


def _of_class(words: Words, index: int, first: int, led: bool) -> Sign | None:
    classes = words.classes[index]
    assert classes is not None
    word = _word(words, index)
    if "plan" in classes:
        return (_group(words, index) if word in _EXPIRE else None) or _planned(words, index)
    if led and ("control" in classes or "control-weak" in classes):
        return _planned(words, index)
    if "set-out" in classes:
        return PERHAPS_AHEAD, word
    if "will" in classes:
        return AHEAD, word
    if "modal" in classes:
        return (BEHIND, word) if _word(words, index + 1) == "have" else (AHEAD, word)
    if "could" in classes:
        return _possible(words, index)
    if "was" in classes:
        return (AHEAD, word + " to") if _word(words, index + 1) == "to" else (BEHIND, word)
    if "had" in classes or "has" in classes:
        return BEHIND, word
    if "is" in classes:
        follows = _word(words, index + 1)
        return (AHEAD, word) if follows == "to" or follows.endswith("ing") else (UNTOLD, word)
    if word == "to" and _word(words, index + 1) == "be":
        return _infinitive(words, index) or (AHEAD, "to be")
    if word == "to" and words.spellings[index + 1].islower() and not _is(words, index + 1, "det"):
        return _infinitive(words, index)
    if "event-verb" in classes and first - index <= _EVENT_REACH and _is_verb(words, index):
        return _group(words, index) or (AHEAD, word)
    return None


def _possible(words: Words, index: int) -> Sign:
    """What "could" tells: with a negation that something failed to happen."""
    word = _word(words, index)
    denied = "not" in word or word.endswith(("n't", "n’t")) or _word(words, index + 1) in ("not", "have", "no")
    if word == "can" or (not denied and word == "could"):
        return PERHAPS_AHEAD, word
    return (BEHIND, word)


def _planned(words: Words, index: int) -> Sign | None:
    """What a word of planning tells: "as planned" nothing, "had been due" no more than that it was before."""
    before = _word(words, index - 1)
    if before in ("as", "previously", "originally"):
        return None
    if (before == "been" and _word(words, index - 2) == "had") or before == "had":
        return UNTOLD, "had been"
    word = _word(words, index)
    if _is(words, index - 1, "was") and _dropped(words, index):
        return PERHAPS_AHEAD, before
    return (AHEAD if _is(words, index, "plan") or _is(words, index, "control") else PERHAPS_AHEAD), word


def _dropped(words: Words, index: int) -> bool:
    """Whether a plan of the past is followed by "but": "was due to start Thursday, but" tells what did not happen."""
    return any(_is(words, ahead, "but") for ahead in range(index + 1, min(index + _FAR, len(words.classes))))


def _attributive(words: Words, index: int) -> bool:
    """Whether a participle stands before its noun: "a still unspecified date"."""
    before = index - 1
    while _is(words, before, "adverb") or _word(words, before).endswith("ly"):
        before -= 1
    return _is(words, before, "det") and not _is(words, before, "clause")


def _is_verb(words: Words, index: int) -> bool:
    """Whether a plain present form stands where a verb stands: its subject right before it agrees."""
    word, before = _word(words, index), _word(words, index - 1)
    if not before or _is(words, index - 1, "det") or _is(words, index - 1, "to-time"):
        return False
    if before == "to" or before in ("they", "we", "you", "who", "also"):
        return True
    if before == "," and word.endswith("s"):  # "the mission, which began in March, ends"
        return any(_word(words, back) in ("which", "who") for back in range(max(index - _FAR, 0), index - 1))
    named = words.spellings[index - 1][:1].isupper()
    if word.endswith("s"):
        return named or (before.isalpha() and not before.endswith("s"))
    return named or before.endswith(("s", "ly"))


def _group(words: Words, index: int) -> Sign | None:
    """The sign of the auxiliaries before a participle or infinitive, None where there are none."""
    past = words.past_form(_word(words, index))
    for back in range(index - 1, max(index - 1 - _GROUP, -1), -1):
        classes = words.classes[back]
        word = _word(words, back)
        if past and back == index - 1 and words.spellings[back].istitle() and word in _NAMES:
            return None  # "May said", "Will told": no auxiliary stands right before a past form
        if word == "to":
            return _infinitive(words, back) or (PERHAPS_AHEAD, "to")
        if classes is None:
            if word.endswith("ly"):
                continue
            return None
        if "plan" in classes:
            return _planned(words, back)
        if "will" in classes:
            return AHEAD, word
        if "modal" in classes:
            return (BEHIND, word) if _word(words, back + 1) == "have" else (AHEAD, word)
        if "could" in classes:
            return _possible(words, back)
        if "was" in classes or "had" in classes or "has" in classes:
            return BEHIND, word
        if "is" in classes:
            return UNTOLD, word
        if "be" not in classes and "adverb" not in classes and not word.endswith("ly"):
            return None
    return None


def _infinitive(words: Words, to: int) -> Sign | None:
    """The sign of what governs "to do": "agreed to", "asked the two sides to"."""
    for back in range(to - 1, max(to - _CONTROL, -1), -1):
        classes = words.classes[back]
        if classes is None:
            continue
        if "plan" in classes or "control" in classes or "control-weak" in classes:
            return _planned(words, back)
        if back == to - 1 and ("is" in classes or "was" in classes):
            return AHEAD, _word(words, back) + " to"
        if "break" in classes:
            return None
    return None


def _after(words: Words, last: int) -> Sign | None:
    """The sign of the first verb after the expression."""
    for index in range(last, min(len(words.spellings), last + _FAR)):
        word = _word(words, index)
        classes = words.classes[index]
        if classes is not None:
            if word in (";", "``", "''", "“", "”", '"'):
                return None
            if "will" in classes:
                return AHEAD, word
            if "modal" in classes:
                return (BEHIND, word) if _word(words, index + 1) == "have" else (AHEAD, word)
            if "could" in classes:
                return _possible(words, index)
            if "control" in classes and _word(words, index + 1) == "to" and _is_verb(words, index):
                return AHEAD, word
            if "was" in classes or "had" in classes or "has" in classes:
                return BEHIND, word
            if "is" in classes:
                follows = _word(words, index + 1)
                if follows == "to" or _is(words, index + 1, "plan"):
                    return AHEAD, word
                return UNTOLD, word
        if words.past_form(word) and not _attributive(words, index):
            return BEHIND, word
        if words.forms.future(word):
            return AHEAD, word
    return None
