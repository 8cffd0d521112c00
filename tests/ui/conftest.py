"""What tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from factdesk.ui import fonts


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """The application, for what only measures or draws, too: without one Qt ends the process that asks for a font."""
    return qapp


@pytest.fixture
def faces(qapp: QApplication) -> Iterator[None]:
    """The faces that ship, in which a person sees the program."""
    before = QFont(qapp.font())
    fonts.load(qapp)
    yield
    qapp.setFont(before)
