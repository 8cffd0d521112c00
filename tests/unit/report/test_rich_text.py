"""Markdown of notes: read once, the same for every format, and never more than words."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factdesk.report import rich_text as module
from factdesk.report.html.parts import rich
from factdesk.report.rich_text import DEEPEST, Piece, RichBlock, RichText, rich_text


def plain(text: RichText) -> str:
    """The words alone, blocks joined by a space."""
    return " ".join("".join(piece.text for piece in block.pieces) for block in text)


def test_bold_italic_code_and_links_are_pieces() -> None:
    (block,) = rich_text("A **b** *c* `d<e>&amp;` [f](https://g.example/?h=1&i=2)")
    assert block.pieces == (
        Piece("A "),
        Piece("b", bold=True),
        Piece(" "),
        Piece("c", italic=True),
        Piece(" "),
        Piece("d<e>&amp;", code=True),
        Piece(" "),
        Piece("f", link="https://g.example/?h=1&i=2"),
    )


def test_lists_keep_their_markers_and_depth() -> None:
    blocks = rich_text("- a\n- b\n    - c\n\n1986. A year\n1987. Another")
    assert [(block.kind, block.level, block.marker, plain((block,))) for block in blocks] == [
        ("item", 1, "•", "a"),
        ("item", 1, "•", "b"),
        ("item", 2, "•", "c"),
        ("item", 1, "1986.", "A year"),
        ("item", 1, "1987.", "Another"),
    ]


def test_quotations_headings_and_code_are_kept_apart() -> None:
    blocks = rich_text("# Head\n\n> said\n\n    code <b> & c")
    assert [(block.kind, plain((block,))) for block in blocks] == [
        ("heading", "Head"),
        ("quotation", "said"),
        ("code", "code <b> & c"),
    ]


@pytest.mark.parametrize(
    "markup", ["<script>x</script>", "a <b>b</b>", "&lt;i&gt;", "<!-- c -->", "<img src=x onerror=y>", "![p](q.png)"]
)
def test_raw_html_entities_and_pictures_are_words(markup: str) -> None:
    assert plain(rich_text(markup)) == markup


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/hosts", "data:text/html,x", "//x.example", "x.html"]
)
def test_only_web_and_mail_addresses_are_links(link: str) -> None:
    (block,) = rich_text(f"[words]({link}) [mail](mailto:desk@example.org)")
    assert [piece.link for piece in block.pieces if piece.text.strip()] == ["", "mailto:desk@example.org"]


def test_deep_nesting_is_flat_data() -> None:
    blocks = rich_text("> " * 60 + "deep\n\n" + "\n".join("    " * depth + "- item" for depth in range(40)))
    assert max(block.level for block in blocks) == DEEPEST
    assert "deep" in plain(blocks)


def test_nothing_gives_nothing() -> None:
    assert rich_text("") == rich_text(" \n\t\n") == ()


def parsed(text: str) -> tuple[RichBlock, ...]:
    return tuple(module._blocks(module._parse(text), module._Place("paragraph", 0)))


PLAIN = st.text(alphabet="ab.,!? \n“é中ا😀()%:;'\"/", max_size=60)


@given(PLAIN)
@example("one\n\n\ntwo\nthree")
@example(" a\n\n  b ")
def test_the_short_way_gives_what_the_parser_gives(text: str) -> None:
    if not module._MARKUP.search(text):
        assert rich_text(text) == parsed(text)


@given(st.text(max_size=80))
@example("\x02klzzwxh:0001\x03 *x*")
@example("[a]: b\n\n*")
@example("`" * 9 + "*" * 9)
def test_any_text_can_be_read_and_shown(text: str) -> None:
    blocks = rich_text(text)
    assert all(block.level <= DEEPEST for block in blocks)
    assert not re.search(r"<(?!/?(div|p|ul|ol|li|strong|em|code|pre|blockquote|a)\b)", rich(blocks))


@given(st.text(alphabet="abc \n*_`>-#1.", max_size=60))
@example("*1**1*a")
@example("*1**b*a\n\nb")
@example("- #a\nb")
def test_no_letter_is_lost(text: str) -> None:
    assert re.findall("[abc]", plain(rich_text(text))) == re.findall("[abc]", text)
