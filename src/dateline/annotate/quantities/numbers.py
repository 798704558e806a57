"""Numbers as news writes them: digits with separators, number words, scale words, fractions.

Longest first; every alternative begins with a digit, a currency sign or one of few words, so that scanning a text
stays linear and cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

UNITS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "one": 1,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
PARTS = {
    "half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25, "fifth": 0.2, "fifths": 0.2,
    "tenth": 0.1, "tenths": 0.1,
}  # fmt: skip

CURRENCY_SIGNS = {
    "US$": "USD", "C$": "CAD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "$": "USD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS",
}  # fmt: skip
CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP",
    "sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "rupees": "INR",
    "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "franc": "CHF", "francs": "CHF",
    "real": "BRL", "reais": "BRL", "won": "KRW", "shekel": "ILS", "shekels": "ILS", "lira": "TRY", "rand": "ZAR",
    "peso": "MXN", "pesos": "MXN", "cents": "cent", "pence": "penny", "usd": "USD", "eur": "EUR", "gbp": "GBP",
    "zloty": "PLN", "zlotys": "PLN", "forint": "HUF", "forints": "HUF", "koruna": "CZK", "korunas": "CZK",
    "crowns": "crown", "kronor": "SEK", "krona": "SEK", "kroner": "krone",
    "dinar": "dinar", "dinars": "dinar", "dirhams": "dirham",
    "riyal": "riyal", "riyals": "riyal", "rials": "riyal", "baht": "THB", "rupiah": "IDR", "ringgit": "MYR",
    "naira": "NGN", "shillings": "shilling", "lei": "RON", "hryvnia": "UAH", "hryvnias": "UAH", "leva": "BGN",
}  # fmt: skip
MEASURES = {
    "%": "%", "percent": "%", "pct": "%", "per cent": "%", "percentage point": "percentage point",
    "percentage points": "percentage point", "basis points": "basis point",
    "km": "km", "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km", "kms": "km",
    "mile": "mile", "miles": "mile", "metre": "m", "metres": "m", "meter": "m", "meters": "m", "feet": "ft",
    "foot": "ft", "inch": "in", "inches": "in", "cm": "cm", "mm": "mm", "kg": "kg", "kilogram": "kg",
    "kilograms": "kg", "kilos": "kg", "tonne": "tonne", "tonnes": "tonne", "ton": "ton", "tons": "ton",
    "barrel": "barrel", "barrels": "barrel", "litre": "litre", "litres": "litre", "liter": "litre",
    "liters": "litre", "gallon": "gallon", "gallons": "gallon", "acre": "acre", "acres": "acre",
    "hectare": "hectare", "hectares": "hectare", "mph": "mph", "kph": "km/h", "megawatt": "MW", "megawatts": "MW",
    "degrees": "degree", "degree": "degree", "knots": "knot",
}  # fmt: skip
"""Measure as written (lower case) -> unit. What the text measures in stays; nothing is converted."""

_WORD = "|".join((*UNITS, *TENS, "hundred", "half", "dozen"))
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = "hundred|thousand|million|billion|trillion|dozen|lakh|crore|bn|mn|tn|m|k"
NUMBER = re.compile(
    rf"""(?<![\w.,:/-])(?P<sign>US\$|NZ\$|HK\$|[CASR]?\$|[€£¥₹₽₩₪])?\ ?
        (?: (?P<digits>{_DIGITS})
          | (?P<words>(?:a\ )?(?:{_WORD})(?:[\ -](?:and\ )?(?:{_WORD}))*)(?![\w]) )
        (?:(?:[\ -]|(?<=\d))(?P<scale>{_SCALE})(?![\w]))?""",
    re.VERBOSE | re.IGNORECASE,
)
"""A number with its currency sign and scale word."""


def _by_first_letter(words: Iterable[str]) -> str:
    """An alternation that fails on the first letter: "[Tt](?:wo|hree)|[Ff](?:our|ive)"."""
    letters: dict[str, list[str]] = {}
    for word in words:
        letters.setdefault(word[0], []).append(word[1:])
    return "|".join(f"[{first}{first.upper()}](?:{'|'.join(rest)})" for first, rest in letters.items())


_OPENING = (*UNITS, *TENS, "hundred", "half", "dozen")
IN_WORDS = frozenset((*_OPENING, *map(str.capitalize, _OPENING)))
STARTS = IN_WORDS | frozenset("0123456789")
"""Words, and words and figures, of which a sentence without any holds no number."""

CANDIDATE = re.compile(rf"[$€£¥₹₽₩₪]|\d+|\b(?:{_by_first_letter(_OPENING)})\b")
"""Where a number may begin: cheap to look for, since most of a text is none."""
IN_FIGURES = re.compile(r"[$€£¥₹₽₩₪\d](?:(?<=\d)\d*)?")
"""The same where no number is in words: one character comes first, and the search skips to it."""

RANGE = re.compile(
    rf"\s?(?:-|–|—|to|and)\s?(?:US\$|[€£$])?(?P<high>{_DIGITS}|(?:{_WORD})(?:-(?:{_WORD}))?(?!\w))"
    rf"(?:[ -]?(?P<scale>{_SCALE})(?!\w))?",
    re.IGNORECASE,
)
"""What may follow a number to make it a range's lower end."""


def value_of(digits: str | None, words: str | None, scale: str | None) -> float | None:
    """The value of a number; None where the words make none ("two five")."""
    value = float(digits.replace(",", "")) if digits else _spelt(words or "")
    if value is not None and scale:
        value *= SCALES[scale.lower()]
    return value


@lru_cache(maxsize=4096)
def _spelt(written: str) -> float | None:
    total = 0.0
    current = 0.0
    for word in re.split(r"[\s-]+", written.lower()):
        if word in ("a", "and"):
            continue
        if word in UNITS:
            if current % 10 or (current and current % 100 < 20 and current % 100):
                return None
            current += UNITS[word]
        elif word in TENS:
            if current % 100:
                return None
            current += TENS[word]
        elif word == "half":
            if current:
                return None
            current = 0.5
        elif word in SCALES:
            scale = SCALES[word]
            if scale < 1000:
                current = (current or 1) * scale
            else:
                total += (current or 1) * scale
                current = 0.0
        else:
            return None
    return total + current or None
