"""What is still open, gone, empty, used twice or not at all, as the report tells it."""

from __future__ import annotations

import pytest

from factdesk.model.claim import State, WaitingFor
from factdesk.model.segment import Label
from factdesk.model.version import Block, BlockKind
from factdesk.report.build import build
from factdesk.report.copy import Paragraphs
from factdesk.report.parts import Report
from factdesk.text.spans import Span
from tests.unit.report.cases import SETTING, CaseMaker

BOATS = "Title\nTwelve boats sail. Two are old."


def report_of(made: CaseMaker) -> Report:
    return build(made.case(), (), SETTING)


@pytest.mark.parametrize("state", [State.IN_CHECK, State.WAITING])
def test_a_claim_that_has_a_verdict_and_is_worked_on_again_is_still_open(state: State) -> None:
    made = CaseMaker(BOATS)
    made.claim(
        "Twelve boats sail", "ok", state=state, waiting_for=WaitingFor.AUTHOR if state is State.WAITING else None
    )
    made.claim("Two are old", "ok")
    assert [group.claims for group in report_of(made).result.still_open] == ["1"]


def test_a_risky_claim_whose_words_are_gone_is_listed_by_its_restatement() -> None:
    made = CaseMaker(BOATS)
    made.gone(restatement="Ten boats sail.", high_risk=True)
    (row,) = report_of(made).result.high_risk
    assert (row.paragraph, row.quote, row.short) == (None, "Ten boats sail.", "Ten boats sail.")


def test_a_text_without_a_claim_is_a_draft_and_says_why() -> None:
    result = report_of(CaseMaker(BOATS)).result
    assert "No claim was marked in this text." in result.draft_because
    assert result.nothing_to_fix == "No claim was marked."


def test_a_source_used_twice_on_a_claim_names_it_once_and_one_never_used_comes_last() -> None:
    made = CaseMaker(BOATS)
    made.source("a", "Never used")
    used = made.source("b", "Timetable")
    claim = made.claim("Twelve boats sail", "ok")
    made.tie(claim, used, locator="p. 3")
    made.tie(claim, used, locator="p. 9")
    assert [(it.key, it.title, it.claims) for it in report_of(made).sources] == [
        ("S1", "Timetable", ("1",)),
        ("S2", "Never used", ()),
    ]


def test_words_of_a_claim_inside_a_label_are_the_claims_and_not_the_labels() -> None:
    made = CaseMaker(BOATS)
    made.label("Twelve boats sail. Two are old.", Label.OPINION)
    made.claim("Two are old", "ok")
    runs = {run.text: (run.label, len(run.ties)) for block in report_of(made).copy for run in block.runs}
    assert runs["Two are old"] == ("", 1)
    assert [label for label, _ in runs.values()].count("opinion") == 2


def test_claims_that_only_touch_are_underlined_on_one_level() -> None:
    made = CaseMaker(BOATS)
    at = made.text.index(" Two")
    made.claim(Span(6, at), "ok")
    made.claim(Span(at, len(made.text)), "ok")
    ties = [tie for block in report_of(made).copy for run in block.runs for tie in run.ties]
    assert [(tie.number, tie.level) for tie in ties] == [("1", 0), ("2", 0)]


def test_a_place_between_two_paragraphs_belongs_to_the_next_and_one_behind_all_to_the_last() -> None:
    paragraphs = Paragraphs((Block(BlockKind.TITLE, Span(0, 5)), Block(BlockKind.PARAGRAPH, Span(6, 20))))
    assert [paragraphs.number_at(at) for at in (0, 4, 5, 6, 19, 20, 99)] == [1, 1, 2, 2, 2, 2, 2]
