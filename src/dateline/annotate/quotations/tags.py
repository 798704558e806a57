"""Tags: a source with its verb of saying ("Jones told reporters"), found in unmarked words."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, count
from operator import attrgetter

import msgspec

from dateline.annotate.quotations.subjects import before_comma, clause_subject, nominal, subject, with_name
from dateline.annotate.quotations.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    NEGATED_AUX,
    PREPOSITIONS,
    PRONOUNS,
    WEEKDAYS,
    Tok,
    is_adverb,
    phrase_right,
)
from dateline.annotate.speech import ATTITUDES, CLAIMS, NOUNS_TOO, REJECTS, SURE, Verb, verbs
from dateline.annotate.verbs import analyse
from dateline.model.evidence import Span


class Tag(msgspec.Struct, gc=False):
    """``source`` and ``cue`` as spans; ``first``/``last``: the tokens of the tag, ``verb_at`` its verb's."""

    source: Span | None
    cue: Span
    verb: Verb
    first: int
    verb_at: int
    last: int
    inverted: bool = False
    negated: bool = False
    passive: bool = False
    joined: bool = False
    to: Span | None = None
    via: Span | None = None


_MAIN_CLAUSE = 12
"""Tokens from a sentence's start within which a tag is taken for its main clause."""
_SPANS_OF_TIME = frozenset("week month year night weekend day summer winter spring fall autumn".split())
_DOCUMENTS = frozenset("statement letter tweet memo message email e-mail report release note post".split())
"""What is put out "saying" something."""
_NAMING = frozenset("call dub identify label brand describe name".split())
"""Verbs whose past after "a man" is a participle: "a man called Smith"."""
_ACCORDING = Verb("accord", "say", "clause", "ing")


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    return frozenset((*verbs(), "according"))


_low = attrgetter("low")


def find_tags(toks: list[Tok], inverted_first: bool = False) -> list[Tag]:
    """The tags among the tokens of one unmarked stretch of a sentence, in order.

    ``inverted_first``: marked words stand right before, so a verb at the very start has its source after it.
    """
    table = verbs()
    out: list[Tag] = []
    cues = _cues()
    for at in compress(count(), map(cues.__contains__, map(_low, toks))):
        verb = table.get(toks[at].low)
        if verb is not None and (at == 0 or not toks[at].text[0].isupper()):
            tag = _tag(toks, at, verb, out, inverted_first)
        elif verb is None and at + 2 < len(toks) and toks[at + 1].low == "to":
            tag = _according(toks, at)
        else:
            continue
        if tag is not None:
            out.append(tag)
    return out


def _according(toks: list[Tok], at: int) -> Tag | None:
    last = phrase_right(toks, at + 2, len(toks))
    if last is None:
        return None
    while (
        last + 2 < len(toks)
        and toks[last + 1].low in ("by", "in", "at", "with", "on", "to")
        and toks[last + 2].low not in WEEKDAYS
    ):
        further = phrase_right(toks, last + 2, len(toks))
        if further is None:
            break
        last = further
    last = with_name(toks, at + 2, last)
    source = Span(toks[at + 2].start, toks[last].end)
    return Tag(source, Span(toks[at].start, toks[at + 1].end), _ACCORDING, at, at, last)


def _tag(toks: list[Tok], at: int, verb: Verb, before: list[Tag], inverted_first: bool) -> Tag | None:
    low = toks[at].low
    if verb.form == "ing":
        return _participle(toks, at, verb, before)
    if low in SURE and _inverted_here(toks, at, inverted_first):
        last = phrase_right(toks, at + 1, len(toks))
        if last is not None and nominal(toks, at + 1, last):
            last = with_name(toks, at + 1, last)
            source = Span(toks[at + 1].start, toks[last].end)
            return Tag(source, Span(toks[at].start, toks[at].end), verb, at, at, last, inverted=True)
    subject_end, negated, passive, helped = _verb_group(toks, at)
    if subject_end < 0:
        return None
    if not passive and toks[subject_end].low in ("and", "but", "then") and (verb.form != "base" or helped):
        return _conjunct(toks, at, verb, before, subject_end + 1, negated)
    first = subject(toks, subject_end, at + 1 < len(toks) and toks[at + 1].low == "that")
    if first is None:
        return None
    end = subject_end
    if toks[subject_end].text in (",", "—", "--", "–", "-"):
        end = before_comma(toks, first, subject_end)
    if verb.act in ATTITUDES and first and toks[first - 1].low in ("if", "whether", "unless"):
        return None
    if low in NOUNS_TOO and not helped and not _noun_verb(toks, at, first, end, verb):
        return None
    if verb.lemma in _NAMING and verb.form == "past" and not helped and toks[first].low in ("a", "an"):
        return None
    if (
        verb.act == "accuse"
        and verb.form == "past"
        and not helped
        and at + 1 < len(toks)
        and toks[at + 1].low in ("of", "with", "in", "by", "over")
    ):
        return None
    if verb.lemma == "read" and toks[end].low in PRONOUNS:
        return None
    if verb.lemma in ("quote", "cite") and not passive:
        relayed = _relayed(toks, at, Span(toks[first].start, toks[end].end))
        if relayed is not None:
            return relayed
    if verb.form == "past" and not helped and not passive and _of_an_object(toks, at, first):
        return None
    if passive and verb.lemma not in ("quote", "cite", "say"):
        return None
    if verb.lemma in REJECTS and not passive and _of_claims(toks, at + 1):
        verb = verb._replace(act="deny")
    if passive:
        verb = verb._replace(act="say")
    cue_from = subject_end + 1 if helped else at
    if end < first:  # nothing but marks stands before the verb
        return None
    return Tag(
        Span(toks[first].start, toks[end].end), Span(toks[cue_from].start, toks[at].end),
        verb, first, at, at, negated=negated, passive=passive,
    )  # fmt: skip


def _of_claims(toks: list[Tok], at: int) -> bool:
    """Whether "claims that", "any allegation that" begins here."""
    for i in range(at, min(at + 4, len(toks) - 1)):
        if toks[i].low in CLAIMS:
            return toks[i + 1].low == "that"
    return False


_SAY = Verb("say", "say", "clause", "past")
_RELAY = 14
"""Tokens between "quoted" and "as saying"."""


def _relayed(toks: list[Tok], at: int, carrier: Span) -> Tag | None:
    """ "Reuters quoted the minister as saying": the minister speaks, Reuters carries it (``via``)."""
    for i in range(at + 2, min(at + _RELAY, len(toks) - 1)):
        if toks[i].low == "as" and toks[i + 1].low in ("saying", "telling"):
            source = Span(toks[at + 1].start, toks[i - 1].end)
            return Tag(source, Span(toks[i].start, toks[i + 1].end), _SAY, at, i + 1, i + 1, via=carrier)
    return None


def _participle(toks: list[Tok], at: int, verb: Verb, before: list[Tag]) -> Tag | None:
    """ "..., adding that": the source is that of the clause before."""
    if at == 0 or (toks[at - 1].text not in (",", "—", "-") and not toks[at - 1].low.endswith(",")):
        before_it = toks[at - 1].low if at else ""
        if (
            before_it not in _DOCUMENTS
            and before_it != "before"
            and not (before and before_it in ("and", "also", "later", "then"))
        ):
            return None
    source = before[-1].source if before and before[-1].first < _MAIN_CLAUSE else None
    source = source or clause_subject(toks, at) or (before[-1].source if before else None)
    return Tag(source, Span(toks[at].start, toks[at].end), verb, at, at, at, joined=True)


def _conjunct(toks: list[Tok], at: int, verb: Verb, before: list[Tag], first: int, negated: bool) -> Tag | None:
    """ "X said this and called for that": the second verb's source is the first one's."""
    previous = [tag for tag in before if tag.verb.form in ("past", "s", "base") and not tag.inverted]
    if verb.form == "s" and not (previous and previous[-1].verb.form == "s"):
        return None
    if toks[at].low in NOUNS_TOO:
        return None
    if previous:
        source = previous[-1].source
    elif at + 1 < len(toks) and (toks[at + 1].low in ("that", "to", "whether", '"') or toks[at].low in SURE):
        source = clause_subject(toks, first)
    else:
        return None
    return Tag(source, Span(toks[first].start, toks[at].end), verb, first, at, at, negated=negated, joined=True)


def _of_an_object(toks: list[Tok], at: int, first: int) -> bool:
    """Whether a verb is the participle of another verb's object: "cancelled a trip planned for Monday"."""
    if at + 1 >= len(toks) or toks[at + 1].low not in _AFTER_PARTICIPLE or first < 2:
        return False
    before = toks[first - 1].low
    past = "past" in analyse(before)[1] if before.isalpha() else False
    return past and toks[first - 1].text[0].islower() and before not in PREPOSITIONS and toks[first].low not in PRONOUNS


_AFTER_PARTICIPLE = frozenset("for by on in at last this next".split())
"""Words that follow a participle, and hardly a verb of saying with an object."""


def _inverted_here(toks: list[Tok], at: int, inverted_first: bool) -> bool:
    """Whether the verb stands before its source: right after the words said, or after a comma ("..., said Jones")."""
    if at + 1 >= len(toks):
        return False
    if at == 0:
        return inverted_first
    if (
        toks[at - 1].text not in (",", "|")
        or (at < 4 and toks[at - 1].text == ",")
        or toks[at].low not in ("said", "says", "wrote", "added")
    ):
        return False
    if toks[at + 1].low in PRONOUNS or toks[at + 1].low in ("that", "this", "it", "there"):
        return False
    last = phrase_right(toks, at + 1, len(toks))
    if last is None:
        return False
    after = toks[last + 1] if last + 1 < len(toks) else None
    return (
        after is None
        or after.text in ",.|"
        or after.low in ("who", "in", "at", "on", "during")
        or after.low in WEEKDAYS
    )


def _verb_group(toks: list[Tok], at: int) -> tuple[int, bool, bool, bool]:
    """Index of the last token of the subject, and whether the verb is negated, passive, and has auxiliaries."""
    negated = passive = helped = False
    i = at - 1
    while i >= 0:
        low = toks[i].low
        if low in NEGATED_AUX:
            negated = helped = True
        elif low in ("not", "never", "neither"):
            negated = True
        elif low in BE:
            passive = helped = True
        elif low in AUXILIARIES:
            if low == "to":
                return -1, False, False, False
            helped = True
        elif low in _SPANS_OF_TIME and i and toks[i - 1].low in ("this", "last", "next", "earlier", "late"):
            i -= 1
        elif not is_adverb(low) and not (low == "on" and toks[i + 1].low in WEEKDAYS):
            break
        i -= 1
    return i, negated, passive, helped


def _noun_verb(toks: list[Tok], at: int, first: int, end: int, verb: Verb) -> bool:
    """Whether a form that is as often a noun is a verb here: a pronoun or name before it and a clause after it."""
    after = toks[at + 1] if at + 1 < len(toks) else None
    low = after.low if after else ""
    head = toks[end]
    low = low.split("'")[0] or low
    clause = (
        low[:1] in '"|'
        or low in ("that", "to", ":")
        or low in DETERMINERS
        or low in PRONOUNS
        or low in ("him", "them", "me", "us", "whether", "if", "why", "how", "what")
    )
    if low in ("to", ":") and not (head.low in PRONOUNS or head.text[0].isupper()):
        return False
    if verb.form == "base":
        plural = head.low in ("they", "we", "i", "you", "who", "people", "police") or (
            head.low.endswith("s") and not head.low.endswith("'s")
        )
        return plural and clause
    if head.low in PRONOUNS:
        return True
    capital = after is not None and after.text[0].isupper() and head.text[0].islower() is False
    return (
        clause
        or (capital and verb.form == "past")
        or (verb.form == "s" and capital and after is not None and low not in WEEKDAYS)
    )
