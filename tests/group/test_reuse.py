"""Shared copy between reports. All texts are made up."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.group import meetings
from dateline.group.reuse import find_reuse, text_groups
from dateline.model.annotations import Annotated, Annotations
from dateline.model.report import Block, Report
from dateline.model.story import Reuse

ROAD = (
    "Ministers of the three coastal provinces agreed on Tuesday to reopen the northern road before the winter. "
    "The road was closed in March after a storm took away two bridges and killed 12 people near the harbour. "
    "Engineers said the new bridges would carry lorries of up to forty tonnes and last for sixty years. "
    "Shopkeepers in the harbour town have waited for months to see the first deliveries come through again. "
    "The works cost more than the provinces had set aside and a loan from the capital had to be taken. "
    "A spokeswoman for the road office told reporters that the last tests would take place within a week."
)
FERRY = (
    "A ferry company said on Wednesday that it had ordered four ships from a yard in the south of the country. "
    "Passengers had complained for years of delays on the old vessels, two of which are to be scrapped in spring. "
    "The yard, which had been near closing, is to hire some two hundred welders and fitters for the order. "
    "Unions welcomed the order and asked for longer contracts, which the yard's owners have so far declined to give."
)
QUOTE = "We shall not leave the harbour before the last family has been brought to a safe place"


def report(name: str, text: str) -> Annotated:
    return Annotated(Report(name, text, "", blocks=(Block("body", 0, len(text)),)), Annotations())


def pair(a: str, b: str) -> Reuse | None:
    found = find_reuse([report("r1", a), report("r2", b)])
    return found[0] if found else None


def sentences(text: str) -> list[str]:
    return [part.strip() + "." for part in text.rstrip(".").split(". ")]


def test_same_text_is_same_whatever_its_line_breaks_and_marks() -> None:
    reuse = pair(ROAD, ROAD.replace(". ", ".\n\n").replace("three", "‘three’"))
    assert reuse is not None
    assert (reuse.kind, reuse.shared) == ("same", 1.0)


@pytest.mark.parametrize("keep", [2, 3, 4, 5])
def test_cut_down_copy_is_same_by_containment(keep: int) -> None:
    reuse = pair(ROAD, " ".join(sentences(ROAD)[:keep]))
    assert reuse is not None
    assert (reuse.kind, reuse.shared) == ("same", 1.0)


def test_copy_with_a_changed_toll_is_an_update_and_stays_apart() -> None:
    newer = ROAD.replace("killed 12 people", "killed 15 people")
    reports = [report("r1", ROAD), report("r2", newer)]
    (reuse,) = find_reuse(reports)
    assert reuse.kind == "update"
    assert text_groups(reports, (reuse,)) == {"r1": "r1", "r2": "r2"}


def test_half_taken_over_is_a_rewrite() -> None:
    reuse = pair(ROAD, " ".join(sentences(ROAD)[:3] + sentences(FERRY)))
    assert reuse is not None
    assert reuse.kind == "rewrite"
    assert 0.3 < reuse.shared < 0.8


def test_one_quotation_in_common_is_shared_quotes() -> None:
    reuse = pair(f"{ROAD} “{QUOTE},” the mayor said.", f"{FERRY} The mayor said: {QUOTE}.")
    assert reuse is not None
    assert reuse.kind == "shared quotes"
    assert reuse.shared < 0.3
    assert reuse.evidence[0].a.quote == reuse.evidence[0].b.quote == QUOTE


@pytest.mark.parametrize(
    "phrase",
    [
        "the secretary general of the united nations",
        "at the end of the month officials said",
        "in the wake of the storm",
    ],
)
def test_stock_phrase_makes_no_relation(phrase: str) -> None:
    assert pair(f"{ROAD} It was {phrase}.", f"{FERRY} So said {phrase} again.") is None


def test_unrelated_reports_share_nothing() -> None:
    assert pair(ROAD, FERRY) is None


def test_short_notices_with_a_name_in_common_are_not_kin() -> None:
    assert pair("Live: the trial of the singer's personal physician Dr Ann Lee.",
                "A court heard the singer's personal physician Dr Ann Lee on Monday.") is None  # fmt: skip


def test_evidence_is_literal_on_both_sides_and_not_over_long() -> None:
    edited = ROAD.replace("forty tonnes", "fifty tonnes").replace("a storm", "the great storm")
    for other in (edited, " ".join(sentences(ROAD)[2:] + sentences(FERRY))):
        reuse = pair(ROAD, other)
        assert reuse is not None
        for shared in reuse.evidence:
            assert ROAD[shared.a.start : shared.a.end] == shared.a.quote
            assert other[shared.b.start : shared.b.end] == shared.b.quote
            assert max(len(shared.a.quote), len(shared.b.quote)) <= 600


def test_letters_whose_small_form_is_longer_leave_places_right() -> None:
    text = f"İSTANBUL İZMİR. {ROAD}"
    reuse = pair(text, text.replace("before the winter", "before winter"))
    assert reuse is not None
    for shared in reuse.evidence:
        assert text[shared.a.start : shared.a.end] == shared.a.quote
        assert not shared.a.quote[0].isspace() and text[shared.a.start - 1 : shared.a.start] in ("", " ")


def test_only_the_story_is_compared() -> None:
    sign_off = " Reporting by Ann Lee in the harbour town and Bo Diaz in the capital and Cy Moe at the coast"
    a, b = ROAD + sign_off, FERRY + sign_off
    reports = [
        Annotated(
            Report(name, text, "", blocks=(Block("body", 0, size), Block("signoff", size + 1, len(text)))),
            Annotations(),
        )
        for name, text, size in (("r1", a, len(ROAD)), ("r2", b, len(FERRY)))
    ]
    assert find_reuse(reports) == ()


def test_copies_fold_into_the_first_report() -> None:
    cut = " ".join(sentences(ROAD)[:3])
    reports = [report("r10", ROAD), report("r2", cut), report("r3", FERRY), report("r9", ROAD)]
    groups = text_groups(reports, find_reuse(reports))
    assert groups == {"r2": "r2", "r3": "r3", "r9": "r2", "r10": "r2"}


def test_notice_contained_in_two_texts_does_not_bind_them() -> None:
    notice = "Readers may send their letters to the office at the harbour and should give name and town with them."
    reports = [report("r1", f"{ROAD} {notice}"), report("r2", f"{FERRY} {notice}"), report("r3", notice)]
    groups = text_groups(reports, find_reuse(reports))
    assert groups["r1"] != groups["r2"]


def test_large_family_of_copies_is_found_though_its_runs_are_common() -> None:
    reports = [report(f"r{number}", f"{ROAD} Edition {number}.") for number in range(1, 41)]
    groups = text_groups(reports, find_reuse(reports))
    assert len(set(groups.values())) <= 2


@given(st.permutations([ROAD, FERRY, f"{ROAD} {QUOTE}.", f"{FERRY} {QUOTE}.", " ".join(sentences(ROAD)[:3]), ""]))
@settings(max_examples=25)
def test_result_does_not_depend_on_the_order_of_reports(order: list[str]) -> None:
    texts = sorted(order)
    reports = [report(f"r{texts.index(text) + 1}", text) for text in order]
    found = find_reuse(reports)
    assert found == find_reuse(sorted(reports, key=lambda item: item.report.id))
    groups = text_groups(reports, found)
    assert groups == text_groups(sorted(reports, key=lambda item: item.report.id), tuple(reversed(found)))
    assert set(groups) == {item.report.id for item in reports}


WORDS = st.lists(st.sampled_from("the road was 12 15 closed on Tuesday by a storm “ ” . , \n".split(" ")), max_size=60)


@given(WORDS, WORDS)
@settings(max_examples=60)
def test_any_two_texts_give_literal_evidence_or_nothing(left: list[str], right: list[str]) -> None:
    a, b = " ".join(left), " ".join(right)
    reuse = pair(a, b)
    if reuse is not None:
        assert 0 < reuse.shared <= 1
        for shared in reuse.evidence:
            assert a[shared.a.start : shared.a.end] == shared.a.quote
            assert b[shared.b.start : shared.b.end] == shared.b.quote


def test_repetitive_texts_take_no_quadratic_time() -> None:
    text = f"{FERRY} " * 300
    started = time.process_time()
    assert pair(text, text + "at last") is not None
    assert time.process_time() - started < 2


def test_cost_grows_about_linearly() -> None:
    vocabulary = [f"word{number}" for number in range(4000)]

    def cost(count: int) -> float:
        source = random.Random(5)
        reports = [report(f"r{n}", " ".join(source.choices(vocabulary, k=200))) for n in range(count)]
        started = time.process_time()
        find_reuse(reports)
        return time.process_time() - started

    cost(50)
    assert cost(800) < 16 * max(cost(100), 0.01)


def test_copies_are_found_in_a_pile_of_which_only_a_share_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Told by containment as in a small pile: whole copies, cut-down ones and those half taken over."""
    chance = random.Random(3)
    words = [f"{first}{last}" for first in "bdfgklmnprst" for last in ("ando", "el", "imor", "us", "yta", "ork")]
    texts = [" ".join(chance.choice(words) for _ in range(300)) for _ in range(20)]
    texts += [texts[0], " ".join(texts[1].split()[:200]), " ".join(texts[2].split()[:150] + texts[3].split()[150:])]
    reports = [report(f"r{number}", text) for number, text in enumerate(texts, 1)]
    whole = find_reuse(reports)
    monkeypatch.setattr(meetings, "MOST_RUNS", sum(len(text.split()) for text in texts) // 3)
    assert find_reuse(reports) == whole
    assert [pair.reports for pair in whole] == [("r1", "r21"), ("r2", "r22"), ("r3", "r23"), ("r4", "r23")]
