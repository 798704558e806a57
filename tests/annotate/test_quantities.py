from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.quantities import find_quantities
from dateline.annotate.quantities.numbers import CANDIDATE, IN_FIGURES
from dateline.model.annotations import Quantity
from tests.annotate.test_status import marked


def found_in(example: str) -> tuple[str, tuple[Quantity, ...]]:
    text, sents, timexes = marked(example)
    return text, find_quantities(text, sents, timexes)


EXAMPLES = [
    ("They gave more than $400 million in aid.", "400000000 more than USD aid"),
    ("It flew more than 31,000 rescue flights and patrols.", "31000 more than - rescue flights"),
    ("Envoys of the 28 member states met.", "28 exact - member states"),
    ("The 15-nation Safety Council voted.", "15 exact - nation Safety Council"),
    ("At least 18 people were killed in the blast.", "18 at least - people were killed"),
    ("The flood killed nearly 300 people there.", "300 about - people"),
    ("As many as two thousand homes burned.", "2000 as many as - homes"),
    ("Fewer than a dozen ships sailed.", "12 less than - ships"),
    ("Between 200 and 300 miners were trapped.", "200..300 exact - miners were trapped"),
    ("Some 200-300 miners marched.", "200..300 about - miners"),
    ("Sales fell 5.5 percent.", "5.5 exact % Sales"),
    ("Sixty per cent of voters stayed home.", "60 exact % voters"),
    ("A £1.5bn rescue was agreed.", "1500000000 exact GBP rescue"),
    ("It cost 40 million euros.", "40000000 exact EUR -"),
    ("Two thirds of the houses fell.", "0.667 exact - houses"),
    ("Forty-one sailors drowned.", "41 exact - sailors"),
    ("Two hundred and fifty sailors drowned.", "250 exact - sailors"),
    ("The toll stands at 34 dead and 7 missing.", "34 exact - dead; 7 exact - missing"),
    ("Two wounded soldiers were flown out.", "2 exact - wounded soldiers"),
    ("A judge set bail of $1 million to the banker.", "1000000 exact USD bail"),
    ("It struck at a depth of 5 km.", "5 exact km depth"),
    ("The death toll rose to 75 on their watch.", "75 exact - death toll"),
    ("It killed 113 people and 228 are missing.", "113 exact - people; 228 exact - missing"),
    ("It carries 1,000 pounds of food.", "1000 exact lb food"),
    ("A convoy of 200 or more trucks left.", "200 at least - trucks"),
    ("The dairy widened the recall to 96,000 pounds.", "96000 exact lb recall"),
    ("It was fined 96,000 pounds.", "96000 exact GBP -"),
    ("The shares fell 11 percent to 204 pence.", "11 exact % shares; 204 exact penny -"),
    ("It lost 400 million pounds for the third quarter.", "400000000 exact GBP -"),
    ("The war drove 1.4 million from their homes.", "1400000 exact - their homes"),
    ("The number of people sickened by the milk has climbed to 11.", "11 exact - people sickened"),
    ("Rescuers saved 311 of the 420 people on board.", "311 exact - people; 420 exact - people"),
    ("It had 436 people, more than the 420 first given.", "436 exact - people"),
    ("Kirk was tested 31 times.", "31 exact - times"),
    ("Kirk won by 14 seconds.", "14 exact second -"),
    ("It named 14 clerks; a guard put the number at about 20.", "14 exact - clerks; 20 about - clerks"),
]


@pytest.mark.parametrize(("example", "wanted"), EXAMPLES)
def test_quantities_value_bound_unit_and_what(example: str, wanted: str) -> None:
    text, found = found_in(example)
    shown = []
    for q in found:
        what = text[q.what.start : q.what.end] if q.what else "-"
        value = f"{round(q.value, 3):.10g}" + (f"..{q.high:.10g}" if q.high else "")
        shown.append(f"{value} {q.bound} {q.unit or '-'} {what}")
    assert "; ".join(shown) == wanted


@pytest.mark.parametrize(
    "example",
    [
        "He was born in 1969 and left.",
        "Anna Kern, 50, resigned.",
        "The 50-year-old driver fled.",
        "It is the 3rd and the 21st of its kind.",
        "They left at 14:05 sharp.",
        "Resolution 1973 was read out.",
        "A Boeing 747 landed.",
        "They won 2-1.",
        "She waited for three hours.",
        "It was one of the first.",
        "He paid in [5 May 2012] notes.",
        "The children aged 12 left.",
        "The Radio 1 presenter sang.",
        "She made a 911 call.",
    ],
)
def test_quantities_leave_out_numbers_that_name(example: str) -> None:
    assert found_in(example)[1] == ()


PIECES = st.sampled_from(
    "12 1,200 3.5 two hundred and a half million $ £4bn % percent of people dead [2011] to between or more - -year-old"
    " about at least , . ( ) killed in aid".split(" ")
)


@given(st.lists(PIECES, max_size=40))
def test_quantities_lie_in_sentences_and_off_the_times(pieces: list[str]) -> None:
    text, sents, timexes = marked(" ".join(pieces))
    for q in find_quantities(text, sents, timexes):
        assert any(s.start <= q.start < q.end <= s.end for s in sents)
        assert not any(t.start < q.end and q.start < t.end for t in timexes)
        assert q.high is None or q.high > q.value
        if q.what:
            assert text[q.what.start : q.what.end].strip()


@given(st.text(st.sampled_from("ax 17$€.,-"), max_size=30))
def test_figures_are_found_alike_with_and_without_number_words(text: str) -> None:
    assert [one.span() for one in IN_FIGURES.finditer(text)] == [one.span() for one in CANDIDATE.finditer(text)]
