from __future__ import annotations

import json

from dateline.show.linked_data import linked_data
from tests.show.stories import bridge, hostile


def graph(text: str) -> dict[str, list[dict[str, object]]]:
    kinds: dict[str, list[dict[str, object]]] = {}
    for item in json.loads(text)["@graph"]:
        kinds.setdefault(item["@type"], []).append(item)
    return kinds


def test_only_events_are_events() -> None:
    events = graph(linked_data(bridge()))["Event"]
    assert [one["@id"] for one in events] == ["#e1", "#e2", "#e3", "#e5", "#e6", "#e8"]


def test_dates_keep_their_precision() -> None:
    events = {one["@id"]: one for one in graph(linked_data(bridge()))["Event"]}
    assert events["#e3"]["startDate"] == "2024-05-03" and "endDate" not in events["#e3"]
    assert events["#e2"]["startDate"] == "2019-08"
    assert (events["#e8"]["startDate"], events["#e8"]["endDate"]) == ("2024-09-01", "2024-11-30")
    assert events["#e5"]["eventStatus"] == "https://schema.org/EventPostponed"


def test_inferred_date_is_not_given_as_published() -> None:
    articles = graph(linked_data(bridge()))["NewsArticle"]
    assert [one.get("datePublished") for one in articles] == ["2024-05-03", "2024-05-04", None, "2024-05-14"]


def test_only_literal_words_are_quotations() -> None:
    assert [one["@id"] for one in graph(linked_data(bridge()))["Quotation"]] == ["#q1", "#q2"]


def test_text_cannot_end_its_script() -> None:
    text = linked_data(hostile())
    assert "<" not in text and ">" not in text
    assert json.loads(text)
