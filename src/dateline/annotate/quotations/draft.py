"""A quotation in the making."""

from __future__ import annotations

import msgspec

from dateline.annotate.quotations.tags import Tag
from dateline.model.evidence import Span


class Draft(msgspec.Struct, gc=False):
    """``content`` grows while the quotation is put together; ``tag`` is its source and cue, as far as found.

    ``marked``: a clause, of which a part stands in marks.
    """

    content: list[Span]
    tag: Tag | None
    rule: str
    marked: bool = False

    @property
    def start(self) -> int:
        return self.content[0].start
