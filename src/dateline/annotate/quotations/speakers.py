"""Whom a source stands for: the mention, in this report, of a name, a pronoun or a role noun."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from dateline.annotate.quotations.tags import Tag
from dateline.model.annotations import Mention, Sentence
from dateline.model.evidence import Span

_CUT = re.compile(r"\b(?:of|for|in|at|from|with|who|which|on|to|by)\b|[,(]")


class Speakers:
    """Resolves the sources of one report. Answers None rather than a guess."""

    def __init__(self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._starts = [m.start for m in mentions]
        self._sentences = sentences
        self._sentence_starts = [s.start for s in sentences]
        self._last: Mention | None = None

    def resolve(self, tag: Tag) -> int | None:
        """Start of the mention that speaks."""
        source = tag.source
        if source is None:
            return None
        words = self._text[source.start : source.end]
        low = words.lower()
        if low in ("he", "she"):
            found = self._person_before(source.start)
        elif low == "who":
            found = self._just_before(source.start)
        else:
            found = self._named(source, words)
        if found is not None:
            self._last = found
            return found.start
        return None

    def on_behalf(self, tag: Tag) -> Span | None:
        """The principal in "a spokesman for the council"."""
        if tag.source is None:
            return None
        words = self._text[tag.source.start : tag.source.end]
        found = re.search(r"\b(?:spokes\w+|lawyer|attorney|representative|adviser|advisor|aide)s? (?:for|of|to) (.+)$", words)
        return Span(tag.source.start + found.start(1), tag.source.end) if found else None

    def _named(self, source: Span, words: str) -> Mention | None:
        cut = _CUT.search(words)
        head_end = source.start + (cut.start() if cut else len(words))
        while head_end > source.start and self._text[head_end - 1] in " ,.":
            head_end -= 1
        at = bisect.bisect_right(self._starts, head_end) - 1
        if at >= 0:
            mention = self._mentions[at]
            if source.start <= mention.start and mention.end >= head_end and mention.kind in ("person", "organisation", "place"):
                return mention
        return None

    def _just_before(self, at: int) -> Mention | None:
        index = bisect.bisect_left(self._starts, at) - 1
        if index >= 0 and self._text[self._mentions[index].end : at].strip(" ,") == "":
            return self._mentions[index]
        return None

    def _person_before(self, at: int) -> Mention | None:
        """The person that a "he" or "she" means: who spoke last, else the first person of this or the last sentence."""
        if self._last is not None and self._last.kind == "person" and self._last.start < at:
            return self._last
        index = bisect.bisect_right(self._sentence_starts, at) - 1
        for n in (index, index - 1):
            if n < 0:
                continue
            sent = self._sentences[n]
            for mention in self._mentions[bisect.bisect_left(self._starts, sent.start) :]:
                if mention.start >= min(sent.end, at):
                    break
                if mention.kind == "person":
                    return mention
        return None
