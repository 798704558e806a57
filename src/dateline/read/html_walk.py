"""From elements to paragraphs: the words of a page in reading order, without what is no story."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_BLOCKS = frozenset(
    """address article blockquote body center dd details div dl dt fieldset figcaption h1 h2 h3 h4 h5 h6 header hr li
    main ol p pre section table tbody td tfoot th thead tr ul hl1 hl2 block""".split()
)
_DROPPED = frozenset(
    """script style nav footer aside form noscript figure template button select svg iframe object video audio textarea
    head title map canvas dialog media figcaption""".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNWANTED = re.compile(
    r"""(?:^|[\s_-])(?:related|share|sharing|social|newsletters?|promos?|advert\w*|ads?|sponsor\w*|sidebar|comments?
    |breadcrumbs?|captions?|byline|authors?|tags?|recirc\w*|recommend\w*|most|popular|trending|subscribe|subscription
    |sign-?up|cookies?|consent|paywall|toolbar|nav\w*|menu|credits?|teasers?|hidden|sr-only|visually-hidden|read-?more
    |more-?(?:on|stories|from)|timestamp|dateposted|pubdate|disclaimer|copyright|pagination|skip-?link|also|widget
    |meta|kicker|footer|(?:post|entry|story|page|site|article)-?header|labels?|correction-policy|print-?only|inline-?link|playlist|gallery)(?:$|[\s_-])""",
    re.X | re.I,
)
"""Words in an element's class or id that say that it is no story."""
CONTENT = re.compile(
    r"""(?:^|[\s_-])(?:article|story|entry|post|page|news|main|content|text|release|report)[_-]{0,2}
    (?:body|content|text|copy|main|detail|full)(?:$|[\s_-])|(?:^|\s)(?:article-?Body|storytext|bodytext|prose|wysiwyg)(?:$|\s)
    """,
    re.X | re.I,
)
"""Words in an element's class or id that say that it holds the story."""
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BREAK = "\x00"
_PARAGRAPH = re.compile("\x00\\s*\x00")


class Piece(NamedTuple):
    """One paragraph: its words, the element that it stood in, and how many of its characters are links."""

    text: str
    tag: str
    linked: int


def label(element: Any) -> str:
    """An element's class and id, words in camel case parted."""
    return _HUMP.sub("-", f"{element.get('class') or ''} {element.get('id') or ''}".strip())


def pieces(place: Any) -> list[Piece]:
    """The paragraphs below an element in order."""
    from lxml import etree

    found: list[Piece] = []
    words: list[str] = []
    linked = anchors = 0
    holders = [local_tag(place)]

    def flush() -> None:
        nonlocal linked
        for part in _PARAGRAPH.split("".join(words)):
            lines = (" ".join(line.split()) for line in part.split(_BREAK))
            if text := "\n".join(line for line in lines if line):
                found.append(Piece(text, holders[-1], linked))
        words.clear()
        linked = 0

    walk = etree.iterwalk(place, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = local_tag(element)
        if event == "start":
            if tag in _DROPPED or (element is not place and unwanted(element)):
                walk.skip_subtree()
                element.set("data-skipped", "")
                continue
            if tag in _BLOCKS:
                flush()
                holders.append(tag)
            elif tag == "br":
                words.append(_BREAK)
            anchors += tag == "a"
            if element.text:
                words.append(element.text)
                linked += len(element.text) if anchors else 0
            continue
        if event == "end":
            if element.get("data-skipped") is not None:
                if tag in _BLOCKS:
                    flush()
            elif tag in _BLOCKS:
                flush()
                holders.pop()
            anchors -= tag == "a" and element.get("data-skipped") is None
        if element.tail and element is not place:
            words.append(element.tail)
            linked += len(element.tail) if anchors else 0
    flush()
    return found


def local_tag(element: Any) -> str:
    """The element's name in small letters, "" for a comment."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def unwanted(element: Any) -> bool:
    """Whether an element says of itself that it is hidden, or belongs to the page and not to the story."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.get("role") in ("navigation", "complementary", "dialog", "alert", "search", "contentinfo"):
        return True
    if "display:none" in (element.get("style") or "").replace(" ", ""):
        return True
    named = label(element)
    if not named or local_tag(element) in ("body", "html", "article", "main"):
        return False
    return bool(_UNWANTED.search(named)) and not CONTENT.search(named) and element.get("itemprop") != "articleBody"
