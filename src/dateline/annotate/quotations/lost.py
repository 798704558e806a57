"""Quotations whose marks the feed has lost.

What remains to go by: a tag after a comma or before a colon, I and we inside third-person copy, short forms ("don't"),
and a tense that does not shift ("The job is done, he said"). A sentence without a tag between such ones goes on with
what was said; one that speaks of the speaker, or tells in the past, is the reporter's.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Sequence

from dateline.annotate.quotations.draft import Draft
from dateline.annotate.quotations.marks import MARK, Stretch
from dateline.annotate.quotations.tags import Tag
from dateline.annotate.quotations.words import Tok, words
from dateline.annotate.speech import ATTITUDES
from dateline.model.annotations import Sentence
from dateline.model.evidence import Span

_FIRST = frozenset("i we our us my me i'm i've i'd i'll we're we've we'd we'll ours myself ourselves let's".split())
_SECOND = frozenset("you your you're you've you'll yours".split())
_PRESENT = frozenset(
    """is are am has have do does will can may must isn't aren't hasn't haven't don't doesn't won't can't cannot it's
    that's there's they're he's she's what's here's who's we're i'm you're should shouldn't needs need want wants
    believe think know hope expect""".split()
)
_PAST = frozenset(
    "was were had did wasn't weren't hadn't didn't would could wouldn't couldn't might said told went came took".split()
)
_REPORTED = frozenset(("past", "ing"))
_TOLD = frozenset(("clause after the verb", "tag at the end", "tag in the middle", "according to"))
FEWEST_SINGLE = 3
"""Stretches in single marks from which a text without double ones has its marks; fewer are quoted titles."""
OWN_VOICE = 0.2
"""Share of sentences in the first person outside quotations from which the reporter is taken to speak as I or we."""


def lost_marks(text: str, sentences: Sequence[Sentence], drafts: list[Draft], marked: Sequence[Stretch]) -> list[Draft]:
    """The drafts, with those direct that are the speaker's own words though no marks stand round them."""
    bare = len(marked) < FEWEST_SINGLE and MARK.search(text) is None
    for draft in drafts:
        if draft.rule in _TOLD and _own_words(text, draft, bare) and not _touches(draft.content, marked):
            draft.rule = "lost marks: " + draft.rule
            _drop_colon(text, draft)
    spoken = sorted(span for draft in drafts if draft.rule.startswith("lost") for span in draft.content)
    starts = [span.start for span in spoken]
    drafts = [d for d in drafts if d.rule.startswith("lost") or not _inside(d, spoken, starts)]
    if sentences and drafts:
        drafts = _carry_on(text, sentences, drafts, marked, bare)
    return drafts


def _touches(content: Sequence[Span], marked: Sequence[Stretch]) -> bool:
    for span in content:
        at = bisect.bisect_right(marked, span.start, key=_after)
        if at < len(marked) and marked[at].outer < span.end:
            return True
    return False


def _after(stretch: Stretch) -> int:
    return stretch.after


def _inside(draft: Draft, spoken: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether a draft lies in somebody's own words: what "I expect" there is part of the quotation."""
    for span in draft.content:
        at = bisect.bisect_right(starts, span.start) - 1
        if at >= 0 and span.within(spoken[at]):
            return True
    return False


def _drop_colon(text: str, draft: Draft) -> None:
    first = draft.content[0]
    lead = len(text[first.start : first.end]) - len(text[first.start : first.end].lstrip(": "))
    if 0 < lead < first.end - first.start:
        draft.content[0] = Span(first.start + lead, first.end)


def _own_words(text: str, draft: Draft, bare: bool) -> bool:
    """Whether a content without marks is what was said word for word."""
    tag = draft.tag
    if tag is None or tag.negated or tag.passive or tag.verb.act in ATTITUDES:
        return False
    first = draft.content[0]
    if tag.cue.end <= first.start and (":" in text[tag.cue.end : first.start] or text[first.start] == ":"):
        return True
    if draft.rule not in ("tag at the end", "tag in the middle") or tag.verb.lemma == "accord":
        return False
    source = text[tag.source.start : tag.source.end].lower() if tag.source else ""
    if source in ("i", "we"):
        return False
    lows = [tok.low for span in draft.content for tok in words(text, span.start, span.end) if tok.text != "US"]
    if any(low in _FIRST for low in lows):
        return True
    # wire copy keeps the present of news under a named source too; after "he said" it is the speaker's own
    return bare and (any(low in _SECOND for low in lows) or (source in ("he", "she") and _unshifted(lows, tag)))


def _unshifted(lows: Sequence[str], tag: Tag) -> bool:
    """Whether the words keep the present under a verb of saying in the past."""
    if tag.verb.form not in _REPORTED:
        return False
    first = next((low for low in lows if low in _PRESENT or low in _PAST), None)
    return first in _PRESENT


def _carry_on(
    text: str, sentences: Sequence[Sentence], drafts: list[Draft], marked: Sequence[Stretch], bare: bool
) -> list[Draft]:
    """Adds the sentences without a tag that go on with a quotation whose marks are lost.

    ``bare``: no marks in the whole text; else only what says I or we in the same paragraph goes on.
    """
    by_start = sorted(drafts, key=lambda draft: draft.start)
    cues = sorted(
        draft.tag.cue.start for draft in by_start if draft.tag is not None and not _speaks_as_i(text, draft.tag)
    )
    tagged = [_has_cue(sent, cues) for sent in sentences]
    speaks: bool | None = None
    by_sentence = _by_sentence(sentences, by_start)
    current: Draft | None = None
    paragraph = -1
    for number, (sent, cue) in enumerate(zip(sentences, tagged, strict=True)):
        if cue:
            inside = by_sentence[number]
            current = next((d for d in inside if d.rule.startswith("lost")), None) or (inside[-1] if inside else None)
            paragraph = sent.paragraph
            continue
        if current is None or current.tag is None:
            continue
        near = sent.paragraph == paragraph
        if not bare and not (near and _in_first_person(text, sent)):
            current = None
            continue
        if speaks is None:
            speaks = _reporter_speaks(text, sentences, tagged, drafts)
        if speaks:
            break
        toks = words(text, sent.start, sent.end)
        own = _first_person(toks) or any(tok.low in _SECOND for tok in toks)
        if not bare and not (
            near
            and (current.rule.startswith("lost") or current.rule == "tag at the end")
            and _first_person(toks)
            and not _touches([Span(sent.start, sent.end)], marked)
        ):
            current = None
            continue
        if own or (near and current.rule.startswith("lost") and not _reporter(text, toks, current)):
            current.content.append(Span(sent.start, sent.end))
            current.rule = current.rule if current.rule.startswith("lost") else "lost marks: " + current.rule
            paragraph = sent.paragraph
        else:
            current = current if near and current.rule.startswith("lost") else None
    return drafts


def _reporter_speaks(text: str, sentences: Sequence[Sentence], tagged: Sequence[bool], drafts: Sequence[Draft]) -> bool:
    """Whether I or we outside what is tagged is the reporter's own voice."""
    if any(draft.rule.startswith("lost") for draft in drafts):
        return False
    lonely = sum(_in_first_person(text, sent) for sent, cue in zip(sentences, tagged, strict=True) if not cue)
    return lonely > OWN_VOICE * max(sum(not cue for cue in tagged), 5)


def _by_sentence(sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """Number of a sentence -> the drafts whose cue stands in it."""
    starts = [sent.start for sent in sentences]
    out: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.tag is not None:
            out[bisect.bisect_right(starts, draft.tag.cue.start) - 1].append(draft)
    return out


def _has_cue(sent: Sentence, cues: Sequence[int]) -> bool:
    at = bisect.bisect_left(cues, sent.start)
    return at < len(cues) and cues[at] < sent.end


_FIRST_WORD = re.compile(
    r"(?<![\w’'-])(?:I(?!\.\w)|[Ww]e|[Oo]urs?|[Uu]s|[Mm]y|[Mm]e|[Mm]yself|[Oo]urselves|[Ll]et['’]s)(?![\w-])"
)


def _speaks_as_i(text: str, tag: Tag) -> bool:
    """Whether a source is "I", "we" or "my client": its verb stands in somebody's own words."""
    source = text[tag.source.start : tag.source.end].split(None, 1) if tag.source is not None else []
    return bool(source) and source[0].lower() in _FIRST and source[0] != "US"


def _in_first_person(text: str, sent: Sentence) -> bool:
    """The same of a sentence that is not read word by word."""
    return _FIRST_WORD.search(text, sent.start, sent.end) is not None


def _first_person(toks: Sequence[Tok]) -> bool:
    return any(tok.low in _FIRST and tok.text != "US" for tok in toks)


def _reporter(text: str, toks: Sequence[Tok], current: Draft) -> bool:
    """Whether a sentence after a quotation is told by the reporter: about the speaker, or in the past."""
    tag = current.tag
    source = text[tag.source.start : tag.source.end] if tag is not None and tag.source is not None else ""
    surname = source.split()[-1] if source[:1].isupper() else ""
    if toks and surname and any(tok.text == surname for tok in toks[:6]):
        return True
    if toks and toks[0].low in ("he", "she") and any(tok.low in _PAST or tok.low.endswith("ed") for tok in toks[1:5]):
        return True
    first = next((tok.low for tok in toks if tok.low in _PRESENT or tok.low in _PAST), None)
    return first in _PAST
