"""The story in a page: the element that holds it, and its paragraphs."""

from __future__ import annotations

from typing import Any

from dateline.read.html_walk import CONTENT, HEADINGS, Piece, label, pieces

SHORTEST = 20
"""Characters. A shorter paragraph outside an element that holds a story is a label or a button."""
ENOUGH = 0.4
"""Share of the page's running text that an element must hold to be taken for the story's."""
LINKED = 0.6
"""Share of a paragraph's characters. One with more in links leads elsewhere."""
LINKED_ITEM = 0.4
"""The same for an item of a list."""
MARKED = 250
"""Characters. A story's element with less is an empty shell that a script would have filled."""
CLOSE = 0.9
"""Share of the longest candidate's text that an element inside it must hold to be taken in its place."""
MOST_CANDIDATES = 20
"""Elements of one kind looked at one by one; a page of more is a list of teasers."""


def story_text(tree: Any) -> tuple[str, bool]:
    """The page's story, paragraphs parted by blank lines, and whether the page marks it well."""
    whole = _story(pieces(_body(tree)), inside=False)
    size = sum(map(len, whole))
    for kind, places in enumerate(_candidates(tree)):
        stories = [(_story(pieces(place), inside=True)) for place in places[:MOST_CANDIDATES]]
        if kind == 0:
            best = [text for story in stories for text in story]
        else:
            best = _closest(stories)
        held = sum(map(len, best))
        if held and held >= ENOUGH * size:
            return "\n\n".join(best), held >= MARKED
    dense = _densest(tree)
    if dense and sum(map(len, dense)) >= ENOUGH * size:
        return "\n\n".join(dense), False
    return "\n\n".join(whole), False


def _closest(stories: list[list[str]]) -> list[str]:
    """The longest story: a page of teasers has many elements for one. Of those within each other the innermost."""
    sizes = [sum(map(len, story)) for story in stories]
    most = max(sizes, default=0)
    return next(
        (story for story, size in zip(reversed(stories), reversed(sizes), strict=True) if size >= CLOSE * most), []
    )


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML, as feeds, mail and agencies' XML carry it."""
    return "\n\n".join(piece.text for piece in fragment_pieces(markup))


def fragment_pieces(markup: str) -> list[Piece]:
    """The paragraphs of a piece of HTML."""
    from lxml import etree, html

    try:
        place = html.fromstring(f"<div>{markup.replace(chr(0), '')}</div>")
    except (etree.LxmlError, ValueError):
        return []
    return pieces(place)


def _body(tree: Any) -> Any:
    found = tree.find(".//body")
    return tree if found is None else found


def _candidates(tree: Any) -> list[list[Any]]:
    """The elements that may hold the story, the surest kind first."""
    stated = [one for one in tree.iter() if "articleBody" in (one.get("itemprop") or "").split()]
    outer = [one for one in stated if not any(above in stated for above in one.iterancestors())]
    named = [one for one in tree.iter("div", "section", "td", "article") if CONTENT.search(label(one))]
    return [outer, named, list(tree.iter("article")), [*tree.iter("main"), *tree.xpath('//*[@role="main"]')]]


def _story(found: list[Piece], *, inside: bool) -> list[str]:
    """The paragraphs that are story. ``inside``: in an element that holds a story even short ones are."""
    kept: list[tuple[str, bool]] = []
    for piece in found:
        heading = piece.tag in HEADINGS
        most = LINKED_ITEM if piece.tag in ("li", "td", "dd") else LINKED
        if piece.tag == "h1" or piece.linked > most * len(piece.text):
            continue
        running = piece.tag in ("p", "blockquote", "li", "pre") or (heading and inside)
        least = 1 if running and inside else SHORTEST if running else 2 * SHORTEST
        if len(piece.text) >= least:
            kept.append((piece.text, heading))
    while kept and kept[-1][1]:
        kept.pop()
    return [text for text, _ in kept]


def _densest(tree: Any) -> list[str]:
    """The paragraphs of the element with the most text in paragraphs of its own; its parent's where that adds some."""
    weight: dict[Any, int] = {}
    for one in tree.iter("p", "pre", "br"):
        above = one.getparent()
        if above is not None:
            size = len(one.tail or "") if one.tag == "br" else len(one.text_content())
            weight[above] = weight.get(above, 0) + size
    if not weight:
        return []
    return _story(pieces(max(weight, key=lambda one: weight[one])), inside=True)
