from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.mojibake import as_meant


@pytest.mark.parametrize(
    ("given_text", "meant"),
    [
        ("Annâ€™s bank", "Ann’s bank"),
        ("Annâ€ ™ s bank didnâ€ ™ t open", "Ann’s bank didn’t open"),
        ("both senatorsâ€ ™ campaigns", "both senators’ campaigns"),
        ("called it â€œfolly on stiltsâ€ \ufffd.", "called it “folly on stilts”."),
        ("the court â€ “ and the jury", "the court – and the jury"),
        ("JosÃ© GarcÃ­a owes Â£5", "José García owes £5"),
        ("JosÃ © is back", "José is back"),
        ("R&amp;B at &#163;5 &ndash; or &quot;more&quot;", 'R&B at £5 – or "more"'),
        ("a tag &lt;b&gt; and A&B; stay", "a tag &lt;b&gt; and A&B; stay"),
        ("SÃO PAULO, Ângela and a café", "SÃO PAULO, Ângela and a café"),
    ],
)
def test_as_meant_puts_right_what_was_read_in_another_encoding_or_marked_up_twice(given_text: str, meant: str) -> None:
    assert as_meant(given_text) == meant


@given(st.text())
def test_as_meant_changes_nothing_twice_where_nothing_is_scrambled(text: str) -> None:
    if not any(sign in text for sign in ("â€", "Ã", "Â", "&")):
        assert as_meant(text) == text


@given(st.text(alphabet="abc ’“”‘–…éüñ"))
def test_as_meant_brings_back_a_text_that_was_read_as_western(text: str) -> None:
    scrambled = "".join(c if c.isascii() else _as_western(c) for c in text)
    assert as_meant(scrambled).replace(" ", "") == text.replace(" ", "")


def _as_western(letter: str) -> str:
    return letter.encode().decode("cp1252", "replace")
