"""Newspapers, agencies and stations by the form of their names: "The Kelvar Courier", "Coast Broadcasting"."""

from __future__ import annotations

import re

from dateline.read.agencies import NAMES, canonical

LONGEST = 60
"""Characters. A masthead or an agency's line is a name and perhaps a town."""

_NOUN = (
    r"(?:Courier|Sentinel|Ledger|Times|Herald|Post|Gazette|News|Agency|Broadcasting|Wire|Press|Radio|Television|TV|Tribune"
    r"|Chronicle|Observer|Examiner|Journal|Telegraph|Mirror|Dispatch|Record|Globe|Mail|Express|Star|Register|Inquirer"
    r"|Independent|Guardian|Standard|Echo|Bulletin|Argus|Beacon|Mercury|Monitor|Reporter|Advertiser|Review|Newswire"
    r"|Newspapers|Leader|Citizen|Bee|Sun|Today|Online|Newsroom|Media|Network|Advocate|Enquirer|Banner|Weekly|Daily)"
)
_SURE = (
    r"(?:Courier|Sentinel|Ledger|Times|Herald|Gazette|News|Broadcasting|Wire|Press|Radio|Television|TV|Tribune|Chronicle"
    r"|Examiner|Telegraph|Dispatch|Inquirer|Newswire|Newspapers|Newsroom|Enquirer|News\sAgency)"
)
_WORD = r"[A-ZÀ-Þ][\w’'-]*"
_TOWN = rf"(?:,\s{_WORD}(?:[ -]{_WORD}){{0,2}})?"
_THE = rf"(?:The|THE)\s(?:{_WORD}[ -]){{0,4}}{_NOUN}"
_DAILY = rf"(?:The\s)?(?:Daily|Sunday|Evening|Morning|Weekly)\s{_WORD}(?:\s{_WORD})?"
_PLAIN = (
    rf"(?:(?:{_WORD}[ -])(?:(?:{_WORD}|and|&|of)[ -]){{0,3}}(?:{_SURE}|Agency|Post|Network|Media)"
    rf"|Radio\s{_WORD}(?:\s{_WORD})?)"
)
_NAME = re.compile(rf"(?P<name>{_THE}|{_DAILY}|{_PLAIN})(?:\s(?:Service|Group|Online|International|Network))?$")
_LINE = re.compile(rf"(?P<name>{_THE}|{_DAILY}|{_PLAIN}){_TOWN}$")
_UPPER_LINE = re.compile(rf"(?:THE\s)?(?:[A-Z'-]+\s){{1,3}}{_SURE.upper().replace(chr(92) + 'S', chr(92) + 's')}$")
_ROLE = re.compile(
    r"(?:^|\s)(?:Editor|Correspondent|Writer|Reporter|Columnist|Staff|Bureau|Desk|Chief|Contributor|Analyst|Team)s?$"
)


def named(words: str) -> str | None:
    """The outlet's name where ``words`` are one and nothing else: known, or by its form; else None."""
    bare = " ".join(words.split()).strip("()[]")
    if bare.lower() in NAMES:
        return canonical(bare)
    return bare if len(bare) <= LONGEST and _NAME.match(bare) else None


def line(words: str, *, sure: bool) -> str | None:
    """The outlet that a whole line names, a town perhaps behind it; None where it is something else.

    ``sure``: whether the line's place speaks for an outlet's (under a byline, over a headline). Without it, a line
    must begin with "The" or be of three words at most, since a headline may end in such a word too.
    """
    bare = " ".join(words.split())
    if len(bare) > LONGEST or not bare[:1].isupper():
        return None
    found = _LINE.match(bare)
    if found:
        name = found["name"]
        return name if sure or name.startswith("The ") or len(name.split()) <= 3 else None
    return bare if sure and _UPPER_LINE.match(bare) else None


def is_person(name: str) -> bool:
    """Whether what a byline lists is somebody, and no office or outlet ("Political Correspondent")."""
    return not (_ROLE.search(name) or name.startswith(("The ", "THE ")) or named(name))
