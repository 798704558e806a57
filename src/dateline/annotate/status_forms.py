"""Verb forms without an auxiliary, each read in its frame: past, participle, -ing, present, what is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from dateline.annotate import status_words as words
from dateline.annotate.status_tokens import Line
from dateline.annotate.verbs import analyse

Shape = Literal["finite", "infinitive", "participle", "ing"]
Tense = Literal["past", "present", "future", "conditional", "possible", "necessary", "none"]


class Predicate(msgspec.Struct, gc=False):
    """A verb group: tokens ``first`` .. ``last``, its head, and what its form says."""

    first: int
    head: int
    last: int
    lemma: str
    shape: Shape
    tense: Tense = "none"
    negated: bool = False
    due: str | None = None
    cue: tuple[int, int] | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    completes: bool = False
    """Whether it tells what is to be done to the object of the verb before it: "wants the road cleared"."""


_VERBS_IN_TION = frozenset(
    """question mention position function caution commission petition auction ration sanction supplement
    implement""".split()
)
"""Verbs that look like nouns, read as verbs after a modal or "to"."""


def is_base(line: Line, at: int) -> bool:
    """Whether the token may be a verb in its base form."""
    if at >= len(line.low) or line.timex[at] >= 0 or line.named[at] or line.capital(at):
        return False
    word, kind = line.low[at], line.kinds[at]
    if word in ("be", "have", "do", "go"):
        return True
    if word == "work" and at > 1 and analyse(line.low[at - 2])[0] in ("return", "go", "get", "come", "back"):
        return False
    if word == "house" and line.low[at + 1 : at + 2] == ["arrest"]:
        return False
    if kind in ("z", "p"):
        return True
    if kind in ("m", "b", "h", "d", "t", "C", "D", "P", "I", "S", ",", "#", "s", "g"):
        return False
    if word in words.NOT_TO or not word[0].isalpha():
        return False
    forms = analyse(word)[1]
    return (
        word in words.LY_VERBS
        or word in _VERBS_IN_TION
        or word == "vary"
        or ("base" in forms and not word.endswith(("ary", "tion", "ment", "ness", "ity", "ly", "ism")))
    )


_ASKED_THAT = frozenset(
    """condition demand demands demanded request requests requested insist insisted insists recommend recommended
    recommends propose proposed proposes order ordered orders require requires required ask asked asks urge
    urged""".split()
)
_ASKED_REACH = 8
"""Tokens after "that" in which the verb of what is asked stands."""


def asks_that(line: Line) -> bool:
    """Whether a sentence may tell what is asked for: "on condition that", "demanded that"."""
    return "that" in line.low and not _ASKED_THAT.isdisjoint(line.low)


def asked_for(line: Line, at: int) -> int:
    """The token that asks where a base form tells what is asked for, 0 else: "on condition that the lender close"."""
    if at < 3 or line.kinds[at] in ("T", "E", "D", "P", "S", "C", ",", "I", "v") or line.named[at]:
        return 0
    before = line.kinds[at - 1]
    if before not in ("", "N", "E") or not is_base(line, at):
        return 0
    if at + 1 < len(line.low) and line.kinds[at + 1] not in ("D", "#", "P", "E", "T"):
        return 0
    for token in range(at - 2, max(at - _ASKED_REACH, 0), -1):
        if line.low[token] == "that":
            return token - 1 if line.low[token - 1] in _ASKED_THAT else 0
        if line.kinds[token] in (",", "S", "C", "v", "b", "h", "m", "s"):
            return 0
    return 0


def closes_aside(line: Line, at: int, found: Sequence[Predicate]) -> bool:
    """Whether a comma before the token closes an aside after a subject that still wants its verb."""
    close = at - 1
    while close > 0 and line.kinds[close] in ("T", "P"):  # ", who won, on Monday left"
        close -= 1
    if line.low[close] != "," or (at + 1 < len(line.low) and line.low[at + 1] == "by"):
        return False
    opening = next((token for token in range(close - 1, 0, -1) if line.low[token] == ","), 0)
    start = _after_time(line)
    return opening > start and not any(made.first < opening for made in found) and line.kinds[start] not in _NO_SUBJECT


_NO_SUBJECT = ("P", "g", "S")
"""Kinds of token that open no subject."""


def _after_time(line: Line) -> int:
    """The token after a time that opens the sentence: "On Monday the council"; 0 where none does."""
    at = 0
    while at < len(line.kinds) - 1 and line.kinds[at] in ("P", "D") and at < _TIME_OPENS:
        at += 1
    if line.kinds[at] != "T":
        return 0
    while at < len(line.kinds) - 1 and (line.kinds[at] == "T" or line.low[at] == ","):
        at += 1
    return at


_TIME_OPENS = 3
"""Tokens before the time that opens a sentence: "late on the"."""


def past_form(line: Line, at: int, found: list[Predicate]) -> Predicate | None:
    """A past form without auxiliary: finite ("took"), a reduced participle ("reached a week ago") or an adjective."""
    low, kinds = line.low, line.kinds
    before = kinds[at - 1] if at else ""
    after = kinds[at + 1] if at + 1 < len(low) else ""
    word = low[at]
    if line.capital(at) and at:
        return None
    lemma, forms = analyse(word)
    if kinds[at] == "z":
        particle = after == "" and at + 1 < len(low) and low[at + 1] in _PARTICLES
        fixed = word == "set" and (after == "T" or (before == "," and low[at + 1 : at + 2] == ["for"]))
        if not fixed and (
            before not in ("", "E", "I", "N", "T") or not (particle or after in ("D", "E", "#", "P", "v"))
        ):
            return None
    if at and line.low[at - 1] == "-" and line.ends[at - 1] == line.starts[at]:
        return None
    only_past = "participle" not in forms
    if only_past and at and low[at - 1] in _ARTICLES:
        return None  # "launched a slew of services"
    subject_pronoun = bool(at) and (low[at - 1] in words.SUBJECTS or (before == "S" and low[at - 1] in words.RELATIVES))
    open_form = not only_past and not subject_pronoun and not (before == "," and closes_aside(line, at, found))
    if open_form and before == "S" and low[at - 1] in ("as", "than") and lemma in _FORESEES:
        return None  # "two days later than planned"
    if open_form and (before in ("D", "P", "#", "h", "b") or (before == "S" and low[at - 1] in ("as", "than"))):
        if low[at - 1] in ("as", "than") or (after in ("P", "T") and before != "D"):
            return _make_participle(line, at, lemma)
        if low[at - 1] not in _COUNTS_ALONE or (after in ("", "N") and _is_nounlike(line, at + 1)):
            return None  # "each bereaved family"
    if open_form and after in ("", "N", "E") and before in ("C", ",") and _is_nounlike(line, at + 1):
        return None if before == "C" else _make_participle(line, at, lemma)
    shape: Shape = "finite"
    if open_form and lemma in _FIXES and _held_by(line, at, found):
        return _make_participle(line, at, lemma)
    if open_form and lemma not in words.INTRANSITIVE and _completes(line, at, found):
        made = _make_participle(line, at, lemma)
        made.completes = True
        return made
    opening = at == 0 or before == ","
    reduced = (opening and after in ("P", "t", "T", "S")) or (after == "P" and low[at + 1] == "by")
    beside = kinds[at + 2] if at + 2 < len(low) and low[at + 1] in _PARTICLES else after  # "handed out on Monday"
    reduced = reduced or (before in ("", "N", "E") and beside in ("P", "T") and _verb_ahead(line, at + 1))
    if open_form and reduced and (lemma not in _SPEAKS or low[at + 1] == "by"):
        shape = "participle"
    return Predicate(at, at, at, lemma, shape, "past" if shape == "finite" else "none", passive=shape == "participle")


_SPEAKS = frozenset("say add tell argue insist".split())
"""Verbs of speech, which a time follows without making them a participle: "which he said yesterday was wrong"."""

_FORESEES = frozenset("plan schedule expect hope think forecast predict fear promise agree".split())

_FIXES = frozenset("plan schedule set slate book expect".split())


def _held_by(line: Line, at: int, found: Sequence[Predicate]) -> bool:
    """Whether a finite verb before it has no border behind it: "cancelled a trip planned for Thursday"."""
    if not found or found[-1].shape != "finite" or found[-1].lemma in words.REPORTS_THAT:
        return False
    return not any(kind in (",", "S", "C", "I") for kind in line.kinds[found[-1].last + 1 : at])


def _completes(line: Line, at: int, found: Sequence[Predicate]) -> bool:
    """Whether it is what is to be done to an object: "wants the road cleared", "plans to declare the land free"."""
    if not found:
        return False
    outer = found[-1]
    if outer.last + 1 >= at or (outer.lemma not in words.COMPLETES and outer.lemma not in words.PRONOUNCES):
        return False
    if outer.passive or outer.shape not in ("finite", "infinitive") or line.low[outer.first - 1] in words.RELATIVES:
        return False
    between = range(outer.last + 1, at)
    if any(line.kinds[token] in (",", "S", "C", "T") for token in between):
        return False
    return all(line.kinds[token] != "I" or line.low[token] == "it" for token in between)


_SIGHT = 14
"""Tokens looked ahead for the verb that makes a past form before it a reduced clause."""


def _verb_ahead(line: Line, at: int) -> bool:
    """Whether a finite verb follows before any border: "the concert planned for Saturday was cancelled"."""
    for kind in line.kinds[at : at + _SIGHT]:
        if kind in ("b", "h", "m", "d"):
            return True
        if kind in (",", "S", "C", "t", "I", "v"):
            return False
    return False


_PARTICLES = frozenset("off back out up down aside forward".split())
_ARTICLES = frozenset(("a", "an", "the"))
_COUNTS_ALONE = frozenset("all both many most each some two three several".split())
"""Words that may be a subject by themselves: "most agreed"."""


def _make_participle(line: Line, at: int, lemma: str) -> Predicate:
    return Predicate(at, at, at, lemma, "participle", "none", passive=True)


_LY_NOUNS = frozenset("family supply assembly monopoly rally ally reply anomaly daily weekly".split())


def _is_nounlike(line: Line, at: int) -> bool:
    if at >= len(line.low):
        return False
    word = line.low[at]
    adverb = word in words.ADVERBS or (word.endswith("ly") and word not in _LY_NOUNS)
    return word[0].isalpha() and not adverb


_OPENED = frozenset(
    "statement statements argument arguments remark remarks speech speeches ceremony session round bell bid".split()
)
"""What "opening" and "closing" say the place of."""

_ADJECTIVES = ("al", "ic", "ive", "ous", "ary", "ish", "ful", "ern", "ese")
_ATTRIBUTES = frozenset("first second third fourth fifth last new old next main only".split())


def ing_form(line: Line, at: int) -> Predicate | None:
    before = line.kinds[at - 1] if at else ""
    if line.capital(at) and at:
        return None
    if at and line.low[at - 1] in _ATTRIBUTES:
        return None  # "its first folding phone"
    if line.low[at] in ("opening", "closing") and line.low[at + 1 : at + 2] and line.low[at + 1] in _OPENED:
        return None  # "during opening statements"
    if at > 1 and before == "" and line.low[at - 1].endswith(_ADJECTIVES) and line.kinds[at - 2] in ("P", "D", "#"):
        return None  # "two days of national mourning"
    if before in ("D", "#") or (at and (line.low[at - 1] == "-" or line.low[at - 1].endswith(("'s", "’s")))):
        return None
    return Predicate(at, at, at, analyse(line.low[at])[0], "ing")


def present_form(line: Line, at: int) -> Predicate | None:
    """A present form: only in a frame where a noun is unlikely."""
    low, kinds = line.low, line.kinds
    before = kinds[at - 1] if at else "D"
    after = kinds[at + 1] if at + 1 < len(low) else ","
    if before in ("D", "P", "#", "b", "h", "m", "d", "t") or line.capital(at):
        return None
    if before == "v" and kinds[at] == "s" and low[at] in words.CLAIM_NOUNS:
        return None  # "rejected claims that"
    if at and low[at - 1].endswith(("'s", "’s", "s'", "s’")):
        return None
    lemma = analyse(low[at])[0]
    if kinds[at] == "p":
        near = at - 2 if at > 1 and low[at - 1].endswith("ly") else at - 1
        plural = low[near] in ("we", "they", "i", "you", "who", "people", "police") or (
            low[at - 1].endswith("s") and before in ("", "E") and after in ("t", "S", "D", "I", "E")
        )
        if not plural:
            return None
    elif low[at + 1 : at + 2] and low[at + 1] in _PARTICLES:
        pass  # "runs out of money"
    elif before not in ("I", "E", "S", "C", ",") and after not in ("t", "S", "D", "I", "E", "P", "T", "g", "b", "v"):
        return None
    return Predicate(at, at, at, lemma, "finite", "present")
