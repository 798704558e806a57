"""A place in a report as a line that can be pasted: “…” — Source, 26 Oct 2011, “Title”, para. 3."""

from __future__ import annotations

import bisect
import re
from urllib.parse import quote as percent

import msgspec

from dateline.model.evidence import Evidence
from dateline.model.story import StoryDocument, StoryReport
from dateline.show.dates import published_text
from dateline.show.wording import report_names

_BREAK = re.compile(r"\n[ \t\f\v\xa0]*\n\s*")
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]")
_LINE_END = re.compile(r"\n")
_ENDS_LIKE_PROSE = re.compile(r"[.!?:,;…][\"'”’)\]]*\s*$")
LONG_LINE = 90
"""Characters. Text wrapped by hand keeps to about 80; where half the lines are longer, a line is a paragraph."""
HEAD_WORDS = 25
"""Words. A block at a report's head up to this long and without a closing full stop is a heading or byline."""
FRAGMENT_WORDS = 5
"""Words at either end of a text fragment: enough to be found once, short enough for an address."""


class Cite(msgspec.Struct, frozen=True):
    """One place, ready to be shown.

    ``anchor``: its name on the page. ``words`` and ``tail`` together are the line to paste. ``para``: which paragraph
    of the story it stands in, headings not counted; None in the head. ``address``: the report's address with a text
    fragment, if it has one.
    """

    anchor: str
    report: str
    quote: str
    start: int
    end: int
    source: str
    day: str
    basis: str
    title: str | None
    para: int | None
    words: str
    tail: str
    file: str | None
    address: str | None

    @property
    def line(self) -> str:
        """The citation to paste."""
        return f"{self.words} {self.tail}"


class Citer:
    """Makes citations of one document, working out each report's paragraphs once."""

    def __init__(self, document: StoryDocument) -> None:
        self.reports = {report.id: report for report in document.reports}
        self.names = report_names(document.reports)
        self._paragraphs: dict[str, tuple[list[int], list[int | None]]] = {}

    def cite(self, evidence: Evidence) -> Cite:
        """The evidence as a citation."""
        report = self.reports[evidence.report]
        para = self._paragraph(report, evidence.start)
        source, day = self.names[report.id], published_text(report.published, "short")
        return Cite(
            anchor(evidence),
            report.id,
            evidence.quote,
            evidence.start,
            evidence.end,
            source,
            day,
            report.published.basis,
            report.title,
            para,
            in_marks(evidence.quote),
            _tail(evidence.quote, report, source, day, para),
            report.file,
            _address(report, evidence.quote),
        )

    def cites(self, evidence: tuple[Evidence, ...]) -> tuple[Cite, ...]:
        """Several pieces of evidence, in their order."""
        return tuple(self.cite(one) for one in evidence)

    def _paragraph(self, report: StoryReport, offset: int) -> int | None:
        if report.id not in self._paragraphs:
            blocks = paragraphs(report.text)
            self._paragraphs[report.id] = ([start for start, _, _ in blocks], [number for _, _, number in blocks])
        starts, numbers = self._paragraphs[report.id]
        place = bisect.bisect_right(starts, offset) - 1
        return numbers[place] if place >= 0 else None


def anchor(evidence: Evidence) -> str:
    """The name of a place on the page: r2-1043-1127."""
    return f"{_NO_NAME.sub('_', evidence.report)}-{evidence.start}-{evidence.end}"


def paragraphs(text: str) -> list[tuple[int, int, int | None]]:
    """(start, end, number) of the blocks that blank lines part; heading, byline and date line have no number."""
    blocks: list[tuple[int, int, int | None]] = []
    number, start = 0, 0
    for found in [*_breaks(text), None]:
        end = found.start() if found else len(text)
        words = text[start:end]
        if words.strip():
            head = number == 0 and len(words.split()) <= HEAD_WORDS and not _ENDS_LIKE_PROSE.search(words)
            number += not head
            blocks.append((start, end, None if head else number))
        start = found.end() if found else end
    return blocks


def _breaks(text: str) -> list[re.Match[str]]:
    """Where paragraphs part: at blank lines, or at line ends in a text that has only long lines."""
    found = list(_BREAK.finditer(text))
    if found:
        return found
    lines = sorted(len(line) for line in text.splitlines())
    return list(_LINE_END.finditer(text)) if lines and lines[len(lines) // 2] > LONG_LINE else []


def in_marks(words: str) -> str:
    """Literal words between quotation marks; words that bring their own pair are left as they are."""
    words = " ".join(words.split())
    if words[:1] in '“"' and words[-1:] in '”"' and words[1:-1].count(words[0]) == 0:
        return words
    return f"“{words}”"


def place_of(value: str, words: str) -> tuple[int, int]:
    """Where a value stands in the words of a citation; (0, 0) where it does not stand so.

    "Monday (2011-10-24)" is looked for as "Monday", "26,000" as whole number.
    """
    for part in (value, value.partition(" (")[0], *re.findall(r"[\d.,]*\d", value)[:1]):
        found = re.search(rf"(?<![\w.,]){re.escape(part)}(?!\w|[.,]\d)", words, re.IGNORECASE) if part.strip() else None
        if found:
            return found.span()
    return 0, 0


def _tail(quote: str, report: StoryReport, source: str, day: str, para: int | None) -> str:
    dated = f"{day} (date inferred)" if report.published.basis == "inferred" else day
    parts = [source, dated]
    if report.title:
        parts.append(in_marks(report.title))
    if para is not None:
        parts.append(f"para. {para}")
    if report.url:
        parts.append(_address(report, quote) or report.url)
    return f"— {', '.join(parts)}"


def _address(report: StoryReport, quote: str) -> str | None:
    """The report's web address with a text fragment, so that a browser jumps to the words; None without one."""
    if not report.url or not report.url.startswith(("http://", "https://")):
        return None
    words = quote.split()
    if len(words) <= 2 * FRAGMENT_WORDS:
        fragment = _escape(" ".join(words))
    else:
        fragment = f"{_escape(' '.join(words[:FRAGMENT_WORDS]))},{_escape(' '.join(words[-FRAGMENT_WORDS:]))}"
    return f"{report.url.partition('#')[0]}#:~:text={fragment}"


def _escape(words: str) -> str:
    return percent(words, safe="").replace("-", "%2D")
