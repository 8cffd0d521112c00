"""Suggestions stand in the text, in order, with reasons inside their sentence; and they are made in time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factdesk.model.draft import Furniture
from factdesk.model.suggestion import SuggestionKind
from factdesk.model.version import BlockKind
from factdesk.rules.suggestions.reasons import REASONS
from factdesk.rules.suggestions.suggest import Told, suggest, suggest_told, wording_rules_apply
from factdesk.text.spans import Span
from tests.timed import seconds
from tests.unit.rules.texts import EVERYTHING, blocks_of

texts = st.text(alphabet="ab $1%.?!“”\n日。é😀\u0301Said said will", max_size=150)


@example("Lind said “It was old. It is gone.”", "en", [])  # a quotation that two sentences share
@given(texts, st.sampled_from(["", "en", "ja", "ar"]), st.lists(st.sampled_from(BlockKind), max_size=4))
def test_any_text_gives_spans_inside_it_in_reading_order(text: str, language: str, kinds: list[BlockKind]) -> None:
    blocks = blocks_of(text, *kinds)
    at = 0
    for proposed in suggest(text, blocks, language=language):
        start, end = proposed.span
        assert at <= start < end <= len(text)
        assert any(block.span.start <= start and end <= block.span.end for block in blocks)
        assert 0 <= proposed.score <= 1
        for reason in proposed.reasons:
            assert reason.code in REASONS
            assert start <= reason.span.start < reason.span.end <= end
        at = end


@given(texts)
def test_every_letter_of_a_block_is_in_a_suggestion(text: str) -> None:
    covered = {at for proposed in suggest(text, blocks_of(text)) for at in range(*proposed.span)}
    assert {at for at, char in enumerate(text) if char.isalnum()} <= covered


def reasons_of(text: str, words: str, language: str = "en") -> set[tuple[str, str]]:
    """Return (code, words that caused it) of the sentence that holds ``words``."""
    found = suggest(text, blocks_of(text), language=language)
    (sentence,) = [each for each in found if words in text[slice(*each.span)]]
    return {(reason.code, text[slice(*reason.span)]) for reason in sentence.reasons}


def test_a_reason_marks_the_characters_that_caused_it() -> None:
    text = (
        "It rained. Sources told the paper that Lind stole $4 million, 12% of it in 2019, reportedly because of debts."
    )
    assert {
        ("unnamed-source", "Sources told"),
        ("money", "$4 million"),
        ("share", "12%"),
        ("date", "2019"),
        ("hedge", "reportedly"),
        ("cause", "because of"),
        ("accusation", "stole"),
    } <= reasons_of(text, "Sources")


def test_a_named_source_is_marked_from_name_to_verb() -> None:
    assert ("named-source", "Ana Lind said") in reasons_of("Ana Lind said it was old.", "Ana")
    assert ("named-source", "According to the Oslo Water Board") in reasons_of(
        "According to the Oslo Water Board, it was old.", "Oslo"
    )


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It leaks like the one at Oslo,” said Ana Lind.", "said Ana Lind"),
        ("The Oslo Water Board, Ana Lind said, will pay.", "Oslo Water Board, Ana Lind said"),
    ],
)
def test_who_stands_behind_a_verb_speaks_where_a_clause_has_ended(text: str, source: str) -> None:
    assert ("named-source", source) in reasons_of(text, "Oslo")


@pytest.mark.parametrize(
    "text",
    [
        "The Oslo Water Board will pay in March, he said.",
        "Lind said Oslo will pay in March.",
        "She named no day, but said Oslo will pay in March.",
    ],
)
def test_whom_somebody_speaks_of_is_no_source(text: str) -> None:
    found = reasons_of(text, "Oslo")
    assert "attributed" in {code for code, _ in found}
    assert "named-source" not in {code for code, _ in found}


def test_a_first_word_is_a_named_source_where_the_article_names_it_elsewhere() -> None:
    said = "Lind said the dam is old."
    assert ("named-source", "Lind said") in reasons_of(f"The mayor is Ana Lind. {said}", "dam")
    assert ("attributed", "said") in reasons_of(f"The mayor is away. {said}", "dam")


def test_a_day_is_no_source() -> None:
    found = reasons_of("The board met on Tuesday, saying the dam is old.", "dam")
    assert ("attributed", "saying") in found


def test_a_word_inside_a_name_judges_nothing() -> None:
    said = "The {} carried coal to the island for nine years."
    assert "opinion-words" not in {code for code, _ in reasons_of(said.format("ship Great Hope"), "coal")}
    assert "opinion-words" in {code for code, _ in reasons_of(said.format("great ship"), "coal")}


def test_a_source_is_marked_with_all_of_its_name() -> None:
    said = "According to former Norse officer Ann Doe, Lind has no boat."
    assert ("named-source", "According to former Norse officer Ann Doe") in reasons_of(said, "boat")


def test_a_figure_gives_one_reason_not_two() -> None:
    codes = [code for code, _ in reasons_of("They paid $4 million in May 2019.", "paid")]
    assert sorted(codes) == ["date", "money", "opening"]


def test_words_shared_with_the_title_are_marked() -> None:
    text = "Council closes old bridge\nThe bridge was closed by the council."
    _, second = suggest(text, blocks_of(text, BlockKind.TITLE), language="en")
    shared = [text[slice(*reason.span)] for reason in second.reasons if reason.code == "in-headline"]
    assert shared == ["bridge", "closed", "council"]


def test_what_is_set_aside_is_furniture_and_moves_nobody_else() -> None:
    text, kinds, furniture = EVERYTHING
    blocks = blocks_of(text, *kinds)
    *others, last = suggest(text, blocks, furniture, language="en")
    assert (last.kind, last.score) == (SuggestionKind.FURNITURE, 0.0)
    assert [reason.code for reason in last.reasons] == ["boilerplate"]
    assert others == list(suggest(text[: last.span.start], blocks[:-1], language="en"))


def test_a_sentence_with_a_scrap_of_furniture_stays_the_articles() -> None:
    text = "The bridge is closed until June (advertisement)."
    (proposed,) = suggest(text, blocks_of(text), (Furniture(Span(32, 47), "advertisement"),), language="en")
    assert proposed.kind is SuggestionKind.CLAIM


def test_a_checker_sees_figures_and_accusations_before_asides() -> None:
    text = (
        "The town has a river. People like to walk there. "
        "Prosecutors charged the mayor on Monday with taking $2 million from Nordbank. "
        "It is a nice place. What will happen?"
    )
    found = suggest(text, blocks_of(text), language="en")
    best = max(found, key=lambda proposed: proposed.score)
    worst = min(found, key=lambda proposed: proposed.score)
    assert "Prosecutors" in text[slice(*best.span)]
    assert worst.kind is SuggestionKind.QUESTION


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en-GB", "", True),
        ("fr", "The cat is on the mat.", False),
        ("", "The bridge was closed by the council because of the storm that it had not expected.", True),
        ("", "Die Brücke ist wegen des Sturms gesperrt und die Stadt hat das nicht erwartet.", False),
        ("", "It fell to 3%.", True),
        ("", "失业率降至百分之三。", False),
    ],
)
def test_wording_rules_are_for_english(language: str, text: str, expected: bool) -> None:
    assert wording_rules_apply(language, text) is expected


def test_in_another_language_figures_and_quotations_still_speak() -> None:
    found = reasons_of("Der Preis stieg um 12 %. „Das ist zu viel“, sagte sie.", "12", language="de")
    assert ("share", "12 %") in found


def test_every_run_gives_the_same_scores() -> None:
    program = (
        "from tests.unit.rules.texts import blocks_of\n"
        "from factdesk.assets import sample_article\n"
        "from factdesk.rules.suggestions.features import features\n"
        "from factdesk.rules.sentences.article import read_article\n"
        "text = sample_article().read_text(encoding='utf-8')\n"
        "own = read_article(text, blocks_of(text), wording=True).proper\n"
        "print([sorted(found.items()) for found in features(text, own, wording=True)])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[4],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_progress_is_told_and_what_it_raises_ends_the_work() -> None:
    text = "\n".join(f"Line {nth}." for nth in range(5))
    seen: list[tuple[int, int]] = []
    suggest_told(text, blocks_of(text), (), Told(), lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert len(set(seen)) > 5
    assert seen[-1] == (100, 100)

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        suggest_told(text, blocks_of(text), (), Told(), stop)


def test_time_grows_with_the_length_and_not_faster() -> None:
    text, kinds, _ = EVERYTHING

    def taken(times: int) -> float:
        long = "\n".join([text] * times)
        blocks = blocks_of(long, *kinds * times)
        return seconds(lambda: suggest(long, blocks, language="en"), 2)

    assert taken(400) / taken(50) < 30  # eight times the text; a square would be 64 times
