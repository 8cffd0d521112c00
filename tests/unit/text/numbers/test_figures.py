"""Figures are found with all that belongs to them, and names with digits are none."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factdesk.text.numbers.figures import figures


def found(text: str) -> list[tuple[str, str]]:
    return [(code, text[start:end]) for code, (start, end) in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about $95 billion in all", [("money", "$95 billion")]),
        ("US$ 20,000 bail", [("money", "US$ 20,000")]),
        ("3 million dollars or €2.5m", [("money", "3 million dollars"), ("money", "€2.5m")]),
        ("500円です", [("money", "500円")]),
        ("rose 3.5% to 40 per cent", [("share", "3.5%"), ("share", "40 per cent")]),
        ("on Oct. 25, 2019, and 3 May 2020", [("date", "Oct. 25, 2019"), ("date", "3 May 2020")]),
        ("in 1968 at 5 p.m. or 12:30", [("date", "1968"), ("date", "5 p.m."), ("date", "12:30")]),
        ("2019年10月", [("date", "2019年"), ("date", "10月")]),
        ("2024-02-29", [("date", "2024-02-29")]),
        ("1,200 people and 1.4 million hens", [("number", "1,200"), ("number", "1.4 million")]),
        ("an 8-year-old", [("number", "8")]),
        ("the G7, COVID-19 and an F‑16", []),
        ("5G, 4K and 3D, but $2B", [("money", "$2B")]),
        ("2. Drink water\n3) Buy 4 eggs", [("number", "4")]),
    ],
)
def test_a_figure_takes_in_what_belongs_to_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@given(st.one_of(st.text(max_size=80), st.text(alphabet="$1 0.,%May年5:-/pm G", max_size=80)))
@example("0$0")  # the sign belongs to one of them
def test_figures_stand_in_the_text_in_order_and_apart(text: str) -> None:
    at = 0
    for _, (start, end) in figures(text):
        assert at <= start < end <= len(text)
        at = end
