"""Figures of a text: numbers, sums of money, shares, dates and times written with digits."""

from __future__ import annotations

import re

from factdesk.text.lexicon import Sign
from factdesk.text.spans import Span

_DIGITS = re.compile(r"\d+(?:[.,:/·’'-]?\d+)*")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_SCALE = r"(?:[\s-]?(?:[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion|mln|bln|bn|mn|tn|[mkMB]\b|万|億|亿))?"
_CURRENCY_BEFORE = re.compile(r"(?:\b[A-Z]{1,3})?[$€£¥₹₽₩₪₺₴]\s?$|\b(?:USD|EUR|GBP|CHF|JPY|CNY)\s$")
_CURRENCY_AFTER = re.compile(
    _SCALE + r"[\s-]?(?:(?:US\s)?dollars?\b|euros?\b|pounds?\b|yen\b|yuan\b|rou?bles?\b|rupees?\b|francs?\b|cents?\b"
    r"|USD\b|EUR\b|GBP\b|CHF\b|[$€£¥₹₽]|元|円|万円)"
)
_SHARE_AFTER = re.compile(
    r"\s?(?:%|‰|٪|per\s?cent\b|percent\b|percentage\spoints?\b|pour cent\b|Prozent\b|por ciento\b)"
)
_DATE_BEFORE = re.compile(_MONTH + r"\s$")
_DATE_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH}(?:,?\s\d{{4}}\b)?|(?:st|nd|rd|th)?,?\s\d{{4}}\b|[年月日]"
)
_CLOCK_AFTER = re.compile(r"\s?[ap]\.?m\b\.?", re.IGNORECASE)
_DATE_DIGITS = re.compile(
    r"(?:1[5-9]|20)\d\d|\d{1,2}:\d\d|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:\d\d){1,2}|(?:1[5-9]|20)\d\d[-/]\d{2,4}"
)
_NUMBER_AFTER = re.compile(_SCALE)
_ITEM = re.compile(r"[.)]\s")
"""Behind digits that open a line: they number it."""
_NAMING = re.compile(r"[BDGK]\b")
"""Behind digits: they are part of a name ("5G", "3D"), unless a currency stands before."""
_LOOK = 24
"""Characters looked at on either side of the digits."""


def figures(text: str) -> list[Sign]:
    """Return the figures of ``text`` in reading order, coded "number", "money", "share" or "date".

    Digits inside a name ("G7", "COVID-19", "5G") are no figure, nor those that number a line. A span takes
    in what belongs to the figure: the currency, the percent sign, the month, "billion".
    """
    found: list[Sign] = []
    at = 0
    for digits in _DIGITS.finditer(text):
        start, end = digits.span()
        if start < at or _in_a_name(text, start) or _numbers_a_line(text, start, end):
            continue
        sign = _figure(text, digits[0], Span(start, end), at)
        if sign is None:
            continue
        at = sign.span.end
        found.append(sign)
    return found


def _numbers_a_line(text: str, start: int, end: int) -> bool:
    opens = start == 0 or text[start - 1] == "\n"
    return opens and end - start <= 3 and _ITEM.match(text, end) is not None


def _in_a_name(text: str, start: int) -> bool:
    """Say whether a letter of a script with capitals stands right before, or with a hyphen between."""
    before = text[max(0, start - 2) : start]
    letter = before[:1] if before[-1:] in "-‑" else before[-1:]
    return letter.lower() != letter.upper()


def _figure(text: str, digits: str, span: Span, since: int) -> Sign | None:
    """Return the figure around ``digits``; None where they are part of a name.

    What stands before ``since`` belongs to an earlier one.
    """
    before, after = text[max(since, span.start - _LOOK) : span.start], text[span.end : span.end + _LOOK]
    if symbol := _CURRENCY_BEFORE.search(before):
        return _sign("money", span, len(symbol[0]), _NUMBER_AFTER.match(after))
    if _NAMING.match(after):
        return None
    if following := _CURRENCY_AFTER.match(after):
        return _sign("money", span, 0, following)
    if following := _SHARE_AFTER.match(after):
        return _sign("share", span, 0, following)
    if month := _DATE_BEFORE.search(before):
        return _sign("date", span, len(month[0]), _DATE_AFTER.match(after))
    if len(digits) <= 2 and (following := _CLOCK_AFTER.match(after)):
        return _sign("date", span, 0, following)
    following = _DATE_AFTER.match(after)
    if following and (len(digits) <= 2 or following[0] in "年") and not following[0].strip(",").strip().isdecimal():
        return _sign("date", span, 0, following)
    if _DATE_DIGITS.fullmatch(digits):
        return _sign("date", span, 0, _CLOCK_AFTER.match(after))
    return _sign("number", span, 0, _NUMBER_AFTER.match(after))


def _sign(code: str, span: Span, before: int, following: re.Match[str] | None) -> Sign:
    return Sign(code, Span(span.start - before, span.end + (len(following[0]) if following else 0)))
