"""What the reports of a day open with, headline or first sentence: the morning after, what the day before comes to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.model.material import Material
from dateline.text.words import content_words
from dateline.weave.timeline.choice import share_of
from dateline.weave.timeline.vectors import Vector, Vectors


class Leads:
    """ISO day -> the vectors of the first sentences of its reports, one an independent text, each with its share."""

    def __init__(self, material: Material, vectors: Vectors) -> None:
        self._by_day: dict[str, list[tuple[Vector, float]]] = defaultdict(list)
        seen: set[tuple[str, str]] = set()
        for annotated in material.reports:
            report, sentences = annotated.report, annotated.notes.sentences
            if report.day is None or not sentences:
                continue
            day, text = report.day.isoformat(), material.text_group.get(report.id, report.id)
            if (day, text) in seen:
                continue
            seen.add((day, text))
            first = sentences[0]
            words = content_words(report.text[first.start : first.end])
            self._by_day[day].append((vectors.unit(words), share_of(vectors.gist.about(frozenset(words)))))

    def of(self, day: str) -> Sequence[tuple[Vector, float]]:
        """The leads of one day."""
        return self._by_day.get(day, ())
