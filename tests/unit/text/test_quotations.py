"""Quotation marks are paired as printers pair them."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.quotations import quotations
from tests.timed import seconds


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” twice, “never” once.", ["“no”", "“never”"]),
        ('She said "it’s over" and left.', ['"it’s over"']),
        ("Er sagte „nein“, sie «oui».", ["„nein“", "«oui»"]),
        ("彼は「はい」と言った。", ["「はい」"]),
        ("She called it ‘the boy’s room’ and left.", ["‘the boy’s room’"]),
        ('It’s the boys’ turn; a 5" pipe.', []),
        ("“It goes on\n“and ends here.” So.", ["“It goes on", "“and ends here.”"]),
    ],
)
def test_what_is_said_in_quotation_marks_is_found(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="a “”„«»「」'\"‘’\n", max_size=80))
def test_a_quotation_stays_in_its_paragraph_and_apart_from_others(text: str) -> None:
    at = 0
    for start, end in quotations(text):
        assert at <= start < end <= len(text)
        assert "\n" not in text[start:end]
        at = end


@pytest.mark.parametrize("mark", ["“", "„", "«", "「", ' "a', " ‘a", "’a"])
def test_marks_that_are_never_closed_take_no_square_time(mark: str) -> None:
    small, large = (seconds(partial(quotations, mark * count)) for count in (5_000, 40_000))
    assert large / small < 40  # eight times the text; a square would be 64 times
