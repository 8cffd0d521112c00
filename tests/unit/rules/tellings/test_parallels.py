"""Two wordings of one statement beside each other: what both tell, and what only one has."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from factdesk.rules.tellings.parallels import parallel


def lit(telling: str, head: str) -> tuple[list[str], list[str]]:
    found = parallel(telling, head)
    return [telling[slice(*span)] for span in found.lit_here], [head[slice(*span)] for span in found.lit_there]


def test_one_fact_is_lit_however_it_is_written() -> None:
    here, there = lit("Nine died in the mill; it cost $4m.", "The mill fire killed nine and cost 4 million dollars.")
    assert here == ["Nine died", "mill", "cost $4m"]
    assert there == ["mill", "killed nine", "cost 4 million dollars"]


def test_figures_and_names_that_one_side_lacks_are_told_as_they_stand() -> None:
    found = parallel("Some 345 pilgrims died near Upton, Ann Doe said.", "Hundreds of pilgrims dead, Doe says")
    assert found.only_here == ("345", "Upton")
    assert found.only_there == ("Hundreds",)


def test_small_words_are_not_lit() -> None:
    assert lit("It was in the town.", "He is in the boat.") == ([], [])


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_give_stretches_inside_them_in_order(telling: str, head: str) -> None:
    found = parallel(telling, head)
    for text, spans in ((telling, found.lit_here), (head, found.lit_there)):
        assert all(span.within(len(text)) for span in spans)
        assert all(one.end < other.start for one, other in itertools.pairwise(spans))
