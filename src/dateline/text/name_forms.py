"""Written forms of names: what makes two of them one.

Only what is sure counts as the same: case, marks, accents, the full stops of an acronym, and the ways of writing one
Arabic or Slavic name in Latin letters (Gaddafi, Gadhafi, Qaddafi, Kadhafi; Abdel, Abdul; Sergei, Sergey).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TRANSLITERATED = {
    form: forms.split()[0]
    for forms in (
        "muammar moammar muammer moamer mu'ammar moamar muamar",
        "mohammed muhammad mohamed mohammad mohamad muhammed mohamud mohammod",
        "abdel abdul abdal abd abdol",
        "hussein husain hussain husayn hossein husein hussien",
        "yasser yasir yaser", "saif seif sayf", "osama usama", "hosni husni hosny", "khaled khalid khalad",
        "mustafa mustapha moustafa mostafa mustaf", "ahmed ahmad ahmet", "mahmoud mahmud mahmood",
        "omar umar omer", "yusuf youssef yousef yousuf yusef", "ibrahim ebrahim", "ismail ismael esmail",
        "hassan hasan hasan", "jamal gamal", "fouad fuad", "tariq tarek tarik", "walid waleed", "said saeed sayed",
        "suleiman sulaiman soliman suleyman", "abdullah abdallah abdulla", "nasser nasir naser", "karim kareem",
        "samir sameer", "rashid rachid rasheed", "sharif sherif shareef", "jalal galal", "ali aly", "salah saleh salih",
        "sergei sergey serguei", "dmitry dmitri dmitriy dimitri", "alexei alexey aleksei aleksey",
        "yevgeny evgeny evgeni",
        "andrei andrey", "mikhail mikhael", "nikolai nikolay", "yuri yury iouri", "yulia julia iulia",
        "volodymyr vladimir wladimir", "oleksandr aleksandr alexander aleksander", "viktor victor",
    )
    for form in forms.split()
}  # fmt: skip
"""Ways of writing a given name -> one of them."""

_NICKNAMES: dict[str, frozenset[str]] = {}
for _group in (
    "walter walt wally", "susan sue suzanne susie", "william bill will billy willie", "robert bob rob bobby robbie",
    "richard dick rick rich ricky", "james jim jimmy jamie", "john jack johnny", "joseph joe joey",
    "thomas tom tommy", "michael mike mick mickey", "david dave davey", "daniel dan danny",
    "edward ed eddie ted ned", "charles charlie chuck", "christopher chris", "anthony tony", "andrew andy drew",
    "matthew matt", "patrick pat paddy", "peter pete", "stephen steve", "steven steve", "timothy tim",
    "kenneth ken kenny", "gregory greg", "ronald ron ronnie", "donald don donnie", "lawrence larry",
    "laurence larry", "benjamin ben", "samuel sam sammy", "alexander alex sandy", "nicholas nick", "nicolas nick",
    "jonathan jon", "frederick fred freddie", "albert al bert", "alfred alf al", "gerald gerry jerry",
    "jeffrey jeff", "geoffrey geoff", "philip phil", "phillip phil", "raymond ray", "vincent vince", "zachary zach",
    "nathaniel nathan nate", "leonard len lenny leo", "eugene gene", "francis frank", "franklin frank",
    "theodore ted theo", "harold harry hal", "henry harry hank", "elizabeth liz beth betty lizzie eliza",
    "margaret maggie meg peggy", "katherine kate kathy katie", "catherine kate cathy cath", "kathleen kathy",
    "patricia pat patty trish tricia", "barbara barb", "deborah deb debbie", "rebecca becky", "jennifer jen jenny",
    "jessica jess", "pamela pam", "sandra sandy", "christine chris chrissie", "christina chris tina",
    "dorothy dot dottie", "judith judy", "virginia ginny", "victoria vicky", "samantha sam", "alexandra alex",
    "cynthia cindy", "joanna jo", "josephine jo josie", "teresa terry tess", "theresa terry tess", "abigail abby",
    "eleanor ellie nell", "amanda mandy",
):  # fmt: skip
    _long, *_shorts = _group.split()
    for _short in _shorts:
        _NICKNAMES[_short] = _NICKNAMES.get(_short, frozenset()) | {_long}
"""Short given name -> the names that it is short for."""

_PARTICLE = re.compile(r"^(?:al|el|ad|as|ar|an|at|ash|az|ul)[- ]", re.IGNORECASE)


_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """The name in lower case, without accents, with straight apostrophes and single blanks; "U.N." is "un"."""
    flat = name.lower() if name.isascii() else _without_marks(name).lower()
    flat = _DOTTED.sub(lambda found: found[0].replace(".", ""), flat)
    return " ".join(flat.replace(". ", " ").split()).strip(" .")


def _without_marks(name: str) -> str:
    flat = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'").replace("‑", "-"))
    return "".join(char for char in flat if not unicodedata.combining(char))


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """A surname's consonants as an Arabic or Slavic name could be written: equal for Gaddafi, Qadhafi, Kadafy."""
    low = _PARTICLE.sub("", fold(word)).replace("'", "").replace("-", "")
    low = re.sub(r"^(?:kh|gh|q|g|k)", "k", low)
    for old, new in (("dh", "d"), ("th", "t"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("ou", "u"), ("sch", "sh")):
        low = low.replace(old, new)
    low = low.replace("q", "k").replace("v", "w")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", low))


def same_given(one: str, other: str) -> bool:
    """Whether two given names are one: equal, or two ways of writing it."""
    a, b = fold(one), fold(other)
    return a == b or (a in _TRANSLITERATED and _TRANSLITERATED.get(a) == _TRANSLITERATED.get(b))


def is_nickname(one: str, other: str) -> bool:
    """Whether one given name is a short form of the other: Walt, Walter."""
    a, b = fold(one), fold(other)
    return b in _NICKNAMES.get(a, ()) or a in _NICKNAMES.get(b, ())


def one_letter_apart(one: str, other: str) -> bool:
    """Whether two words are equal or differ by one letter put in, left out or changed."""
    a, b = sorted((fold(one), fold(other)), key=len)
    if len(b) - len(a) > 1:
        return False
    at = next((n for n, char in enumerate(a) if char != b[n]), len(a))
    return a[at:] == b[at + 1 :] or a[at + 1 :] == b[at + 1 :]


def is_transliterated(given: str) -> bool:
    """Whether a given name is one that is written in several ways."""
    return fold(given) in _TRANSLITERATED


def initials(name: str) -> str:
    """The capitals of a name's words: "National Transitional Council" -> "NTC"."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_][\w’'-]*", name) if word[0].isupper())
