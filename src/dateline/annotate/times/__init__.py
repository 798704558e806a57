"""Time expressions of a report, resolved by the sentence they stand in.

recognise(text, sentences) -> RawTimexes     once a text: words, classes, rules, checks, direction of the sentence
resolve(raw, published) -> tuple[Timex,...]  cheap: arithmetic on the report's day, again for each day that is tried
find_times(text, sentences, published)       both
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dateline.annotate.times.language import languages
from dateline.annotate.times.raw import RawTimex, RawTimexes
from dateline.annotate.times.recognise import recognise
from dateline.annotate.times.resolve import resolve
from dateline.model.annotations import Sentence, Timex

__all__ = ["RawTimex", "RawTimexes", "find_times", "languages", "recognise", "resolve"]


def find_times(text: str, sentences: Sequence[Sentence], published: dt.date | None) -> tuple[Timex, ...]:
    """The time expressions of a text, in order; without ``published`` what leans on it keeps its open form."""
    return resolve(recognise(text, sentences), published)
