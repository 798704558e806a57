"""Sentences that paint: figures of speech, moods and judging words, by which comments and features tell their news."""

from __future__ import annotations

import re

from dateline.text.patterns import late
from dateline.weave.timeline.remarks import QUOTED

_FIGURES = (
    r"c[ao]mes? face ?-? ?to ?-? ?face",
    r"c[ao]mes? under (?:\w+ )?(?:scrutiny|pressure|fire|attack)(?! (?:from|after|when|over))",
    r"suffer(?:ed|s) an? \w+ reminder",
    r"both barrels",
    r"clung to",
    r"raised eyebrows",
    r"helped revive",
    r"wasted no time",
    r"pulled no punches",
    r"took (?:a swipe|aim)",
    r"(?:came|went|moved) (?:up )?(?:out swinging|on the offensive)",
    r"stole the show",
    r"in the spotlight",
    r"unleash(?:ed|es)",
    r"evaporated",
    r"stamped (?:his|her|their|its) authority",
    r"cast (?:scorn|doubt|a shadow)",
    r"endgame loomed",
    r"launched into",
    r"escalated (?:his|her|their|the|an?) (?:[^\s,.;]+ ){0,4}(?:rhetoric|attacks?|row|feud|dispute|standoff)",
    r"(?:to|on) (?:their|its) feet",
    r"set up a firewall",
    r"campaign swing",
    r"reserve weapon",
    r"star power",
    r"embarked on a (?:\w+ )?campaign",
    r"(?:paint(?:ed|s)|drew|draws) (?:an? )?(?:\w+ ){0,2}(?:portrait|picture)",
    r"voiced (?:\w+ )?(?:scepticism|skepticism|doubts?)",
    r"(?:brush|swat)\w* (?:aside|off)",
    r"laugh(?:ed|s) off",
    r"accusations were hurled",
    r"(?:feud|war of words|spat|row|rivalry)\b[^,.;]{0,60} (?:intensif|escalat|deepen|erupt)\w+",
    r"open conflict",
    r"shots? (?:\w+ ){0,2}across",
    r"pa(?:id|ys) tribute",
    r"(?:f(?:ired|ires)|str(?:uck|ikes)|hits?) back",
    r"well placed",
    r"continu(?:ed|es) to face",
    r"in a slip-up",
    r"out of the blue",
    r"last the world saw",
    r"double act",
    r"line of attack",
    r"launch(?:ed|es) (?:an? )?(?:outspoken|angry|scathing|furious|withering|blistering|stinging) [\w-]+",
    r"launch(?:ed|es) (?:an? )?(?:extraordinary|personal|full-blooded|vigorous|savage|bitter|veiled|verbal) [\w-]+",
    r"launch(?:ed|es) an? (?:\w+ )?attack [^.;]*, (?:deriding|calling|accusing|describing|branding|saying|dismissing)",
    r"(?:made|makes) (?:\w+ )?(?:comments|remarks) (?:which|that)",
    r"shrug(?:ged|s) off",
    r"br(?:oke|eaks|oken) (?:\w+ ){0,3}silence",
    r"blitz(?:ed|es)",
    r"offer(?:s|ed)? an? (?:\w+ )?(?:portrait|glimpse|insight|picture|snapshot)",
    r"heated (?:debate|exchange|argument)",
    r"g(?:ave|ives) an? (?:\w+ )?interview(?![^.;]* \w+ing\b)",
    r"(?:became|becomes) the latest (?:\w+ ){0,3}to (?:speak|criticise|criticize|condemn|complain|question)",
    r"we(?:eps?|pt)",
    r"sob(?:s|bed)",
    r"bemoan(?:s|ed|ing)",
    r"grand billing",
    r"almost overnight",
    r"lengthy rant",
    r"roared into",
    r"spent (?:christmas|easter|new year)",
    r"celebrated (?:his|her) \w+ birthday",
    r"in a theme echoed",
    r"presented conflicting",
    r"sparing a thought",
    r"public scolding",
    r"not so \w+ after all",
    r"leapfrog(?:s|ged)",
    r"(?:fight|fought|fights) ?back",
    r"trademark and",
    r"echo(?:ed|es) the (?:\w+ )?rhetoric",
    r"conventional wisdom",
    r"warm welcome",
    r"interpreted (?:in|as)",
    r"war of words",
    r"issued an? (?:testy|angry|terse|furious|defiant|curt) (?:response|reply|statement|rebuttal)",
    r"blink(?:ed|s|ing)",
    r"unofficially (?:kicked|launched|opened|began)",
    r"turned out (?:\w+ )?to (?:cheer|greet|welcome|see|hear|watch)",
    r"celebrated the (?:publication|launch|release)",
    r"finds? (?:no|little) support",
    r"dragged (?:back )?into",
    r"mere tactical",
    r"recit(?:ed|es|ing)",
    r"(?:keeping|kept|maintain\w*) an? (?:\w+ )*profile",
    r"(?:increased|fuelled|fueled|sparked|prompted|stoked) (?:\w+ )?speculation",
    r"for an? (?:\w+ )?(?:breakfast|lunch|dinner|supper)",
    r"(?:a )?great deal of energy",
    r"offer(?:ed|s)? (?:\w+ )?(?:\"?heartfelt )?(?:condolences|sympathies)",
    r"mark(?:ed|ing|s) (?:the|his|her|its|their) (?:\w+ )?(?:anniversary|birthday)",
    r"(?:turned|showed) up (?:at|in|for)",
    r"rall(?:y|ied|ies) (?:\w+ ){0,2}(?:support|supporters|allies)",
    r"on the podium",
    r"in an? (?:\w+ )?(?:show|display) of",
    r"frustrations?\b[^,.;]{0,60} boil\w+ over",
    r"(?:sceptical|skeptical|hostile|frosty|cool|chilly|rapturous) (?:and \w+ )?(?:reception|response|welcome)",
)
"""Figures of speech in which comments and features tell what a report tells as a deed; for whole words."""

_FIGURATIVE = late(r"\b(?:" + "|".join(_FIGURES) + r")\b", re.IGNORECASE)

_MOODS = """
    rows? stand-?off disputes? contest struggle rivalry prospects?
    tensions? pressure fears? hopes? anger speculation concerns? doubts? criticism controversy outrage momentum
    confusion clamour crisis turmoil woes problems fall-?out
""".split()
_GREW = """
    rose grew mount deepen intensif increas heighten fade erupt spread subsid
    escalat gather swirl broke undermin dash dim dealt
""".split()
_MOOD = late(
    rf"(?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(_MOODS)}|legal action)\b[^,.;]{{0,120}}? (?:{'|'.join(_GREW)})\w*",
    re.IGNORECASE,
)
"""How things stood, told as the news: "Pressure on Lee grew"."""

_CAUSE = late(r"[^.;]* (?:after|when)\b(?![^,.;]* (?:warned|claimed|accused|criticised|criticized|denounced)\b)")

_JUDGING_WORDS = r"""
    shambolic confused folksy folsky punchy hawkish combative sprawling frenzied baffled intrigued amazed
    outmoded bizarre farcical risible laughable absurd ludicrous preposterous hilarious cringeworthy toe-curling
    majestic imperious breathtaking beguiling glorious magnificent sumptuous triumphal immutable relaxed adoring
    poetic hapless hopeless feckless clownish gaffe-prone red-meat slick swagger\w* bully\w* playground rogue
    wild kleptocratic thumping polarising polarizing scornful sneering oozing seamless\w* swiftly disaster
    boring great-looking devoid brandish\w* blow-up
    youthful ageing dizzying heady giddy whirlwind bruising blistering
""".split()
_JUDGING_PHRASES = ("swan song", "welcome contrast", "larger than life")
_JUDGING = late(r"\b(?:" + "|".join((*_JUDGING_WORDS, *_JUDGING_PHRASES)) + r")\b", re.IGNORECASE)
MOST_JUDGING = 1
"""Words of judging and painting that a line of news may have."""


def paints(text: str) -> bool:
    """Whether it tells in figures of speech, or judges and paints more than a report does."""
    unquoted = QUOTED.sub("", text)
    mood = _MOOD.match(unquoted)
    if mood is not None and not _CAUSE.match(unquoted, mood.end()):
        return True
    return _FIGURATIVE.search(unquoted) is not None or len(_JUDGING.findall(unquoted)) > MOST_JUDGING


def opens_on_mood(text: str) -> bool:
    """Whether it tells first how things stood, and only then what was done: "Pressure on Lee grew after she sold"."""
    return _MOOD.match(text) is not None
