"""Small pieces of the HTML page. Every word of a person goes through ``words`` or ``told``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from factdesk.report.copy_parts import Mark
from factdesk.report.parts import Field, SourcePart
from factdesk.report.rich_text import Piece, RichBlock, RichText
from factdesk.report.words import visible

_WEB = re.compile(r"https?://", re.IGNORECASE)


class Inks:
    """The colours of the marks as classes, so that a dark screen can have its own."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}

    def name(self, light: str, dark: str) -> str:
        """Return the class for a pair of colours; nothing for a mark without any."""
        return self._names.setdefault((light, dark), f"m{len(self._names)}") if light else ""

    def css(self) -> str:
        """Return the rules of all classes named so far."""
        day = "".join(f".{name}{{--m:{light}}}" for (light, _), name in self._names.items())
        night = "".join(f".{name}{{--m:{dark}}}" for (_, dark), name in self._names.items())
        return f"{day}\n@media screen and (prefers-color-scheme: dark){{{night}}}"


def words(text: str) -> str:
    """Return ``text`` so that HTML shows it as it is."""
    return escape(visible(text))


def told(text: str) -> str:
    """Return words set apart from the direction of what stands around them; nothing for no words."""
    return f"<bdi>{words(text)}</bdi>" if text else ""


def paragraph(text: str) -> str:
    """Return a paragraph that runs as its words do; nothing for no words."""
    return f'<p dir="auto">{words(text)}</p>' if text else ""


def quiet(text: str) -> str:
    """Return a paragraph that stands back; nothing for no words."""
    return f'<p class="quiet">{words(text)}</p>' if text else ""


def place(paragraph_number: int | None) -> str:
    """Return the link to a paragraph of the copy; a dash for none."""
    return f'<a href="#p{paragraph_number}">¶ {paragraph_number}</a>' if paragraph_number else "–"


def card_id(number: str) -> str:
    """Return the anchor of a claim's card."""
    return escape(f"claim-{number}")


def card_link(number: str) -> str:
    """Return a claim's number, which leads to its card."""
    return f'<a href="#{card_id(number)}">{words(number)}</a>'


def mark(it: Mark, inks: Inks) -> str:
    """Return glyph and word of a mark in its colour."""
    return f'<span class="ink {inks.name(it.light, it.dark)}">{words(it.glyph)} {words(it.word)}</span>'


def address(text: str) -> str:
    """Return a web address as a link, and any other as words."""
    if not _WEB.match(text):
        return told(text)
    return f'<a href="{words(text)}" rel="noreferrer noopener">{words(text)}</a>'


def source(it: SourcePart) -> str:
    """Return title, type, publisher, person and date of a source, as far as they are known."""
    rest = "".join(f" · {told(word)}" for word in (it.type, it.publisher, it.person, it.date) if word)
    return f"<strong>{told(it.title)}</strong>{rest}"


def definitions(fields: Sequence[Field], *, mono: bool = False) -> str:
    """Return names and what stands behind them; ``mono`` sets hashes in a face of equal widths."""
    tag = ("<code>", "</code>") if mono else ("", "")
    return f"<dl>{''.join(f'<dt>{words(it.label)}</dt><dd>{tag[0]}{told(it.text)}{tag[1]}</dd>' for it in fields)}</dl>"


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are HTML already."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><caption>{words(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def rich(text: RichText) -> str:
    """Return rich text; items that follow one another become one list."""
    if not text:
        return ""
    made = []
    for (kind, level, ordered), group in groupby(text, key=_sort):
        blocks = list(group)
        if kind == "item":
            tag = "ol" if ordered else "ul"
            start = f' start="{blocks[0].marker.rstrip(".")}"' if ordered else ""
            items = "".join(f'<li dir="auto">{_pieces(it.pieces)}</li>' for it in blocks)
            made.append(f'<{tag}{start} style="margin-inline-start:{(level - 1) * 1.4:g}rem">{items}</{tag}>')
        else:
            made.extend(_block(it) for it in blocks)
    return f'<div class="rich">{"".join(made)}</div>'


def _sort(block: RichBlock) -> tuple[str, int, bool]:
    return block.kind if block.marker or block.kind != "item" else "paragraph", block.level, block.marker.endswith(".")


def _block(it: RichBlock) -> str:
    inner = _pieces(it.pieces)
    if it.kind == "quotation":
        return f'<blockquote dir="auto">{inner}</blockquote>'
    if it.kind == "code":
        return f"<pre>{inner}</pre>"
    return f'<p dir="auto">{f"<strong>{inner}</strong>" if it.kind == "heading" else inner}</p>'


def _pieces(pieces: Iterable[Piece]) -> str:
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    made = words(piece.text)
    for wanted, tag in ((piece.code, "code"), (piece.bold, "strong"), (piece.italic, "em")):
        if wanted:
            made = f"<{tag}>{made}</{tag}>"
    return f'<a href="{words(piece.link)}" rel="noreferrer noopener">{made}</a>' if piece.link else made
