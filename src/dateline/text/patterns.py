"""Regular expressions that few texts need, compiled when one first does.

Compiling takes Python a tenth of a millisecond to some milliseconds each, and there are hundreds: a build of three
short reports would spend a tenth of its time on patterns that it never asks.
"""

from __future__ import annotations

import re
from typing import Any, cast


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """As :func:`re.compile`, at the first use; a source that is no pattern raises ``re.error`` then."""
    return cast("re.Pattern[str]", _Late(source, flags))


class _Late:
    """Stands for a pattern, and from the first use on hands out the pattern's own methods."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update({one: getattr(compiled, one) for one in dir(compiled) if not one.startswith("_")})
        return getattr(compiled, name)
