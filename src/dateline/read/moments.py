"""Times as mail and agencies write them."""

from __future__ import annotations

import datetime as dt

LONGEST = 200
"""Characters. No date is longer, and the library's parser goes down into itself for each bracket."""


def mail_time(value: str) -> dt.datetime | None:
    """The moment in RFC 2822's form; None for anything else, however broken (the library raises what it happens to)."""
    from email.utils import parsedate_to_datetime  # costs 7 ms, and few inputs need it

    try:
        return parsedate_to_datetime(value[:LONGEST])
    except (ValueError, IndexError, TypeError, OverflowError, AttributeError, RecursionError):
        return None
