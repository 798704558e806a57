"""English verb forms: the lemma of a form and which form it is, without a model.

Irregular verbs come from a table; regular ones from their endings. A form that several readings share gets all of
them ("put" is base, past and participle). What is not surely a verb is not decided here: "plans" may be a noun.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Form = Literal["base", "s", "past", "participle", "ing"]

MODALS = {
    "will": "future", "'ll": "future", "’ll": "future", "wo": "future", "shall": "future", "would": "conditional",
    "'d": "conditional", "’d": "conditional", "should": "conditional", "could": "conditional", "can": "possible",
    "ca": "possible", "may": "possible", "might": "possible", "must": "necessary", "ought": "necessary",
}  # fmt: skip
"""Modal (as tokenised; "wo" of "won't") -> what it says of the event."""

AUXILIARIES = frozenset(
    "be am is are was were been being 's 're 'm ’s ’re ’m have has had having 've ’ve do does did to get got".split()
)

_IRREGULAR = """
arise arose arisen;awake awoke awoken;be was been;be were been;bear bore borne;beat beat beaten;become became become
begin began begun;bend bent bent;bet bet bet;bid bid bid;bind bound bound;bite bit bitten;bleed bled bled
blow blew blown;break broke broken;breed bred bred;bring brought brought;broadcast broadcast broadcast
build built built;burn burnt burnt;burst burst burst;buy bought bought;cast cast cast;catch caught caught
choose chose chosen;cling clung clung;come came come;cost cost cost;creep crept crept;cut cut cut;deal dealt dealt
dig dug dug;do did done;draw drew drawn;dream dreamt dreamt;drink drank drunk;drive drove driven;eat ate eaten
fall fell fallen;feed fed fed;feel felt felt;fight fought fought;find found found;flee fled fled;fling flung flung
fly flew flown;forbid forbade forbidden;forecast forecast forecast;foresee foresaw foreseen;forget forgot forgotten
forgive forgave forgiven;freeze froze frozen;get got gotten;get got got;give gave given;go went gone;grind ground ground
grow grew grown;hang hung hung;have had had;hear heard heard;hide hid hidden;hit hit hit;hold held held;hurt hurt hurt
keep kept kept;kneel knelt knelt;know knew known;lay laid laid;lead led led;lean leant leant;leap leapt leapt
learn learnt learnt;leave left left;lend lent lent;let let let;lie lay lain;light lit lit;lose lost lost;make made made
mean meant meant;meet met met;mistake mistook mistaken;mislead misled misled;overcome overcame overcome
oversee oversaw overseen;overtake overtook overtaken;overthrow overthrew overthrown;override overrode overridden
pay paid paid;prove proved proven;put put put;quit quit quit;read read read;rebuild rebuilt rebuilt;rid rid rid
ride rode ridden;ring rang rung;rise rose risen;run ran run;say said said;see saw seen;seek sought sought;sell sold sold
send sent sent;set set set;shake shook shaken;shed shed shed;shine shone shone;shoot shot shot;show showed shown
shrink shrank shrunk;shut shut shut;sing sang sung;sink sank sunk;sit sat sat;slay slew slain;sleep slept slept
slide slid slid;speak spoke spoken;speed sped sped;spend spent spent;spill spilt spilt;spin spun spun;split split split
spoil spoilt spoilt;spread spread spread;spring sprang sprung;stand stood stood;steal stole stolen;stick stuck stuck
sting stung stung;stride strode stridden;strike struck struck;strive strove striven;swear swore sworn;sweep swept swept
swell swelled swollen;swim swam swum;swing swung swung;take took taken;teach taught taught;tear tore torn
tell told told;think thought thought;throw threw thrown;thrust thrust thrust;undergo underwent undergone
understand understood understood;undertake undertook undertaken;undo undid undone;uphold upheld upheld;upset upset upset
wake woke woken;wear wore worn;weave wove woven;weep wept wept;win won won;wind wound wound;withdraw withdrew withdrawn
withhold withheld withheld;withstand withstood withstood;wring wrung wrung;write wrote written;resell resold resold
rewrite rewrote rewritten;retell retold retold;repay repaid repaid;redo redid redone;outdo outdid outdone
"""

_forms: dict[str, tuple[str, set[Form]]] = {}


def _enter(form: str, lemma: str, kind: Form) -> None:
    known = _forms.get(form)
    if known is None or known[0] != lemma:
        known = known or (lemma, set())
    known[1].add(kind)
    _forms[form] = known


for _row in _IRREGULAR.replace("\n", ";").split(";"):
    if _row:
        _base, _past, _participle = _row.split()
        _enter(_base, _base, "base")
        _enter(_past, _base, "past")
        _enter(_participle, _base, "participle")
for _form, _kind in (("am", "s"), ("is", "s"), ("are", "s"), ("has", "s"), ("does", "s"), ("goes", "s")):
    _enter(_form, {"has": "have", "does": "do", "goes": "go"}.get(_form, "be"), _kind)  # type: ignore[arg-type]

_Y_FORMS = {
    "dying": "die", "lying": "lie", "tying": "tie", "vying": "vie", "died": "die", "lied": "lie", "tied": "tie",
    "vied": "vie", "untied": "untie",
}  # fmt: skip
_DOUBLED = frozenset("bb dd gg mm nn pp rr tt".split())
_KEEPS_DOUBLE = ("ss", "ll", "ff", "zz")
_E_STEMS = frozenset(
    """decid postpon announc provid conclud agre declar resum caus clos leav liv mov believ receiv achiev prov approv
    improv remov serv observ resolv involv issu argu continu rescu pursu urg charg chang chall merg emerg judg pledg
    stat creat negotiat terminat operat evacuat celebrat demonstrat investigat estimat indicat vot promot complet
    delet promis purchas increas decreas releas los expos propos oppos impos suppos accus refus confus us advis
    revis rais prais surpris rul schedul handl struggl battl settl tackl fil compil fuel nam assum resum blam welcom
    becom declin combin determin examin fin defin postpon min telephon phon captur endur secur injur requir
    acquir retir fir hir admir inspir prepar shar compar squar scar restor explor ignor figur measur ensur arriv
    driv giv sav wav believ reliev surviv deriv arriv invit unit excit cit writ quot not devot seiz organis organiz
    authoris authoriz formalis formaliz recognis recogniz criticis criticiz finalis finaliz realis realiz tak mak
    wak invad persuad grad trad escap hop typ shap develop strik lik evok invok provok produc reduc introduc forc
    enforc voic pric plac replac trac fac danc financ balanc advanc notic servic sourc pac practic sacrific
    guarante describ subscrib prescrib inscrib alleg oblig besieg privileg divulg indulg delug amaz includ exclud
    contribut distribut attribut execut
    disput constitut featur outlin guid divid collid presid confid coincid insur assur reassur tortur pictur lectur
    ventur fractur manufactur structur restructur undermin imagin refin confin expir conspir desir ador scor underscor
    underlin headlin prosecut persecut substitut institut dilut pollut salut ignit incit extradit reunit reschedul
    overrul cultur nurtur inhal exhal""".split()
)
"""Stems of verbs in -e, where the endings below would not tell."""

_BARE_STEMS = frozenset(
    """focus bias canvas gas plot chat beat treat repeat defeat cheat heat seat float boat coat eat sweat threat bring
    hang long belong visit""".split()
)
"""Stems that end like verbs in -e and are none."""

_ONE_L = frozenset(
    """travel control cancel label level model signal fuel compel propel expel rebel patrol excel counsel quarrel equal
    total channel tunnel dispel repel enrol fulfil annul pedal rival spiral marshal shovel unravel""".split()
)
"""Verbs in one -l that is doubled before an ending: "travelled", "cancelled"."""

_E_ENDINGS = (
    "at",
    "iz",
    "yz",
    "c",
    "s",
    "v",
    "rg",
    "dg",
    "u",
    "uir",
    "ibl",
    "bl",
    "pl",
    "tl",
    "dl",
    "gl",
    "fl",
    "ag",
    "e",
)
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""One short syllable: a verb without -e would have doubled its consonant ("planned"), so this one has one ("named")."""


@lru_cache(maxsize=16384)
def analyse(word: str) -> tuple[str, frozenset[Form]]:
    """The lemma of a lower-case word read as a verb, and the forms that it can be.

    An unknown word without a verb's ending is its own lemma in base form: whether it is a verb is for the caller.
    """
    known = _forms.get(word)
    if known:
        return known[0], frozenset(known[1])
    if word in _Y_FORMS:
        return _Y_FORMS[word], frozenset(("ing",) if word.endswith("ing") else ("past", "participle"))
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y", frozenset(("past", "participle"))
    if word.endswith("ed") and len(word) > 3:
        return _stem(word[:-2]), frozenset(("past", "participle"))
    if word.endswith("ing") and len(word) > 4:
        return _stem(word[:-3]), frozenset(("ing",))
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y", frozenset(("s",))
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2], frozenset(("s",))
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1], frozenset(("s",))
    return word, frozenset(("base",))


def lemma(word: str) -> str:
    """The base form of a word read as a verb: "formalised" -> "formalise", "took" -> "take"."""
    return analyse(word.lower())[0]


def _stem(stem: str) -> str:
    known = _forms.get(stem)
    if known and "base" in known[1]:
        return stem
    if stem in _E_STEMS or (stem + "e") in _forms:
        return stem + "e"
    if stem.endswith("ll") and stem[:-1] in _ONE_L:
        return stem[:-1]
    if stem[-2:] in _DOUBLED and len(stem) > 3:
        return stem[:-1]
    if stem.endswith(_KEEPS_DOUBLE) or stem in _BARE_STEMS:
        return stem
    if stem.endswith(_E_ENDINGS) or _SHORT.fullmatch(stem):
        return stem + "e"
    return stem
