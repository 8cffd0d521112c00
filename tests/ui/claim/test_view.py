from __future__ import annotations

import pytest
from msgspec.structs import replace

from factdesk.model.claim import State
from factdesk.model.ids import ClaimId, SuggestionId
from factdesk.model.source import Bearing
from factdesk.model.suggestion import Reason
from factdesk.rules.numbering import numbers
from factdesk.text.spans import Span
from factdesk.ui.claim.view import ClaimView, claim_view, suggestion_view
from tests.ui.claim import cases


def view(claim_id: str, **changes: object) -> ClaimView:
    case = cases.case(**changes)
    return claim_view(case, ClaimId(claim_id), numbers(case.claims), cases.desk_check(), {})


def test_a_claim_is_shown_with_number_words_verdict_and_the_words_that_called_for_it() -> None:
    found = view("c2")
    assert (found.number, found.verdict and found.verdict.id, found.verdict_scale) == ("2", "fix", "")
    assert [found.exact[slice(*span)] for span in found.caught] == ["more than any other line of the coast"]
    assert found.reasons == ("says first, most or only",)


def test_a_claim_whose_words_are_gone_has_none_to_show() -> None:
    gone = cases.claim("c9", state=State.GONE)
    found = view("c9", claims=(gone,), segments=())
    assert (found.exact, found.caught) == ("", ())
    assert State.STALE not in found.next_states
    assert State.NEW in found.next_states


def test_what_follows_from_the_text_is_nobodys_choice() -> None:
    for claim, _ in cases.CLAIMS:
        assert not view(claim.id).next_states & {State.STALE, State.GONE}


def test_a_verdict_of_another_scale_is_named_with_its_scale() -> None:
    rating = cases.truth_rating()
    old = cases.claim("c1", verdict=cases.verdict("half-true", rating), state=State.PROPOSED)
    found = view("c1", claims=(old,), scales={rating.id: rating})
    assert (found.verdict and found.verdict.label, found.verdict_scale) == ("Half true", "Truth rating")
    assert found.scale.key == "desk-check"


def test_sources_come_in_the_order_they_were_added_and_tell_who_else_rests_on_them() -> None:
    first, second = view("c2").sources
    assert (first.form.title, first.form.bearing, first.others) == (cases.SOURCE.title, Bearing.REFUTES, 0)
    assert (second.form.person, second.form.excerpt, second.others) == ("AB", "Weekends are not counted.", 1)


def test_a_source_used_twice_by_one_claim_is_not_counted_as_used_by_another() -> None:
    twice = (*cases.EVIDENCE, cases.evidence("e4", "c2", cases.SOURCE, Bearing.SUPPORTS))
    assert [item.others for item in view("c2", evidence=twice).sources] == [0, 1, 0]


def test_an_unknown_claim_or_suggestion_is_refused() -> None:
    with pytest.raises(KeyError):
        view("nobody")
    with pytest.raises(KeyError):
        suggestion_view(cases.case(), SuggestionId("nobody"))


def test_a_suggestion_tells_each_reason_once_with_the_words_behind_it() -> None:
    span = cases.place("Two of the four boats failed an inspection in 2024.")
    two, year = cases.place("Two"), cases.place("2024")
    one = replace(
        cases.suggestion("g9", cases.SENTENCES[5]),
        reasons=(Reason("number", two), Reason("date", year), Reason("number", year)),
    )
    found = suggestion_view(cases.case(suggestions=(one,)), one.id)
    assert [reason.chip for reason in found.reasons] == ["gives a number", "gives a date"]
    assert found.reasons[0].span == two
    assert [found.exact[slice(*part)] for part in found.caught] == ["Two", "2024"]
    assert found.exact == cases.TEXT[slice(*span)]


def test_stretches_that_overlap_or_touch_are_joined_and_the_whole_points_at_nothing() -> None:
    words = cases.SENTENCES[5]
    whole = cases.place(words)
    places = (4, 10), (8, 14), (14, 16)
    spans = (whole, *(Span(whole.start + start, whole.start + end) for start, end in places))
    one = replace(cases.suggestion("g9", words), reasons=tuple(Reason("number", span) for span in spans))
    assert suggestion_view(cases.case(suggestions=(one,)), one.id).caught == (Span(4, 16),)


def test_a_claim_that_is_part_of_a_sentence_tells_the_reasons_inside_its_words_and_no_others() -> None:
    words, part = cases.SENTENCES[5], "failed an inspection in 2024"
    reasons = (Reason("number", cases.place("Two of the four")), Reason("date", cases.place("2024")))
    claim, one = cases.claim("c1"), replace(cases.suggestion("g9", words), reasons=reasons)
    found = view("c1", claims=(claim,), segments=(cases.segment(claim, part),), suggestions=(one,))
    assert found.reasons == ("gives a date",)
    assert [found.exact[slice(*caught)] for caught in found.caught] == ["2024"]


def test_a_reason_that_lies_in_the_place_of_a_sentence_singles_out_no_words() -> None:
    words = cases.SENTENCES[5]
    reasons = (Reason("in-headline", cases.place("four boats")), Reason("date", cases.place("2024")))
    one = replace(cases.suggestion("g9", words), reasons=reasons)
    found = suggestion_view(cases.case(suggestions=(one,)), one.id)
    assert [found.exact[slice(*part)] for part in found.caught] == ["2024"]
