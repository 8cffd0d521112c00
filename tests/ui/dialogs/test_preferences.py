"""Preferences: tried at once, taken back by Escape, and kept as a typed answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from factdesk.assets import resource
from factdesk.rules.scales import shipped_scales
from factdesk.settings import Preferences
from factdesk.ui import style
from factdesk.ui import theme as themes
from factdesk.ui.dialogs.preferences import PreferencesDialog
from tests.ui.walk import assert_walkable, press, show

BEFORE = Preferences(name="AB", paper="a4", theme="light", recent=(Path("a.factdesk"),))


def a_house_scale(folder: Path) -> Path:
    scale = json.loads((resource("scales") / "desk-check.json").read_text(encoding="utf-8"))
    (folder / "house.json").write_text(json.dumps(scale | {"key": "house", "name": "Of the house"}))
    return folder


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


def said(dialog: PreferencesDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def dialog(qtbot: QtBot) -> PreferencesDialog:
    dialog = PreferencesDialog(BEFORE)
    show(qtbot, dialog)
    return dialog


def test_left_as_it_is_nothing_changes(dialog: PreferencesDialog) -> None:
    answer = dialog.answer()
    assert answer.preferences == replace(BEFORE, scale_id=shipped_scales()[0].id)
    assert answer.scale == shipped_scales()[0]
    assert answer.organisation is None


def test_what_was_chosen_is_the_answer(dialog: PreferencesDialog) -> None:
    dialog.name.setText(" CD ")
    choose(dialog.paper, "letter")
    choose(dialog.size_of_type, 18)
    dialog.scale.setCurrentIndex(1)
    answer = dialog.answer()
    assert answer.preferences.name == "CD"
    assert answer.preferences.paper == "letter"
    assert answer.preferences.reading_size == 18
    assert answer.preferences.scale_id == shipped_scales()[1].id
    assert answer.preferences.recent == BEFORE.recent


def test_a_theme_is_tried_at_once(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    with qtbot.waitSignal(dialog.tried) as tried:
        choose(dialog.theme, "dark")
    assert tried.args == [replace(BEFORE, theme="dark")]


def test_type_is_tried_at_once(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    with qtbot.waitSignal(dialog.tried) as tried:
        choose(dialog.size_of_type, 24)
    assert tried.args == [replace(BEFORE, reading_size=24)]


def test_the_article_can_be_set_in_any_typeface_but_that_of_the_icons(dialog: PreferencesDialog) -> None:
    families = [dialog.family.itemText(n) for n in range(dialog.family.count())]
    assert "Phosphor" in QFontDatabase.families()
    assert "Phosphor" not in families
    assert len(families) > 1


def test_each_value_of_the_scale_is_explained_and_the_verified_one_named(dialog: PreferencesDialog) -> None:
    for scale in shipped_scales():
        dialog.scale.setCurrentIndex([dialog.scale.itemData(n) for n in range(dialog.scale.count())].index(scale))
        text = said(dialog)
        for value in scale.values:
            assert value.definition in text
        assert text.count("Mark verified") == (1 if scale.verified else 0)


def test_the_verdicts_are_drawn_in_the_inks_of_a_theme_that_is_tried(
    qapp: QApplication, dialog: PreferencesDialog
) -> None:
    value = shipped_scales()[0].values[0]
    name = next(label for label in dialog.key.findChildren(QLabel) if label.text().startswith(value.glyph))
    for theme in ("light", "dark", "light"):
        style.apply(qapp, theme)
        QApplication.processEvents()
        assert nearest(name.grab().toImage(), themes.current().verdict(value)) < 10, theme


def nearest(image: QImage, ink: QColor) -> int:
    """How far the pixel that is most like ``ink`` is from it, in steps of its three colours together."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    parts = (ink.red(), ink.green(), ink.blue())
    return min(sum(map(abs, map(int.__sub__, (one.red(), one.green(), one.blue()), parts))) for one in pixels)


def test_scales_of_the_house_are_offered(dialog: PreferencesDialog, tmp_path: Path) -> None:
    dialog.show_house_scales(a_house_scale(tmp_path))
    names = [dialog.scale.itemText(n) for n in range(dialog.scale.count())]
    assert "Of the house, version 1.0" in names
    assert dialog.answer().preferences.house_scales == tmp_path
    dialog.show_house_scales(None)
    assert dialog.scale.count() == len(shipped_scales())


def test_a_wrong_scale_file_is_told_and_the_others_stay(dialog: PreferencesDialog, tmp_path: Path) -> None:
    (tmp_path / "house.json").write_text("{")
    dialog.show_house_scales(tmp_path)
    assert "house.json was not read" in said(dialog)
    assert dialog.scale.count() == len(shipped_scales())


def test_the_scale_of_an_open_desk_is_shown_even_where_its_file_is_gone(qtbot: QtBot) -> None:
    gone = replace(shipped_scales()[0], key="gone", name="Of long ago")
    dialog = PreferencesDialog(BEFORE, organisation="The Courier", scale=gone)
    show(qtbot, dialog)
    assert dialog.answer().scale == gone
    assert dialog.answer().organisation == "The Courier"
    assert_walkable(qtbot, dialog)


def test_the_wheel_changes_nothing_by_accident(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    where = QPointF(dialog.theme.rect().center())
    turn = QWheelEvent(
        where, where, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(dialog.theme, turn)
    assert dialog.answer().preferences.theme == "light"


def test_enter_keeps(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    assert all(button is dialog.keep or not button.isDefault() for button in dialog.findChildren(QPushButton))
    dialog.name.setFocus()
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, Qt.Key.Key_Return)


def test_learning_is_switched_off_and_what_was_learned_is_forgotten(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    assert dialog.answer().preferences.learn
    dialog.learning.setCurrentIndex(dialog.learning.findData("off"))
    assert not dialog.answer().preferences.learn
    dialog.learning.setCurrentIndex(dialog.learning.findData("afresh"))
    assert dialog.answer().preferences.learn
    assert dialog.answer().preferences.learn_since > "2026"
