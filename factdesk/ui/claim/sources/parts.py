"""What a row of a source is made of, be it attached or only proposed: a sign, words beside it, flat buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from factdesk.ui.controls.labels import words
from factdesk.ui.style import Role, set_role

_MOST = 60
"""Characters of an address that stand on a line of the narrowest pane."""
_LEAST = 12
"""Characters of a path below which nothing is told by its end."""


def sign(glyph: str, name: str, role: Role) -> QLabel:
    """Return the glyph at the head of a row; ``name`` is what a screen reader says of it."""
    label = QLabel(glyph)
    label.setAccessibleName(name)
    label.setFixedWidth(18)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    set_role(label, role)
    return label


def said(text: str) -> QLabel:
    """Return words that wrap and can be selected, never read as markup; they never make the pane wider."""
    label = words(text)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def shortened(address: str) -> str:
    """Return an address as a line has room for it: without its scheme, the middle of its path left out."""
    bare = address.partition("://")[2] if "://" in address else address
    bare = bare.removeprefix("www.").rstrip("/")
    host, _, path = bare.partition("/")
    rest = _MOST - len(host)
    return bare if len(bare) <= _MOST or rest < _LEAST else f"{host}/…{path[-rest:]}"


def flat_button(text: str, name: str) -> QToolButton:
    """Return a button of a row; ``name`` says to a screen reader which source it acts on."""
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_role(button, Role.FLAT)
    return button


def lay_out(row: QFrame, glyph: QLabel, words: QVBoxLayout) -> None:
    """Put ``words`` beside the sign."""
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 4, 0, 6)
    line.setSpacing(6)
    line.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
