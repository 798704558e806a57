"""What the words round an unknown name say of its kind: "the chain X", "the ferry X", "the isle of X", "X said its"."""

from __future__ import annotations

import re

from dateline.model.annotations import EntityKind
from dateline.text.patterns import late

_BACK = 40
_AHEAD = 60
"""Characters looked at before and after a name."""
Hint = tuple[EntityKind, int, str]

_COMPANIES = (
    "chain|company|firm|bank|retailer|newspaper|daily|weekly|magazine|broadcaster|airline|carrier|manufacturer|brewer|"
    "insurer|lender|start-up|startup|shipbuilder|carmaker|automaker|drugmaker|chipmaker|supermarket|charity|website|"
    "giant|conglomerate|nonprofit|brewery|dairy|bakery|network|hospital|utility"
)
_BODIES = (
    "group|union|party|watchdog|movement|agency|regulator|institute|pollster|think-tank|consortium|federation|club|militia|"
    "maker|operator|lobby|bloc|league|ministry|university|museum"
)
"""Common nouns for bodies that stand right before their names: "consumer group X", "mine operator X"."""

SAYS_IT = "it says"
"""The hint of a name that speaks of itself as "it"."""

_THINGS = (
    "ferry|ship|vessel|tanker|freighter|trawler|yacht|boat|liner|frigate|destroyer|submarine|barge|tug|schooner|cutter|"
    "flagged|brand|name|film|movie|novel|book|song|album|horse|painting|spacecraft|satellite|rocket"
)
_SUBSTANCES = (
    "drug|booster|substance|steroid|hormone|virus|bacterium|bacteria|chemical|stimulant|medicine|vaccine|toxin|"
    "positive for|traces? of|doses? of|contain(?:s|ed|ing)?|injected"
)
_BEFORE_COMMA: tuple[re.Pattern[str], Hint] = (
    late(rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts) (?:[\w-]+ )?(?:{_COMPANIES}|union|party|group|agency), $"),
    ("organisation", 2, "kind of body before"),
)
_BEFORE: tuple[tuple[str, re.Pattern[str], Hint], ...] = (
    (
        f"{_COMPANIES}|{_BODIES}",
        late(rf"\b(?:{_COMPANIES}|{_BODIES}) $"),
        ("organisation", 2, "kind of body before"),
    ),
    (f"{_THINGS}|called|named", late(rf"\b(?:{_THINGS}) (?:called |named )?$"), ("other", 2, "thing")),
    (
        f"{_SUBSTANCES}|trace|dose|contains|contained|containing",
        late(rf"\b(?:{_SUBSTANCES}) $"),
        ("other", 2, "substance"),
    ),
    (
        "of",
        late(
            r"\b(?:islands?|isle|town|city|village|hamlet|province|region|capital|port|coast|outskirts|suburb|district|"
            r"county|airport|harbour|harbor|mayor|siege|"
            r"north|south|east|west|centre|center|streets|villages|towns|cities|coastline) of $"
        ),
        ("place", 2, "place of"),
    ),
    ("of", late(r"\b(?:government|people|parliament|republic|citizens|rulers) of $"), ("place", 1, "place of")),
    (
        "of|at|in",
        late(
            r"\b(?:executive|chairman|chairwoman|employees|shares|customers|arm|unit|branch|subsidiary|headquarters|"
            r"shareholders) (?:of|at|in) $"
        ),
        ("organisation", 1, "of a body"),
    ),
    ("for", late(r"\bspokes\w+ for $"), ("organisation", 1, "of a body")),
)
"""Words of which one stands right before the name, the pattern that ends with it, and what it says."""
_BY_LAST: dict[str, list[tuple[re.Pattern[str], Hint]]] = {}
for _last, _pattern, _hint in _BEFORE:
    for _word in dict.fromkeys(re.findall(r"[a-z-]+", _last)):
        _BY_LAST.setdefault(_word, []).append((_pattern, _hint))
_OWNS: tuple[re.Pattern[str], Hint] = (
    late(
        r"(?:['’]s?)? (?:shares|stock|customers|employees|shareholders|headquarters|plants?|factory|profits|sales|"
        r"chief executive|chairman|chairwoman|chairperson|board|spokes\w+|branches|stores|products|vessels|ships|"
        r"fleet|chief financial|subsidiary|bonds)\b"
    ),
    ("organisation", 2, "what bodies have"),
)
_AFTER: dict[str, tuple[tuple[re.Pattern[str], Hint], ...]] = {
    " ": (
        (
            late(
                r" (?:party|movement|bloc|coalition|faction|militia|newspaper|airline|supermarkets?|ministry|"
                r"institute)\b"
            ),
            ("organisation", 2, "kind of body after"),
        ),
        _OWNS,
        (
            late(r" [a-z]+(?: (?:on |late |early )?[A-Z][a-z]+day)?(?: that)? its?\b"),
            ("organisation", 3, SAYS_IT),
        ),
        (
            late(r" (?:named|appointed|appoints|names|hired|fired) (?:[A-Z][\w.’'-]+ ){1,4}(?:as )?its\b"),
            ("organisation", 3, "it names"),
        ),
    ),
    ",": (
        (
            late(
                r", (?:an?|the) (?:[\w-]+ ){0,2}(?:city|town|village|province|island|region|suburb|resort|district)\b"
            ),
            ("place", 2, "kind of place after"),
        ),
        (
            late(rf", (?:the|an?) (?:[\w’'-]+ ){{0,3}}(?:{_COMPANIES}|maker|operator|agency|regulator|group|union)\b"),
            ("organisation", 3, "kind of body after"),
        ),
        (late(r", which\b"), ("organisation", 1, "which")),
    ),
    "'": (_OWNS,),
    "’": (_OWNS,),
}
"""The character right after a name -> what may begin with it."""
_SAID_IT = late(
    r" (?:said|says|announced|confirmed|admitted|acknowledged|warned|added|reported|insisted|argued|promised)\b"
)


def before(text: str, start: int, at: int) -> Hint | None:
    """What the words right before a name say; ``start``: of its sentence."""
    low = max(start, at - _BACK)
    words = text[low:at]
    if not words.endswith(" "):
        return None
    last = words[:-1].rpartition(" ")[2]
    for pattern, hint in _BY_LAST.get(last, ()) if last[-1:] != "," else (_BEFORE_COMMA,):
        if pattern.search(words):
            return hint
    return None


def after(text: str, at: int, end: int) -> Hint | None:
    """What the words right after a name say; ``end``: of its sentence."""
    high = min(end, at + _AHEAD)
    for pattern, hint in _AFTER.get(text[at : at + 1], ()):
        if pattern.match(text, at, high) and (hint[2] != SAYS_IT or _SAID_IT.match(text, at, high)):
            return hint
    return None
