"""Pages kept by the Wayback Machine: the time of capture, the page's own addresses back, the toolbar gone."""

from __future__ import annotations

import re

_REWRITTEN = re.compile(r"(?:(?:https?:)?//web\.archive\.org)?/web/(\d{14})(?:[a-z]{2}_)?/(?=https?:)", re.I)
_TOOLBAR = ("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->")
_HEAD = re.compile(r"<script[^>]{0,200}(?:/_static/|archive\.org/)[^>]{0,200}>\s*</script>")
_MADE = re.compile(r"FILE ARCHIVED ON \d\d:\d\d:\d\d ([A-Z][a-z]{2} \d{1,2}, \d{4})")


def unwrapped(url: str) -> tuple[str, str | None]:
    """An address without the archive's, and the time of capture that it held (UTC)."""
    found = _REWRITTEN.match(url.strip())
    return (url[found.end() :], _time(found[1])) if found else (url, None)


def cleaned(markup: str) -> tuple[str, str | None]:
    """A page as it was, and the time of its capture; as it is and None where the archive has not touched it."""
    if "/web/" not in markup and "FILE ARCHIVED ON" not in markup:
        return markup, None
    found = _REWRITTEN.search(markup)
    made = _MADE.search(markup)
    captured = _time(found[1]) if found else made[1] if made else None
    if captured is None:
        return markup, None
    before, opening, rest = markup.partition(_TOOLBAR[0])
    _, closing, after = rest.partition(_TOOLBAR[1])
    if opening and closing:
        markup = before + after
    return _REWRITTEN.sub("", _HEAD.sub("", markup)), captured


def _time(digits: str) -> str:
    y, m, d, h, n, s = digits[:4], *(digits[at : at + 2] for at in range(4, 14, 2))
    return f"{y}-{m}-{d}T{h}:{n}:{s}Z"
