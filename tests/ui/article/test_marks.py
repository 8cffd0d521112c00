"""What is marked: which sort, which number, what nests in what, and what is found where."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factdesk.model.case import Case
from factdesk.model.claim import State, Verdict
from factdesk.model.ids import SuggestionId
from factdesk.model.segment import Label
from factdesk.model.suggestion import Decision, Suggestion, SuggestionKind
from factdesk.rules.coverage import Coverage, coverage
from factdesk.rules.numbering import numbers
from factdesk.text.spans import Span
from factdesk.ui.article.marks import Mark, Marks, Sort, marks_of
from tests.ui.article.cases import AT, BY, CaseMaker, bridge, version_of

SENTENCE = "The mayor said the bridge cost nine million and would open in June."


def everything(marks: Marks, maker: CaseMaker) -> list[Mark]:
    return marks.overlapping(Span(0, len(maker.version.text)))


def sort_of(maker: CaseMaker, words: str) -> list[Sort]:
    span = maker.span(words)
    return [mark.sort for mark in maker.marks().overlapping(span) if mark.span == span]


def test_each_sort_of_claim_is_told_apart() -> None:
    maker = CaseMaker(version_of("one two three four five six"))
    maker.claim("one", "ok")
    maker.claim("two")
    maker.claim("three", state=State.WAITING)
    maker.claim("four", "ok", State.STALE)
    maker.claim("five", state=State.SET_ASIDE)
    found = {words: sort_of(maker, words) for words in ("one", "two", "three", "four", "five", "six")}
    assert found == {
        "one": [Sort.VERDICT],
        "two": [Sort.UNDECIDED],
        "three": [Sort.WAITING],
        "four": [Sort.STALE],
        "five": [Sort.SET_ASIDE],
        "six": [Sort.BARE],
    }


def test_a_stale_claim_still_shows_the_verdict_it_had() -> None:
    maker = CaseMaker(version_of("four"))
    maker.claim("four", "fix", State.STALE)
    (mark,) = maker.marks().overlapping(Span(0, 4))
    assert mark.value is not None
    assert mark.value.id == "fix"


def test_a_long_claim_lies_above_the_short_one_inside_it() -> None:
    maker = CaseMaker(version_of(SENTENCE))
    maker.claim("the bridge cost nine million")
    maker.claim(SENTENCE)
    levels = {mark.span: mark.level for mark in everything(maker.marks(), maker)}
    assert levels == {maker.span(SENTENCE): 0, maker.span("the bridge cost nine million"): 1}


def test_claims_that_only_overlap_lie_on_two_levels_and_the_next_one_is_back_on_the_first() -> None:
    maker = CaseMaker(version_of(SENTENCE))
    maker.claim("The mayor said the bridge")
    maker.claim("the bridge cost nine million")
    maker.claim("open in June")
    assert [mark.level for mark in everything(maker.marks(), maker) if mark.claim] == [0, 0, 1]


def numbers_of(maker: CaseMaker, claim: str) -> list[str]:
    return [mark.number for mark in everything(maker.marks(), maker) if mark.subject == claim]


def test_a_telling_carries_the_number_of_its_head_and_a_letter() -> None:
    maker = CaseMaker(version_of("nine million. Later: nine million. Again: nine million."))
    head = maker.claim("nine million")
    maker.repeat(head, "nine million", 1)
    maker.repeat(head, "nine million", 2)
    assert numbers_of(maker, head) == ["1", "1a", "1b"]


def test_letters_of_tellings_go_on_after_z() -> None:
    maker = CaseMaker(version_of("x " * 40))
    head = maker.claim("x")
    for nth in range(1, 30):
        maker.repeat(head, "x", nth)
    assert numbers_of(maker, head)[-5:] == [
        "1y",
        "1z",
        "1aa",
        "1ab",
        "1ac",
    ]


def test_bare_words_under_an_open_suggestion_are_proposed_not_bare() -> None:
    maker = CaseMaker(version_of("One two three. Four five."))
    maker.suggest("two three")
    sorts = {mark.span: mark.sort for mark in everything(maker.marks(), maker)}
    assert sorts == {
        maker.span("two three"): Sort.PROPOSED,
        maker.span("One"): Sort.BARE,
        maker.span("Four five"): Sort.BARE,
    }


def test_a_decided_suggestion_is_not_marked() -> None:
    maker = CaseMaker(version_of("One two three."))
    maker.suggest("One two three")
    maker.suggestions[0] = replace(maker.suggestions[0], decision=Decision.REJECTED)
    assert sort_of(maker, "One two three") == [Sort.BARE]


def test_furniture_that_only_white_space_parts_is_set_aside_together() -> None:
    maker = bridge()
    (group,) = maker.marks().furniture
    assert group.reasons == ("newsletter line", "related links", "share bar")
    assert group.span == Span(maker.span("Stay dry!").start, maker.span("Share this story").end)


def test_furniture_with_words_between_stays_apart() -> None:
    maker = CaseMaker(version_of("Share\n\nThe story.\n\nShare more"))
    maker.label("Share", Label.FURNITURE, "share bar")
    maker.label("Share more", Label.FURNITURE, "share bar")
    assert [one.span for one in maker.marks().furniture] == [maker.span("Share"), maker.span("Share more")]


def test_the_innermost_claim_at_a_place_comes_first_and_labels_last() -> None:
    maker = CaseMaker(version_of(SENTENCE))
    outer, inner = maker.claim(SENTENCE), maker.claim("nine million")
    maker.label(SENTENCE, Label.OPINION)
    here = maker.marks().at(maker.span("million").start)
    assert [mark.subject for mark in here] == [inner, outer, ""]


def test_a_new_verdict_changes_only_the_marks_of_its_claim() -> None:
    maker = bridge()
    marks = maker.marks()
    claim = next(one for one in maker.claims if one.verdict is None and one.state is State.NEW)
    decided = replace(claim, verdict=Verdict(maker.scale.id, "cut", "2026-03-14", AT, BY))
    maker.claims[maker.claims.index(claim)] = decided
    changed = marks.with_work(maker.case())
    assert everything(changed, maker) == everything(maker.marks(), maker)
    assert everything(marks, maker) != everything(changed, maker)


spans = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=25), spans)
def test_exactly_what_overlaps_is_found_and_no_level_holds_two_marks_in_one_place(
    places: list[Span], asked: Span
) -> None:
    maker = CaseMaker(version_of("word " * 20))
    maker.suggestions = [
        Suggestion(
            id=SuggestionId(str(nth)), version_id=maker.version.id, span=place, kind=SuggestionKind.CLAIM, score=0.5,
            reasons=(), method="rules-1",
        )
        for nth, place in enumerate(places)
    ]  # fmt: skip
    marks = marks_of(maker.case(), {}, Coverage(0, 0, ()))
    found = marks.overlapping(asked)
    assert sorted(mark.span for mark in found) == sorted(place for place in places if place.overlaps(asked))
    together = [(one, other) for one in found for other in found if one is not other and one.span.overlaps(other.span)]
    assert all(one.level != other.level for one, other in together)


WORDS = [f"w{nth:02}" for nth in range(30)]
STRETCHES = st.tuples(st.integers(0, 29), st.integers(1, 6)).map(lambda at: " ".join(WORDS[at[0] : at[0] + at[1]]))
SORTS = st.sampled_from(["claim", "suggestion", Label.OPINION, Label.FURNITURE])


@given(facts=st.lists(st.tuples(STRETCHES, SORTS, st.booleans(), st.booleans()), max_size=18))
def test_marks_kept_up_are_the_marks_made_whole(facts: list[tuple[str, str | Label, bool, bool]]) -> None:
    """Claims, labels, furniture and suggestions, each there before, after, or both, in any overlap."""
    maker = CaseMaker(version_of(" ".join(WORDS)))
    stays: dict[str, tuple[bool, bool]] = {}
    for words, sort, *there in facts:
        made = (
            maker.label(words, sort)
            if isinstance(sort, Label)
            else maker.claim(words) if sort == "claim" else maker.suggest(words)
        )  # fmt: skip
        stays[made] = (there[0], there[1])

    def moment(nth: int) -> Case:
        some = dataclasses.replace(
            maker,
            segments=[one for one in maker.segments if stays[one.claim_id or one.id][nth]],
            claims=[one for one in maker.claims if stays[one.id][nth]],
            suggestions=[one for one in maker.suggestions if stays[one.id][nth]],
        )
        return some.case()

    old, new = moment(0), moment(1)
    changed = {key for key, (before, after) in stays.items() if before != after}
    touched = [one.anchor.span for one in maker.segments if (one.claim_id or one.id) in changed]
    touched += [one.span for one in maker.suggestions if one.id in changed]
    covered = coverage(new.version.text, new.segments)
    marks = marks_of(old, numbers(old.claims), coverage(old.version.text, old.segments))
    again = marks.after(new, numbers(new.claims), covered, touched)
    whole = marks_of(new, numbers(new.claims), covered)
    assert everything(again, maker) == everything(whole, maker)
    assert again.furniture == whole.furniture


@given(facts=st.lists(st.tuples(STRETCHES, SORTS), max_size=12))
def test_bare_stretches_are_the_same_wherever_they_are_asked_for(facts: list[tuple[str, str | Label]]) -> None:
    maker = CaseMaker(version_of(" ".join(WORDS)))
    for words, sort in facts:
        if isinstance(sort, Label):
            maker.label(words, sort)
        elif sort == "claim":
            maker.claim(words)
        else:
            maker.suggest(words)
    text, marks = maker.version.text, maker.marks()
    whole = {mark.span for mark in everything(marks, maker) if mark.sort is Sort.BARE}
    spoken_for = {at for one in maker.segments for at in range(*one.anchor.span)}
    spoken_for |= {at for one in maker.suggestions for at in range(*one.span)}
    letters = {at for at, char in enumerate(text) if char.isalnum()}
    assert letters - spoken_for == letters & {at for span in whole for at in range(*span)}
    for at in range(len(text)):
        here = {mark.span for mark in marks.overlapping(Span(at, at + 1)) if mark.sort is Sort.BARE}
        assert here == {span for span in whole if span.start <= at < span.end}
