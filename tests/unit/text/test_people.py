"""Names are found with their titles, and variants of one name are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.people import grouped, namings, opening_names
from factdesk.text.sentences import sentences


def named(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.title) for one in namings(text, frozenset(span.start for span in sentences(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then President Jane Doe spoke.", [("Jane Doe", "President")]),
        ("Then Dr. Jane Doe and Gen. Bob Roe spoke.", [("Jane Doe", "Dr."), ("Bob Roe", "Gen.")]),
        ("It was former police official Jane Doe.", [("Jane Doe", "former police official")]),
        ("They met Ruritania’s Prime Minister Bob Roe.", [("Ruritania", ""), ("Bob Roe", "Prime Minister")]),
        ("They met the Prime Minister again.", []),
        ("They met Ann Poe and Bob Roe.", [("Ann Poe", ""), ("Bob Roe", "")]),
        ("They called the Department of Health and Ageing.", [("Department of Health and Ageing", "")]),
        ("It was a Syrian town.", []),
    ],
)
def test_a_name_is_found_with_its_title(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_surnames_initials_and_acronyms_go_with_the_full_name() -> None:
    groups = grouped(["Jane M. Doe", "Jane Doe", "J. Doe", "Doe", "World Water Office", "WWO"])
    assert {groups.head[name] for name in ("Jane M. Doe", "Jane Doe", "J. Doe", "Doe")} == {"Jane M. Doe"}
    assert groups.head["WWO"] == "World Water Office"


@pytest.mark.parametrize("before", ["Following ", "Citing ", "Norwegian-born ", "Oslo-based "])
def test_a_word_that_opens_a_clause_or_tells_where_somebody_is_from_is_no_part_of_the_name(before: str) -> None:
    text = f"{before}Lind the council rests. Ana Lind left."
    assert [one.name for one in namings(text, frozenset({0}))] == ["Lind", "Ana Lind"]


def test_a_surname_that_two_people_share_is_not_guessed() -> None:
    groups = grouped(["Jane Doe", "Bob Doe", "Doe"])
    assert groups.head["Doe"] == "Doe"
    assert groups.could_be["Doe"] == ("Jane Doe", "Bob Doe")


def test_a_name_spelled_two_ways_is_seen() -> None:
    assert grouped(["Peter Muller", "Peter Mueller"]).near == {
        "Peter Muller": "Peter Mueller",
        "Peter Mueller": "Peter Muller",
    }
    assert grouped(["Korea", "Koreas", "Ann", "Anna"]).near == {}


@pytest.mark.parametrize("pair", [["Iceland", "Ireland"], ["Dublin", "Lublin"], ["Georgia", "Georgia"]])
def test_two_known_places_are_never_one_spelled_two_ways(pair: list[str]) -> None:
    assert grouped(pair).near == {}


def test_part_of_a_country_is_no_fuller_name_of_it() -> None:
    groups = grouped(["Northern Ireland", "Ireland", "New Zealand", "Zealand"])
    assert groups.head["Ireland"] == "Ireland"
    assert groups.head["Zealand"] == "Zealand"


def test_a_known_name_is_found_where_it_opens_a_sentence() -> None:
    text = "They saw Doe. Doe ran. Dogs ran."
    starts = [span.start for span in sentences(text)]
    assert [text[slice(*one.span)] for one in opening_names(text, starts, frozenset(["Doe"]))] == ["Doe"]


@given(st.text())
def test_any_text_gives_namings_inside_it(text: str) -> None:
    made = namings(text, frozenset())
    assert all(one.span.within(len(text)) and one.name.strip() for one in made)
    groups = grouped([one.name for one in made])
    assert set(groups.head) == {one.name for one in made}


@given(st.lists(st.text("ABab. ’-", min_size=1).filter(str.strip)))
def test_any_names_can_be_grouped(names: list[str]) -> None:
    groups = grouped(names)
    assert set(groups.head) == set(names)
    assert all(groups.head[head] == head for head in groups.head.values())
