"""Rows for a reader in a terminal: grouped, aligned, each long cell wrapped under its own line.

What a table shows is the same as in CSV and JSON; only dates are put into words and equal cells said once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from dateline.model.dates import date_span
from dateline.show.dates import span_text, stretch_text
from dateline.show.palette import STYLES
from dateline.show.rows import NO_REPORT, Rows
from dateline.show.wording import in_plain_words, plural
from dateline.show.wrapping import print_block

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


class Layout(msgspec.Struct, frozen=True):
    """Which column stands where. Columns that are in none of these stand under the text as "column: cell".

    ``group``: the heading that rows share. ``lead``: aligned before the text. ``text``: what is read.
    ``aside``: facts in one line under the text. ``last``: said once, under the last row of a group.
    ``left_out``: cells that say the usual and are not shown.
    """

    group: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    text: str = ""
    aside: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


LAYOUTS = {
    "commitments": Layout(lead=("due", "state"), text="text", aside=("kind", "by", "made", "reports", "id")),
    "figures": Layout(group=("what", "id"), lead=("value", "as of"), text="words", aside=("by", "reports")),
    "differences": Layout(group=("about", "kind", "id"), lead=("version",), text="words", aside=("reports",),
                          last=("note",)),
    "quotations": Layout(group=("speaker",), lead=("date",), text="text", aside=("polarity", "reports", "id"),
                         left_out=("indirect", "direct", "mixed", "affirmed")),
    "quotations by day": Layout(group=("date",), lead=("speaker",), text="text", aside=("polarity", "reports", "id"),
                                left_out=("indirect", "direct", "mixed", "affirmed")),
    "people": Layout(text="name", aside=("mentions", "reports", "id")),
    "reports": Layout(lead=("report", "published"), text="title", aside=("source", "story")),
    "stories": Layout(lead=("story",), text="title", aside=("reports", "from", "to")),
}  # fmt: skip
"""Table -> how it is laid out."""

DATES = frozenset(("due", "made", "date", "as of", "published", "from", "to"))
WITH_NAME = frozenset(("made", "by", "from", "to"))
"""Columns whose cell needs the column's name before it among other facts."""
COUNTED = {"mentions": "mention", "reports": "report"}
WIDEST_LEAD = 24
"""Columns for one aligned cell; what is longer stands on a line of its own."""
LEAST_TEXT = 36
"""Columns that the text keeps; where the aligned cells leave less, it stands below them."""
_NUMBER = re.compile(r"\d+$")


def print_rows(table: Rows, console: Console) -> None:
    """The rows, or the one line that there are none."""
    from rich.text import Text

    if not table.rows:
        console.print(f"No {table.name} found.", soft_wrap=True)
        return
    layout = LAYOUTS.get(f"{table.name} by {table.by}" if table.by else table.name, Layout(lead=table.columns[:-1]))
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    shown = [{name: _worded(name, cell) for name, cell in row.items()} for row in rows]
    lead = [name for name in layout.lead if any(row.get(name) for row in shown)]
    widths = {name: _width(name, shown) for name in lead}
    print_block(console, _heading(lead, widths, layout, plural(len(rows), _one(table.name), table.name)))
    for heading, some in groupby(shown, key=lambda row: tuple(row[name] for name in layout.group)):
        members = list(some)
        if layout.group:
            console.print()
            title = Text.assemble(
                (heading[0] or "not known", "bold"), ("".join(f"  {cell}" for cell in heading[1:]), "dim")
            )
            print_block(console, title)
        for row in members:
            _print_row(row, layout, lead, widths, console)
        for name in layout.last:
            for note in dict.fromkeys(row[name] for row in members if row[name]):
                print_block(console, Text(f"{name}: {note}", "dim"), indent=2, hang=2)


def _print_row(
    row: Mapping[str, str], layout: Layout, lead: list[str], widths: Mapping[str, int], console: Console
) -> None:
    from rich.text import Text

    indent, aligned = 2 if layout.group else 0, sum(widths.values()) + 2 * len(widths)
    room = console.width - indent - aligned >= LEAST_TEXT
    hang = aligned if room and lead else 0 if layout.group else 2
    text = Text(row.get(layout.text, ""), "" if lead or layout.group else "bold")
    if lead and room and all(len(row[name]) <= widths[name] for name in lead):
        before = [Text(row[name].ljust(widths[name]), _style(name, row[name])) for name in lead]
        print_block(console, Text.assemble(Text("  ").join(before), "  ", text), indent=indent, hang=hang)
    else:
        before = [Text(row[name], _style(name, row[name])) for name in lead]
        if any(cell.plain for cell in before):
            print_block(console, Text("  ").join(before), indent=indent)
        print_block(console, text, indent=indent + (hang if lead else 0))
    _print_rest(row, layout, indent + hang, console)


def _print_rest(row: Mapping[str, str], layout: Layout, indent: int, console: Console) -> None:
    """What stands below the text: other cells with their names, then the facts."""
    from rich.text import Text

    placed = {*layout.group, *layout.lead, layout.text, *layout.aside, *layout.last}
    for name, cell in row.items():
        if name not in placed and cell and cell not in layout.left_out and cell != row.get(layout.text):
            print_block(console, Text.assemble((f"{name}: ", "dim"), cell), indent=indent, hang=2)
    facts = [_fact(name, row[name]) for name in layout.aside if row.get(name) and row[name] not in layout.left_out]
    if facts:
        print_block(console, Text(" · ".join(facts), "dim"), indent=indent)


def _heading(lead: list[str], widths: Mapping[str, int], layout: Layout, count: str) -> Text:
    """The names of the aligned columns, and how many rows there are."""
    from rich.text import Text

    names = "  ".join(name.upper().ljust(widths[name]) for name in lead)
    indent = "  " if layout.group else ""
    return Text(f"{indent}{names}  {count}" if names else count, "dim")


def _width(name: str, rows: list[dict[str, str]]) -> int:
    lengths = [len(row[name]) for row in rows]
    return max([len(name), *(length for length in lengths if length <= WIDEST_LEAD)])


def _worded(name: str, cell: str) -> str:
    """A date in words; any other cell as it is, but for a day that the program says in it."""
    if name == "outcome" and cell.startswith(NO_REPORT):
        return in_plain_words(cell, {})
    if name not in DATES or not cell:
        return cell
    start, slash, end = cell.partition("/")
    if slash and len(start) == len(end) == 10:
        return stretch_text(start, end, "short")
    date = date_span(cell.rstrip("?~%"))
    return span_text(date, "short") if date else cell


def _fact(name: str, cell: str) -> str:
    if name in COUNTED and _NUMBER.match(cell):
        return plural(int(cell), COUNTED[name])
    return f"{name} {cell}" if name in WITH_NAME else cell


def _style(name: str, cell: str) -> str:
    return STYLES.get(cell, "") if name == "state" else "bold"


def _one(many: str) -> str:
    return "story" if many == "stories" else many.removesuffix("s")
