"""Story documents made by hand, for the tests of the screens. The texts are our own; the town is invented."""

from __future__ import annotations

import datetime as dt
import hashlib

import msgspec

from dateline.model.dates import DateSpan, date_span
from dateline.model.evidence import Evidence
from dateline.model.report import Publication
from dateline.model.story import (
    FORMAT,
    Commitment,
    Difference,
    Entity,
    Entry,
    Figure,
    FigureValue,
    Generated,
    Quotation,
    Reuse,
    Role,
    SharedCopy,
    Step,
    StoryDocument,
    StoryReport,
    Version,
)

POST = """Ostervik closes its harbour bridge

By Lena Aas

OSTERVIK, May 3 (Harbour Post) - Ostervik closed its harbour bridge on Friday: divers found cracks in a pier.

"Nobody will drive over it before we know more," Mayor Ingrid Solheim told reporters.
She said engineers would report by the end of the month.

The bridge, built in the 1960s, carries about 9,000 cars a day. It was last repaired in late August 2019."""

RADIO = """Bridge decision put off

The council has postponed to next Tuesday a bridge meeting set for this Tuesday, a spokesman said.

Solheim said: We will not be hurried.

Divers found cracks in two piers, engineer Tor Lund said. He put the repair at 40 million to 55 million crowns."""

LATER = """Harbour bridge to reopen in autumn

Tuesday 14 May 2024

Ostervik's council decided on Tuesday to repair the harbour bridge and to reopen it in autumn.

About 12,000 cars a day used to cross it, the council said. The repair is to cost 55 million crowns.

Solheim denied that the town had known of the cracks for a year."""


def span(value: str, mod: str | None = None) -> DateSpan:
    """A date that must exist."""
    found = date_span(value, mod)
    assert found
    return found


def report(
    number: int, text: str, source: str | None, day: str | None, *, basis: str = "stated", **more: object
) -> StoryReport:
    """A report with the first line as title."""
    published = Publication(
        date=dt.date.fromisoformat(day) if day else None,
        earliest=dt.date.fromisoformat(day) if day else None,
        latest=dt.date.fromisoformat(day) if day else None,
        precision="day" if day else None,
        edtf=day,
        basis=basis if day else "unknown",  # type: ignore[arg-type]
        rule="dateline" if basis == "stated" else "weekday against a sibling's date",
        confidence=1.0 if basis == "stated" else 0.8,
    )
    fields = {
        "id": f"r{number}",
        "file": f"bridge/{number}.txt",
        "url": None,
        "source": source,
        "title": text.partition("\n")[0],
        "authors": (),
        "dateline": None,
        "language": "en",
        "published": published,
        "updated": None,
        "captured": None,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "text": text,
    } | more
    return StoryReport(**fields)  # type: ignore[arg-type]


def at(one: StoryReport, words: str) -> Evidence:
    """The place of ``words`` in a report."""
    start = one.text.index(words)
    return Evidence(one.id, start, start + len(words), words)


def bridge() -> StoryDocument:
    """A small story with every kind of thing in it."""
    r1 = report(1, POST, "Harbour Post", "2024-05-03", authors=("Lena Aas",), dateline="OSTERVIK")
    r2 = report(2, POST, "Fjord Daily", "2024-05-04", url="https://fjord.example/bridge?x=1")
    r3 = report(3, RADIO, None, "2024-05-07", basis="inferred")
    r4 = report(4, LATER, "Harbour Post", "2024-05-14")
    closed = (
        "OSTERVIK, May 3 (Harbour Post) - Ostervik closed its harbour bridge on Friday: divers found cracks in a pier."
    )
    put_off = "The council has postponed to next Tuesday a bridge meeting set for this Tuesday, a spokesman said."
    until = "She said engineers would report by the end of the month."
    denied = "Solheim denied that the town had known of the cracks for a year."
    decided = "Ostervik's council decided on Tuesday to repair the harbour bridge and to reopen it in autumn."
    r3 = msgspec.structs.replace(
        r3,
        published=msgspec.structs.replace(
            r3.published, because=(at(r3, "to next Tuesday"), at(r4, "Tuesday 14 May 2024"))
        ),
    )
    return StoryDocument(
        format=FORMAT,
        title="Ostervik closes its harbour bridge and decides to repair it",
        generated=Generated("dateline 0.1.0", {"detail": "normal"}, "2024-05-14"),
        reports=(r1, r2, r3, r4),
        entries=(
            Entry(
                "e1",
                span("196"),
                "The bridge, built in the 1960s, carries about 9,000 cars a day.",
                "happened",
                0.2,
                ("p3",),
                "p3",
                (at(r1, "The bridge, built in the 1960s, carries about 9,000 cars a day."),),
                background=True,
            ),
            Entry(
                "e2",
                span("2019-08", "END"),
                "It was last repaired in late August 2019.",
                "happened",
                0.2,
                (),
                None,
                (at(r1, "It was last repaired in late August 2019."),),
                background=True,
            ),
            Entry(
                "e3",
                span("2024-05-03"),
                "Ostervik closed its harbour bridge on Friday: divers found cracks in a pier.",
                "happened",
                1.0,
                ("p3",),
                "p3",
                (at(r1, closed), at(r2, closed)),
                copies=2,
                texts=1,
                rule="weekday",
            ),
            Entry(
                "e4",
                span("2024-05-03"),
                "Mayor Ingrid Solheim said engineers would report by the end of the month.",
                "said",
                0.6,
                ("p1",),
                None,
                (at(r1, until),),
            ),
            Entry("e5", span("2024-05-07"), put_off, "postponed", 0.7, (), None, (at(r3, put_off),), commitment="c2"),
            Entry(
                "e6", span("2024-05-14"), decided, "happened", 0.9, ("p3",), None, (at(r4, decided),), commitment="c2"
            ),
            Entry(
                "e7",
                span("2024-05-14"),
                "Solheim denied that the town had known of the cracks for a year.",
                "denied",
                0.4,
                ("p1",),
                None,
                (at(r4, denied),),
            ),
            Entry(
                "e8",
                span("2024-FA"),
                "Ostervik's council decided to reopen the harbour bridge in autumn.",
                "planned",
                0.8,
                (),
                None,
                (at(r4, decided),),
                commitment="c3",
            ),
        ),
        entities=(
            Entity(
                "p1",
                "Ingrid Solheim",
                "person",
                ("Solheim",),
                (Role("Mayor", (at(r1, "Mayor Ingrid Solheim"),)),),
                5,
                (at(r1, "Ingrid Solheim"), at(r3, "Solheim"), at(r4, "Solheim")),
            ),
            Entity(
                "p2",
                "Tor Lund",
                "person",
                (),
                (Role("engineer", (at(r3, "engineer Tor Lund"),)),),
                1,
                (at(r3, "Tor Lund"),),
            ),
            Entity("p3", "Ostervik", "place", (), (), 4, (at(r1, "Ostervik"),)),
        ),
        quotations=(
            Quotation(
                "q1",
                "p1",
                "Mayor Ingrid Solheim",
                "direct",
                "Nobody will drive over it before we know more",
                span("2024-05-03"),
                "affirmed",
                (
                    at(r1, "Nobody will drive over it before we know more"),
                    at(r2, "Nobody will drive over it before we know more"),
                ),
                to="reporters",
            ),
            Quotation(
                "q2",
                "p1",
                "Solheim",
                "direct",
                "We will not be hurried.",
                span("2024-05-07"),
                "affirmed",
                (at(r3, "We will not be hurried."),),
            ),
            Quotation(
                "q3",
                "p2",
                "engineer Tor Lund",
                "indirect",
                "Divers found cracks in two piers",
                span("2024-05-07"),
                "affirmed",
                (at(r3, "Divers found cracks in two piers"),),
            ),
            Quotation(
                "q4",
                None,
                "a spokesman",
                "indirect",
                "The council has postponed a meeting",
                None,
                "affirmed",
                (at(r3, put_off),),
            ),
            Quotation(
                "q5",
                "p1",
                "Solheim",
                "indirect",
                "the town had known of the cracks for a year",
                span("2024-05-14"),
                "denied",
                (at(r4, denied),),
            ),
        ),
        commitments=(
            Commitment(
                "c1",
                "promise",
                "p1",
                "engineers would report by the end of the month",
                span("2024-05-03"),
                span("2024-05-03/2024-05-31"),
                (Step("announced", span("2024-05-03"), (at(r1, until),), "Solheim said so"),),
                "open",
                (at(r1, until),),
            ),
            Commitment(
                "c2",
                "plan",
                None,
                "a council meeting on the bridge",
                span("2024-05-03"),
                span("2024-05-07"),
                (
                    Step("announced", span("2024-05-03"), (at(r3, put_off),), "it was set for 7 May"),
                    Step("postponed", span("2024-05-07"), (at(r3, put_off),), "moved to 14 May"),
                    Step("kept", span("2024-05-14"), (at(r4, decided),), "the council met and decided"),
                ),
                "kept",
                (at(r3, put_off),),
                (at(r4, decided),),
            ),
            Commitment(
                "c3",
                "plan",
                None,
                "to reopen it in autumn",
                span("2024-05-14"),
                span("2024-FA"),
                (),
                "open",
                (at(r4, decided),),
            ),
        ),
        figures=(
            Figure(
                "f1",
                "cars a day",
                None,
                (
                    FigureValue(9000, "about", None, None, span("2024-05-03"), (at(r1, "about 9,000 cars a day"),)),
                    FigureValue(12000, "about", None, None, span("2024-05-14"), (at(r4, "About 12,000 cars a day"),)),
                ),
            ),
            Figure(
                "f2",
                "repair",
                "crowns",
                (
                    FigureValue(
                        40e6, "exact", 55e6, "p2", span("2024-05-07"), (at(r3, "40 million to 55 million crowns"),)
                    ),
                    FigureValue(55e6, "exact", None, None, span("2024-05-14"), (at(r4, "55 million crowns"),)),
                ),
            ),
        ),
        differences=(
            Difference(
                "d1",
                "how many piers are cracked",
                "figure",
                (
                    Version("a pier", (at(r1, "cracks in a pier"),)),
                    Version("two piers", (at(r3, "cracks in two piers"),)),
                ),
                "the second report is four days later",
            ),
        ),
        reuse=(Reuse(("r1", "r2"), "same", 1.0, (SharedCopy(at(r1, POST[:300]), at(r2, POST[:300])),)),),
    )


def hostile() -> StoryDocument:
    """A document whose every string tries to break out of the page."""
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{ 7*7 }} </style></textarea> & ]]> <!--"
    text = f"{evil}\n\n{evil} happened on Friday. {evil}"
    one = report(1, text, evil, "2024-05-03", url="javascript:alert(3)", authors=(evil,), dateline=evil, file=evil)
    place = at(one, evil)
    day = span("2024-05-03")
    return StoryDocument(
        format=FORMAT,
        title=evil,
        generated=Generated(evil, {evil: evil}, "2024-05-03"),
        reports=(one,),
        entries=(Entry("e1", day, evil, "happened", 1.0, ("p1",), "p1", (place,), "c1", rule=evil),),
        entities=(Entity("p1", evil, "person", (evil + "2",), (Role(evil, (place,)),), 1, (place,)),),
        quotations=(
            Quotation("q1", "p1", evil, "direct", evil, day, "affirmed", (place,), on_behalf=evil, to=evil, via=evil),
        ),
        commitments=(
            Commitment("c1", "plan", "p1", evil, day, day, (Step("announced", day, (place,), evil),), "open", (place,)),
        ),
        figures=(Figure("f1", evil, evil, (FigureValue(1, "exact", None, "p1", day, (place,)),)),),
        differences=(Difference("d1", evil, "wording", (Version(evil, (place,)), Version(evil, (place,))), evil),),
        reuse=(),
    )


def empty() -> StoryDocument:
    """One report of which nothing is known, and no line."""
    return StoryDocument(
        FORMAT,
        "Untitled",
        Generated("dateline 0.1.0", {}, None),
        (report(1, "Nothing to see.", None, None, title=None),),
        (),
        (),
        (),
        (),
        (),
        (),
        (),
    )
