"""What a rule may ask of the words around its match: ``when prev=to-time next!=noun``.

A condition names a place, ``=`` (one of these) or ``!=`` (none of these), and names joined by ``|``. Places: ``prev``,
``prev2``, ``next``, ``next2`` (words beside the match), ``first``, ``last`` (of the match itself), ``left`` (any of the
four words before). Names: a class of the lexicon, a word in quotation marks, or one of

    start, end   there is no word: the sentence begins or ends here
    capital      a capitalised word          small   a word in small letters
    name         a capitalised word inside a sentence, not all in capitals
    titled       such a word in a sentence that is not written so throughout, as titles are
    noun         a small word that may be the noun that the match stands before: "the 1980s boom"
    plural       such a word in -s: "1989 shares"
    figure       a number in figures
    dash         a hyphen or slash without a blank on the side of the match
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.annotate.times.scan import Words

_PLACES = {"prev": -1, "prev2": -2, "next": 1, "next2": 2, "first": 0, "last": 0, "left": -1}
_LEFT = 4
"""Words that "left" looks at."""


class Condition(NamedTuple):
    """One thing that a rule asks for."""

    place: str
    wanted: bool
    names: tuple[str, ...]

    def holds(self, words: Words, first: int, last: int) -> bool:
        """Whether it is so for a match of the words from ``first`` to before ``last``."""
        if self.place == "left":
            indexes = range(first - 1, max(first - 1 - _LEFT, -1), -1)
            return any(_is(words, index, name, 0) for index in indexes for name in self.names) == self.wanted
        step = _PLACES[self.place]
        index = (
            first
            if self.place == "first"
            else last - 1
            if self.place == "last"
            else (first + step if step < 0 else last + step - 1)
        )
        return any(_is(words, index, name, step) for name in self.names) == self.wanted


def parse(text: str) -> Condition:
    """Reads ``prev!=a|b``. Raises ValueError where the place is unknown."""
    place, equals, names = text.partition("=")
    wanted = not place.endswith("!")
    place = place.removesuffix("!")
    if place not in _PLACES or not equals:
        raise ValueError(f"not a condition: {text!r}; places are {', '.join(_PLACES)}")
    return Condition(place, wanted, tuple(names.split("|")))


def _is(words: Words, index: int, name: str, step: int) -> bool:
    if not 0 <= index < len(words.spellings):
        return name == ("start" if index < 0 else "end")
    classes = words.classes[index]
    if classes is not None and name in classes:
        return True
    spelling = words.spellings[index]
    if name[0] == '"':
        return spelling.lower() == name[1:-1]
    if name == "capital":
        return spelling[0].isupper()
    if name == "small":
        return spelling[0].islower()
    if name == "name":
        return index > 0 and spelling.istitle() and words.spellings[index - 1][0].isalpha()
    if name == "titled":
        return _is(words, index, "name", step) and not words.in_title_case()
    if name == "noun":
        return _noun(words, index)
    if name == "plural":
        return len(spelling) > _SHORT and spelling.endswith("s") and _noun(words, index)
    if name == "dash" and spelling in "-/–":
        beside = index if step > 0 else index + 1
        return words.ends[beside - 1] == words.starts[beside]
    return False


_SHORT = 3
"""Letters. Words in -s as short as this are seldom plurals ("was", "gas")."""


def _noun(words: Words, index: int) -> bool:
    spelling = words.spellings[index]
    classes = words.classes[index]
    return (
        spelling.isalpha()
        and spelling.islower()
        and not (classes is not None and "closed" in classes)
        and not spelling.endswith("ly")
        and not words.past_form(spelling)
    )
