"""The head of a report: what stands before the story begins, peeled off piece by piece.

First an *anchor* is looked for: a dateline with an agency, or a page's stamp (date and clock time). What stands before
an anchor is head matter (headline, byline, picture caption), even where a feed has glued it all into one line. Without
an anchor only what is plain by its form is taken: date lines, bylines, a headline on a line of its own, a dateline in
capitals.
"""

from __future__ import annotations

import re

from dateline.read import credits, furniture, outlets
from dateline.read.dated_places import dated_place, town_behind
from dateline.read.datelines import PIPED, bare_place, dateline_at, inner_dateline
from dateline.read.draft import Draft
from dateline.read.head_dates import HEAD_DATE, HINT, MONTH_DAY_LINE, day_of
from dateline.read.paragraphs import Place
from dateline.read.story import read_dateline, read_line, read_picture_credits

GLUED = 400
"""Characters. In newswire copy whose line breaks were lost, the dateline stands within these (longest seen: 370)."""
ANCHOR_PARAGRAPHS = 4
"""A caption, a headline and a deck may stand before the dateline."""
HEAD_PARAGRAPHS = 8
"""A headline, a byline, a date, a caption, a credit and a few lines of furniture; after that the story has begun."""
LONGEST_HEADLINE = 160
TITLE_CASE = 0.9
"""Share of the other words. A sentence of names has at least one small verb in eight words."""
LONGEST_MATTER = 350
"""Characters. A longer paragraph before the dateline is story after all."""

_CLOSING = "\"'”’»)"
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(
    """a an the of in on at to for by and or but nor with as from is are was were be it its his her this that over after
    before into than vs via up out off not who how why when if""".split()
)
"""Words that Title Case may leave small."""
_BULLETS = re.compile(r"\*\s\S")
_PAGE_LABELS = ("date", "publi", "posted", "updated", "last ", "page ")
_SENTENCE_ENDS = re.compile(r"\w{3}[.!?] [A-Z]")
_RUNS_ON = re.compile(
    r"(?:\b(?:on|since|until|till|from|by|of|at|before|after|in|dated|between|and|to|for|the|as|than|around)|,)\s*$"
)
"""Words after which a date is part of the sentence."""


def read_head(draft: Draft, parts: list[Place]) -> tuple[int, int]:
    """Lays out the head; answers where the story begins: the paragraph's number and a place in it."""
    leads = lines = True
    for number, (start, end) in enumerate(parts[:ANCHOR_PARAGRAPHS]):
        anchor = _anchor(draft.text, start, end, leads, lines)
        lines = lines and end - start <= LONGEST_HEADLINE
        leads = leads and furniture.is_line(draft.text[start:end])
        if anchor is not None:
            for earlier in parts[:number]:
                _matter(draft, *earlier)
            _matter(draft, start, anchor)
            at = _peel(draft, anchor, end)
            return (number, at) if at < end else _plain_head(draft, parts, number + 1)
        if end > 4 * GLUED:
            break
    return _plain_head(draft, parts, 0)


def _anchor(text: str, start: int, end: int, leads: bool, leads_by_lines: bool) -> int | None:
    """Where a paragraph's dateline with an agency or a date begins, or its stamp; None without.

    ``leads``: nothing but furniture stands before it, so a stamp may count; ``leads_by_lines``: only short lines.
    """
    found = dateline_at(text, start, end)
    if PIPED.match(text, start, min(end, start + GLUED)) or (found and (found["by"] or found["by2"])):
        return start
    if leads_by_lines and dated_place(text, start, end):
        return start
    head = text[start : min(end, start + GLUED)]
    places = []
    if "(" in head and (inner := inner_dateline(head)) is not None:
        places.append(inner)
    if HINT.search(head):
        if piped := PIPED.search(head):
            places.append(piped.start())
        if leads and not furniture.COMMENT_HEAD.match(head):
            stamps = [stamp for stamp in HEAD_DATE.finditer(head) if _is_stamp(head, stamp)]
            if len({day_of(stamp) for stamp in stamps}) == 1:  # more stand on a page that lists several reports
                places.append(stamps[0].start())
    return start + min(places) if places else None


def _is_stamp(head: str, found: re.Match[str]) -> bool:
    """Whether a date is the page's: with a clock time, a label or a bar beside it, and no part of a sentence."""
    label = found["label"] or ""
    piped = head.startswith(" | ", found.end())
    named = found["clock"] or found["before"] or label[:1].isupper() or piped
    return bool(named) and day_of(found) is not None and _stands_apart(head, found)


def _stands_apart(head: str, stamp: re.Match[str]) -> bool:
    """Whether a stamp is no part of a sentence, by the words before and after it."""
    if _RUNS_ON.search(head, 0, stamp.start()):
        return False
    rest = head[stamp.end() : stamp.end() + 3].lstrip(" \n")[:1]
    return not rest or rest.isupper() or rest.isdigit() or rest in "|-–—\"“'‘(`*["


def _matter(draft: Draft, start: int, end: int) -> None:
    """Lays out what stands before an anchor."""
    words = draft.text[start:end]
    stop = start + len(words.rstrip())
    if stop <= start or _whole_line(draft, start, stop):
        return
    start = _byline(draft, _dates(draft, start, stop), stop)
    byline = credits.BYLINE_TAIL.search(draft.text, start, stop)
    if byline:
        draft.people(credits.byline_names(byline["names"]))
        draft.outlet = draft.outlet or credits.agency_in(byline["rest"] or "")
        _matter(draft, start, byline.start())
        draft.add("byline", byline.start(), stop)
        return
    words = draft.text[start:stop].strip()
    if not words:
        return
    if words.endswith("|") and (named := credits.NAME.fullmatch(words.rstrip(" |"))):
        draft.people((named[0],))
        draft.add("byline", start, stop)
    elif len(words) > LONGEST_MATTER or len(_SENTENCE_ENDS.findall(words)) > 1:
        draft.add("body", start, stop)
    elif _BULLETS.match(words):
        draft.add("headline", start, stop)
    elif words.rstrip(_CLOSING)[-1:] in ("", ".", "!"):
        # a headline may end in a full stop where it stands by itself and is the text's first line
        if draft.blocks or len(words) > LONGEST_HEADLINE or draft.text[stop : stop + 2] != "\n\n":
            draft.add("caption", start, stop)
        else:
            draft.headline(start, stop)
    elif len(words) > LONGEST_HEADLINE:
        draft.add("headline", start, stop)
    else:
        draft.headline(start, stop)


def _plain_head(draft: Draft, parts: list[Place], begin: int) -> tuple[int, int]:
    """The head, or what is left of it, from paragraph ``begin``, without an anchor."""
    for number, (start, end) in enumerate(parts[begin : begin + HEAD_PARAGRAPHS], begin):
        if _whole_line(draft, start, end):
            continue
        at = _peel(draft, start, end)
        if at >= end or (at > start and _outlet_line(draft, at, end)):
            continue
        following = parts[number + 1] if number + 1 < len(parts) else None
        if at == start and following and _byline_under_headline(draft, start, end):
            continue
        if at == start and _is_headline(draft, start, end, following):
            draft.headline(start, end)
            continue
        return number, at
    return min(len(parts), begin + HEAD_PARAGRAPHS), 0


def _peel(draft: Draft, start: int, end: int) -> int:
    """Peels dates, byline and dateline from the front of a paragraph; answers where the rest begins."""
    at = read_picture_credits(draft, start, end)
    at = _dates(draft, at, end)
    at = _byline(draft, at, end)
    return read_dateline(draft, _dated_place(draft, at, end), end)


def _dated_place(draft: Draft, at: int, end: int) -> int:
    """Peels a place with its date ("PORTO (June 6, 2016) --"), or an outlet with the date of its page."""
    found = dated_place(draft.text, at, end)
    agency = dateline_at(draft.text, at, end)
    if not found or (agency and (agency["by"] or agency["by2"])):
        return at
    if outlet := outlets.named(found["place"]):
        draft.outlet = draft.outlet or outlet
        draft.add("date", at, found.end())
    else:
        draft.dateline(at, found.end(), found["place"], found["by"])
    draft.state_month_day(*found.span("day"))
    return found.end()


def _whole_line(draft: Draft, start: int, end: int) -> bool:
    """Takes a byline, caption, credit or furniture that fills its line."""
    if end - start <= 200 and (found := credits.BYLINE.match(draft.text, start, end)):
        draft.people(credits.byline_names(found["names"] or ""))
        draft.outlet = draft.outlet or credits.outlet_in(found[0])
        if (day := HEAD_DATE.search(draft.text, start, end)) and day_of(day):
            draft.state(day, "date line", 0.95)
        draft.add("byline", start, end)
        return True
    return _outlet_line(draft, start, end) or read_line(draft, start, end, head=True)


def _outlet_line(draft: Draft, start: int, end: int) -> bool:
    """Takes a masthead, or the agency's name under a byline."""
    if end - start > outlets.LONGEST:
        return False
    under_byline = bool(draft.blocks) and draft.blocks[-1].kind == "byline"
    following = draft.text[end:].lstrip()[: LONGEST_HEADLINE + 1].split("\n", 1)[0]
    over_headline = not draft.blocks and 0 < len(following) <= LONGEST_HEADLINE and following[-1:] not in ".!?"
    name = outlets.line(draft.text[start:end], sure=under_byline or over_headline)
    if name is None:
        return False
    draft.outlet = draft.outlet or name
    draft.add("credit", start, end)
    return True


def _dates(draft: Draft, at: int, end: int) -> int:
    """Peels a place with a pipe, a date with label and clock, and a place in capitals right behind it."""
    text = draft.text
    if piped := PIPED.match(text, at, min(end, at + GLUED)):
        draft.dateline(at, piped.end(), piped["place"], None)
        at = piped.end()
    if (stop := _date_in_brackets(draft, at, end)) > at:
        return stop
    found = HEAD_DATE.match(text, at, end)
    if not found:
        if end - at <= 40 and (line := MONTH_DAY_LINE.match(text, at, end)):
            draft.state_month_day(*line.span("date"), "date line")
            draft.add("date", at, end)
            return end
        return at
    if day_of(found) is None:
        return at
    if town := town_behind(text, found.end(), end):
        draft.state(found, "date line", 0.95)
        draft.dateline(at, end, text[slice(*town)], None)
        return end
    stop = _past(text, found.end(), end, " \n")
    if not _ends_well(found, text[stop : min(end, stop + 2)]):
        return at
    changed = bool(found["label"] and re.search("updated|modified", found["label"], re.IGNORECASE))
    if changed:
        draft.state(found, "date of the last change", 0.8, updated=True)
    elif found["clock"] or found["before"]:
        draft.state(found, "page stamp", 0.97)
    else:
        draft.state(found, "date label" if found["label"] else "date line", 0.95)
    stop = _past(text, found.end(), end, " \n|-–—,;:")
    draft.add("date", at, stop)
    if label := furniture.HEAD_LABEL.match(text, stop, end):
        draft.add("furniture", stop, label.end())
        stop = label.end()
    place_end = bare_place(text, stop, end)
    if place_end and not dateline_at(text, stop, end):
        draft.dateline(stop, place_end, text[stop:place_end], None)
        stop = _past(text, place_end, end, " \n")
    return stop


def _date_in_brackets(draft: Draft, at: int, end: int) -> int:
    """Peels "(Tuesday, May 6, 2014)", on a line of its own or before the story."""
    text = draft.text
    found = HEAD_DATE.match(text, at + 1, end) if text[at] == "(" else None
    if not found or not day_of(found) or not text.startswith(")", found.end()):
        return at
    stop = _past(text, found.end() + 1, end, " \n|-–—:")
    if text[stop : min(end, stop + 1)].islower():
        return at
    draft.state(found, "date line", 0.95)
    draft.add("date", at, stop)
    return stop


def _ends_well(found: re.Match[str], rest: str) -> bool:
    """Whether what follows a date begins something new; behind a page's label anything may ("date 2014-05-06 ...")."""
    label = (found["label"] or "").lower()
    if label.startswith(_PAGE_LABELS) or not rest or rest[0].isupper() or rest[0] in "|-–—\"“'‘":
        return True
    return bool(label or found["clock"] or found["before"]) and not rest[0].islower() and rest[0] not in ",;:."


def _byline(draft: Draft, at: int, end: int) -> int:
    found = credits.BYLINE_HEAD.match(draft.text, at, end)
    if not found:
        return at
    draft.people(credits.byline_names(found["names"] or ""))
    draft.outlet = draft.outlet or credits.agency_in(found[0])
    draft.add("byline", at, found.end())
    return found.end()


def _byline_under_headline(draft: Draft, start: int, end: int) -> bool:
    """Takes a line under the headline that names who wrote, though it does not say "By"."""
    if not draft.title or end - start > 120:
        return False
    found = credits.BYLINE_UNDER_HEADLINE.match(draft.text, start, end)
    if not found:
        return False
    draft.people(credits.byline_names(found["names"] or ""))
    draft.add("byline", start, end)
    return True


def _is_headline(draft: Draft, start: int, end: int, following: Place | None) -> bool:
    """A short first line, or one below it, that is no sentence: without a full stop, or in Title Case over a blank."""
    if following is None or end - start > LONGEST_HEADLINE:
        return False
    if draft.title and draft.blocks[-1].kind != "headline":
        return False
    line = draft.text[start:end].rstrip(_CLOSING)
    if not line or line[-1] in ":,;…":
        return False
    if line[-1] not in ".!?":
        return True
    if draft.title or "\n\n" not in draft.text[end : following[0]]:
        return False
    words = [word for word in _WORD.findall(line) if word.lower() not in _SMALL]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= TITLE_CASE * len(words)


def _past(text: str, at: int, end: int, blanks: str) -> int:
    while at < end and text[at] in blanks:
        at += 1
    return at
