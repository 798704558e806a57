"""Who made a report, as it says so: bylines, sign-offs, picture captions and credit lines."""

from __future__ import annotations

import re

from dateline.read import outlets
from dateline.read.agencies import AGENCY, PICTURE, canonical

_NAME = r"[A-ZÀ-Þ][\w.’'-]+(?:\s(?:(?:de|van|von|der|den|bin|al|el|la|di|da)\s)*(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'-]+)){1,3}"
_AND = r"(?:\s*,\s+and\s+|\s+and\s+|\s*,\s+|\s*&\s+)"
_OUTLET = r"(?:CNN|BBC(?:\sNews)?|Reuters|REUTERS|AFP|AP|Associated\sPress|PA|UPI|Bloomberg(?:\sNews)?|NPR|NBC|CBS)"
_STAFF = rf"(?:the\s+)?{_OUTLET}(?:\s(?:Wire|News|Online))?\s[Ss]taff(?:\s[Ww]riters?|\s[Rr]eporters?)?"
_ROLE = r"(?:[A-Z][\w-]*\s(?:(?:and|of|for)\s)?){0,4}(?:Editor|Correspondent|Writer|Reporter|Columnist)"
BYLINE = re.compile(
    rf"""(?:By|BY|by)[ ](?:(?:the[ ])?{_STAFF}$|(?P<names>{_NAME}(?:{_AND}{_NAME})*)
         (?P<rest>(?:,\s|\s*\|\s*|\s+in\s+|\s+of\s+|\s+for\s+|\s+-\s+)[^.\n]{{1,80}})?)\.?$""",
    re.VERBOSE,
)
"""A whole line: "By Ann Lee and Bo Diaz", "By Ann Lee, Health Editor", "By Ann Lee in Doha"."""

BYLINE_UNDER_HEADLINE = re.compile(
    rf"(?P<names>{_NAME}(?:{_AND}{_NAME})*)(?:\sin\s[A-ZÀ-Þ][\w ,.’'-]{{2,40}}|,\s(?P<rest>{_ROLE}|{_OUTLET}))$"
    r"|(?i:from\s+)?(?i:(?:by\s+)?(?:our|a)\s+(?:own\s+|staff\s+|special\s+)?(?:correspondent|reporter|writer))s?\b[^.\n]{0,40}$"
)
"""A line under a headline that names who wrote without saying "By": "Ann Lee in Doha", "From our own correspondent"."""

BYLINE_HEAD = re.compile(
    rf"(?:By|BY)\s(?:{_STAFF}|(?P<names>{_NAME}(?:\s+and\s+{_NAME})?),\s(?:[Ff]or\s|Special to\s)?"
    rf"(?:{_OUTLET}|{_ROLE}))\b[,\s]+"
)
"""A byline with its end marked, glued to the story: "By Ann Lee, CNN Protesters have ..."."""

BYLINE_TAIL = re.compile(rf"\bBy (?P<names>{_NAME}(?:{_AND}{_NAME})*)(?P<rest>,\s[^.\n]{{1,60}})?\s*$")
"""A byline at the end of the words before a dateline."""

_SIGN = r"(?:additional\s+reporting|reporting|writing|written|editing|edited|compiled|compiling)"
SIGN_OFF = re.compile(
    rf"""\((?i:{_SIGN})\s(?i:by|and)\b (?: (?:[^()\n]|\([^()\n]*\)){{3,600}}\) | [^()\n]{{3,600}}$ )
       | \((?:[a-z]{{2,4}}/)+[a-z]{{2,4}}\)$""",
    re.VERBOSE,
)
"""In brackets, or with a bracket that never closes at the end of a paragraph; or a desk's initials: "(pvs/ji)"."""

SIGN_OFF_LINE = re.compile(
    rf"(?:[-–—]+\s*)?(?i:(?:additional\s+)?reporting|editing|writing)\s+(?:and\s+\w+\s+)?(?i:by)\s+{_NAME}"
    r"(?:[^.\n]|\.(?=\s?[A-Z;,]|\w)){0,300}?(?:\)\s*|\.?$)"
)
"""A line of its own, or what is left of one: "Editing by Ann Lee)"."""

_PART = re.compile(
    rf"(?P<what>(?i:{_SIGN})(?:\s+and\s+(?i:{_SIGN}))?)\s+(?i:by):?\s+(?P<who>.*?)(?=[;,.]?\s+(?:and\s+)?(?i:{_SIGN})\b|$)"
)
NAME = re.compile(_NAME)

CAPTION = re.compile(
    rf"""(?:[.)—–|]\s|\s/\s?|\()\s*(?:{"|".join(re.escape(name) for name in PICTURE)})(?:\s?/\s?[A-Z][\w.' /-]*)?\)?$
       | (?:\b(?:Photo|PHOTO|Photograph|Picture|Image|Credit|CREDIT)(?:\sby|\scredit)?:\s?[^.\n]{{2,60}})$""",
    re.VERBOSE,
)
"""How a caption's picture credit ends the line."""
CAPTION_LABEL = re.compile(
    r"[\[(]?\s?(?i:(?:file|in)\s)?(?:Photo|PHOTO|Picture|PICTURE|Pictured|Caption|CAPTION|Image|IMAGE|Graphic|GRAPHIC)"
    r"(?i:graph)?(?:\s(?i:caption))?:\s"
    r"|\[(?i:(?:file\s)?(?:photo|picture|image|video|map|graphic|chart))\b"
)
"""What a caption's line may begin with."""
LONGEST_CAPTION = 500
LONGEST_CREDIT = 120

PICTURE_CREDIT = re.compile(
    rf"""\((?:By[ ])?{_NAME}(?:[ ]and[ ]{_NAME})?[ ]?(?:--?|–|—|/|,|[ ]for)[ ]?[A-Z][^().\n]{{1,40}}\)\s
       | (?:Photo|PHOTO|Photograph|Picture):[ ](?:{_NAME}[ ]?/[ ]?)?
         (?:{_OUTLET}|Getty[ ]Images|Getty|EPA|Rex[ ]Features)\b\s
    """,
    re.VERBOSE,
)
"""A picture's credit glued to the front of a paragraph: "(By Ann Lee -- Reuters) The probe ..."."""

CREDIT_LINE = re.compile(
    r"""(?:©|\(c\)|\(C\)|Copyright)\s[^\n]{3,110}$
       | (?:Photo|PHOTO|Photograph|Picture|Image|Credit|CREDIT|Source|SOURCE)s?(?:\sby|\scredit)?:\s?[^.\n]{2,60}$
       | [^.\n]{3,60}/(?:Handout|Getty\sImages|AFP|Reuters|REUTERS|EPA|AP)(?:/[\w ]+)?$""",
    re.VERBOSE,
)
_AGENCY = re.compile(rf"\b{AGENCY}\b")


def byline_names(names: str) -> tuple[str, ...]:
    """The people in a byline's names, as printed; its outlets and offices are none."""
    found = (" ".join(name.split()) for name in NAME.findall(names))
    return tuple(name for name in found if outlets.is_person(name))


def reporters(sign_off: str) -> tuple[str, ...]:
    """Who reported or wrote, from a sign-off line; who edited or compiled is left out."""
    found: list[str] = []
    for part in _PART.finditer(sign_off.strip("() .\n")):
        what = part["what"].lower()
        if "reporting" in what or "writ" in what:
            for chunk in re.split(r"\s+in\s+[A-Z][\w., ’'-]*?(?=\s+and\s+|;|$)", part["who"]):
                found.extend(name for name in byline_names(chunk) if name not in found)
    return tuple(found)


def outlet_in(byline: str) -> str | None:
    """The outlet that a byline names: a known agency, or one of its parts that is an outlet by its form."""
    known = agency_in(byline)
    if known is None:
        for part in re.split(r",\s+|\s*\|\s*|\s+-\s+|\s+(?:for|of)\s+", byline.rstrip(". "))[1:]:
            known = known or outlets.named(part)
    return known


def agency_in(words: str) -> str | None:
    """The last agency named in a caption's credit or a credit line, by its name to show."""
    found = _AGENCY.findall(words)
    return canonical(found[-1]) if found else None
