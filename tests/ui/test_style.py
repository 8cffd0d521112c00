"""The style sheet is one Qt can read, and what is written on a ground can be read there."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from factdesk.rules.contrast import contrast
from factdesk.rules.scales import shipped_scales
from factdesk.ui import style
from factdesk.ui import theme as themes
from factdesk.ui.claim.verdict_card import mixed
from factdesk.ui.style import Role, set_role, stylesheet
from factdesk.ui.theme import THEMES, Theme

READ = 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_can_be_read_on_every_ground_they_are_written_on(theme: Theme) -> None:
    pairs = (
        (theme.ink, theme.panel), (theme.ink, theme.raised), (theme.ink, theme.selected), (theme.ink, theme.bare),
        (theme.ink, theme.chip), (theme.quiet, theme.panel), (theme.quiet, theme.raised), (theme.quiet, theme.selected),
        (theme.accent, theme.selected), (theme.accent, theme.panel), (theme.on_accent, theme.accent),
        (theme.danger, theme.panel), (theme.danger, theme.selected), (theme.good, theme.panel),
        (theme.warning, theme.panel),
    )  # fmt: skip
    for ink, ground in pairs:
        assert contrast(ink, ground) >= READ, f"{ink} on {ground}"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_verdict_can_be_read_in_the_list_and_on_its_card(theme: Theme) -> None:
    for scale in shipped_scales():
        for value in scale.values:
            ink = theme.verdict(value)
            card = mixed(ink, QColor(theme.raised))
            for ground in (theme.panel, theme.selected, theme.raised, card.name()):
                assert contrast(ink.name(), ground) >= READ, f"{value.id} on {ground}"
            assert contrast(theme.ink, card.name()) >= READ


@pytest.mark.parametrize("name", THEMES)
def test_the_look_is_taken_over_by_what_stands_already(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    label = QLabel("words")
    set_role(label, Role.QUIET)
    qtbot.addWidget(label)
    label.show()
    style.apply(qapp, name)
    assert themes.current() is THEMES[name]
    assert label.palette().windowText().color() == QColor(THEMES[name].quiet)


def test_every_role_has_a_look(qapp: QApplication) -> None:
    sheet = stylesheet(themes.LIGHT)
    assert [role for role in Role if f'role="{role.value}"' not in sheet] == []


def test_a_role_said_again_changes_the_look_of_what_is_shown(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    label = QLabel("words")
    qtbot.addWidget(label)
    set_role(label, Role.QUIET)
    label.show()
    set_role(label, Role.WARNING)
    assert label.palette().windowText().color() == QColor(themes.LIGHT.warning)
    assert label.font().weight() == QFont.Weight.DemiBold


def test_the_reading_face_is_the_one_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light", "DejaVu Sans Mono")
    label = QLabel("words")
    set_role(label, Role.READING)
    qtbot.addWidget(label)
    label.show()
    assert label.font().family() == "DejaVu Sans Mono"
    style.apply(qapp, "light")
    assert label.font().family() != "DejaVu Sans Mono"
