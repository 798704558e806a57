"""What a sentence tells beside the news: a comment, colour, or that somebody spoke."""

from __future__ import annotations

import re

from dateline.text.calendar import WEEKDAY

_COMMENTS = frozenset(
    """describe hail condemn criticise criticize praise attack blame insist vow compare mock dismiss defend slam
    denounce deride lash label brand welcome complain predict hint joke suggest argue lament applaud ridicule
    tease quip muse scoff sneer rail decry rebuke scold bemoan liken mourn salute speculate wonder speak react
    frame tear hype tout trade swipe jab rip""".split()
)
"""Verbs of those who comment on what others do."""

_COLOUR = frozenset("gather wait await get look dress smile flock queue cheer line".split())
"""Verbs of what goes on beside an event."""

_DEMANDS = frozenset("urge demand appeal challenge accuse ask".split())
"""Verbs of those who want something of others; what one whom the story is about wants is its news."""

_IN_QUOTES = re.compile(r"\w+[^\"“:.]{0,60}: [\"“]")
"""A verb that leads to somebody's words."""

_DEED_SAID = re.compile(r"\b(?:will|would|(?:is|are|was|were) (?:\w+ing|\w+ed|to|\w*guilty|innocent))\b")
"""What is said is done or will be."""

_IN_COURT = re.compile(
    r"\b(?:court(?:room)?|trial|hearing|inquest|jury|jurors|prosecution|[Jj]udge|closing statements)\b"
)
"""Where what is said is the news, and is of the case though it names nobody."""

_CAME_AFTER = re.compile(r"\w+ (?:just |only )?(?:\w+ \w+ )?(?:after|amid|as|at a time|when)\b")
_TALKS = re.compile(r"held (?:[a-z]+ )?(?:talks|meetings?|discussions)\b|met\b")
_TALKS_ON = re.compile(
    rf"\b(?:about|over|to|for|as|amid|ahead|after|before|aimed|during|in an?|on (?!{WEEKDAY}|\d)|when|first|historic)\b"
)
"""Talks, and what they are for."""

_SAID_WHAT = re.compile(
    r"\b(?:that|to [a-z]+|of|about|he|she|it|they|there|will|would|was|is|are|were|has|had|how|why)\b|[\"“:]"
)

_FEATURE = re.compile(
    r"There (?:is|are|was|were)\b|Now that\b|Besides\b|Come [A-Z]|On the heels of\b|Dressed in\b|Proclaiming\b"
    r"|Coming off\b|Worse was\b|Forget\b|Welcome to\b|Imagine\b|Meet [A-Z]|.{0,40}\bEditorial, "
    r"|\d{1,2}[.:]\d\d ?[ap]m: |.{0,90}, \d{4} The [A-Z]"
)
"""How features, comments, running reports and dated headlines open."""

_GUESSES = re.compile(r"\b(?:cannot|can['’]t|must) have been\b|\b(?:was|were|is|are) indeed\b")


_DOES = re.compile(
    r"(?:was|were|been|be)(?: (?:today|yesterday|last night|tonight|also|finally|later|\w+ly))+ "
    r"(?:\w+ed|\w+en|\w{2,}own|\w+ung|\w+ought|made|held|sent|left|put|set|told|found|hit|cut|shot|won|lost|built)\b"
    r"|carried (?:\w+ )?out\b|held (?:\w+ ){0,3}?(?:meeting|summit|ceremony|funeral|vote|hearing|rally)\b"
    r"|found [^,;.]{2,60}\bguilty\b|t(?:akes|ook) (?:office|over|power|control|the oath|part|the stand)\b"
    r"|ran (?:for|against)\b|stood (?:down|trial|for)\b|made (?:his|her|its|their) (?:first|debut)\b"
)
"""What verbs of state do with the words beside them: "was today appointed", "carried out", "took office"."""


def does(text: str, head: int, end: int) -> bool:
    """Whether the verb at ``head``, one of those that tell how things are, tells a deed with the words after it."""
    return head >= 0 and _DOES.match(text, head, end) is not None


def is_feature(text: str) -> bool:
    """Whether a sentence opens as features, comments and running reports do, or guesses how something was."""
    return bool(_FEATURE.match(text) or _GUESSES.search(text))


def in_court(text: str) -> bool:
    """Whether it is told in a court: there what is said is the news, and of the case though it names nobody."""
    return bool(_IN_COURT.search(text))


def is_colour(lemma: str) -> bool:
    """Whether a verb tells what goes on beside an event."""
    return lemma in _COLOUR


def only_comments(lemma: str, text: str, after: int, *, by_them: bool) -> bool:
    """Whether somebody only says what they think: a verb of commenting, of wanting something of others where it is not
    ``by_them`` whom the story is about, or of saying how things are, not what is done. ``after``: where the verb is."""
    if lemma in _COMMENTS or (lemma in _DEMANDS and not by_them) or _IN_QUOTES.match(text, after):
        return True
    return lemma in ("say", "tell") and not _DEED_SAID.search(text, after) and not in_court(text)


def says_nothing(lemma: str, text: str, after: int, *, said: bool) -> bool:
    """Whether somebody only spoke, or something only came: "Lee told a crowd in Arden on Monday"."""
    if lemma == "come":
        return bool(_CAME_AFTER.match(text, after))
    if lemma in ("hold", "meet") and _TALKS.match(text, after):
        return not _TALKS_ON.search(text, after)
    return said and lemma in ("tell", "say", "speak") and not _SAID_WHAT.search(text, after)
