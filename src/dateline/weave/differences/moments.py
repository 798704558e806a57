"""In a small pile: one event of one thing, told with two days.

Where a handful of reports tell one story, a verb with the name of what it happened to is enough to know an event again:
"the trawler Aurora sank on March 2", "the Aurora, which sank on March 3".
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from dateline.model.material import Material
from dateline.model.story import Version
from dateline.text.words import content_words
from dateline.weave.counting.counts import KINDRED, names_in
from dateline.weave.differences.alike import Tellings, Told, told_again
from dateline.weave.differences.draft import Draft
from dateline.weave.differences.facts import about_day

SMALL = 12
"""Reports of a pile that is taken to tell one story."""

FARTHEST = 6
"""Days by which two reports may disagree on one event; what lies further apart is another event."""

FARTHEST_PLAN = 45
FARTHEST_YEAR = 5

SHARED = 4
"""Words and names that two sentences must share for one verb to tell one event."""

SHARED_ONCE = 3
"""The same for what happens once to one thing."""

FEWEST = 4
"""Words of a label; with fewer the name of what happened tells more."""

ONCE = {
    lemma: row.split()[0]
    for row in (
        "sinking sink", "crash crash derail collide", "explosion explode explosion blast", "signing sign",
        "founding found establish", "birth bear", "hijacking hijack", "collapse collapse", "arrest arrest detain",
        "death die death", "resignation resign quit", "sentence convict acquit jail sentence",
        "kidnapping kidnap abduct",
        "launch launch", "election elect", "marriage marry", "burial bury", "capture capture",
        "indictment charge indict",
        "dismissal fire dismiss sack", "earthquake quake", "opening inaugurate", "murder murder assassinate",
    )
    for lemma in row.split()
}  # fmt: skip
"""Verb or noun -> what it is that happens once to one thing."""

_AGAIN = frozenset(
    """say tell be have do hold meet talk speak call ask urge warn demand protest march demonstrate strike release free
    kill attack bomb shell search fight win lose play score rise fall close trade vote report publish add note
    announce confirm deny go come take make get give see know think want try begin start continue expect plan
    hope visit arrive leave travel fly return work stand sit wait show find_out repeat reiterate describe accuse
    blame call_for reject refuse agree study appear write read hear follow run move carry include use need rule
    raise increase cut injure wound hit rescue hear order seek offer discuss gather pray queue""".split()
)
"""Verbs of what is done on many days."""

_PUT_OFF = re.compile(
    r"\b(?:put(?:ting)? (?:off|back)|postpon\w+|delay\w*|slip(?:s|ped)?|push(?:ed)? back|moved|rescheduled?"
    r"|reschedul\w+|"
    r"brought forward|extend\w*|cancel\w*|called off|adjourn\w*)\b",
    re.IGNORECASE,
)
_FACT = frozenset(("happened", "reported"))
_AHEAD = frozenset(("planned", "expected"))


def moment_differences(material: Material, tellings: Tellings) -> Iterator[Draft]:
    """Days of one event that two reports of a small pile give differently."""
    if len(material.reports) > SMALL:
        return
    by_act: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for told in tellings.all:
        act, ahead = _act(told), told.event.status in _AHEAD
        if act and told.timex.type == "DATE" and not told.event.negated and (ahead or told.event.status in _FACT):
            by_act[act, "due" if ahead else "done"].append(told)
    words = {id(told): _words_of(told) for several in by_act.values() for told in several}
    moved = frozenset(n for n, one in enumerate(material.reports) if _PUT_OFF.search(one.report.text))
    for act, when in sorted(by_act):
        group = by_act[act, when]
        for number, mine in enumerate(group):
            for theirs in group[number + 1 :]:
                if mine.group == theirs.group or (when == "due" and {mine.order, theirs.order} & moved):
                    continue
                if _same_event(act, mine, theirs, words) and _two_days(mine, theirs, when == "due"):
                    yield _draft(material, act, when, mine, theirs)


def _act(told: Told) -> str:
    lemma = told.event.lemma
    if lemma in ONCE:
        return "=" + ONCE[lemma]
    return "" if lemma in _AGAIN else lemma


def _words_of(told: Told) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a telling's sentence, and the names among them."""
    text, sentence = told.report.text, told.sentence
    names = frozenset(names_in(text, sentence.start, sentence.end))
    stems = {KINDRED.get(word, word) for word in content_words(text[sentence.start : sentence.end])}
    return frozenset(word for word in stems if not word.isdigit()) | names, names


def _same_event(act: str, mine: Told, theirs: Told, words: Mapping[int, tuple[frozenset[str], frozenset[str]]]) -> bool:
    if mine.amounts and theirs.amounts and not mine.amounts & theirs.amounts:
        return False
    if mine.persons and theirs.persons and not set(mine.persons) & set(theirs.persons):
        return False
    if told_again(mine, theirs):
        return False
    one, two = words[id(mine)], words[id(theirs)]
    least = SHARED_ONCE if act.startswith("=") else SHARED
    names = len(one[1] & two[1]) + len(set(mine.persons) & set(theirs.persons))
    return bool(names) and len(one[0] & two[0]) >= least


def _two_days(mine: Told, theirs: Told, due: bool) -> bool:
    """Whether two time expressions of one precision name different days, surely and not far apart."""
    one, two = mine.timex.when, theirs.timex.when
    if one is None or two is None or one.precision != two.precision or (one.start, one.end) == (two.start, two.end):
        return False
    if one.precision == "year":
        return abs(int(one.start[:4]) - int(two.start[:4])) <= FARTHEST_YEAR
    if not one.is_day or not two.is_day or not all(map(_sure, (mine, theirs))):
        return False
    apart = abs((dt.date.fromisoformat(one.start[:10]) - dt.date.fromisoformat(two.start[:10])).days)
    return 0 < apart <= (FARTHEST_PLAN if due else FARTHEST)


def _sure(told: Told) -> bool:
    """Whether a day is surely the one that its report means: told by its number, or counted from a stated day."""
    return told.report.published.basis == "stated" or any(sign.isdigit() for sign in _words(told))


def _words(told: Told) -> str:
    return told.report.text[told.timex.start : told.timex.end]


def _draft(material: Material, act: str, when: str, mine: Told, theirs: Told) -> Draft:
    versions = []
    for told in (mine, theirs):
        day = told.timex.when.start[:10] if told.timex.when is not None and told.timex.when.is_day else ""
        versions.append(Version(_words(told) + (f" ({day})" if day else ""), (told.cite(),)))
    note = (
        "the plan may have changed between the reports" if when == "due" else "both may be true where it happened twice"
    )
    about = about_day(material, mine, theirs)
    if about.count(" ") < FEWEST and act.startswith("="):
        about = f"the day of the {act[1:]}"
    return Draft("date", about, tuple(versions), note, 1.2 if when == "due" else 1.7)
