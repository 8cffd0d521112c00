"""Rich text: code pages, characters beyond them, groups, and files that no program wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.errors import UnreadableArticleError
from factdesk.readers.papers.rtf import document
from factdesk.readers.reading import Reading


def read(body: str) -> Reading:
    return document.read(b"{\\rtf1\\ansi " + body.encode("latin-1") + b"}")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2", "Привет"),
        (r"{\fonttbl{\f1\fcharset128 Gothic;}}\f1 \'93\'fa\'96\'7b", "日本"),
        (r"\uc1\u8364?\u-10179?\u-8704?!", "€😀!"),
        (r"\uc2\u8364\'80\'80 next", "€ next"),
        (r"a\{b\}c\\d\~e\_f", "a{b}c\\d\u00a0e\u2011f"),
        (r"\ldblquote said\rdblquote\emdash  he", "“said”— he"),
    ],
    ids=["code page", "font", "astral", "stand-ins", "signs", "names"],
)
def test_every_way_to_write_a_character_is_understood(body: str, text: str) -> None:
    assert read(body).text == text


def test_what_is_not_shown_is_not_read() -> None:
    reading = read(r"{\*\unknown no}{\pict 00ff}{\info{\title T}{\author AB}}Yes{\deleted  no}{\v  hidden}.\par")
    assert reading.text == "Yes hidden."
    assert [reading.text[slice(*span)] for span, _ in reading.set_aside] == ["hidden"]
    assert {name: one.value for name, one in reading.stated.items()} == {"title": "T", "byline": "AB"}


def test_groups_without_end_are_refused() -> None:
    with pytest.raises(UnreadableArticleError, match="without end"):
        document.read(b"{\\rtf1" + b"{" * 100_000)


SIGNS = [
    *("{", "}", "\\par", "\\u-10179?", "\\'f", "\\bin3", "\\*", "\\field", "\\fldinst", "\\fldrslt", "\\footnote"),
    *("\\annotation", "\\atrfend", "\\cell", "\\row", "words", "\\stylesheet", "\\s1", "\\info", "\\title", "é"),
]


@given(st.lists(st.sampled_from(SIGNS), max_size=60))
def test_any_signs_give_a_reading_with_spans_inside_its_text(signs: list[str]) -> None:
    reading = read(" ".join(("word", "\\par", *signs)))
    spans = [b.span for b in reading.blocks] + [link.span for link in reading.links] + [r.span for r in reading.remarks]
    assert all(span.within(len(reading.text)) for span in spans)
