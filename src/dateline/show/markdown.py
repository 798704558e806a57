"""The story as Markdown that reads as plain text: dated lines, and a footnote for each sentence behind them.

**28 October 2011** (planned) Text of the line. [^1] [^2]

[^1]: “The sentence.” — Source, 26 Oct 2011, “Title”, para. 3
"""

from __future__ import annotations

import re

from dateline.model.story import StoryDocument
from dateline.show.chains import state_groups
from dateline.show.citations import Cite, in_marks
from dateline.show.room import PAGE
from dateline.show.shapes import EntryRow, FigureValueRow
from dateline.show.view import StoryView, story_view

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")
MOST_NOTES = 3
"""Footnotes at one line; the line says how many reports there are."""


def render(document: StoryDocument) -> str:
    """The story as Markdown with footnotes, ending in a line feed."""
    view = story_view(document, PAGE)
    notes = _Notes()
    summary = view.summary
    judged = f"; plans judged as of {view.as_of}" if view.as_of else ""
    parts = [f"# {escaped(view.title)}", f"{summary.read}, {summary.span}; {summary.dated}{judged}."]
    for phase in view.phases:
        if phase.heading:
            parts.append(f"## {escaped(phase.heading)}\n\n*{phase.span}*")
        parts += [_line(row, notes) for row in phase.entries]
    if view.background:
        parts += ["## Background", *(_line(row, notes) for row in view.background)]
    parts += _threads(view, notes) + _voices(view, notes) + _differences(view, notes) + _figures(view, notes)
    parts.append("\n".join(notes.lines))
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(words: str) -> str:
    """Words in which nothing is a sign to Markdown, on one line."""
    flat = _SIGNS.sub(r"\\\1", " ".join(words.split()))
    return _LIST.sub(lambda found: found[1] + found[2][:-1] + "\\" + found[2][-1], flat)


class _Notes:
    """Footnotes in the order in which they are first called for; a place that is called twice has one."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.lines: list[str] = []

    def refer(self, cites: tuple[Cite, ...]) -> str:
        marks = []
        for cite in cites[:MOST_NOTES]:
            if cite.anchor not in self.numbers:
                self.numbers[cite.anchor] = len(self.numbers) + 1
                self.lines.append(f"[^{self.numbers[cite.anchor]}]: {_note(cite)}")
            marks.append(f"[^{self.numbers[cite.anchor]}]")
        return " ".join(marks)


def _note(cite: Cite) -> str:
    tail = cite.tail if not cite.address else cite.tail.removesuffix(f", {cite.address}")
    link = f" <{cite.address}>" if cite.address else ""
    return f"{escaped(cite.words)} {escaped(tail)}{link}"


def _line(row: EntryRow, notes: _Notes) -> str:
    status = "" if row.status == "happened" else f" ({row.status})"
    count = f" ({row.count})" if row.reports > 1 else ""
    who = f" *({escaped('; '.join(one.text for one in row.who))})*" if row.who else ""
    return f"**{row.date.text}**{status} {escaped(row.text)}{who}{count} {notes.refer(row.cites)}"


def _threads(view: StoryView, notes: _Notes) -> list[str]:
    parts = []
    for heading, rows in state_groups(view.threads):
        lines = []
        for row in rows:
            due = f", due {row.due.text}" if row.due else ""
            end = f" {notes.refer(row.outcome)}" if row.outcome else ""
            lines.append(f"- **{row.state}** ({row.kind}{due}) {escaped(row.text)} {notes.refer(row.cites)}{end}")
        parts += [f"### {heading}", "\n".join(lines)]
    return ["## What was announced, and what became of it", *parts, _more(view.left.threads)] if parts else []


def _voices(view: StoryView, notes: _Notes) -> list[str]:
    parts = []
    for speaker in view.speakers:
        said = []
        for row in speaker.quotations:
            words = " … ".join(map(in_marks, row.pieces)) or row.text
            day = f"{row.date.text}: " if row.date else ""
            said.append(f"- {day}{'(denied) ' if row.denied else ''}{escaped(words)} {notes.refer(row.cites)}")
        role = f", {escaped(speaker.role)}" if speaker.role else ""
        parts.append(f"**{escaped(speaker.name)}**{role}\n\n" + "\n".join(said))
    return ["## Who said what", *parts, _more(view.left.quotations)] if parts else []


def _differences(view: StoryView, notes: _Notes) -> list[str]:
    parts = []
    for row in view.differences:
        versions = [f"- {escaped(one.value)} ({escaped(one.sources)}) {notes.refer(one.cites)}" for one in row.versions]
        note = f"\n- maybe only apparent: {escaped(row.note)}" if row.note else ""
        parts.append(f"**{escaped(row.about)}** ({row.kind})\n\n" + "\n".join(versions) + note)
    return ["## Where the reports disagree", *parts] if parts else []


def _figures(view: StoryView, notes: _Notes) -> list[str]:
    """What was given more than once."""
    lines = []
    for row in view.figures:
        values = (f"{escaped(one.text)}{_as_of(one)} {notes.refer(one.cites)}" for one in row.values)
        if len(row.values) > 1:
            lines.append(f"- **{escaped(row.what)}**: {'; '.join(values)}")
    return ["## Figures given more than once", "\n".join(lines)] if lines else []


def _as_of(value: FigureValueRow) -> str:
    return f" ({value.as_of.short})" if value.as_of else ""


def _more(number: int) -> str:
    """Says how many are left out; nothing where none is."""
    return f"*{number:,} more are in the story document.*" if number else ""
