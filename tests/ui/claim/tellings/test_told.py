"""Where a claim is told, linked and proposed, as the pane is given it."""

from __future__ import annotations

from msgspec.structs import replace

from factdesk.model.ids import RejectedRepeatId
from factdesk.model.telling import RejectedRepeat
from factdesk.rules.tellings.repeats import Group, Repeats
from factdesk.ui.claim.tellings.told import told_items
from tests.unit.report.cases import VERSION, WHEN, CaseMaker

TITLE, FIRST, SECOND, THIRD = "Boats at sea", "Boats sail twice.", "They sail two times.", "Twice a day they sail."


def made_of() -> tuple[CaseMaker, Repeats]:
    made = CaseMaker(f"{TITLE}\n{FIRST} {SECOND} {THIRD}")
    first, second, third = (made.span(words) for words in (FIRST, SECOND, THIRD))
    return made, Repeats(groups=(Group(head=first, tellings=(second, third)),))


def test_linked_and_proposed_places_come_in_reading_order_each_once() -> None:
    made, found = made_of()
    claim = made.claim(SECOND)
    made.repeat(THIRD, claim)
    items = told_items(made.case(), claim.id, found)
    assert [(item.words, item.segment_id is None) for item in items] == [(FIRST, True), (THIRD, False)]
    assert [item.words for item in told_items(made.case(), claim.id, None)] == [THIRD]


def test_what_a_person_set_apart_is_not_proposed_whichever_was_the_head_then() -> None:
    made, found = made_of()
    claim = made.claim(SECOND)
    for pair in ((FIRST, SECOND), (SECOND, FIRST)):
        span, of = (made.span(words) for words in pair)
        apart = RejectedRepeat(
            id=RejectedRepeatId("r"), version_id=VERSION, span=span, of=of, made_at=WHEN, made_by="AB"
        )
        case = made.case().changed(rejected_repeats=(apart,))
        assert [item.words for item in told_items(case, claim.id, found)] == [THIRD]


def test_what_tells_another_statement_is_not_proposed() -> None:
    made, found = made_of()
    claim = made.claim(TITLE)
    assert told_items(made.case(), claim.id, found) == ()


def test_a_wording_that_was_confirmed_is_open_again_under_a_later_verdict() -> None:
    made, found = made_of()
    claim = made.claim(FIRST, "ok")
    made.repeat(SECOND, claim)
    for confirmed_at, is_open in (("2026-01-01T00:00:00Z", True), ("2027-01-01T00:00:00Z", False)):
        made.segments[-1] = replace(made.segments[-1], confirmed_by="CD", confirmed_at=confirmed_at)
        (item,) = [one for one in told_items(made.case(), claim.id, found) if one.segment_id]
        assert (item.is_open, item.confirmed_by) == (is_open, "" if is_open else "CD")
