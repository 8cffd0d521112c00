"""Markdown of rationales and notes, as flat data that every renderer can draw.

One parser serves all formats, so they cannot disagree. Raw HTML is words like any other, images
are their description, and nesting is a number: no input can make a renderer recurse.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from threading import Lock
from typing import TYPE_CHECKING, cast
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from markdown import Markdown

DEEPEST = 4
"""Levels of lists and quotations that are told apart; deeper ones are drawn as this one."""

_MARKUP = re.compile(r"[*_`#>\[\]<&\\|~=]|^\s*([-+]|\d+[.)])\s|^( {4}|\t)|^-{3,}|  $", re.MULTILINE)
_SAFE_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)
_BLOCKS = {"p", "ul", "ol", "li", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "div"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one face.

    Attributes:
        link: a web or mail address, or empty.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class RichBlock:
    """One paragraph.

    Attributes:
        kind: "paragraph", "item", "quotation", "code" or "heading".
        level: depth of an item or quotation from 1; 0 for the others.
        marker: "•" or "3." for an item; empty for the further paragraphs of one.
    """

    kind: str
    level: int
    marker: str
    pieces: tuple[Piece, ...]


RichText = tuple[RichBlock, ...]


@lru_cache(maxsize=4096)
def rich_text(markdown: str) -> RichText:
    """Read Markdown; text without any markup takes a short way that gives the same.

    Where the parser would lose a letter, as it does of ``*a**b*c``, the text stands as it was typed.
    """
    if not markdown.strip():
        return ()
    if not _MARKUP.search(markdown):
        return _as_typed(markdown)
    parsed = _parse(markdown)
    found = [*parsed.itertext(), *(value for element in parsed.iter() for value in element.attrib.values())]
    if not _letters(markdown) <= _letters("".join(found)):
        return _as_typed(markdown)
    return tuple(_blocks(parsed, _Place("paragraph", 0)))


def _as_typed(text: str) -> RichText:
    paragraphs = re.split(r"\n\s*\n", text.strip().replace("\r\n", "\n").replace("\r", "\n"))
    return tuple(RichBlock("paragraph", 0, "", (Piece(_one_line(part)),)) for part in paragraphs if part.strip())


def _letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalpha, text))


@dataclass(frozen=True, slots=True)
class _Place:
    kind: str
    level: int
    marker: str = ""


def _one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text.strip())


@lru_cache(maxsize=1)
def _parser() -> Markdown:
    from markdown import Markdown  # costs 40 ms: only who has markup pays

    parser = Markdown(extensions=["sane_lists"])  # so that "1986. A year" keeps its number
    parser.preprocessors.deregister("html_block")
    for raw in ("html", "entity", "automail", "image_link", "image_reference", "short_image_ref"):
        parser.inlinePatterns.deregister(raw)
    return parser


_PARSING = Lock()
"""The parser keeps what it reads in itself; the window builds reports in worker threads."""


def _parse(markdown: str) -> Element:
    with _PARSING:
        return _parsed(_parser(), markdown)


def _parsed(parser: Markdown, markdown: str) -> Element:
    parser.reset()
    lines = markdown.split("\n")
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = cast(Element, parser.parser.parseDocument(lines).getroot())
    for treeprocessor in parser.treeprocessors:
        changed = treeprocessor.run(root)
        root = root if changed is None else changed
    return root


def _blocks(parent: Element, place: _Place) -> Iterator[RichBlock]:
    """Yield the paragraphs below ``parent``; loose words between its blocks are paragraphs too."""
    stack: list[tuple[Element | list[Piece], str, _Place]] = [(parent, parent.tag, place)]
    while stack:
        found, tag, here = stack.pop()
        if isinstance(found, list):
            yield _block("heading" if tag in _HEADINGS else here.kind, here, found)
        elif tag == "pre":
            yield _block("code", here, [Piece(unescape("".join(found.itertext())).rstrip("\n"), code=True)])
        else:
            stack.extend(reversed(list(_parts(found, here))))


def _parts(element: Element, here: _Place) -> Iterator[tuple[Element | list[Piece], str, _Place]]:
    """Yield the loose words of ``element`` and the blocks between them, in their order; the first has the marker."""
    loose, blocks = _words(element.text), 0
    for child in element:
        if child.tag in _BLOCKS:
            if any(piece.text.strip() for piece in loose):
                yield loose, element.tag, here
                here = replace(here, marker="")
            yield child, child.tag, _inside(element, blocks, child, here)
            loose, blocks, here = [], blocks + 1, replace(here, marker="")
        else:
            loose += _inline(child, _face(child, Piece("")))
        if child.tail and child.tail.strip("\n"):
            loose += _words(child.tail)
    if any(piece.text.strip() for piece in loose):
        yield loose, element.tag, here


def _words(text: str | None) -> list[Piece]:
    return [Piece(str(text))] if text else []  # the parser's own kind of string knows its element


def _inside(element: Element, n: int, child: Element, here: _Place) -> _Place:
    if child.tag == "li":
        start = int(element.get("start", "1"))
        marker = f"{start + n}." if element.tag == "ol" else "•"
        return _Place("item", min(here.level + 1, DEEPEST), marker)
    if child.tag == "blockquote":
        return _Place("quotation", min(here.level + 1, DEEPEST))
    return here if n == 0 else replace(here, marker="")


def _block(kind: str, place: _Place, pieces: list[Piece]) -> RichBlock:
    if kind != "code":
        pieces = [replace(piece, text=re.sub(r"\s*\n\s*", " ", piece.text)) for piece in pieces]
        pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip())
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    level = place.level if kind in {"item", "quotation"} else 0
    return RichBlock(kind, level, place.marker if kind == "item" else "", tuple(p for p in pieces if p.text))


def _inline(element: Element, face: Piece) -> Iterator[Piece]:
    """Yield the words of ``element`` that belong to no block below it."""
    if element.text:
        # The parser has escaped code for HTML already.
        yield replace(face, text=unescape(element.text) if face.code else str(element.text))
    for child in element:
        if child.tag not in _BLOCKS:
            yield from _inline(child, _face(child, face))
        if child.tail and child.tail.strip("\n"):
            yield replace(face, text=str(child.tail))


def _face(element: Element, face: Piece) -> Piece:
    if element.tag == "strong":
        return replace(face, bold=True)
    if element.tag == "em":
        return replace(face, italic=True)
    if element.tag == "code":
        return replace(face, code=True)
    if element.tag == "a":
        href = element.get("href", "")
        return replace(face, link=href if _SAFE_LINK.match(href) else "")
    return replace(face, text="\n") if element.tag == "br" else face
