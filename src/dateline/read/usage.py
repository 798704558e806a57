"""Whether a record may be used: embargoes are honoured, and what was withdrawn stays out."""

from __future__ import annotations

import datetime as dt

from dateline.read.moments import mail_time
from dateline.read.readers import Input

_WITHDRAWN = frozenset("canceled cancelled withheld withdrawn killed kill deleted embargoed".split())


def instant(value: str) -> dt.datetime | None:
    """The moment that ISO 8601 or mail's form states, UTC where no zone is given; None for anything else."""
    value = value.strip()
    try:
        if len(value) >= 15 and value[8] == "T" and value[:8].isdigit():
            value = f"{value[:4]}-{value[4:6]}-{value[6:8]}T{value[9:11]}:{value[11:13]}:{value[13:15]}{value[15:]}"
        found = dt.datetime.fromisoformat(value)
    except ValueError:
        sent = mail_time(value)
        if sent is None:
            return None
        found = sent
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def refusal(given: Input, *, status: str | None = None, embargo: str | None = None) -> str | None:
    """Why a record must not be used, as one line; None where it may. An embargo that cannot be read holds."""
    word = (status or "").rpartition(":")[2].rpartition("/")[2].strip().lower()
    if word in _WITHDRAWN:
        return f"{word} by its agency; it is left out"
    if not embargo or not embargo.strip():
        return None
    until = instant(embargo)
    if until is None:
        return f"under an embargo that cannot be read ({embargo.strip()[:40]!r}); it is left out"
    now = given.now or dt.datetime.now(dt.UTC)
    if until > (now if now.tzinfo else now.replace(tzinfo=dt.UTC)):
        return f"under embargo until {until.isoformat()}; it is left out, read it again then"
    return None
