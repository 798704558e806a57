"""Time expressions as a TimeML document (ISO 24617-1), as the TempEval-3 tools read it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from dateline.model.annotations import Timex
from dateline.model.dates import DateSpan, day_span

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold; a blank stands for it, so that places stay."""
_DCT = "t0"


def to_timeml(text: str, timexes: Sequence[Timex], *, published: dt.date | None, name: str = "report") -> str:
    """A TimeML document with every expression as a TIMEX3; the report's day is ``t0``.

    ``anchorTimeID`` names what an expression leans on, ``temporalFunction`` says that it leans on something. A length
    with a place has the expression that it begins or ends with as ``beginPoint`` or ``endPoint``: "the past three
    months" end with the report's day.
    """
    days = {timex.start: timex.when for timex in timexes}
    ids = {timex.start: f"t{number}" for number, timex in enumerate(timexes, 1)}
    pieces = []
    at = 0
    for timex in timexes:
        pieces.append(_text(text[at : timex.start]))
        body = _text(text[timex.start : timex.end])
        pieces.append(f"<TIMEX3 {_attributes(timex, ids, days, published)}>{body}</TIMEX3>")
        at = timex.end
    pieces.append(_text(text[at:]))
    day = published.isoformat() if published else "XXXX-XX-XX"
    dct = (
        f'<TIMEX3 tid="{_DCT}" type="DATE" value="{day}" temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{day}</TIMEX3>'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DOCID>{_text(name)}</DOCID>\n<DCT>{dct}</DCT>\n<TEXT>{''.join(pieces)}</TEXT>\n</TimeML>\n"
    )


def _attributes(timex: Timex, ids: dict[int, str], days: dict[int, DateSpan | None], published: dt.date | None) -> str:
    leans = timex.anchor != "self"
    pairs: dict[str, str | None] = {
        "tid": ids[timex.start],
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "temporalFunction": "true" if leans else "false",
        "functionInDocument": "NONE",
    }
    if isinstance(timex.anchor, int):
        pairs["anchorTimeID"] = ids.get(timex.anchor)
    elif leans and published is not None:
        pairs["anchorTimeID"] = _DCT
    if timex.type == "DURATION" and "anchorTimeID" in pairs:
        base = days.get(timex.anchor) if isinstance(timex.anchor, int) else day_span(published) if published else None
        point = _point(timex.when, base)
        if point:
            pairs[point] = pairs["anchorTimeID"]
    return " ".join(f"{name}={quoteattr(value)}" for name, value in pairs.items() if value)


def _point(when: DateSpan | None, base: DateSpan | None) -> str:
    """Whether a length begins or ends with ``base``: by where it lies; "" where that is not known."""
    if when is None or base is None:
        return ""
    return "endPoint" if when.start < base.start else "beginPoint"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub(" ", text))
