"""What a sum of money is: a fine, a price, a ransom."""

from __future__ import annotations

import re

from dateline.model.annotations import Quantity
from dateline.text.patterns import late

CURRENCIES = frozenset(
    """USD CAD AUD NZD HKD SGD BRL EUR GBP JPY INR RUB KRW ILS CNY CHF TRY ZAR MXN PLN HUF CZK SEK THB IDR MYR NGN RON
    UAH BGN crown krone dinar dirham riyal shilling""".split()
)
"""Units that are money: ISO 4217 where the word tells the country, else the word ("crown")."""

_NOUN = late(
    r"\b(?P<noun>fine|bonus|loss|profit|lawsuit|damages|compensation|ransom|debt|price|salary|budget|loan|bail|aid|cost"
    r"|grant|fund|tax|revenue|investment|prize|reward|penalty|stake|settlement|fee|donation|pension|bid|offer|deal|suit"
    r"|payment|sales|subsidy|bailout|rescue|capital|damage|guarantee)s?\b|\b(?P<fined>fined)\b"
    r"|\b(?P<bought>bought|acquired|sold|buy|sell|takeover|purchase|acquire)\b"
    r"|\b(?P<took>withdrew|withdrawn|withdraw|withdrawals?|took out|taken out|take out)\b"
    r"|\b(?P<paid>paid|pay)\b|\b(?P<raised>raised)\b|\b(?P<lost>lost)\b|\b(?P<stolen>stolen|stole|embezzled)\b"
    r"|\b(?P<spent>spen[dt])\b|\b(?P<worth>worth|valued at)\b",
    re.IGNORECASE,
)
_NAMES = {
    "fined": "fine", "bought": "price", "paid": "payment", "raised": "money raised", "lost": "loss",
    "took": "withdrawals", "stolen": "stolen", "spent": "spending",
    "worth": "worth",
}  # fmt: skip
_AFTER = 40
"""Characters after a sum in which its name may stand: "a 2.4 billion euro rescue"."""

ONE_SUM = frozenset(
    "bonus fine ransom compensation damages salary penalty settlement prize bail cost price loan rescue withdrawals"
    " stolen bailout deal damage reward worth".split()
)
"""Sums of which one person, body or thing has one at a time."""

_RATE = late(r"[\s-](?:a|an|per|each|every)\s(?:day|week|month|year|hour|night|head|person|family|share"
                   r"|ton|tonne|barrel)\b"
                   r"|\s(?:daily|weekly|monthly|annually|yearly|each|apiece)\b", re.IGNORECASE)  # fmt: skip


def sum_name(text: str, start: int, quantity: Quantity, end: int) -> str:
    """What a sum is, by the noun right after it, else the nearest noun or verb before, else the first one after."""
    if quantity.what is not None:
        named = _NOUN.fullmatch(text, quantity.what.start, quantity.what.end)
        if named is not None and named["noun"]:
            return named["noun"].lower()
    found = None
    for found in _NOUN.finditer(text, start, quantity.start):  # noqa: B007
        pass
    found = found or _NOUN.search(text, quantity.end, min(end, quantity.end + _AFTER))
    if found is None:
        return "money"
    return found["noun"].lower() if found["noun"] else _NAMES[found.lastgroup or ""]


def rate(text: str, end: int) -> str:
    """What a number is told for each of (" a day"); "" where it is a whole."""
    found = _RATE.match(text, end)
    return " " + " ".join(found[0].lower().split()) if found else ""
