"""What a step touched, and two of them together."""

from __future__ import annotations

from factdesk.model.event import Changes, RowKey
from factdesk.model.ids import ArticleId

CLAIM, SOURCE = RowKey("claim", "c1"), RowKey("source", "s1")
HERE, THERE = ArticleId("here"), ArticleId("there")


def test_two_changes_together_name_the_rows_and_articles_of_both() -> None:
    both = Changes(frozenset({CLAIM}), frozenset({HERE})) | Changes(frozenset({SOURCE}), frozenset({THERE}))
    assert both == Changes(frozenset({CLAIM, SOURCE}), frozenset({HERE, THERE}))
    assert both.ids("claim") == frozenset({"c1"})
    assert both.ids("source") == frozenset({"s1"})
    assert both.tables == frozenset({"claim", "source"})


def test_a_change_beside_nothing_is_itself_and_its_rows_are_not_sorted_out_anew() -> None:
    change = Changes(frozenset({CLAIM}), frozenset({HERE}))
    assert change | Changes() is change
    assert Changes() | change is change


def test_an_article_without_rows_is_not_nothing() -> None:
    """Of a purged entry the article is known and the rows are not."""
    purged = Changes(articles=frozenset({HERE}))
    assert purged | Changes(frozenset({SOURCE})) == Changes(frozenset({SOURCE}), frozenset({HERE}))
