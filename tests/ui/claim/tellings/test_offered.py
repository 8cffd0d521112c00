"""What a suggestion is offered to tell again, before anybody decided it."""

from __future__ import annotations

from factdesk.model.case import Case
from factdesk.model.ids import ClaimId, RejectedRepeatId
from factdesk.model.suggestion import Decision, SuggestionKind
from factdesk.model.telling import RejectedRepeat
from factdesk.rules.tellings.repeats import Group, Repeats
from factdesk.text.spans import Span
from factdesk.ui.claim.tellings.offered import Offer, Offers
from tests.unit.report.cases import VERSION, WHEN, CaseMaker

FIRST, SECOND, THIRD = "Boats sail twice.", "They sail two times.", "Twice a day they sail."


def made_of(*kinds: SuggestionKind) -> tuple[CaseMaker, Repeats]:
    made = CaseMaker(f"Title\n{FIRST} {SECOND} {THIRD}")
    for words, kind in zip((FIRST, SECOND, THIRD), kinds, strict=False):
        made.suggest(words, kind)
    places = tuple(made.span(words) for words in (FIRST, SECOND, THIRD))
    return made, Repeats(groups=(Group(head=places[0], tellings=places[1:]),))


def offers(case: Case, numbers: dict[ClaimId, str], found: Repeats) -> dict[str, Offer]:
    """Return what each suggestion is offered."""
    made = Offers(case, numbers, found)
    return {one.id: offer for one in case.suggestions if (offer := made.of(one)) is not None}


def said(found: dict[str, Offer]) -> list[str]:
    return [offer.told for offer in found.values()]


def test_each_place_of_a_group_is_offered_the_others_and_no_label_is() -> None:
    made, found = made_of(SuggestionKind.CLAIM, SuggestionKind.QUOTE, SuggestionKind.HEADING)
    offered = offers(made.case(), {}, found)
    assert said({str(key): offer for key, offer in offered.items()}) == ["↻ told again 2 ×"] * 2
    assert [offer.shown for offer in offered.values()] == [(SECOND, THIRD), (FIRST, THIRD)]


def test_once_one_place_is_a_claim_the_others_are_offered_to_it_labels_too() -> None:
    made, found = made_of()
    claim = made.claim(FIRST)
    made.suggest(SECOND)
    made.suggest(THIRD, SuggestionKind.HEADING)
    offered = offers(made.case(), {claim.id: "7"}, found)
    assert [(offer.told, offer.claim_id) for offer in offered.values()] == [("↻ tells claim 7 again?", claim.id)] * 2


def test_a_pair_that_was_rejected_is_not_offered_again_whichever_comes_first() -> None:
    made, found = made_of(SuggestionKind.CLAIM, SuggestionKind.CLAIM)
    places: tuple[Span, ...] = (made.span(SECOND), made.span(FIRST))
    apart = RejectedRepeat(
        id=RejectedRepeatId("r"), version_id=VERSION, span=places[0], of=places[1], made_at=WHEN, made_by="AB"
    )
    offered = offers(made.case().changed(rejected_repeats=(apart,)), {}, found)
    assert [offer.shown for offer in offered.values()] == [(THIRD,), (THIRD,)]


def test_a_place_that_two_sentences_share_is_offered_to_the_one_that_holds_most_of_it() -> None:
    made, _ = made_of(SuggestionKind.CLAIM, SuggestionKind.CLAIM, SuggestionKind.CLAIM)
    shared = Span(made.span(FIRST).end - 3, made.span(SECOND).end)
    groups = (Group(head=made.span(THIRD), tellings=(shared,)),)
    offered = offers(made.case(), {}, Repeats(groups=groups))
    assert [offer.places for offer in offered.values()] == [(made.span(THIRD),), (shared,)]
    assert list(offered) == [one.id for one in made.case().suggestions[1:]]


def test_a_group_that_offers_nothing_takes_nothing_from_another() -> None:
    made, _ = made_of(SuggestionKind.CLAIM)
    first, second, third = (made.span(words) for words in (FIRST, SECOND, THIRD))
    apart = RejectedRepeat(
        id=RejectedRepeatId("r"), version_id=VERSION, span=first, of=third, made_at=WHEN, made_by="AB"
    )
    for groups in ((second, third), (third, second)):
        found = Repeats(groups=tuple(Group(head=first, tellings=(other,)) for other in groups))
        offered = offers(made.case().changed(rejected_repeats=(apart,)), {}, found)
        assert [offer.places for offer in offered.values()] == [(second,)]


def test_words_that_are_partly_a_claim_already_are_offered_to_no_other() -> None:
    made, _ = made_of(SuggestionKind.CLAIM)
    made.claim("Boats sail")
    claim = made.claim(SECOND)
    first, second, rest = (made.span(words) for words in (FIRST, SECOND, "twice."))
    for group in (Group(head=second, tellings=(first,)), Group(head=made.span("Boats sail"), tellings=(rest,))):
        assert offers(made.case(), {claim.id: "2"}, Repeats(groups=(group,))) == {}


def test_a_suggestion_that_was_set_apart_from_a_claim_is_not_offered_to_it() -> None:
    made, found = made_of()
    claim = made.claim(FIRST)
    made.suggest(SECOND)
    apart = RejectedRepeat(
        id=RejectedRepeatId("r"), version_id=VERSION, span=made.span(SECOND), of=made.span(FIRST), made_at=WHEN,
        made_by="AB",
    )  # fmt: skip
    assert said(offers(made.case(), {claim.id: "1"}, found)) == ["↻ tells claim 1 again?"]
    assert offers(made.case().changed(rejected_repeats=(apart,)), {claim.id: "1"}, found) == {}


def test_what_is_decided_is_offered_nothing() -> None:
    made, found = made_of()
    made.suggest(FIRST, decision=Decision.REJECTED)
    assert offers(made.case(), {}, found) == {}
