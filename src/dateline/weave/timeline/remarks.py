"""What a sentence tells beside the news: a comment, colour, or that somebody spoke."""

from __future__ import annotations

import re

from dateline.text.calendar import WEEKDAY
from dateline.text.patterns import late

_COMMENTS = frozenset(
    """describe hail condemn criticise criticize praise attack blame insist vow compare mock dismiss defend slam
    denounce deride lash label brand welcome complain predict hint joke suggest argue lament applaud ridicule
    tease quip muse scoff sneer rail decry rebuke scold bemoan liken mourn salute speculate wonder speak react
    restate reiterate boast brag trumpet taunt frame tear hype hyp tout trade swipe jab rip
    express chastise wish laud downplay scorn blast""".split()
)
"""Verbs of those who comment on what others do."""

_COLOUR = frozenset(
    "gather wait await get look dress smile flock queue cheer line walk stroll pose wave delve sip dine chat weep sob"
    " tweet preview".split()
)
"""Verbs of what goes on beside an event."""

_DEMANDS = frozenset("urge demand appeal challenge accuse ask".split())
"""Verbs of those who want something of others; what one whom the story is about wants is its news."""

_IN_QUOTES = re.compile(r"\w+[^\"“:.]{0,60}: [\"“]")
"""A verb that leads to somebody's words."""

QUOTED = late(r"[\"“][^\"“”]*[\"”]")
_DEED_SAID = re.compile(r"\b(?:will|would|(?:is|are|was|were) (?:\w+ing|\w+ed|to|\w*guilty|innocent))\b")
"""What is said is done or will be."""

_TRIES = frozenset("try attempt seek aim struggle scramble look strive hope".split())
_TRIED = late(r"\w+ (?:today |yesterday |on \w+ )?to (?:\w+ly )?(?P<what>\w+)")
_TO_SWAY = _COMMENTS | frozenset(
    """deflect distance undermine convince persuade reassure quell calm downplay play quash ease soothe defuse allay shrug
    cast rally woo court exploit capitalise capitalize portray paint position present discredit shore appease placate
    regain soften burnish bolster boost draw turn shift steer stem counter rebut refute distract heal repair""".split()
)
"""What somebody tries to do to what others think."""

_ASKS_FOR_ONE = late(r"\w+ (?:an? )?(?:\w+ )?(?:inquiry|investigation|recount|retrial|resignation)\b")
_WARNS_AGAINST = late(r"\w+ [^,;.]{0,40}\bagainst\b")
AT_ITS_END = 25
"""Characters of a sentence's end in which "he said" stands after what was said."""

_BEGINS = frozenset("begin open start launch".split())
_BY_SAYING = late(
    r"[^;.\"“]{0,90}\bby (?:claiming|suggesting|insisting|arguing|joking|comparing|likening|branding|describing|mocking"
    r"|saying|warning|hinting|boasting|predicting|calling (?!on|for|an? ))\b"
)
"""A deed that is only words: "escalated the dispute by claiming"."""

_CLAIMS = late(r"\w+ (?:today |yesterday |last night |on (?:\d+ )?\w+ )?(?:that|he|she|it)\b")
_IN_COURT = re.compile(
    r"\b(?:court(?:room)?|trial|hearing|inquest|jury|jurors|prosecution|[Jj]udge|closing statements)\b"
)
"""Where what is said is the news, and is of the case though it names nobody."""

_CAME_AFTER = re.compile(r"\w+ (?:just |only )?(?:\w+ \w+ )?(?:after|amid|as|despite|at a time|when)\b")
_TALKS = re.compile(r"held (?:[a-z]+ )?(?:talks|meetings?|discussions)\b|met\b")
_TALKS_ON = re.compile(
    rf"\b(?:about|over|to|for|as|amid|ahead|after|before|aimed|during|in an?|on (?!{WEEKDAY}|\d)|when|first|historic)\b"
)
"""Talks, and what they are for."""

_BRIEFLY = re.compile(r"\w+ (?:early|for (?:the day|lunch|the weekend|the night)|until tomorrow)\b")
"""After "adjourned": till the next sitting."""

_ARRIVES = frozenset("arrive fly travel land".split())
_TRAVELS = _ARRIVES | frozenset("head leave set embark depart".split())
_SETS_OFF = re.compile(r"(?:arrives|flies|travels|lands|heads|leaves|sets|embarks|departs)\b[^.;,]{0,60} (?:today|tonight)\b")
_FOR_WHAT_COMES = re.compile(
    r"[^.;,]{0,60} (?:for|ahead of|before) [^.;,]{0,50}\b(?:summit|talks|visit|tour|debut|conference|congress|meetings?)\b"
    r"(?![^.;]*\band [a-z]+ed\b)"
)
"""Come for what is the news of the day after."""

_SAID_WHAT = re.compile(
    r"\b(?:that|to [a-z]+|of|about|he|she|it|they|there|will|would|was|is|are|were|has|had|how|why)\b|[\"“:]"
)

_FEATURE = re.compile(
    r"(?:Writing|In an? (?:article|editorial|column|op-ed|opinion piece|essay|book review)) (?:in|for|published)\b"
    r"|The [A-Z][\w ]{3,40} (?:goes|went) on to\b|.{0,70}\btells? the (?:paper|newspaper|magazine|site|blog)\b"
    r"|.{0,90}?\bc(?:omes|ame) (?:just |only )?(?:(?:a|an|two|three|\d+) \w+ )?(?:as|amid|at a time)\b"
    r"|(?:On \w+|Yesterday|Today|Then|Last night),?(?: however,)? c(?:ame|omes) (?:the|an?|word|news)\b"
    r"|(?:[^,]{0,90}, )?(?:\w+ ){0,2}(?:[Ff]ans|[Ss]upporters|[Cc]rowds) (?:\w+ ){0,3}"
    r"(?:line|queue|gather|wait|cheer)(?:e?d)?\b"
    r"|The patron saint\b|Almost as\b|As if\b|Not since\b|No sooner\b|If ever\b|Never mind\b|Gone are\b|So much for\b"
    r"|.{0,60}\b(?:has )?(?:writ(?:es|ten)|wrote) (?:an? )?(?:\w+ )?(?:comment|piece|column|article|post|blog)\b"
    r"|[^,]{0,60}\b[A-Z][\w-]+ (?:heads|jets|flies) (?:to|for|off|into|back)\b"
    r"|.*\baccording to (?:the|an?|his|her) (?:new )?(?:book|biography|memoirs?|autobiography)\b"
    r"|An? (?:\w+ )?(?:day|hearing|morning|session|week|night)\b[^,]{0,20}, (?:as|with|when)\b"
    r"|.*\bwill (?:now )?(?:see|find out|learn) (?:if|whether)\b"
    r"|There (?:is|are|was|were)\b|Now that\b|Besides\b|Come [A-Z]|On the heels of\b|Dressed in\b|Proclaiming\b"
    r"|Coming off\b|Worse was\b|Forget\b|Welcome to\b|Imagine\b|Meet [A-Z]|.{0,40}\bEditorial, "
    r"|[^,]{0,80} may have [a-z]+[^;]* but\b|Reports? (?:suggest|say|claim|that)\b"
    r"|(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+[’'](?:s )?(?:remarks|comments|words|speech|visit|statement|announcement|move)"
    r" (?:follow(?:s|ed)?|c[ao]mes?)\b"
    r"|(?:\w+ ){0,2}(?:[Pp]ictures|[Pp]hotos|[Pp]hotographs|[Ff]ootage|[Ii]mages|[Vv]ideo) (?:has|have) emerged\b"
    r"|\d{1,2}[.:]\d\d ?[ap]m: |.{0,90}, \d{4} The [A-Z]"
)
"""How features, comments, running reports and dated headlines open."""

_FIGURATIVE = late(
    r"\b(?:c[ao]mes? (?:face ?-? ?to ?-? ?face"
    r"|under (?:\w+ )?(?:scrutiny|pressure|fire|attack)(?! (?:from|after|when|over)))"
    r"|suffer(?:ed|s) an? \w+ reminder"
    r"|both barrels|clung to|raised eyebrows|helped revive|wasted no time|pulled no punches|took (?:a swipe|aim)"
    r"|(?:came|went|moved) (?:up )?(?:out swinging|on the offensive)|stole the show|in the spotlight|unleash(?:ed|es)"
    r"|evaporated|stamped (?:his|her|their|its) authority|cast (?:scorn|doubt|a shadow)|endgame loomed|launched into"
    r"|escalated (?:his|her|their|the|an?) (?:[^\s,.;]+ ){0,4}(?:rhetoric|attacks?|row|feud|dispute|standoff)|(?:to|on) (?:their|its) feet"
    r"|set up a firewall|campaign swing|reserve weapon|star power|embarked on a (?:\w+ )?campaign"
    r"|(?:paint(?:ed|s)|drew|draws) (?:an? )?(?:\w+ ){0,2}(?:portrait|picture)"
    r"|voiced (?:\w+ )?(?:scepticism|skepticism|doubts?)"
    r"|(?:brush|swat)\w* (?:aside|off)|laugh(?:ed|s) off|accusations were hurled"
    r"|(?:feud|war of words|spat|row|rivalry)\b[^,.;]{0,60} (?:intensif|escalat|deepen|erupt)\w+|open conflict"
    r"|shots? (?:\w+ ){0,2}across|pa(?:id|ys) tribute"
    r"|(?:f(?:ired|ires)|str(?:uck|ikes)|hits?) back|well placed|continu(?:ed|es) to face|in a slip-up|out of the blue|last the world saw|double act|line of attack"
    r"|launch(?:ed|es) (?:an? )?(?:outspoken|angry|scathing|furious|withering|blistering|stinging|extraordinary|personal"
    r"|full-blooded|vigorous|savage|bitter|veiled|verbal) [\w-]+"
    r"|shrug(?:ged|s) off|br(?:oke|eaks|oken) (?:\w+ ){0,3}silence|blitz(?:ed|es)"
    r"|offer(?:s|ed)? an? (?:\w+ )?(?:portrait|glimpse|insight|picture|snapshot)"
    r"|heated (?:debate|exchange|argument)|g(?:ave|ives) an? (?:\w+ )?interview(?![^.;]* \w+ing\b)"
    r"|(?:became|becomes) the latest (?:\w+ ){0,3}to (?:speak|criticise|criticize|condemn|complain|question)"
    r"|grand billing|almost overnight|lengthy rant|roared into"
    r"|spent (?:christmas|easter|new year)|celebrated (?:his|her) \w+ birthday"
    r"|in a theme echoed|presented conflicting|sparing a thought|public scolding|not so \w+ after all)\b",
    re.IGNORECASE,
)
"""Figures of speech in which comments and features tell what a report tells as a deed."""

_MOOD = late(
    r"(?:[\w’'-]+ ){0,3}?(?:tensions?|pressure|fears?|hopes?|anger|speculation|concerns?|doubts?|criticism|controversy"
    r"|outrage|momentum|confusion|clamour)\b[^,.;]{0,50}? (?:rose|grew|mount|deepen|intensif|increas|heighten|fade|erupt"
    r"|spread|subsid|escalat|gather|swirl)\w*(?![^.;]* after\b)",
    re.IGNORECASE,
)
"""What people felt, told as the news."""

_JUDGING = late(
    r"\b(?:shambolic|confused|folksy|folsky|punchy|hawkish|combative|sprawling|frenzied|baffled|intrigued|amazed"
    r"|outmoded|bizarre|farcical|risible|laughable|absurd|ludicrous|preposterous|hilarious|cringeworthy|toe-curling"
    r"|majestic|imperious|breathtaking|beguiling|glorious|magnificent|sumptuous|triumphal|immutable|relaxed|adoring"
    r"|swan song|poetic|hapless|hopeless|feckless|clownish|gaffe-prone|red-meat|slick|swagger\w*|bully\w*|playground"
    r"|rogue|wild|kleptocratic|thumping|polarising|polarizing|scornful|sneering|oozing|seamless\w*|swiftly|disaster"
    r"|welcome contrast|youthful|ageing|larger than life|dizzying|heady|giddy|whirlwind|bruising|blistering)\b",
    re.IGNORECASE,
)
MOST_JUDGING = 1
"""Words of judging and painting that a line of news may have."""

_GUESSES = re.compile(r"\b(?:cannot|can['’]t|must) have been\b|\b(?:was|were|is|are) indeed\b")


_DOES = late(
    r"(?:was|were|been|be)(?: (?:today|yesterday|last night|tonight|also|finally|later|\w+ly))+ "
    r"(?:\w+ed|\w+en|\w{2,}own|\w+ung|\w+ought|made|held|sent|left|put|set|told|found|hit|cut|shot|won|lost|built)\b"
    r"|(?:was|were) (?:today|yesterday|last night|tonight) \w+ing\b[^;.]*\b(?:after|when) (?!he\b|she\b|they\b|it\b)"
    r"|carried (?:\w+ )?out\b|held (?:\w+ ){0,3}?(?:meeting|summit|ceremony|funeral|vote|hearing|rally)\b"
    r"|found [^,;.]{2,60}\bguilty\b|t(?:akes|ook) (?:office|over|power|control|the oath|part|the stand)\b"
    r"|fac(?:ed|es) (?:an? |the )?(?:\w+ ){0,4}?(?:walkouts?|outbursts?|protests?|charges|accusations|trial|revolt"
    r"|rebellion|inquiry|investigation|calls|demands|jeers)\b"
    r"|walk(?:ed|s) (?:free|out)\b"
    r"|ran (?:for|against)\b|stood (?:down|trial|for)\b|made (?:his|her|its|their) (?:first|debut)\b"
)
"""What verbs of state do with the words beside them: "was today appointed", "carried out", "took office"."""


def does(text: str, head: int, end: int) -> bool:
    """Whether the verb at ``head``, one of those that tell how things are, tells a deed with the words after it."""
    return head >= 0 and _DOES.match(text, head, end) is not None


def is_feature(text: str) -> bool:
    """Whether a sentence opens as features, comments and running reports do, or guesses how something was."""
    return bool(_FEATURE.match(text) or _GUESSES.search(text))


def paints(text: str) -> bool:
    """Whether it tells in figures of speech, or judges and paints more than a report does."""
    unquoted = QUOTED.sub("", text)
    return bool(_FIGURATIVE.search(unquoted) or _MOOD.match(unquoted)) or len(_JUDGING.findall(unquoted)) > MOST_JUDGING


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
    if lemma == "demand" and _ASKS_FOR_ONE.match(text, after):
        return False
    if lemma in _COMMENTS or (lemma in _DEMANDS and not by_them) or _IN_QUOTES.match(text, after):
        return True
    if lemma in ("say", "tell") and _INTERVIEW.search(text):
        return True
    if lemma not in _BEGINS and _BY_SAYING.match(text, after):
        return True
    if lemma == "warn" and _WARNS_AGAINST.match(text, after):
        return True
    if lemma in ("claim", "allege") and _CLAIMS.match(text, after):
        return not in_court(text)
    first = after if len(text) - after > AT_ITS_END else 0
    return lemma in ("say", "tell") and not _DEED_SAID.search(text, first) and not in_court(text)


_INTERVIEW = late(r"\b[Ii]n (?:an?|his|her|the) (?:\w+ )?interview\b|\b(?:told|with) reporters\b")

_OPINION = late(
    r"\bexpress(?:ed|es|ing) (?:\w+ ){0,2}(?:concerns?|frustration|regrets?|doubts?|hopes?|fears?|confidence|dismay"
    r"|anger|optimism|support|sympathy|surprise)\b|\bwarn(?:ed|s) (?:[\w ]{0,30})?against\b"
    r"|\b[Ii]n (?:an?|his|her|the) (?:\w+ )?interview\b|\bpicked through\b|\bsparred\b"
    r"|\btraded (?:barbs|blame|insults)\b"
    r"|\b(?:told|said|says|told reporters)\b[^,;]{0,90}\b(?:must|should|ought to|needs? to|need to)\b"
)


def gives_opinion(text: str) -> bool:
    """Whether somebody only tells what they think or what others should do, in any story; outside quotation marks."""
    return _OPINION.search(QUOTED.sub("", text)) is not None


def says_nothing(lemma: str, text: str, after: int, *, said: bool) -> bool:
    """Whether somebody only spoke, or something only came: "Lee told a crowd in Arden on Monday"."""
    if lemma == "come":
        return bool(_CAME_AFTER.match(text, after))
    if lemma in _TRAVELS:
        return bool(_SETS_OFF.match(text, after) or (lemma in _ARRIVES and _FOR_WHAT_COMES.match(text, after)))
    if lemma == "adjourn":
        return _BRIEFLY.match(text, after) is not None
    if lemma in ("hold", "meet") and _TALKS.match(text, after):
        return not _TALKS_ON.search(text, after)
    return said and lemma in ("tell", "say", "speak") and not _SAID_WHAT.search(text, after)
