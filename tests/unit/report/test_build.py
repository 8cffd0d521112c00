"""The report as data: what is counted, what must be fixed, and that nothing undecided looks decided."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factdesk.model.article import ProvenanceFlag
from factdesk.model.claim import ClaimKind, Priority, State, Verdict, WaitingFor
from factdesk.model.ids import ScaleId
from factdesk.model.segment import Label
from factdesk.model.source import Bearing
from factdesk.model.suggestion import Decision, SuggestionKind
from factdesk.report.build import build
from factdesk.report.look import UNDECIDED
from factdesk.report.parts import Report
from factdesk.report.words import percent, ranges
from factdesk.text.spans import Span
from tests.unit.report.cases import DESK_CHECK, SETTING, WHEN, CaseMaker, decided
from tests.unit.report.ferry import ferry, ferry_events


def report_of(made: CaseMaker) -> Report:
    return build(made.case(), (), SETTING)


def test_every_claim_is_counted_once_by_mark_and_once_by_state(ferry_report: Report) -> None:
    result = ferry_report.result
    assert sum(count.number for count in result.verdicts) == result.claims == len(ferry_report.cards)
    assert sum(count.number for count in result.states) == result.claims


def test_the_counts_say_what_was_found_and_what_was_not(ferry_report: Report) -> None:
    assert [(count.glyph, count.word, count.number) for count in ferry_report.result.verdicts] == [
        ("✓", "OK", 1),
        ("±", "OK as changed", 1),
        ("Δ", "Fix", 1),
        ("@", "Attribute", 1),
        ("✕", "Cut", 1),
        ("∅", "Unverifiable", 1),
        ("—", "not decided", 3),
        ("⊘", "set aside", 1),
    ]


@pytest.mark.parametrize("state", [State.STALE, State.GONE, State.RETURNED, State.SET_ASIDE])
def test_a_verdict_that_no_longer_stands_is_told_but_does_not_show_as_one(state: State) -> None:
    made = CaseMaker("Title\nTwelve boats sail.")
    made.claim("Twelve boats sail", "ok", state=state, set_aside_reason="why" if state is State.SET_ASIDE else "")
    report = report_of(made)
    (card,) = report.cards
    assert not card.mark.decided
    assert card.mark.word.endswith("was “OK”")
    assert (card.mark.light, card.mark.underline) == (UNDECIDED.light, UNDECIDED.underline)
    assert [count.word for count in report.result.verdicts if count.decided] == []
    assert report.result.must_fix == ()


@pytest.mark.parametrize("state", [State.NEW, State.IN_CHECK, State.WAITING, State.PROPOSED, State.AGREED])
def test_a_claim_without_a_verdict_looks_undecided_whatever_its_state(state: State) -> None:
    made = CaseMaker("Title\nTwelve boats sail.")
    made.claim("Twelve boats sail", state=state, waiting_for=WaitingFor.AUTHOR if state is State.WAITING else None)
    report = report_of(made)
    assert report.cards[0].mark == UNDECIDED
    assert report.result.still_open[0].claims == "1"
    assert "1 claim has no standing verdict." in report.result.draft_because


def test_no_value_of_a_scale_can_borrow_the_look_of_being_undecided() -> None:
    value = replace(DESK_CHECK.values[0], id="odd", underline="dotted", light="nonsense")
    scale = replace(DESK_CHECK, key="odd", values=(value,), verified=None)
    made = CaseMaker("Title\nTwelve boats sail.")
    claim = made.claim("Twelve boats sail")
    made.claims[0] = replace(claim, verdict=Verdict(ScaleId("odd@1.0"), "odd", "", WHEN, "AB"))
    report = build(replace(made.case(), scales={scale.id: scale}), (), SETTING)
    mark = report.cards[0].mark
    assert (mark.decided, mark.underline) == (True, "dashed")
    assert mark.light.startswith("#")


def test_what_must_be_fixed_is_every_standing_verdict_but_the_verified_one(ferry_report: Report) -> None:
    fixes = ferry_report.result.must_fix
    assert [fix.mark.word for fix in fixes] == ["Attribute", "Fix", "OK as changed", "Unverifiable", "Cut"]
    assert [fix.number for fix in fixes] == ["2", "3", "6", "7", "9"]
    assert "".join(piece.text for piece in fixes[1].why[0].pieces).startswith("The harbour board counted 38,900:")


@pytest.mark.parametrize(
    ("language", "title", "from_right"),
    [
        ("fa-IR", "NASA: نهر بالا آمد", True),
        ("en", "نهر (the river) rose", False),
        ("", "نهر بالا آمد", True),
        ("", "The river rose", False),
    ],
)
def test_the_report_reads_as_the_article_does_in_the_window(language: str, title: str, from_right: bool) -> None:
    assert report_of(CaseMaker(f"{title}\nTwelve boats sail.", language=language)).right_to_left is from_right


def test_a_finished_case_has_nothing_to_fix_and_is_a_draft_only_for_want_of_a_signature() -> None:
    result = build(decided(ferry().case()), ferry_events(), SETTING).result
    assert (result.must_fix, result.still_open, result.bare) == ((), (), ())
    assert result.nothing_to_fix == "No verdict asks for a change."
    assert result.draft_because == ("Nobody has signed it.",)
    assert result.coverage == "100% of the text is accounted for"


def test_an_unfinished_case_never_says_that_nothing_asks_for_a_change() -> None:
    made = CaseMaker("Title\nTwelve boats sail. Two are old.")
    made.claim("Twelve boats sail", "ok")
    made.claim("Two are old")
    assert "so far" in report_of(made).result.nothing_to_fix


def test_high_risk_claims_are_listed_whatever_was_found(ferry_report: Report) -> None:
    assert [(row.number, row.mark.word) for row in ferry_report.result.high_risk] == [
        ("3", "Fix"),
        ("4", "not decided"),
    ]


def test_bare_words_are_named_with_their_paragraph(ferry_report: Report) -> None:
    assert [(bare.paragraph, bare.words) for bare in ferry_report.result.bare] == [
        (5, "The shop is open on Sundays now"),
        (8, "The harbour board has asked for a survey"),
    ]


def test_proposals_stay_proposals_and_say_why_in_words(ferry_report: Report) -> None:
    assert [(it.paragraph, it.kind, it.reasons) for it in ferry_report.proposals] == [
        (5, "quotation", ("quotes words", "does not name its source")),
        (8, "attributed claim", ("names its source",)),
    ]
    assert ferry_report.result.proposals == "2 proposals of the program not decided"


def test_the_method_says_what_the_program_suggested_and_what_people_decided(ferry_report: Report) -> None:
    text = " ".join(ferry_report.method)
    assert "Of 5 suggestions, 2 were accepted (1 of them in bulk, not one by one), 1 rejected and 2 not decided" in text
    assert "8 claims were marked by hand." in text
    assert "2 stretches of furniture, 3 headings, 1 opinion, 1 prediction, 2 questions and 1 claim set aside" in text
    assert "1 place where a claim is told again was linked to it by people; the claim’s verdict" in text
    assert "Verdicts hold as of 13 Mar 2026." in text


def test_a_case_without_suggestions_says_so() -> None:
    assert "No suggestions of a program were used." in report_of(CaseMaker("Title\nWords.")).method


def test_a_repeat_carries_the_number_of_its_head_with_a_letter(ferry_report: Report) -> None:
    (again,) = ferry_report.cards[0].repeats
    assert (again.number, again.paragraph, again.wording) == ("1a", 11, "≠ wording differs; not confirmed")
    assert "2 of 19 words ticked" in ferry_report.cards[0].traits
    shown = [tie.number for block in ferry_report.copy for run in block.runs for tie in run.ends]
    assert shown == ["1", "3", "4", "2", "5", "6", "7", "9", "8", "10", "1a"]


def test_places_that_were_linked_in_bulk_are_named_so_in_method_card_and_change_log() -> None:
    made = CaseMaker("Title\nTwelve boats sail. Twelve boats sail. Twelve boats sailed.")
    claim = made.claim("Twelve boats sail", "ok")
    for start in (25, 44):
        made.label(Span(start, start + 12), Label.REPEAT, claim_id=claim.id, in_bulk=True)
    together = replace(ferry_events()[0], kind="LinkTellings", label="Link tellings")
    report = build(made.case(), (together, replace(together, seq=2, label="Link telling")), SETTING)
    assert any("2 places where a claim is told again were linked" in text for text in report.method)
    assert any("2 of them in bulk, not one by one" in text for text in report.method)
    assert [again.wording for again in report.cards[0].repeats] == ["same words; linked in bulk"] * 2
    assert [change.in_bulk for change in report.changes] == [True, False]


def test_more_than_26_repeats_go_on_with_two_letters() -> None:
    made = CaseMaker("Title\n" + "Twelve boats. " * 29)
    start = made.text.index("Twelve")
    claim = made.claim(Span(start, start + 12), "ok")
    for n in range(1, 29):
        made.label(Span(start + 14 * n, start + 14 * n + 12), Label.REPEAT, claim_id=claim.id)
    numbers = [again.number for again in report_of(made).cards[0].repeats]
    assert (numbers[0], numbers[25], numbers[26], numbers[27]) == ("1a", "1z", "1aa", "1ab")


def test_claims_that_share_words_are_underlined_on_levels_of_their_own(ferry_report: Report) -> None:
    for block in ferry_report.copy:
        for run in block.runs:
            assert len({tie.level for tie in run.ties}) == len(run.ties)
    inner = next(run for run in ferry_report.copy[2].runs if run.text == "41,000 people in July alone")
    assert [(tie.number, tie.level) for tie in inner.ties] == [("2", 0), ("3", 1)]


def test_a_claim_whose_words_are_gone_keeps_its_card_and_has_no_place() -> None:
    made = CaseMaker("Title\nTwelve boats sail.")
    made.gone(restatement="Ten boats sail.")
    (card,) = report_of(made).cards
    assert (card.paragraph, card.quote, card.mark.word) == (None, "", "gone")


def test_sources_are_numbered_as_the_cards_name_them_and_name_their_claims(ferry_report: Report) -> None:
    assert [(it.key, it.title, it.claims) for it in ferry_report.sources] == [
        ("S1", "Summer timetable, outer islands", ("1",)),
        ("S2", "Telephone call with the press office", ("1", "2")),
        ("S3", "Passenger counts by month, 2008 to date", ("3",)),
        ("S4", "Transport budget", ("7",)),
    ]


def test_the_change_log_names_numbers_marks_bulk_and_says_of_which_step_an_undo_was(ferry_report: Report) -> None:
    rows = {change.steps: change for change in ferry_report.changes}
    assert (rows["2"].claims, rows["2"].in_bulk) == ("1, 8", True)
    assert not any(change.in_bulk for steps, change in rows.items() if steps != "2")
    assert rows["5"].what == "Undo of step 4: Verdict"
    assert rows["6"].what == "Redo of step 5: Verdict"
    assert rows["7"].claims == "1 claim no longer there"


def test_what_one_person_did_in_a_run_is_one_row_of_the_log_and_a_finding_given_anew_another() -> None:
    made = CaseMaker("Title\nTwelve boats sail. Nine sink.")
    claims = [made.claim("Twelve boats sail", "ok").id, made.claim("Nine sink", "fix").id]
    first = ferry_events()[0]
    steps = (
        ("AcceptSuggestions", "Accept suggestion", 0, "AB", "2026-03-12T16:02:00Z"),
        ("AcceptSuggestions", "Accept suggestion", 1, "AB", "2026-03-12T16:02:40Z"),
        ("SetVerdict", "Verdict", 0, "AB", "2026-03-12T16:04:00Z"),
        ("EditClaim", "Edit rationale", 0, "AB", "2026-03-12T16:05:00Z"),
        ("SetVerdict", "Verdict", 1, "AB", "2026-03-12T16:09:00Z"),
        ("SetVerdict", "Verdict", 0, "AB", "2026-03-12T16:10:00Z"),
        ("EditClaim", "Edit note", 1, "CD", "2026-03-12T16:11:00Z"),
        ("EditClaim", "Edit note", 1, "CD", "2026-03-13T08:00:00Z"),
    )
    events = [
        replace(first, seq=n, kind=kind, label=label, claims=frozenset({claims[claim]}), person=person, at=at)
        for n, (kind, label, claim, person, at) in enumerate(steps, start=1)
    ]
    rows = build(made.case(), events, SETTING).changes
    assert [(row.steps, row.at, row.person, row.what, row.claims) for row in rows] == [
        ("1–5", "12 Mar 2026, 16:02–16:09 UTC", "AB", "Accept suggestion × 2, Verdict × 2, Edit rationale", "1, 2"),
        ("6", "12 Mar 2026, 16:10 UTC", "AB", "Verdict", "1"),
        ("7", "12 Mar 2026, 16:11 UTC", "CD", "Edit note", "2"),
        ("8", "13 Mar 2026, 08:00 UTC", "CD", "Edit note", "2"),
    ]


def test_the_checker_is_who_gave_the_verdicts_and_not_who_prints_the_report() -> None:
    made = CaseMaker("Title\nTwelve boats sail.")
    assert [line.name for line in build(made.case(), (), SETTING).signatures] == ["AB", "", ""], "nobody did yet"
    claim = made.claim("Twelve boats sail", "ok")
    assert claim.verdict is not None
    made.claims[0] = replace(claim, verdict=replace(claim.verdict, given_by="M. Lind"))
    report = build(made.case(), (), SETTING)
    assert (report.signatures[0].role, report.signatures[0].name) == ("Checker", "M. Lind")
    assert [field.text for field in report.head.details if field.label == "Checker"] == ["M. Lind"]


def test_what_was_not_checked_is_listed_with_its_reason(ferry_report: Report) -> None:
    rows = {(it.what, it.reason, it.by) for it in ferry_report.not_checked}
    assert ("claim 10, set aside", "Checked last week for another piece; see case 2026-027.", "") in rows
    assert ("opinion", "a way of speaking", "AB") in rows
    assert ("furniture", "newsletter line", "AB, in bulk") in rows
    assert not any(what == "heading" for what, _, _ in rows)


def test_words_that_no_block_holds_are_printed_all_the_same() -> None:
    made = CaseMaker("Title\nOne.\n---\nTwo.")
    report = build(made.case(blocks=made.case().version.blocks[:1]), (), SETTING)
    assert ["".join(run.text for run in block.runs) for block in report.copy] == ["Title", "One.", "Two."]


EVERYTHING = st.text(alphabet="ab .\n😀ا", min_size=1, max_size=40)


@given(EVERYTHING, st.data())
def test_the_copy_holds_every_word_once_and_every_telling_ends_once(text: str, data: st.DataObject) -> None:
    made = CaseMaker(text, title="Title")
    edges = st.integers(0, len(text) - 1)
    for _ in range(data.draw(st.integers(0, 6))):
        start = data.draw(edges)
        span = Span(start, data.draw(st.integers(start + 1, len(text))))
        if data.draw(st.booleans()):
            made.claim(span, data.draw(st.sampled_from(["", "ok", "cut"])))
        else:
            made.label(span, data.draw(st.sampled_from([Label.OPINION, Label.FURNITURE])))
    case = made.case()
    report = build(case, (), SETTING)
    for block, source in zip(report.copy, case.version.blocks, strict=True):
        assert "".join(run.text for run in block.runs) == text[slice(*source.span)]
    shown = {tie.number for block in report.copy for run in block.runs for tie in run.ties}
    ends = [tie.number for block in report.copy for run in block.runs for tie in run.ends]
    assert sorted(ends) == sorted(shown)


def test_all_words_of_the_enumerations_are_there() -> None:
    made = CaseMaker("Title\n" + " ".join(f"Claim number {n}." for n in range(40)))
    n = iter(range(40))
    for kind in ClaimKind:
        made.claim(f"Claim number {next(n)}.", kind=kind)
    for priority in Priority:
        made.claim(f"Claim number {next(n)}.", priority=priority)
    for whom in WaitingFor:
        made.claim(f"Claim number {next(n)}.", state=State.WAITING, waiting_for=whom)
    source = made.source("s", "A source")
    for bearing in Bearing:
        made.tie(made.claim(f"Claim number {next(n)}."), source, bearing)
    for suggestion in SuggestionKind:
        made.suggest(f"Claim number {next(n)}.", suggestion)
    made.suggest("Title", decision=Decision.OPEN)
    report = report_of(made)
    assert {it.kind for it in report.proposals} >= {"attributed claim", "quotation", "opinion"}
    assert {row.bearing for card in report.cards for row in card.evidence} == {"supports", "refutes", "context"}


def test_numbers_are_written_as_ranges() -> None:
    assert ranges(["1", "2", "3", "4", "6", "7", "7.1", "9"]) == "1–4, 6, 7, 7.1, 9"


def test_a_share_is_rounded_down_so_that_only_all_is_a_hundred_percent() -> None:
    assert (percent(9999, 10000), percent(0, 0), percent(1, 3)) == ("99.9%", "100%", "33.3%")


@pytest.mark.parametrize(
    ("more", "named", "person"),
    [
        ({"title": "Port log", "person": "Harbour office"}, "Port log", "Harbour office"),
        ({"title": "", "person": "Harbour office"}, "Harbour office", ""),
        ({"title": "", "address": "https://port.example/log/2026?page=2"}, "port.example", ""),
        ({"title": "", "address": "the archive, box 12"}, "the archive, box 12", ""),
        ({"title": "", "address": "https://[broken"}, "https://[broken", ""),
    ],
)  # fmt: skip
def test_a_source_without_a_title_is_named_by_what_is_known_of_it(
    more: dict[str, str], named: str, person: str
) -> None:
    made = CaseMaker("Twelve boats sail.")
    made.tie(made.claim("Twelve boats sail", "ok"), made.source("s", more.pop("title"), **more))
    (source,) = report_of(made).sources
    assert (source.title, source.person) == (named, person)


def test_the_length_is_that_of_the_article_and_what_was_set_aside_is_told_beside_it() -> None:
    made = CaseMaker("Menu Home\nTwelve boats sail.", language="en")
    assert field_of(made, "Length") == "5 words"
    made.label("Menu Home", Label.FURNITURE)
    assert (field_of(made, "Length"), field_of(made, "Language")) == ("3 words, 2 more set aside", "English")


def field_of(made: CaseMaker, name: str) -> str:
    return next(field.text for field in report_of(made).head.details if field.label == name)


def test_what_a_person_filled_in_is_not_told_as_missing() -> None:
    made = CaseMaker("Twelve boats sail.")
    case = made.case()
    flagged = replace(case.article, flags=frozenset({ProvenanceFlag.NO_DATE, ProvenanceFlag.NO_AUTHOR}))
    dated = replace(flagged, details=replace(flagged.details, published="2026-03-10", byline=""))
    (told,) = build(replace(case, article=dated), (), SETTING).head.flags
    assert "author" in told
