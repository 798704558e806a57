"""The story in a terminal: one line an entry, then who said what, plans, figures, and where the reports disagree.

Colour only where the console has it; every word that a colour carries is also there as a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.show.chains import state_groups
from dateline.show.citations import in_marks
from dateline.show.palette import STYLES
from dateline.show.room import TERMINAL
from dateline.show.shapes import EntryRow, ThreadRow
from dateline.show.view import StoryView, story_view
from dateline.show.wrapping import print_block

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dateline.model.story import StoryDocument
    from dateline.show.citations import Cite

NARROW = 66
"""Columns. Below this a line's date and status stand above its text, not beside it."""
LONGEST_DATE = 15
"""Columns for dates; a longer one ("28 Dec 2011 – 2 Jan 2012") stands on a line of its own."""


def print_story(document: StoryDocument, console: Console) -> None:
    """Prints the whole story."""
    view = story_view(document, TERMINAL)
    _head(view, console)
    _timeline(view, console)
    _background(view, console)
    _quotations(view, console)
    _threads(view, console)
    _figures(view, console)
    _differences(view, console)


def _head(view: StoryView, console: Console) -> None:
    from rich.text import Text

    summary = view.summary
    print_block(console, Text(view.title, "bold"))
    line = f"{summary.read}, {summary.span}; {summary.dated}"
    print_block(console, Text(line + (f"; plans judged as of {view.as_of}" if view.as_of else ""), "dim"))


def _timeline(view: StoryView, console: Console) -> None:
    """The timeline under its phases, all in the same columns."""
    from rich.text import Text

    if not view.entries:
        return
    _heading(console, "TIMELINE", "date, status, text, [sources]")
    dates = _date_width(view.entries)
    for phase in view.phases:
        if phase.heading:
            console.print()
            print_block(console, Text.assemble((phase.heading, "bold"), (f"  {phase.span}", "dim")))
        _entries(phase.entries, dates, console)


def _background(view: StoryView, console: Console) -> None:
    if view.background:
        _heading(console, "BACKGROUND", "date, status, text, [sources]")
        _entries(view.background, _date_width(view.background), console)


def _date_width(rows: tuple[EntryRow, ...]) -> int:
    return max((len(row.date.short) for row in rows if len(row.date.short) <= LONGEST_DATE), default=LONGEST_DATE)


def _entries(rows: tuple[EntryRow, ...], dates: int, console: Console) -> None:
    from rich.text import Text

    for row in rows:
        number, date = (f"{row.id:<5}", "dim"), row.date.short
        status = (f"{row.status:<11}", STYLES[row.status])
        if console.width < NARROW:
            console.print(Text.assemble(number, f"{date}  ", (row.status, STYLES[row.status])))
            print_block(console, _told(row), indent=4)
            continue
        if len(date) > dates:
            console.print(Text.assemble(number, date))
            number, date = (" " * 5, ""), ""
        line = Text.assemble(number, f"{date:<{dates}}  ", status, _told(row))
        print_block(console, line, hang=5 + dates + 2 + 11)


def _told(row: EntryRow) -> Text:
    """The text with who is who in it, its sources, how many there are, and how many texts where some are copies."""
    from rich.text import Text

    where = [row.sources, "" if row.reports == 1 and row.sources else row.count]
    who = f"({'; '.join(one.text for one in row.who)}) " if row.who else ""
    sources = f"[{'; '.join(filter(None, where))}]"
    return Text.assemble((row.text, "bold" if row.lead else ""), "  ", (who + sources, "dim"))


def _quotations(view: StoryView, console: Console) -> None:
    from rich.text import Text

    if not view.speakers:
        return
    _heading(console, "WHO SAID WHAT")
    for speaker in view.speakers:
        print_block(console, Text.assemble((speaker.name, "bold"), f", {speaker.role}" if speaker.role else ""))
        for row in speaker.quotations:
            words = " … ".join(map(in_marks, row.pieces)) or row.text
            when = f"{row.date.short}: " if row.date else ""
            notes = [row.sources, *(["denied"] if row.denied else [])]
            notes += ["no marks in the report"] if row.marks_lost else []
            notes.append(row.id)
            print_block(
                console, Text.assemble((when, "dim"), words, (f"  [{'; '.join(notes)}]", "dim")), indent=2, hang=2
            )
    _left(console, view.left.quotations)


def _threads(view: StoryView, console: Console) -> None:
    from rich.text import Text

    if not view.threads:
        return
    _heading(console, "WHAT WAS ANNOUNCED, AND WHAT BECAME OF IT")
    for heading, rows in state_groups(view.threads):
        console.print(Text(heading, "bold"))
        for row in rows:
            _thread(row, console)
    _left(console, view.left.threads)


def _thread(row: ThreadRow, console: Console) -> None:
    """A plan with its state, its stations after the announcement, and the sentence that settled it."""
    from rich.text import Text

    dates = [f"made {row.made.short}"] if row.made else []
    dates += [f"due {row.due.short}"] if row.due else []
    who = f"{row.by}: " if row.by else ""
    facts = ", ".join([row.kind, *dates])
    state = (f"{row.state:<9}", STYLES[row.state])
    hang = 14 if console.width >= NARROW else 2
    line = Text.assemble((f"{row.id:<5}", "dim"), state, (f"{facts}  ", "dim"), who, row.text)
    print_block(console, line, hang=hang)
    for step in row.steps:
        if step.what == "announced":  # the line above says it
            continue
        when = f"{step.date.short} " if step.date else ""
        sources = ", ".join(dict.fromkeys(cite.source for cite in step.cites))
        print_block(console, Text(f"{when}{step.what}: {step.reason} [{sources}]", "dim"), indent=hang, hang=2)
    if row.outcome and row.outcome[0].anchor != row.cites[0].anchor:
        print_block(console, Text(f"→ {in_marks(row.outcome[0].quote)}"), indent=hang, hang=2)


def _figures(view: StoryView, console: Console) -> None:
    from rich.text import Text

    rows = [row for row in view.figures if len(row.cites) > 1]
    if not rows:
        return
    _heading(console, "FIGURES GIVEN MORE THAN ONCE")
    for row in rows:
        given = "; ".join(f"{value.text} ({_source_days(value.cites)})" for value in row.values)
        values = f"{row.values[0].text} ({_source_days(row.cites)})" if row.alike else given
        print_block(console, Text.assemble((f"{row.id:<5}", "dim"), (row.what, "bold"), f": {values}"), hang=5)


def _differences(view: StoryView, console: Console) -> None:
    from rich.text import Text

    if not view.differences:
        return
    _heading(console, "WHERE THE REPORTS DISAGREE")
    for row in view.differences:
        print_block(
            console, Text.assemble((f"{row.id:<5}", "dim"), (row.kind, "yellow"), "  ", (row.about, "bold")), hang=5
        )
        if row.spelling:  # its label tells it; one line is enough
            sides = " / ".join(f"{one.value} [{_source_days(one.cites[:1])}]" for one in row.versions)
            print_block(console, Text(sides), indent=5, hang=2)
            continue
        for version in row.versions:
            print_block(
                console, Text.assemble(version.value, (f"  [{_source_days(version.cites)}]", "dim")), indent=5, hang=2
            )
        if row.note:
            print_block(console, Text(f"maybe only apparent: {row.note}", "dim"), indent=5, hang=2)


def _left(console: Console, number: int) -> None:
    """Says how many are not shown."""
    from rich.text import Text

    if number:
        print_block(console, Text(f"and {number:,} more; the page and the story document hold them", "dim"))


MOST_SOURCES = 3
"""Reports named beside a number; a reader who wants all of them asks for the number by its id."""


def _source_days(cites: Iterable[Cite]) -> str:
    """The reports with their days; of many the first few and a count."""
    named = list(dict.fromkeys(f"{cite.source}, {cite.day}" for cite in cites))
    left = len(named) - MOST_SOURCES
    return "; ".join(named) if left < 2 else f"{'; '.join(named[:MOST_SOURCES])} and {left} more"


def _heading(console: Console, words: str, note: str = "") -> None:
    from rich.text import Text

    console.print()
    wide = note and console.width >= NARROW
    print_block(console, Text.assemble((words, "bold underline"), (f"  {note}" if wide else "", "dim")))
