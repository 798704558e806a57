"""The first pass: finds time expressions and what they mean short of the report's day."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.times.language import grammar
from dateline.annotate.times.lexicon import Value
from dateline.annotate.times.raw import RawTimex, RawTimexes
from dateline.annotate.times.scan import scan
from dateline.model.annotations import Sentence


def recognise(text: str, sentences: Sequence[Sentence], language: str = "en") -> RawTimexes:
    """The time expressions of a text with their meaning, short of the report's day."""
    rules = grammar(language)
    found: list[RawTimex] = []
    for number, sentence in enumerate(sentences):
        words = scan(text, sentence.start, sentence.end, rules.lexicon)
        classes = words.classes
        at = 0
        while at < len(classes):
            here = classes[at]
            matches = rules.matches(classes, at) if here is not None else None
            if not matches:
                at += 1
                continue
            end, rule, steps = matches[0]
            fields: dict[str, Value] = dict(rule.fields)
            for offset, (name, kept) in enumerate(steps):
                if kept:
                    fields[kept] = classes[at + offset][name]  # type: ignore[index]
            found.append(RawTimex(words.starts[at], words.ends[end - 1], number, rule.name, rule.operation, fields))
            at = end
    return tuple(found)
