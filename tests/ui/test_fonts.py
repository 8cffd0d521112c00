"""The typefaces that come along."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from factdesk.assets import resource
from factdesk.ui.fonts import DESK, IN_WINDOW, READING, SIGNS, reading_families


def test_each_typeface_of_the_window_comes_along(faces: None) -> None:
    assert all(resource("fonts", *name.split("/")).is_file() for name in IN_WINDOW)
    for family, styles in (
        (READING, {"Regular", "Bold"}),
        (DESK, {"Regular", "Semibold", "Bold", "Italic"}),
        (SIGNS, {"Book"}),
    ):
        assert styles <= set(QFontDatabase.styles(family))


def test_a_chosen_face_that_is_not_there_gives_way_to_the_one_that_ships(faces: None) -> None:
    assert reading_families("") == reading_families(READING) == [READING]
    assert QFontInfo(QFont(reading_families("A face nobody has"), 12)).family() == READING
