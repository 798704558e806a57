"""What went wrong, or is worth knowing, about one input; said aloud while the rest goes on."""

from __future__ import annotations

from typing import Literal

import msgspec

Level = Literal["note", "warning", "rejected"]


class Problem(msgspec.Struct, frozen=True, order=True):
    """One line about one input.

    ``where``: the place as the user would look for it, a file or ``file:line``. ``level``: ``note`` (all was read, but
    a choice was made for the user), ``warning`` (something was lost or looks wrong), ``rejected`` (no report came of
    it). ``message``: what was seen, what was expected, what to do.
    """

    where: str
    level: Level
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"
