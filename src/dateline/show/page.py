"""The story as one self-contained page: no request leaves it, it reads without scripts, it prints."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from dateline.model.story import StoryDocument
from dateline.show.axis import month_year
from dateline.show.chains import ChainGroup, chain_groups
from dateline.show.glance import Glimpse, glance
from dateline.show.lanes import Lanes, columns, lanes
from dateline.show.linked_data import linked_data
from dateline.show.overview import Overview, overview
from dateline.show.passages import ReportText, report_texts
from dateline.show.room import PAGE
from dateline.show.series import Series, series
from dateline.show.shapes import MOST_LINKS, DifferenceRow, FigureRow, PhaseRow, QuotationRow
from dateline.show.sources import ReportRow
from dateline.show.view import StoryView, story_view

if TYPE_CHECKING:
    from jinja2 import Environment

WIDE, NARROW = 860, 340
"""Widths at which the overview is drawn, px; the style shows the one that fits."""
MOST_OPEN = 12
"""Reports whose texts stand open; of more each is folded under its title, so that the page does not run on for ever."""
MOST_LISTED = 200
"""Reports listed with all that is known of them; of more each gets one line."""
MOST_SAID = 6
"""Quotations of one speaker that stand open."""


class PageContext(msgspec.Struct, frozen=True):
    """All that the template gets.

    ``glimpses``: what matters, in short. ``phased``: the phases with a heading. ``chains``: the plans, joined;
    ``lanes``: their drawing; ``columns``: plan id -> the widths of its stations. ``unnamed``: what nobody with a name
    said. ``lone``: figures of one value. ``spellings``: differences in how a name is spelt. ``overviews``: the drawing
    of the span, wide and narrow. ``series``: figure id -> its drawing. ``texts``: the reports with their places marked;
    ``large``: only cited passages of them.
    ``shelves``: the same under years or months. ``shown``: report id -> its row, of those texts. ``days``: entry id ->
    its date. ``cut``: the places whose mark is in pieces. ``linked_data``: JSON-LD text. ``most_...``: limits.
    ``style``, ``script``: what goes inline.
    """

    view: StoryView
    glimpses: tuple[Glimpse, ...]
    phased: tuple[PhaseRow, ...]
    chains: tuple[ChainGroup, ...]
    lanes: Lanes | None
    columns: dict[str, str]
    unnamed: tuple[QuotationRow, ...]
    lone: tuple[FigureRow, ...]
    spellings: tuple[DifferenceRow, ...]
    overviews: tuple[Overview, ...]
    series: dict[str, Series]
    texts: tuple[ReportText, ...]
    large: bool
    shelves: tuple[tuple[str, tuple[ReportText, ...]], ...]
    shown: dict[str, ReportRow]
    days: dict[str, str]
    cut: tuple[str, ...]
    linked_data: str
    most_links: int
    most_open: int
    most_said: int
    most_listed: int
    style: str
    script: str


def render(document: StoryDocument) -> str:
    """The page as HTML text."""
    made = context(document)
    return _environment().get_template("page.html").render(msgspec.structs.asdict(made))


def context(document: StoryDocument) -> PageContext:
    """What the page shows, worked out."""
    view = story_view(document, PAGE)
    texts, cut = report_texts(view, document.reports)
    on_page = {text.id for text in texts}
    return PageContext(
        view=view,
        glimpses=glance(view),
        phased=tuple(one for one in view.phases if one.heading),
        chains=chain_groups(view.threads),
        lanes=lanes(view.threads, view.as_of_day),
        columns={row.id: widths for row in view.threads if (widths := columns(row))},
        unnamed=tuple(row for speaker in view.speakers if not speaker.id for row in speaker.quotations),
        lone=tuple(row for row in view.figures if row.alike),
        spellings=tuple(row for row in view.differences if row.spelling),
        overviews=tuple(one for width in (WIDE, NARROW) if (one := overview(view, width))),
        series={row.id: drawn for row in view.figures if (drawn := series(row))},
        texts=texts,
        large=bool(texts) and not texts[0].whole,
        shelves=_shelves(texts, {row.id: row for row in view.reports}),
        shown={row.id: row for row in view.reports if row.id in on_page},
        days={row.id: row.date.short for row in (*view.entries, *view.background)},
        cut=cut,
        linked_data=linked_data(document),
        most_links=MOST_LINKS,
        most_open=MOST_OPEN,
        most_said=MOST_SAID,
        most_listed=MOST_LISTED,
        style=_part("style.css"),
        script=_part("script.js"),
    )


def _shelves(
    texts: tuple[ReportText, ...], rows: dict[str, ReportRow]
) -> tuple[tuple[str, tuple[ReportText, ...]], ...]:
    """The texts of a large pile by year, or by month where they are of one or two years; of a small one as they are."""
    if not texts or texts[0].whole:
        return (("", texts),)
    days = {text.id: rows[text.id].machine_day or "" for text in texts}
    by_month = len({day[:4] for day in days.values() if day}) <= 2
    shelves: dict[str, list[ReportText]] = {}
    for text in texts:
        day = days[text.id]
        label = "Day not known" if not day else month_year(dt.date.fromisoformat(day)) if by_month else day[:4]
        shelves.setdefault(label, []).append(text)
    return tuple((label, tuple(some)) for label, some in shelves.items())


def _part(name: str) -> str:
    return files("dateline.show").joinpath("templates", name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("dateline.show", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
