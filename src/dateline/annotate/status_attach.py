"""Which predicate a time expression dates.

Every time expression between two predicates goes to the left or to the right one: to the left where it follows it
directly ("said on Wednesday"), across a clause border only where nothing nearer takes it. The borders are commas,
subordinators, coordinators, infinitives and, after a verb of saying, the start of what was said.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import status_words as words
from dateline.annotate.status_forms import Predicate
from dateline.annotate.status_tokens import Line

_PREPS = frozenset(
    """on in at by for from until till to since before after during between around about of through within over
    early late next last this that the a as than past earlier later starting beginning ending effective
    nearly almost only just some more less""".split()
)


_FROM_NOW = frozenset("today yesterday tomorrow tonight this".split())

_DAYS = frozenset("today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday".split())
"""No length of time: "freed yesterday after being arrested"."""

_VEHICLE = 5
"""Tokens before "interview" in which its preposition stands: "in a long taped interview"."""


class Slot:
    """A time expression in a sentence: its tokens, and those tokens with the prepositions before it."""

    __slots__ = ("first", "index", "last", "lead")

    def __init__(self, index: int, first: int, last: int, lead: int) -> None:
        self.index, self.first, self.last, self.lead = index, first, last, lead


def slots(line: Line) -> list[Slot]:
    """The time expressions of a sentence, in order."""
    found: list[Slot] = []
    if "T" not in line.kinds:
        return found
    at, size = 0, len(line.low)
    for first in [token for token, index in enumerate(line.timex) if index >= 0]:
        if first < at:
            continue
        index = line.timex[first]
        at = first + 1
        while at < size and line.timex[at] == index:
            at += 1
        lead = first
        while lead and line.low[lead - 1] in _PREPS and line.timex[lead - 1] < 0:
            if line.low[lead - 1] == "that" and line.low[lead] in _FROM_NOW:
                break  # "so that today I wake", not "that day"
            lead -= 1
        found.append(Slot(index, first, at - 1, lead))
    return found


def attach(line: Line, preds: Sequence[Predicate], places: Sequence[Slot]) -> list[int | None]:
    """For each slot the number of its predicate, or None where the sentence has none."""
    if not preds:
        return [None] * len(places)
    answer: list[int | None] = []
    left = -1
    dated: set[int] = set()
    previous_end = -2
    for slot in places:
        while left + 1 < len(preds) and preds[left + 1].first < slot.first:
            left += 1
        chosen = _choose(line, preds, left, slot)
        if (
            chosen == left
            and chosen in dated
            and previous_end + 1 >= slot.lead - 1
            and (slot.lead != slot.first or line.low[slot.first] in _PREPS)
        ):
            # "to close the mine that it had opened on 3 May on 9 June": the second day belongs to the clause around it
            outer = next((number for number in range(left - 1, max(-1, left - 12), -1) if number not in dated), None)
            if outer is not None and line.low[slot.lead] not in ("to", "until", "till", "from"):
                chosen = outer
        if line.low[slot.lead] in ("until", "till"):  # "put off the vote, which was due on Friday, until June"
            moved = [at for at in range(max(left - 3, 0), left + 1) if preds[at].lemma in words.POSTPONE]
            chosen = moved[-1] if moved else chosen
        own = _act_of_its_own(line, preds, chosen, slot) or _for_which_they_came(line, preds, chosen, slot)
        if own and chosen - 1 not in dated:
            chosen -= 1
        if preds[chosen].completes and preds[chosen - 1].lemma in words.PRONOUNCES:
            chosen -= 1  # "plans to declare the region liberated on Sunday"
        chosen = _said_in(line, preds, chosen, slot, dated)
        dated.add(chosen)
        previous_end = slot.last
        answer.append(chosen)
    return answer


def _said_in(line: Line, preds: Sequence[Predicate], at: int, slot: Slot, dated: set[int]) -> int:
    """The verb of saying beside "in an interview aired on Monday": its words were said then; else ``at`` itself."""
    issued = preds[at]
    first = issued.first - 1
    if (
        issued.first != issued.last
        or first < 1
        or issued.lemma not in words.ISSUES
        or line.low[first] not in words.VEHICLES
    ):
        return at
    if slot.lead < issued.first:
        return at
    opens = next((token for token in range(first - 1, max(first - _VEHICLE, -1), -1) if line.kinds[token] == "P"), -1)
    beside = (at - 1, at + 1) if opens > 0 else (at + 1,)  # or "a letter published on Monday said"
    for near in beside:
        if not 0 <= near < len(preds) or near in dated or preds[near].shape != "finite":
            continue
        told = preds[near].lemma in words.SAY or preds[near].lemma in words.SAY_THAT
        if told and preds[near].tense in ("past", "present", "none"):
            return near
    return at


def _act_of_its_own(line: Line, preds: Sequence[Predicate], at: int, slot: Slot) -> bool:
    """Whether a past day after an infinitive is that of its governor: "offered to resign on Tuesday"."""
    return (
        at > 0
        and preds[at].shape == "infinitive"
        and slot.lead > preds[at].last
        and "on" in line.low[slot.lead : slot.first + 1]
        and preds[at - 1].lemma in words.ACTS
        and preds[at - 1].tense in ("past", "none")
        and preds[at - 1].last + 1 == preds[at].first
        and slot.last <= slot.first + 1
    )


_COME = frozenset(
    "gather meet march rally take come turn travel queue assemble convene rush race crowd sit join".split()
)
"""Verbs of coming together, which is done on the day of what it is done for."""

_THIS_DAY = frozenset("today yesterday".split())


def _for_which_they_came(line: Line, preds: Sequence[Predicate], at: int, slot: Slot) -> bool:
    """Whether a day after an infinitive is that of a coming together: "gathered to join hands today"."""
    outer = preds[at - 1] if at else None
    return (
        outer is not None
        and preds[at].shape == "infinitive"
        and slot.lead > preds[at].last
        and (line.low[slot.first] in _THIS_DAY or "on" in line.low[slot.lead : slot.first + 1])
        and slot.last <= slot.first + 1
        and outer.lemma in _COME
        and outer.shape == "finite"
        and outer.tense == "past"
        and not outer.negated
        and not outer.due
    )


def _choose(line: Line, preds: Sequence[Predicate], left: int, slot: Slot) -> int:
    if left < 0:
        return _main_of(line, preds) if slot.lead <= _FRONT else 0
    right = left + 1
    if right >= len(preds):
        return left
    before = preds[left]
    bare = slot.lead == slot.first or line.low[slot.lead] not in ("on", "in", "at", "by", "until", "to", "from")
    counted = bare and line.low[slot.first] not in ("next", "last", "this") and line.low[slot.last] not in _DAYS
    if counted and slot.last + 2 == preds[right].first and line.low[slot.last + 1] in ("after", "before", "since"):
        return right  # "seven months after launching"
    if slot.lead <= before.last + 1:
        return left
    here = _border(line, before.last + 1, slot.lead)
    there = _border(line, slot.last + 1, preds[right].first)
    follower = preds[right]
    if follower.shape != "finite":
        there = max(there, 2)
    if (
        follower.shape == "finite"
        and follower.first == slot.last + 1
        and _opens_clause(line, before.last + 1, slot.lead)
    ):
        return right  # "threatened to resign after the party on Saturday told him to go"
    if here == 1 and follower.first == slot.last + 1 and line.timex[follower.last + 1 : follower.last + 2] > [-1]:
        return left  # "the shop opened by Ann Kirk, the owner, a week ago said today"
    if here and not there:
        return right
    if here == 2 and there < 2:
        return right
    if here == 1 and there == 1 and _fronted(line, slot):
        return right
    if not here and not there and before.lemma in words.REPORTS_THAT and before.shape == "finite":
        # "said the alliance on Friday agreed"; "said of the Friday vote it was fair"
        return left if slot.lead and line.low[slot.lead - 1] in words.VEHICLES else right
    return left


_FRONT = 2
"""Tokens before a time that opens its sentence: "But on Monday"."""

_ASIDES = frozenset("who which whose whom where after before when while because although though since as".split())


def _main_of(line: Line, preds: Sequence[Predicate]) -> int:
    """The first finite predicate that no relative pronoun or conjunction opens: "On Monday Kirk, who won, left"."""
    if line.kinds[0] == "S":
        return 0
    start = 0
    for at, pred in enumerate(preds[:_SIGHT]):
        opened = any(line.low[token] in _ASIDES for token in range(max(start, pred.first - _OPENED), pred.first))
        if pred.shape == "finite" and not opened:
            return at
        start = pred.last + 1
    return 0


_SIGHT = 4
"""Predicates among which the main one is looked for."""

_OPENED = 7
"""Tokens before a predicate in which the word stands that opens its clause."""


def _fronted(line: Line, slot: Slot) -> bool:
    """Whether the expression opens a clause: ", on Tuesday the council" but not ", on Tuesday, and the council"."""
    after = slot.last + 1
    return after < len(line.low) and line.low[after] != ","


def _border(line: Line, start: int, end: int) -> int:
    """The strongest clause border among the tokens: 0 none, 1 comma or coordinator, 2 subordinator or semicolon."""
    strength = 0
    for at in range(start, end):
        kind = line.kinds[at]
        if kind == "S":
            if line.low[at] in ("after", "before", "since", "until", "till", "as", "than", "so", "once", "that"):
                if line.low[at] == "that" or _clause_follows(line, at + 1, end):
                    return 2
                continue
            return 2
        if kind == "," and line.low[at] in (";", ":", "–", "—"):
            return 2
        if kind in (",", "C"):
            strength = 1
        elif kind == "t":
            continue
    return strength


_OPENERS = frozenset("after before since until till as once".split())


def _opens_clause(line: Line, start: int, end: int) -> bool:
    """Whether a word that may be preposition or conjunction stands among the tokens, with more than a verb's object
    after it."""
    return any(line.kinds[at] == "S" and line.low[at] in _OPENERS for at in range(start, end - 1))


def _clause_follows(line: Line, start: int, end: int) -> bool:
    """Whether a subject stands right after a word that may be preposition or conjunction."""
    return start < end and line.kinds[start] == "I"
