"""E-books (.epub): the chapters in the order they are read in. Format: EPUB 3.3 (W3C), and 2.0.1 before it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from factdesk.readers.composing import Composer
from factdesk.readers.encoding import decode
from factdesk.readers.guard.telling import tell
from factdesk.readers.papers.package import Package, attribute, beside, child, damaged, local
from factdesk.readers.papers.pages import add_page
from factdesk.readers.papers.properties import state
from factdesk.readers.reading import Reading

_LISTS = frozenset(("nav", "toc", "cover", "cover-page", "title_page", "titlepage"))
"""Names of pages that only lead to others."""


def read(data: bytes) -> Reading:
    """Read an e-book.

    Raises:
        UnreadableArticleError: it is damaged, locked, or holds no chapters.
    """
    package = Package(data)
    if "META-INF/encryption.xml" in package and b"EncryptedData" in package.part("META-INF/encryption.xml"):
        raise damaged("it is locked against copying")
    where = child(package.xml("META-INF/container.xml"), "rootfiles", "rootfile")
    opf = attribute(where, "full-path")
    root = package.xml(opf) if opf else None
    if root is None:
        raise damaged("it says nowhere what it holds")
    composer = Composer()
    state(composer, child(root, "metadata"))
    chapters = list(_chapters(root))
    for nth, name in enumerate(chapters, start=1):
        decoded = decode(package.part(beside(opf, name)))
        if decoded is not None:
            add_page(composer, decoded.text)
        tell(nth, len(chapters))
    return composer.reading()


def _chapters(root: etree._Element) -> Iterator[str]:
    """Yield the parts of the book in reading order, without lists of contents and covers."""
    items = {attribute(item, "id"): item for item in _all(child(root, "manifest"), "item")}
    for reference in _all(child(root, "spine"), "itemref"):
        key = attribute(reference, "idref")
        item = items.pop(key, None)  # once, however often it is named
        if (
            item is None
            or key.lower().removesuffix("_xhtml") in _LISTS
            or "nav" in attribute(item, "properties").split()
        ):
            continue
        yield unquote(attribute(item, "href"))


def _all(parent: etree._Element | None, name: str) -> list[etree._Element]:
    return [one for one in parent if local(one) == name] if parent is not None else []
