"""Counts and moments as the window writes them, everywhere the same.

A moment is year-month-day and hour, on the person's own clock: a record that is read in two countries must not
turn months into days.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache

from PySide6.QtCore import QLocale


def count(number: int) -> str:
    """Return a number as the person's country groups its digits: "17,020"."""
    return _country().toString(number)


def counted(number: int, one: str, many: str) -> str:
    """Return ``one`` for 1, else ``many`` with the number for its "{0}": "1 step", "1,643 steps"."""
    return one if number == 1 else many.format(count(number))


def moment(at: str | datetime) -> str:
    """Return a moment of the record (ISO 8601 with its zone) by the person's clock, to the minute."""
    return f"{_by_the_clock(at):%Y-%m-%d %H:%M}"


def day(at: str | datetime) -> str:
    """Return the day of a moment of the record by the person's calendar."""
    return f"{_by_the_clock(at):%Y-%m-%d}"


def _by_the_clock(at: str | datetime) -> datetime:
    return (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone()


@cache
def _country() -> QLocale:
    """The country of the desktop; where it names none (``LANG=C``) digits are grouped as in English."""
    found = QLocale()
    return found if found.language() is not QLocale.Language.C else QLocale(QLocale.Language.English)
