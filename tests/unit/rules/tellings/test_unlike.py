"""Two sentences of like words that tell of two things are not proposed as one statement."""

from __future__ import annotations

import pytest

from factdesk.rules.tellings.unlike import amounts, other_amount
from tests.unit.rules.tellings.test_repeats import told

BETWEEN = "\n\nThe ferry was late again and nobody on the quay knew why.\n\n"


def together(one: str, other: str) -> bool:
    """Say whether two lines of an article are proposed as one statement."""
    text = f"News of the week in Rokeby\n\nSnow fell on every hill for three nights.\n\n{one}{BETWEEN}{other}\n"
    return any(one in group and other in group for group in told(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Winter tyres", "The garage by the mill sells winter tyres and chains."),
        ("The garage by the mill sells winter tyres and chains.", "Winter tyres"),
    ],
)
def test_a_bare_line_is_not_told_again_by_the_sentence_that_unfolds_it(one: str, other: str) -> None:
    assert not together(one, other)


def test_a_bare_line_that_is_mostly_the_sentence_itself_is_a_telling() -> None:
    assert together("Keep winter tyres dry", "Keep the winter tyres dry.")


def test_a_heading_that_quotes_a_sentence_is_told_again_by_it() -> None:
    assert together("“A shameful winter”", "It was, the mayor of Ashby told boat crews, “a shameful winter” for all.")


def test_the_same_measured_twice_with_other_figures_is_told_of_two_things() -> None:
    said = "The {} boat goes from the quay to the island in {} minutes."
    assert not together(said.format("small", "twenty"), said.format("fast", "9"))
    assert together(said.format("small", "twenty"), said.format("fast", "20"))


def test_who_opens_a_sentence_by_a_name_of_its_own_is_somebody_else() -> None:
    one = "Ashby had more boats out at the regatta."
    other = "Selwick had many boats out at the regatta."
    text = "The mayor of Ashby met the mayor of Selwick.\n\n{}" + BETWEEN + "{}\n"
    assert not any("regatta" in group[0] for group in told(text.format(one, other)))
    assert any("regatta" in group[0] for group in told(text.format(one, other.replace("Selwick", "Ashby"))))


def test_rows_of_a_list_begin_with_names_of_their_own() -> None:
    rows = [f"{town} (Group {group}): Fifth regatta appearance" for town, group in (("Ashby", "C"), ("Selwick", "D"))]
    assert not together(*rows)
    assert together(rows[0], rows[0])


def test_a_title_is_told_again_by_one_of_the_first_sentences_though_few_words_are_the_same() -> None:
    text = (
        "Flood closes Rokeby mill\n\nWater stood two feet deep in the old mill by the river on Monday, its owner said, "
        "and work will not go on before May.\n\nNobody was hurt.\n\nThe school, too, had snow for the whole week.\n"
    )
    (group,) = told(text)
    assert [words[:10] for words in group] == ["Water stoo", "Flood clos"]


def test_a_title_that_only_names_its_topic_is_told_by_no_sentence() -> None:
    lead = "The mill by the river has ground corn for two hundred years and Ann Doe has run it since May."
    text = "{}\n\n" + lead + "\n\nNobody was hurt.\n\nThe school, too, had snow for the whole week.\n"
    assert told(text.format("A day with the miller of the river")) == []
    assert told(text.format("Ann Doe runs mill by river"))


def test_two_words_alone_do_not_make_one_statement_of_two_sentences() -> None:
    assert not together("The fare was not announced.", "Fare and route were not yet announced.")
    assert together("The island fare was not announced.", "The fare to the island was not yet announced.")


def test_who_is_meant_by_a_pronoun_is_the_one_named_before() -> None:
    said = "He declined to say when the new ferry would be ready for the island."
    text = "Bert Roe runs the blue line.\n\n{}{}{} runs the red line.\n\n" + said.replace("new", "next") + "\n"
    assert not any("ferry" in group[0] for group in told(text.format(said, BETWEEN, "Carl Poe")))
    assert any("ferry" in group[0] for group in told(text.format(said, BETWEEN, "Bert Roe")))


def test_what_is_counted_is_known_by_its_unit_or_by_the_word_behind_the_figure() -> None:
    here, there = (amounts(words, wording=True) for words in ("five seconds for 60 km", "3.5 seconds for 60 km"))
    assert here["km"] == there["km"]
    assert other_amount(here, there)
    assert not other_amount(here, amounts("five seconds for 90 boats", wording=True))
    assert not other_amount(here, amounts("some day", wording=True))
    first, second = (amounts(words, wording=True) for words in ("the first win of the season", "her second goal"))
    assert not other_amount(first, second)
