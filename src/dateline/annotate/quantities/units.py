"""Units: currencies, measures, percent, and the seconds of a lead."""

from __future__ import annotations

import re

from dateline.annotate.quantities.numbers import CURRENCY_SIGNS, CURRENCY_WORDS, MEASURES
from dateline.text.patterns import late

_UNIT = late(r"[\s-]?(?P<unit>%|[A-Za-z]+)(?P<more>\s(?:cent|points?))?(?!\w)")
MONEY_NEXT = late(r"\s(?:US\s)?(?:euros?|dollars?|pounds?|yen|roubles?|rupees?|francs?|crowns|kronor|pesos?)\b")
_NATION = late(r"\s(?:US|U\.S\.|Canadian|Australian|Hong\sKong|Singapore|Swiss|Mexican|Taiwan)\s(?=\w)")
MONEY = late(
    r"\b(?:fine[ds]?|pa(?:y|ys|id)|cost\w*|bought|buy\w*|worth|s[oe]ld|sell\w*|bonus\w*|price\w*|salar\w+|pence|loss\w*"
    r"|lost|profit\w*|bank\w*|budget\w*|tax\w*|debt\w*|fund\w*|invest\w*|earn\w*|rais\w+|spen[dt]\w*|fee\w*|shares?|loan\w*"
    r"|bail|money|grant\w*|charg\w+|reward\w*|compensation|damages|sterling|pension\w*|rent|wages?|donat\w+|stake|deal)\b",
    re.IGNORECASE,
)
"""Words beside which "pounds" without a sign is money and no weight."""

_MARGIN_BEFORE = late(r"\bby\s+(?:just\s|only\s)?$")
_MARGIN_AFTER = late(r"\s(?:seconds?|minutes?)\s(?:behind|ahead|clear|faster|slower)\b")
_MARGIN = late(r"\s(seconds?|minutes?)\b")


def unit_after(text: str, end: int, sign: str | None, limit: int, start: int) -> tuple[str | None, int]:
    if sign:
        return CURRENCY_SIGNS.get(sign.upper(), CURRENCY_SIGNS.get(sign)), end
    margin = lead(text, start, end, limit)
    if margin:
        return margin[1].rstrip("s"), margin.end()
    nation = _NATION.match(text, end, limit)
    found = _UNIT.match(text, nation.end() - 1 if nation else end, limit)
    if not found:
        return None, end
    word, last = found["unit"].lower(), found.end("unit")
    if found["more"] and f"{word} {found['more'].strip().lower()}" in MEASURES:
        word, last = f"{word} {found['more'].strip().lower()}", found.end()
    unit = MEASURES.get(word) or CURRENCY_WORDS.get(word)
    if unit is None:
        return None, end
    if word in ("foot", "pound", "real", "won", "degree") and text[end : end + 1] != "-":
        return None, end
    if word in ("pound", "pounds") and re.match(r"\sof\s", text[last : last + 4]):
        return "lb", last
    return unit, last


def lead(text: str, start: int, end: int, limit: int) -> re.Match[str] | None:
    """The seconds or minutes of a lead, which is no length of time that anything took: "won by 14 seconds"."""
    margin = _MARGIN.match(text, end, limit)
    if margin and (_MARGIN_BEFORE.search(text[max(0, start - 12) : start]) or _MARGIN_AFTER.match(text, end, limit)):
        return margin
    return None
