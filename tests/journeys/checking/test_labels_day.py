"""Labels are accepted together only for what was in sight, and the record says that it was done in bulk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, SHIFT, open_sample, press, rows

_LABELS = (
    "SELECT start_at, end_at, in_bulk FROM segment WHERE label IN ('heading', 'question', 'opinion', 'prediction')"
)
_OPEN = "SELECT count(*) FROM suggestion WHERE decision = 'open' AND kind NOT IN ('claim', 'attributed', 'quote')"


def test_a_key_labels_what_is_in_sight_and_leaves_what_was_not_shown(qtbot: QtBot, start: Start) -> None:
    window = start()
    window.resize(1000, 600)
    path = open_sample(qtbot, window)
    article = window.case_page.article
    shown = article.in_sight()
    press(Qt.Key.Key_A, modifier=CTRL | SHIFT)
    labelled = rows(path, _LABELS)
    assert labelled
    assert all(start < shown.end and end > shown.start and in_bulk for start, end, in_bulk in labelled)
    (left,) = rows(path, _OPEN)[0]
    assert left > 0
    bar = article.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    press(Qt.Key.Key_A, modifier=CTRL | SHIFT)
    assert rows(path, _OPEN)[0][0] < left
