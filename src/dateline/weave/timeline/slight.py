"""Verbs that tell little by themselves, and what they tell with the words beside them."""

from __future__ import annotations

import re

from dateline.text.calendar import WEEKDAY
from dateline.text.patterns import late

_CAME_AFTER = re.compile(r"\w+ (?:just |only )?(?:\w+ \w+ )?(?:after|amid|as|despite|at a time|when)\b")
_TALKS = re.compile(r"held (?:[a-z]+ )?(?:talks|meetings?|discussions)\b|met\b")
_TALKS_ON = re.compile(
    rf"\b(?:about|over|to|for|as|amid|ahead|after|before|aimed|during|in an?|on (?!{WEEKDAY}|\d)|when|first|historic)\b"
)
"""Talks, and what they are for."""

_MEETS = re.compile(r"[^,.;]*\bm(?:eets?|et) (?:(?!\b(?:to|for|on|over|about|as|after|amid|first)\b)[^,.;])*\.?")

_BRIEFLY = re.compile(r"\w+ (?:early|for (?:the day|lunch|the weekend|the night)|until tomorrow)\b")
"""After "adjourned": till the next sitting."""

_IN_TEARS = re.compile(
    r"\w+ down (?:and |in |\w+ )*(?:tears|wept|cried|sobb\w+|weep\w*|cry\w*)\b(?![^.;]* after being\b)"
)
_ARRIVES = frozenset("arrive fly travel land".split())
_TRAVELS = _ARRIVES | frozenset("head leave set embark depart".split())
_SETS_OFF = re.compile(r"(?:arrives|flies|travels|lands|heads|leaves|sets|embarks|departs)\b")
_TODAY = re.compile(r"\b(?:[Tt]oday|[Tt]onight)\b")
_TO_COME = re.compile(r"(?:meets|visits|addresses|hosts|faces? off)\b")
"""With "today": what a paper tells of its own day is still to come."""

_FOR_WHAT_COMES = re.compile(
    r"[^.;]{0,80} (?:for|ahead of|before) [^.;,]{0,50}"
    r"\b(?:summit|talks|visit|tour|debut|conference|congress|funeral|meetings?)\b"
    r"(?![^.;]*\band (?!admitted|warned|insisted|urged|promised)[a-z]+ed\b)"
    r"|[^.;]{0,60} to (?:bolster|shore up|support|show|reassure|lobby)\b"
)
"""Come for what is the news of the day after."""

_SAID_WHAT = re.compile(
    r"\b(?:that|to [a-z]+|of|about|he|she|it|they|there|will|would|was|is|are|were|has|had|how|why)\b|[\"“:]"
)
_DOES = late(
    r"(?:was|were|been|be)(?: (?:today|yesterday|last night|tonight|also|finally|later|\w+ly))+ "
    r"(?!described|praised|hailed|mocked|likened|compared|branded|dubbed)(?:\w+ed|\w+en|\w{2,}own|\w+ung|\w+ought|made|held|sent|left|put|set|told|found|hit|cut|shot|won|lost|built)\b"
    r"|(?:was|were) (?:today|yesterday|last night|tonight) \w+ing\b[^;.]*\b(?:after|when) (?!he\b|she\b|they\b|it\b)"
    r"|carried (?:\w+ )?out\b|held (?:\w+ ){0,3}?(?:meeting|summit|ceremony|funeral|vote|hearing|rally)\b"
    r"|found [^,;.]{2,60}\bguilty\b|t(?:akes|ook) (?:office|over|power|control|the oath|part|the stand)\b"
    r"|t(?:akes|ook) (?:the|a|his|her|its|their) (?:\w+ )?(?:lead|jersey|title|gold|silver|bronze|crown|medal)\b"
    r"|fac(?:ed|es) (?:an? |the )?(?:\w+ ){0,4}?(?:walkouts?|outbursts?|protests?|charges|accusations|trial|revolt"
    r"|rebellion|inquiry|investigation|calls|demands|jeers)\b"
    r"|walk(?:ed|s) (?:free|out)\b"
    r"|appear(?:ed|s) (?!to )(?:[\w-]+ ){0,4}?(?:before|in|at) (?:[\w’'-]+ ){0,5}?"
    r"(?:court|judge|tribunal|magistrates?)\b"
    r"|ran (?:for|against)\b|stood (?:down|trial|for)\b|made (?:his|her|its|their) (?:first|debut)\b"
)
"""What verbs of state do with the words beside them: "was today appointed", "carried out", "took office"."""


def does(text: str, head: int, end: int) -> bool:
    """Whether the verb at ``head``, one of those that tell how things are, tells a deed with the words after it."""
    return head >= 0 and _DOES.match(text, head, end) is not None


def says_nothing(lemma: str, text: str, after: int, *, said: bool) -> bool:
    """Whether somebody only spoke, or something only came: "Lee told a crowd in Arden on Monday"."""
    if _TO_COME.match(text, after) and _TODAY.search(text):
        return True
    if lemma == "come":
        return bool(_CAME_AFTER.match(text, after))
    if lemma in _TRAVELS:
        return bool(
            (_SETS_OFF.match(text, after) and _TODAY.search(text))
            or (lemma in _ARRIVES and _FOR_WHAT_COMES.match(text, after))
        )
    if lemma == "break":
        return _IN_TEARS.match(text, after) is not None
    if lemma == "adjourn":
        return _BRIEFLY.match(text, after) is not None
    if lemma in ("hold", "meet") and _TALKS.match(text, after):
        return not _TALKS_ON.search(text, after)
    return said and lemma in ("tell", "say", "speak") and not _SAID_WHAT.search(text, after)


def only_meets(text: str) -> bool:
    """Whether a line tells no more than that somebody met somebody: "The minister meets the firm's men"."""
    return _MEETS.fullmatch(text.strip()) is not None
