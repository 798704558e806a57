"""Streaming story grouping: reports come in batches, in any order; each joins an event and a running story.

    features ─▶ alike ─▶ links ─▶ events ─▶ running stories

Within a batch nothing hangs on the order: its terms are counted first, then its reports are placed oldest first, ties
by what they are. Cost goes by the new reports: whom a report is compared with is looked up, never tried out.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Iterable, Sequence

import msgspec

from dateline.group.stories.events import Change, heirs, rearrange
from dateline.group.stories.features import Features, weigh
from dateline.group.stories.likeness import CONSIDERED, FLOOR, NEAREST, alike, through_time
from dateline.group.stories.running import FIRST, GROWTH, grow, link, move, regroup, story_of, unlink
from dateline.group.stories.shelf import Event, Item, Shelf, Story

RELEARNED = 2048
"""Reports. Up to so many, all are placed anew whenever their number has doubled, since the first ones were weighed when
little was known of which words are common; later term counts change too slowly to matter."""


class NewReport(msgspec.Struct, frozen=True):
    """A report to be placed. ``number``: its place in the archive. ``key``: what it is, for ties."""

    number: int
    key: str
    terms: Features
    day: dt.date | None = None


Recall = Callable[[Sequence[int]], Iterable[NewReport]]
"""Gives reports back by their numbers, when they are to be placed anew."""


class Grouper:
    """Places reports on a shelf. ``recall`` is asked for reports that were placed before; without it they stay."""

    def __init__(self, shelf: Shelf | None = None, recall: Recall | None = None) -> None:
        self.shelf = shelf if shelf is not None else Shelf()
        self._recall = recall

    def add(self, batch: Sequence[NewReport]) -> None:
        """Places a batch; the result does not depend on the order of its reports."""
        shelf = self.shelf
        ordered = sorted(batch, key=_oldest_first)
        shelf.expect({term for one in ordered for term in one.terms.counts})
        for one in ordered:
            shelf.count_terms(one.terms.counts)
        shelf.count += len(ordered)
        if self._recall is not None and 2 * shelf.vectored <= shelf.count <= RELEARNED:
            self._relearn(ordered)
        else:
            for one in ordered:
                self._place(one)
        if shelf.count >= max(FIRST, GROWTH * shelf.regrouped):
            regroup(shelf)
            shelf.regrouped = shelf.count

    def event_of(self, number: int) -> int:
        """The event of a report."""
        return self.shelf.item(number).event

    def story_of(self, number: int) -> int:
        """The running story of a report."""
        return story_of(self.shelf, self.shelf.item(number)).number

    def _relearn(self, batch: Sequence[NewReport]) -> None:
        """Places all reports anew, with what is known of words by now. Numbers of events and stories start afresh."""
        shelf = self.shelf
        assert self._recall is not None
        known = [*self._recall(shelf.all_items()), *batch]
        shelf.expect({term for one in known for term in one.terms.counts})
        shelf.forget()
        shelf.vectored = shelf.count
        for one in sorted(known, key=_oldest_first):
            self._place(one)

    def _place(self, report: NewReport) -> None:
        shelf = self.shelf
        vector = _rounded(weigh(report.terms, shelf.count, shelf.frequencies))
        item = self._alone(report.number, report.day.toordinal() if report.day else None, vector)
        found = alike(shelf, item)
        shelf.index(item)
        self._link(item, found)
        if change := rearrange(shelf, item, found):
            self._apply(change)
        grow(shelf, item)

    def _alone(self, number: int, day: int | None, vector: dict[str, float]) -> Item:
        """A report as an event and a story of its own."""
        shelf = self.shelf
        event, story = shelf.next_event, shelf.next_story
        shelf.next_event += 1
        shelf.next_story += 1
        item = shelf.items[number] = Item(number, day, vector, event)
        shelf.events[event] = Event(event, [number], story)
        shelf.stories[story] = Story(story, {event}, {}, 1)
        shelf.touch("item", number)
        shelf.touch("vector", number)
        shelf.touch("event", event)
        shelf.touch("story", story)
        return item

    def _link(self, item: Item, found: dict[int, float]) -> None:
        """Links a report with its nearest, and those with it to which it is nearer than one they had."""
        shelf = self.shelf
        best = sorted((-likeness, other) for other, likeness in found.items() if likeness >= FLOOR)[:CONSIDERED]
        near = [(-weight * through_time(item.day, shelf.item(other).day), other) for weight, other in best]
        for likeness, number in sorted((-close, other) for close, other in near if close >= FLOOR):
            close, other = -likeness, shelf.item(number)
            if len(item.links) < NEAREST:
                link(shelf, item, other, close)
            if len(other.links) < NEAREST:
                link(shelf, other, item, close)
                continue
            if min(other.links.values()) < close:
                farthest = min(other.links, key=lambda known: (other.links[known], -known))
                unlink(shelf, other, shelf.item(farthest))
                link(shelf, other, item, close)

    def _apply(self, change: Change) -> None:
        """Replaces events by the new groups; reports that stay where they are are not touched."""
        shelf = self.shelf
        for heir, story, group in heirs(shelf, change):
            if heir is None:
                heir = shelf.next_event
                shelf.next_event += 1
                shelf.events[heir] = Event(heir, [], story)
                shelf.story(story).events.add(heir)
                shelf.touch("story", story)
            elif shelf.event(heir).story != story:
                self._hand_over(shelf.event(heir), story)
            for member in group:
                if shelf.item(member).event != heir:
                    move(shelf, shelf.item(member), heir)
            shelf.event(heir).members = group
            shelf.touch("event", heir)
        kept = {
            number for number in change.old if any(shelf.item(m).event == number for m in shelf.event(number).members)
        }
        for number in change.old:
            if number not in kept:
                self._drop(number)

    def _hand_over(self, event: Event, story: int) -> None:
        """Makes an event part of another story, with its reports."""
        shelf = self.shelf
        old = shelf.story(event.story)
        fresh = Event(shelf.next_event, [], story)
        shelf.next_event += 1
        shelf.events[fresh.number] = fresh
        members = [m for m in event.members if shelf.item(m).event == event.number]
        for member in members:
            move(shelf, shelf.item(member), fresh.number)
        old.events.discard(event.number)
        event.story = story
        shelf.story(story).events.add(event.number)
        for member in members:
            shelf.item(member).event = event.number
        del shelf.events[fresh.number]
        shelf.touch("story", old.number)
        shelf.touch("story", story)
        self._drop_empty(old)

    def _drop(self, number: int) -> None:
        shelf = self.shelf
        story = shelf.story(shelf.event(number).story)
        story.events.discard(number)
        del shelf.events[number]
        shelf.touch("event", number)
        shelf.touch("story", story.number)
        self._drop_empty(story)

    def _drop_empty(self, story: Story) -> None:
        if not story.events:
            del self.shelf.stories[story.number]
            self.shelf.touch("story", story.number)


def _rounded(vector: dict[str, float]) -> dict[str, float]:
    """The weights at the precision in which they are stored, so that nothing depends on when they were."""
    return dict(zip(vector, array("f", vector.values()), strict=True))


def _oldest_first(report: NewReport) -> tuple[int, str, int]:
    return report.day.toordinal() if report.day else dt.date.max.toordinal(), report.key, report.number
