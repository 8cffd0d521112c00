"""What a written numeral is worth: digits of any script and any house style, English words, Chinese signs."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cache
from typing import Any

from factdesk.assets import resource

_GROUPED = re.compile(r"\d{1,3}(?:([.,٬'’ \u00a0\u202f\u2009])\d{3})(?:\1\d{3})*(?:([.,٫·])\d+)?")
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?")
_PLAIN = re.compile(r"\d*(?:([.,٫·])\d+)?")
_SEPARATORS = re.compile(r"[.,٬٫'’·\s\u00a0\u202f\u2009]")
VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}

CHINESE_DIGITS = {sign: value for value, signs in enumerate(("〇零", "一壱", "二弐两兩", "三参", "四", "五", "六", "七",
                                                            "八", "九")) for sign in signs}  # fmt: skip
_SMALL = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
CHINESE = "".join((*CHINESE_DIGITS, *_SMALL, *_GREAT))
GREAT_CHINESE = _GREAT

_LONGEST = 40
"""Digits after which a row of them is no number anyone meant."""


def of_digits(written: str, *, english: bool) -> Decimal | None:
    """Return the value of a numeral in digits, or None where it is none, or could be two.

    ``1,234`` is a thousand in English; elsewhere ``1.234`` and ``1,234`` may be either, and three
    digits after one mark are read as thousands only where the number could be no other
    (``1.234.567``, ``1.234,5``, ``1 234``, ``45.000``).
    """
    if len(written) > _LONGEST:
        return None
    if grouped := _GROUPED.fullmatch(written):
        return _grouped(written, grouped[1], grouped[2], english=english)
    if _LAKHS.fullmatch(written):
        return Decimal(written.replace(",", ""))
    plain = _PLAIN.fullmatch(written)
    if plain is None or not written or not written[-1].isdecimal():
        return None
    return Decimal(_SEPARATORS.sub(".", written))


def _grouped(written: str, mark: str, point: str | None, *, english: bool) -> Decimal | None:
    """Tell thousands from decimals by the marks between the digits."""
    if point == mark:
        return None
    several = written.count(mark) > 1
    if point is None and not several and mark in ".,":
        whole, fraction = written.split(mark)
        if english and mark == ".":
            return Decimal(f"{whole}.{fraction}")
        if not english and not fraction.endswith("000") and (whole == "0" or mark in ".,"):
            # 45.000 is read as thousands by whoever writes commas for decimals; 1.234 may be either.
            return Decimal(f"{whole}.{fraction}") if int(whole) == 0 else None
    head, _, tail = written.rpartition(point) if point else (written, "", "")
    return Decimal(_SEPARATORS.sub("", head) + (f".{tail}" if tail else ""))


@cache
def english_words() -> dict[str, Any]:  # Any: this is JSON
    """Return the tables of English number words."""
    data: dict[str, Any] = json.loads(resource("text", "figures-en.json").read_text(encoding="utf-8"))
    return data


def of_words(written: str, scales: dict[str, int]) -> Decimal:
    """Return the value of English number words: "two hundred and fifty thousand", "half a million".

    Args:
        written: words that ``quantities`` found to be a numeral.
        scales: words for powers of ten.
    """
    table = english_words()
    total, part, factor = Decimal(0), Decimal(0), Decimal(1)
    one = Decimal(1)
    for word in re.split(r"[\s-]+", written.lower()):
        if word in table["ones"]:
            part += table["ones"][word]
        elif word in table["tens"]:
            part += table["tens"][word]
        elif word == "half":
            factor = Decimal("0.5")
        elif word == "dozen":
            part = (part or one) * 12
        elif word == "hundred":
            part = (part or one) * 100
        elif word in scales:
            total += (part or one) * scales[word]
            part = Decimal(0)
    return (total + part) * factor


def of_chinese(written: str) -> Decimal | None:
    """Return the value of Chinese or Japanese number signs ("三百万", "二〇二六"), or None where they make none."""
    if len(written) > _LONGEST:
        return None
    if all(sign in CHINESE_DIGITS for sign in written):
        return Decimal("".join(str(CHINESE_DIGITS[sign]) for sign in written))
    total = section = 0
    digit: int | None = None
    for sign in written:
        if sign in CHINESE_DIGITS:
            if digit:
                return None
            digit = CHINESE_DIGITS[sign]
        elif sign in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[sign]
            digit = None
        else:
            total += (section + (digit or 0)) * _GREAT[sign]
            section, digit = 0, None
    return Decimal(total + section + (digit or 0)) or None
