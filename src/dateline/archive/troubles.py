"""When a source that fails is spoken of: the first time, and again after a while; in between it is only counted.

What fails at every update and is said at every update is soon not read any more, nor is anything beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

SAID_AGAIN = 7
"""Days after which a source that still fails is spoken of again."""


FIELDS = ("failures", "error", "since", "told")
"""The fields of a source's state that tell of its failures."""


def counted(state: Mapping[str, str], reason: str, now: dt.datetime) -> dict[str, str]:
    """The state of a source that failed once more."""
    count = state.get("failures", "")
    failures = str(int(count) + 1 if count.isdecimal() else 1)
    return {"since": _stamp(now), **state, "failures": failures, "error": reason}


def said(state: Mapping[str, str], now: dt.datetime) -> dict[str, str]:
    """The state of a source that was spoken of."""
    return {**state, "told": _stamp(now)}


def _stamp(now: dt.datetime) -> str:
    return now.isoformat(timespec="seconds")


def is_due(state: Mapping[str, str], now: dt.datetime) -> bool:
    """Whether to say that a source fails. ``state``: as in :class:`~dateline.archive.sources.Source`."""
    told = _time(state.get("told"))
    return told is None or now - told >= dt.timedelta(days=SAID_AGAIN)


def so_far(state: Mapping[str, str]) -> str:
    """How often and since when it failed, where that was more than once: " (4 times since 2024-03-02)"."""
    count, since = state.get("failures", ""), _time(state.get("since"))
    return (
        f" (failed {count} times since {since.date().isoformat()})"
        if count.isdecimal() and int(count) > 1 and since
        else ""
    )


def _time(stated: str | None) -> dt.datetime | None:
    """A time of a source's state; None for none, and for what somebody changed by hand."""
    try:
        found = dt.datetime.fromisoformat(stated or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
