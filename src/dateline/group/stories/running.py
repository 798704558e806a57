"""Running stories: chains of events, held together by links between their reports and not by a common centre."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.group.stories.chains import NOTHING
from dateline.group.stories.shelf import Event, Item, Shelf, Story


def link(shelf: Shelf, a: Item, b: Item, likeness: float) -> None:
    """Notes that ``b`` is among the nearest of ``a``."""
    a.links[b.number] = likeness
    b.back[a.number] = likeness
    _count(shelf, story_of(shelf, a), story_of(shelf, b), likeness)
    shelf.touched.links.add(a.number)
    shelf.touched.links.add(b.number)


def unlink(shelf: Shelf, a: Item, b: Item) -> None:
    """Notes that ``b`` is no longer among the nearest of ``a``."""
    likeness = a.links.pop(b.number)
    del b.back[a.number]
    _count(shelf, story_of(shelf, a), story_of(shelf, b), -likeness)
    shelf.touched.links.add(a.number)
    shelf.touched.links.add(b.number)


def story_of(shelf: Shelf, item: Item) -> Story:
    return shelf.stories[shelf.events[item.event].story]


def new_story(shelf: Shelf) -> Story:
    """A story with nothing in it yet."""
    story = shelf.stories[shelf.next_story] = Story(shelf.next_story, set(), {}, 0)
    shelf.next_story += 1
    shelf.touched.stories.add(story.number)
    return story


def move(shelf: Shelf, item: Item, event: int) -> None:
    """Puts a report into another event; where that is part of another story, its links go along."""
    old, new = story_of(shelf, item), shelf.stories[shelf.events[event].story]
    if old.number != new.number:
        for links in (item.links, item.back):
            for number, likeness in links.items():
                other = story_of(shelf, shelf.items[number])
                _count(shelf, old, other, -likeness)
                _count(shelf, new, other, likeness)
        old.size -= 1
        new.size += 1
        shelf.touched.stories.add(old.number)
        shelf.touched.stories.add(new.number)
    item.event = event
    shelf.touched.items.add(item.number)
    shelf.unsettled.add(item.number)


def hand_over(shelf: Shelf, event: Event, story: int) -> None:
    """Makes an event part of another story, with its reports. The old one may be left empty; see :func:`drop_empty`."""
    old = shelf.stories[event.story]
    fresh = Event(shelf.next_event, [], story)
    shelf.next_event += 1
    shelf.events[fresh.number] = fresh
    members = [m for m in shelf.members(event.number) if shelf.items[m].event == event.number]
    for member in members:
        move(shelf, shelf.items[member], fresh.number)
    old.events.discard(event.number)
    event.story = story
    shelf.stories[story].events.add(event.number)
    for member in members:
        shelf.items[member].event = event.number
    shelf.events.drop(fresh.number)
    shelf.touched.events.add(event.number)
    shelf.touched.stories.add(old.number)
    shelf.touched.stories.add(story)


def drop_empty(shelf: Shelf, stories: Iterable[int]) -> None:
    """Drops those of the stories that have no event left."""
    for number in sorted(stories):
        if not shelf.stories[number].events:
            shelf.stories.drop(number)
            shelf.touched.stories.add(number)


def join(shelf: Shelf, large: Story, small: Story) -> None:
    """Makes ``small`` part of ``large``. Who was linked to either is linked to both as much as before."""
    between = large.links.pop(small.number, 0.0)
    _put(large.links, large.number, 2 * between)
    for number, likeness in small.links.items():
        if number == small.number:
            _put(large.links, large.number, likeness)
        elif number != large.number:
            other = shelf.stories[number]
            _put(large.links, number, likeness)
            _put(other.links, large.number, other.links.pop(small.number, 0.0))
            shelf.touched.stories.add(number)
    large.volume += small.volume
    for event in small.events:
        shelf.events[event].story = large.number
        shelf.touched.events.add(event)
    large.events |= small.events
    large.size += small.size
    shelf.stories.drop(small.number)
    shelf.touched.stories.add(small.number)
    shelf.touched.stories.add(large.number)


def _count(shelf: Shelf, a: Story, b: Story, likeness: float) -> None:
    """Counts a link between two stories; inside one it counts twice, once for either end."""
    a.volume += likeness
    b.volume += likeness
    if a is b:
        _put(a.links, a.number, 2 * likeness)
        shelf.touched.stories.add(a.number)
        return
    _put(a.links, b.number, likeness)
    _put(b.links, a.number, likeness)
    shelf.touched.stories.add(a.number)
    shelf.touched.stories.add(b.number)


def _put(links: dict[int, float], number: int, likeness: float) -> None:
    total = links.get(number, 0.0) + likeness
    if total > NOTHING:
        links[number] = total
    else:
        links.pop(number, None)
