"""Names are runs of capitals that are not there only because a sentence begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.names import names


def found(text: str, *starts: int) -> list[str]:
    return [text[start:end] for start, end in names(text, frozenset(starts))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bank of England met Ana de la Cruz in York.", ["Bank of England", "Ana de la Cruz", "York"]),
        ("Yesterday it rained.", []),
        ("NASA said so.", ["NASA"]),
        ("Then the U.S. Army came.", ["U.S. Army"]),
        ("He came.", []),
        ("J. R. Hartley wrote it.", ["J. R. Hartley"]),
    ],
)
def test_names_of_one_sentence(text: str, expected: list[str]) -> None:
    assert found(text, 0) == expected


def test_a_name_does_not_run_into_the_next_sentence() -> None:
    text = "He lives in Oslo. Nobody knows."
    assert found(text, 0, 18) == ["Oslo"]


@given(st.text(alphabet="Aa .'’\nÉof", max_size=60), st.frozensets(st.integers(0, 60)))
def test_names_stand_in_the_text_and_begin_with_a_capital(text: str, starts: frozenset[int]) -> None:
    for start, end in names(text, starts):
        assert 0 <= start < end <= len(text)
        assert text[start].isupper()
