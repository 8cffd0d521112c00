"""Web pages: every visible word is in the text, and what is the page's own is flagged, not taken out."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.errors import UnreadableArticleError
from factdesk.model.draft import Draft
from factdesk.model.version import BlockKind
from factdesk.readers.formats import read_source
from factdesk.readers.source import Source
from factdesk.readers.web.page import reading_of
from tests.unit.readers.web.pages import NEWS, PROSE, draft, kept, why

WORDS = re.compile(r"\w+")


@pytest.fixture(scope="module")
def news() -> Draft:
    return draft(NEWS, "https://crier.example/news/bridge?from=mail")


def test_every_visible_word_is_in_the_text_and_in_one_block(news: Draft) -> None:
    for words in (*PROSE, "Home", "Sport", "Copyright 2026", "Mayor opens new school", "4.2 million"):
        assert words in news.text
    ends = 0
    for block in news.blocks:
        assert not news.text[ends : block.span.start].strip()
        ends = block.span.end
    assert not news.text[ends:].strip()


def test_the_article_is_kept_and_the_page_set_aside_with_reasons(news: Draft) -> None:
    words = kept(news)
    for prose in PROSE:
        assert any(prose in one for one in words)
    assert "Home" not in words
    assert why(news, "Home") == "menu"
    assert why(news, "Mayor") == "related links"
    assert why(news, "Copyright") in ("foot of the page", "copyright line")


def test_structure_is_kept_over_the_text(news: Draft) -> None:
    kinds = {news.text[slice(*block.span)][:12]: (block.kind, block.level) for block in news.blocks}
    assert kinds["Old bridge t"] == (BlockKind.TITLE, 1)
    assert kinds["Cracks in th"] == (BlockKind.HEADING, 2)
    assert kinds[PROSE[3][:12]] == (BlockKind.QUOTATION, 1)
    assert kinds["Closed to lo"] == (BlockKind.LIST_ITEM, 1)
    assert kinds["Cost"] == (BlockKind.TABLE_CELL, 0)
    assert "Cost\t4.2 million\nArches\t9" in news.text


def test_links_stand_on_their_words_and_are_whole_addresses(news: Draft) -> None:
    links = {news.text[slice(*link.span)]: link.address for link in news.links}
    assert links["inspection report"] == "https://crier.example/files/report.pdf"
    assert links["Home"] == "https://crier.example/"


def test_details_come_with_origins_and_disagreement_is_shown(news: Draft) -> None:
    assert news.details.title == "Old bridge to close for two years"
    assert (news.details.byline, news.origins["byline"]) == ("Jo Field", "JSON-LD")
    assert (news.details.publisher, news.origins["publisher"]) == ("The Ashford Crier", "OpenGraph")
    assert news.details.address == "https://crier.example/news/bridge"
    assert news.details.language == "en-GB"
    assert news.details.published == "2026-03-13"
    assert [(one.value, one.origin) for one in news.alternatives if one.field == "published"] == [
        ("2026-03-14", "OpenGraph")
    ]
    assert [one.value for one in news.alternatives if one.field == "title"] == ["Bridge to close"]


def test_a_saved_file_without_an_address_keeps_relative_links_as_written() -> None:
    page = draft('<p>See <a href="/a/b">this</a>, <a href="#c">that</a>, <a href="javascript:x()">those</a>.</p>')
    assert [(page.text[slice(*link.span)], link.address) for link in page.links] == [("this", "/a/b")]


def test_what_a_script_cut_in_the_middle_of_a_character_is_read_all_the_same() -> None:
    data = r'{"@type": "NewsArticle", "headline": "Flood \ud83d", "author": {"name": "A \ud83d B"}}'
    page = f'<head><script type="application/ld+json">{data}</script></head><body><p>The bridge is shut.</p></body>'
    draft = read_source(Source(page.encode()), file_name="page.html")
    assert (draft.details.title, draft.details.byline) == ("Flood \ufffd", "A \ufffd B")
    assert "The bridge is shut." in draft.text


def test_white_space_is_set_as_a_browser_sets_it() -> None:
    page = draft("<div>one\n  <b>two </b> three<br>four<br><br>five<pre> a\n  b</pre></div>")
    assert page.text == "one two three\nfour\n\nfive\n\n a\n  b"


@pytest.mark.parametrize(
    "style",
    ["display:none", "color:red; display: none !important", "visibility:hidden", "font-size:0", "font-size: 0px;",
     "opacity:0", "position:absolute;left:-9999px", "text-indent:-999em", "color:transparent"],
)  # fmt: skip
def test_words_that_nobody_sees_are_flagged(style: str) -> None:
    page = draft(NEWS.replace("<h2>", f'<p style="{style}">Secret words that no reader of the page can see.</p><h2>'))
    assert why(page, "Secret words") == "hidden on the page"


def test_a_hidden_stretch_inside_a_paragraph_is_flagged_alone() -> None:
    page = draft(NEWS.replace("voted on Monday", "voted <span hidden>never</span> on Monday"))
    assert why(page, "never") == "hidden on the page"
    assert any("on Monday" in one for one in kept(page))


def test_opacity_and_sizes_that_only_begin_with_nought_hide_nothing() -> None:
    page = draft('<p style="opacity:0.5">Half seen.</p><p style="font-size:0.8em">Small.</p>')
    assert page.furniture == ()


def test_words_hidden_from_screen_readers_stay_and_are_doubted() -> None:
    page = draft(NEWS.replace(f"<p>{PROSE[1]}", f'<p aria-hidden="true">{PROSE[1]}'))
    doubted = {page.text[slice(*piece.span)]: piece.reason for piece in page.doubted}
    aside = {page.text[slice(*piece.span)]: piece.reason for piece in page.furniture}
    assert (doubted | aside)[PROSE[1]] == "hidden from screen readers"


def test_a_page_without_an_article_is_kept_whole_and_says_so() -> None:
    page = draft("<p>Short.</p>")
    assert page.text == "Short."
    assert page.furniture == ()


@pytest.mark.parametrize("depth", [300, 3000, 100_000])
def test_deep_nesting_loses_no_word(depth: int) -> None:
    page = draft("<div>" * depth + "<p>The deep words.</p>" + "</div>" * depth + "<p>The words after.</p>")
    assert "The deep words." in page.text and "The words after." in page.text
    assert any("nests" in notice for notice in page.notices) is (depth > 2000)


def test_entities_of_the_pages_own_making_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/hostname">]><p>&a; and &b; and &amp;</p>'
    assert draft(bomb).text == "&a; and &b; and &"


def test_scripts_styles_and_forms_give_no_words() -> None:
    page = draft(
        "<style>p{}</style><script>alert('x')</script><svg><text>pic</text></svg><select><option>o</select>Words"
    )
    assert page.text == "Words"


def test_a_page_of_scripts_alone_is_refused() -> None:
    with pytest.raises(UnreadableArticleError, match="no words"):
        draft("<html><script>document.write('words')</script></html>")


@pytest.mark.parametrize("codec", ["koi8-r", "windows-1251", "utf-16", "utf-8"])
def test_a_page_is_read_in_the_encoding_it_names(codec: str) -> None:
    source = f'<meta charset="{codec}"><p>Мост закрыт.</p>'
    assert read_source(Source(source.encode(codec)), file_name="a.html").text == "Мост закрыт."


def test_what_the_server_says_of_the_encoding_goes_before_what_the_page_says() -> None:
    page = '<meta charset="utf-8"><p>Мост</p>'.encode("koi8-r")
    assert read_source(Source(page), file_name="", media_type="text/html; charset=koi8-r").text == "Мост"


def test_a_page_is_known_by_its_first_words_whatever_it_is_called() -> None:
    assert read_source(Source(b"<!DOCTYPE html>\n<p>Words</p>"), file_name="saved").reader == "html"


def test_a_page_saved_whole_gives_its_words_and_its_address() -> None:
    archive = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://crier.example/news/bridge\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        '<p>Caf=C3=A9 <a href=3D"/menu">menu</a></p>\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n'
    )
    page = read_source(Source(archive.encode()), file_name="page.mhtml")
    assert (page.reader, page.text) == ("mhtml", "Café menu")
    assert page.links[0].address == "https://crier.example/menu"
    assert page.details.address == "https://crier.example/news/bridge"


TAGS = st.sampled_from(["p", "div", "li", "ul", "b", "td", "tr", "table", "h2", "blockquote", "a", "pre", "span", "br"])
PIECES = st.lists(
    st.one_of(
        TAGS.map(lambda tag: f"<{tag}>"),
        TAGS.map(lambda tag: f"</{tag}>"),
        st.from_regex(r"[a-zé😀]{1,6} ", fullmatch=True),
    ),
    max_size=40,
)


@settings(max_examples=60)
@given(PIECES)
def test_whatever_the_tags_no_word_is_lost_and_every_place_is_right(pieces: list[str]) -> None:
    reading = reading_of("".join(pieces), "")
    plain = "".join(" " if piece.startswith("<") else piece for piece in pieces)
    said = "".join(WORDS.findall(reading.text))
    assert sorted(said) == sorted("".join(WORDS.findall(plain)))
    end = 0
    for block in reading.blocks:
        assert end <= block.span.start < block.span.end <= len(reading.text)
        assert not reading.text[end : block.span.start].strip()
        end = block.span.end


def test_a_sign_that_pages_may_not_hold_spoils_no_opinion() -> None:
    spoiled = NEWS.replace(PROSE[0], PROSE[0] + "\x01\x1f")
    assert PROSE[0] in draft(spoiled, "").text
    assert kept(draft(spoiled, "")) and len(kept(draft(spoiled, ""))) == len(kept(draft(NEWS, "")))


def test_a_block_of_nothing_but_spaces_is_none_and_spaces_end_no_block() -> None:
    read = reading_of("<p>One\xa0</p><p>&nbsp;</p><p>\x0b Two</p>", "")
    assert [read.text[slice(*block.span)] for block in read.blocks] == ["One", "Two"]


SHORT = "<nav><a href=/>Home</a></nav><article><h1>Bridge</h1><p>The old bridge over the river is shut.</p></article>"
JUDGED = """
from factdesk.readers.guard import audit
from factdesk.readers.web.judges import judge
from factdesk.readers.web.tree import tree_of
from factdesk.readers.web.walk import walk
tree, _ = tree_of(input())
walked = walk(tree)
audit.arm()
print(len(judge(tree, walked.blocks)))
"""


def test_behind_the_guard_both_judges_have_an_opinion_of_a_short_page() -> None:
    told = subprocess.run([sys.executable, "-c", JUDGED], input=SHORT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "2", "a judge wanted a file that it cannot have any more"


def test_a_page_whose_root_is_hidden_until_its_scripts_ran_is_still_judged() -> None:
    page = NEWS.replace("<html ", '<html style="visibility:hidden" ')
    assert not any("No article was found" in notice for notice in draft(page).notices)


def test_a_selection_copied_from_a_page_is_kept_whole_with_its_links() -> None:
    """What a browser puts on the clipboard: a person picked it, so nobody judges what of it is the article."""
    picked = (
        '<meta charset="utf-8"><div class="sidebar"><p>' + PROSE[0] + "</p></div>"
        '<ul><li><a href="https://crier.example/report.pdf">The report</a></li><li>Nine arches</li></ul>'
        '<aside class="related"><p>' + PROSE[2] + "</p></aside>"
    )
    source = Source(picked.encode(), selection=True)
    pasted = read_source(source, file_name="", media_type="text/html; charset=utf-8")
    assert pasted.furniture == ()
    assert (pasted.notices, pasted.doubted) == ((), ())
    assert [link.address for link in pasted.links] == ["https://crier.example/report.pdf"]
    judged = draft(picked)
    assert any(PROSE[2] in judged.text[slice(*piece.span)] for piece in judged.furniture), "as a file it is judged"
