"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.dates import find_dates


@pytest.mark.parametrize(
    "words",
    [
        "14 March 2026",
        "14th of March 2026",
        "March 14, 2026",
        "Mar. 14, 2026",
        "2026-03-14",
        "2026/3/14",
        "14.03.2026",
        "14/03/2026",
        "03/14/2026",
        "14. März 2026",
        "14 mars 2026",
        "14 de marzo de 2026",
        "14 марта 2026",
        "14 березня 2026",
        "14 مارس 2026",
        "۱۴ مارس ۲۰۲۶",
        "14 במרץ 2026",
        "2026年3月14日",
        "2026년 3월 14일",
        "14 Mart 2026",
    ],
)
def test_one_day_in_many_hands(words: str) -> None:
    found = find_dates(f"It was {words}.")
    assert [(one.iso, one.span) for one in found] == [("2026-03-14", (7, 7 + len(words)))]


@pytest.mark.parametrize(
    "words",
    ["03/04/2026", "31 June 2026", "March 2026", "14 March", "2026-13-01", "12.2026", "14 marching 2026", "0000-01-01"],
)
def test_a_doubtful_or_impossible_date_is_none(words: str) -> None:
    assert find_dates(words) == []


@pytest.mark.parametrize(
    ("words", "iso"), [("3 EKİM 2019", "2019-10-03"), ("3 KASIM 2019", "2019-11-03"), ("3 auguſt 2019", "2019-08-03")]
)
def test_capitals_and_old_letters_of_any_language_are_read(words: str, iso: str) -> None:
    assert [date.iso for date in find_dates(words)] == [iso]


def test_dates_come_in_order_and_never_overlap() -> None:
    assert [one.iso for one in find_dates("2026-03-15, before it March 14, 2026 and 13 March 2026")] == [
        "2026-03-15",
        "2026-03-14",
        "2026-03-13",
    ]


@given(st.text(alphabet="0123456789-/. 年月日March", max_size=60))
def test_whatever_is_found_is_a_date(text: str) -> None:
    for one in find_dates(text):
        date.fromisoformat(one.iso)
        assert one.span.within(len(text))
