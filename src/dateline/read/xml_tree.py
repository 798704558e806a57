"""XML read safely: no entities but the five, no network, no tree of any size; broken XML as far as it goes."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import Any

from dateline.read.readers import Input
from dateline.read.whole import markup_text, whole_bytes

_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,8});")
_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def tree_of(given: Input, what: str) -> Any | None:
    """The root element of the input; None, and said aloud, where there is none. ``what``: what was expected."""
    data = whole_bytes(given, what)
    if data is None:
        return None
    root = parsed(markup_text(given, data))
    if root is None:
        given.problem("rejected", f"XML that cannot be parsed; expected {what}")
    return root


def parsed(markup: str) -> Any | None:
    """The root element; None where there is none. HTML's entities, which feeds use undeclared, become letters."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True, remove_pis=True
    )
    bare = markup.lstrip("\ufeff \t\r\n")
    declared = _DECLARATION.match(bare)
    clean = _INVALID.sub("", _ENTITY.sub(_letter, bare[declared.end() :] if declared else bare))
    try:
        return etree.fromstring(clean.encode("utf-8"), parser)
    except etree.LxmlError:
        return None


def _letter(found: re.Match[str]) -> str:
    code = None if found[1] in _OWN else name2codepoint.get(found[1])
    return f"&#{code};" if code else found[0]


def local(element: Any) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any, *names: str) -> list[Any]:
    """The child elements with one of these local names."""
    return [child for child in element if local(child) in names]


def child(element: Any | None, *path: str) -> Any | None:
    """The first element down a path of local names; None where it ends."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def words(element: Any | None) -> str | None:
    """An element's text on one line; None where it has none."""
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split()) or None


def every(element: Any, *names: str) -> list[Any]:
    """The elements anywhere below (or itself) with one of these local names, in order."""
    return [one for one in element.iter() if local(one) in names]


def markup(element: Any) -> str:
    """An element's own markup, for reading as HTML, prefixes of namespaces dropped."""
    from lxml import etree

    return re.sub(r"(</?)\w+:", r"\1", etree.tostring(element, encoding="unicode", with_tail=False))
