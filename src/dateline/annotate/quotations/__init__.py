"""Quotations in a report: who said what, in whose words, with the tag that says so."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from itertools import groupby

from dateline.annotate.quotations.direct import direct_quotes
from dateline.annotate.quotations.draft import Draft
from dateline.annotate.quotations.indirect import indirect_quotes
from dateline.annotate.quotations.lost import lost_marks
from dateline.annotate.quotations.marks import Stretch, stretches
from dateline.annotate.quotations.speakers import Speakers
from dateline.annotate.quotations.tags import Tag, find_tags
from dateline.annotate.quotations.transcripts import turns
from dateline.annotate.quotations.words import Tok, has_cue, words
from dateline.annotate.speech import ATTITUDES
from dateline.model.annotations import Mention, Polarity, Quote, QuoteKind, Sentence
from dateline.model.evidence import Span

__all__ = ["find_quotations"]

LONGEST_SENTENCE = 250
"""Tokens. A longer sentence (a list, a page without full stops) is read in pieces, so that the work stays linear."""
DIRECT_SHARE = 0.9
INDIRECT_SHARE = 0.05
"""Share of a content's letters inside marks: from the first on it is direct, up to the second indirect."""


def find_quotations(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """The quotations in the sentences of ``text``, in order of their contents."""
    spoken = turns(text, sentences)
    if spoken:
        return _finished(text, sentences, mentions, spoken, [])
    drafts: list[Draft] = []
    marked: list[Stretch] = []
    pending: Tag | None = None
    running = False
    for _, group in groupby(sentences, key=lambda sent: sent.paragraph):
        sents = list(group)
        inside = stretches(text, sents[0].start, sents[-1].end)
        if running and not (inside and inside[0].outer <= sents[0].start + 1):
            running = False
        found, pending = _paragraph(text, sents, inside, pending, drafts, running)
        if running and drafts and found and drafts[-1].tag is None and found[0].tag is not None:
            found[0].content[:0] = drafts.pop().content
        running = bool(inside) and not inside[-1].closed
        drafts.extend(found)
        marked.extend(inside)
    return _finished(text, sentences, mentions, lost_marks(text, sentences, drafts, marked), marked)


def _finished(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    drafts: list[Draft],
    marked: Sequence[Stretch],
) -> tuple[Quote, ...]:
    """The drafts as quotations, in the order of the text, with their speakers."""
    speakers = Speakers(text, sentences, mentions)
    drafts = _stated(drafts)
    drafts.sort(key=lambda draft: (draft.start, draft.content[-1].end))
    speaking = speakers.resolve_all(drafts)
    return tuple(_quote(text, draft, marked, speakers, who) for draft, who in zip(drafts, speaking, strict=True))


def _stated(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that are only told of inside what is denied ("denied that he had told her to go")."""
    denied = sorted(
        (draft.content[-1] for draft in drafts if draft.tag is not None and _denies(draft.tag)),
        key=lambda span: span.start,
    )
    if not denied:
        return drafts
    starts = [span.start for span in denied]
    out = []
    for draft in drafts:
        at = bisect.bisect_left(starts, draft.start) - 1
        if at < 0 or draft.tag is None or not (denied[at].start < draft.tag.cue.start < denied[at].end):
            out.append(draft)
    return out


def _denies(tag: Tag) -> bool:
    return tag.negated or tag.verb.act == "deny"


def _paragraph(
    text: str, sents: list[Sentence], inside: list[Stretch], pending: Tag | None, before: list[Draft], running: bool
) -> tuple[list[Draft], Tag | None]:
    found, used, cues = direct_quotes(text, sents, inside, pending)
    left: Tag | None = None
    clauses: list[Draft] = []
    for sent in sents:
        if not has_cue(text[sent.start : sent.end]):
            continue
        toks = _tokens(text, sent, inside, used)
        tags: list[Tag] = []
        for first in range(0, len(toks), LONGEST_SENTENCE):
            part = toks[first : first + LONGEST_SENTENCE]
            tags = find_tags(part)
            told = indirect_quotes(part, tags, cues)
            if sent.kind == "headline":  # "Captain charged as divers go on": a participle, no verb with an object
                told = [draft for draft in told if draft.marked or draft.rule != "object of the verb"]
            clauses.extend(told)
        if sent is sents[-1] and toks and toks[-1].text == ":" and tags:
            left = tags[-1]
    return _attached(found, clauses, before, running, sents), left


def _attached(
    found: list[Draft], clauses: list[Draft], before: list[Draft], running: bool, sents: Sequence[Sentence]
) -> list[Draft]:
    """The drafts of a paragraph; speech without a tag goes on with what was said right before it."""
    out = [draft for draft in found if draft.tag is not None]
    if len(out) == len(found):
        return out + clauses
    first = out[0] if out else None
    direct = _Said(out, sents)
    told = _Said([draft for draft in clauses if draft.tag is not None and draft.tag.verb.act not in ATTITUDES], sents)
    for draft in found:
        if draft.tag is not None:
            continue
        home = _home(draft, direct, told)
        if home is None and before and (running or before[-1].rule == "direct"):
            home = before[-1]
        if home is not None and home.rule != "direct" and not home.marked:
            draft.tag = home.tag
            out.append(draft)
        elif home is not None:
            home.content.extend(draft.content)
        elif first is not None:
            first.content[:0] = draft.content
        else:
            out.append(draft)
    return out + clauses


class _Said:
    """Drafts by the places of their cues, with the sentences that those stand in."""

    def __init__(self, drafts: Sequence[Draft], sents: Sequence[Sentence]) -> None:
        self.drafts = sorted(drafts, key=_cue_start)
        self.starts = [_cue_start(draft) for draft in self.drafts]
        opened = [sent.start for sent in sents]
        self.sentences = [bisect.bisect_right(opened, start) for start in self.starts]

    def last_before(self, at: int) -> tuple[Draft | None, int]:
        """The last draft said before a place, and its sentence; of one saying inside another the outer."""
        best: Draft | None = None
        sentence = -1
        end = bisect.bisect_left(self.starts, at)
        for n in range(max(0, end - _TAGS_BACK), end):
            other = self.drafts[n]
            if other.start < at and (best is None or not other.content[-1].within(best.content[-1])):
                best, sentence = other, self.sentences[n]
        return best, sentence


def _home(draft: Draft, direct: _Said, told: _Said) -> Draft | None:
    """What speech without a tag goes on with: the last direct quotation, or a clause told in a later sentence."""
    quoted, in_sentence = direct.last_before(draft.start)
    clause, later = told.last_before(draft.start)
    return clause if clause is not None and (quoted is None or later > in_sentence) else quoted


def _cue_start(draft: Draft) -> int:
    return draft.tag.cue.start if draft.tag is not None else draft.start


_TAGS_BACK = 8
"""Tags looked at before a stretch without one."""


def _tokens(text: str, sent: Sentence, inside: list[Stretch], taken: set[int]) -> list[Tok]:
    """The sentence's tokens; a marked stretch is one token '"', one already used as direct speech is '|'."""
    out: list[Tok] = []
    at = sent.start
    for k in range(bisect.bisect_right(inside, sent.start, key=_after), len(inside)):
        stretch = inside[k]
        if stretch.outer >= sent.end:
            break
        if stretch.outer > at:
            out.extend(words(text, at, stretch.outer))
        mark = "|" if k in taken else '"'
        low = mark + "," if text[stretch.start : stretch.end].rstrip().endswith(",") else mark
        out.append(Tok(max(stretch.outer, sent.start), stretch.after, mark, low))
        at = stretch.after
    if at < sent.end:
        out.extend(words(text, at, sent.end))
    return out


def _after(stretch: Stretch) -> int:
    return stretch.after


def _kind(text: str, content: Sequence[Span], marked: Sequence[Stretch]) -> QuoteKind:
    """By the share of the content's characters, blanks aside, that stand inside marks."""
    whole = inside = 0
    for span in content:
        whole += span.end - span.start - text.count(" ", span.start, span.end)
        for k in range(bisect.bisect_right(marked, span.start, key=_after), len(marked)):
            a, b = max(span.start, marked[k].start), min(span.end, marked[k].end)
            if marked[k].outer >= span.end:
                break
            if a < b:
                inside += b - a - text.count(" ", a, b)
    share = inside / whole if whole else 0.0
    return "direct" if share >= DIRECT_SHARE else "indirect" if share <= INDIRECT_SHARE else "mixed"


def _quote(text: str, draft: Draft, marked: Sequence[Stretch], speakers: Speakers, who: Mention | None) -> Quote:
    tag = draft.tag
    kind = "direct" if draft.rule.startswith("lost") else _kind(text, draft.content, marked)
    content = tuple(draft.content)
    if tag is None:
        return Quote(content, kind, rule=draft.rule)
    polarity: Polarity = "denied" if _denies(tag) else "affirmed"
    source = speakers.widened(tag.source, who)
    start = who.start if who is not None else None
    return Quote(
        content, kind, tag.cue, source, tag.verb.act, polarity, tag.to, tag.via, speakers.on_behalf(source), start,
        draft.rule,
    )  # fmt: skip
