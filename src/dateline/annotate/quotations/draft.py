"""A quotation in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.annotate.quotations.tags import Tag
from dateline.model.annotations import QuoteKind
from dateline.model.evidence import Span


@dataclass(slots=True)
class Draft:
    """``content`` grows while the quotation is put together; ``tag`` is its source and cue, as far as found."""

    content: list[Span]
    tag: Tag | None
    rule: str
    kind: QuoteKind = "direct"
    speaker: int | None = None
    extra: list[Span] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.content[0].start
