"""Registers of small articles, in our own words."""

from __future__ import annotations

from factdesk.model.draft import Furniture
from factdesk.model.tick import Register
from factdesk.model.version import BlockKind
from factdesk.rules.registers.entries import Entry, Registers
from factdesk.rules.registers.gathering import registers
from factdesk.rules.registers.reading import Reading
from factdesk.text.spans import Span
from tests.unit.rules.texts import blocks_of


def read(
    text: str, *kinds: BlockKind, furniture: str = "", language: str = "en", written_on: str = "", sourced: str = ""
) -> Registers:
    """Read an article of which each line is a block; ``furniture`` and ``sourced`` are words of it."""
    aside = (Furniture(span_of(text, furniture), "menu"),) if furniture else ()
    return registers(
        Reading(
            text=text,
            blocks=blocks_of(text, *kinds),
            furniture=aside,
            language=language,
            written_on=written_on,
            sourced=(span_of(text, sourced),) if sourced else (),
        )
    )


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def entries(found: Registers, register: Register) -> list[tuple[str, str]]:
    return [(entry.words, entry.normal) for entry in found.entries[register]]


def flags(entry: Entry) -> list[tuple[str, str]]:
    return [(str(flagged.flag), flagged.words) for flagged in entry.flags]
