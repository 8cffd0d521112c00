"""One verdict as a card: its words keep off the frame at every width."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.scale import ScaleValue
from factdesk.ui import style
from factdesk.ui import theme as themes
from factdesk.ui.claim.verdict_card import VerdictCard
from tests.ui.walk import show

CHANGED = ScaleValue(
    id="changed", label="Fair once cut", definition="", glyph="✎", light="#000000", dark="#ffffff", underline="solid"
)

NEAR = 5
"""Pixels from the edge, of which the frame takes two."""


pytestmark = pytest.mark.usefixtures("faces")


def test_the_words_of_a_slim_card_keep_off_its_frame(qtbot: QtBot) -> None:
    card = VerdictCard("3")
    card.show_value(CHANGED)
    card.set_wide_from(card.in_line())
    show(qtbot, card)
    for width in range(card.minimumSizeHint().width(), card.in_line()):
        card.resize(width, card.heightForWidth(width))
        seen = card.grab().toImage()
        ground = seen.pixel(width // 2, 4)
        sides = [x for near in range(3, NEAR) for x in (near, width - 1 - near)]
        assert {seen.pixel(x, y) for x in sides for y in range(10, seen.height() - 10)} == {ground}, width


def drawn(qtbot: QtBot, key: str, *, flat: bool) -> QImage:
    card = VerdictCard(key)
    card.show_value(CHANGED)
    card.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its ring comes when the display says so
    show(qtbot, card)
    card.set_wide_from(card.in_line())
    width = VerdictCard("3").in_line() + 200 if flat else 90
    card.resize(width, card.heightForWidth(width))
    return card.grab().toImage()


@pytest.mark.parametrize("flat", [False, True], ids=["tall", "flat"])
def test_the_key_of_a_card_stands_at_its_far_end(qtbot: QtBot, flat: bool) -> None:
    with_key, without = drawn(qtbot, "3", flat=flat), drawn(qtbot, "", flat=flat)
    assert with_key.size() == without.size()
    width, height = with_key.size().toTuple()
    columns = [x for x in range(width) if any(with_key.pixel(x, y) != without.pixel(x, y) for y in range(height))]
    assert columns and min(columns) > width * 3 / 4


@pytest.mark.parametrize("flat", [False, True], ids=["tall", "flat"])
@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_words_of_a_card_have_the_ink_of_words_and_its_glyph_that_of_the_verdict(
    qtbot: QtBot, qapp: QApplication, name: str, flat: bool
) -> None:
    value = replace(CHANGED, light="#aa0000", dark="#ff8080", label="IIII", glyph="I")
    style.apply(qapp, name)
    card = VerdictCard("3")
    card.show_value(value)
    show(qtbot, card)
    card.set_wide_from(card.in_line())
    width = card.in_line() + 200 if flat else 90
    card.resize(width, card.heightForWidth(width))
    picture = card.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert themes.current().ink in seen
    assert themes.current().verdict(value).name() in seen


def test_a_card_that_is_given_another_verdict_is_drawn_anew(qtbot: QtBot) -> None:
    card = VerdictCard("3")
    card.show_value(CHANGED)
    show(qtbot, card)
    qtbot.waitExposed(card)
    before = card.screen().grabWindow(card.winId()).toImage()
    card.show_value(replace(CHANGED, light="#aa0000", glyph="✕"))
    qtbot.waitUntil(lambda: card.screen().grabWindow(card.winId()).toImage() != before)
