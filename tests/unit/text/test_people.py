"""Names are found with their titles, and variants of one name are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.name_groups import grouped
from factdesk.text.people import namings, opening_names, told_apart
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
        ("They met the Norwegian Ambassador, then the U.S. President.", []),
        ("They met Ann Poe and Bob Roe.", [("Ann Poe", ""), ("Bob Roe", "")]),
        ("They called the Department of Health and Ageing.", [("Department of Health and Ageing", "")]),
        ("It was a Syrian town.", []),
        ("Former U.S. soldiers left.", [("U.S.", "")]),
        ("Former President Jane Doe left.", [("Jane Doe", "Former President")]),
        (
            "They met U.S. President Jane Doe and UK Foreign Secretary Bob Roe.",
            [
                ("Jane Doe", "U.S. President"),
                ("Bob Roe", "UK Foreign Secretary"),
            ],
        ),
        ("Then Florida Governor Ann Poe left for Florida.", [("Ann Poe", "Florida Governor"), ("Florida", "")]),
        (
            "Then Water Office President Ann Poe and Harbour Police Chief Bob M. Roe left.",
            [
                ("Ann Poe", "Water Office President"),
                ("Bob M. Roe", "Harbour Police Chief"),
            ],
        ),
        (
            "They met the Water Office Director and the Poe President Hotel.",
            [
                ("Water Office Director", ""),
                ("Poe President Hotel", ""),
            ],
        ),
        ("She told Ann Poe the Water Office rests.", [("Ann Poe", ""), ("Water Office", "")]),
        ("It was Catherine the Great.", [("Catherine the Great", "")]),
        ("It was the Ministry of the Interior.", [("Ministry of the Interior", "")]),
        ("They came to the U.S. The Water Office rests.", [("U.S.", ""), ("Water Office", "")]),
        ("The dam, Although Poe rests, holds.", [("Poe", "")]),
    ],
)
def test_a_name_is_found_with_its_title(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_a_name_that_runs_on_from_another_is_two_where_both_are_told_elsewhere() -> None:
    (one,) = namings("Then the envoy to the Far Islands Ann Poe spoke.", frozenset({0}))
    assert [(part.name, part.span.end - part.span.start) for part in told_apart(one, frozenset())] == [
        ("Far Islands Ann Poe", 19)
    ]
    known = frozenset({"Far Islands", "Ann Poe", "Poe"})
    assert [(part.name, part.span) for part in told_apart(one, known)] == [
        ("Far Islands", (22, 33)), ("Ann Poe", (34, 41)),
    ]  # fmt: skip


def test_surnames_initials_and_acronyms_go_with_the_full_name() -> None:
    groups = grouped(["Jane M. Doe", "Jane Doe", "J. Doe", "Doe", "World Water Office", "WWO"])
    assert {groups.head[name] for name in ("Jane M. Doe", "Jane Doe", "J. Doe", "Doe")} == {"Jane M. Doe"}
    assert groups.head["WWO"] == "World Water Office"
    assert grouped(["WWO Harbour", "Harbour"]).head["Harbour"] == "Harbour", "an office has no surname"
    assert grouped(["JK Poe", "Poe"]).head["Poe"] == "JK Poe"


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
