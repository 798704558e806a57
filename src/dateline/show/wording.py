"""The words on the screen: what a status means, how a number is said, how a source is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from dateline.model.dates import date_span
from dateline.model.story import FigureValue, StoryReport
from dateline.show.dates import span_text

STATUS_MEANING = {
    "happened": "a report tells it as done",
    "planned": "decided or announced for that day; no report yet says that it took place",
    "expected": "somebody expects it",
    "requested": "somebody asked for it",
    "said": "the event is the statement itself",
    "postponed": "put off",
    "cancelled": "called off",
    "denied": "somebody says that it is not so",
    "reported": "told on somebody's word; the report does not vouch for it",
}
"""Status -> what it tells the reader, in the order of a legend."""

STATE_MEANING = {
    "open": "not due yet on the day up to which the reports were read",
    "kept": "a report says that it came about",
    "changed": "put off, extended or altered",
    "declined": "turned down",
    "broken": "a report says that it did not come about",
    "unknown": "its day has passed and no report says what became of it",
}

BOUND_WORDS = {
    "exact": "",
    "more than": "more than ",
    "at least": "at least ",
    "about": "about ",
    "as many as": "as many as ",
    "at most": "at most ",
    "less than": "less than ",
}
_CURRENCIES = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "AUD": "A$", "CAD": "C$", "NZD": "NZ$"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


_REPORT = re.compile(r"\br\d+\b")
_DATED = re.compile(r"[^(]*\d[^(]*\((\d{4}-\d\d(?:-\d\d)?)\)")
_DATE = re.compile(r"\b\d{4}-(?:W\d\d|Q\d|\d\d(?:-\d\d)?)\b")


def in_plain_words(words: str, names: Mapping[str, str]) -> str:
    """Words of a rule with reports called by their names and dates written out: "by 2011-W44", "r1 gives no date".

    "5 October (2011-10-05)" becomes "5 October 2011", "Monday (2011-10-24)" becomes "Monday (24 Oct 2011)".
    """
    dated = _DATED.fullmatch(words)
    if dated and (date := date_span(dated[1])):
        return span_text(date)
    named = _REPORT.sub(lambda found: names.get(found[0], found[0]), words)
    return _DATE.sub(_date_words, named)


def _date_words(found: re.Match[str]) -> str:
    date = date_span(found[0])
    return span_text(date, "short") if date else found[0]


def plural(number: int, one: str, many: str | None = None) -> str:
    """ "1 report", "2 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def joined(names: Iterable[str], last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    *head, tail = list(names) or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def number_text(value: float) -> str:
    """A number as people write it: 26,000; 1.75 billion; 4.5; a long exact count in full."""
    for size, word in _SCALES:
        if abs(value) >= size and value / size == round(value / size, 3):
            return f"{value / size:,.6g} {word}"
    return f"{int(value):,}" if value == int(value) else f"{value:,.10g}"


def figure_text(value: FigureValue, unit: str | None) -> str:
    """ "more than 26,000", "£850 million to £1.75 billion", "4.5 %"."""
    bound = BOUND_WORDS[value.bound]
    if value.high is None or value.high == value.value:
        return bound + amount_text(value.value, unit)
    first = amount_text(value.value, unit if unit in _CURRENCIES else None)
    return f"{bound}{first} to {amount_text(value.high, unit)}"


def amount_text(value: float, unit: str | None) -> str:
    """A number with its unit: "$400 million", "12 %", "30 km"."""
    number = number_text(value)
    if unit in _CURRENCIES:
        return f"-{_CURRENCIES[unit]}{number[1:]}" if value < 0 else _CURRENCIES[unit] + number
    if unit == "%":
        return f"{number}%"
    return f"{number} {unit}" if unit else number


def report_name(report: StoryReport) -> str:
    """What a report is called in a list: its source, else the host or the file that it came from."""
    if report.source:
        return report.source
    if report.url:
        return urlsplit(report.url).netloc.removeprefix("www.") or report.url
    return file_name(report.file) or report.id


def report_names(reports: Iterable[StoryReport]) -> dict[str, str]:
    """Report id -> what it is called. Rows of one file, where no other file has rows, are "report 46": the file's name
    beside each would say nothing."""
    named = {report.id: report_name(report) for report in reports}
    rows = {key: found for key, name in named.items() if (found := _ROW.fullmatch(name))}
    if len({found["file"] for found in rows.values()}) == 1 and len(rows) > 1:
        named.update({key: f"report {found['row']}" for key, found in rows.items()})
    return named


_ROW = re.compile(r"(?P<file>.+\.\w+):(?P<row>\d+)")


def file_name(path: str | None) -> str | None:
    """The last part of a path of either kind."""
    return PurePosixPath(path.replace("\\", "/")).name if path else None
