"""From the source of a web page to a tree of bounded depth; nothing it points to is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

_DEEPEST = 400
"""Elements inside each other that are kept where a page has more than the parser takes; pages have thirty or forty."""

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^>]*>")
_RAW = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_UNNESTED = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
     "p", "li", "dt", "dd", "tr", "td", "th", "option")
)  # fmt: skip
"""Elements that hold none, or that close the one before them."""

_ELEMENTS = etree.ElementDefaultClassLookup(element=html.HtmlElement)
"""One class for all elements: lxml would ask Python for each one each time it is met, which the judges do a lot."""

_DOCTYPE = re.compile(r"<!doctype[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_HEAD = 1 << 16


def tree_of(source: str) -> tuple[html.HtmlElement, bool]:
    """Return the tree of ``source``, and whether its nesting had to be cut flat to have one.

    A DOCTYPE is dropped with whatever it declares, so no entity of the page's own making is ever expanded.
    """
    source = _DOCTYPE.sub("", source[:_HEAD], count=1) + source[_HEAD:]
    tree, whole = _parsed(source)
    if whole:
        return tree, False
    return _parsed("".join(_flattened(_RAW.sub("", source))))[0], True


def _parsed(source: str) -> tuple[html.HtmlElement, bool]:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        tree = html.document_fromstring(source.encode("utf-8"), parser=parser, ensure_head_body=True)
    except etree.ParserError:  # it holds nothing, or the parser gave up before the first word
        tree = html.document_fromstring("<html><head></head><body></body></html>")
    return tree, not any("depth" in trouble.message for trouble in parser.error_log.filter_from_fatals())


def _flattened(source: str) -> Iterator[str]:
    """Yield ``source`` with a line break for each tag that lies too deep; no word is lost."""
    depth = end = 0
    broken = False
    for tag in _TAG.finditer(source):
        yield source[end : tag.start()]
        broken = broken and end == tag.start()
        end = tag.end()
        if tag[2].lower() in _UNNESTED:
            yield tag.group()
            continue
        closing = bool(tag[1])
        if depth - closing < _DEEPEST:
            yield tag.group()
        elif not broken:
            yield "<br>"
            broken = True
        depth = max(0, depth - 1) if closing else depth + 1
    yield source[end:]
