"""Where a report's sentence really begins.

Copies of web pages run headline, picture caption and page marks into a sentence: "Fans mourn singer Thousands of fans
gathered ...". The sentence is cited from where the story starts, so that what is shown stands so in the report.

Cues, from the surest: the page's own marks (an agency, a credit, a clock time); a date that opens a line; a capital,
after a word that can end a headline, on a word that opens sentences; and, at a report's head, on a word that the pile
writes small, or before words that tell again what the words before them tell, as a lead does with its headline.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.text.calendar import MONTH, WEEKDAY
from dateline.text.words import STOPWORDS, content_words

LONGEST_HEAD = 320
"""Characters of headline and caption that may stand before the story."""

FEWEST_LEFT = 8
"""Words that must be left for a sentence."""

FEWEST_HEAD = 3
"""Words of a headline or caption."""

TOLD_AGAIN, TOLD_SHARE = 2, 0.35
"""Content words of a headline, and share of them, that the sentence after it tells again."""

LONGEST_HEADLINE = 20
"""Words of a headline that is told again."""

_MONTH = rf"(?:{MONTH}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
_MARKS = re.compile(
    r"\((?:Reuters|AP|AFP|CNN|UPI|Xinhua|Bloomberg)\)\s*(?:--?|–|—)\s*"
    r"|\b(?:GMT|BST|E[SD]T|P[SD]T)(?:, (?:\w+, )?\d{1,2} \w+ \d{4}| \d{1,2}:\d\d UK)?"
    r"\s+(?:\([^)]{0,80}\)\s+)?(?:Help\s+)?(?=[A-Z])"
    r"|\((?:By|Photo by|Photograph by|photo:|Photo:|Image:) [^)]{3,80}\)\s+(?=[A-Z])"
    r"|\b[A-Z]{4,}(?:, [A-Z][\w.]+){0,2},? (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
    r"\s+(?:--|—|–|-)\s+(?=[A-Z])"
    r"|\b" + WEEKDAY + r", [A-Z]\w+ \d{1,2}, \d{4}(?:; (?:Page )?\w+)?\s+(?=[A-Z])"
    r"|\(an error occurred while processing this directive\)\s+"
    r"|\bUK time, \w+, \d{1,2} \w+ \d{4}\s+"
    r"|\((?:Update|Updated|Posted|Initial post|Original post)[^)]{0,60}\)\s*(?:[-–—]+\s+)?(?=[A-Z])"
    r"|\b[A-Z][\w’' ]{0,40}? (?:correspondent|reporter), [A-Z][\w ]{2,20}\s(?=[A-Z])"
    r"|\b(?:correspondent|reporter) in (?:[A-Z]\w+ ){1,2}(?=(?:It|The|A|An|There|In|On|As|At) [a-z])"
)
_LABEL = re.compile(
    r"(?:(?:UPDATE|Updated?|Correction|Breaking|BREAKING|Latest|Summary|In summation|Live|WATCH|PS|Just in)\b"
    r"[^:.,]{0,24}(?:, [a-z ]{3,24})?|Here(?:['’]s| is| are) (?:the|a|an|our|my|some) [\w ]{2,30}"
    r"|\d{1,2}[.:]\d\d ?[ap]m(?: [A-Z]{2,4})?):\s+(?=[A-Z])|THE [A-Z]{4,} (?=[A-Z][a-z])"
)
"""What a page that runs on sets before a sentence: "Update: ", "Here's the top: ", "8.30am: ", a paper's own name."""
_SIGNS = (
    "(",
    "GMT",
    "BST",
    "ST ",
    "DT ",
    "ST,",
    "DT,",
    " -",
    " –",
    " —",
    "day, ",
    "correspondent",
    "reporter",
    "UK time",
)
"""One of them stands in whatever _MARKS finds, and most sentences have none."""

_DATED = re.compile(
    rf"(?<=[a-z\"'”’)] )(?:(?=(?:On|In) (?:\d{{1,2}} {_MONTH}|{_MONTH} \d|{WEEKDAY}\b|the \w+ of {_MONTH}))"
    rf"|(?=\d{{1,2}} {_MONTH} \d{{4}}:? [A-Z\"“])|(?=Speaking (?:on|to|at|in|after|before) )"
    rf"|(?=Earlier on {WEEKDAY}))"
)
"""A place where "On 8 February", "8 February 2010 The", "Speaking to" opens a sentence after a small word."""

_TITLE_CASE = re.compile(
    r"(?:[A-Z$\d][\w’'$,.&-]*|a|an|the|of|in|on|to|for|and|as|at|by|with|from|over)"
    r"(?: (?:[A-Z$\d][\w’'$,&-]*|a|an|the|of|in|on|to|for|and|as|at|by|with|from|over)){2,11}?"
    r" (?:[A-Z][\w’'-]*[a-z]) (?=(?:The|A|An|Former|(?<!Vice )(?<!Prime )President|Sen\.|Rep\.)"
    r" (?:[A-Z][\w.]+ ){0,3}[a-z]{2,}"
    r"|[A-Z][a-z]+ (?:secretary|minister|nominee|adviser|spokesman|official|chief|chairman|president|envoy|mayor)\b"
    r"(?: [a-z]+)? [A-Z])"
)
"""A headline with capitals, and the article or title that opens the sentence after it."""

_CAPITAL = re.compile(r" (?<=\S )(?P<word>[A-Z][a-z]*(?:-[a-z]+)?) (?P<after>\w+)")
_NAME = re.compile(r"[A-Z]\w+ [A-Z]\w+")
_PREDICATE = re.compile(
    r"(?:['’]s)?(?: \w+){0,2}? (?:has|have|had|is|was|were|will|would|can|could|may|must|says|said|died)\b"
)
_FINITE = re.compile(
    r"(?:\S+ ){1,9}?(?:has|have|had|is|are|was|were|will|would|could|may|says|said|told|took|held|won|met|led|gave|went"
    r"|came|made|found|left|began|fell|rose|struck|broke|[a-z]{2,}ed)\b"
)
_QUOTES = "'\"’”“‘()"
_HOLDS = ",;:-–—"
_STARTERS = frozenset(
    """the a an in on at it there he she they his her their this these more some two three four five six seven eight
    nine ten after as when while with for hundreds thousands tens dozens police officials people residents scientists
    experts relatives lawyers prosecutors doctors protesters demonstrators troops soldiers rescuers workers""".split()
)
_NUMBERS = re.compile(r"(?:twen|thir|for|fif|six|seven|eigh|nine)(?:ty)(?:-[a-z]+)?|hundreds|thousands|dozens|tens")
_OPENERS = "|".join(sorted(word.capitalize() for word in _STARTERS))
_MAY_OPEN = re.compile(
    r" (?=[A-Z\d])(?:(?<=[a-z\"'”’)] )"
    rf"(?:(?:{_OPENERS}|(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty(?:-[a-z]+)?) [a-z]"
    r"|(?:On|In|Speaking|Earlier) |\d{1,2} [A-Z])"
    r"|(?<=day )(?:[A-Z][a-z]+ty|Hundreds|Thousands|Dozens|Tens)\b)"
)
"""What a sentence further down in a report has where something may be fused; most have not."""

_LEANING = frozenset(
    """the a an of in on at by for to and or with from as that than but into over under about after before since until
    his her its their our my your this these those said says say told tells asked mr mrs ms dr is are was were be been
    has have had will would called named against between via per where when who which because if while though although
    whether both either not no only including like de la le el al van von del di""".split()
)
_HOLDS_A_NAME = re.compile(r"\b(?:said|says|say|told|that) (?:the|an?) [a-z]+ $")
"""With the name after it: "have said the sailor Ann Lee sold the wharf"."""

_HEADLINE_TAIL = re.compile(
    r"(?!(?:The|An?) )[A-Z]\S+(?: [A-Z]\S+)? (?:as|for|of|to|in|over|after|from|on) (?:[a-z]+ ){1,3}"
)
"""A name that a headline still holds: "Council elects clerk Holm as mayor Arden's council elected ..."."""

_TITLES = frozenset(
    """president prime minister senator king queen prince princess pope general judge justice professor captain colonel
    governor mayor chancellor secretary director chairman chief sir lord lady bishop archbishop house senate congress
    court state federal government parliament supreme high central national republic party union bank department
    ministry university college school church city county street river north south east west northern southern eastern
    western international united""".split()
)
"""Words that names hold; a capital on them opens nothing."""


def opening(
    text: str, start: int, end: int, *, at_head: bool = True, small: Callable[[str], bool] | None = None
) -> int:
    """The offset at which the story starts in the sentence ``text[start:end]``; ``start`` where nothing is fused.

    ``at_head``: it is one of the report's first sentences, where headlines are run in. ``small``: whether the pile
    writes a word small; without it, the report is asked.
    """
    limit = min(end, start + LONGEST_HEAD)
    begins = start
    if (label := _LABEL.match(text, start, limit)) and _enough(text, label.end(), end):
        begins = label.end()
    head = text[begins:limit]
    if any(map(head.__contains__, _SIGNS)):
        for mark in _MARKS.finditer(text, begins, limit):
            if _enough(text, mark.end(), end):
                begins = mark.end()
    if not at_head and not _MAY_OPEN.search(text, begins, limit):
        return begins
    if at_head:
        begins = max(begins, _said_again(text, begins, limit, end))
        if (headline := _TITLE_CASE.match(text, begins, limit)) and _enough(text, headline.end(), end):
            begins = headline.end()
    for mark in _DATED.finditer(text, begins, limit):
        if text.count(" ", begins, mark.end()) >= FEWEST_HEAD and _ends_a_head(text[begins : mark.end()].split()[-1]):
            begins = mark.end() if _enough(text, mark.end(), end) else begins
    at = head_start = begins
    while found := _CAPITAL.search(text, at, limit):
        long_enough = text.count(" ", begins, found.start("word")) >= FEWEST_HEAD
        if (long_enough and _breaks(text, at, found, at_head, small)) or (
            at_head and _tells_again(text, begins, found.start("word"), end)
        ):
            begins = found.start("word") if _enough(text, found.start("word"), end) else begins
        elif at_head and begins > head_start and _HEADLINE_TAIL.fullmatch(text, begins, found.start("word")):
            begins = found.start("word") if _tells_again(text, head_start, found.start("word"), end) else begins
        at = found.start("word")
    return begins


def _said_again(text: str, start: int, limit: int, end: int) -> int:
    """Where the name that opens a headline opens the sentence after it; ``start`` where it does not.

    "Ann Lee found guilty Ann Lee has been found guilty of fraud" breaks before the second "Ann Lee".
    """
    name = _NAME.match(text, start, limit)
    again = text.find(f" {name[0]}", name.end(), limit) if name else -1
    if again < 0:
        return start
    before = text[start:again].split()[-1]
    follows = _PREDICATE.match(text, again + 1 + len(name[0]), end) if name else None
    if follows and _ends_a_head(before):
        return again + 1 if _enough(text, again + 1, end) else start
    return start


def _tells_again(text: str, start: int, at: int, end: int) -> bool:
    """Whether the words from ``at`` on are a sentence that tells again what those from ``start`` to ``at`` tell."""
    head = text[start:at]
    count = head.count(" ")
    if not FEWEST_HEAD < count <= LONGEST_HEADLINE or "," in head or not _ends_a_head(head.split()[-1]):
        return False
    if not _FINITE.match(text, at, end) or (_HOLDS_A_NAME.search(head) and _NAME.match(text, at, end)):
        return False
    told = set(content_words(head))
    again = told & set(content_words(text[at:end]))
    return len(again) >= max(TOLD_AGAIN, TOLD_SHARE * len(told))


def _breaks(text: str, at: int, found: re.Match[str], at_head: bool, small: Callable[[str], bool] | None) -> bool:
    before, word, after = text[at : found.start()].split()[-1], found["word"].lower(), found["after"]
    if not _ends_a_head(before):
        if not before.endswith("day") or not (at_head or after[0].islower()):
            return False
        role = at_head and after[0].isupper() and word not in _TITLES and small is not None and small(word)
        return bool(_NUMBERS.fullmatch(word)) or role
    if word in _STARTERS or _NUMBERS.fullmatch(word):
        return after != "and" and (after[0].islower() or (at_head and word in ("the", "a", "an")))
    if not at_head or word in _TITLES or word in STOPWORDS:
        return False
    if not (small(word) if small else f" {word} " in text):
        return False
    return after[0].islower() and ((word.endswith("s") and after != "and") or after not in STOPWORDS)


def _ends_a_head(word: str) -> bool:
    """Whether a headline or caption may end in the word: small, no article or preposition, nothing held open."""
    bare = word.strip(_QUOTES)
    if not bare or not bare[0].islower() or bare in _LEANING or word[-1] in _HOLDS:
        return False
    return word.rstrip(_QUOTES)[-1:] not in _HOLDS


def _enough(text: str, start: int, end: int) -> bool:
    return text.count(" ", start, end) + 1 >= FEWEST_LEFT
