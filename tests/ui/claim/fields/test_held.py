from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factdesk.ui.claim.fields.held import Held, one_line_ends


def test_another_row_brings_its_words_or_its_draft() -> None:
    held = Held()
    assert held.take("c1", "kept", None, "") == "kept"
    assert held.take("c2", "kept", "half a thou", "kept") == "half a thou"


def test_a_refresh_of_the_same_row_leaves_words_being_typed_alone() -> None:
    held = Held()
    held.take("c1", "kept", None, "")
    assert held.take("c1", "kept by another program", None, "kept and mo") is None
    assert held.give("kept and mo") == "kept and mo"


def test_a_refresh_of_the_same_row_brings_new_words_where_nothing_is_being_typed() -> None:
    held = Held()
    held.take("c1", "kept", None, "")
    assert held.take("c1", "kept by another program", None, "kept") == "kept by another program"
    assert held.take("c1", "kept by another program", None, "kept by another program") is None


def test_a_draft_counts_only_when_the_row_comes() -> None:
    held = Held()
    held.take("c1", "kept", None, "")
    assert held.take("c1", "kept", "an old draft", "kept") is None


def test_words_are_given_once() -> None:
    held = Held()
    held.take("c1", "", None, "")
    assert [held.give("new"), held.give("new")] == ["new", None]


def test_words_the_desk_took_are_not_given_again() -> None:
    held = Held()
    held.take("c1", "", None, "")
    held.give("new")
    held.take("c1", "new", None, "new")
    assert held.give("new") is None


def test_words_the_desk_did_not_take_are_kept_and_given_again() -> None:
    held = Held()
    held.take("c1", "old", None, "")
    assert held.give("new") == "new"
    assert held.take("c1", "old", None, "new") is None  # the desk refused: the words stay in the field
    assert held.give("new") == "new"


def test_a_draft_that_was_never_touched_is_given_on_leaving() -> None:
    held = Held()
    held.take("c1", "", "typed before the crash", "")
    assert held.give("typed before the crash") == "typed before the crash"


def test_undo_of_a_field_shows_the_words_before() -> None:
    held = Held()
    held.take("c1", "old", None, "")
    held.give("new")
    held.take("c1", "new", None, "new")
    assert held.take("c1", "old", None, "new") == "old"


@given(st.text(alphabet="ab\r\n\u2028\u2029"))
def test_words_with_foreign_line_ends_are_not_taken_for_typing(kept: str) -> None:
    held = Held()
    shown = held.take("c1", kept, None, "")
    assert shown == one_line_ends(kept)
    assert held.give(shown or "") is None
    assert not set(shown or "") & set("\r\u2028\u2029")
