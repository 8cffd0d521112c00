"""Numerals of a text, wherever they stand and however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factdesk.text.beginnings import beginnings
from factdesk.text.numbers import numerals
from factdesk.text.numbers.not_figures import in_a_name
from factdesk.text.numbers.units import units
from factdesk.text.spans import Span

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_DIGITS = r"(?:\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d+(?:[.,٫٬'’·]\d+)*|(?<![\w.])\.\d+)"
_SPACED = r"\d{1,3}(?: \d{3})+(?![\d.,]?\d)"
_FRACTION = r"(?:\d{1,3}[ \u00a0])?[1-9]\d?/(?:2|3|4|5|6|8|10|16|100)(?![\d/])"
_VULGAR = rf"(?:\d{{1,4}} ?)?[{''.join(numerals.VULGAR)}]"
_SIGNS = re.compile(rf"[{''.join(numerals.VULGAR)}{numerals.CHINESE}]|\.(?=\d)")
"""What is no digit and may begin a numeral, beside words."""
_CHINESE_SCALE = re.compile(r"[十百千]?[万萬億亿兆]")
_COUNTED_CHINESE = re.compile(r"\s?(?:[人名個个件台岁歳円元%％]|美元|公里|小时)")
_LONGEST = 60
"""Characters of a numeral written in words."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """One written numeral.

    Attributes:
        plain: its value before any power of ten.
        value: its value.
        form: "digits", "words", "counts" ("dozens"), "fraction", "part" ("a third of"), "ordinal".
        scaled: a power of ten was written with it.
    """

    span: Span
    plain: Decimal
    value: Decimal
    form: str
    scaled: bool = False


def numerals_of(text: str, *, english: bool) -> Iterator[Numeral]:
    """Yield the numerals of ``text`` in reading order, without overlaps; digits inside names are none."""
    known = beginnings(text)
    places = [*known.digits, *(sign.start() for sign in _SIGNS.finditer(text))]
    if english:
        places += known.of(_openers())
    at = 0
    for match in known.matches(_pattern(english), places):
        if match.start() < at:
            continue
        found = _numeral(text, match, english=english)
        if found is not None:
            at = found.span.end
            yield found


def _numeral(text: str, match: re.Match[str], *, english: bool) -> Numeral | None:
    start, end = match.span()
    form = match.lastgroup or ""
    if form in ("digits", "fraction", "ordinal") and in_a_name(text, start):
        return None
    if form == "digits":
        return _in_digits(text, match, english=english)
    if form == "chinese":
        return _in_chinese(text, match)
    value = _value(form, match[0])
    if value is None or (form == "ordinal" and not _counts(text, match)):
        return None
    scaled = form == "words" and any(word in _SCALES for word in match[0].lower().split())
    return Numeral(Span(start, end), value, value, form, scaled)


def _in_digits(text: str, match: re.Match[str], *, english: bool) -> Numeral | None:
    value = numerals.of_digits(match[0], english=english)
    end = match.end()
    if value is None:
        return None
    if scale := _CHINESE_SCALE.match(text, end):
        times = numerals.of_chinese("一" + scale[0]) or Decimal(1)
        return Numeral(Span(match.start(), scale.end()), value, value * times, "digits", scaled=True)
    known = units(english=english)
    power, plain = 1, value
    while following := known.scale.match(text, end):
        word = following[0].strip(" -.\u00a0").casefold()
        if following.end() - end > _LONGEST or following[0][:1] == "\n":
            break
        power *= known.scales[word]
        end = following.end() - following[0].endswith(".")
    return Numeral(Span(match.start(), end), plain, value * power, "digits", scaled=power > 1)


def _in_chinese(text: str, match: re.Match[str]) -> Numeral | None:
    """Signs that are words, too ("一", "十分"), count only where they clearly count."""
    written = match[0]
    counted = _COUNTED_CHINESE.match(text, match.end()) is not None
    several = len(written) > 1 and (written[-1] in numerals.GREAT_CHINESE or counted)
    if not (counted and written[0] in numerals.CHINESE_DIGITS) and not several:
        return None
    value = numerals.of_chinese(written)
    return None if value is None else Numeral(Span(*match.span()), value, value, "digits")


def _value(form: str, written: str) -> Decimal | None:
    table = numerals.english_words()
    lower = written.lower()
    if form == "words":
        half = re.search(r"\sand\sa\shalf", lower)
        lower = re.sub(r"\sand\sa\shalf", "", lower)
        words = [word for word in re.split(r"[\s-]+", lower) if word not in ("a", "an", "and", "several", "few")]
        if half:
            return numerals.of_words(words[0], {}) * _times(words) + _times(words) / 2
        return numerals.of_words(" ".join(words), _SCALES)
    if form == "counts":
        value = Decimal(1)
        for word in re.split(r"\s+of\s+", lower):
            value *= table["counts"][word]
        return value
    if form == "fraction":
        return _fraction(lower)
    if form == "part":
        return _part(lower)
    return _ordinal(lower)


def _times(words: list[str]) -> Decimal:
    return Decimal(next((_SCALES[word] for word in words if word in _SCALES), 1))


def _fraction(written: str) -> Decimal | None:
    for sign, plain in numerals.VULGAR.items():
        written = written.replace(sign, f" {plain}")
    *whole, fraction = written.split()
    over, under = (Decimal(int(part)) for part in fraction.split("/"))
    if over >= under:
        return None
    return (Decimal(int(whole[0])) if whole else Decimal(0)) + _rounded(over / under)


def _part(written: str) -> Decimal:
    """Return the percentage that "two-thirds", "a quarter" or "one in five" is."""
    table = numerals.english_words()
    if found := re.fullmatch(r"(\w+)\s(?:in|out\sof)\s(?:every\s)?(\w+)", written):
        over, under = (Decimal(word) if word.isdecimal() else Decimal(table["ones"][word]) for word in found.groups())
        return _rounded(100 * over / under)
    *many, part = re.split(r"[\s-]+", written)
    over = Decimal(table["ones"].get(many[-1], 1)) if many else Decimal(1)
    return _rounded(100 * over / Decimal(table["parts"][part]))


def _rounded(value: Decimal) -> Decimal:
    return round(value, 2).normalize()


def _ordinal(written: str) -> Decimal:
    digits = re.match(r"\d+", written)
    if digits:
        return Decimal(int(digits[0]))
    table = numerals.english_words()
    *tens, last = re.split(r"[\s-]+", written)
    return Decimal((table["tens"][tens[0]] if tens else 0) + (1 if last == "first" else table["ordinals"][last]))


_TIME_BEFORE = re.compile(r"(?:\bper|\beach|\bevery|\bsplit)\s$", re.IGNORECASE)
_A_BEFORE = re.compile(r"\ba\s$", re.IGNORECASE)
_ANOTHER_SENSE = re.compile(
    r"[,.;:!?]|-?\s?(?:hand|part(?:y|ies)|person|thoughts?|guess|nature|class)\b|-in-command|s\b"
)


def _counts(text: str, match: re.Match[str]) -> bool:
    """Say whether an ordinal counts: not "per second", "Second Amendment", "third party", "Second, …"."""
    word = match[0]
    if word[0].isdecimal():
        return True
    before, end = text[max(0, match.start() - 8) : match.start()], match.end()
    if _TIME_BEFORE.search(before) or _ANOTHER_SENSE.match(text, end):
        return False
    following = text[end : end + 2]
    if word[0].isupper() and following[1:].isupper():
        return False
    return (
        word.lower() != "second" or not _A_BEFORE.search(before) or (following[:1] == " " and following[1:].islower())
    )


@cache
def _openers() -> frozenset[str]:
    """Return the English words that may begin a numeral; one may be written together with its power of ten."""
    table = numerals.english_words()
    single = {word for key in ("ones", "tens", "ordinals", "counts", "parts") for word in table[key]}
    glued = {f"{word}{scale}" for key in ("ones", "tens") for word in table[key] for scale in _SCALES}
    return frozenset(single | glued | {"a", "an", "half", "several"})


@cache
def _pattern(english: bool) -> re.Pattern[str]:
    chinese = rf"(?P<chinese>[{numerals.CHINESE}]+)"
    ordinal = r"\d{1,4}(?:st|nd|rd|th)\b"
    if not english:
        ordinal = r"\d{1,3}(?:[ªº]|(?:er|ère|ème|e|a|o)(?=\s[^\W\d_]))"
        digits = rf"(?P<digits>{_SPACED}|{_DIGITS})"
        return re.compile(rf"(?P<ordinal>{ordinal})|(?P<fraction>{_FRACTION}|{_VULGAR})|{digits}|{chinese}")
    table = numerals.english_words()
    ones, tens, ordinals = ("|".join(sorted(table[key], key=len, reverse=True)) for key in ("ones", "tens", "ordinals"))
    under = rf"(?:(?:{tens})(?:[-\s](?:{ones}))?|{ones})"
    hundred = rf"(?:(?:{under}|an?)[-\s]hundred(?:\s(?:and\s)?{under}\b)?|{under})"
    scale = rf"(?:{'|'.join(_SCALES)})"
    some = r"(?:several|a\sfew|half\sa|an?)\s"
    big = (
        rf"(?:{hundred}(?:\sand\sa\shalf)?|(?:{some})(?:hundred\s)?)[-\s]?{scale}(?:\s{scale})?"
        rf"(?:\s(?:and\s)?{hundred}(?:[-\s]{scale})?\b)*"
    )
    words = rf"(?P<words>(?:{big}|(?:{some}|{under}[-\s])dozen|{some}hundred|{hundred})\b(?![-’']?\w?[’']))"
    counts = "|".join(table["counts"])
    parts = "|".join(sorted(table["parts"], key=len, reverse=True))
    times = "(?:years?|months?|days?|weeks?|games?|hours?|minutes?)"
    in_all = rf"(?:{ones}|\d{{1,3}})\s(?:in|out\sof)\s(?:every\s)?(?:{ones}|\d{{1,4}})\b(?!\s{times})"
    part = (
        rf"(?:(?:{ones})[-\s](?:{parts})\b(?!\s(?:place|time|day|year|quarter))|a\s(?:third|quarter|fifth|tenth)(?=\sof\b)"
        rf"|{in_all}|(?<!top\s)(?<!bottom\s)(?<!first\s)(?<!second\s)(?<!other\s)half(?=\s(?:of\b|the\b|its\b|their\b|all\b)))"
    )
    return re.compile(
        rf"(?P<part>\b{part})|(?P<counts>\b(?:{counts})\b(?:\sof\s(?:{counts})\b)*(?=\sof\b|\smore\b))"
        rf"|(?P<ordinal>{ordinal}|\b(?:(?:{tens})[-\s](?:first|{ordinals})|{ordinals})\b)"
        rf"|\b{words}|(?P<fraction>{_FRACTION}|{_VULGAR})|(?P<digits>{_DIGITS})|{chinese}",
        re.IGNORECASE,
    )
