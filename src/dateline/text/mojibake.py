"""Text that was UTF-8 and has been read as Western European once ("Annâ€™s"), or marked up twice ("R&amp;B").

What reports say is kept and cited as it stands; only what is shown as a line of its own is put right.
"""

from __future__ import annotations

import html
import re

from dateline.text.patterns import late

_SIGNS = ("â€", "Ã", "Â")
"""One of them stands in whatever is put right, and in few texts besides."""

_MARKS = {"™": "’", "˜": "‘", "œ": "“", "\ufffd": "”", "\x9d": "”", "“": "–", "”": "—", "¦": "…", "¢": "•"}
"""The last byte's character -> the mark; 9D is none in Western European and often lost."""

_MARK = late(r"â€\s?(?P<last>[™˜œ\ufffd\x9d“”¦¢])")
"""A tokeniser or a line's end may have come between the characters."""

_REFERENCE = late(r"&(?:amp|quot|apos|nbsp|[lr][sd]quo|[nm]dash|pound|euro|#\d{2,4});")
_APOSTROPHE = late(r"(?<=\w)’\s(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=s)\s’(?=\s)")
_CLOSING = late(r"\s(?=”)")
_LETTER = late(r"(?:Ã\s?(?P<letter>[\u00a1-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])|Â(?P<sign>[\u00a0-\u00bf]))")


def as_meant(text: str) -> str:
    """``text`` with the marks and letters that its bytes meant, where that is beyond doubt; most texts as they are."""
    if "&" in text:
        text = _REFERENCE.sub(lambda found: html.unescape(found[0]), text)
    if not any(sign in text for sign in _SIGNS):
        return text
    mended = _MARK.sub(lambda found: _MARKS[found["last"]], text)
    if mended != text:
        mended = _CLOSING.sub("", _APOSTROPHE.sub("’", mended))
    return _LETTER.sub(_letter, mended)


def _letter(found: re.Match[str]) -> str:
    if found["sign"]:
        return found["sign"]
    return (b"\xc3" + found["letter"].encode("cp1252")).decode()
