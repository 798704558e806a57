"""All running stories put together anew from the events, so that what one report joined in haste does not stay so.

The closest two are joined first. A story keeps its number where most of its reports stay together.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.group.stories.chains import NOTHING, Chains
from dateline.group.stories.shelf import EventRow, Shelf, Story

GROWTH = 1.25
"""Growth of the archive after which stories are put together anew; so the cost a report stays the same."""
FIRST = 32
"""Reports at which that happens for the first time."""


def regroup(shelf: Shelf) -> None:
    """Puts all running stories together anew."""
    rows = shelf.all_events()
    chains = Chains([row.size for row in rows], _links_between(shelf, rows))
    chains.join_closest()
    names = _names(shelf, rows, chains)
    moved = (
        (rows[event].number, names[chain])
        for chain in chains.alive()
        for event in chains.units[chain]
        if rows[event].story != names[chain]
    )
    shelf.hand_to(list(moved), _stories(rows, chains, names))
    shelf.unsettled.clear()


def _links_between(shelf: Shelf, rows: list[EventRow]) -> list[dict[int, float]]:
    """For each event, by its place in ``rows``, the others with the sum of the links between the two; to itself twice
    the sum inside."""
    places = {row.number: place for place, row in enumerate(rows)}
    place_of = {report: places[event] for report, event in shelf.event_of_all()}
    links: list[dict[int, float]] = [{} for _ in rows]
    for event, found in shelf.all_links():
        mine = places[event]
        own = links[mine]
        for other, likeness in found.items():
            theirs = place_of[other]
            if theirs < mine:
                back = links[theirs]
                back[mine] = back.get(mine, 0.0) + likeness
            else:
                own[theirs] = own.get(theirs, 0.0) + likeness
    for mine, own in enumerate(links):
        # What was entered from the other side stands first, and is done.
        for theirs, likeness in [pair for pair in own.items() if pair[0] >= mine]:
            if theirs == mine:
                own[mine] = 2 * likeness
            else:
                links[theirs][mine] = likeness
    return links


def _names(shelf: Shelf, rows: list[EventRow], chains: Chains) -> dict[int, int]:
    """Chain -> the number of the story that it goes on from; the largest chooses first."""
    taken: set[int] = set()
    names: dict[int, int] = {}
    for chain in sorted(chains.alive(), key=lambda chain: (-chains.sizes[chain], min(chains.units[chain]))):
        shares: dict[int, int] = {}
        for event in sorted(chains.units[chain]):
            shares[rows[event].story] = shares.get(rows[event].story, 0) + rows[event].size
        ranked = sorted(shares, key=lambda number: (-shares[number], number))
        heir = next((number for number in ranked if number not in taken), None)
        if heir is None:
            heir, shelf.next_story = shelf.next_story, shelf.next_story + 1
        taken.add(heir)
        names[chain] = heir
    return names


def _stories(rows: list[EventRow], chains: Chains, names: dict[int, int]) -> Iterator[Story]:
    for chain in chains.alive():
        links = {names[other]: likeness for other, likeness in chains.links[chain].items() if likeness > NOTHING}
        events = {rows[event].number for event in chains.units[chain]}
        yield Story(names[chain], events, links, chains.sizes[chain], chains.volumes[chain])
