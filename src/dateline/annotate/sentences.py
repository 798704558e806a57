"""Sentences of a report: block by block, by rules.

A sentence never crosses a block (paragraph) border, so that headings and captions without a full stop end where they
end. Inside a block a full stop ends a sentence unless it belongs to an abbreviation, an initial or a number. Marks that
close a quotation belong to the sentence before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.annotate.tokens import plain_word_before
from dateline.model.annotations import Sentence
from dateline.model.report import Block

ABBREVIATIONS = frozenset(
    """
    mr mrs ms messrs dr prof sen sens rep reps gov gen lt col maj capt cmdr adm sgt cpl pvt rev hon st ste jr sr
    pres supt det insp amb atty
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo
    inc ltd corp co cos bros plc llc dept univ assn est etc vs v no nos fig vol pp ed eds approx ave blvd rd ft mt
    al cf c ca e.g i.e a.m p.m ph.d u.s u.k u.n
    """.split()
)
"""Lower-case words (without their last full stop) after which a full stop does not end a sentence by itself."""

ENDS_TOO = frozenset("inc ltd corp co cos bros plc llc jr sr etc a.m p.m u.s u.k u.n ph.d al dept est v".split())
"""Abbreviations that may also be a sentence's last word: then the word after them decides."""

_STARTERS = frozenset(
    """the a an this that these those he she it they we i you his her its their our my there here in on at for from by
    with but and or so as if when while after before since although though because however meanwhile also both some many
    most several one two three officials police what who why how not no asked according earlier last next
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""Words that, capitalised after an abbreviation that can close a sentence, open the next one."""

LONGEST_ABBREVIATION = 24
"""Characters to look back from a full stop; so that a line without end costs no more than its length."""

_END = re.compile(
    r"""[.!?…]                                    # one mark first: the search skips to it
        (?: (?P<dots>(?<=…)|(?<=\.)\.+) | (?<!…)[.!?]* )
        (?:['"’”“»)\]]|\ ?''|\ ?\[\d{1,3}\])*            # closing marks and brackets, footnote numbers
        (?=\s|$)""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘]+$")
_NEXT = re.compile(r"\s*(?P<mark>[\"'“‘(\[«]|``)*\s*(?P<word>[^\W_][\w’'-]*)?")
_CORRECTS = re.compile(
    r"""[•·*]?\ ?(?:(?:correction|clarification|amendment|editor['’]s\ note)s?[:.]?\s+)?
        (?:(?:(?:an?|the)\ )?(?:earlier|previous|original|prior)\ (?:version|edition)s?\ (?:
              of\ (?:this|the)\ (?:\w+\ ){0,2}(?:article|story|report|post|page|column|item|piece|transcript|caption
              |headline|blog|dispatch|edition|text)\b
              |(?:had|said|stated|gave|wrongly|incorrectly|mis\w+)\b)
          |this\ (?:article|story|report|post|page|column|item|piece|caption|headline|footnote|text|version)\ (?:
              (?:was|has\ been)\ (?:amended|corrected|updated|edited|changed|revised)|(?:incorrectly|wrongly|mis\w+)\ ?)
        )""",
    re.VERBOSE | re.IGNORECASE,
)
"""A paper's word on a mistake of its own: it tells of the report, and of the story only what is not so."""
_CORRECTING = frozenset("•·* cCaAeEtTpPoO")
"""What opens such a sentence; asked first, since every sentence comes by."""

_INITIAL = re.compile(r"(?:[A-Z]|[A-Z](?:\.[A-Z])+)$")


def sentences(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """The sentences of a report, in order; ``paragraph`` is the index of the block that each stands in.

    Each is of its block's kind, but that a paper's correction of itself is furniture.
    """
    found = []
    for number, block in enumerate(blocks):
        for start, end in split(text, block.start, block.end):
            corrects = block.kind == "body" and text[start] in _CORRECTING and _CORRECTS.match(text, start, end)
            found.append(Sentence(start, end, number, "furniture" if corrects else block.kind))
    return tuple(found)


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yields the places of the sentences in ``text[start:end]``, without the blanks around them."""
    opened = start
    for mark in _END.finditer(text, start, end):
        if mark.end() < end and not _closes(text, opened, mark, end):
            continue
        if place := _trimmed(text, opened, mark.end()):
            yield place
        opened = mark.end()
    if place := _trimmed(text, opened, end):
        yield place


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place without the blanks around it; None where there is nothing else."""
    words = text[start:end]
    bare = words.strip()
    if not bare:
        return None
    start += len(words) - len(words.lstrip())
    return start, start + len(bare)


def _closes(text: str, opened: int, mark: re.Match[str], end: int) -> bool:
    """Whether the marks at ``mark`` end a sentence that began at ``opened``."""
    follows = _NEXT.match(text, mark.end(), end)
    word = follows["word"] if follows else None
    upper = word is not None and (word[0].isupper() or word[0].isdigit())
    if mark["dots"] is not None:
        return upper
    stops = mark[0].rstrip("'\"’”»)] ")
    if word is not None and word[0].islower() and not (follows and follows["mark"]):
        # "What now?" he asked - and "Yahoo! said"; a full stop before a small letter is an abbreviation's
        return False
    if stops != ".":
        return True
    since = max(opened, mark.start() - LONGEST_ABBREVIATION)
    last = plain_word_before(text, since, mark.start())
    if not last:
        before = _LAST_WORD.search(text, since, mark.start())
        last = before[0] if before else ""
    if len(mark[0]) > 1:  # a closing quotation mark or bracket stands after the stop
        return upper or bool(follows and follows["mark"]) or word is None
    bare = last.lower()
    if bare in ("a.m", "p.m") and word is not None and word.lower().endswith("day"):
        return False  # "at 10 p.m. Wednesday" is one time
    if bare in ABBREVIATIONS:
        return bare in ENDS_TOO and upper and word is not None and word.lower() in _STARTERS
    if _INITIAL.match(last):
        # "George W. Bush", "J. K. Rowling"; a pronoun "I" or a dotted acronym may end a sentence
        if last == "I":
            return True
        return "." in last and upper and word is not None and word.lower() in _STARTERS
    return True
