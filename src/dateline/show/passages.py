"""The reports' texts with every cited place marked, so that a link can jump to the exact words and light them up.

Places may lie inside each other (a name in a sentence) or cross (two pairs of sentences that share one). Marks in HTML
can only nest, so of two that cross the later one is cut where the earlier one ends; ``cut`` names its later pieces,
and the page's style lights them up together with the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from dateline.model.story import StoryReport
from dateline.show.citations import Cite, paragraphs
from dateline.show.shapes import MOST_LINKS
from dateline.show.view import StoryView

MOST_WHOLE_REPORTS = 50
"""Reports. A larger pile shows only the cited passages, so that its page stays quick to open."""
CONTEXT = 240
"""Characters shown on either side of a cited place where only passages are shown: about two sentences."""
LONG_PARAGRAPH = 500
"""Characters. A paragraph up to this long is shown whole even where only passages are shown."""


class Place(msgspec.Struct, frozen=True, order=True):
    """A cited stretch of a text. ``name``: a name only, not a passage. ``entries``: the lines that rest on it."""

    start: int
    end: int
    anchor: str
    name: bool = False
    entries: tuple[str, ...] = ()
    later_piece: bool = False


class Node(msgspec.Struct, frozen=True):
    """Words, or a marked place with nodes inside."""

    text: str = ""
    place: Place | None = None
    inside: tuple[Node, ...] = ()


class Passage(msgspec.Struct, frozen=True):
    """A paragraph, or a cut-out of one. ``number`` as in citations; ``gap``: something before it is left out."""

    number: int | None
    nodes: tuple[Node, ...]
    gap: bool = False


class ReportText(msgspec.Struct, frozen=True):
    """One report's text, whole or in passages. ``rest``: something after the last passage is left out."""

    id: str
    passages: tuple[Passage, ...]
    whole: bool
    rest: bool


def report_texts(view: StoryView, reports: Sequence[StoryReport]) -> tuple[tuple[ReportText, ...], tuple[str, ...]]:
    """The texts to show, and the anchors whose marks had to be cut."""
    places = _places(view)
    whole = len(reports) <= MOST_WHOLE_REPORTS
    cut: list[str] = []
    texts = []
    for report in reports:
        cited = places.get(report.id, [])
        if whole or cited:
            texts.append(_report_text(report, cited, whole, cut))
    return tuple(texts), tuple(dict.fromkeys(cut))


def _places(view: StoryView) -> dict[str, list[Place]]:
    """Report -> its cited places in order, each stretch once."""
    found: dict[tuple[str, int, int], Place] = {}

    def note(cites: Iterable[Cite], *, name: bool = False, entry: str | None = None) -> None:
        for cite in cites:
            key = (cite.report, cite.start, cite.end)
            old = found.get(key)
            entries = (old.entries if old else ()) + ((entry,) if entry else ())
            found[key] = Place(cite.start, cite.end, cite.anchor, name and (old is None or old.name), entries)

    for row in (*view.entries, *view.background):
        note(row.cites, entry=row.id)
    for speaker in view.speakers:
        for said in speaker.quotations:
            note(said.cites[:MOST_LINKS])
    for thread in view.threads:
        note([*thread.cites, *thread.outcome, *(cite for step in thread.steps for cite in step.cites[:MOST_LINKS])])
    for figure in view.figures:
        note(cite for value in figure.values for cite in value.cites[:MOST_LINKS])
    for difference in view.differences:
        note(cite for version in difference.versions for cite in version.cites)
    for report in view.reports:
        if report.basis != "stated":  # a stated date is read off the report's head and not reasoned about
            note(report.because)
    for entity in (*view.people, *(one for _, rows in view.other_entities for one in rows)):
        note([*entity.cites, *(cite for role in entity.roles for cite in role.cites[:1])], name=True)
    places: dict[str, list[Place]] = defaultdict(list)
    for (report_id, start, _end), place in sorted(found.items(), key=lambda item: (item[0][1], -item[0][2])):
        places[report_id].append(place)
        assert start == place.start
    return places


def _report_text(report: StoryReport, places: list[Place], whole: bool, cut: list[str]) -> ReportText:
    passages: list[Passage] = []
    waiting, shown_to = places, 0
    blocks = paragraphs(report.text)
    for start, end, number in blocks:
        inside = [place for place in waiting if place.start < end]
        waiting = waiting[len(inside) :]
        for place in inside:
            if place.end > end:  # it runs on into the next paragraph
                waiting = [msgspec.structs.replace(place, start=end, later_piece=True), *waiting]
        inside = [
            msgspec.structs.replace(place, start=max(place.start, start), end=min(place.end, end)) for place in inside
        ]
        inside = [place for place in inside if place.start < place.end]
        for first, last in [(start, end)] if whole else _windows(start, end, inside):
            here = [place for place in inside if first <= place.start < last]
            gap = bool(report.text[shown_to:first].strip())
            passages.append(Passage(number, _nodes(report.text, first, last, here, cut), gap))
            shown_to = last
    return ReportText(report.id, tuple(passages), whole, bool(report.text[shown_to:].strip()))


def _windows(start: int, end: int, places: list[Place]) -> list[tuple[int, int]]:
    """The parts of a paragraph to show: all of a short one, the surroundings of the places in a long one."""
    if not places:
        return []
    if end - start <= LONG_PARAGRAPH:
        return [(start, end)]
    windows: list[tuple[int, int]] = []
    for place in places:
        first, last = max(start, place.start - CONTEXT), min(end, place.end + CONTEXT)
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(last, windows[-1][1]))
        else:
            windows.append((first, last))
    return windows


def _nodes(text: str, start: int, end: int, places: list[Place], cut: list[str]) -> tuple[Node, ...]:
    """The stretch as nodes. ``places`` are in order of start, the longer first, and lie inside the stretch."""
    nodes: list[Node] = []
    at = start
    waiting = list(places)
    while waiting:
        place, *waiting = waiting
        inner = []
        for other in waiting:
            if other.start >= place.end:
                break
            inner.append(other)
        waiting = waiting[len(inner) :]
        crossing = [
            msgspec.structs.replace(other, start=place.end, later_piece=True)
            for other in inner
            if other.end > place.end
        ]
        inner = [msgspec.structs.replace(other, end=min(other.end, place.end)) for other in inner]
        waiting = sorted([*crossing, *waiting], key=lambda one: (one.start, -one.end))
        if place.later_piece:
            cut.append(place.anchor)
        if at < place.start:
            nodes.append(Node(text[at : place.start]))
        nodes.append(Node(place=place, inside=_nodes(text, place.start, place.end, inner, cut)))
        at = place.end
    if at < end:
        nodes.append(Node(text[at:end]))
    return tuple(nodes)
