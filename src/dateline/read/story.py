"""The story's paragraphs, and what stands between and after them: captions, credits, sign-offs, page furniture."""

from __future__ import annotations

from dateline.read import credits, furniture, outlets
from dateline.read.agencies import NAMES
from dateline.read.datelines import dateline_at
from dateline.read.draft import Draft
from dateline.read.head_dates import HEAD_DATE

LONGEST_SIGN_OFF = 700
"""Characters. A dozen names with their towns."""
CREDIT_TAIL = 40
"""Characters. A caption's credit is the last words of its line."""
LATEST_DATELINE = 10
"""Blocks. A page's pictures, their captions and credits may stand before the dateline."""
LONGEST_AFTER_SIGN_OFF = 400
"""Characters. What follows the sign-off without being a sentence, and is no longer, belongs to the page."""


def read_paragraph(draft: Draft, start: int, end: int) -> None:
    """Lays out one paragraph of the story, or of what follows it."""
    text = draft.text
    if start >= end or read_line(draft, start, end):
        return
    at = start
    # nearly every paragraph of every report comes by here, so first letters are asked before patterns are
    opening = text[start]
    if (
        opening in "-–—REWAa"
        and end - start < LONGEST_SIGN_OFF
        and (found := credits.SIGN_OFF_LINE.match(text, start, end))
    ):
        _sign(draft, start, found.end())
        at = found.end()
    at = read_picture_credits(draft, at, end)
    if "|" in text[at : at + 50] and (found := furniture.COMMENT_HEAD.match(text, at, end)):
        draft.add("furniture", at, found.end())
        at = found.end()
    if draft.place is None and len(draft.blocks) < LATEST_DATELINE and text[at : at + 2].isupper():
        at = read_dateline(draft, at, end)
    if "(" in text[at:end]:
        for found in credits.SIGN_OFF.finditer(text, at, end):
            draft.add("body", at, found.start())
            _sign(draft, found.start(), found.end())
            at = found.end()
    rest = text[at:end].rstrip()
    if draft.signed and rest and rest[-1] not in '.!?"”’)' and len(rest) <= LONGEST_AFTER_SIGN_OFF:
        draft.add("furniture", at, end)
    else:
        draft.add("body", at, end)


def read_line(draft: Draft, start: int, end: int, *, head: bool = False) -> bool:
    """Takes a paragraph that is furniture, a caption or a credit from end to end; False where it is none."""
    size = end - start
    if size > credits.LONGEST_CAPTION:
        return False
    line = draft.text[start:end]
    if furniture.is_line(line) or ("|" in line and furniture.COMMENT_HEAD.fullmatch(line)):
        if head and (found := HEAD_DATE.match(line)) and found["label"]:
            return False
        draft.add("furniture", start, end)
    elif size <= credits.LONGEST_CREDIT and (line.strip("()").lower() in NAMES or credits.CREDIT_LINE.match(line)):
        draft.credit = draft.credit or credits.agency_in(line) or outlets.named(line.split(":", 1)[-1])
        draft.add("credit", start, end)
    elif credits.CAPTION_LABEL.match(line):
        draft.credit = draft.credit or credits.agency_in(line[-CREDIT_TAIL:])
        draft.add("caption", start, end)
    elif line[-1] not in ".!?" and (found := credits.CAPTION.search(line)):
        draft.credit = draft.credit or credits.agency_in(found[0])
        draft.add("caption", start, end)
    else:
        return False
    return True


def read_picture_credits(draft: Draft, at: int, end: int) -> int:
    """Takes pictures' credits glued to the front of a paragraph; answers where the rest begins."""
    while draft.text[at : at + 1] in ("(", "P") and (found := credits.PICTURE_CREDIT.match(draft.text, at, end)):
        draft.add("credit", at, found.end())
        at = found.end()
    return at


def read_dateline(draft: Draft, at: int, end: int) -> int:
    """Takes a dateline at the front of a paragraph; answers where the rest begins."""
    found = dateline_at(draft.text, at, end)
    if not found:
        return at
    place = found["place"] or found["place2"] or found["place3"]
    draft.dateline(at, found.end(), place, found["by"] or found["by2"])
    for name in ("day", "day2", "day3"):
        if found[name]:
            draft.state_month_day(*found.span(name))
    return found.end()


def _sign(draft: Draft, start: int, end: int) -> None:
    draft.signed = True
    draft.people(credits.reporters(draft.text[start:end]))
    draft.add("signoff", start, end)
