import re

import pytest

from dateline.text.patterns import late


def test_late_finds_what_the_compiled_pattern_finds() -> None:
    words = "On 3 May, and on 12 June"
    pattern = late(r"(?P<day>\d+)\s(?P<month>[a-z]+)", re.IGNORECASE)
    real = re.compile(r"(?P<day>\d+)\s(?P<month>[a-z]+)", re.IGNORECASE)

    assert [found["month"] for found in pattern.finditer(words)] == ["May", "June"]
    assert pattern.findall(words) == real.findall(words)
    assert pattern.sub("x", words) == real.sub("x", words)
    assert (pattern.pattern, pattern.flags, pattern.groups) == (real.pattern, real.flags, real.groups)


def test_late_compiles_at_the_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_ = re.compile

    def noted(source: str, flags: int = 0) -> re.Pattern[str]:
        made.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", noted)

    pattern = late("a+")
    assert made == []
    assert pattern.match("aab") and pattern.search("baa")
    assert made == ["a+"]


def test_late_tells_a_broken_pattern_when_it_is_used() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.match("")
