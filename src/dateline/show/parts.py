"""One part of a story in the terminal, with every sentence that it rests on and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dateline.show.citations import Cite, in_marks
from dateline.show.explain import Explanation, explain
from dateline.show.making import RowMaker
from dateline.show.palette import STYLES
from dateline.show.wording import joined, plural
from dateline.show.wrapping import print_block

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.model.story import Commitment, Difference, Entity, Figure, Quotation, StoryDocument


def print_part(document: StoryDocument, part_id: str, console: Console) -> None:
    """Prints a line of the timeline, a plan, a quotation, a figure, a disagreement or a name by its id.

    Raises KeyError where the document has no part of that id.
    """
    if any(one.id == part_id for one in document.entries):
        _entry(document, part_id, console)
        return
    kinds: tuple[tuple[Sequence[Any], Callable[[Any, RowMaker, Console], None]], ...] = (
        (document.commitments, _plan),
        (document.quotations, _quotation),
        (document.figures, _figure),
        (document.differences, _difference),
        (document.entities, _name),
    )
    for some, print_one in kinds:
        for one in some:
            if one.id == part_id:
                print_one(one, RowMaker(document), console)
                return
    raise KeyError(part_id)


def _title(console: Console, part_id: str, kind: str, text: str, state: str = "") -> None:
    from rich.text import Text

    console.print(Text.assemble((part_id, "bold"), "  ", kind, *([("  " + state, STYLES[state])] if state else [])))
    print_block(console, Text(text, "bold"), indent=2)


def _note(console: Console, words: str) -> None:
    from rich.text import Text

    console.print()
    print_block(console, Text(words, "dim"), indent=2)


def _plan(plan: Commitment, maker: RowMaker, console: Console) -> None:
    row = maker.thread(plan)
    _title(console, row.id, row.kind, f"{row.by}: {row.text}" if row.by else row.text, row.state)
    dates = [f"made {row.made.text}"] if row.made else []
    dates += [f"due {row.due.text}"] if row.due else []
    _note(console, "; ".join([*dates, row.meaning]))
    for step in row.steps:
        when = f"{step.date.text}, " if step.date else ""
        _note(console, f"{when}{step.what}: {step.reason}")
        _places(console, step.cites)
    if not row.steps:
        _places(console, row.cites)
    shown = {cite.anchor for step in row.steps for cite in step.cites}
    outcome = [cite for cite in row.outcome if cite.anchor not in shown]
    if outcome:
        _note(console, "What became of it:")
        _places(console, outcome)


def _quotation(said: Quotation, maker: RowMaker, console: Console) -> None:
    row = maker.quotation(said)
    words = " … ".join(map(in_marks, row.pieces)) or row.text
    _title(console, row.id, f"{row.speaker}{', denied' if row.denied else ''}", words)
    _note(console, ", ".join(one for one in (row.date.text if row.date else "", row.kind, row.context) if one))
    _places(console, row.cites)


def _figure(figure: Figure, maker: RowMaker, console: Console) -> None:
    row = maker.figure(figure)
    _title(console, row.id, plural(len(row.values), "value"), row.what)
    for value in row.values:
        by = f", by {value.by}" if value.by else ""
        _note(console, f"{value.text}{by}{f', as of {value.as_of.text}' if value.as_of else ''}:")
        _places(console, value.cites)


def _difference(difference: Difference, maker: RowMaker, console: Console) -> None:
    row = maker.difference(difference)
    _title(console, row.id, f"disagreement, {row.kind}", row.about)
    for version in row.versions:
        _note(console, f"{version.value}:")
        _places(console, version.cites)
    if row.note:
        _note(console, f"Maybe only apparent: {row.note}")


def _name(entity: Entity, maker: RowMaker, console: Console) -> None:
    row = maker.entity(entity)
    _title(console, row.id, f"{row.kind}, {plural(row.mentions, 'mention')}", row.name)
    if row.aliases:
        _note(console, f"also {row.aliases}")
    if row.perhaps:
        names = joined((f"{name} ({key})" for key, name in row.perhaps), "or")
        _note(console, f"probably the same as {names}: {row.doubt}")
    elif row.doubt:
        _note(console, row.doubt)
    for role in row.roles:
        _note(console, f"{role.role}:")
        _places(console, role.cites[:1])
    _note(console, "First named in each report:")
    _places(console, maker.citer.cites(entity.evidence))


def _entry(document: StoryDocument, entry_id: str, console: Console) -> None:
    """One line of the timeline with every sentence that it rests on, its rule, its rivals and its doubts."""
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


def _where(cite: Cite) -> str:
    """ "— Meridian News, 21 Oct 2011, “Title”, para. 3; reports/a.txt, characters 120 to 187"."""
    title = f", {in_marks(cite.title)}" if cite.title else ""
    para = f", para. {cite.para}" if cite.para is not None else ""
    basis = " (inferred)" if cite.basis == "inferred" else ""
    place = cite.file or cite.address or cite.report
    return f"— {cite.source}, {cite.day}{basis}{title}{para}; {place}, characters {cite.start} to {cite.end}"
