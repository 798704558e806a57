"""What a figure is called: the words counted, with what became of them or where they were."""

from __future__ import annotations

import re

from dateline.text.calendar import MONTH, WEEKDAY
from dateline.text.patterns import late
from dateline.text.words import STOPWORDS, content_words
from dateline.weave.counting import CURRENCIES, FATES, Count

_VAGUE_HEAD = late(r"(?:people|persons?|men|women|others?|those|them)$", re.IGNORECASE)
_AUX = late(r"^\s*(?:(?:had|have|has|who|that|would|will|may|might|could)\s+)*(?:(?:been|be|were|was|are|is)\s+)?")
_STOP = late(
    r"[,;:.()—–\"“”]|\s(?:and|but|when|while|as|because|after|before|who|which|that|if|since|where|with|so)\b"
    r"|\s\d|\s(?:on|in|by|last|this|next)\s(?:early\s|late\s)?(?:"
    + WEEKDAY
    + "|"
    + MONTH
    + r"|week|month|year|night|\d)"
)
_TIME = late(r"(?:last|next|this|on) |" + WEEKDAY)
_AND_MORE = late(r" and (?P<more>[a-z]{3,}s|children|crew|women|men|staff)\b(?! (?:were|was|are|is|had|have|of))")
_MEMBER = late(
    r"-(?P<part>member|seat|party|bed|room|storey|story|page|strong|nation|country|man|person)\s(?P<whole>[a-z]+|[A-Z][\w.]*(?:\s[A-Z]\w+)*)"
)
_PLURALS = {
    "strong": "members",
    "party": "parties",
    "country": "countries",
    "storey": "storeys",
    "story": "storeys",
    "man": "men",
}
LONGEST = 6
"""Words after "people" that a name takes over."""


def name_of(count: Count) -> str:
    """The name of the figure that a count belongs to, in the report's words where they tell enough."""
    return _DASH.split(_name_of(count))[0]


_DASH = late(r"\s[-–—]{1,2}(?:\s|$)")
_WRITTEN_OUT = {"sec": "seconds", "secs": "seconds", "min": "minutes", "mins": "minutes", "hrs": "hours"}


def _name_of(count: Count) -> str:
    unit, matter = count.quantity.unit, count.matter
    label = _WRITTEN_OUT.get(count.label, count.label)
    if matter.startswith("times "):
        return f"times {matter.partition(' ')[2]}" if not label else _times(count)
    if matter.startswith("margin "):
        return f"{unit}s between them"
    if unit in CURRENCIES:
        return _of_money(count)
    if unit == "%":
        return _of_percent(count)
    if unit is not None:
        away = unit in _LENGTHS and (not label or label.split(" ")[0] in _AWAY)
        return matter or ("distance" if away else label)
    part = _MEMBER.match(count.report.text, count.quantity.end)
    if part is not None:
        return f"{_PLURALS.get(part['part'], part['part'] + 's')} of the {part['whole']}"
    if matter in FATES:
        return _of_fate(label, matter)
    if matter == "freed" and count.head in ("", "let go", "set free"):
        return "people freed"
    more = _AND_MORE.match(count.report.text, count.quantity.what.end) if count.quantity.what else None
    if more is not None and label:
        return f"{label} and {more['more']}"
    if label.startswith("magnitude "):
        return "magnitude"
    if _VAGUE_HEAD.search(label):
        return _with_predicate(count)
    told = matter in label or (matter == "on board" and "aboard" in label)
    return f"{label} {matter}" if matter in _SUFFIX and not told else label


_SUFFIX = frozenset(("trapped", "on board", "held hostage", "freed", "escaped", "on strike"))


def _times(count: Count) -> str:
    before = count.report.text[count.sentence.start : count.quantity.start].split()
    return f"times {before[-1]}" if before else "times"


def _of_fate(label: str, matter: str) -> str:
    bare = re.sub(r"^(?:more|other|others|another|them|the)\b\s*|\s*\balive$", "", label)
    if "toll" in bare or bare.startswith("number of"):
        return f"people {matter}"
    known = set(
        content_words("killed dead died deaths toll injured wounded missing bodies number people others missing")
    )
    rest = [stem for stem in content_words(bare) if stem not in known]
    if not rest or not bare:
        return f"people {matter}"
    return bare if matter in bare else f"{bare} {matter}"


def _of_money(count: Count) -> str:
    label, matter = count.label, count.matter
    named = matter if matter != "money" else ""
    aim = count.report.text.startswith(" for ", count.quantity.end)
    if label and label[0].islower() and not aim and not _TIME.match(label) and label.lower() not in ("it", "them"):
        return label if not named or named in label else named
    return named or "money"


_OF = late(r"\s*of (?:(?:the|its|their|all|his|her) )?")
_SUBJECT = late(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


def subject_of(count: Count) -> str:
    """Whose share of a vote or poll a percentage is: who is named last before it, of a vote people before bodies."""
    person = count.person_before() if count.matter == "vote" else ""
    if person:
        return person
    names = [one[0] for one in _SUBJECT.finditer(count.report.text, count.sentence.start, count.quantity.start)]
    return re.split(r"['’]s\b ?", names[-1].removesuffix("'s").removesuffix("’s"))[-1] if names else ""


def _of_percent(count: Count) -> str:
    text, quantity = count.report.text, count.quantity
    if count.matter in ("poll", "vote"):
        who = subject_of(count)
        kind = "support in a poll" if count.matter == "poll" else "share of the vote"
        return f"{kind}: {who}" if who else kind
    of = _OF.match(text, quantity.end)
    if of is not None and quantity.what is not None and quantity.what.start == of.end():
        return f"{of[0].strip()} {count.label}"
    noun = count.label if count.label and not count.label[0].isupper() else ""
    return noun or count.matter or _noun_before(count)


_RATE = late(r"\b(?P<what>(?:[a-z]+ )?(?:rates?|inflation|unemployment|growth|turnout|interest|tax|share|support))\b")


def _noun_before(count: Count) -> str:
    found = None
    for found in _RATE.finditer(count.report.text, count.sentence.start, count.quantity.start):  # noqa: B007
        pass
    return found["what"] if found else ""


def _with_predicate(count: Count) -> str:
    """ "people entitled to vote", "people working on the night shift": a vague noun with what is told of it."""
    quantity, text = count.quantity, count.report.text
    stop = quantity.what.start + len(count.label) if quantity.what else quantity.end
    ahead = text[stop : min(count.sentence.end, stop + 80)]
    told = _STOP.split(_AUX.sub(" ", ahead))[0].split()[:LONGEST]
    if told and told[0].lower() in _NO_PREDICATE:
        told = []
    while told and told[-1].lower() in _SMALL:
        told.pop()
    if not told and count.matter:
        return f"{count.label} {count.matter}"
    return " ".join([count.label, *told])


_NO_PREDICATE = frozenset(
    "through between over after before amid than to as with without under during per for about into onto".split()
)
"""Words with which what is told of people does not begin, but goes on."""

_LENGTHS = frozenset(("km", "mile", "m", "ft"))
_AWAY = frozenset("away out off apart from north south east west outside inland".split())
_SMALL = frozenset(
    "nearly about more than over some around almost "
    "the a an of to in at on by from for and or their its his her said".split()
)


def usable(name: str, unit: str | None) -> bool:
    """Whether a name tells what is counted: not "said", "now" or what is left of a broken word."""
    words = name.partition(":")[0].split()
    if not words or not _PLAIN.fullmatch(name) or words[-1].lower() in STOPWORDS or words[-1].lower() in _NO_NOUN:
        return False
    if unit is not None:
        return True
    if words[0] == "m" or (all(word[0].isupper() for word in words) and words[-1][-1] != "s"):
        return False
    return len(words) > 1 or words[0].lower() not in _SINGULAR


_PLAIN = late(r"[\w .,&:'’()/%£$€-]+", re.ASCII)
_NO_NOUN = frozenset("said according now off less below above each more month of o is was are were done way".split())
_SINGULAR = frozenset("man woman person thing point other another part half way use time top".split())
