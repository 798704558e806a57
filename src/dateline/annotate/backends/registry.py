"""The registry of back ends: which there are, and how one is opened by the name that a user gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

from dateline.errors import InputError, MissingExtraError
from dateline.model.annotations import Sentence
from dateline.model.layers import Layers, Provider

MODULES = ("rules", "spacy_pipeline")
"""Where the back ends are, the default first."""


class BackEnd(Protocol):
    """Reads one report's text. Same text and sentences, same layers."""

    @property
    def provider(self) -> Provider:
        """Name, version, licence, and the layers that it fills."""
        ...

    def read(self, text: str, sentences: Sequence[Sentence]) -> Layers:
        """The layers over ``sentences``, which stand as given. Raises InputError where the back end fails."""
        ...


@dataclass(frozen=True)
class Offer:
    """One kind of back end. ``duty``: one line for people. ``open``: makes it from what follows the colon.

    ``takes``: what has to follow the colon ("PIPELINE"), None where nothing may. ``extra``: the extra that it needs,
    with the ``library`` in it.
    """

    name: str
    duty: str
    open: Callable[[str], BackEnd]
    takes: str | None = None
    extra: str | None = None
    library: str | None = None

    @property
    def form(self) -> str:
        """How a user writes it."""
        return f"{self.name}:{self.takes}" if self.takes else self.name

    @property
    def missing(self) -> bool:
        """Whether its library is not installed."""
        return self.library is not None and find_spec(self.library) is None


_offers: dict[str, Offer] = {}


def register(offer: Offer) -> None:
    """Makes a back end known. Raises InputError where its name is taken."""
    if offer.name in {known.name for known in offers()}:
        raise InputError(f"a back end named {offer.name!r} is there already; give the new one another name")
    _offers[offer.name] = offer


def unregister(name: str) -> None:
    """Forgets a back end; for tests."""
    _offers.pop(name, None)


def offers() -> tuple[Offer, ...]:
    """The back ends known, the default first."""
    for module in MODULES:
        offer: Offer = import_module(f"dateline.annotate.backends.{module}").OFFER
        _offers.setdefault(offer.name, offer)
    return tuple(_offers.values())


def open_backend(given: str) -> BackEnd:
    """The back end that ``given`` names: ``rules``, or ``spacy:PIPELINE`` with a folder or an installed package.

    Raises InputError where there is no such back end or pipeline, MissingExtraError where its library is not
    installed.
    """
    name, _, rest = given.partition(":")
    offer = next((known for known in offers() if known.name == name), None)
    if offer is None:
        raise InputError(f"saw the back end {given!r}, expected one of: {available()}")
    if (offer.takes is None) != (rest == ""):
        raise InputError(f"saw the back end {given!r}, expected it as {offer.form}; there is: {available()}")
    if offer.missing:
        raise MissingExtraError(offer.library or "", offer.extra or "", f"the back end {name!r}")
    return offer.open(rest)


def available() -> str:
    """The back ends as one line for an error message, with what a missing one needs."""
    said = []
    for offer in offers():
        need = f"; missing: pip install 'dateline[{offer.extra}]'" if offer.missing else ""
        said.append(f"{offer.form} ({offer.duty}{need})")
    return ", ".join(said)
