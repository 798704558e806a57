"""The story in a terminal: one line an entry, then who said what, plans, figures, and where the reports disagree.

Colour only where the console has it; every word that a colour carries is also there as a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.show.chains import state_groups
from dateline.show.citations import in_marks
from dateline.show.explain import Explanation, explain
from dateline.show.palette import STYLES
from dateline.show.room import TERMINAL
from dateline.show.shapes import EntryRow, ThreadRow
from dateline.show.view import StoryView, story_view
from dateline.show.wording import plural
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


def print_entry(document: StoryDocument, entry_id: str, console: Console) -> None:
    """Prints one line of the timeline with every sentence that it rests on, its rule, its rivals and its doubts.

    Raises KeyError where the document has no entry of that id.
    """
    from rich.text import Text

    why = explain(document, entry_id)
    row = why.entry
    day = f"{row.date.weekday} {row.date.text}" if row.date.weekday else row.date.text
    console.print(Text.assemble((row.id, "bold"), "  ", day, "  ", (row.status, STYLES[row.status])))
    print_block(console, Text(row.text, "bold"), indent=2)
    console.print()
    facts = [("status", row.meaning), ("date", row.date.edtf), ("weight", f"{row.weight:.2f}")]
    facts += [("place", row.place)] if row.place else []
    facts += [("plan", f"{row.thread.id}, {row.thread.state}: {row.thread.text}")] if row.thread else []
    facts += [("rule", row.rule)] if row.rule else []
    for name, value in facts:
        print_block(console, Text.assemble((f"{name:<8}", "dim"), value), indent=2, hang=8)
    console.print(Text(f"\n  It rests on {plural(len(row.cites), 'place')} in {row.count}:", "dim"))
    _places(console, row.cites)
    _doubts(why, console)


def _places(console: Console, cites: Iterable[Cite]) -> None:
    """Each place with its words and where they stand."""
    from rich.text import Text

    for cite in cites:
        console.print()
        print_block(console, Text(" ".join(cite.quote.split())), indent=4)
        print_block(console, Text(_where(cite), "dim"), indent=4)


def _doubts(why: Explanation, console: Console) -> None:
    """What else the same words are taken for, where reports disagree on them, and dates that are worked out."""
    from rich.text import Text

    if why.rivals:
        console.print(Text("\n  The same words also stand behind:", "dim"))
        for rival in why.rivals:
            print_block(console, Text(f"{rival.id}  {rival.date.text}, {rival.status}: {rival.text}"), indent=4, hang=5)
    for row in why.differences:
        versions = " / ".join(f"{one.value} ({one.sources})" for one in row.versions)
        console.print()
        print_block(console, Text(f"The reports disagree on {row.about}: {versions}"), indent=2, hang=2)
    for report in why.inferred:
        rule = f", by {report.rule}" if report.rule else ""
        console.print()
        worked_out = f"The date of {report.name} ({report.day}) is worked out{rule}, {report.confidence} sure:"
        print_block(console, Text(worked_out, "dim"), indent=2, hang=2)
        _places(console, report.because)


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
    """The text with its sources, how many there are, and how many texts where some are copies."""
    from rich.text import Text

    count = "" if row.reports == 1 else f"; {row.count}"
    return Text.assemble((row.text, "bold" if row.lead else ""), "  ", (f"[{row.sources}{count}]", "dim"))


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
            notes = [row.sources, "denied"] if row.denied else [row.sources]
            notes += ["no marks in the report"] if row.marks_lost else []
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
    from rich.text import Text

    due = f", due {row.due.short}" if row.due else ""
    who = f"{row.by}: " if row.by else ""
    state = (f"{row.state:<9}", STYLES[row.state])
    line = Text.assemble(state, (f"{row.kind}{due}  ", "dim"), who, row.text)
    hang = 9 if console.width >= NARROW else 2
    print_block(console, line, indent=2, hang=hang)
    for step in row.steps if len(row.steps) > 1 else ():  # a lone one repeats the line above
        when = f"{step.date.short} " if step.date else ""
        sources = ", ".join(dict.fromkeys(cite.source for cite in step.cites))
        print_block(console, Text(f"{when}{step.what}: {step.reason} [{sources}]", "dim"), indent=2 + hang, hang=2)


def _figures(view: StoryView, console: Console) -> None:
    from rich.text import Text

    rows = [row for row in view.figures if len(row.values) > 1]
    if not rows:
        return
    _heading(console, "FIGURES GIVEN MORE THAN ONCE")
    for row in rows:
        values = "; ".join(f"{value.text} ({_source_days(value.cites)})" for value in row.values)
        print_block(console, Text.assemble((row.what, "bold"), f": {values}"), hang=2)


def _differences(view: StoryView, console: Console) -> None:
    from rich.text import Text

    if not view.differences:
        return
    _heading(console, "WHERE THE REPORTS DISAGREE")
    for row in view.differences:
        print_block(console, Text.assemble((row.kind, "yellow"), "  ", (row.about, "bold")), hang=2)
        for version in row.versions:
            print_block(
                console, Text.assemble(version.value, (f"  [{_source_days(version.cites)}]", "dim")), indent=2, hang=2
            )
        if row.note:
            print_block(console, Text(f"maybe only apparent: {row.note}", "dim"), indent=2, hang=2)


def _left(console: Console, number: int) -> None:
    """Says how many are not shown."""
    from rich.text import Text

    if number:
        print_block(console, Text(f"and {number:,} more; the page and the story document hold them", "dim"))


def _source_days(cites: Iterable[Cite]) -> str:
    return "; ".join(dict.fromkeys(f"{cite.source}, {cite.day}" for cite in cites))


def _where(cite: Cite) -> str:
    """ "— Meridian News, 21 Oct 2011, “Title”, para. 3; reports/a.txt, characters 120 to 187"."""
    title = f", {in_marks(cite.title)}" if cite.title else ""
    para = f", para. {cite.para}" if cite.para is not None else ""
    basis = " (inferred)" if cite.basis == "inferred" else ""
    place = cite.file or cite.address or cite.report
    return f"— {cite.source}, {cite.day}{basis}{title}{para}; {place}, characters {cite.start} to {cite.end}"


def _heading(console: Console, words: str, note: str = "") -> None:
    from rich.text import Text

    console.print()
    wide = note and console.width >= NARROW
    print_block(console, Text.assemble((words, "bold underline"), (f"  {note}" if wide else "", "dim")))
