"""Places in a report, and the evidence that an assertion rests on.

A *span* is a pair of character offsets (Unicode code points, start included, end excluded) into a report's ``text``,
as in the W3C Web Annotation ``TextPositionSelector``. *Evidence* adds the report and the literal words
(``TextQuoteSelector``): ``report.text[start:end] == quote``, always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from dateline.model.report import Report

LONGEST_EVIDENCE = 600
"""Characters. A piece of evidence is a sentence or two; a longer one proves nothing to a reader."""


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A stretch of one report's text: ``start`` included, ``end`` excluded."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}..{self.end}")

    def within(self, other: Span) -> bool:
        """Whether this span lies inside ``other`` (or equals it)."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """The literal words of one report that an assertion rests on. Build it with :func:`cite`."""

    report: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise ValueError(
                f"evidence {self.start}..{self.end} does not fit its quote of {len(self.quote)} characters"
            )


def cite(report: Report, start: int, end: int) -> Evidence:
    """The evidence at ``report.text[start:end]``, without blanks at either end, cut at a blank if over-long.

    Raises ValueError where the place holds nothing but blanks.
    """
    words = report.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if len(words) > LONGEST_EVIDENCE:
        cut = words.rfind(" ", 0, LONGEST_EVIDENCE)
        words = words[: cut if cut > 0 else LONGEST_EVIDENCE].rstrip()
    return Evidence(report.id, start, start + len(words), words)
