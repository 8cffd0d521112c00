"""Sums of numbers that change."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from factdesk.ui.article.typesetting.sums import Sums


@given(st.lists(st.integers(0, 900), max_size=70), st.lists(st.tuples(st.integers(0, 69), st.integers(0, 900))))
def test_sums_are_those_of_the_numbers_as_they_are_now(numbers: list[int], changes: list[tuple[int, int]]) -> None:
    sums = Sums(numbers)
    for nth, new in changes:
        if nth < len(numbers):
            sums.add(nth, new - numbers[nth])
            numbers[nth] = new
    totals = list(accumulate(numbers, initial=0))
    assert [sums.before(nth) for nth in range(len(numbers) + 1)] == totals
    for total in {*totals, *(one + 1 for one in totals), -1}:
        assert sums.reaching(total) == max((nth for nth, one in enumerate(totals) if one <= total), default=0)
