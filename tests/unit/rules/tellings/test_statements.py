"""What a person linked or set apart is what ladder, conflicts and proposals go by."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factdesk.model.tick import Register
from factdesk.rules.author.hedges import ladder
from factdesk.rules.registers.entries import Flag
from factdesk.rules.registers.gathering import registers
from factdesk.rules.registers.reading import Reading
from factdesk.rules.tellings.repeats import Group, Inconsistency, Repeats
from factdesk.rules.tellings.statements import by_sentence, settled
from factdesk.text.spans import Span
from tests.unit.rules.registers.registered import read, span_of
from tests.unit.rules.texts import blocks_of

A, B, C, D, E = (Span(at, at + 8) for at in range(0, 50, 10))
spans = st.integers(0, 60).flatmap(lambda at: st.integers(at + 1, at + 20).map(lambda end: Span(at, end)))


def test_what_is_linked_is_one_group_with_all_that_is_proposed_for_it_under_the_persons_head() -> None:
    found = settled(Repeats((Group(A, (B,)), Group(D, (E,)))), [(C, A)], ())
    assert found.groups == (Group(C, (A, B)), Group(D, (E,)))


def test_two_groups_become_one_where_a_person_links_across() -> None:
    assert settled(Repeats((Group(A, (B,)), Group(C, (D,)))), [(A, D)], ()).groups == (Group(A, (B, C, D)),)


def test_what_a_person_set_apart_leaves_the_group_and_is_no_inconsistency() -> None:
    assert settled(Repeats((Group(A, (B, C)),)), (), [(B, A)]).groups == (Group(A, (C,)),)
    assert settled(Repeats((Group(A, (B,)),)), (), [(A, B)]).groups == ()
    assert settled(Repeats((), (Inconsistency(A, B),)), (), [(B, A)]).inconsistencies == ()


def test_what_is_linked_stays_together_whatever_was_set_apart_before() -> None:
    assert settled(Repeats(), [(A, B)], [(A, B)]).groups == (Group(A, (B,)),)


def test_a_group_is_the_sentences_it_stands_in() -> None:
    text = "One ferry sailed. Two ferries sank. It rained."
    found = read(text)
    sailed, sank = span_of(text, "ferry sailed"), span_of(text, "ferries sank.")
    assert by_sentence(Repeats((Group(sank, (sailed,)),)), found.article) == [[0, 1]]


def test_certainty_rises_from_one_linked_telling_to_the_next_and_no_more_where_they_are_set_apart() -> None:
    hedged, plain = "The pier is reportedly rotten.", "Every beam of the pier is rotten."
    text = f"{hedged}\nIt rained.\n{plain}"
    reading = Reading(text=text, blocks=blocks_of(text), language="en")
    pair = span_of(text, hedged), span_of(text, plain)

    def rises(reading: Reading) -> list[str]:
        return [text[slice(*rise.later.sentence)] for rise in ladder(text, registers(reading)).rises]

    assert rises(replace(reading, linked=(pair,))) == [plain]
    assert rises(replace(reading, apart=(pair,))) == []


def test_another_figure_is_a_conflict_only_among_tellings_of_one_statement() -> None:
    text = "The school of Rokeby has 31 pupils this year.\nIt rained.\nThe school of Rokeby has 13 pupils this year."
    reading = Reading(text=text, blocks=blocks_of(text), language="en")
    pair = span_of(text, text.split("\n")[0]), span_of(text, text.split("\n")[2])

    def flagged(reading: Reading) -> list[Flag]:
        return [flag.flag for entry in registers(reading).entries[Register.NUMBERS] for flag in entry.flags]

    assert flagged(reading) == [Flag.OTHER_FIGURE, Flag.OTHER_FIGURE]
    assert flagged(replace(reading, apart=(pair,))) == []


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=4), st.lists(st.tuples(spans, spans), max_size=3))
def test_whatever_is_linked_and_set_apart_each_group_has_a_head_and_tellings(
    places: list[Span], family: list[Span], apart: list[tuple[Span, Span]]
) -> None:
    groups = (Group(places[0], tuple(places[1:])),) if len(places) > 1 else ()
    found = settled(Repeats(groups), [tuple(dict.fromkeys(family))], apart)
    assert all(group.tellings and group.head not in group.tellings for group in found.groups)
    if len(set(family)) > 1:
        assert any({group.head, *group.tellings} >= set(family) for group in found.groups)
