"""What can go wrong, as types.

    DatelineError
    ├── InputError          what the user gave cannot be used: a path, an option, a mapping
    │   └── ReportError     one report, or one record of a file, cannot be read; the rest goes on
    ├── ArchiveError        an archive cannot be opened, read or written
    ├── DocumentError       a story document does not hold to its format
    └── MissingExtraError   an optional library is needed and not installed

Every message is one line: what was seen, what was expected, what to do.
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of every error that dateline raises on purpose."""


class InputError(DatelineError):
    """What the user gave cannot be used."""


class ReportError(InputError):
    """One report cannot be read.

    ``where`` names the place as the user would look for it: a file, or ``file:line``.
    """

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class ArchiveError(DatelineError):
    """An archive cannot be opened, read or written: none there, locked by another run, a full disk, damaged."""


class DocumentError(DatelineError):
    """A story document does not hold to its format."""


class MissingExtraError(DatelineError):
    """An optional library is needed and not installed."""

    def __init__(self, library: str, extra: str, what: str) -> None:
        super().__init__(f"{what} needs the library {library}; install it with: pip install 'dateline[{extra}]'")
