"""What a reader with half a minute needs: the newest event, what falls due next, what is disputed, what moved."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from dateline.show.view import StoryView


class Glimpse(msgspec.Struct, frozen=True):
    """One thing with the way to it. ``day``: when, where that matters."""

    label: str
    href: str
    text: str
    day: str


def glance(view: StoryView) -> tuple[Glimpse, ...]:
    """Up to four glimpses; a part of the story that is empty gives none."""
    made = (_newest(view), _due(view), _disputed(view), _moved(view))
    return tuple(one for one in made if one)


def _newest(view: StoryView) -> Glimpse | None:
    """The weightiest event of the newest day that has one; not of a day to come."""
    limit = view.as_of_day or "9"
    done = [row for row in view.entries if row.status == "happened" and row.start == row.end and row.end <= limit]
    if not done:
        return None
    row = max(done, key=lambda one: (one.end, one.weight))
    return Glimpse("Newest event", f"#{row.id}", row.text, row.date.short)


def _due(view: StoryView) -> Glimpse | None:
    coming = [
        row
        for row in view.threads
        if row.state == "open" and row.due and row.due_day >= (view.as_of_day or "") and row.text[:1] not in _SPOKEN
    ]
    if not coming:
        return None
    row = min(coming, key=lambda one: (one.due_day, one.kind == "prediction", -len(one.cites)))
    told = f"{row.by}: {row.text}" if row.by else row.text
    return Glimpse("Due next", f"#{row.id}", told, row.due.short if row.due else "")


def _disputed(view: StoryView) -> Glimpse | None:
    """The gravest difference; how a name is spelt is none that a reader with half a minute needs."""
    row = next((one for one in view.differences if not one.spelling), None)
    if row is None:
        return None
    sides = " or ".join(one.value for one in row.versions[:3])
    told = f"{row.about}, in {len(row.versions)} wordings" if row.kind == "wording" else f"{row.about} — {sides}"
    return Glimpse("In dispute", f"#{row.id}", told, "")


_SPOKEN = "\"“'‘"
"""What opens a plan told in somebody's words, which mostly say more than what falls due."""


def _moved(view: StoryView) -> Glimpse | None:
    """Of the figures that only rose, such as a toll, the one given on most days; a sum that falls is often another."""
    dated_rows = [
        (row, sorted((one for one in row.values if one.day), key=lambda one: one.day or ""))
        for row in view.figures
        if row.series and not any(_is_share_or_sum(one.text) for one in row.values)
    ]
    moved = [(row, dated) for row, dated in dated_rows if _rises([one.value for one in dated])]
    if not moved:
        return None
    row, dated = max(moved, key=lambda one: (len(one[1]), len(one[0].cites)))
    return Glimpse("Figure that moved", f"#{row.id}", f"{row.what}: {dated[0].text}, then {dated[-1].text}",
                   dated[-1].as_of.short if dated[-1].as_of else "")  # fmt: skip


def _is_share_or_sum(text: str) -> bool:
    """Shares and sums of many things go by one word ("vote", "money"), and a rise among them is mostly none."""
    return any(sign in "%$£€¥" for sign in text)


def _rises(values: list[float]) -> bool:
    return len(values) > 1 and values[-1] > values[0] and all(before <= after for before, after in pairwise(values))
