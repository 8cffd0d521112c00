"""The owner's sample article: a page paste with everything that pastes have. No rule knows it."""

from __future__ import annotations

import hashlib

import pytest

from factdesk.assets import sample_article
from factdesk.model.article import ProvenanceFlag
from factdesk.model.draft import Draft
from factdesk.model.version import BlockKind
from factdesk.readers.formats import read_file
from tests.unit.readers.drafts import aside, kept, places, words_of


@pytest.fixture(scope="module")
def draft() -> Draft:
    return read_file(sample_article())


def test_its_bytes_are_the_ones_its_card_names(draft: Draft) -> None:
    card = (sample_article().parent / "README.md").read_text(encoding="utf-8")
    assert hashlib.sha256(draft.original).hexdigest() in card
    assert draft.text.encode() == draft.original
    assert draft.notices == ()


def test_its_headlines_headings_and_bullets_are_seen(draft: Draft) -> None:
    assert len(words_of(draft, BlockKind.TITLE)) == 1
    assert words_of(draft, BlockKind.HEADING) == [
        "Iran’s Khamenei Reportedly Prepares Escape Route to Russia: What Does This Signal for Geopolitics?",
        "The Roots of Instability: Why is Khamenei Considering an Exit?",
        "Russia’s Role: A Strategic Alliance of Convenience?",
        "The $95 Billion Question: Securing the Regime’s Wealth",
        "Future Trends: What to Watch For",
        "Did you know?",
        "FAQ",
    ]
    assert len(words_of(draft, BlockKind.LIST_ITEM)) == 4
    assert [words[:2] for words in kept(draft)[-8:]] == ["Q:", "A:"] * 4


def test_the_page_is_told_from_the_article(draft: Draft) -> None:
    assert sorted(aside(draft).values()) == [
        "byline",
        "call to read on",
        "comments",
        "newsletter line",
        "related links",
    ]
    assert any(words.startswith("Pro Tip:") for words in kept(draft))


def test_its_origin_is_doubted_for_every_good_reason(draft: Draft) -> None:
    assert draft.flags == set(ProvenanceFlag) - {ProvenanceFlag.NO_AUTHOR}
    assert places(draft, ProvenanceFlag.ROLE_BYLINE) == ["by Chief Editor"]
    assert places(draft, ProvenanceFlag.PLACEHOLDER) == ["[Link to newsletter signup form]"]
    assert "– Reuters" in places(draft, ProvenanceFlag.LINKS_LOST)


def test_its_details_are_proposed_with_their_origins(draft: Draft) -> None:
    assert draft.details.byline == "Chief Editor"
    assert draft.details.language == "en"
    assert draft.origins["title"] == "first line"
    assert draft.origins["byline"] == "line 3, after “by”"
