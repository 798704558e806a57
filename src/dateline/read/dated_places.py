"""A place with its date at the head of a report, in the forms that name no agency in capitals.

"PORTO (June 6, 2016) -- ", "Porto, 14/01/2013 - ", and "PORTO, Jan. 14, 2013" on a line of its own. The date makes
these sure enough to take a place in small letters, an unknown agency and a line without a dash.
"""

from __future__ import annotations

import re

from dateline.read.head_dates import MONTH_DAY, WEEKDAY

LONGEST = 120
"""Characters from the place to the dash."""
_TITLED = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+"
_NO_DAY = r"(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)[A-Za-z]{0,6}\b\.?,?\s)"
_PLACE = (
    rf"{_TITLED}(?:[ /](?:(?:de|of|the|al|el|la)\s)?{_NO_DAY}{_TITLED}){{0,3}}"
    rf"(?:,\s{_NO_DAY}{_TITLED}(?:\s{_NO_DAY}{_TITLED}){{0,2}})?"
)
_DAY = re.sub(r"\?P<\w+>", "?:", MONTH_DAY.pattern)
_NUMBERS = r"\d\d?[/.]\d\d?[/.](?:19|20)\d\d(?!\d)|(?:19|20)\d\d-\d\d-\d\d(?!\d)"
_END = r"(?P<dash>\s*(?:--?|[–—―_:])(?=\s|[\"“‘`A-Z])\s*)|[.:]?\s*$"

_DATED = re.compile(
    rf"""\(? (?P<place>{_PLACE}) (?P<comma> ,\s )? (?: \s?\(\s? | \s | \s?(?:--?|[–—|])\s )?
         (?:{WEEKDAY})? (?P<day>{_DAY}|{_NUMBERS}) \s?\)? ,?
         (?:\s?[(/]\s?(?P<by>[A-Z][^()/\n]{{1,40}}?)\s?[)/])? (?:{_END})""",
    re.VERBOSE,
)
_TOWN = re.compile(rf",\s(?P<place>{_TITLED}(?:[ ]{_TITLED}){{0,2}})\.?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_PLACE = re.compile(
    r"(?i:updated?|posted|published|date|issued|last|first|on|by|from|since|until|correction|corrected|opinion|edition"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|photos?|pictures?|file|archive|copyright|"
    r"jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b"
)


def dated_place(text: str, at: int, end: int) -> re.Match[str] | None:
    """The place with its date that begins at ``at``; groups ``place``, ``day``, ``by``. None without one."""
    found = _DATED.match(text, at, min(end, at + LONGEST))
    if not found or _NO_PLACE.match(found["place"]):
        return None
    if not found["dash"] and found.end() < end:  # the search was cut off, not the line
        return None
    if text[found.end() : min(end, found.end() + 1)].islower():
        return None
    full = _YEAR.search(found["day"])
    capitals = found["place"].split(",")[0].isupper()
    return found if full or capitals or (found["dash"] and (found["by"] or found["comma"])) else None


def town_behind(text: str, at: int, end: int) -> tuple[int, int] | None:
    """The town that fills a date line behind its date (", Porto", " - Porto -"); None where something else follows."""
    found = _TOWN.match(text, at, end)
    return found.span("place") if found and not _NO_PLACE.match(found["place"]) else None
