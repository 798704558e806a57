"""What the named one is: the role before the name ("interim leader X") and the apposition after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.annotate.names import lexicon as lex
from dateline.annotate.tokens import plain_word_before
from dateline.annotate.verbs import analyse
from dateline.model.evidence import Span
from dateline.text.gazetteer import tables
from dateline.text.patterns import late

if TYPE_CHECKING:
    from dateline.annotate.names.candidate import Candidate

_BACK = 90
"""Characters looked at before a name for its role, and the most words of it."""
_BACK_WORDS = 6
_WORD = late(r"[\w’'.-]+\Z")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april june july "
                  "august september october november december yesterday today tomorrow tonight".split())  # fmt: skip
_STOP = (lex.FUNCTION | _DAYS) - lex.ROLES - frozenset("former new old late early young first second third".split())
_APPOSITION = late(
    r""",\ (?:\d+,\ )?(?:who\ (?:is|was|has\ been)\ )?
    (?P<role>(?:(?:the|a|an|his|her|its|their|one\ of\ the)\ )?
      (?P<lead>(?:[\w’'&/.-]+\ ){0,5}?)
      (?P<head>[a-z-]+|[A-Z][\w-]+)
      (?:\ (?:of|for|at|in|to|with|from|on)\ [^,;:()—\n"“”]{2,80}(?:\([\w.]{2,10}\))?)?
    )(?=[,.;)—:]|$|\ wh(?:o|ose|ich)\b)""",
    re.VERBOSE,
)


def _word_before(text: str, start: int, end: int) -> str:
    """The word that ends at ``end``, as far back as ``start``; "" where none does."""
    plain = plain_word_before(text, start, end)
    if plain:
        return plain
    found = _WORD.search(text, start, end)
    return found[0] if found else ""


def role_before(text: str, start: int, whole: Span, by_name: bool) -> Span | None:
    """The role that ends where the name (or its title) begins.

    ``whole``: capitalised words of an office before the name, which belong to the role ("NATO Secretary-General"), or
    with ``by_name`` the name's first letter or an honorific, which do not.
    """
    at = whole.start
    words: list[tuple[int, str]] = []
    end = at
    while len(words) < _BACK_WORDS and at > start and text[at - 1] == " ":
        word = _word_before(text, max(start, at - 30), at - 1)
        if not word:
            break
        begun = at - 1 - len(word)
        low = word.lower()
        if (low in _STOP and (word[0].islower() or low in lex.CORE or low in _DAYS)) or low in lex.SPEECH_AFTER:
            head = _HEAD_BEFORE.search(text, max(start, begun - 40), at - 1) if words or not by_name else None
            if head and head[1].lower() in _COMMANDING:
                return Span(head.start(1), whole.start - 1)
            break
        if word[0].islower() and low not in lex.ROLES and low not in lex.TRADES and _is_verb(low):
            break
        if not words and by_name and (word[0].isupper() or not _is_role(low, text, start, begun)):
            return None
        if word.isdigit():
            break
        words.append((begun, word))
        at = begun
        if word.endswith(("'s", "’s")):
            break
    if by_name:
        if not words:
            return None
        return Span(_body_before(text, start, words[-1][0]), end - 1)
    if words and not words[0][1][0].isupper() and words[0][1].lower() in _MODIFIERS:
        return Span(words[-1][0], whole.end)
    return whole


_BODY_OF = late(r"(?P<body>(?:[A-Z][\w’'-]+ )*(?P<head>[A-Z][\w’'-]+)) (?:of|for)(?: the)? $")


def _body_before(text: str, start: int, at: int) -> int:
    """Where a role begins whose first word ends a body's name: "Bank of Portugal governor"."""
    if not text[at].isupper():
        return at
    found = _BODY_OF.search(text, max(start, at - 60), at)
    if not found or found["head"].lower() not in lex.BODY_FIRST:
        return at
    start = found.start("body")
    first = text[start:at].split()[0]
    return start + len(first) + 1 if first.lower() in lex.FUNCTION else start  # "Then Bank of ..."


def _is_role(low: str, text: str, start: int, at: int) -> bool:
    """Whether a noun before a name is a role: by the tables, or what a people's adjective stands before."""
    if low in lex.ROLES or low in lex.TRADES:
        return True
    if not _agentive(low):
        return False
    found = _WORD.search(text, max(start, at - 30), max(start, at - 1))
    return found is not None and found[0] in tables().demonyms


def _agentive(low: str) -> bool:
    """Whether a noun is made like those of people who do something: baker, violinist."""
    return low.endswith(_AGENT) and len(low) > _SHORT and low not in _NO_AGENTS


_AGENT = ("er", "or", "ist", "ian", "man", "woman", "eer")
_SHORT = 4
_NO_AGENTS = frozenset(
    """number matter letter winter summer power water river offer order paper member error factor floor color colour
    favor favour labor labour minor major weather whether either other never under after over newspaper quarter corner
    border danger disaster center centre computer master motor sector vector tower shower dinner supper butter answer
    tender cluster chapter character barrier career""".split()
)

_COMMANDING = frozenset("commander chief head leader director president chairman chairwoman secretary minister".split())
_HEAD_BEFORE = late(r"([\w-]+) (?:(?:of|for) )?(?:the|a|an)$")
"""A role noun that what stands before a title belongs to: "commander of the mission General X"."""
_DETERMINER = late(r"\b(?:the|an?|its|their|his|her) |\b\d+ ", re.IGNORECASE)
_BEFORE = late(
    r"""(?:^|(?<=[.,;:]\ )|(?<=["“]))(?P<role>(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\ )?
    (?P<lead>(?:[\w’'&/-]+\ ){0,5}?)(?P<head>[a-z-]+)(?:\ (?:of|for|at|in|to)\ [^,.;:()"“”]{2,70})?),\ $""",
    re.VERBOSE,
)


def apposed_before(text: str, start: int, at: int) -> Span | None:
    """The role in "The chairman of the board, X,": the phrase that the name stands in apposition to."""
    if text[at - 2 : at] != ", ":
        return None
    low = max(start, at - 130)
    words = text[low:at]
    found = _BEFORE.search(words) or _OWNED.search(words)
    if not found or (found["head"] not in lex.ROLES and found["head"] not in lex.TRADES):
        return None
    begin, end = found.span("role")
    inner = list(_DETERMINER.finditer(words, begin, found.end("head")))
    return Span(low + (inner[-1].end() if inner else begin), low + end)


_OWNED = late(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[\w’'-]+['’]s) "
    r"(?P<role>(?P<lead>(?:[\w&/-]+ ){0,3}?)(?P<head>[a-z-]+)), $"
)
"""A role with its owner anywhere before the name: "said her son, X"."""

_MODIFIERS = frozenset(
    "interim former acting outgoing deputy incoming top senior late ousted then new longtime".split()
)


def _is_verb(low: str) -> bool:
    """Whether a small word before a role is a verb: an irregular past ("met"), an -ing form ("feeding")."""
    if low.endswith("ed"):
        return low not in _ED and "past" in analyse(low)[1]
    return "past" in analyse(low)[1] or (low.endswith("ing") and low not in _ING)


def _adjective(words: list[str]) -> bool:
    """Whether a participle at the head of a role describes it ("retired general"; not "visited the star")."""
    return words[1] not in ("the", "a", "an", "his", "her", "its", "their", "this", "that")


_ED = frozenset(
    """abducted acclaimed accused aged alleged allied appointed armed arrested associated banned captured
    celebrated certified combined condemned convicted deceased decorated defeated deposed detained
    disabled disbarred disgraced dismissed displaced distinguished divorced elected embattled exiled
    experienced fired hooded hundred imprisoned indicted injured jailed junior-ranked kidnapped licensed
    married masked murdered noted ousted paralysed paralyzed red registered renowned respected retired
    sacked sacred seasoned self-appointed self-styled skilled suspended talented unelected unidentified
    uniformed united unnamed wanted widowed wounded""".split()
)
"""Words in -ed that stand inside roles ("the jailed leader"); others before a role are verbs."""
_ING = frozenset(
    """acting outgoing incoming leading ruling founding managing commanding presiding visiting sitting training banking
    mining shipping housing marketing engineering broadcasting building""".split()
)
"""Words in -ing that stand inside roles."""


_RELATIVE = frozenset("who whose whom which that where when".split())


def _told(words: list[str]) -> bool:
    """Whether the words tell what the named one does: "became chairman in", "takes over as chairman"."""
    forms = analyse(words[0])[1]
    past = "past" in forms and "participle" not in forms
    return past or ("s" in forms and words[1] in lex.FUNCTION)


_OFFICE_AFTER = late(
    r"(?P<lead> (?:(?:(?:has|had|was|been|will) )*(?:resign(?:s|ed)?|quits?|step(?:s|ped)? down|stood down|takes? over|"
    r"took over|serves?|served|named|appointed|elected|chosen|sworn in|hired|fired|dismissed|replaced) )?(?:as )?"
    r"(?:(?:its|the|their|an?|his|her) )?)(?P<small>(?:[a-z-]+ ){0,4}[a-z-]+)"
)
_OF_BODY = late(r" of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_APPOINTS = late(r"\b(?:named|names|appointed|appoints|elected|elects|chose|hired|picked|made)(?: [A-Z][a-z]+\.?)? $")


def _office_after(text: str, cand: Candidate, high: int) -> Span | None:
    """The office in "named X as its chief executive", "X stepped down as chairman of Y"."""
    room = text[cand.end : cand.end + 24]
    if not room.startswith(" ") or not room[1:2].islower():
        return None
    appointed = _APPOINTS.search(text, max(0, cand.start - 30), cand.start) is not None
    found = _OFFICE_AFTER.match(text, cand.end, high)
    if found is None or not (" as " in found["lead"] or (appointed and found["lead"] in (" ", " the ", " its "))):
        return None
    end = size = 0
    for word in found["small"].split():
        size += len(word) + 1
        if word in lex.ROLES:
            end = size - 1
        elif word in lex.FUNCTION:
            break
    if not end:
        return None
    start = found.start("small")
    body = _OF_BODY.match(text, start + end, high)
    return Span(start, body.end() if body else start + end)


def appositions(text: str, cand: Candidate) -> Span | None:
    """The role in an apposition after the name: ", chairman of the council (NC)," -> its words."""
    high = min(cand.sentence_end, cand.end + 200)
    found = _APPOSITION.match(text, cand.end, high)
    if not found:
        return _office_after(text, cand, high)
    words = (found["lead"] + found["head"]).lower().split()
    if (
        len(words) > 1
        and words[0] not in lex.ROLES
        and not analyse(words[0])[1].isdisjoint(("past", "ing"))
        and not _adjective(words)
    ):
        return None
    if words[0] in _STOP or "by" in words:
        return None  # ", with the help of a teacher,", "a show supported by his mother"
    if words[0] in _RELATIVE or (len(words) > 1 and _told(words)):
        return None
    small = found["head"]
    is_one = found["role"].startswith(("a ", "an ")) and (small in lex.TRADES or _agentive(small))
    if not is_one and not any(word in lex.ROLES for word in words):
        return None
    start, end = found.span("role")
    if re.match(r"(?:the|a|an) ", found["role"]):
        start += found["role"].index(" ") + 1
    return Span(start, end)
