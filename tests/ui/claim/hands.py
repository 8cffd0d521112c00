"""What the tests of the claim pane do with it, and how they read what it said."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.claim.tabs import SOURCES
from factdesk.ui.claim.view import ClaimView
from tests.ui.claim import cases
from tests.ui.claim.conftest import Said

View = Callable[..., ClaimView]
Press = Callable[..., None]


def click(widget: QWidget) -> None:
    assert widget.isVisible(), widget.accessibleName()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def show_sources(pane: ClaimPane, view: ClaimView) -> None:
    """Show a claim and turn to its sources."""
    pane.show_claim(view)
    pane.claim.turn_to(SOURCES)
    QApplication.processEvents()


def changed(claim_id: str, **fields: object) -> object:
    """The ferry case with one claim changed."""
    claims = tuple(replace(one, **fields) if one.id == claim_id else one for one, _ in cases.CLAIMS)
    return cases.case(claims=claims)


def wishes(said: list[Said], name: str) -> list[tuple[object, ...]]:
    return [values for heard, values in said if heard == name]
