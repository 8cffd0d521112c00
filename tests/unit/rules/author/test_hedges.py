"""The ladder tells how sure each telling is, and where certainty rises without a source."""

from __future__ import annotations

import pytest

from factdesk.model.ids import ArticleId, QueryId, VersionId
from factdesk.model.query import AuthorQuery, QueryKind
from factdesk.model.version import BlockKind
from factdesk.rules.author.hedges import Strength, ladder
from factdesk.rules.author.questions import questions, still_open
from tests.unit.rules.registers.registered import read


def rises(text: str, *kinds: BlockKind) -> list[tuple[str, str]]:
    found = ladder(text, read(text, *kinds))
    return [(text[slice(*rise.earlier.words or (0, 0))], text[slice(*rise.later.sentence)]) for rise in found.rises]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("The mayor is reportedly leaving the town.", Strength.RUMOURED),
        ("The reported plan was old.", Strength.RUMOURED),
        ("The alleged plan was old.", Strength.ALLEGED),
        ("The town may close the bridge.", Strength.POSSIBLE),
        ("Jane Doe said the bridge was closed.", Strength.SAID),
        ("The town closed the bridge.", Strength.STATED),
    ],
)
def test_a_sentence_stands_on_its_rung(text: str, strength: Strength) -> None:
    assert [rung.strength for rung in ladder(text, read(text)).rungs] == [strength]


PLAIN = "Later the town paid $4 million to the builder for the stone bridge."
HEDGED = "The town allegedly paid $4 million to the builder for the bridge."


def test_certainty_that_rises_without_a_source_is_marked() -> None:
    assert rises(f"{HEDGED}\nIt rained.\n{PLAIN}") == [("allegedly", PLAIN)]


def test_a_new_named_source_about_it_explains_the_rise() -> None:
    between = "The town paid $4 million to the builder for the bridge, Clerk Jane Doe said."
    assert rises(f"{HEDGED}\n{between}\n{PLAIN}") == []


def test_a_named_source_that_speaks_of_something_else_explains_nothing() -> None:
    between = "The town school has a new roof, Clerk Jane Doe said."
    assert rises(f"{HEDGED}\n{between}\n{PLAIN}") == [("allegedly", PLAIN)]


def test_who_asks_asserts_nothing() -> None:
    hedged = "Recent reports suggest Mayor Jane Doe is preparing to leave Upton."
    assert rises(f"{hedged}\nIt rained.\nWho is forcing Doe to look for a way out?") == []


def test_a_plain_telling_that_comes_first_is_no_rise() -> None:
    assert rises(f"{PLAIN}\n{HEDGED}") == []


def test_what_an_actor_is_doing_rises_too_though_the_words_differ() -> None:
    hedged = "Recent reports suggest Mayor Jane Doe is preparing to leave Upton."
    later = "The loss of the vote is forcing Doe to look for a way out."
    assert rises(f"{hedged}\nIt rained.\n{later}") == [("Recent reports", later)]
    assert rises(f"{hedged}\nUpton is building a school.") == []
    assert rises(f"{hedged}\nUpton is building a school that bears the name of Doe.") == []


def test_a_title_that_only_names_nobody_is_no_hedge() -> None:
    plain = "The stone bridge of Upton is rotten and has to close."
    assert rises(f"Experts say Upton stone bridge is rotten\n{plain}", BlockKind.TITLE) == []
    assert rises(f"Upton stone bridge is reportedly rotten\n{plain}", BlockKind.TITLE) == [("reportedly", plain)]


def test_unnamed_sources_are_questions_to_the_author() -> None:
    text = "Experts say the bridge is old. It has drawn criticism from watchdogs. The pier is believed to be unsafe."
    text += " Why do experts say so?"
    found = read(text)
    asked = [one for one in questions(text, found, ladder(text, found)) if one.kind is QueryKind.UNNAMED_SOURCE]
    assert [text[slice(*one.span)] for one in asked] == ["Experts say", "watchdogs", "is believed"]


def test_one_unnamed_source_is_asked_about_once_with_all_its_places() -> None:
    text = "Experts say the bridge is old. The mayor left. experts say it is unsafe. Officials say it will do."
    found = read(text)
    once, other = (one for one in questions(text, found, ladder(text, found)) if one.kind is QueryKind.UNNAMED_SOURCE)
    assert once.words.startswith("“Experts say” (2 times): who exactly")
    assert [text[slice(*span)] for span in once.places] == ["Experts say", "experts say"]
    assert other.words.startswith("“Officials say”: who exactly")


@pytest.mark.parametrize("nth", [0, 1])
def test_a_question_that_was_taken_up_at_any_of_its_places_is_not_proposed_again(nth: int) -> None:
    text = "Experts say the bridge is old. The mayor left. Experts say it is unsafe."
    found = read(text)
    (proposed,) = questions(text, found, ladder(text, found))
    taken = AuthorQuery(
        id=QueryId("q"), article_id=ArticleId("a"), version_id=VersionId("v"), span=proposed.places[nth],
        kind=proposed.kind, question="Which experts?", made_at="2026-01-05T10:00:00Z", made_by="AB",
    )  # fmt: skip
    assert still_open([proposed], [taken]) == ()


def test_where_wording_rules_are_off_nothing_is_on_the_ladder() -> None:
    text = "Angeblich ist die Brücke alt."
    assert ladder(text, read(text, language="de")).rungs == ()


def test_quoted_pieces_of_one_paragraph_that_nobody_said_raise_one_question() -> None:
    text = (
        "It was a hard year. “We will never sell the boats.” It was cold, too. “Nobody asked us at all.”\n"
        "The sun came back. “The nets were full again.”"
    )
    found = read(text)
    asked = [one for one in questions(text, found, ladder(text, found)) if one.kind is QueryKind.QUOTATION]
    assert [one.words for one in asked] == [
        "“We will never sell the boats.”, “Nobody asked us at all.”: who said these, when and to whom?",
        "“The nets were full again.” Who said this, when and to whom?",
    ]
    assert text[slice(*asked[0].span)].startswith("“We") and text[slice(*asked[0].span)].endswith("all.”")


def test_a_quotation_over_paragraphs_that_nobody_said_raises_one_question() -> None:
    text = (
        "“We knew the bridge was old, and said so.\n“Nobody listened to us in all those years.\n“It was bound to fall.”"
    )
    found = read(text)
    (asked,) = (one for one in questions(text, found, ladder(text, found)) if one.kind is QueryKind.QUOTATION)
    assert asked.span == (0, len(text))
    assert asked.words.startswith("“We knew the bridge was old, and said so …” (3 paragraphs) Who said this")


def test_two_quotations_in_two_paragraphs_that_are_closed_raise_two_questions() -> None:
    text = "“We knew the bridge was old, and said so.”\n“Nobody listened to us in all those years.”"
    found = read(text)
    asked = [one for one in questions(text, found, ladder(text, found)) if one.kind is QueryKind.QUOTATION]
    assert len(asked) == 2
