"""Whether one line of a timeline tells again what another tells, on its day or the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from dateline.text.words import stem
from dateline.weave.timeline.days import day_after, day_before
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.vectors import Vectors

if TYPE_CHECKING:
    from dateline.weave.timeline.build import Line, Pile

SAME_WORDS = 0.7
"""Share of the shorter line's content words in the longer from which both tell the same on one date."""

SAME_CENTRE = 0.2
"""Cosine of two events of one date in a big pile from which one line tells both."""

SAME_NEXT_DOOR = 0.5
"""Cosine of events of a day and the next in a big pile from which one line tells both."""

SHARED_BY_REPORTS, FEWEST_SHARED, MOST_COMPARED = 0.42, 3, 6
"""Share of the shorter telling's content words in another's, and their number, from which two events of one date in a
big pile are one; tellings of each that are compared."""

SHARED_WITH_EVE = 2
"""Words beside names that an undated lead shares with what its report puts on the day before, to tell that again."""

CAME_TRUE = 0.3
"""Share of the content words of a plan's line in one on what was done on its day, or the other way round, from which a
big pile has no need of the plan."""

_ONCE = frozenset("die bear marry wed bury cremate resign inaugurate acquit convict sentence".split())
"""What is done to one in a day, and told of one in a story: two lines that tell it of a date tell the same."""

_ANNOUNCES = frozenset("announce confirm say report".split())
_SELDOM = _ONCE | frozenset(
    "arrest charge grant hand release elect swear nominate appoint threaten sue divorce indict plead extradite deport"
    " suspend sack expel detain pardon free crash collapse apologise apologize ban postpone cancel".split()
)
"""What is seldom done twice in two days: two lines that tell it, and share a word beside names, tell the same."""

_KILLS = frozenset("kill murder shoot stab die".split())

_SAME_DEED = (
    frozenset("grant release free set get allow bail".split()),
    frozenset("charge indict".split()),
    frozenset("convict find".split()),
    frozenset("sentence jail imprison".split()),
    frozenset("appoint name select choose pick elect".split()),
    frozenset("unveil launch introduce reveal release present announce".split()),
    frozenset("resign quit step".split()),
    _KILLS | {"deny", "admit"},
)
"""Verbs that may tell one deed of a date: "was granted bail", "was released on bail"."""

SAME_DEED_SHARED = 2
"""Content words beside names that two lines with such verbs share, unless one is the deed itself:"""

_DEEDS = frozenset(map(stem, "bail guilty prison jail parole".split()))


def told_next_door(
    line: Line, fresh: Telling | None, homes: Mapping[tuple[str, str], Sequence[Line]], vectors: Vectors
) -> Line | None:
    """The line of the day before or after that tells the same: what a paper tells a day late, or of two days."""
    if not line.event.when.is_day:
        return None
    day, first = line.event.when.start, fresh or line.tellings[0]
    words = vectors.words(first) - vectors.names
    for date in (day_before(day), day_after(day)):
        for other in homes.get((date, date), ()):
            if other.event.kind != line.event.kind or other.tellings[0].negated != first.negated:
                continue
            others = vectors.words(other.tellings[0]) - vectors.names
            shared = len(words & others)
            seldom = shared and first.lemma in _SELDOM and first.lemma == other.tellings[0].lemma
            again = shared >= FEWEST_SHARED and shared >= SAME_WORDS * min(len(words), len(others))
            killed = {first.lemma, other.tellings[0].lemma} <= _KILLS and _in_other_reports(other, line, vectors)
            passed_on = _passes_on(first, other.tellings[0], words) or _passes_on(other.tellings[0], first, others)
            if (
                seldom
                or _same_deed(first, other.tellings[0], words & others & _DEEDS)
                or again
                or killed
                or passed_on
                or other.event.centre.likeness_to(line.event.centre) >= SAME_NEXT_DOOR
            ):
                return other
    return None


def _passes_on(first: Telling, other: Telling, words: frozenset[str]) -> bool:
    """Whether the first only announces what the other tells, done but once: "The firm announced that Lee has died"."""
    if first.lemma not in _ANNOUNCES or other.lemma not in _ONCE:
        return False
    return not words.isdisjoint((stem(other.lemma), stem(other.lemma + "d")))


def told_the_day_before(line: Line, homes: Mapping[tuple[str, str], Sequence[Line]], vectors: Vectors) -> bool:
    """Whether the report of an undated lead puts what it leads with on the day before, where a line tells it."""
    first, eve = line.tellings[0], day_before(line.event.when.start)
    words = vectors.words(first) - vectors.names
    return any(
        told.report == first.report and len(words & vectors.words(told)) >= SHARED_WITH_EVE
        for other in homes[eve, eve]
        for told in other.event.tellings
    )


def tells_again(shown: Line, line: Line, pile: Pile) -> bool:
    """Whether a line shown for the same date tells what this one tells: by the same sentence, or in the same words."""
    first, other = shown.tellings[0], line.tellings[0]
    if first.sentence is other.sentence or (first.report, first.sentence) == (other.report, other.sentence):
        return True
    words, others = pile.vectors.words(first), pile.vectors.words(other)
    few, many = sorted((words, others), key=len)
    if not pile.small and {shown.event.kind, line.event.kind} == {"act", "ahead"}:
        return len(few & many) >= CAME_TRUE * len(few)
    if shown.event.kind != line.event.kind or first.negated != other.negated:
        return False
    alike = first.lemma in _ONCE or (first.lemma in _SELDOM and (words & others) - pile.vectors.names)
    if not pile.small and first.lemma == other.lemma and alike:
        return True
    if not pile.small and _same_deed(first, other, (words & others) - pile.vectors.names):
        return True
    if not pile.small and shown.event.centre.likeness_to(line.event.centre) >= SAME_CENTRE:
        return True
    if not pile.small and _in_other_reports(shown, line, pile.vectors):
        return True
    numbers = {word for word in words ^ others if word.isdigit()}
    return bool(few) and len(few & many) >= SAME_WORDS * len(few) and not numbers


def _in_other_reports(shown: Line, line: Line, vectors: Vectors) -> bool:
    """Whether a report of the one tells what a report of the other tells, in most of the words."""
    for one in islice(shown.event.tellings, MOST_COMPARED):
        words = vectors.words(one)
        for other in islice(line.event.tellings, MOST_COMPARED):
            others = vectors.words(other)
            shared = len(words & others)
            if shared >= FEWEST_SHARED and shared >= SHARED_BY_REPORTS * min(len(words), len(others)):
                return True
    return False


def _same_deed(first: Telling, other: Telling, shared: frozenset[str]) -> bool:
    """Whether two lines of one date tell one deed by two verbs."""
    if not any(first.lemma in verbs and other.lemma in verbs for verbs in _SAME_DEED):
        return False
    return len(shared) >= SAME_DEED_SHARED or bool(shared & _DEEDS)


def fold(home: Line, line: Line, pile: Pile) -> None:
    """Adds a line's tellings to the one that tells the same."""
    for told in line.tellings:
        if not any(told is other for other in home.tellings):
            home.tellings.append(told)
    for told in line.event.tellings:
        if told.kind == home.event.kind:
            home.event.add(told, pile.vectors.clause(told))
