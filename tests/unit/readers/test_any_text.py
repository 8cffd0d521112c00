"""What holds for every text and every file, however odd."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factdesk.errors import UnreadableArticleError
from factdesk.model.draft import Draft
from factdesk.readers.formats import read_source, read_text
from factdesk.readers.source import Source

# Pieces of which pages are made, so that every rule is met, between letters that hurt.
PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\u2028",
            "\x85",
            "\f",
            "  ",
            "\t",
            "\u00a0",
            "\ufeff",
            "\u200f",
            "😀",
            "é",
            "\x00",
        ),
        *(
            "# ",
            "## ",
            "> ",
            ">",
            "- ",
            "  - ",
            "• ",
            "1. ",
            "```",
            "---",
            "===",
            "[a](b)",
            "![x](y)",
            "[x]: y",
            "|",
            " · ",
        ),
        *(
            "by AB",
            "By Chief Editor",
            "14 March 2026",
            "Updated 2026-03-15",
            "Share",
            "Facebook",
            "Home",
            "News",
            "Sport",
        ),
        *(
            "Related articles",
            "Leave a Comment",
            "[Link to form]",
            "© 2026 The Courier",
            "Photo: AB",
            "Source: The Post",
        ),
        *(
            "River Closes Bridge",
            "The river rose by four metres on Tuesday.",
            "洪水过后老桥关闭。",
            "پل بسته شد؟",
            "Q: Why?",
        ),
    ]
)
texts = st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join)


def drafts_of(text: str) -> list[Draft]:
    """What becomes of a text that is pasted, and of one that is a file, as far as none is refused."""
    found = []
    with suppress(UnreadableArticleError):
        found.append(read_text(text))
    for name in ("a.txt", "a.md"):
        with suppress(UnreadableArticleError):
            found.append(read_source(Source(text.encode()), file_name=name))
    return found


def assert_blocks_hold_everything(draft: Draft) -> None:
    before = 0
    for block in draft.blocks:
        start, end = block.span
        assert before <= start < end <= len(draft.text)
        assert not draft.text[before:start].strip(), "words between two blocks"
        assert not draft.text[start].isspace() and not draft.text[end - 1].isspace()
        before = end
    assert not draft.text[before:].strip(), "words after the last block"


@given(texts)
@example("---\ntitle: x\n---\nwords")
@example("\ufeff\n\nword")
@example("http://[")
@example("Word\n===\r\n\x85> a\n>\n>> b")
def test_every_visible_character_lies_in_exactly_one_block(text: str) -> None:
    for draft in drafts_of(text):
        assert_blocks_hold_everything(draft)


@given(texts)
def test_the_text_is_kept_as_it_came(text: str) -> None:
    for draft in drafts_of(text):
        assert draft.text == (text.removeprefix("\ufeff") if draft.file_name else text), (
            "a file's mark of its encoding is no word"
        )
        assert draft.original == text.encode()


@given(texts)
def test_furniture_and_flags_point_at_words_and_furniture_never_overlaps(text: str) -> None:
    for draft in drafts_of(text):
        spans = [piece.span for piece in draft.furniture]
        assert all(span.within(len(text)) for span in spans + [span for _, span in draft.flag_spans])
        assert all(one.end <= two.start for one, two in pairwise(spans))
        assert all(piece.reason for piece in draft.furniture)
        assert {flag for flag, _ in draft.flag_spans} <= draft.flags


@given(texts)
def test_each_proposed_detail_says_where_it_was_found(text: str) -> None:
    for draft in drafts_of(text):
        names = ("title", "dek", "byline", "publisher", "address", "published", "updated", "language")
        assert {name for name in names if getattr(draft.details, name)} == set(draft.origins)


@given(texts)
def test_a_pasted_text_is_refused_only_when_it_holds_nothing_to_see(text: str) -> None:
    assert [draft.file_name for draft in drafts_of(text)][:1] == ([""] if text.strip() else [])


@given(st.binary(max_size=300) | texts.map(str.encode) | texts.map(lambda text: text.encode("utf-16")))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe\x00")
@example(b"\xed\xa0\x80 half a character")
def test_bytes_become_a_draft_that_keeps_them_or_one_known_error(data: bytes) -> None:
    try:
        draft = read_source(Source(data), file_name="a.txt")
    except UnreadableArticleError as refusal:
        assert refusal.remedy
    else:
        assert draft.original == data
        assert_blocks_hold_everything(draft)
        draft.text.encode()


@given(st.text(alphabet=st.characters(categories=["Cs", "Ll"]), min_size=1).filter(str.strip))
@example("one \ud83d and a pair \ud83d\ude00")
def test_half_characters_from_a_clipboard_never_reach_the_desk(text: str) -> None:
    draft = read_text(text)
    draft.text.encode()
    if "\ufffd" in draft.text:
        assert "half a character" in " ".join(draft.notices)


@pytest.mark.parametrize("kilobytes", [100])
def test_a_long_article_is_read_whole(kilobytes: int) -> None:
    paragraph = "The gauge at the old mill showed {} centimetres at noon, and the road stayed closed. "
    text = "A Long Day at the River\n\n" + "\n\n".join(paragraph.format(n) * 5 for n in range(kilobytes * 1000 // 420))
    draft = read_text(text)
    assert len(text) > kilobytes * 990
    assert len(draft.blocks) == text.count("\n\n") + 1
    assert draft.furniture == ()
