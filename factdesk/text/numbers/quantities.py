"""Figures of a text with their value: “$95 billion”, “95bn dollars” and “ninety-five billion dollars” are one.

``figures`` finds where figures stand, fast, for the suggestions; this says what they are worth.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factdesk.text.numbers.not_figures import not_figures
from factdesk.text.numbers.numerals import english_words
from factdesk.text.numbers.units import Unit, Units, units
from factdesk.text.numbers.written_numbers import Numeral, numerals_of
from factdesk.text.spans import Span

_LOOK = 24
"""Characters looked at before a figure."""
_MOST_TOLD = 8
"""Figures of one range, score or record; a longer run of hyphens and digits is a number of some sort."""
_SHORT_UNIT = re.compile(r"(?P<sign>[kKmMbB])(?![^\W_])")
_PLURAL = re.compile(r"\s(?:people|\w+s)\b")
_GLUED = re.compile(r"[^\W\d_]")
_MINUS = re.compile(r"(?:^|[\s(])[-−–]$")
_TO = re.compile(r"\s(?:to|bis|à|a|до)\s|-to-|[-–‑~～至]", re.IGNORECASE)
_OR = re.compile(r"\sor\s", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|roughly\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about\s|roughly\s|just\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure.

    Attributes:
        span: the figure with its currency or unit, without “about”.
        low, high: equal unless it is a range, or a score ("3-2"), which keeps its order.
        unit: "USD", "%", "km", "year" …; nothing for a plain count. A share told as a part ("a third of") is in "%".
        told: the figures of a range, a score or a record ("3-0-2") in order; empty where there is but one.
        about: "", "about", "nearly", "under", "at most", "over", "at least", or "some" ("dozens of").
    """

    span: Span
    low: Decimal
    high: Decimal
    unit: Unit
    about: str = ""
    told: tuple[Decimal, ...] = ()

    @property
    def normal(self) -> str:
        """The one way to write it: two figures that are the same have the same."""
        if self.unit.kind == "ordinal":
            return f"no. {_plain(self.low)}"
        value = "–".join(map(_plain, self.told or (self.low,)))
        return f"{value}{'+' if self.about == 'some' else ''} {self.unit.name}".rstrip()


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"


@dataclass(frozen=True, slots=True)
class _Raw:
    """A numeral with its unit, before ranges are joined."""

    numeral: Numeral
    quantity: Quantity
    alone: bool
    """Whether it is a figure without a neighbour: “one” by itself is a pronoun."""


def quantities(text: str, *, english: bool, aside: Iterable[Span] = ()) -> list[Quantity]:
    """Return the figures of ``text`` in reading order, without overlaps; linear in the text.

    Args:
        english: whether English words count, and a single comma parts thousands.
        aside: stretches that are no figures: dates and times.
    """
    left_out = _joined(sorted([*not_figures(text, english=english), *aside]))
    known = units(english=english)
    sterling = "£" in text or "GBP" in text
    found: list[_Raw] = []
    for numeral in numerals_of(text, english=english):
        if _covered(left_out, numeral.span) or (found and numeral.span.start < found[-1].quantity.span.end):
            continue
        if raw := _with_unit(text, numeral, known, sterling=sterling):
            found.append(raw)
    return [_approximated(text, one.quantity, english=english) for one in _ranges(text, _apart(found)) if one.alone]


def _apart(found: Sequence[_Raw]) -> list[_Raw]:
    """Take a currency that two figures claim from the second: “5 $ 6”."""
    apart: list[_Raw] = []
    for raw in found:
        if apart and raw.quantity.span.start < apart[-1].quantity.span.end:
            span = Span(raw.numeral.span.start, raw.quantity.span.end)
            raw = replace(raw, quantity=replace(raw.quantity, span=span))
        apart.append(raw)
    return apart


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _covered(spans: Sequence[Span], span: Span) -> bool:
    nth = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return nth >= 0 and span.start < spans[nth].end


def _with_unit(text: str, numeral: Numeral, known: Units, *, sterling: bool) -> _Raw | None:
    start, end = numeral.span
    value, scaled = numeral.value, numeral.scaled
    if numeral.form == "ordinal":
        return _Raw(numeral, Quantity(numeral.span, value, value, Unit("ordinal", "ordinal")), alone=True)
    about = "some" if numeral.form == "counts" or re.match(r"several|a\sfew", text[start:end], re.IGNORECASE) else ""
    if numeral.form == "part":
        return _Raw(numeral, Quantity(numeral.span, value, value, Unit("%", "share"), about), alone=True)
    before = known.before.search(text, max(0, start - 5), start)
    unit = known.unit(before[0].strip()) if before else Unit()
    start = before.start() if before else start
    if short := _SHORT_UNIT.match(text, end):
        if before or short["sign"] in "kK" or (short["sign"] in "mM" and _PLURAL.match(text, short.end())):
            value, scaled, end = value * known.attached[short["sign"]], True, short.end()
        elif short["sign"] == "m":
            unit, end = Unit("metre", "measure"), short.end()
    if following := _unit_after(text, numeral, known, end):
        unit, end = following
        if unit.name == "lb" and (sterling or value >= 10**6) and not text.startswith(" of", end):
            unit = Unit("GBP", "money")
    if numeral.form != "words" and end == numeral.span.end and _GLUED.match(text, end) and text[end] < "\u2e80":
        return None
    if _MINUS.search(text, max(0, start - 2), start) and (
        unit.name in ("%", "°", "°C", "°F") or text[start - 1] == "−"
    ):
        start, value = start - 1, -value
    one = numeral.form == "words" and numeral.plain <= 1 and not unit.name
    made = Quantity(Span(start, end), value, value, unit, about)
    return _Raw(replace(numeral, scaled=scaled), made, alone=not one)


def _unit_after(text: str, numeral: Numeral, known: Units, end: int) -> tuple[Unit, int] | None:
    """Return the unit that follows and its end; "hundreds of millions of dollars" reaches over "of"."""
    at = end
    if numeral.form == "counts" and text.startswith(" of ", end):
        at = end + 3
    found = known.after.match(text, at)
    return (known.unit(found["unit"]), found.end()) if found and "\n" not in found[0] else None


def _ranges(text: str, found: Sequence[_Raw]) -> list[_Raw]:
    """Join what is told as one range or score, and give the first of two its neighbour's unit."""
    made: list[_Raw] = []
    for raw in found:
        if not made:
            made.append(raw)
            continue
        first = made[-1]
        gap = text[first.quantity.span.end : raw.quantity.span.start]
        before = text[max(0, first.quantity.span.start - _LOOK) : first.quantity.span.start]
        if not _goes_on(gap, before, first, raw):
            made.append(raw)
            continue
        low = _like(first, raw)
        if _FROM.search(before) and gap.strip() not in ("-", "–", "‑"):
            made[-1] = replace(first, quantity=low, alone=True)
            made.append(raw)
            continue
        span = Span(first.quantity.span.start, raw.quantity.span.end)
        told = (*(first.quantity.told or (low.low,)), raw.quantity.high)
        made[-1] = _Raw(raw.numeral, replace(low, span=span, high=raw.quantity.high, told=told), alone=True)
    return made


def _goes_on(gap: str, before: str, first: _Raw, second: _Raw) -> bool:
    """Say whether two figures with ``gap`` between them are one range."""
    one, two = first.quantity, second.quantity
    if "ordinal" in (one.unit.kind, two.unit.kind) or len(one.told) >= _MOST_TOLD:
        return False
    if one.unit.name and one.unit != two.unit and (two.unit.name or one.unit.kind != "money"):
        return False
    if _TO.fullmatch(gap):
        return True
    if _OR.fullmatch(gap):
        return not one.unit.name and two.low - one.low == 1
    return _AND.fullmatch(gap) is not None and _BETWEEN.search(before) is not None


def _like(first: _Raw, second: _Raw) -> Quantity:
    """Return the first of two in the unit of the second, and in its power of ten: “$5 to 10 million”."""
    low = first.quantity.low
    if second.numeral.scaled and not first.numeral.scaled and second.numeral.plain and low < second.numeral.plain:
        low = low * second.quantity.low / second.numeral.plain
    return replace(
        first.quantity,
        low=low,
        high=low,
        unit=second.quantity.unit if second.quantity.unit.name else first.quantity.unit,
    )


def _approximated(text: str, quantity: Quantity, *, english: bool) -> Quantity:
    if not english or quantity.about or quantity.unit.kind == "ordinal":
        return quantity
    start, end = quantity.span
    before, after = _about()
    if found := before.search(text[max(0, start - _LOOK) : start]):
        return replace(quantity, about=_names()[" ".join(found["words"].lower().split())])
    if found := after.match(text, end):
        return replace(quantity, about=_names()[found["words"].lower()])
    return quantity


@cache
def _names() -> dict[str, str]:
    table = english_words()
    return {word: name for key in ("approximators", "after") for name, words in table[key].items() for word in words}


@cache
def _about() -> tuple[re.Pattern[str], re.Pattern[str]]:
    def either(key: str) -> str:
        words = (word for words in english_words()[key].values() for word in words)
        return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))

    before = re.compile(rf"(?<!\w)(?P<words>{either('approximators')})\s?(?:the\s|a\s)?$", re.IGNORECASE)
    return before, re.compile(rf"\s?(?P<words>{either('after')})", re.IGNORECASE)
