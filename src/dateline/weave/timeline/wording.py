"""Whether a sentence can stand by itself in a timeline."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.text.calendar import MONTH, WEEKDAY

LONGEST = 60
"""Words. Longer sentences tell more than one thing; a reader of a timeline wants one. From 50 to 80 the benchmark
hardly moves; at 35 it loses a tenth of its bigram score."""

SHORTEST = 6
"""Words. Shorter ones tell nothing by themselves."""

LEANS = 0.6
"""Share of its worth that a sentence keeps which leans on the one before it."""

OPINION = 0.7
"""Share of its worth that a sentence keeps which says what ought to be, or how things seem."""

CONNECTS = 0.75
"""The same for one that goes on from the sentence before ("Instead, ...")."""

_DANGLING = re.compile(
    r"""[\W_]* (?: (?:and|but|so|yet|still|also|then|meanwhile|however|instead),?\s+ )?
        (?: he|she|it|they|this|these|those|his|her|its|their|him|them|there\ it|such|that\ (?!is\b) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TURNS = re.compile(r"[\W_]*(?:and|but|so|or|yet|nor|because|which|who)\b", re.IGNORECASE)
TURNS = 0.7
"""The same for one that opens with a word that joins it to the sentence before ("But ..."): fit where several texts
tell it, not as the word of one."""

_TURNS_A_LITTLE = re.compile(
    r"[\W_]*(?:still|then|also|meanwhile|however|instead|though|although|while)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[\W_]*(?:(?:instead|however|meanwhile|still|thus|therefore|indeed|moreover|furthermore|nevertheless|otherwise|also"
    r"|likewise|similarly|even so|in addition|as a result|for example|for instance|by contrast|in turn|then|now"
    r"|one|two|three|four|first|second|third|finally|lastly),"
    r"|to be fair\b|(?:yesterday|today|it) also\b|(?:one|an)other\b(?! (?:\d|person|man|woman))"
    r"|both\b(?! (?-i:[A-Z]))|here\b)\s",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:should|ought to|must(?! be paid| pay)|perhaps|surely|frankly|hopefully|seems?|presumably|arguably|deserves?"
    r"|let’s|let's|needs? to|unfortunately|fortunately|sadly"
    r"|(?:is|are) hoping|is a (?:sign|reflection|reminder|measure) of"
    r"|it is (?:time|hard|easy|clear|tempting|likely|important))\b|!",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(
    r"\b(?:said|says|told|called for|urged|argued|demanded|ruled|warned|wrote|according to|asked|tells)\b"
)
_THINGS = """
    announcement plan move session decision deal ruling measure measures proposal proposals statement suit lawsuit
    revelation revelations comments remarks news attack incident bill figures visit vote findings study raid order
    agreement allegation allegations admission speech interview film book video letter email poll survey scheme package
    fund company firm group pair couple two three latter man woman boy girl child case claim claims charge
    charges meeting hearing arrest change changes problem result results report document documents offer request
    warning meetings talks clip artefact newspaper paper magazine issue episode site
""".split()
_TELL_WHICH = """
    of to by for between against in at on that over into with who from where which about behind after held made filed
    called named and
""".split()
_PEOPLE = """
    court jury jurors trial judge children doctor doctors singer rapper star superstar actor actress player players
    warlord search parents mother father husband wife son daughter family brother sister victim victims suspect
    defendant prosecution defence defense inquest
""".split()
_JOINED = r"(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Yy]et|[Tt]hen|[Mm]eanwhile|[Hh]owever|[Ii]nstead|[Aa]lso),? )?"
_UNNAMED_ONE = re.compile(rf"{_JOINED}(?:[Tt]hat|[Tt]he|[Hh]is|[Hh]er) (?:{'|'.join(_PEOPLE)})\b(?! of\b)")
"""Somebody, or somebody's court, that the sentence before named; a name near the head says in time who it is."""

_UNNAMED = re.compile(
    rf"{_JOINED}(?:[Tt]hat|[Tt]he|[Ss]uch an?) (?:{'|'.join(_THINGS)})"
    rf"(?:, (?!which|who|whose|by|in|at|of|on|the|to)|\s+(?!(?:{'|'.join(_TELL_WHICH)}|[A-Z]\w*)\b)[a-z])"
)
"""A thing that the sentence before must have named: "The announcement came", "The suit was filed"."""

_PAGE = re.compile(
    r"\d{1,2}\) "
    r"|(?:[A-Z][\w.]+ ){3,7}[A-Z]\w+, (?:" + MONTH + r") \d{1,2} [\"“]"
    r"|[\W_]*(?:find out|live coverage|read more|click|watch|see also|follow|send us|have your say|share|born:"
    r"|text of|transcript of|posted by|added:|published:)\b"
    r"|.*?(?:\b\d+ (?:hrs?|hours?|mins?|minutes?) ago\b.*?\b\d+ (?:hrs?|hours?|mins?|minutes?) ago\b"
    r"|Also known as:|[·•|] )"
    r"|(?:here[’']?s|that[’']s it for|read|here is|this is) .{0,40}\b(?:video|coverage|blog|story|report|pictures)\b"
    r"|\S+ has filed this report|.{0,60}\bis (?:executive |deputy |the )*(?:editor|correspondent|columnist)\b",
    re.IGNORECASE,
)
_CORRECTS = (" was amended on ", ", page ")
"""Signs of a paper's corrections of itself."""

_FUSED = re.compile(
    r"\b" + WEEKDAY + r", [A-Z][a-z]+\.? \d{1,2}, \d{4}\b"
    r"|,? (?:left|right|cent(?:re|er)|second from (?:left|right)|pictured|seen here|shown here|above),"
    r"|\((?:By |Photo|AP|Reuters|Getty|an error occurred|File)|\b(?:Getty Images|Photo(?:graph)?:|File photo)"
    r"|\b(?:SOURCE:|GRAPHIC:|Photo by)|[a-z]['’\"]? (?:On \d|Speaking |In an? )"
    r"|\b[A-Z]{4,}[\w ,.]{0,30}\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2} (?:--|—|–|-) "
    r"|[a-z] \d{1,2} (?:Jan|Febr|March|April|May|June|July|August|Sept|Octo|Nov|Dec)[a-z]* \d{4} [A-Z]"
    r"|\b[a-z]{3,} (?:The|A|An|In|On|He|She|It|They|This|There) [a-z]+ [a-z]+ "
    rf"|\b(?:{MONTH}|\d{{4}}) (?:The|An?) [a-z]{{3,}} "
    r"|\b[A-Z][a-z]+ The [a-z]{4,} (?:of|in|is|has|was|will|said|says)\b"
)
_ALL_CAPITALS = re.compile(r"(?:[\"“]?[A-Z\d][A-Z\d’']*[,:]? ){5}")
"""A headline in capitals at the head of a sentence."""

_SIGNS = (
    "day, ",
    "(",
    " left,",
    " right,",
    "centre,",
    "center,",
    "pictured,",
    " here,",
    "above,",
    "Photo",
    "Getty",
    "File photo",
    "SOURCE:",
    "GRAPHIC:",
    " -- ",
    " — ",
    " – ",
    " - ",
)
_CAPITAL_INSIDE = re.compile(
    r" (?:On \d|Speaking |In an? |\d{1,2} [JFMASOND]|(?:The|A|An|In|On|He|She|It|They|This|There) [a-z])"
)
"""One of the signs, or this, stands in whatever _FUSED finds; both are seen at a tenth of its cost."""

_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|we|We|you|You|my|My|our|Our)\b")
_OPENS_SMALL = re.compile(r"[\W_]*[a-z]")


_PRONOUN_SPEAKS = re.compile(
    r"[,?!.…][\"”’']?\s+(?:he|she|they|it)\s+(?:\w+ly\s+)?(?:said|says|told|added|asked|wrote|warned|insisted)\b"
    r"|[,\"”’]\s*(?:said|added|asked)\s+(?:he|she|they)\s*(?:[.,;:]|$)"
)
NAMED_WITHIN = 90
"""Characters in which the name follows that a pronoun at the head of a sentence runs ahead of."""

_EARLY_PRONOUN = re.compile(
    r"(?:Earlier|Later|After|Before|When|While|As|In|On|At|For|With|Until|Since|During|Despite|Among|Also)\b"
    r"(?:\s+[\w’',]+){0,3}?\s+(?:he|she|his|her|they|their|it|its|him|them)\b"
)
_WHEN_FIRST = re.compile(
    r"(?:On|In|At|By|Last|Until|Since|During)\b(?: [\w’']+){0,2}? (?:\w+day|\d{1,4}|"
    + MONTH
    + r"|week|month|year|night|morning|evening),?"
    r" (?:he|she|his|her|they|their|it|its)\b"
)
"""A time alone, and a pronoun in the main clause: whatever name follows is another's."""

_PRONOUN_ACTS = re.compile(
    r"(?:(?:Earlier|Later|On|In|At|By|Last|Yesterday|Today|Also|Then|Now)\b[^,]{0,24}?,?)"
    r" (?:he|she|they|it) "
)
"""A time and a pronoun that does something: no name can come after it that it stands for."""

_PRONOUNS_TWICE = re.compile(
    r"(?:With|In|On|At|For|After|Before|During|Since|Despite|Of|From)\s(?:his|her|their|its)\b[^.;]{2,90},"
    r" (?:he|she|they|it) "
)

_NAME_AHEAD = re.compile(
    r"(?<=\s)(?!" + WEEKDAY + r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|I\b)"
    r"(?!\w+(?:ese|ish|ican|sian|nian|lian)\b(?! [A-Z]))[A-Z]\w"
)
_ONLY_QUOTED = re.compile(r"[\"“][^\"“”]+[\"”]?")
_CLEFT = re.compile(
    r"[\W_]*it\s+(?:is|was)\s+(?:not\s+)?(?:the\s+(?:\w+est|first|last|second|only|worst|best)|(?:un|not )clear)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)  # the events of a sentence are weighed one by one
def leans(text: str) -> bool:
    """Whether a sentence cannot be understood by itself: a pronoun opens it or speaks in it, or a quotation goes on
    in it that began before."""
    if shares_quotation(text) or _PRONOUN_SPEAKS.search(text) or _ONLY_QUOTED.fullmatch(text.strip()):
        return True
    if (early := _EARLY_PRONOUN.match(text)) and _nobody_ahead(text, early.end()):
        return True
    if (somebody := _UNNAMED_ONE.match(text)) and not _NAME_AHEAD.search(text, somebody.end(), NAMED_WITHIN):
        return True
    if _WHEN_FIRST.match(text) or _UNNAMED.match(text) or _PRONOUN_ACTS.match(text) or _PRONOUNS_TWICE.match(text):
        return True
    return text[:1] not in "\"“'‘" and bool(_DANGLING.match(text)) and not _CLEFT.match(text)


def _nobody_ahead(text: str, pronoun: int) -> bool:
    """Whether no name follows the comma that closes the opening phrase with the pronoun that ends at ``pronoun``."""
    comma = text.find(",", pronoun, NAMED_WITHIN)
    return comma < 0 or not _NAME_AHEAD.search(text, comma, NAMED_WITHIN)


_CLOSES_LATE = re.compile(
    r"(?<!said)(?<!says)(?<!added)(?<!asked)[,.?!] \""
    r"(?:the |a |he |she |they |[A-Z])[\w ]{0,40}\b(?:said|says|told|is heard|added)\b"
)
"""A mark that closes a quotation, set beside the word after it: 'my dream, "Lee said'."""


def shares_quotation(text: str) -> bool:
    """Whether a quotation ends in the sentence that began before it."""
    if "”" in text or "“" in text:
        close, opened = text.find("”"), text.find("“")
        return close >= 0 and (opened < 0 or close < opened)
    if text.count('"') % 2 == 0:
        return False
    mark = text.index('"')
    if text.count('"') == 1 and _CLOSES_LATE.search(text):
        return True
    return mark > 0 and not text[mark - 1].isspace() and text[mark - 1] not in "(["


@lru_cache(maxsize=4096)
def readable(text: str) -> float:
    """0..1: how well a sentence stands by itself: no question, nothing that leans on the sentence before it."""
    words = text.count(" ") + 1
    worth = 1.0
    if text.rstrip("\"'”’ )").endswith("?"):
        worth *= 0.1
    if _PAGE.match(text) or any(sign in text for sign in _CORRECTS) or _is_fused(text):
        worth *= 0.2
    if leans(text):
        worth *= LEANS
    elif _GOES_ON.match(text):
        worth *= CONNECTS
    elif _TURNS.match(text):
        worth *= TURNS
    elif _TURNS_A_LITTLE.match(text):
        worth *= 0.9
    if _FIRST_PERSON.search(text):
        worth *= 0.8
    elif _OPINION.search(text) and not _TOLD_BY.search(text):
        worth *= OPINION
    if _OPENS_SMALL.match(text):
        worth *= 0.6
    if words > LONGEST:
        worth *= max(0.2, LONGEST / words - 0.2)
    elif words < SHORTEST:
        worth *= 0.3
    return worth


_OPENS_PAIR = re.compile(r"\b([A-Z][a-z]+ [a-z]{4,})\b")


def _says_twice(text: str) -> bool:
    """Whether two words that open a sentence stand in it twice, as where a headline runs into its story."""
    seen: set[str] = set()
    for found in _OPENS_PAIR.finditer(text):
        if found[1] in seen:
            return True
        seen.add(found[1])
    return False


def _is_fused(text: str) -> bool:
    """Whether a caption, a byline or a heading has run into the sentence."""
    if _says_twice(text) or _ALL_CAPITALS.match(text):
        return True
    likely = any(sign in text for sign in _SIGNS) or _CAPITAL_INSIDE.search(text)
    return bool(likely and _FUSED.search(text))


_DATE_HEAD = re.compile(
    r"[:\s]*(?:Day \d+: )?(?:\d{1,2} " + MONTH + r" \d{4}"
    r"|" + MONTH + r" \d{1,2}, \d{4})"
    r"\s*[-–—:|]?\s+(?=[A-Z])"
)


def without_date_head(text: str) -> str:
    """``text`` without the date that a line of an editor's timeline opens with: the entry has it already."""
    return _DATE_HEAD.sub("", text, count=1) if _DATE_HEAD.match(text) else text


_CONNECTIVE = re.compile(
    r"(?:(?:But|And|So|Yet) (?=[A-Z0-9]|(?:on|in|at|the|an?|last|late|early) )"
    r"|(?:Meanwhile|However|Still|Also|Instead|Moreover|Nevertheless|Thus|Therefore), )"
)


def without_connective(text: str) -> str:
    """``text`` without the word at its head that joins it to the sentence before, where it can do without."""
    found = _CONNECTIVE.match(text)
    return text[found.end() :] if found else text


_COUNTED_BACK = re.compile(
    r"(?:(?:(?:Just|Only|About|Nearly|Almost|More than|Some) )?"
    r"(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d+)(?: \w+)?"
    r"(?: (?:weeks?|months?|years?)) (?:ago|earlier)"
    r"|(?:Late |Earl(?:y|ier) |In )?(?:[Ll]ast|[Tt]his) (?:week|month|year|" + MONTH + r")"
    r"|(?:(?:Late |Early )?[Ii]n )" + MONTH + r" (?:last|this) year)(?:,\s+|\s+(?=[A-Z]|the |an? ))"
)


LEFT_OUT = "[…]"
"""Stands for the words of a sentence that are not shown."""

_COUNTED_INSIDE = re.compile(rf" last (?:week|month|year|{WEEKDAY})\b(?!['’])")


def without_time_counted_back(text: str) -> str:
    """``text`` without "Last month," at its head, which counts from the day of its report and not from the entry's."""
    found = _COUNTED_BACK.match(text)
    return f"{LEFT_OUT} {text[found.end() :]}" if found else text


def without_time_counted_inside(text: str) -> str:
    """The same for the first "last month" further on, in what a report recalls."""
    return _COUNTED_INSIDE.sub(f" {LEFT_OUT}", text, count=1)


FEWEST_LEFT_OUT = 4
"""Words. Less is not worth a mark."""

_JOINS = re.compile(r"(?:,|;)?\s*\b(?:and|but|while|whereas)\s+$|;\s*$")
_TRAILING = re.compile(r",\s+(?:\S+\s*){1,2}$")
_OPEN_END = re.compile(
    r"\b(?:whether|after|before|that|if|when|while|until|since|than|as|to|for|of|in|on|by|with|and|or|from)\W*$"
)
_REMARK = re.compile(r",\s+(?:which|who|whose|whom|where|when|that)\b[^,]*$")
_VERB_ASKS = re.compile(r"\s*to\s+(?!the\b|an?\b)[a-z]")
"""What was decided, offered or forced stands in the infinitive: "decided on Sunday […]" tells nothing."""

_VERB_NEXT = re.compile(r"\s*(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|did|does|do)\b")
_ATTRIBUTION = re.compile(r",\s+([^,]{2,70}?\b(?:said|says|announced|reported)\b[^,]{0,30}\.?)$")
_SPEAKS = frozenset(("said", "requested", "denied", "reported"))


def clause(text: str, start: int, end: int, status: str) -> str:
    """``text`` without what another of its lines tells: nothing before a clause that opens after "and" or "but", and
    nothing after the clause, unless what was said follows it; LEFT_OUT marks each gap."""
    head = ""
    if 0 < start < len(text) and _JOINS.search(text[:start]) and _starts_afresh(text[start:end]):
        head = LEFT_OUT + " "
    else:
        start = 0
    tail = ""
    whole_end = end
    end = start + len(_TRAILING.sub("", text[start:end])) if end > start else end
    if status not in _SPEAKS and start < end < len(text) and _may_end(text[start:end], text[end:]):
        tail = " " + LEFT_OUT
    elif status == "reported" and (source := _ATTRIBUTION.search(text, whole_end)) and whole_end - start > 20:
        shown = text[start:end].strip().rstrip(" ,;:-–—")
        if not _may_end(shown, text[end : source.start()] or "x " * FEWEST_LEFT_OUT):
            return head + text[start:].strip()
        return f"{head}{shown} {LEFT_OUT} {source[1]}"
    else:
        end = len(text)
    shown = text[start:end].strip()
    return head + (shown.rstrip(" ,;:-–—") if tail else shown) + tail


def _may_end(shown: str, rest: str) -> bool:
    """Whether a line may break off there: not in a quotation, not before what the last word asks for."""
    even = shown.count('"') % 2 == 0 and shown.count("“") == shown.count("”")
    enough = len(shown.split()) >= SHORTEST and len(rest.split()) >= FEWEST_LEFT_OUT
    needed = _VERB_ASKS.match(rest) or _main_clause_follows(shown, rest)
    return even and enough and not needed and not _OPEN_END.search(shown)


def _main_clause_follows(shown: str, rest: str) -> bool:
    """Whether the line would break off inside a remark on its subject: "the handover, which was due on Thursday"."""
    if _VERB_NEXT.match(rest):
        return True
    return bool(_REMARK.search(shown.rstrip(" ,"))) and (rest.lstrip().startswith(",") or shown.rstrip().endswith(","))


def _starts_afresh(words: str) -> bool:
    """Whether a clause has a subject of its own: it opens with an article or a name, not with a verb."""
    return bool(re.match(r"(?:the|a|an|his|her|their|its|[A-Z]\w*)\s", words.lstrip()))
