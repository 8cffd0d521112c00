"""Dates as people write them, turned into ISO dates.

Only whole dates (day, month, year) count. ``03/04/2026`` is left alone, because half the world reads
it as April and the other half as March; ``03.04.2026`` is day first everywhere it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from factdesk.text.beginnings import beginnings
from factdesk.text.spans import Span


class FoundDate(NamedTuple):
    """A date and where it stands; ``iso`` is ``YYYY-MM-DD``."""

    span: Span
    iso: str


_NAMES = (
    "january jan januar januari janvier enero janeiro gennaio januar ocak январь января січень січня يناير ینایر "
    "ינואר ژانویه",
    "february feb februar februari février fevrier febrero fevereiro febbraio şubat февраль февраля лютий лютого "
    "فبراير פברואר فوریه",
    "march mar märz maerz maart mars marzo março marco mart март марта березень березня مارس מרץ",
    "april apr avril abril aprile nisan апрель апреля квітень квітня أبريل ابريل אפריל آوریل",
    "may mai mei mayo maio maggio mayıs май мая травень травня مايو מאי مه",
    "june jun juni juin junio junho giugno haziran июнь июня червень червня يونيو يونيه יוני ژوئن",
    "july jul juli juillet julio julho luglio temmuz июль июля липень липня يوليو يوليه יולי ژوئیه",
    "august aug augustus août aout agosto ağustos август августа серпень серпня أغسطس אוגוסט اوت",
    "september sep sept septembre septiembre setembro settembre eylül сентябрь сентября вересень вересня سبتمبر "
    "ספטמבר سپتامبر",
    "october oct oktober okt octobre octubre outubro ottobre ekim октябрь октября жовтень жовтня أكتوبر اكتوبر "
    "אוקטובר اکتبر",
    "november nov novembre noviembre novembro kasım ноябрь ноября листопад листопада نوفمبر נובמבר نوامبر",
    "december dec dezember dez december décembre decembre diciembre dezembro dicembre aralık декабрь декабря "
    "грудень грудня ديسمبر דצמבר دسامبر",
)
MONTHS = {name: month for month, names in enumerate(_NAMES, start=1) for name in names.split()}
_NAMED = MONTHS.keys()
MONTH = "(?P<name>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"

_MONTH_FIRST = re.compile(
    r"\b" + MONTH + r"[ \u00a0]+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?[ \u00a0]+(?P<y>\d{4})(?!\d)", re.IGNORECASE
)
_SHAPES = (
    re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4}) ?[年년] ?(?P<m>\d{1,2}) ?[月월] ?(?P<d>\d{1,2}) ?[日일]"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})(?!\d)"),
    re.compile(
        r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.|º)?,?[ \u00a0]+(?:of |de |ב)?"
        + MONTH
        + r",?[ \u00a0]+(?:de |del )?(?P<y>\d{4})(?!\d)",
        re.IGNORECASE,
    ),
    _MONTH_FIRST,
)


def month_of(name: str) -> int:
    """Return which month a name is that ``MONTH`` matched, 1 … 12; Turkish capitals have small letters of their own."""
    plain = name.replace("İ", "i").replace("ſ", "s")
    return MONTHS.get(plain.lower()) or MONTHS[plain.replace("I", "ı").lower()]


def find_dates(text: str) -> list[FoundDate]:
    """Return the whole dates in ``text`` in order of place; impossible ones (31 June) are not dates."""
    found = sorted(_all(text))
    return [one for nth, one in enumerate(found) if not nth or not found[nth - 1].span.overlaps(one.span)]


def _all(text: str) -> Iterator[FoundDate]:
    known = beginnings(text)
    if not known.digits:
        return
    for shape in _SHAPES:
        for match in known.matches(shape, known.of(_NAMED) if shape is _MONTH_FIRST else known.digits):
            iso = _iso(match.groupdict())
            if iso:
                yield FoundDate(Span(*match.span()), iso)


def _iso(parts: dict[str, str]) -> str:
    year = int(parts["y"])
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        day, month = (first, second) if first > 12 else (second, first)
        if day <= 12 and day != month:
            return ""
    else:
        day = int(parts["d"])
        month = month_of(parts["name"]) if "name" in parts else int(parts["m"])
    try:
        return date(year, month, day).isoformat() if 1500 <= year <= 2199 else ""
    except ValueError:
        return ""
