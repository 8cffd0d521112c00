"""Small pieces of Markdown. Every word of a person goes through ``words``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factdesk.report.copy_parts import Mark
from factdesk.report.parts import Field, SourcePart
from factdesk.report.rich_text import Piece, RichBlock, RichText
from factdesk.report.words import visible

_SPECIAL = re.compile(r"[\\`*_\[\]]")
_ENTITY = re.compile(r"[<|]|&(?=\w+;|#)")
_PAIRED = ("$", "~")
"""A pair of these is mathematics or struck out in some readers; one alone is itself."""
_AT_START = re.compile(r"^(\s*)([#+>-]|\d+(?=[.)]))", re.MULTILINE)


def words(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is, on one line, in every common reader."""
    line = " ".join(visible(text).split())
    line = _ENTITY.sub(lambda found: f"&#{ord(found[0])};", line)
    line = _SPECIAL.sub(r"\\\g<0>", line)
    for sign in _PAIRED:
        if line.count(sign) > 1:
            line = line.replace(sign, f"&#{ord(sign)};")
    return _AT_START.sub(_escaped_start, line)


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}\\" if found[2].isdecimal() else f"{found[1]}\\{found[2]}"


def place(paragraph: int | None) -> str:
    """Return where words stand, or that they are gone."""
    return f"¶ {paragraph}" if paragraph else "no longer in the text"


def source(it: SourcePart) -> str:
    """Return title, type, publisher, person and date of a source, as far as they are known."""
    rest = (it.type, it.publisher, it.person, it.date)
    return " · ".join([f"**{words(it.title)}**", *(words(word) for word in rest if word)])


def fields(of: Sequence[Field]) -> str:
    """Return names and what stands behind them as a list."""
    return "\n".join(f"- {it.label}: {words(it.text)}" for it in of)


def mark(it: Mark) -> str:
    """Return glyph and word of a mark."""
    return words(f"{it.glyph} {it.word}")


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are Markdown already."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def rich(text: RichText) -> str:
    """Return rich text; items that follow one another become one list."""
    made = ""
    for before, it in zip((None, *text), text, strict=False):
        same_list = before and before.kind == it.kind == "item"
        made += ("\n" if same_list else "\n\n" if before else "") + _rich_block(it)
    return made


def _rich_block(it: RichBlock) -> str:
    inner = "".join(map(_piece, it.pieces))
    if it.kind == "item":
        return f"{'   ' * (it.level - 1)}{'-' if it.marker == '•' else it.marker or ' '} {inner}"
    if it.kind == "quotation":
        return f"> {inner}"
    return f"**{inner}**" if it.kind == "heading" else inner


def inline(text: RichText) -> str:
    """Return rich text on one line, for the cell of a table."""
    return " ".join(f"{it.marker} {''.join(map(_piece, it.pieces))}".strip() for it in text)


def _piece(piece: Piece) -> str:
    core = words(piece.text)
    if not core:
        return piece.text[:1] and " "
    for wanted, sign in ((piece.code and "`" not in core, "`"), (piece.bold, "**"), (piece.italic, "*")):
        core = f"{sign}{core}{sign}" if wanted else core
    core = f"[{core}]({piece.link})" if piece.link else core
    return f"{' ' * piece.text[:1].isspace()}{core}{' ' * piece.text[-1:].isspace()}"
