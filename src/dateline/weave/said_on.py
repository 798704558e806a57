"""The day on which something was said: named beside the tag, or beside the speaker's statement right before."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from dateline.model.annotations import Annotated, Quote, Sentence, Timex
from dateline.model.dates import DateSpan, day_span

_NEAR_TAG = 60
"""Characters between a tag and the day that it was said on."""
_APART = re.compile(r"[;:]|\b(?:and|but|which|who|whose|when|where|after|before|since|until)\b")
PASSAGE = 2
"""Sentences after a dated statement in which the speaker's own words are taken to be of that day too."""


def said_days(annotated: Annotated, speakers: Sequence[str | None]) -> list[DateSpan | None]:
    """The day of each quotation of a report, with their ``speakers``; the report's day where none is named."""
    day = annotated.report.day
    published = day_span(day) if day else None
    starts = [sent.start for sent in annotated.notes.sentences]
    out: list[DateSpan | None] = []
    last: dict[str, tuple[int, DateSpan]] = {}
    for quote, speaker in zip(annotated.notes.quotes, speakers, strict=True):
        named = _named(annotated, quote, starts)
        at = bisect.bisect_right(starts, quote.cue.start if quote.cue is not None else quote.content[0].start)
        if named is None and quote.kind != "indirect" and speaker in last and at - last[speaker][0] <= PASSAGE:
            named = last[speaker][1]
        elif named is not None and speaker is not None:
            last[speaker] = (at, named)
        elif speaker is not None and quote.kind == "indirect":
            last.pop(speaker, None)
        out.append(named or published)
    return out


def _named(annotated: Annotated, quote: Quote, starts: Sequence[int]) -> DateSpan | None:
    """The day that stands beside the tag."""
    timexes = annotated.notes.timexes
    if quote.cue is None or not timexes or not starts:
        return None
    sent = annotated.notes.sentences[max(0, bisect.bisect_right(starts, quote.cue.start) - 1)]
    for n in range(bisect.bisect_left(timexes, sent.start, key=_start), len(timexes)):
        timex = timexes[n]
        if timex.start >= sent.end:
            break
        if timex.when is None or timex.type not in ("DATE", "TIME") or not timex.when.is_day:
            continue
        if any(span.start <= timex.start < span.end for span in quote.content):
            continue
        text, source = annotated.report.text, quote.source or quote.cue
        low, high = min(quote.cue.start, source.start), max(quote.cue.end, source.end)
        inner = min(quote.cue.end, source.end)
        if timex.end <= low:
            between = text[timex.end : low]
        else:
            between = text[(high if timex.start >= high else inner) : timex.start]
        if len(between) < _NEAR_TAG and not _APART.search(between):
            return timex.when
    return None


def _start(one: Timex | Sentence) -> int:
    return one.start
