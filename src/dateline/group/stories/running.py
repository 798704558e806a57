"""Running stories: chains of events, held together by links between their reports and not by a common centre.

Two stories are one where a fair share of the smaller one's links leads into the other. Since every report has links to
its nearest in words, actors and time only, a story may drift as far as it likes as long as it does so step by step.
"""

from __future__ import annotations

from dateline.group.stories.shelf import Item, Shelf, Story

HASTE = 0.2
"""Share of the smaller story's links from which two are one, when one new report decides: what it joins wrongly stays
joined until the next regrouping."""
NOTHING = 1e-9
"""Sums of links below this are rounding."""


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


def grow(shelf: Shelf, item: Item) -> None:
    """Joins the story of a report that has come with those that its links lead to, as long as one is close enough."""
    while pair := _closest(shelf, item):
        large, small = pair if pair[0].size >= pair[1].size else (pair[1], pair[0])
        _join(shelf, large, small)


def _join(shelf: Shelf, large: Story, small: Story) -> None:
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


def _closest(shelf: Shelf, item: Item) -> tuple[Story, Story] | None:
    """The story of ``item`` and the closest of those that its links lead to. No other grew closer by its coming."""
    story = story_of(shelf, item)
    best, found = HASTE, None
    near = {shelf.events[shelf.items[number].event].story for links in (item.links, item.back) for number in links}
    for number in sorted(near - {story.number}):
        other = shelf.stories[number]
        if (close := _closeness(story, other)) > best:
            best, found = close, other
    return (story, found) if found else None


def _closeness(a: Story, b: Story) -> float:
    """Share of the links of the story with fewer that lead into the other."""
    least = min(a.volume, b.volume)
    return a.links.get(b.number, 0.0) / least if least > NOTHING else 0.0


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
