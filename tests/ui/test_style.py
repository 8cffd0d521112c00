"""The style sheet is one Qt can read, and what is written on a ground can be read there."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from factdesk.rules.contrast import contrast
from factdesk.rules.scales import shipped_scales
from factdesk.ui import style
from factdesk.ui import theme as themes
from factdesk.ui.article.drawing.looks import found_ground, selection_ground
from factdesk.ui.claim.verdict_card import mixed
from factdesk.ui.style import Role, set_role, stylesheet
from factdesk.ui.theme import THEMES, Theme

READ, SEEN = 4.5, 3.0
"""The least contrast of words, and of what only has to be seen (WCAG 2.2, 1.4.3 and 1.4.11)."""


def grounds(theme: Theme) -> dict[str, str]:
    """Everything words are written on but what lights them for a moment."""
    return {name: getattr(theme, name) for name in ("ground", "panel", "raised", "selected", "bare", "chip")}


def lit(theme: Theme) -> dict[str, str]:
    """What lights words of the article: a selection, what was searched for, the place looked at."""
    return {
        "selection": selection_ground(theme).name(),
        "found": found_ground(theme, current=False).name(),
        "looked at": found_ground(theme, current=True).name(),
    }


def inks(theme: Theme) -> dict[str, str]:
    """Everything words are written with: every token of text and state, and every verdict that ships."""
    tokens = ("ink", "quiet", "accent", "good", "waiting", "warning", "danger")
    verdicts = {f"{scale.key} {v.id}": theme.verdict(v).name() for scale in shipped_scales() for v in scale.values}
    return {name: getattr(theme, name) for name in tokens} | verdicts


every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@every_theme
def test_every_ink_can_be_read_on_every_ground(theme: Theme) -> None:
    """Quiet is the ink of disabled controls and placeholders, too, so these can be read as well."""
    faint = [
        f"{ink} on {ground}: {contrast(colour, on):.2f}"
        for ink, colour in inks(theme).items()
        for ground, on in grounds(theme).items()
        if contrast(colour, on) < READ
    ]
    assert faint == []
    assert contrast(theme.on_accent, theme.accent) >= READ


@every_theme
def test_words_of_the_article_can_be_read_where_they_are_lit_and_their_marks_seen(theme: Theme) -> None:
    for name, on in lit(theme).items():
        assert contrast(theme.ink, on) >= READ, name
        marks = [ink for ink in inks(theme) if ink not in ("good", "danger")]  # these two underline nothing
        assert [ink for ink in marks if contrast(inks(theme)[ink], on) < SEEN] == [], name


@every_theme
def test_the_number_of_the_current_claim_can_be_read_on_its_colour(theme: Theme) -> None:
    assert [name for name, ink in inks(theme).items() if contrast(theme.ground, ink) < READ] == []


@every_theme
def test_every_verdict_can_be_read_on_its_card(theme: Theme) -> None:
    for scale in shipped_scales():
        for value in scale.values:
            card = mixed(theme.verdict(value), QColor(theme.raised)).name()
            assert contrast(theme.verdict(value).name(), card) >= READ, value.id
            assert contrast(theme.ink, card) >= READ


@every_theme
def test_where_the_focus_is_can_be_seen(theme: Theme) -> None:
    """A ring is seen on the ground around it, and beside the edge it takes the place of."""
    assert [name for name, on in grounds(theme).items() if contrast(theme.accent, on) < SEEN] == []
    assert contrast(theme.accent, theme.line) >= SEEN
    assert contrast(theme.on_accent, theme.accent) >= SEEN  # inside the one button that is all accent


@every_theme
def test_what_is_selected_or_disabled_in_a_standard_control_can_be_read(theme: Theme) -> None:
    group, role, made = QPalette.ColorGroup, QPalette.ColorRole, themes.palette(theme)
    for state in (group.Active, group.Inactive, group.Disabled):
        for words, ground in (
            (role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button),
            (role.PlaceholderText, role.Base), (role.ToolTipText, role.ToolTipBase),
            (role.HighlightedText, role.Highlight), (role.Link, role.Window),
        ):  # fmt: skip
            pair = made.color(state, words).name(), made.color(state, ground).name()
            assert contrast(*pair) >= READ, (state, words)


@every_theme
def test_every_rule_of_the_style_sheet_can_be_read_on_its_ground(qapp: QApplication, theme: Theme) -> None:
    """A rule that names its ground is read on that one; another one may stand on any."""
    faint, met = [], 0
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", stylesheet(theme)):
        said = dict(re.findall(r"([\w-]+): (#\w{6})", body))
        for words, ground in (("color", "background"), ("selection-color", "selection-background-color")):
            if words in said:
                met += 1
                on = [said[ground]] if ground in said else grounds(theme).values()
                faint += [f"{selector.strip()}: {words}" for one in on if contrast(said[words], one) < READ]
        if "placeholder-text-color" in said and contrast(said["placeholder-text-color"], theme.raised) < READ:
            faint.append(f"{selector.strip()}: placeholder")
    assert faint == []
    assert met > 20


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
