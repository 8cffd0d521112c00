"""A list or an index to which changes are laid is the one made anew."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from factdesk.model.patched import PatchedList, put, put_by_id, together

changes = st.lists(st.tuples(st.integers(0, 29), st.text(max_size=3)), min_size=1, max_size=150)


@given(changes)
def test_a_list_with_facts_put_in_is_the_list_made_anew_however_often(puts: list[tuple[int, str]]) -> None:
    plain, patched = [str(n) for n in range(30)], put(tuple(map(str, range(30))), 0, "0")
    for at, fact in puts:
        before, told = patched, tuple(plain)
        plain[at], patched = fact, patched.put(at, fact)
        assert (patched[at], patched[at - 30], len(patched)) == (fact, fact, 30)
        assert before == told, "the list of before is as it was"
    assert (tuple(patched), tuple(reversed(patched)), patched[3:17]) == (
        tuple(plain), tuple(reversed(plain)), tuple(plain[3:17])
    )  # fmt: skip
    assert tuple(plain) == patched == PatchedList(tuple(plain), {})
    assert hash(patched) == hash(tuple(plain))
    assert pickle.loads(pickle.dumps(patched)) == patched


@given(changes)
def test_an_index_with_facts_put_in_is_the_index_made_anew_however_often(puts: list[tuple[int, str]]) -> None:
    plain = {n: str(n) for n in range(30)}
    patched = put_by_id(dict(plain), {})
    for key, fact in puts:
        before, told = patched, dict(plain)
        plain[key], patched = fact, put_by_id(patched, {key: fact})
        assert patched[key] == patched.get(key) == fact
        assert before == told, "the index of before is as it was"
    assert together(patched) == plain == patched
    assert list(patched) == list(plain)
    assert 30 not in patched
    assert patched.get(30) is None
