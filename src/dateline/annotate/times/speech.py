"""Whose day an expression counts from where it is not the report's: the speaker's, or that of a stamp in the page.

"We vote tomorrow," she said on Monday: that is Tuesday, whenever the report appeared. Inside marks this holds where one
dated tag stands outside the marks of the paragraph. Without marks, "she said on Monday that they would vote tomorrow",
the words are the reporter's, who hardly says "tomorrow" of the day before the report or earlier: the speaker's day
counts in the same sentence, and only where the tag is two days old or more (``resolve.py``). A line of its own that
holds a date and nothing else but the clock, as live pages and collections of comments have them, dates the paragraphs
after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.annotate.times.lexicon import Lexicon
from dateline.annotate.times.raw import RawTimex

SPEAKERS_OWN = frozenset(("day", "weekday", "unit", "ago", "stretch"))
"""Operations that count from the day on which something is said."""
_TAGS = frozenset(("weekday", "day", "date"))
"""Operations of the expressions that date a speech."""
_REACH = 60
"""Characters before or after such an expression in which the word of saying is looked for."""
_BETWEEN = 8
"""Words before the expression among which it stands: "told the house in Lima late on Monday"."""
_AFTER = 3
"""Words after it: "on Monday the minister said"."""
_WORD = re.compile(r"\w+")
_BREAK = re.compile("[,;:.!?()\"“”—–]|``|''|--")
_OWNER = ("'", "’")
"""What follows a day that belongs to a thing: "Monday's vote"."""
_MARK = re.compile("[\"“”]|``|''")
_OPENING = ("“", "``")
_BESIDE_A_DATE = " \t\r\n,;:|-–—()[]"
"""What may stand beside the date of a stamp; with a full stop it ends a sentence or a citation."""


def dated_speech(text: str, start: int, end: int, found: Sequence[RawTimex], lexicon: Lexicon) -> list[RawTimex]:
    """The expressions of the paragraph ``text[start:end]``; those of a dated speech know what dates it."""
    inside = _inside(text, start, [one.start for one in found])
    if not any(inside) and not any(_is_told(one) for one in found):
        return list(found)
    tags = [
        one
        for one, quoted in zip(found, inside, strict=True)
        if not quoted and one.operation in _TAGS and _beside_saying(text, start, end, one, lexicon)
    ]
    if len(tags) == 1 and any(inside):
        return [
            one._replace(said=tags[0].start) if quoted and one.operation in SPEAKERS_OWN else one
            for one, quoted in zip(found, inside, strict=True)
        ]
    told = _of_sentences(tags)
    return [
        one if quoted or not _is_told(one) else _told(one, told.get(one.sentence))
        for one, quoted in zip(found, inside, strict=True)
    ]


def _of_sentences(tags: Sequence[RawTimex]) -> dict[int, RawTimex | None]:
    """The tag of each sentence that has one, None where there are more; "yesterday" is the reporter's and no tag."""
    told: dict[int, RawTimex | None] = {}
    for tag in tags:
        if tag.operation != "day":
            told[tag.sentence] = None if tag.sentence in told else tag
    return told


def _told(one: RawTimex, tag: RawTimex | None) -> RawTimex:
    """An expression outside of marks, with the tag before it that dates the speech of its sentence."""
    return one._replace(said=tag.start, told=True) if tag is not None and tag.start < one.start else one


def _is_told(one: RawTimex) -> bool:
    """Whether it is yesterday or tomorrow; "today" may be the reporter's own."""
    return one.operation == "day" and one.fields.get("offset") in (-1, 1)


def is_stamp(text: str, start: int, end: int, found: Sequence[RawTimex]) -> int:
    """Which of the expressions is a day that makes, with at most the clock, the whole paragraph ``text[start:end]``.

    -1 where none is.
    """
    days = [index for index, one in enumerate(found) if one.operation == "date" and {"day", "iso"} & one.fields.keys()]
    if len(days) != 1 or any(one.operation != "clock" for index, one in enumerate(found) if index != days[0]):
        return -1
    at, rest = start, ""
    for one in found:
        rest += text[at : one.start] + " "
        at = one.end
    rest += text[at:end]
    return -1 if rest.strip(_BESIDE_A_DATE) else days[0]


def _inside(text: str, start: int, places: Sequence[int]) -> list[bool]:
    """For each place, in order, whether it stands inside quotation marks opened since ``start``."""
    answers: list[bool] = []
    quoted = False
    for mark in _MARK.finditer(text, start, places[-1]):
        while places[len(answers)] < mark.start():
            answers.append(quoted)
        quoted = not quoted if mark[0] == '"' else mark[0] in _OPENING
    return answers + [quoted] * (len(places) - len(answers))


def _beside_saying(text: str, start: int, end: int, one: RawTimex, lexicon: Lexicon) -> bool:
    """Whether it is told when something is said: "told the house late on Monday", "on Monday she said"."""
    if text[one.end : one.end + 1] in _OWNER:
        return False
    before = _WORD.findall(_BREAK.split(text[max(start, one.start - _REACH) : one.start])[-1])
    after = _WORD.findall(_BREAK.split(text[one.end : min(end, one.end + _REACH)])[0])
    for back, word in enumerate(reversed(before[-_BETWEEN:])):
        if _is(lexicon, word, "say"):
            follows = before[len(before) - back] if back else ""
            return not _is(lexicon, follows, "det") or _is(lexicon, word, "tell")
    return any(_is(lexicon, word, "say") for word in after[:_AFTER])


def _is(lexicon: Lexicon, word: str, name: str) -> bool:
    return name in lexicon.words.get(word, ())
