"""Verbs of saying, typed: what kind of speech a verb tells of and what may follow it.

Plans, requests, promises and denials are read from the type, so it is a closed list (:data:`Act`). ``believe`` and
``want`` are attitudes: the text tells what somebody holds or wishes, not that it was said.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

Act = Literal[
    "say", "announce", "report", "ask", "demand", "suggest", "promise", "predict", "deny", "admit", "warn", "accuse",
    "praise", "agree", "decline", "believe", "want",
]  # fmt: skip

Follow = Literal["clause", "object", "infinitive"]
"""What the verb's content is: a clause or the very words; a noun phrase ("criticised the plan"); "to" and a verb."""

ATTITUDES: frozenset[str] = frozenset(("believe", "want"))

_LEMMAS: dict[tuple[Act, Follow], str] = {
    (
        "say",
        "clause",
    ): """say tell add state note explain argue insist claim assert maintain contend declare reply respond
        answer write tweet continue stress emphasize emphasise comment remark observe joke quip recall conclude reason
        reiterate repeat testify retort interject shout yell scream whisper murmur mutter sigh laugh exclaim opine muse
        lament complain grumble elaborate clarify assure remind inform counter boast brag caution read post recount
        confide gush fume implore intone boom chant relate relay demur
        signal indicate point advise stipulate speak talk""",
    ("announce", "clause"): "announce reveal disclose confirm proclaim",
    ("report", "clause"): "report find show estimate calculate learn cite quote mention",
    ("ask", "clause"): "ask wonder inquire query question",
    ("demand", "clause"): "demand urge order request plead beg appeal recommend exhort instruct",
    ("suggest", "clause"): "suggest propose hint imply speculate advocate",
    ("promise", "infinitive"): "promise pledge vow swear threaten guarantee offer volunteer",
    ("predict", "clause"): "predict forecast foresee project prophesy",
    ("deny", "object"): "deny refute dispute rebut",
    ("admit", "clause"): "admit acknowledge concede confess",
    ("warn", "clause"): "warn",
    (
        "accuse",
        "object",
    ): """accuse allege charge blame criticize criticise condemn denounce blast slam attack mock decry
        deride assail lambaste ridicule chide scold rebuke bash rip""",
    ("praise", "object"): "praise hail thank welcome applaud congratulate commend laud tout",
    ("say", "object"): """describe call discuss defend dismiss reject endorse outline dub label brand characterize
        characterise portray compare highlight echo express voice list identify detail describe""",
    ("agree", "infinitive"): "agree",
    ("decline", "infinitive"): "decline refuse",
    ("believe", "clause"): """believe think fear doubt expect assume suspect anticipate worry realize realise""",
    ("want", "infinitive"): """want hope wish plan intend seek prefer support oppose favor favour""",
}

_PAST = {
    "say": "said said", "tell": "told told", "write": "wrote written", "read": "read read", "swear": "swore sworn",
    "find": "found found", "show": "showed shown", "speak": "spoke spoken", "think": "thought thought",
    "know": "knew known", "feel": "felt felt", "see": "saw seen", "seek": "sought sought", "begin": "began begun",
    "understand": "understood understood", "foresee": "foresaw foreseen", "plead": "pleaded pleaded",
    "forecast": "forecast forecast", "relay": "relayed relayed",
}  # fmt: skip
_DOUBLED = {"quip": "quipped", "brag": "bragged", "beg": "begged", "slam": "slammed", "plan": "planned",
            "dub": "dubbed",
            "rip": "ripped", "refer": "referred", "prefer": "preferred"}  # fmt: skip


class Verb(NamedTuple):
    """A form of a verb of saying. ``form``: base, s, past, ing; a past may be a participle too."""

    lemma: str
    act: Act
    follow: Follow
    form: str


def _inflect(lemma: str) -> dict[str, str]:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        s, ed, ing = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    elif lemma.endswith("e"):
        s, ed, ing = lemma + "s", lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        s, ed, ing = lemma + "es", lemma + "ed", lemma + "ing"
    else:
        s, ed, ing = lemma + "s", lemma + "ed", lemma + "ing"
    if lemma == "see" or lemma == "foresee":
        ing = lemma + "ing"
    if lemma in _DOUBLED:
        ed, ing = _DOUBLED[lemma], _DOUBLED[lemma][:-2] + "ing"
    forms = {lemma: "base", s: "s", ing: "ing"}
    for past in _PAST.get(lemma, ed).split():
        forms[past] = "past"
    return forms


@lru_cache(maxsize=1)
def verbs() -> dict[str, Verb]:
    """Every form of every verb of saying, in lower case."""
    table: dict[str, Verb] = {}
    for (act, follow), lemmas in _LEMMAS.items():
        for lemma in lemmas.split():
            for form, kind in _inflect(lemma).items():
                table.setdefault(form, Verb(lemma, act, follow, kind))
    return table


WORDS_ONLY: frozenset[str] = frozenset(
    """recall charge question learn order offer find continue reply respond answer begin joke quip laugh sigh shout
    yell scream whisper murmur mutter exclaim counter intone boom chant retort interject repeat read post maintain
    indicate signal testify elaborate grumble fume gush demur muse observe reason""".split()
)
"""Verbs that take the very words or "that": what else follows them is no speech ("continued the talks", "recalled
a drug", "charged a man", "ordered staff to leave", "offered to go")."""

CLAIMS: frozenset[str] = frozenset(
    """claim claims allegation allegations accusation accusations report reports suggestion suggestions rumour rumours
    rumor rumors assertion assertions charge charges criticism speculation notion idea""".split()
)
"""What is denied: "rejected claims that the dam leaked"."""
REJECTS: frozenset[str] = frozenset("reject dismiss deny refute dispute rebut".split())
"""Verbs that deny what follows a noun of claiming."""

NOUNS_TOO: frozenset[str] = frozenset(
    """report reports claim claims state states note notes order orders demand demands request requests promise
    promises plan plans hope hopes call calls praise comment comments point points charge charges show shows support
    supports fear fears view views question questions answer answers address addresses reply replies offer offers wish
    wishes doubt doubts attack attacks aim aims list lists detail details label labels brand brands read tweet tweets
    post posts remark remarks quote quotes estimate estimates project projects forecast forecasts hint hints threat
    pledge pledges vow vows appeal appeals voice highlight highlights blame joke jokes laugh laughs sigh finding
    findings saying writing meaning feeling understanding meeting thinking reading signal signals complaint worry
    worries back talk talks like pressing reveal counter advocate advocates find caution second repeat guarantee
    guarantees murmur speaking reason reasons shout shouts chant chants rail welcome suspect suspects""".split()
)
"""Forms that are as often nouns or adjectives: they want a sure subject before them."""

SURE: frozenset[str] = frozenset(
    """said says told tells added adds wrote writes asked announced argued insisted replied responded explained
    acknowledged claimed stated noted tweeted continued warned declared concluded testified suggested recalled
    denied predicted vowed promised joked quipped reported confirmed""".split()
)
"""Forms that stand inverted before their subject ("said Smith")."""
