"""How far the work is, in words, as a bar and as the words accounted for."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factdesk.model.claim import State
from factdesk.rules.coverage import Coverage
from factdesk.rules.numbering import numbers
from factdesk.text.spans import Span
from factdesk.ui import theme as themes
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.checklist.pane import ChecklistPane
from tests.ui.checklist.hands import show
from tests.ui.claim import cases


def test_progress_is_told_in_words_beside_the_bar(pane: ChecklistPane) -> None:
    bar = pane.head.bar
    assert bar.accessibleDescription() == (
        "1 ✓ OK, 1 @ Attribute, 1 Δ Fix, 1 ✕ Cut, 4 decided · 1 waiting · 2 not decided · 4 suggestions"
    )
    assert pane.head.heading.text() == "7 claims"


def test_the_bar_is_not_full_while_anything_is_undecided(pane: ChecklistPane) -> None:
    done = tuple(
        replace(one, state=State.PROPOSED, verdict=cases.verdict("ok"), waiting_for=None, set_aside_reason="")
        for one, _ in cases.CLAIMS
    )

    def right_end() -> str:
        picture = pane.head.bar.grab().toImage()
        return picture.pixelColor(picture.width() - 12, picture.height() // 2).name()

    show(pane, cases.case(claims=done))
    assert right_end() == themes.current().line
    show(pane, cases.case(claims=done, suggestions=()))
    assert right_end() == themes.current().verdict(cases.desk_check().value("ok")).name()


def test_the_coverage_pill_goes_to_the_next_bare_words(qtbot: QtBot, pane: ChecklistPane) -> None:
    assert pane.head.coverage.text() == "68.8% covered · 4 bare ▸"
    pane.set_key_hint("next-bare", "B")
    show(pane, cases.case())
    assert pane.head.coverage.text() == "68.8% covered · 4 bare ▸ B"
    with qtbot.waitSignal(pane.next_bare_asked):
        QTest.mouseClick(pane.head.coverage, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("covered", "bare", "text"),
    [
        (9999, (Span(3, 4),), "99.9% covered · 1 bare ▸"),  # never rounded up to 100
        (10000, (), "✓ 100% covered"),
        (0, (Span(0, 5), Span(9, 10)), "0.0% covered · 2 bare ▸"),
    ],
)
def test_only_full_coverage_is_called_100(pane: ChecklistPane, covered: int, bare: tuple[Span, ...], text: str) -> None:
    case = cases.case()
    pane.show_case(Listed.of(case, numbers(case.claims), cases.ME), Coverage(10000, covered, bare), cases.desk_check())
    assert pane.head.coverage.text() == text
    assert pane.head.coverage.isEnabled() is bool(bare)
