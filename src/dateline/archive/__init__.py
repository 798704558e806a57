"""The archive: reports, annotations and stories in one SQLite file that survives whatever happens to the program.

    with Archive.open("libya") as archive:
        archive.add(["reports/"])
        for change in archive.update().changes: ...

Who commits: :func:`dateline.archive.connection.transaction`, and nobody else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.archive.changes import Change
    from dateline.archive.following import Archive, Updated
    from dateline.archive.search import Hit, Query, search

_HOMES = {
    "Archive": "following",
    "Change": "changes",
    "Hit": "search",
    "Query": "search",
    "Updated": "following",
    "search": "search",
}

__all__ = ["Archive", "Change", "Hit", "Query", "Updated", "search"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline.archive' has no attribute {name!r}")
    return getattr(import_module(f"dateline.archive.{_HOMES[name]}"), name)
