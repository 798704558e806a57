"""The names of a back end as votes beside our own rules.

A name of the back end is taken where our rules found nothing, and says what a name is that our rules could not tell.
What our rules are sure of stands. Which mentions are one person is decided later and by the rules alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from dateline.annotate.names import lexicon as lex
from dateline.annotate.names.candidates import Candidate
from dateline.annotate.names.roles import appositions
from dateline.model.annotations import EntityKind, Mention, Sentence, Timex
from dateline.model.evidence import Span
from dateline.model.layers import Layers, NameSpan

UNSURE = frozenset(("two capitals",))
"""Rules that give a kind by the shape of the words alone. Every other rule had a table, a title or a neighbour."""

_ARTICLE = re.compile(r"the\s+")
_TITLE = re.compile(r"([\w-]+\.?)\s+")
_END = re.compile(r"(?:['’]s|['’]|[\s,;:])+$")


def with_votes(text: str, mentions: Sequence[Mention], timexes: Sequence[Timex], layers: Layers) -> tuple[Mention, ...]:
    """Our mentions with the back end's votes, in order, without overlaps; unchanged where it provides no names."""
    if not layers.has("names"):
        return tuple(mentions)
    votes = list(_votes(text, layers))
    settled = _settle(text, mentions, votes)
    taken = _Taken([span for mention in mentions for span in _places(mention)], timexes)
    added = [vote for vote in votes if taken.free(vote)]
    return tuple(sorted([*settled, *added], key=lambda mention: mention.start))


def _votes(text: str, layers: Layers) -> Iterator[Mention]:
    """Yields the names of the back end as we write names: without article, title and genitive."""
    ends = [sent.end for sent in layers.sentences]
    for name in layers.names:
        if name.kind != "other":
            vote = _bare(text, name, layers.sentences[bisect_right(ends, name.start)])
            if vote:
                yield vote


def _bare(text: str, name: NameSpan, sent: Sentence) -> Mention | None:
    start, end = name.start, name.end
    article = _ARTICLE.match(text, start, end)
    if article:
        start = article.end()
    title = None
    if name.kind == "person":
        opened = start
        while (found := _TITLE.match(text, start, end)) and found[1].lower() in lex.TITLES:
            title, start = Span(opened, found.end(1)), found.end()
    end -= len(text[start:end]) - len(_END.sub("", text[start:end]))
    if start >= end:
        return None
    words = text[start:end]
    rule = f"backend:{name.origin}"
    cand = Candidate(start, end, words, len(words.split()), name.kind, 0, rule, sent.end, title=title)
    role = appositions(text, cand) if name.kind == "person" else None
    return Mention(start, end, name.kind, title, role, rule)


def _settle(text: str, mentions: Sequence[Mention], votes: Sequence[Mention]) -> Iterator[Mention]:
    """Our mentions; a name whose kind is open gets the kind that the back end gave it most often in this report."""
    said = {(vote.start, vote.end): vote for vote in votes}
    counts: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    rules: dict[tuple[str, EntityKind], str] = {}
    sure = set()
    for mention in mentions:
        name = _name(text, mention)
        if mention.kind != "other" and mention.rule not in UNSURE:
            sure.add(name)
        vote = said.get((mention.start, mention.end))
        if vote:
            counts[name][vote.kind] += 1
            rules.setdefault((name, vote.kind), vote.rule)
    for mention in mentions:
        name = _name(text, mention)
        if name in sure or name not in counts:
            yield mention
            continue
        count = counts[name]
        kind = min(sorted(count), key=lambda one: -count[one])
        if kind == mention.kind:
            yield mention
        else:
            yield msgspec.structs.replace(mention, kind=kind, rule=f"{mention.rule}, kind by {rules[name, kind]}")


def _name(text: str, mention: Mention) -> str:
    return " ".join(text[mention.start : mention.end].split())


def _places(mention: Mention) -> Iterator[Span]:
    """Where a mention leaves no room for another: the name and its title; a role may hold other names."""
    yield Span(mention.start, mention.end)
    if mention.title:
        yield mention.title


class _Taken:
    """Where our rules found something."""

    def __init__(self, spans: Sequence[Span], timexes: Sequence[Timex]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._times = sorted(Span(timex.start, timex.end) for timex in timexes)
        self._time_starts = [span.start for span in self._times]

    def free(self, vote: Mention) -> bool:
        """Whether the vote overlaps no name of ours and is no part of a time expression ("May", "Easter")."""
        at = bisect_right(self._starts, vote.end - 1)
        if at and self._spans[at - 1].end > vote.start:
            return False
        at = bisect_right(self._time_starts, vote.start)
        return not (at and self._times[at - 1].end >= vote.end)
