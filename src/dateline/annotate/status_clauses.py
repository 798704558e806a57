"""The predicates of a sentence: verb groups with tense, modality and negation, found without a parser.

A verb group is read from its first auxiliary to its head ("was still due to endorse" is one group with the head
"endorse"). Words inside names and time expressions are never verbs. Ambiguous forms count as verbs only in a frame
that speaks for it; a missed verb costs less than a noun read as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from dateline.annotate import status_words as words
from dateline.annotate.status_tokens import Line
from dateline.annotate.verbs import MODALS, analyse

Shape = Literal["finite", "infinitive", "participle", "ing"]
Tense = Literal["past", "present", "future", "conditional", "possible", "necessary", "none"]

_NOT = frozenset(("not", "n't", "n’t", "never", "no"))
_CONTRACTED = ("n't", "n’t")


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


def predicates(line: Line) -> list[Predicate]:
    """The verb groups of a sentence, in order."""
    found: list[Predicate] = []
    kinds = line.kinds
    at, size = 0, len(kinds)
    while at < size:
        kind = kinds[at]
        made: Predicate | None = None
        if kind in "mbhd" and kind:
            made = _auxiliary(line, at)
        elif kind == "t":
            made = _infinitive(line, at)
        elif kind in "vz" and kind:
            made = _past(line, at, found)
        elif kind == "g":
            made = _ing(line, at)
        elif kind in "sp" and kind:
            made = _present(line, at)
        if made is None and (asking := _asked_for(line, at)):
            lemma = analyse(line.low[at])[0]
            status = "planned" if line.low[asking] == "condition" else "requested"
            made = Predicate(at, at, at, lemma, "finite", "present", due=status, cue=(asking, asking))
        if made is not None:
            _phrasal(line, made)
            if found and found[-1].last == at - 1 and _joins(found[-1], made):
                found[-1].last = at  # "stay involved", "keep striking": one group
            else:
                found.append(made)
            at = made.last + 1
        else:
            at += 1
    return found


_ASKED_THAT = frozenset(
    """condition demand demands demanded request requests requested insist insisted insists recommend recommended
    recommends propose proposed proposes order ordered orders require requires required ask asked asks urge
    urged""".split()
)
_ASKED_REACH = 8
"""Tokens after "that" in which the verb of what is asked stands."""


def _asked_for(line: Line, at: int) -> int:
    """The token that asks where a base form tells what is asked for, 0 else: "on condition that the lender close"."""
    if at < 3 or line.kinds[at] in ("T", "E", "D", "P", "S", "C", ",", "I", "v") or line.named[at]:
        return 0
    before = line.kinds[at - 1]
    if before not in ("", "N", "E") or not _is_base(line, at):
        return 0
    if at + 1 < len(line.low) and line.kinds[at + 1] not in ("D", "#", "P", "E", "T"):
        return 0
    for token in range(at - 2, max(at - _ASKED_REACH, 0), -1):
        if line.low[token] == "that":
            return token - 1 if line.low[token - 1] in _ASKED_THAT else 0
        if line.kinds[token] in (",", "S", "C", "v", "b", "h", "m", "s"):
            return 0
    return 0


def _phrasal(line: Line, made: Predicate) -> None:
    """Takes in the particle of a phrasal verb: "put off" postpones, "called off" cancels."""
    after = made.last + 1
    if after < len(line.low):
        lemma = words.PHRASAL.get((made.lemma, line.low[after]))
        if line.low[after] == "back" and made.lemma in ("push", "put", "set") and made.passive:
            lemma = "postpone"
        if (made.lemma, line.low[after]) == ("hold", "up") and made.passive:
            lemma = "delay"
        if lemma:
            made.lemma, made.last = lemma, after


def _joins(before: Predicate, made: Predicate) -> bool:
    """Whether a form right after a verb belongs to its group."""
    if made.shape == "ing":
        return before.lemma in words.ASPECT
    return (
        made.first == made.head
        and before.last == before.head
        and made.tense in ("past", "none")
        and made.shape != "infinitive"
    )


def _auxiliary(line: Line, at: int) -> Predicate | None:
    """A group that opens with a modal, "be", "have" or "do"."""
    low, kinds = line.low, line.kinds
    first_word = low[at]
    tense: Tense = "present"
    modal = MODALS.get(first_word.removesuffix("n't").removesuffix("n’t"))
    if first_word in ("can't", "can’t", "cannot"):
        modal = "possible"
    elif first_word in ("won't", "won’t"):
        modal = "future"
    if kinds[at] == "m" and modal:
        tense = modal  # type: ignore[assignment]
    elif first_word.startswith(("was", "were", "had", "did")):
        tense = "past"
    made = Predicate(at, at, at, "be", "finite", tense, first_word.endswith(_CONTRACTED))
    chain = kinds[at]
    at = _skip(line, at + 1, made, chain)
    while at < len(kinds):
        word, kind = low[at], kinds[at]
        if kind in ("b", "h") and word in ("be", "been", "being", "have"):
            chain += kind
            made.last = made.head = at
            made.lemma = "be" if kind == "b" else "have"
            at = _skip(line, at + 1, made, chain)
            continue
        break
    aux_last = made.last
    made.perfect = "h" in chain and tense != "conditional"
    if at < len(kinds):
        _take_head(line, at, made, chain)
    if made.head == made.first and chain == "m":
        return None if made.first == aux_last and line.low[made.first] in ("may", "might", "can", "will") else made
    if made.head == made.first:
        made.lemma = {"h": "have", "d": "do"}.get(chain, "be")
    return made


def _skip(line: Line, at: int, made: Predicate, chain: str) -> int:
    """The place after adverbs, negation and, in a question, the subject pronoun."""
    low = line.low
    while at < len(low) and (line.timex[at] < 0 or low[at] == "now"):
        word = low[at]
        if word in _NOT and (word != "no" or (at + 1 < len(low) and low[at + 1] == "longer")):
            made.negated = True
        elif word in words.LY_VERBS or (word not in words.ADVERBS and not (word.endswith("ly") and len(word) > 4)):
            break
        at += 1
    return at


def _take_head(line: Line, at: int, made: Predicate, chain: str) -> None:
    """Reads the head of a group whose auxiliaries end before ``at``; leaves ``made`` as it is where none follows."""
    low, kinds = line.low, line.kinds
    word, kind = low[at], kinds[at]
    last = chain[-1]
    if line.timex[at] >= 0 or line.named[at]:
        return
    if last == "b":
        if word in words.DUE and at + 1 < len(low) and low[at + 1] == "to":
            _due(line, at, made, words.DUE[word])
        elif word == "to" and _is_base(line, at + 1):
            made.due, made.cue = "planned", (made.first, at)
            _after_to(line, at + 1, made)
        elif kind in ("v", "z") or (word in ("set", "put", "hit", "cut", "shut", "cast", "hurt") and kind != "E"):
            made.passive = True
            _set_head(line, at, made)
        elif kind == "g" or (word.endswith("ing") and kind == "N"):
            made.progressive = True
            if word == "going" and at + 1 < len(low) and low[at + 1] == "to" and _is_base(line, at + 2):
                made.due, made.cue = "planned", (at, at + 1)
                _set_head(line, at + 2, made)
            else:
                _set_head(line, at, made)
        elif word in words.DUE:
            made.due, made.cue = words.DUE[word], (at, at)
            made.head = made.last = at
            made.lemma = word
    elif last == "h":
        if kind in ("v", "z") or "participle" in analyse(word)[1]:
            _set_head(line, at, made)
        elif word == "to" and _is_base(line, at + 1):
            made.tense = "necessary" if made.tense == "present" else made.tense
            _set_head(line, at + 1, made)
        else:
            made.perfect = False
    elif _is_base(line, at):
        _set_head(line, at, made)


_VERBS_IN_TION = frozenset(
    """question mention position function caution commission petition auction ration sanction supplement
    implement""".split()
)
"""Verbs that look like nouns, read as verbs after a modal or "to"."""


def _due(line: Line, at: int, made: Predicate, status: str) -> None:
    made.due, made.cue = status, (at, at + 1)
    if line.low[at] == "unlikely":
        made.negated = True
    after = _skip(line, at + 2, made, "")
    if _is_base(line, after):
        _after_to(line, after, made)
    else:
        made.head = made.last = at
        made.lemma = line.low[at]


def _after_to(line: Line, at: int, made: Predicate) -> None:
    """Reads the head after a "to": "decide", "be sworn in", "have been closed"."""
    _set_head(line, at, made)
    if line.low[at] not in ("be", "have"):
        return
    following = _skip(line, at + 1, made, "")
    if following >= len(line.low) or line.timex[following] >= 0 or line.kinds[following] not in ("v", "z", "g", "b"):
        return
    made.passive = line.low[at] == "be" and line.kinds[following] != "g"
    _set_head(line, following, made)
    if line.kinds[following] == "b" and following + 1 < len(line.low) and line.kinds[following + 1] == "v":
        _set_head(line, following + 1, made)


def _set_head(line: Line, at: int, made: Predicate) -> None:
    made.head = made.last = at
    made.lemma = analyse(line.low[at])[0]


def _is_base(line: Line, at: int) -> bool:
    """Whether the token may be a verb in its base form."""
    if at >= len(line.low) or line.timex[at] >= 0 or line.named[at] or line.capital(at):
        return False
    word, kind = line.low[at], line.kinds[at]
    if word in ("be", "have", "do", "go"):
        return True
    if word == "work" and at > 1 and analyse(line.low[at - 2])[0] in ("return", "go", "get", "come", "back"):
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
        or ("base" in forms and not word.endswith(("tion", "ment", "ness", "ity", "ly", "ism")))
    )


def _infinitive(line: Line, at: int) -> Predicate | None:
    made = Predicate(at, at, at, "", "infinitive")
    head = _skip(line, at + 1, made, "")
    if not _is_base(line, head):
        return None
    if head == at + 1 and line.low[head][0] == "-":
        return None
    if at and line.low[at - 1] in _NOT:
        made.negated = True
    _set_head(line, head, made)
    word = line.low[head]
    if word in ("be", "have", "get") and head + 1 < len(line.low):
        following = _skip(line, head + 1, made, "")
        if following < len(line.low) and line.timex[following] < 0 and not line.named[following]:
            kind = line.kinds[following]
            if kind == "b" and following + 1 < len(line.low) and line.kinds[following + 1] in ("v", "z", "g"):
                following += 1
                kind = line.kinds[following]
            if kind in ("v", "z", "b") or (kind == "g" and word == "be"):
                made.perfect = word == "have"
                made.passive = word == "be" and kind != "g"
                _set_head(line, following, made)
    return made


def closes_aside(line: Line, at: int, found: Sequence[Predicate]) -> bool:
    """Whether a comma before the token closes an aside after a subject that still wants its verb."""
    if line.low[at - 1] != "," or (at + 1 < len(line.low) and line.low[at + 1] == "by"):
        return False
    opening = next((token for token in range(at - 2, 0, -1) if line.low[token] == ","), 0)
    return opening > 0 and not any(made.first < opening for made in found) and line.kinds[0] not in ("P", "g", "S")


def _past(line: Line, at: int, found: list[Predicate]) -> Predicate | None:
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
    if at and line.low[at - 1] == "-":
        return None
    only_past = "participle" not in forms
    subject_pronoun = bool(at) and (low[at - 1] in words.SUBJECTS or (before == "S" and low[at - 1] in words.RELATIVES))
    open_form = not only_past and not subject_pronoun and not (before == "," and closes_aside(line, at, found))
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
    opening = at == 0 or before == ","
    reduced = (opening and after in ("P", "t", "T", "S")) or (after == "P" and low[at + 1] == "by")
    reduced = reduced or (before in ("", "N", "E") and after in ("P", "T") and _verb_ahead(line, at + 1))
    if open_form and reduced:
        shape = "participle"
    return Predicate(at, at, at, lemma, shape, "past" if shape == "finite" else "none", passive=shape == "participle")


_FIXES = frozenset("plan schedule set slate book expect".split())


def _held_by(line: Line, at: int, found: Sequence[Predicate]) -> bool:
    """Whether a finite verb before it has no border behind it: "cancelled a trip planned for Thursday"."""
    if not found or found[-1].shape != "finite" or found[-1].lemma in words.REPORTS_THAT:
        return False
    return not any(kind in (",", "S", "C", "I") for kind in line.kinds[found[-1].last + 1 : at])


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


_PARTICLES = frozenset("off back out up down aside".split())
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


_ADJECTIVES = ("al", "ic", "ive", "ous", "ary", "ish", "ful", "ern", "ese")
_ATTRIBUTES = frozenset("first second third fourth fifth last new old next main only".split())


def _ing(line: Line, at: int) -> Predicate | None:
    before = line.kinds[at - 1] if at else ""
    if line.capital(at) and at:
        return None
    if at and line.low[at - 1] in _ATTRIBUTES:
        return None  # "its first folding phone"
    if at > 1 and before == "" and line.low[at - 1].endswith(_ADJECTIVES) and line.kinds[at - 2] in ("P", "D", "#"):
        return None  # "two days of national mourning"
    if before in ("D", "#") or (at and (line.low[at - 1] == "-" or line.low[at - 1].endswith(("'s", "’s")))):
        return None
    return Predicate(at, at, at, analyse(line.low[at])[0], "ing")


def _present(line: Line, at: int) -> Predicate | None:
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
        plural = low[at - 1] in ("we", "they", "i", "you", "who", "people", "police") or (
            low[at - 1].endswith("s") and before in ("", "E") and after in ("t", "S", "D", "I", "E")
        )
        if not plural:
            return None
    elif before not in ("I", "E", "S", "C", ",") and after not in ("t", "S", "D", "I", "E", "P", "T", "g", "b", "v"):
        return None
    return Predicate(at, at, at, lemma, "finite", "present")
