"""Dates and times are found whole or in part; relative ones are resolved where they are certain."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.moments import moments
from tests.timed import seconds


def found(text: str, written_on: str = "") -> list[tuple[str, str, str]]:
    made = moments(text, english=True, written_on=written_on)
    return [(text[slice(*one.span)], one.normal, one.resolved) for one in made]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("on 14 March 2026", "2026-03-14"),
        ("on May 15 they left", "--05-15"),
        ("on the 3rd of April", "--04-03"),
        ("in October 2015", "2015-10"),
        ("since July", "--07"),
        ("in 2016", "2016"),
        ("from 2010-15", "2010-15"),
        ("in the 1990s", "1990s"),
        ("at 2:30pm", "2:30pm"),
        ("in the 19th century", "19th century"),
        ("in recent years", "in recent years"),
        ("the current plan", "current"),
    ],
)
def test_a_time_is_found_as_it_is_told(text: str, normal: str) -> None:
    assert [one[1] for one in found(text)] == [normal]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("It closed yesterday.", "2026-02-28"),
        ("It closed last month.", "2026-02"),
        ("It closed last year.", "2025"),
        ("It closed last week.", "2026-W08"),
        ("It closed three days ago.", "2026-02-26"),
        ("It closed 14 months ago.", "2025-01"),
        ("It closed on Monday.", ""),
        ("It closed recently.", ""),
        ("It closed last summer.", ""),
        ("It closed 999 years ago.", "1027"),
    ],
)
def test_a_relative_time_is_resolved_only_where_it_is_certain(text: str, resolved: str) -> None:
    assert [one[2] for one in found(text, "2026-03-01")] == [resolved]
    assert [one[2] for one in found(text)] == [""]


@pytest.mark.parametrize(
    ("text", "normal"),
    [("am 3. Mai", "--05-03"), ("em 20 de maio", "--05-20"), ("le 1er juin", "--06-01"), ("2026年", "2026")],
)
def test_days_and_months_of_other_languages_are_dates(text: str, normal: str) -> None:
    assert [one.normal for one in moments(text, english=False)] == [normal]


def test_a_year_is_told_from_a_count() -> None:
    assert found("2000 people came, 1800 troops left") == []
    assert [one[1] for one in found("In 2000 people came")] != ["2000 people"]


@given(st.text(), st.booleans(), st.sampled_from(["", "2026-03-01", "0001-01-01", "9999-12-31", "soon"]))
def test_any_text_gives_moments_inside_it_in_order(text: str, english: bool, written_on: str) -> None:
    made = moments(text, english=english, written_on=written_on)
    assert all(one.span.within(len(text)) for one in made)
    assert all(one.span.end <= two.span.start for one, two in pairwise(made))


@given(st.integers(0, 999), st.sampled_from(["day", "week", "month", "year"]), st.sampled_from(["ago", "from now"]))
def test_no_distance_in_time_is_too_far(number: int, unit: str, way: str) -> None:
    for day in ("0001-01-01", "9999-12-31"):
        moments(f"{number} {unit}s {way}, next year, last week, tomorrow", english=True, written_on=day)


@pytest.mark.parametrize("piece", ["May 1 ", "2019-", "the past ", "12:30 ", "in the last ", "1 ", "twentieth "])
def test_time_grows_with_the_length_and_not_faster(piece: str) -> None:
    small, large = (seconds(partial(moments, piece * count, english=True)) for count in (1_000, 8_000))
    assert large / small < 40
