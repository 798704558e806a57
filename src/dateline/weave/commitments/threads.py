"""Plans brought together into threads: one thread is one thing announced, by whoever, for one day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from dateline.model.dates import DateSpan
from dateline.weave.commitments.actions import FRAMES, things_of
from dateline.weave.commitments.classes import LIGHT, POSTPONING
from dateline.weave.commitments.due import LONG_DUE
from dateline.weave.commitments.reading import Reading
from dateline.weave.commitments.records import Record
from dateline.weave.commitments.words import INTENTS, PREDICTIONS, PROMISES, REQUESTS, told_by

ALIKE = 0.30
"""Share of the rarer words (weighted) that two plans of one action and day must have in common to be one."""

OPEN_ALIKE = 0.15
"""The same for plans without a day in a big pile, whoever makes them."""

_HYPOTHETICAL = frozenset("if unless whether could may might can".split())
_CONDITIONS = frozenset("if unless whether".split())
_PENDING = frozenset("until before once when whenever after till as of from about".split())
_OTHERS_WISH = re.compile(r"\b(?:they|you|people|who)\s$", re.IGNORECASE)
_ATTITUDES = frozenset("enough too keen eager ready willing likely able free reluctant bound".split())


TURNING = frozenset("start begin open end stop resume stand elect choose".split())
"""Verbs that, like frames and light verbs, take what they are about from a noun beside: "the trial will begin"."""


class Thread:
    """Tellings of one plan, oldest first, and the words and entities of all of them."""

    __slots__ = ("due", "entities", "head", "members", "own", "things")

    def __init__(self, first: Record) -> None:
        self.head, self.members = first, [first]
        self.due = first.due
        self.own = set(first.own)
        self.entities = set(first.entities)
        self.things = set(things_of(first.own_text)) if first.lemma in FRAMES | LIGHT | TURNING else set()

    def add(self, record: Record) -> None:
        self.members.append(record)
        if self.due is None or (record.due is not None and record.due.days < self.due.days):
            self.due = record.due
        self.own |= record.own
        self.entities |= record.entities


LONGEST_PLAN = 70
"""Words. A longer sentence of a big pile is a page's list of other stories."""

_WANTED = re.compile(r"\b(?:is|are|was|were|be|been|being|man|men|woman)\s(?:\w+ly\s)?$", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:than|as)\s(?:\w+ly\s)?(?:had\sbeen\s|was\s)?$")
_IN_COURT = re.compile(r"s?\s(?:against|the|was|is|court|hearing|judges?)\b")


def _doubtful(record: Record) -> bool:
    """Whether a record of a big pile is likely no plan of anybody.

    No word tells it as one ("ahead of today's summit"), it is only likely, a day marks an anniversary, it stands in a
    page's list, others are measured by it ("later than planned"), or nothing is asked ("is wanted for theft", "chose to
    appeal against it").
    """
    if record.status in ("planned", "expected") and (
        not record.cue or "likely" in record.cue or record.lemma == "mark"
    ):
        return True
    if record.telling.text.count(" ") >= LONGEST_PLAN:
        return True
    cue, text = record.event.cue, record.report.text
    if cue is None:
        return False
    if _COMPARED.search(text, max(0, cue.start - 24), cue.start):
        return True
    if record.status != "requested":
        return False
    if record.cue == "wanted":
        return bool(_WANTED.search(text[max(0, cue.start - 20) : cue.start]))
    return record.cue.startswith("appeal") and bool(_IN_COURT.match(text, cue.end))


def worth(record: Record, small: bool = False) -> bool:
    """Whether a plan is one that a reader would follow: dated ahead, or asked, promised or foretold by somebody.

    In a small pile whoever asks, promises, intends or foretells will do, named or not.
    """
    cue = record.cue.split()
    if (record.lemma in POSTPONING and record.due is None) or (not small and _doubtful(record)):
        return False
    if record.event.negated and record.status != "requested":
        return small and record.due is None and record.by is not None and _avowed(record, cue)
    if record.status == "expected" and set(cue) & _PENDING:
        return False  # "until the budget is passed"
    if record.due is not None:
        if record.due.days > LONG_DUE or not record.made or record.due.end < record.made:
            return False
        if record.due.precision == "time" and record.due.start == record.made:
            return False  # the hour of a day already running
        doubtful = set(cue) & (_ATTITUDES | _CONDITIONS)
        return not (record.status == "expected" and doubtful)
    if record.lemma in ("try", "attempt"):
        return False  # the infinitive after it tells what
    if "want" in record.cue and record.telling.voices.quoted(record.head_end):
        return False
    if not record.made or set(cue) & (_HYPOTHETICAL | _ATTITUDES):
        return False
    said_so = cue[:1] in (["will"], ["would"]) and record.event.by is not None  # "lawyers said they would appeal"
    wished = not said_so and not (small and {told_by(word) for word in cue} & INTENTS)
    if (
        wished
        and record.event.cue is not None
        and _OTHERS_WISH.search(record.report.text[max(0, record.event.cue.start - 12) : record.event.cue.start])
    ):
        return False
    said = {told_by(word) for word in cue}
    if record.status == "requested":
        return bool(said & REQUESTS) and _known(record, small)
    if said & PROMISES:
        return _known(record, small)
    if small and record.voiced and ((said & INTENTS and not _noun(record)) or _avowed(record, cue)):
        return record.lemma not in _LASTING
    if record.status == "planned" and said & {"agree", "decide"} and record.position < LEAD:
        return record.by is not None
    return bool(said & PREDICTIONS) and _known(record, small)


def _known(record: Record, small: bool) -> bool:
    """Whether it is told who asks, promises or foretells; in a small pile, that somebody does."""
    return record.by is not None or (small and record.voiced)


_LASTING = frozenset("be have know need seem mean matter think feel depend like want involve include cost".split())
"""Verbs of states, which nobody can keep or break by a deed."""


_ARTICLE = re.compile(r"\b(?:the|a|an|its|their|his|her|about|of|on|any|no)\s(?:\w+\s)?$", re.IGNORECASE)


def _noun(record: Record) -> bool:
    """Whether the governing word is a noun that nobody is told to stand behind: "talks about plans to end"."""
    cue = record.event.cue
    return (
        cue is not None
        and not record.cue_verb
        and bool(_ARTICLE.search(record.report.text[max(0, cue.start - 20) : cue.start]))
    )


def _avowed(record: Record, cue: Sequence[str]) -> bool:
    """Whether a "will" or "would" is what somebody said of what is to come, told in the report's words."""
    if record.status != "planned" or record.lemma in _LASTING or not cue or cue[0] not in ("will", "would"):
        return False
    return record.event.by is not None and not record.telling.voices.quoted(record.head_end)


def despite(record: Record) -> bool:
    """Whether a request is told only as what was gone against: "despite a request to wait"."""
    before = record.report.text[record.sentence.start : record.event.start].lower()
    return "despite" in before or "in spite of" in before or "ignoring" in before


def threads(reading: Reading) -> list[Thread]:
    """The plans worth following, those of one action, day and matter together; in the order of the reports."""
    found: list[Thread] = []
    asking = {
        (plan.order, plan.event.cue.start)
        for plan in reading.plans
        if plan.status == "requested" and plan.event.cue is not None and plan.event.cue != plan.event.head
    }
    buckets: dict[tuple[str, bool], list[Thread]] = defaultdict(list)
    for record in sorted(reading.plans, key=lambda r: (r.made, r.order, r.number)):
        if not worth(record, reading.small) or (record.status == "requested" and despite(record)):
            continue
        if record.due is None and record.event.head and (record.order, record.event.head.start) in asking:
            continue  # "would ask the council to close the pit": what is asked is the thread
        known = buckets[record.action, record.status == "postponed"]
        thread = _best(reading, record, known)
        if thread is None:
            thread = Thread(record)
            known.append(thread)
            found.append(thread)
        else:
            thread.add(record)
    return found


LEAD = 3
"""Sentences at a report's head in which an undated decision is the news."""

COARSE = 7
"""Days of the widest due that a sharper one may stand for: a week."""

_LOOK_BACK = 40
"""Threads of one action and day that a plan is compared with, newest first; a bound on the cost of crowded days."""


def same_due(mine: DateSpan | None, theirs: DateSpan | None) -> bool:
    """Whether two due days are one, or one is a sharper word for the other ("next week", "31 October")."""
    if mine is None or theirs is None:
        return mine is theirs
    if mine.end == theirs.end:
        return True
    inside = mine.start <= theirs.start and theirs.end <= mine.end
    around = theirs.start <= mine.start and mine.end <= theirs.end
    return (inside or around) and max(mine.days, theirs.days) <= COARSE


def _best(reading: Reading, record: Record, known: Sequence[Thread]) -> Thread | None:
    best, chosen = ALIKE, None
    for thread in reversed(known[-_LOOK_BACK:]):
        if not same_due(record.due, thread.due) and not _told_again(record, thread):
            continue
        if record.due is None and record.by != thread.head.by and not _told_again(record, thread):
            continue
        if record.event.negated != thread.head.event.negated or _two_things(record, thread.head):
            continue
        likeness = alike(reading, record.own, thread.own)
        if record.due is None and likeness < OPEN_ALIKE and not reading.small:
            continue  # "hopes to continue as president", "promised to stay in exile"
        if reading.small and _told_again(record, thread):
            likeness += ALIKE
        if reading.small and (record.bare or thread.head.bare) and record.due is not None:
            likeness += ALIKE  # "the formal decision will be taken this week"
        if reading.small and _one_day(record, thread):
            likeness += SAME_DAY
        if record.entities & thread.entities:
            likeness += 0.1
        if record.by is not None and record.by == thread.head.by:
            likeness += 0.2
        if likeness >= best:
            best, chosen = likeness, thread
    return chosen


def _two_things(record: Record, head: Record) -> bool:
    """Whether two plans name two different doers, or two different places of a coming or going."""
    if record.action in _GOING and record.places and head.places and not record.places & head.places:
        return True
    if not (record.event.head and head.event.head) or record.event.rule == "noun" or head.event.rule == "noun":
        return False
    mine, theirs = record.subjects, head.subjects
    return bool(mine and theirs) and not mine & theirs


_GOING = frozenset(("visit", "reach", "return", "land"))

SAME_DAY = 0.3
"""What one verb for one single day adds in a small pile: "hand over fighters", "the handover of prisoners"."""


def _one_day(record: Record, thread: Thread) -> bool:
    """Whether two plans of one action are for one single day, or asked for up to one, by nobody who differs."""
    if record.due is None or thread.due is None:
        return False
    asked = record.status == thread.head.status == "requested" and record.due.end == thread.due.end
    if not asked and (record.due.days > 1 or thread.due.days > 1):
        return False
    mine, theirs = record.subjects, thread.head.subjects
    return not (mine and theirs) or bool(mine & theirs)


def _told_again(record: Record, thread: Thread) -> bool:
    """Whether a promise is only told again, once with and once without its day."""
    one_open = (record.due is None) != (thread.due is None)
    return one_open and record.kind == thread.head.kind == "promise"


def alike(reading: Reading, mine: frozenset[str] | set[str], theirs: frozenset[str] | set[str]) -> float:
    """Weighted share of the smaller set's words that the other has too, 0..1."""
    small = mine if len(mine) <= len(theirs) else theirs
    total = sum(reading.rarity(word) for word in small)
    return sum(reading.rarity(word) for word in mine & theirs) / total if total else 0.0
