"""A guess at a text's language by its commonest small words."""

from __future__ import annotations

from collections import Counter

from dateline.text.words import letters

SAMPLE = 1500
"""Characters looked at. Small words are a third of running text, so that is some eighty of them."""
LEAST = 4
"""Small words that must be seen before anything is said."""

_WORDS = {
    "en": "the of and to in that is was for on with said by it from has are be at he his have",
    "es": "el los las del que y en una por con para su se es fue al como más pero según",
    "fr": "le les des du et une dans est que qui pour par sur au aux pas plus ce cette selon",
    "de": "der die das und den von mit ist im nicht ein eine auf für dem des zu sich auch nach",
}
_VOTES: dict[str, tuple[str, ...]] = {}
for _language, _list in _WORDS.items():
    for _word in _list.split():
        _VOTES[_word] = (*_VOTES.get(_word, ()), _language)


def guess(text: str) -> str | None:
    """``en``, ``es``, ``fr`` or ``de``; None where no language has twice the votes of the next."""
    votes = dict.fromkeys(_WORDS, 0)
    for languages, count in Counter(map(_VOTES.get, letters(text[:SAMPLE].lower()))).items():
        for language in languages or ():
            votes[language] += count
    (first, most), (_, second) = sorted(votes.items(), key=lambda item: -item[1])[:2]
    return first if most >= LEAST and most >= 2 * second else None
