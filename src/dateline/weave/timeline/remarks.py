"""What a sentence tells beside the news: a comment, an opinion, colour."""

from __future__ import annotations

import re

from dateline.text.patterns import late

_COMMENTS = frozenset(
    """describe hail condemn criticise criticize praise attack blame insist vow compare mock dismiss defend slam
    denounce deride lash label brand welcome complain predict hint joke suggest argue lament applaud ridicule
    tease quip muse scoff sneer rail decry rebuke scold bemoan liken mourn salute speculate wonder speak react
    repeat restate reiterate boast brag trumpet taunt cite frame tear hype hyp tout trade swipe jab rip
    express chastise wish laud downplay scorn blast""".split()
)
"""Verbs of those who comment on what others do."""

_COLOUR = frozenset(
    "gather wait await get look attend dress smile flock queue cheer line walk stroll pose wave delve sip dine chat"
    " weep sob tweet preview".split()
)
"""Verbs of what goes on beside an event."""

_DEMANDS = frozenset("urge demand appeal challenge accuse ask".split())
"""Verbs of those who want something of others; what one whom the story is about wants is its news."""

_CALLS_FOR = late(r"\w+ (?:today |yesterday |last night |on \w+ )?(?:for|on) [^.;,]{3,60} to [a-z]+")
"""The same of "called", which may also open a meeting: "called for the press to leave him alone"."""

_IN_QUOTES = re.compile(r"\w+[^\"“:.]{0,60}: [\"“]")
"""A verb that leads to somebody's words."""

QUOTED = late(r"[\"“][^\"“”]*[\"”]")
_DEED_SAID = re.compile(
    r"\b(?:(?:(?<!the )will|would)"
    r"(?! (?:keep|continue|remain|stick|stay|always|never|soon|release|announce|publish|have an?)\b"
    r"| not (?:retreat|yield|surrender|bow|budge|compromise|waver|relent|back down|give (?:in|up|way))\b)"
    r"|(?:is|are|was|were) (?:(?!study|consider|look|draw|explor|mull|hop|try)\w+ing|\w+ed|to|\w*guilty|innocent))\b"
)
"""What is said is done or will be."""

_DONE = late(
    r"[^“”\"]*\b(?:(?:has|have|had) (?:\w+ly |now )?(?:been )?(?!damaged\b|hurt\b|become\b|made\b)"
    r"|(?:was|were) (?:\w+ly )?(?:been )?)"
    r"(?:\w{2,}ed|given|taken|held|found|shot|sent|left|lost|won|met|fled|quit|hit|cut|put|set|sold|bought|begun|broken)\b",
    re.IGNORECASE,
)
_CONFIRMED = late(
    r", [^,“”\"]*?\b(?:authorities|police|prosecutors?|officials?|officers?|spokes\w+|offices?|family|government"
    r"|ministers?|ministry|palace|army|military|militia|embassy|agency|court|lawyers?|company|hospital|doctors|television|radio|party"
    r"|aides?|commission|brother|sister|father|mother|wife|husband|son|daughter|uncle|manager|agent|publisher|it was)"
    r" (?:said|confirmed|announced)(?: (?:today|yesterday|tonight|last night|on \w+|this \w+))?\W*$",
    re.IGNORECASE,
)
"""At the sentence's end, that those say it who have to know."""

_STAYS_AWAY = late(
    r"\bwill not (?:attend|lead|join|go to|be at|take part)\b[^.;]{0,60}\b(?:conference|summit|meeting|talks|forum)\b"
)

_FEELS = late(
    r"\b(?:he|she|they|it|I) (?:was|were|is|are|felt|feels?) (?:\w+ly |very )?(?:optimistic|confident|hopeful"
    r"|pleased|happy|delighted|disappointed|sure|certain|satisfied|concerned|worried|proud|sorry|sad|surprised)\b"
)

_TRIES = frozenset("try attempt seek aim struggle scramble look strive hope".split())
_TRIED = late(r"\w+ (?:today |yesterday |on \w+ )?to (?:\w+ly )?(?P<what>\w+)")
_TO_SWAY = _COMMENTS | frozenset(
    """deflect distance undermine convince persuade reassure quell calm downplay play quash ease soothe defuse
    allay shrug cast rally woo court exploit capitalise capitalize portray paint position present discredit
    shore appease placate regain soften burnish bolster boost draw turn shift steer stem counter rebut refute
    distract heal repair bury""".split()
)
"""What somebody tries to do to what others think."""

_ASKS_FOR_ONE = late(r"\w+ (?:an? )?(?:\w+ )?(?:inquiry|investigation|recount|retrial|resignation)\b")
_NO_MORE_THAN_TALK = late(r"\w+ (?:\w+ )?(?:claims|rumours|rumors|speculation|suggestions|criticism)\b")
_WARNS_AGAINST = late(r"\w+ [^,;.]{0,60}\b(?:against|not to)\b")
AT_ITS_END = 25
"""Characters of a sentence's end in which "he said" stands after what was said."""

_BEGINS = frozenset("begin open start launch".split())
_BY_SAYING = late(
    r"[^;.\"“]{0,90}\bby (?:claiming|suggesting|insisting|arguing|joking|comparing|likening|branding|describing|mocking"
    r"|attacking|denouncing|criticising|criticizing|accusing|saying|warning|hinting|boasting|predicting"
    r"|calling (?!on|for|an? ))\b"
    r"|[^;.\"“]{0,90}\bwhen (?:he|she|they) (?:claimed|suggested|insisted|argued|joked|compared|predicted|hinted)\b"
)
"""A deed that is only words: "escalated the dispute by claiming"."""

_SHOULD = late(r"\w+ [^\"“;.]{0,90}\b(?:should|ought to)\b(?![^.;\"“]*\b(?:will|would)\b)")
_CLAIMS = late(r"\w+ (?:today |yesterday |last night |on (?:\d+ )?\w+ )?(?:that|he|she|it)\b")
_INTERVIEW = late(
    r"\b[Ii]n (?:an?|his|her|the) (?:\w+ )?interview\b|\b(?:told|with) reporters\b"
    r"|\btold (?:the )?(?:A[FP]P?|Reuters|CNN|BBC|Sky|NBC|CBS|ABC|Fox|Associated Press|Press Association)\b"
)
_OPINION = late(
    r"\bexpress(?:ed|es|ing) (?:\w+ ){0,2}(?:concerns?|frustration|regrets?|doubts?|hopes?|fears?|confidence|dismay"
    r"|anger|optimism|support|sympathy|surprise)\b|\bwarn(?:ed|s) (?:[\w ]{0,30})?against\b"
    r"|^[^,;]{0,90}\b(?:ripped|slammed|blasted|hailed|praised|lambasted|lashed out|criticized|criticised|derided)\b"
    r"|\b[Ii]n (?:an?|his|her|the) (?:\w+ )?interview\b|\bpicked through\b|\bsparred\b"
    r"|\bsuggest(?:ed|s) (?:\w+ )?that\b|\btraded (?:barbs|blame|insults)\b"
    r"|\b(?:told|said|says|told reporters)\b[^,;]{0,90}\b(?:must|should|ought to|needs? to|need to)\b"
    r"|^[^,;]{0,70}\b(?:must|should|ought to|needs? to)\b[^\"“]*, [^,]{0,90}\b(?:said|says|argued|told)\b"
)
_IN_COURT = re.compile(
    r"\b(?:court(?:room)?|trial|hearing|inquest|jury|jurors|prosecution|[Jj]udge|closing statements)\b"
)
"""Where what is said is the news, and is of the case though it names nobody."""


def in_court(text: str) -> bool:
    """Whether it is told in a court: there what is said is the news, and of the case though it names nobody."""
    return bool(_IN_COURT.search(text))


def is_colour(lemma: str) -> bool:
    """Whether a verb tells what goes on beside an event."""
    return lemma in _COLOUR


def only_comments(lemma: str, text: str, after: int, *, by_them: bool) -> bool:
    """Whether somebody only says what they think: a verb of commenting, of wanting something of others where it is not
    ``by_them`` whom the story is about, or of saying how things are, not what is done. ``after``: where the verb is."""
    if lemma in _TRIES and (tried := _TRIED.match(text, after)) and tried["what"] in _TO_SWAY and not in_court(text):
        return True
    if (lemma == "demand" and _ASKS_FOR_ONE.match(text, after)) or (lemma in ("ask", "appeal") and in_court(text)):
        return False
    demands = lemma in _DEMANDS or (lemma == "call" and _CALLS_FOR.match(text, after) is not None)
    if lemma in _COMMENTS or (demands and not by_them) or _IN_QUOTES.match(text, after):
        return True
    if lemma in ("say", "tell") and (_INTERVIEW.search(text) or _FEELS.search(text, after)):
        return True
    if lemma not in _BEGINS and _BY_SAYING.match(text, after):
        return True
    if lemma == "reject" and _NO_MORE_THAN_TALK.match(text, after) and not in_court(text):
        return True
    if lemma == "warn" and _WARNS_AGAINST.match(text, after):
        return True
    if lemma in ("claim", "allege") and _CLAIMS.match(text, after):
        return not in_court(text)
    if lemma in ("say", "tell") and _SHOULD.match(text, after) and not in_court(text):
        return True
    if is_confirmed(text) and _DONE.match(text):
        return False
    first = after if len(text) - after > AT_ITS_END else 0
    return lemma in ("say", "tell") and not _DEED_SAID.search(text, first) and not in_court(text)


def is_confirmed(text: str) -> bool:
    """Whether what a sentence tells is said by those who have to know: "Lee will resign, his brother said today"."""
    return _CONFIRMED.search(text) is not None


def gives_opinion(text: str) -> bool:
    """Whether somebody only tells what they think, what others should do or what they will not come to, in any story;
    outside quotation marks."""
    return _OPINION.search(QUOTED.sub("", text)) is not None or _STAYS_AWAY.search(text) is not None
