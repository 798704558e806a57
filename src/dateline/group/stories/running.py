"""Running stories: chains of events, held together by links between their reports and not by a common centre.

Two stories are one where a fair share of the smaller one's links leads into the other. Since every report has links to
its nearest in words, actors and time only, a story may drift as far as it likes as long as it does so step by step.
"""

from __future__ import annotations

import heapq

from dateline.group.stories.shelf import Item, Shelf, Story

SHARE = 0.12
"""Share of the smaller story's links from which two are one. From 0.1 to 0.15 long stories hold together and keep
apart; below, everything becomes one story."""
HASTE = 0.2
"""The same between two regroupings, when one new report decides: what it joins wrongly stays joined for a while."""
GROWTH = 1.25
"""Growth of the archive after which all running stories are put together anew; so the cost a report stays the same."""
FIRST = 32
"""Reports at which that happens for the first time."""
_NOTHING = 1e-9


def link(shelf: Shelf, a: Item, b: Item, likeness: float) -> None:
    """Notes that ``b`` is among the nearest of ``a``."""
    a.links[b.number] = likeness
    b.back[a.number] = likeness
    _count(shelf, story_of(shelf, a), story_of(shelf, b), likeness)
    shelf.touch("item", a.number)
    shelf.touch("item", b.number)


def unlink(shelf: Shelf, a: Item, b: Item) -> None:
    """Notes that ``b`` is no longer among the nearest of ``a``."""
    likeness = a.links.pop(b.number)
    del b.back[a.number]
    _count(shelf, story_of(shelf, a), story_of(shelf, b), -likeness)
    shelf.touch("item", a.number)
    shelf.touch("item", b.number)


def story_of(shelf: Shelf, item: Item) -> Story:
    return shelf.story(shelf.event(item.event).story)


def move(shelf: Shelf, item: Item, event: int) -> None:
    """Puts a report into another event; where that is part of another story, its links go along."""
    old, new = story_of(shelf, item), shelf.story(shelf.event(event).story)
    if old.number != new.number:
        for links in (item.links, item.back):
            for number, likeness in links.items():
                other = story_of(shelf, shelf.item(number))
                _count(shelf, old, other, -likeness)
                _count(shelf, new, other, likeness)
        old.size -= 1
        new.size += 1
        shelf.touch("story", old.number)
        shelf.touch("story", new.number)
    item.event = event
    shelf.touch("item", item.number)


def grow(shelf: Shelf, item: Item) -> None:
    """Joins the story of a report that has come with those that its links lead to, as long as one is close enough."""
    while pair := _closest(shelf, item):
        large, small = pair if pair[0].size >= pair[1].size else (pair[1], pair[0])
        join(shelf, large, small)


def join(shelf: Shelf, large: Story, small: Story) -> None:
    """Makes ``small`` part of ``large``. Who was linked to either is linked to both as much as before."""
    between = large.links.pop(small.number, 0.0)
    _put(large.links, large.number, 2 * between)
    for number, likeness in small.links.items():
        if number == small.number:
            _put(large.links, large.number, likeness)
        elif number != large.number:
            other = shelf.story(number)
            _put(large.links, number, likeness)
            _put(other.links, large.number, other.links.pop(small.number, 0.0))
            shelf.touch("story", number)
    large.volume += small.volume
    for event in small.events:
        shelf.event(event).story = large.number
        shelf.touch("event", event)
    large.events |= small.events
    large.size += small.size
    del shelf.stories[small.number]
    shelf.touch("story", small.number)
    shelf.touch("story", large.number)


def regroup(shelf: Shelf) -> None:
    """Puts all running stories together anew from the events, the closest first.

    A story keeps its number where most of its reports stay together.
    """
    before = {number: shelf.event(number).story for number in shelf.all_events()}
    sizes = {number: len(shelf.event(number).members) for number in before}
    for number in set(before.values()):
        shelf.stories.pop(number, None)
        shelf.touch("story", number)
    singles = _single_stories(shelf, before, sizes)
    _join_closest(shelf, singles)
    _name(shelf, before, sizes)


def _single_stories(shelf: Shelf, before: dict[int, int], sizes: dict[int, int]) -> dict[int, Story]:
    """Each event as a story of its own, numbered above all that ever were, with the links between them."""
    base = shelf.next_story
    singles = {}
    for place, event in enumerate(sorted(before)):
        shelf.event(event).story = base + place
        shelf.touch("event", event)
        singles[base + place] = shelf.stories[base + place] = Story(base + place, {event}, {}, sizes[event])
    for mine, theirs, likeness in shelf.all_links():
        _count(shelf, shelf.story(shelf.event(mine).story), shelf.story(shelf.event(theirs).story), likeness)
    return singles


def _join_closest(shelf: Shelf, singles: dict[int, Story]) -> None:
    heap: list[tuple[float, int, int]] = []
    for story in singles.values():
        _offer(shelf, story, list(story.links), heap)
    while heap:
        closeness, a, b = heapq.heappop(heap)
        if a not in shelf.stories or b not in shelf.stories:
            continue
        one, other = shelf.stories[a], shelf.stories[b]
        now = _closeness(one, other)
        if abs(now + closeness) > _NOTHING:
            if SHARE <= now < -closeness:
                heapq.heappush(heap, (-now, a, b))
            continue
        large, small = (one, other) if one.size >= other.size else (other, one)
        near = [number for number in small.links if number not in (large.number, small.number)]
        join(shelf, large, small)
        # With all others the large one is no closer than it was.
        _offer(shelf, large, near, heap)


def _offer(shelf: Shelf, story: Story, near: list[int], heap: list[tuple[float, int, int]]) -> None:
    for number in near:
        if number != story.number:
            close = _closeness(story, shelf.stories[number])
            if close >= SHARE:
                heapq.heappush(heap, (-close, min(story.number, number), max(story.number, number)))


def _name(shelf: Shelf, before: dict[int, int], sizes: dict[int, int]) -> None:
    """Gives the stories the numbers of those they go on from; the largest chooses first."""
    taken: set[int] = set()
    base = shelf.next_story
    made = sorted((story for number, story in shelf.stories.items() if number >= base), key=_largest_first)
    names: dict[int, int] = {}
    for story in made:
        shares: dict[int, int] = {}
        for event in sorted(story.events):
            shares[before[event]] = shares.get(before[event], 0) + sizes[event]
        ranked = sorted(shares, key=lambda number: (-shares[number], number))
        heir = next((number for number in ranked if number not in taken), None)
        if heir is None:
            heir, shelf.next_story = shelf.next_story, shelf.next_story + 1
        taken.add(heir)
        names[story.number] = heir
    for story in made:
        del shelf.stories[story.number]
    for story in made:
        story.links = {names[number]: likeness for number, likeness in story.links.items()}
        story.number = names[story.number]
        shelf.stories[story.number] = story
        shelf.touch("story", story.number)
        for event in story.events:
            shelf.event(event).story = story.number


def _largest_first(story: Story) -> tuple[int, int]:
    return -story.size, min(story.events)


def _closest(shelf: Shelf, item: Item) -> tuple[Story, Story] | None:
    """The story of ``item`` and the closest of those that its links lead to. No other grew closer by its coming."""
    story = story_of(shelf, item)
    near = {story_of(shelf, shelf.item(number)).number for links in (item.links, item.back) for number in links}
    best, found = HASTE, None
    for number in sorted(near - {story.number}):
        other = shelf.story(number)
        if (close := _closeness(story, other)) > best:
            best, found = close, other
    return (story, found) if found else None


def _closeness(a: Story, b: Story) -> float:
    """Share of the links of the story with fewer that lead into the other."""
    least = min(a.volume, b.volume)
    return a.links.get(b.number, 0.0) / least if least > _NOTHING else 0.0


def _count(shelf: Shelf, a: Story, b: Story, likeness: float) -> None:
    """Counts a link between two stories; inside one it counts twice, once for either end."""
    _add(a, b.number, likeness)
    _add(b, a.number, likeness)
    shelf.touch("story", a.number)
    shelf.touch("story", b.number)


def _add(story: Story, number: int, likeness: float) -> None:
    story.volume += likeness
    _put(story.links, number, likeness)


def _put(links: dict[int, float], number: int, likeness: float) -> None:
    total = links.get(number, 0.0) + likeness
    if total > _NOTHING:
        links[number] = total
    else:
        links.pop(number, None)
