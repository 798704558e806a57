"""The predicates of a sentence: verb groups with tense, modality and negation, found without a parser.

A verb group is read from its first auxiliary to its head ("was still due to endorse" is one group with the head
"endorse"). Words inside names and time expressions are never verbs. Ambiguous forms count as verbs only in a frame
that speaks for it; a missed verb costs less than a noun read as one.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, count

from dateline.annotate import status_words as words
from dateline.annotate.status_forms import (
    Predicate,
    Shape,
    Tense,
    asked_for,
    asks_that,
    ing_form,
    is_base,
    past_form,
    present_form,
)
from dateline.annotate.status_tokens import Line
from dateline.annotate.verbs import MODALS, analyse

_AUGHT = frozenset("nothing anything something little much everything".split())
_NOT = frozenset(("not", "n't", "n’t", "never", "no"))
_CONTRACTED = ("n't", "n’t")
_HELPERS = frozenset("mbhd")
_OPENS = _HELPERS | frozenset("tvzgsp")
"""Kinds of the words with which a verb group may open."""


def predicates(line: Line) -> list[Predicate]:
    """The verb groups of a sentence, in order."""
    found: list[Predicate] = []
    kinds = line.kinds
    asks = asks_that(line)
    reached = 0
    for at in range(len(kinds)) if asks else list(compress(count(), map(_OPENS.__contains__, kinds))):
        if at < reached:
            continue
        kind = kinds[at]
        made: Predicate | None = None
        if kind in _HELPERS:
            made = _auxiliary(line, at)
        elif kind == "t":
            made = _infinitive(line, at)
        elif kind == "v" or kind == "z":
            made = past_form(line, at, found)
        elif kind == "g":
            made = ing_form(line, at)
        elif kind == "s" or kind == "p":
            made = present_form(line, at)
        if made is None and asks and (asking := asked_for(line, at)):
            lemma = analyse(line.low[at])[0]
            status = "planned" if line.low[asking] == "condition" else "requested"
            made = Predicate(at, at, at, lemma, "finite", "present", due=status, cue=(asking, asking))
        if made is not None:
            _phrasal(line, made)
            if made.shape == "infinitive" and found and _goes_on(line, found[-1], made):
                made = found.pop()
            if found and found[-1].last == at - 1 and _joins(found[-1], made):
                found[-1].last = at  # "stay involved", "keep striking": one group
            else:
                found.append(made)
            reached = made.last + 1
    return found or _last_resort(line)


def _last_resort(line: Line) -> list[Predicate]:
    """The verb of a full sentence whose only verb looks like a plural: "The fund runs out of money at midnight."."""
    low, kinds = line.low, line.kinds
    if low[-1] != "." or "T" not in kinds:
        return []
    for at in range(1, len(low) - 1):
        opens = kinds[at - 1] in ("", "N", "E") and (kinds[at + 1] in ("P", "D", "#", "t", "E") or low[at + 1] == "out")
        if kinds[at] == "" and opens and low[at].isalpha() and not line.capital(at) and "s" in analyse(low[at])[1]:
            return [Predicate(at, at, at, analyse(low[at])[0], "finite", "present")]
    return []


def _goes_on(line: Line, before: Predicate, made: Predicate) -> bool:
    """Whether an infinitive is one act with what leads to it ("went on to claim"); the group then takes its verb."""
    leads = before.lemma == "go" and line.low[before.last + 1 : made.first] == ["on"] and before.shape == "finite"
    if leads:
        before.lemma, before.head, before.last, before.passive = made.lemma, made.head, made.last, made.passive
    return leads


_PARTICLES = frozenset(particle for _, particle in words.PHRASAL) | {"back", "up"}


def _phrasal(line: Line, made: Predicate) -> None:
    """Takes in the particle of a phrasal verb: "put off" postpones, "called off" cancels."""
    after = made.last + 1
    if after < len(line.low) and line.low[after] in _PARTICLES:
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


@lru_cache(maxsize=1024)
def _opening(word: str, kind: str) -> tuple[Shape, Tense, bool]:
    """The shape and tense that an auxiliary gives its group, and whether it negates it."""
    tense: Tense = "present"
    modal = MODALS.get(word.removesuffix("n't").removesuffix("n’t"))
    if word in ("can't", "can’t", "cannot"):
        modal = "possible"
    elif word in ("won't", "won’t"):
        modal = "future"
    if kind == "m" and modal:
        tense = modal  # type: ignore[assignment]
    elif word.startswith(("was", "were", "had", "did")):
        tense = "past"
    return "ing" if word in ("having", "being") else "finite", tense, word.endswith(_CONTRACTED)


def _auxiliary(line: Line, at: int) -> Predicate | None:
    """A group that opens with a modal, "be", "have" or "do"."""
    low, kinds = line.low, line.kinds
    if low[at] == "do" and at > 1 and low[at - 1] == "to" and low[at - 2] in _AUGHT:
        return None  # "had nothing to do with it"
    shape, tense, negated = _opening(low[at], kinds[at])
    made = Predicate(at, at, at, "be", shape, tense, negated)
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
        elif word == "to" and is_base(line, at + 1):
            made.due, made.cue = "planned", (made.first, at)
            _after_to(line, at + 1, made)
        elif kind in ("v", "z") or (word in ("set", "put", "hit", "cut", "shut", "cast", "hurt") and kind != "E"):
            made.passive = True
            _set_head(line, at, made)
        elif kind == "g" or (word.endswith("ing") and kind == "N"):
            made.progressive = True
            if word == "going" and at + 1 < len(low) and low[at + 1] == "to" and is_base(line, at + 2):
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
        elif word == "to" and is_base(line, at + 1):
            made.tense = "necessary" if made.tense == "present" else made.tense
            _set_head(line, at + 1, made)
        else:
            made.perfect = False
    elif is_base(line, at):
        _set_head(line, at, made)


def _due(line: Line, at: int, made: Predicate, status: str) -> None:
    made.due, made.cue = status, (at, at + 1)
    if line.low[at] == "unlikely":
        made.negated = True
    after = _skip(line, at + 2, made, "")
    if is_base(line, after):
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


def _infinitive(line: Line, at: int) -> Predicate | None:
    if at and line.low[at - 1] in ("guilty", "innocent"):
        return None  # "pleaded guilty to murder"
    if at and line.low[at - 1] in _AUGHT and line.low[at + 1 : at + 2] == ["do"]:
        return None
    made = Predicate(at, at, at, "", "infinitive")
    head = _skip(line, at + 1, made, "")
    if not is_base(line, head):
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
