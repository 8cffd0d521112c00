"""A printed number never changes, and no two claims share one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factdesk.rules.numbering import numbers
from tests.unit.rules.texts import claim

printed = st.one_of(
    st.just(""),
    st.integers(1, 6).map(str),
    st.tuples(st.integers(0, 6), st.integers(1, 3)).map(lambda pair: f"{pair[0]}.{pair[1]}"),
)


@st.composite
def checklists(draw: st.DrawFn) -> list[str]:
    """Return fixed numbers in reading order; those that are printed are all different."""
    found: list[str] = []
    for number in draw(st.lists(printed, max_size=12)):
        found.append("" if number in found else number)
    return found


@given(checklists())
def test_no_two_claims_share_a_number_and_printed_ones_keep_theirs(fixed: list[str]) -> None:
    claims = [claim(f"c{nth}", number) for nth, number in enumerate(fixed)]
    found = numbers(claims)
    assert len(set(found.values())) == len(claims)
    assert all(found[each.id] == each.fixed_number for each in claims if each.fixed_number)


@given(checklists(), st.integers(0, 12))
def test_printed_numbers_stay_when_a_claim_comes_in_between(fixed: list[str], at: int) -> None:
    claims = [claim(f"c{nth}", number) for nth, number in enumerate(fixed)]
    more = [*claims[:at], claim("new"), *claims[at:]]
    found = numbers(more)
    assert all(found[each.id] == each.fixed_number for each in claims if each.fixed_number)


def test_before_the_first_print_claims_are_counted_in_reading_order() -> None:
    assert list(numbers([claim("a"), claim("b"), claim("c")]).values()) == ["1", "2", "3"]


def test_a_later_claim_takes_a_part_of_the_one_before_it() -> None:
    claims = [claim("x"), claim("a", "1"), claim("y"), claim("z"), claim("b", "2"), claim("w")]
    assert list(numbers(claims).values()) == ["0.1", "1", "1.1", "1.2", "2", "2.1"]


def test_a_part_that_was_printed_is_passed_over() -> None:
    claims = [claim("a", "1"), claim("new"), claim("b", "1.1"), claim("newer")]
    assert list(numbers(claims).values()) == ["1", "1.2", "1.1", "1.3"]
