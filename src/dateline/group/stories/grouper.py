"""Streaming story grouping: reports come in batches, in any order; each joins an event and a running story.

    terms ─▶ alike ─▶ links ─▶ events ─▶ running stories

Within a batch nothing hangs on the order: its terms are counted first, then its reports are placed oldest first, ties
by what they are. Cost goes by the new reports: whom a report is compared with is looked up, never tried out.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from dateline.group.stories.events import Change, heirs, rearrange
from dateline.group.stories.features import Rarity, Terms, weigh
from dateline.group.stories.likeness import BOLD, FLOOR, LOOKED_UP, NEAREST, Alike, alike, through_time
from dateline.group.stories.regrouping import FIRST, GROWTH, regroup
from dateline.group.stories.running import drop_empty, hand_over, link, move, new_story, story_of, unlink
from dateline.group.stories.settling import settle
from dateline.group.stories.shelf import Event, Item, Shelf

_having = attrgetter("reports")

KIN = 0.3
"""Share of the likeness of a new report's nearest. The stories of those as near are decided anew with its own."""
RELEARNED = 2048
"""Reports. Up to so many, all are placed anew whenever their number has doubled, since the first ones were weighed when
little was known of which words are common; later term counts change too slowly to matter. Nor are all stories put
together anew in a larger archive: deciding around what is new alone gained 5 points on 5,500 reports of 13 people."""
SETTLED = 128
"""Reports after which the stories around them are decided on; so a batch of any size needs the same room."""


class NewReport(NamedTuple):
    """A report to be placed. ``number``: its place in the archive. ``key``: what it is, for ties."""

    number: int
    key: str
    terms: Terms
    day: dt.date | None = None


Recall = Callable[[Sequence[int]], Iterable[NewReport]]
"""Gives reports back by their numbers, when they are to be placed anew."""


class Grouper:
    """Places reports on a shelf. ``recall`` is asked for reports that were placed before; without it they stay."""

    def __init__(self, shelf: Shelf | None = None, recall: Recall | None = None) -> None:
        self.shelf = shelf if shelf is not None else Shelf()
        self._recall = recall
        self._rarity = Rarity(0)

    def add(self, batch: Sequence[NewReport]) -> None:
        """Places a batch; the result does not depend on the order of its reports."""
        shelf = self.shelf
        ordered = sorted(batch, key=_oldest_first)
        counted = Counter(chain.from_iterable([one.terms.numbers for one in ordered]))
        shelf.expect(counted)
        for term, reports in counted.items():
            shelf.count_term(term, reports)
        shelf.count += len(ordered)
        self._rarity = Rarity(shelf.count)
        if self._recall is not None and 2 * shelf.vectored <= shelf.count <= RELEARNED:
            self._relearn(ordered)
        else:
            for place, one in enumerate(ordered, 1):
                self._place(one)
                if place % SETTLED == 0:
                    settle(shelf)
                shelf.rest()
        if RELEARNED >= shelf.count >= max(FIRST, GROWTH * shelf.regrouped):
            regroup(shelf)
            shelf.regrouped = shelf.count
        else:
            settle(shelf)

    def event_of(self, number: int) -> int:
        """The event of a report."""
        return self.shelf.items[number].event

    def story_of(self, number: int) -> int:
        """The running story of a report."""
        return story_of(self.shelf, self.shelf.items[number]).number

    def _relearn(self, batch: Sequence[NewReport]) -> None:
        """Places all reports anew, with what is known of words by now. Numbers of events and stories start afresh."""
        shelf = self.shelf
        assert self._recall is not None
        known = [*self._recall(shelf.all_items()), *batch]
        shelf.expect(sorted({term for one in known for term in one.terms.numbers}))
        shelf.forget()
        shelf.vectored = shelf.count
        for one in sorted(known, key=_oldest_first):
            self._place(one)

    def _place(self, report: NewReport) -> None:
        shelf = self.shelf
        terms = shelf.terms
        having = map(_having, map(terms.__getitem__, report.terms.numbers))
        vector = weigh(report.terms, having, self._rarity)
        item = self._alone(report.number, report.day.toordinal() if report.day else None, vector)
        found = alike(shelf, item)
        shelf.index(item, LOOKED_UP)
        self._link(item, found)
        if change := rearrange(shelf, item, found):
            self._apply(change)

    def _alone(self, number: int, day: int | None, vector: Terms) -> Item:
        """A report as an event and a story of its own."""
        shelf = self.shelf
        event, story = shelf.next_event, new_story(shelf)
        shelf.next_event += 1
        item = shelf.items[number] = Item(number, day, event)
        shelf.vectors[number] = vector
        shelf.events[event] = Event(event, [number], story.number)
        story.events.add(event)
        story.size = 1
        shelf.touched.items.add(number)
        shelf.touched.vectors.add(number)
        shelf.touched.events.add(event)
        shelf.unsettled.add(number)
        return item

    def _link(self, item: Item, found: Alike) -> None:
        """Links a report with its nearest, and those with it to which it is nearer than one they had."""
        shelf = self.shelf
        items = shelf.items
        near = [(negative * through_time(item.day, items[other].day), other) for negative, other in found]
        near = sorted([pair for pair in near if -pair[0] >= FLOOR])
        for negative, number in near:
            close, other = (-negative) ** BOLD, items[number]
            if negative <= KIN * near[0][0]:
                shelf.unsettled.add(number)
            if len(item.links) < NEAREST:
                link(shelf, item, other, close)
            if len(other.links) < NEAREST:
                link(shelf, other, item, close)
            elif (least := min(other.links.values())) < close:
                farthest = max([known for known, likeness in other.links.items() if likeness == least])
                unlink(shelf, other, items[farthest])
                link(shelf, other, item, close)

    def _apply(self, change: Change) -> None:
        """Replaces events by the new groups; reports that stay where they are are not touched."""
        shelf = self.shelf
        stories = {shelf.events[number].story for number in change.old}
        for heir, story, group in heirs(shelf, change):
            if heir is None:
                heir = shelf.next_event
                shelf.next_event += 1
                shelf.events[heir] = Event(heir, [], story)
                shelf.stories[story].events.add(heir)
                shelf.touched.stories.add(story)
            elif shelf.events[heir].story != story:
                hand_over(shelf, shelf.events[heir], story)
            for member in group:
                if shelf.items[member].event != heir:
                    move(shelf, shelf.items[member], heir)
            shelf.events[heir].members = group
            shelf.touched.events.add(heir)
        kept = {number for number in change.old if any(shelf.items[m].event == number for m in shelf.members(number))}
        for number in change.old:
            if number not in kept:
                self._drop(number)
        drop_empty(shelf, stories)

    def _drop(self, number: int) -> None:
        shelf = self.shelf
        story = shelf.stories[shelf.events[number].story]
        story.events.discard(number)
        shelf.events.drop(number)
        shelf.touched.events.add(number)
        shelf.touched.stories.add(story.number)


def _oldest_first(report: NewReport) -> tuple[int, str, int]:
    return report.day.toordinal() if report.day else dt.date.max.toordinal(), report.key, report.number
