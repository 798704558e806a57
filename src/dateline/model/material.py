"""What the weaving steps work on: one story's reports with everything that was found and grouped."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from dateline.model.annotations import Annotated, Quote
from dateline.model.layers import Provider
from dateline.model.story import Entity, Reuse


class Identities(msgspec.Struct, frozen=True):
    """The entities of a story and which mention stands for which.

    ``of_mention``: (report id, start offset of the mention) -> entity id. What stands for nobody sure is absent.
    """

    entities: tuple[Entity, ...] = ()
    of_mention: dict[tuple[str, int], str] = {}

    def speaker(self, report_id: str, quote: Quote) -> str | None:
        """The entity that speaks a quotation, or None where nobody sure is named."""
        if quote.speaker_mention is None:
            return None
        return self.of_mention.get((report_id, quote.speaker_mention))


class Material(msgspec.Struct, frozen=True):
    """One story before it is written down.

    ``reports``: oldest first, dated as far as can be. ``text_group``: report id -> id of the first report of its copy
    family, so that re-runs of one text count once. ``as_of``: the day for which open plans are judged.
    ``backend``: the language back end that was asked for beside our rules, if any. ``shared``: by name, what one step
    has worked out of the reports and another needs too; see :func:`dateline.weave.voices.readers`.
    """

    reports: tuple[Annotated, ...]
    identities: Identities
    reuse: tuple[Reuse, ...]
    text_group: dict[str, str]
    as_of: dt.date | None
    backend: Provider | None = None
    shared: dict[str, Any] = {}
