from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.show.passages import MOST_WHOLE_REPORTS, Node, Place, _nodes, report_texts
from dateline.show.view import story_view
from tests.show.stories import bridge

TEXT = "abcdefghijklmnopqrstuvwxyz"


def words(nodes: tuple[Node, ...]) -> str:
    return "".join(words(node.inside) if node.place else node.text for node in nodes)


def marked(nodes: tuple[Node, ...]) -> dict[str, str]:
    """Anchor -> all the words under its marks, in order."""
    found: dict[str, str] = {}
    for node in nodes:
        if node.place:
            found[node.place.anchor] = found.get(node.place.anchor, "") + words(node.inside)
            for anchor, text in marked(node.inside).items():
                found[anchor] = found.get(anchor, "") + text
    return found


def first_pieces(nodes: tuple[Node, ...]) -> list[str]:
    return [
        anchor
        for node in nodes
        if node.place
        for anchor in [*([] if node.place.later_piece else [node.place.anchor]), *first_pieces(node.inside)]
    ]


spans = st.tuples(st.integers(0, 25), st.integers(1, 26)).filter(lambda pair: pair[0] < pair[1])


@given(st.sets(spans, max_size=8))
def test_every_place_is_marked_whole_and_named_once(pairs: set[tuple[int, int]]) -> None:
    places = [Place(a, b, f"p{a}-{b}") for a, b in sorted(pairs, key=lambda pair: (pair[0], -pair[1]))]
    cut: list[str] = []
    nodes = _nodes(TEXT, 0, 26, places, cut)
    assert words(nodes) == TEXT
    assert marked(nodes) == {place.anchor: TEXT[place.start : place.end] for place in places}
    assert sorted(first_pieces(nodes)) == sorted(place.anchor for place in places)


def test_small_pile_shows_its_texts_whole() -> None:
    document = bridge()
    texts, cut = report_texts(story_view(document), document.reports)
    assert cut == ()
    assert all(text.whole for text in texts)
    shown = "\n\n".join(words(passage.nodes) for passage in texts[0].passages)
    assert shown == document.reports[0].text


def test_large_pile_shows_only_cited_passages() -> None:
    import msgspec

    document = bridge()
    others = tuple(
        msgspec.structs.replace(document.reports[3], id=f"r{number}", text="Nothing of use.\n\nStill nothing.")
        for number in range(5, 6 + MOST_WHOLE_REPORTS)
    )
    document = msgspec.structs.replace(document, reports=document.reports + others)
    texts, _ = report_texts(story_view(document), document.reports)
    assert [text.id for text in texts] == ["r1", "r2", "r3", "r4"]
    fourth = texts[3]
    assert not fourth.whole
    assert [passage.gap for passage in fourth.passages] == [True, False, False, False]
