"""The first pass: finds time expressions and what they mean short of the report's day."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.times.combine import combine
from dateline.annotate.times.direction import CLOCKS, LEANING, lean, limited, names_a_thing, stands_apart
from dateline.annotate.times.grammar import Grammar, Tree, matches
from dateline.annotate.times.language import grammar
from dateline.annotate.times.making import PLACED, Found
from dateline.annotate.times.raw import RawTimex, RawTimexes
from dateline.annotate.times.scan import Words, scan
from dateline.annotate.times.signs import ATTRIBUTE, BEHIND
from dateline.annotate.times.speech import dated_speech, is_stamp
from dateline.annotate.tokens import pieces
from dateline.model.annotations import Sentence

_OPENING = 2
"""Words before an expression that opens its sentence: "In the"."""
_STAMP = 2
"""Expressions of a stamp: a day, and the clock."""
NO_TIME = "none"
"""Operation of rules for what only looks like a time: "resolution 1973", "the Sunday Times"."""


def recognise(text: str, sentences: Sequence[Sentence], language: str = "en") -> RawTimexes:
    """The time expressions of a text with their meaning, short of the report's day.

    Raises LookupError for a language without rules.
    """
    rules = grammar(language)
    paragraphs: dict[int, list[RawTimex]] = {}
    for number, sentence in enumerate(sentences):
        if not rules.triggers.isdisjoint(pieces(text[sentence.start : sentence.end])):
            expressions = _in_sentence(text, number, sentence, rules)
            if expressions:
                paragraphs.setdefault(sentence.paragraph, []).extend(expressions)
    starts = {sentence.paragraph: sentence.start for sentence in reversed(sentences)}
    ends = {sentence.paragraph: sentence.end for sentence in sentences}
    found: list[RawTimex] = []
    for paragraph, here in paragraphs.items():
        start, end = starts[paragraph], ends[paragraph]
        if len(here) > 1:
            here = dated_speech(text, start, end, here, rules.lexicon)
        if 0 < len(here) <= _STAMP:
            stamp = is_stamp(text, start, end, here)
            if stamp >= 0:
                here[stamp] = here[stamp]._replace(stamp=True)
        found += here
    return tuple(found)


def _in_sentence(text: str, number: int, sentence: Sentence, rules: Grammar) -> list[RawTimex]:
    found: list[RawTimex] = []
    words = scan(text, sentence.start, sentence.end, rules.lexicon)
    before = ""
    story = False  # whether the sentence opens with its year: "In 1918 it was mild, but in August it killed many"
    for one in _expressions(words, rules):
        leaning, cue = 0, ""
        if before == "after":  # "seven months after March 31": the one that is over
            leaning, cue = BEHIND, before
        elif one.operation in LEANING and not (one.operation in CLOCKS and stands_apart(words, one.first)):
            leaning, cue = lean(words, one.first, one.last)
            if one.operation == "date" and "day" in one.fields and names_a_thing(words, one.first, one.last):
                cue = ATTRIBUTE
        before = one.operation
        fields = {**one.fields, "limit": 1} if limited(words, one.first) else one.fields
        if one.operation == "date":
            if not found and one.first <= _OPENING and "year" in fields and "month" not in fields:
                story = True
            elif story and leaning < 0 and "month" in fields and fields.keys().isdisjoint(PLACED):
                fields = {**fields, "refyear": 1}
        start, end = words.starts[one.first], words.ends[one.last - 1]
        found.append(RawTimex(start, end, number, one.rule, one.operation, fields, leaning, cue))
    return found


def _expressions(words: Words, rules: Grammar) -> list[Found]:
    found = _simple(words, rules)
    if found:
        for tree in rules.trees[1:]:
            found = combine(words, found, tree)
    return found


def _simple(words: Words, rules: Grammar) -> list[Found]:
    """The expressions that rules find by words alone; from left to right, the longest first."""
    found = []
    tree = rules.trees[0]
    opens, alone = tree.keys(), rules.alone
    reached = 0
    followed = [*words.classes[1:], None]
    for at, here in [(at, here) for at, here in enumerate(words.classes) if here is not None]:
        if at < reached or (alone if followed[at] is None else opens).isdisjoint(here):
            continue
        one = _longest(words, tree, at)
        if one is not None:
            if one.operation != NO_TIME:
                found.append(one)
            reached = one.last
    return found


def _longest(words: Words, tree: Tree, at: int) -> Found | None:
    classes = words.classes
    for end, rule, steps in matches(tree, classes, at):
        if rule.conditions and not all(one.holds(words, at, end) for one in rule.conditions):
            continue
        fields = dict(rule.fields)
        for index, (name, kept) in enumerate(steps, at):
            if kept:
                fields[kept] = classes[index][name]  # type: ignore[index]
        return Found(at, end, rule.name, rule.operation, fields)
    return None
