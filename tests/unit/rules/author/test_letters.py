"""Questions leave as the text of an e-mail, and the answers are found by their numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factdesk.model.ids import ArticleId, QueryId
from factdesk.model.query import AuthorQuery, QueryKind, QueryState
from factdesk.rules.author.letters import answers, letter, numbered

ASKED = ("Which experts?", "Who said this?", "Which year is right?")


def queries(*asked: str, state: QueryState = QueryState.OPEN) -> list[AuthorQuery]:
    return [
        AuthorQuery(
            id=QueryId(str(nth)),
            article_id=ArticleId("a"),
            kind=QueryKind.OTHER,
            question=words,
            state=state,
            asked_at="2026-01-05T10:00:00Z" if state is QueryState.ASKED else "",
            made_at="2026-01-05T10:00:00Z",
            made_by="AB",
        )
        for nth, words in enumerate(asked, start=1)
    ]


LISTED = numbered(queries(*ASKED))


def test_a_letter_holds_every_question_that_waits_with_its_number_and_words() -> None:
    text = letter("The bridge", LISTED, {"2": "we never knew"})
    assert "Questions about “The bridge”" in text
    assert "1. Which experts?" in text
    assert "2. Who said this?\n   About: “we never knew”" in text


def test_no_letter_is_written_where_nothing_waits() -> None:
    assert letter("The bridge", (), {}) == ""


def test_answers_typed_into_the_letter_come_back() -> None:
    text = letter("The bridge", LISTED, {"2": "we never knew"})
    filled = text.replace("Answer:", "Answer: Two engineers.", 1)
    assert answers(filled, LISTED) == {1: "Two engineers."}


def test_answers_below_quoted_questions_come_back() -> None:
    text = letter("The bridge", LISTED, {})
    quoted = "\n".join(f"> {line}" for line in text.split("\n"))
    reply = quoted.replace(">    Answer:", "It was 1911.\nSee the gauge book.", 1)
    assert answers(reply, LISTED) == {1: "It was 1911.\nSee the gauge book."}


def test_answers_with_bare_numbers_come_back_and_points_of_an_answer_stay_in_it() -> None:
    reply = "Hello,\n1. Two engineers.\n3) These:\n1. the clerk\n2. the mayor\nBest"
    assert answers(reply, LISTED) == {1: "Two engineers.", 3: "These:\n1. the clerk\n2. the mayor\nBest"}


def test_numbers_that_no_question_has_begin_nothing() -> None:
    assert answers("12. May was cold.\n2026. A year.", LISTED) == {}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).filter(
    lambda text: text.strip() and text.lstrip()[0] not in ">|" and not text.strip()[0].isdecimal()
    and not text.strip().casefold().startswith(("a", "answer"))))  # fmt: skip
def test_any_answer_comes_back_as_it_was_typed(answer: str) -> None:
    filled = letter("The bridge", LISTED, {}).replace("   Answer:", f"   Answer: {answer}", 1)
    assert answers(filled, LISTED) == {1: answer.strip()}


@given(st.text())
def test_any_text_can_be_read_for_answers(text: str) -> None:
    assert set(answers(text, LISTED)) <= {1, 2, 3}
