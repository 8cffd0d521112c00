"""The claim pane in a real window, and what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.case import Case
from factdesk.model.ids import ClaimId
from factdesk.model.scale import Scale
from factdesk.rules.numbering import numbers
from factdesk.ui import style
from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.claim.view import ClaimView, claim_view
from tests.ui.claim import cases

Said = tuple[str, tuple[object, ...]]
SIGNALS = (
    "verdict_chosen", "verdict_cleared", "state_chosen", "reason_typed", "field_edited", "typing",
    "source_added", "source_edited", "source_removed", "source_moved", "remark_taken", "remark_dismissed", "link_asked",
    "accepted", "claimed", "rejected", "skipped", "reason_hovered",
)  # fmt: skip


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> ClaimPane:
    style.apply(qapp, "light")
    pane = ClaimPane()
    qtbot.addWidget(pane)
    pane.resize(540, 700)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return pane


@pytest.fixture
def said(pane: ClaimPane) -> list[Said]:
    """Every wish the pane uttered: name of the signal and what came with it."""
    heard: list[Said] = []
    for name in SIGNALS:
        getattr(pane, name).connect(lambda *values, name=name: heard.append((name, values)))
    return heard


@pytest.fixture
def view() -> Callable[..., ClaimView]:
    """Make the view of a claim of the ferry case."""

    def make(
        claim_id: str, case: Case | None = None, scale: Scale | None = None, drafts: dict[str, str] | None = None
    ) -> ClaimView:
        case = case or cases.case()
        return claim_view(case, ClaimId(claim_id), numbers(case.claims), scale or cases.desk_check(), drafts or {})

    return make


@pytest.fixture
def press() -> Callable[..., None]:
    """Press a key, or type words, where the focus is."""

    def press(key: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, key, modifier)

    return press
