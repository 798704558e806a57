"""Direct quotations of a paragraph: marked stretches put together with their tags."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

import msgspec

from dateline.annotate.quotations.adjuncts import LISTENED, after_verb
from dateline.annotate.quotations.draft import Draft
from dateline.annotate.quotations.marks import Stretch
from dateline.annotate.quotations.tags import Tag, find_tags
from dateline.annotate.quotations.words import Tok, has_cue, words
from dateline.annotate.speech import ATTITUDES
from dateline.model.annotations import Sentence
from dateline.model.evidence import Span

FEWEST_ALONE = 3
"""Words. A paragraph of fewer marked words and nothing else is a title."""
FRAGMENT_WORDS = 4
"""Words. Marked words without a tag of their own and fewer than these are scare quotes, titles or parts of a mixed
quotation; counted on the training reports of a corpus of attributions."""


_REACH = 600
"""Characters around a stretch in which its tag is looked for."""


class _Part(msgspec.Struct, gc=False):
    stretch: Stretch
    trail: Tag | None = None
    lead: Tag | None = None
    lead_ends: str = ""
    opens: bool = False
    opening: int = 0
    before: Span | None = None
    closes: bool = False


def direct_quotes(
    text: str, sents: Sequence[Sentence], marked: list[Stretch], pending: Tag | None
) -> tuple[list[Draft], set[int], set[int]]:
    """The direct quotations of a paragraph, the numbers of the stretches used, and the cues (starts) used.

    ``pending``: a tag that the paragraph before ended with ("He said in a statement:"). A draft without a tag is
    speech whose speaker is told elsewhere.
    """
    if not marked:
        return [], set(), set()
    bounds = [sent.start for sent in sents], [sent.end for sent in sents]
    parts = [_part(text, bounds, marked, k) for k in range(len(marked))]
    if pending is not None and parts and parts[0].lead is None and parts[0].opens:
        parts[0].lead, parts[0].lead_ends = pending, ":"
    drafts: list[Draft] = []
    used: set[int] = set()
    cues: set[int] = set()
    for k, part in enumerate(parts):
        own = part.lead or part.trail
        content = _span(text, part.stretch)
        if content is None or (own is None and not _whole(text, part, bool(drafts))) or _within_clause(text, part):
            continue
        used.add(k)
        if part.lead is None and part.trail is not None and not part.opens:
            content = Span(min(part.opening, content.start), content.end)
            before = k - 1
            while before >= 0 and marked[before].start >= content.start:
                used.add(before)
                before -= 1
        opening = [part.before] if part.before is not None and text[content.start].islower() else []
        previous = drafts[-1] if drafts else None
        if previous is not None and own is not None and previous.tag is not None and own.cue == previous.tag.cue:
            previous.content.append(content)
        else:
            drafts.append(Draft([*opening, content], own, "direct"))
        cues.update(tag.cue.start for tag in (part.lead, part.trail) if tag is not None)
    return drafts, used, cues


def _within_clause(text: str, part: _Part) -> bool:
    """Marked words that are a part of their clause: said "words" in the middle of it, felt "words"."""
    if part.lead is None or part.lead_ends or part.trail is not None:
        return False
    words_ = text[part.stretch.start : part.stretch.end].split()
    if len(words_) < 6 and all(word[0].isupper() for word in words_ if len(word) > 3):
        return part.lead.verb.lemma in LISTENED
    few = (
        text.count(" ", part.stretch.start, part.stretch.end) + 1 < FRAGMENT_WORDS
        and text[part.stretch.start].islower()
    )
    return not part.closes or few or part.lead.verb.act in ATTITUDES or part.lead.verb.follow != "clause"


def _span(text: str, stretch: Stretch) -> Span | None:
    words_ = text[stretch.start : stretch.end]
    bare = words_.strip()
    if not bare:
        return None
    start = stretch.start + len(words_) - len(words_.lstrip())
    return Span(start, start + len(bare))


def _whole(text: str, part: _Part, follows: bool) -> bool:
    """Whether a stretch without a tag is speech by itself: it opens and closes as sentences do.

    ``follows``: speech stands before it in the paragraph, so that a few words are speech too.
    """
    if not part.opens or not (part.closes or not part.stretch.closed):
        return False
    return follows or text.count(" ", part.stretch.start, part.stretch.end) + 1 >= FEWEST_ALONE


def _part(text: str, bounds: tuple[list[int], list[int]], marked: list[Stretch], k: int) -> _Part:
    stretch = marked[k]
    part = _Part(stretch)
    starts, ends = bounds
    low = marked[k - 1].after if k and _ended(text, marked[k - 1]) else starts[0]
    high = marked[k + 1].outer if k + 1 < len(marked) else ends[-1]
    high = min(high, stretch.after + _REACH)
    low = max(low, stretch.outer - _REACH)
    # after: to the end of the sentence that holds the closing mark
    at = bisect.bisect_left(ends, stretch.after)
    last = text[stretch.start : stretch.end].rstrip()[-1:]
    part.closes = last in ".?!…" or not stretch.closed or (at < len(ends) and ends[at] <= stretch.after + 1)
    until = ends[at] if at < len(ends) else high
    if until <= stretch.after + 1 and last in "?!,…—-" and at + 1 < len(ends):
        until = ends[at + 1]
    until = min(until, high)
    toks = words(text, stretch.after, until) if has_cue(text[stretch.after : until]) else []
    if toks and not (until == high and toks[-1].text == ":"):
        part.trail = _trailing(toks, last)
    # before: from the start of the sentence that holds the opening mark
    since = max(low, starts[max(0, bisect.bisect_right(starts, stretch.outer) - 1)])
    part.opens = not any(char.isalnum() for char in text[since : stretch.outer])
    part.opening = max(since, starts[max(0, bisect.bisect_right(starts, stretch.outer) - 1)])
    if not part.opens and has_cue(text[since : stretch.outer]):
        toks = words(text, since, stretch.outer)
        part.lead, part.lead_ends = _leading(toks)
        if part.lead is not None and part.lead_ends == "," and part.lead.first > 2:
            comma = part.lead.first - 1
            if toks[comma].text == ",":
                part.before = Span(toks[0].start, toks[comma - 1].end)
        if part.lead is None and part.trail is not None and not part.opens and _governed(toks):
            part.trail = None
    return part


def _governed(toks: list[Tok]) -> bool:
    """Whether a verb of saying before the mark has these words in its clause ("said he was "ready," she ...")."""
    return any(
        tag.verb.act not in ATTITUDES and not tag.joined and after_verb(toks, tag) < len(toks)
        for tag in find_tags(toks)
    )


def _ended(text: str, stretch: Stretch) -> bool:
    return text[stretch.end - 1] in ",.?!…—-" or not stretch.closed


def _trailing(toks: list[Tok], last: str) -> Tag | None:
    """The tag right after the closing mark."""
    skip = 0
    while skip < len(toks) and toks[skip].text in (",", "—", "-", "–", "--"):
        skip += 1
    tags = find_tags(toks[skip:], inverted_first=True)
    if not tags or tags[0].first > 1 or (tags[0].verb.form == "ing" and tags[0].verb.lemma != "accord"):
        return None
    tag = tags[0]
    short = last == "." and tag.first == 0 and tag.verb_at - tag.first < 6 and tag.last + 4 > len(toks)
    if not (last in ",?!…—-" or skip or tag.inverted or short):
        return None
    after_verb(toks[skip:], tag)
    return tag


def _leading(toks: list[Tok]) -> tuple[Tag | None, str]:
    """The tag that leads up to the opening mark, and the mark of punctuation between them."""
    ends = toks[-1].text if toks[-1].text in (",", ":") else ""
    tags = find_tags(toks)
    if not tags:
        return None, ends
    tag = tags[-1]
    rest = toks[tag.last + 1 : len(toks) - (1 if ends else 0)]
    if ends == ":":
        after_verb(toks, tag)
        return tag, ends
    if not rest:
        return tag, ends
    begins = after_verb(toks, tag)
    if begins >= len(toks) - (1 if ends else 0) and len(rest) < 16:
        return tag, ends
    return None, ends
