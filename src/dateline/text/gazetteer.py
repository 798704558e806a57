"""The tables of names: countries, places, given names, bodies. Read once, at first use.

The rows in ``data/`` are our own; their facts about places agree with GeoNames (www.geonames.org, CC BY 4.0).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).with_name("data")


class Tables(NamedTuple):
    """``places``: names of places. ``demonyms``: adjective or people -> country. ``capitals``: capital -> country.

    ``given``: given names in lower case. ``bodies``: names of organisations. ``long_forms``: acronym -> long form.
    ``countries``: every name of a country -> its first name. ``gender``: given name -> "m", "f" or "" where it is both.
    ``common``: frequent words that are no names, in lower case.
    """

    places: frozenset[str]
    countries: dict[str, str]
    demonyms: dict[str, str]
    capitals: dict[str, str]
    given: frozenset[str]
    bodies: frozenset[str]
    long_forms: dict[str, str]
    gender: dict[str, str]
    common: frozenset[str]


def _rows(name: str) -> list[str]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [row for row in text.split("\n") if row and not row.startswith("#")]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """All tables; about 3 ms at the first call."""
    countries: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for row in _rows("countries.txt"):
        country, peoples, cities, others = [*row.split("|"), "", "", ""][:4]
        countries[country] = country
        for other in filter(None, others.split(";")):
            countries[other] = country
        for city in filter(None, cities.split(";")):
            capitals[city] = country
        for demonym in _demonyms(country, peoples):
            demonyms.setdefault(demonym, country)
    places = {place for row in _rows("places.txt") for place in row.split(";")}
    places.update(countries, capitals)
    bodies: set[str] = set()
    long_forms: dict[str, str] = {}
    for row in _rows("organisations.txt"):
        for entry in row.split(";"):
            short, _, long = entry.partition(" = ")
            bodies.add(short)
            if long:
                bodies.add(long)
                long_forms[short] = long
    gender = {word: "m" for row in _rows("given.txt") for word in row.split()}
    for row in _rows("female.txt"):
        mark = "" if row.startswith("either ") else "f"
        gender.update((word, mark) for word in row.split() if word != "either")
    return Tables(
        frozenset(places),
        countries,
        demonyms,
        capitals,
        frozenset(gender),
        frozenset(bodies),
        long_forms,
        gender,
        frozenset(word for row in _rows("common.txt") for word in row.split()) - gender.keys(),
    )


def _demonyms(country: str, peoples: str) -> list[str]:
    """Demonyms of a row; those of two words ("North Korean") begin with the country's first word."""
    words = peoples.split()
    first = country.split()[0]
    out = []
    at = 0
    while at < len(words):
        two = (words[at] == first or words[at] == "New") and " " in country and at + 1 < len(words)
        out.append(" ".join(words[at : at + 2]) if two else words[at])
        at += 2 if two else 1
    return out
