"""Who tells a clause: the predicate that governs it, and whom the sentence names as the one who says so."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate import status_words as words
from dateline.annotate.status_forms import Predicate, closes_aside
from dateline.annotate.status_tokens import Line
from dateline.model.annotations import Quote
from dateline.model.evidence import Span

REACH = 12
"""Predicates looked back for the one that governs; a bound on the cost of endless sentences."""

_TAILS = frozenset(
    "say tell report add announce confirm claim insist allege warn argue reveal admit acknowledge testify tweet".split()
)
"""Verbs that close a sentence after the comma: "..., a spokesman said"."""

_SHOWN = frozenset("reveal report announce confirm show promise state mention describe disclose".split())
"""Verbs of telling that also take a thing."""

_OBJECT = 3
"""Tokens of such a thing and the pronoun after it: "the clinic he"."""

_TAG_REACH = 10
"""Tokens before a verb in which its subject opens."""

_TOLD_THINGS = frozenset("tell write repeat hear".split())
"""Verbs whose object may be the thing told: "the stories that they tell"."""

_OPENS_CLAUSE = words.PENDING | words.CONDITIONS
"""Words after which ", X said" is part of their clause: "If, as the firm said, it is so"."""

_UNREAD = Span(0, 1)
"""Stands for a source that has not been looked for yet."""


class Tellers:
    """The governors and tellers of one sentence's predicates."""

    def __init__(self, line: Line, preds: Sequence[Predicate], quotes: Sequence[tuple[int, int, Quote]]) -> None:
        self.line, self.preds, self.quotes = line, preds, quotes
        self.governors = [self._governor(at) for at in range(len(preds))]
        self.source: Span | None = _UNREAD
        self.tags: list[tuple[int, Span]] = []
        if "said" in line.low or "says" in line.low:
            self.tags = [(at, by) for at in range(1, len(preds)) if (by := self._tag(at)) is not None]

    def _governor(self, at: int) -> int | None:
        """The predicate whose complement this one is, as far as order and borders tell."""
        pred = self.preds[at]
        if at and pred.shape == "finite" and closes_aside(self.line, pred.first, self.preds[:at]):
            return None  # "the firm, which said it would wait, sold"
        for before in range(at - 1, max(-1, at - 1 - REACH), -1):
            outer = self.preds[before]
            if pred.shape == "infinitive":
                return before
            wish = outer.lemma in words.REQUEST and self.line.low[pred.first] == "be"
            if pred.shape == "finite" and outer.shape == "finite" and (wish or outer.lemma in words.REPORTS_THAT):
                between = self.line.kinds[outer.last + 1 : pred.first]
                lows = self.line.low[outer.last + 1 : pred.first]
                if outer.lemma in _TOLD_THINGS and "that" not in lows and self._told_thing(before):
                    continue
                if ";" in lows or ("C" in between and "but" in lows):
                    return None
                if outer.lemma in _SHOWN and self._of_object(outer.last + 1, pred.first):
                    continue
                return before
            if pred.shape != "finite":
                return before
        return None

    def _of_object(self, start: int, end: int) -> bool:
        """Whether a clause tells of a verb's object: "revealed the name of the clinic he entered"."""
        line = self.line
        if end - start < _OBJECT or "S" in line.kinds[start:end] or line.kinds[end - 1] != "I":
            return False
        return line.kinds[start] == "D" and line.kinds[end - 2] in ("", "N", "E")

    def _told_thing(self, at: int) -> bool:
        """Whether a relative clause takes its verb's object: "the stories that the two sides are telling"."""
        line, first = self.line, self.preds[at].first
        stop = self.preds[at - 1].last if at else -1
        for token in range(first - 2, max(stop, first - _TAG_REACH), -1):
            if line.low[token] in ("that", "which"):
                return token > 0 and line.kinds[token - 1] in ("", "N", "E")
        return False

    def _teller(self, at: int) -> Span | None:
        """Who is named as the one who says what a predicate tells; None where the report vouches for it."""
        line, pred = self.line, self.preds[at]
        place = line.starts[pred.head]
        for start, end, quote in self.quotes:
            if start <= place < end and quote.source is not None:
                return quote.source
        outer = self.governors[at]
        if outer is not None and self.preds[outer].shape == "finite" and self.preds[outer].lemma in words.REPORTS_THAT:
            return self._subject(outer)
        last = len(self.preds) - 1
        tail = self.preds[last]
        if at < last and tail.shape == "finite" and tail.lemma in _TAILS and self._closing(last):
            return self._subject(last)
        tag = next((by for place, by in self.tags if place > at), None) if self.tags else None
        if tag is not None:
            return tag
        if self.source is _UNREAD:
            self.source = self._according_to()
        return self.source

    def _tag(self, at: int) -> Span | None:
        """Who speaks in a tag after what was said: ", said Ann Kirk", ", the survey said, adding that"."""
        line, pred, size = self.line, self.preds[at], len(self.line.low)
        if line.low[pred.head] not in ("said", "says") or pred.first != pred.last or line.low[0] in _OPENS_CLAUSE:
            return None
        after = pred.last + 1
        if line.low[pred.first - 1] == ",":
            if pred.shape == "finite" and closes_aside(line, pred.first, self.preds[:at]):
                return None
            end = after
            while end < size and line.kinds[end] not in (",", "S", "T", "P", "C") and line.low[end] != ".":
                end += 1
            named = end > after and (line.kinds[after] in ("D", "E") or line.capital(after))
            return self.span(after, end - 1) if named else None
        ends = after >= size or line.low[after] in (".", ",") or line.kinds[after] in ("P", "T")
        if pred.shape != "finite" or not ends:
            return None
        adding = line.low[after : after + 1] == [","] and at + 1 < len(self.preds) and self.preds[at + 1].shape == "ing"
        if not adding and at in self.governors[at + 1 : at + 1 + REACH]:
            return None  # "the council said that it was sad"
        for token in range(pred.first - 1, max(self.preds[at - 1].last, pred.first - _TAG_REACH), -1):
            if line.kinds[token] in ("C", "S", "P"):
                return None
            if line.low[token] == ",":
                return self.span(token + 1, pred.first - 1) if token + 1 < pred.first else None
        return None

    def _according_to(self) -> Span | None:
        """Whom "according to" names in the sentence."""
        line, low = self.line, self.line.low
        if "according" not in low:
            return None
        for token in range(len(low) - 2):
            if low[token] == "according" and low[token + 1] == "to":
                end = token + 2
                while end < len(low) and line.kinds[end] not in (",", "S", "T") and low[end] != ".":
                    end += 1
                return self.span(token + 2, end - 1) if end > token + 2 else None
        return None

    def _closing(self, at: int) -> bool:
        """Whether ", X said" closes the sentence."""
        line, pred = self.line, self.preds[at]
        start = self.preds[at - 1].last + 1 if at else 0
        between = line.low[start : pred.first]
        if "," not in between:
            return False
        told = between[len(between) - between[::-1].index(",") :]
        return at == len(self.preds) - 1 and words.RELATIVES.isdisjoint(told)  # but "the story that they are telling"

    def _subject(self, at: int) -> Span | None:
        """The words before a predicate that name its subject."""
        line, pred = self.line, self.preds[at]
        stop = self.preds[at - 1].last + 1 if at else 0
        end = pred.first - 1
        if end > 0 and line.low[end] == ",":  # "the mayor, who was ill, said"
            opening = next((token for token in range(end - 1, 0, -1) if line.low[token] == ","), 0)
            if opening and not any(before.first < opening for before in self.preds):
                stop, end = 0, opening
        while end >= stop and line.kinds[end] in ("T", ",", "P"):
            end -= 1
        start = end
        while start >= stop and line.kinds[start] not in (",", "C", "S", "T") and line.low[start] not in "\"“”'":
            start -= 1
        if start + 1 <= end:
            return self.span(start + 1, end)
        if at and line.kinds[pred.first - 1] == "C" and self.preds[at - 1].shape == "finite":
            return self._subject(at - 1)  # "the mayor apologised but said"
        return None

    def span(self, first: int, last: int) -> Span:
        """The place of some tokens."""
        return Span(self.line.starts[first], self.line.ends[last])
