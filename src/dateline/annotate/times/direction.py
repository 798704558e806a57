"""Where a sentence points from an expression that has no year or week of its own: behind, ahead, or neither.

The verb that governs the expression tells by its tense; words of planning ("scheduled", "payable", "extended to")
tell more strongly than any tense. The verb is the nearest before the expression inside its clause; where the clause
opens with the expression ("On Monday the court will ..."), the first verb after it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from dateline.annotate import verbs
from dateline.annotate.times.scan import Words

LEANING = frozenset("weekday date quarter half season holiday unit".split())
"""Operations whose value depends on it."""

BEHIND, UNTOLD, AHEAD = -1, 0, 1
Sign = tuple[int, str]
"""A direction and the word that told it."""

_FAR = 30
"""Words. Further from the expression no verb is looked for; keeps the cost of a sentence linear."""
_GROUP = 4
"""Words. How far before a participle its auxiliary may stand ("has not yet been named")."""
_BESIDE = 2
"""Words. "said on Friday" is said then; with more words between, the verb of saying governs something else."""
_EVENT_REACH = 5
"""Words. How far from a plain present event verb its day may stand."""

Tense = Literal["past", "ing", ""]


@lru_cache(maxsize=16384)
def _tense(word: str) -> Tense:
    lemma, forms = verbs.analyse(word)
    if "past" in forms or "participle" in forms:
        if "base" in forms and lemma == word:  # "put", "read", "cut": the tense does not show
            return ""
        return "past" if word.isalpha() and word not in _NO_VERBS else ""
    if "ing" in forms and word not in _NO_VERBS:
        return "ing"
    return ""


_NO_VERBS = frozenset(
    """hundred red united naked sacred wicked need indeed speed bed shed seed feed weed creed breed exceed proceed succeed
    morning evening during spring king thing nothing something anything everything string ring wing ceiling building
    left-wing according including following meeting pending regarding concerning bound found
    saw wound lay fell felt left limited concerned""".split()
) - frozenset("found saw fell felt left concerned".split())


def lean(words: Words, first: int, last: int) -> Sign:
    """-1 behind, 1 ahead, 0 untold; and the word that told."""
    beside = _beside(words, first)
    if beside:
        return beside
    if _opens_clause(words, first):
        return _after(words, last) or _before(words, first) or (UNTOLD, "")
    return _before(words, first) or _after(words, last) or (UNTOLD, "")


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
    if _word(words, index) in ("the", "this", "a"):
        index -= 1
    word = _word(words, index)
    if word == "as" and _word(words, index - 1) in ("early", "soon", "late"):
        return AHEAD, "as early as"
    if _is(words, index, "behind"):
        return BEHIND, word
    if _is(words, index, "ahead"):
        return AHEAD, word
    return None


def _opens_clause(words: Words, first: int) -> bool:
    index = first - 1
    for _ in range(3):
        if index < 0 or _is(words, index, "break") or _word(words, index) == ",":
            return True
        if _is(words, index, "to-time") or _word(words, index) in ("the", "a"):
            index -= 1
            continue
        break
    return index < 0


def _before(words: Words, first: int) -> Sign | None:
    """The sign of the nearest verb before the expression."""
    index = first - 1
    stop = max(-1, first - _FAR)
    crossed = False
    while index > stop:
        word = _word(words, index)
        if word in ("that", "``", "''", '"', "“", "”", ";", ":"):
            crossed = True
        sign = _sign(words, index, first)
        if sign:
            if _is(words, index, "say") and (first - index > _BESIDE + 1 or crossed):
                return _after_say(words, first) or sign
            return sign
        index -= 1
    return None


def _after_say(words: Words, first: int) -> Sign | None:
    return _after(words, first + 1)


def _sign(words: Words, index: int, first: int) -> Sign | None:
    """What the word at ``index`` tells, seen from an expression after it; None where it tells nothing."""
    classes = words.classes[index]
    word = _word(words, index)
    if classes is not None:
        if "plan" in classes and not (word in ("set", "asked", "ordered", "urged", "invited", "decided") and not _leads_to(words, index)):
            return AHEAD, word
        if "will" in classes:
            return AHEAD, word
        if "modal" in classes:
            return (BEHIND, word) if _word(words, index + 1) == "have" else (AHEAD, word)
        if "was" in classes or "had" in classes:
            return (AHEAD, "was to") if word in ("was", "were") and _word(words, index + 1) == "to" else (BEHIND, word)
        if "has" in classes:
            return BEHIND, word
        if "is" in classes:
            follows = _word(words, index + 1)
            if follows == "to" or _tense(follows) == "ing":
                return AHEAD, word
            return UNTOLD, word
        if "event-verb" in classes and first - index <= _EVENT_REACH and _is_verb(words, index):
            return _group(words, index) or (AHEAD, word)
    if _tense(word) == "past":
        return _group(words, index) or (BEHIND, word)
    return None


def _leads_to(words: Words, index: int) -> bool:
    """Whether "to" follows within a few words: "asked him to", "set to"."""
    return any(_word(words, index + step) in ("to", "for", "until") for step in (1, 2, 3, 4))


def _is_verb(words: Words, index: int) -> bool:
    """Whether a word that may be a noun stands where a verb stands: not after a determiner, adjective or "of"."""
    before = _word(words, index - 1)
    return before not in ("the", "a", "an", "of", "his", "its", "their", "her", "our", "this", "that", "in", "on", "for", "at", "from", "by", "with", "'s", "’s", "no", "first", "last", "next")


def _group(words: Words, index: int) -> Sign | None:
    """The sign of the auxiliaries before a participle or infinitive, None where there are none."""
    for back in range(index - 1, max(index - 1 - _GROUP, -1), -1):
        classes = words.classes[back]
        word = _word(words, back)
        if classes is not None:
            if "will" in classes or "plan" in classes:
                return AHEAD, word
            if "modal" in classes:
                return (BEHIND, word) if _word(words, back + 1) == "have" else (AHEAD, word)
            if "was" in classes or "had" in classes or "has" in classes:
                return BEHIND, word
            if "is" in classes:
                return UNTOLD, word
            if "be" in classes:
                continue
        if word == "to":
            return _infinitive(words, back)
        if not (word.endswith("ly") or word in ("not", "n't", "also", "already", "yet", "just", "be", "been", "being", "never", "now")):
            return None
    return None


def _infinitive(words: Words, to: int) -> Sign | None:
    """The sign of what governs "to do"."""
    for back in range(to - 1, max(to - 4, -1), -1):
        if _is(words, back, "plan") or _is(words, back, "is") or _is(words, back, "was"):
            return AHEAD, _word(words, back)
    return None


def _after(words: Words, last: int) -> Sign | None:
    """The sign of the first verb after the expression."""
    for index in range(last, min(len(words.spellings), last + _FAR)):
        word = _word(words, index)
        if word in (";", "``", "''", "“", "”", '"'):
            return None
        classes = words.classes[index]
        if classes is not None:
            if "will" in classes or ("plan" in classes and _tense(word) != "past"):
                return AHEAD, word
            if "modal" in classes:
                return (BEHIND, word) if _word(words, index + 1) == "have" else (AHEAD, word)
            if "was" in classes or "had" in classes or "has" in classes:
                return BEHIND, word
            if "is" in classes:
                follows = _word(words, index + 1)
                if follows == "to" or _is(words, index + 1, "plan"):
                    return AHEAD, word
                return UNTOLD, word
        if _tense(word) == "past":
            return BEHIND, word
    return None
