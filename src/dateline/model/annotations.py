"""What is found in one report: sentences, time expressions, names, quotations, quantities, events.

All places are character offsets into the report's ``text``. Every list is in the order of the text.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.model.dates import DateSpan
from dateline.model.evidence import Span
from dateline.model.report import Report

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
EntityKind = Literal["person", "organisation", "place", "event", "other"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirmed", "denied"]
Bound = Literal["exact", "more than", "at least", "about", "as many as", "at most", "less than"]
Status = Literal["happened", "planned", "expected", "requested", "said", "postponed", "cancelled", "denied", "reported"]


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """One sentence. ``paragraph`` numbers the report's blocks from 0; ``kind`` is the block's kind."""

    start: int
    end: int
    paragraph: int
    kind: str = "body"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Timex(msgspec.Struct, frozen=True, gc=False):
    """A time expression (TIMEX3).

    ``value``: the TIMEX3 value, resolved against ``anchor``; where nothing anchors it (an undated report) it keeps
    the standard's open form (``XXXX-WXX-5``, ``XXXX-10-31``). ``when``: its place on the calendar, or None. ``rule``:
    the id of the rule that resolved it. ``anchor``: ``"dct"`` (the report's day), ``"self"`` (needs none) or the start
    offset of the time expression that it leans on.
    """

    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    when: DateSpan | None = None
    rule: str = ""
    anchor: str | int = "dct"


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A name in the text, without title: "Charles Bouchard" in "Lieutenant-General Charles Bouchard".

    ``role``: where the text says what the named one is ("commander of the operation", "spokeswoman"), as it stands
    there, beside the name. ``title``: the honorific or rank right before it. ``rule``: how it was found.
    """

    start: int
    end: int
    kind: EntityKind
    title: Span | None = None
    role: Span | None = None
    rule: str = ""


class Quote(msgspec.Struct, frozen=True, gc=False):
    """A quotation: content, cue and source (as in PARC 3 and PolNeAR).

    ``content``: one or more spans without the marks; a quotation split round its tag is one. ``source``: the words
    that name the speaker, None where nobody is named. ``cue``: "said", "according to", ":". ``act``: what kind of
    speech ("say", "ask", "promise", "predict", "demand", "deny"). ``to``, ``via``, ``on_behalf``: listener, medium,
    principal.
    ``speaker_mention``: start offset of the mention, anywhere in this report, that the source stands for (pronouns
    and short forms resolved); None rather than a guess.
    """

    content: tuple[Span, ...]
    kind: QuoteKind
    cue: Span | None = None
    source: Span | None = None
    act: str = "say"
    polarity: Polarity = "affirmed"
    to: Span | None = None
    via: Span | None = None
    on_behalf: Span | None = None
    speaker_mention: int | None = None
    rule: str = ""


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number and what it counts: "more than 26,000 air sorties" has value 26000, bound "more than".

    ``what`` is the span of the counted words, ``unit`` the currency or measure ("USD", "%", "km"). Years, ages,
    ordinals, clock times and the numbers inside time expressions are no quantities.
    """

    start: int
    end: int
    value: float
    bound: Bound = "exact"
    high: float | None = None
    unit: str | None = None
    what: Span | None = None
    rule: str = ""


class Event(msgspec.Struct, frozen=True, gc=False):
    """Something that a clause tells, with its status (factuality) and the time expression that dates it.

    ``start``, ``end``: the clause. ``sentence``: index into the sentences. ``timex``: index into the time expressions,
    None where the clause names no time of its own. ``head``: the verb or noun that carries it ("confirmed",
    "decision"), with ``lemma``. ``by``: who says so, where the report does not vouch for it. ``cue``: the words that
    made the status.
    """

    start: int
    end: int
    sentence: int
    status: Status
    timex: int | None = None
    head: Span | None = None
    lemma: str = ""
    by: Span | None = None
    cue: Span | None = None
    negated: bool = False
    rule: str = ""


class Annotations(msgspec.Struct, frozen=True):
    """All that was found in one report.

    ``asides``: what clauses beside the main one tell as done, without a day ("rejecting an appeal", "when the firm
    pulled out"); too slight for an entry, but a later step may stand there.
    """

    sentences: tuple[Sentence, ...] = ()
    timexes: tuple[Timex, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    asides: tuple[Event, ...] = ()


class Annotated(msgspec.Struct, frozen=True):
    """A report with its annotations."""

    report: Report
    notes: Annotations
