"""What the verbs of a sentence tell of its direction: tense, auxiliaries, plans, and what governs "to do"."""

from __future__ import annotations

from dateline.annotate.times.scan import Words
from dateline.annotate.times.signs import AHEAD, BEHIND, FAR, HERALDS, PERHAPS_AHEAD, UNTOLD, Sign, has_class, word_at

_NAMES = ("may", "will", "wills")
"""Auxiliaries that are names too."""
_AS_PLANNED = frozenset("scheduled planned expected agreed promised announced required foreseen hoped".split())
"""Participles after "as" that tell nothing of when: "would sail as planned on Friday"."""
_EXPIRE = ("expire", "expires", "mature", "matures")
_ASIDE = 3
"""Words. A clause between commas has at least as many, a list may have fewer."""
_NO_EVENT = ("it", "today", "this", "that", "there", "here", "what", "which", "who", "he", "she", "they", "we")
"""Subjects of "is" that are no event on a day."""
_WHEN = 3
"""Words. As near "is" stands before the day of an event."""
_GROUP = 4
"""Words. How far before a participle its auxiliary may stand ("has not yet been named")."""
_CONTROL = 5
"""Words. How far before "to" its governor may stand: "asked the warring sides to"."""
_OBJECT = 9
"""Words. How far before a participle the verb may stand whose object it completes."""
_EVENT_REACH = 7
"""Words. How far from a plain present event verb its day may stand."""


def sign_of(words: Words, index: int, first: int, led: bool) -> Sign | None:
    """What the word at ``index`` tells, seen from an expression after it; None where it tells nothing.

    ``led``: whether "to" stands between.
    """
    classes = words.classes[index]
    word = word_at(words, index)
    if word_at(words, index - 1) == "as" and word in _AS_PLANNED:
        return None
    if word_at(words, index + 1) == "-" and words.ends[index] == words.starts[index + 1]:
        return None  # "the run-off on June 27"
    if classes is not None:
        sign = _of_class(words, index, first, led)
        if sign:
            return sign
        if not words.past_form(word) and not words.forms.future(word):
            return None
    if words.forms.future(word):
        return AHEAD, word
    if not words.past_form(word) or attributive(words, index):
        return None
    sign = _group(words, index) or _object_done(words, index) or (BEHIND, word)
    return (BEHIND, word) if sign[0] == BEHIND and word in HERALDS else sign


def _object_done(words: Words, index: int) -> Sign | None:
    """The sign of the verb to whose object a participle is to be done: "plans to declare the region freed Sunday"."""
    for back in range(index - 2, max(index - _OBJECT, -1), -1):
        classes = words.classes[back]
        word = word_at(words, back)
        if word == "," or word_at(words, back + 1) == "to" or words.past_form(word_at(words, back + 1)):
            return None
        if classes is None:
            continue
        if "completes" in classes:
            if word_at(words, back - 1) == "to":
                return _infinitive(words, back - 1)
            return modal_sign(words, back - 1) if back and has_class(words, back - 1, "will") else None
        if "wishes" in classes:
            return AHEAD, word
        if "wished" in classes:
            return PERHAPS_AHEAD, word
        if "break" in classes:
            return None
    return None


def _of_class(words: Words, index: int, first: int, led: bool) -> Sign | None:
    classes = words.classes[index]
    assert classes is not None
    word = word_at(words, index)
    if "plan" in classes:
        return (_group(words, index) if word in _EXPIRE else None) or _planned(words, index)
    if led and ("control" in classes or "control-weak" in classes):
        return _planned(words, index)
    if "set-out" in classes or "avert" in classes:
        return PERHAPS_AHEAD, word
    modal = modal_sign(words, index)
    if modal:
        return modal
    if "was" in classes:
        return (AHEAD, word + " to") if word_at(words, index + 1) == "to" else (BEHIND, word)
    if "had" in classes or "has" in classes:
        return _having(words, index)
    if "is" in classes:
        follows = word_at(words, index + 1)
        if follows == "to" or follows.endswith("ing") or _is_when(words, index, first):
            return AHEAD, word
        return UNTOLD, word
    if word == "to" and word_at(words, index + 1) == "be":
        return _infinitive(words, index) or (AHEAD, "to be")
    if word == "to" and words.spellings[index + 1].islower() and not has_class(words, index + 1, "det"):
        return _infinitive(words, index)
    if "event-verb" in classes and first - index <= _EVENT_REACH and is_verb(words, index):
        return _group(words, index) or (AHEAD, word)
    return None


def _is_when(words: Words, index: int, first: int) -> bool:
    """Whether "is" tells when something is: "the hearing is on Monday"; but "today is Monday"."""
    if first - index > _WHEN or word_at(words, index - 1) in _NO_EVENT:
        return False
    return all(has_class(words, between, "to-time") for between in range(index + 1, first))


def _having(words: Words, index: int) -> Sign:
    """What "have" tells: of the past as an auxiliary; after "will" what is ahead; as a verb of its own, nothing."""
    word = word_at(words, index)
    if word in ("have", "has") and word_at(words, index + 1) == "to":
        return AHEAD, word + " to"
    if word_at(words, index - 1) in ("not", "also", "now"):
        index -= 1
    if has_class(words, index - 1, "will"):
        return AHEAD, word
    if word == "have" and has_class(words, index - 1, "modal") and not words.past_form(word_at(words, index + 1)):
        return AHEAD, word
    return BEHIND, word


def modal_sign(words: Words, index: int) -> Sign | None:
    """What "will", "would" or "could" at ``index`` tells; None where another word stands there."""
    classes = words.classes[index]
    word = word_at(words, index)
    if classes is None:
        return None
    if "will" in classes:
        return AHEAD, word
    if "modal" in classes:
        return (BEHIND, word) if word_at(words, index + 1) == "have" else (AHEAD, word)
    return possible(words, index) if "could" in classes else None


def possible(words: Words, index: int) -> Sign:
    """What "could" tells: with a negation that something failed to happen."""
    word = word_at(words, index)
    denied = "not" in word or word.endswith(("n't", "n’t")) or word_at(words, index + 1) in ("not", "have", "no")
    if word == "can" or (not denied and word == "could"):
        return PERHAPS_AHEAD, word
    return (BEHIND, word)


def _planned(words: Words, index: int) -> Sign | None:
    """What a word of planning tells: "as planned" nothing, "had been due" no more than that it was before."""
    before = word_at(words, index - 1)
    if before in ("as", "previously", "originally"):
        return None
    if (before == "been" and word_at(words, index - 2) == "had") or before == "had":
        return UNTOLD, "had been"
    word = word_at(words, index)
    if has_class(words, index - 1, "was") and _dropped(words, index):
        return PERHAPS_AHEAD, before
    return (AHEAD if has_class(words, index, "plan") or has_class(words, index, "control") else PERHAPS_AHEAD), word


def _dropped(words: Words, index: int) -> bool:
    """Whether a plan of the past is followed by "but": "was due to start Thursday, but" tells what did not happen."""
    return any(has_class(words, ahead, "but") for ahead in range(index + 1, min(index + FAR, len(words.classes))))


def attributive(words: Words, index: int) -> bool:
    """Whether a participle stands before its noun: "a still unspecified date"."""
    before = index - 1
    while has_class(words, before, "adverb") or word_at(words, before).endswith("ly"):
        before -= 1
    return has_class(words, before, "det") and not has_class(words, before, "clause")


def is_verb(words: Words, index: int) -> bool:
    """Whether a plain present form stands where a verb stands: its subject right before it agrees."""
    word, before = word_at(words, index), word_at(words, index - 1)
    if not before or has_class(words, index - 1, "det") or has_class(words, index - 1, "to-time"):
        return False
    if before == "to" or before in ("they", "we", "you", "who", "also"):
        return True
    if before == ",":  # "the mission, begun in March, ends"
        return any(word_at(words, back) == "," for back in range(max(index - FAR, 0), index - _ASIDE))
    named = words.spellings[index - 1][:1].isupper()
    if word.endswith("s"):
        return named or (before.isalpha() and not before.endswith("s"))
    return named or before.endswith(("s", "ly"))


def _group(words: Words, index: int) -> Sign | None:
    """The sign of the auxiliaries before a participle or infinitive, None where there are none."""
    past = words.past_form(word_at(words, index))
    for back in range(index - 1, max(index - 1 - _GROUP, -1), -1):
        classes = words.classes[back]
        word = word_at(words, back)
        if past and back == index - 1 and words.spellings[back].istitle() and word in _NAMES:
            return None  # "May said", "Will told": no auxiliary stands right before a past form
        if word == "to":
            return _infinitive(words, back) or (PERHAPS_AHEAD, "to")
        if classes is None:
            if word.endswith("ly"):
                continue
            return None
        if "plan" in classes:
            return _planned(words, back)
        modal = modal_sign(words, back)
        if modal:
            return modal
        if "was" in classes or "had" in classes or "has" in classes:
            return BEHIND, word
        if "is" in classes:
            return (AHEAD if word_at(words, back + 1) == "being" else UNTOLD), word
        if "copula" in classes:
            continue
        if "be" not in classes and "adverb" not in classes and not word.endswith("ly"):
            return None
    return None


def _infinitive(words: Words, to: int) -> Sign | None:
    """The sign of what governs "to do": "agreed to", "asked the two sides to"."""
    for back in range(to - 1, max(to - _CONTROL, -1), -1):
        classes = words.classes[back]
        if classes is None:
            continue
        if "plan" in classes or "control" in classes or "control-weak" in classes:
            return _planned(words, back)
        if back == to - 1 and ("is" in classes or "was" in classes):
            return AHEAD, word_at(words, back) + " to"
        if "break" in classes:
            return None
    return None
