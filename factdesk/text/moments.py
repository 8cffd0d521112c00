"""Dates and times of a text, whole or partial, and what relative ones come to beside the article's date.

``dates.find_dates`` knows whole dates alone; here are "May 15", "in 2016", "last week" and "recently", too.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from factdesk.assets import resource
from factdesk.text import dates
from factdesk.text.beginnings import Beginnings, beginnings
from factdesk.text.spans import Span

_MONTHS = {
    name: nth
    for nth, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_COUNTED = (
    r"(?!\s?(?:people|persons|men|women|children|troops|soldiers|homes|jobs|workers|deaths|cases|miles|km|metres|meters"
    r"|feet|dollars|euros|pounds|words|tonnes|tons|%|percent|per\scent|million|billion|thousand|[-–]\d{4,}|\d|[.,]\d))"
)
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {"a": 1, "an": 1} | {word: nth for nth, word in enumerate(_COUNTS, start=1)}

_CLOCK = (
    r"(?<![\d:.])(?:[01]?\d|2[0-4])[:.][0-5]\d\s?[ap]\.?m\b\.?|(?<![\d:])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:])"
    r"|(?<!\d)(?:0?\d|1[0-2])\s?[ap]\.?m\b\.?|\b(?:noon|midnight)\b"
)
_MONTH_DAY = rf"\b{_MONTH}\s{_DAY}\b(?:\s?(?:[-–]|to|and)\s?\d{{1,2}}\b)?(?!,?\s{_YEAR}|[:.]\d)"
_DAY_MONTH = (
    r"(?<![\d.:])(?:\d{1,2}\.?\s?(?:[-–]|[Bb]is|to|and)\s?)?(?:the\s)?"
    rf"{_DAY}\.?(?:\sof)?\s{_MONTH}(?!\s{_YEAR})\b"
)
_DAY_MONTH_ANYWHERE = rf"(?<![\d.:])(?P<day>\d{{1,2}})(?:\.|er|º)?[ \u00a0](?:de |of )?{dates.MONTH}(?!\s(?:de\s)?\d)"
"""A day and a month in any language whose months ``dates`` knows: "20 de maio"."""
_YEARS = rf"(?<![\w.,-])(?:{_YEAR}[-–/](?:{_YEAR}|\d\d)|(?:between|from)\s{_YEAR}\s(?:and|to)\s{_YEAR})\b"
_CENTURY = r"\b(?:\d{1,2}(?:st|nd|rd|th)|\w{3,9}teenth|twentieth|twenty-first)[\s-]century\b"
_QUARTER = rf"\b(?:Q[1-4]|(?:first|second|third|fourth)\squarter)(?:\sof)?\s(?P<year>{_YEAR})\b"
_ONE_YEAR = rf"(?<![\w.,$€£¥-])(?:(?:early|mid|late)[-\s])?(?P<year>{_YEAR})(?![\w]){_COUNTED}"

_MONTH_NAMES = _MONTHS.keys()
_NO_WORDS: frozenset[str] = frozenset()
_WRITTEN = (
    ("clock", re.compile(_CLOCK, re.IGNORECASE), frozenset(("noon", "midnight"))),
    ("month", re.compile(rf"\b{_MONTH},?\s(?:of\s)?(?P<year>{_YEAR})\b"), _MONTH_NAMES),
    ("day", re.compile(_MONTH_DAY), _MONTH_NAMES),
    ("day", re.compile(_DAY_MONTH), frozenset(("the",))),
    ("day", re.compile(_DAY_MONTH_ANYWHERE, re.IGNORECASE), _NO_WORDS),
    ("span", re.compile(_YEARS), frozenset(("between", "from"))),
    ("quarter", re.compile(_QUARTER, re.IGNORECASE), frozenset(("q", "first", "second", "third", "fourth"))),
    ("year", re.compile(_ONE_YEAR), frozenset(("early", "mid", "late"))),
    ("year", re.compile(r"(?<!\d)(?P<year>\d{4})\s?[年년](?:\s?(?P<m>\d{1,2})\s?[月월])?"), _NO_WORDS),
)
"""Kinds with their shape and the words it may begin with; any may begin with a digit."""
_DECADE = re.compile(r"(?<![\w.])(?:(?:1[5-9]|20)\d0s|[’'‘]\d0s?)\b")
_CENTURIES = re.compile(_CENTURY, re.IGNORECASE)
_BEFORE_MONTH = frozenset(("in", "since", "until", "by", "last", "this", "next", "during", "late", "early", "of"))
_MONTH_ALONE = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Tt]his|[Nn]ext|[Dd]uring|[Ll]ate|[Ee]arly|of)\s{_MONTH}(?![\w]|\s\d|,?\s{_YEAR})"
)
_AGO = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})\s(?P<unit>day|week|month|year|decade)s?\s(?P<way>ago|earlier|later|from\snow)\b"
    r"|\b(?:in|over|during|for|within)\sthe\s(?:past|last|next|coming)\s(?:\w+\s)?(?:day|week|month|year|decade)s?\b"
    r"|\bthe\s(?:past|last|next)\s(?:\w+\s)?(?:days|weeks|months|years|decades?)\b",
    re.IGNORECASE,
)


_AGO_WORDS = frozenset(("ago", "earlier", "later", "now", "past", "last", "next", "coming"))
"""One of them stands in each of these."""
_AGO_OPENERS = frozenset((*_NUMBERS, "in", "over", "during", "for", "within", "the"))


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time as it is told.

    Attributes:
        kind: "date", "day" (no year), "month", "year", "span", "decade", "century", "quarter", "clock",
            "weekday", "relative" or "vague".
        normal: ISO 8601 where it has that form ("2016", "2015-10", "--05-15"), else the words in lower case.
        resolved: what a relative one comes to beside the article's date: a day, month, year or ISO week; else empty.
    """

    span: Span
    kind: str
    normal: str
    resolved: str = ""


def moments(text: str, *, english: bool, written_on: str = "") -> list[Moment]:
    """Return the dates and times of ``text`` in reading order, without overlaps; linear in the text.

    A relative time is resolved only where it is certain: "yesterday", "last year", "three weeks ago",
    never "on Monday", "recently" or "last summer".

    Args:
        english: whether English words count; otherwise only shapes do.
        written_on: the article's date as ISO day; empty where it is not known.
    """
    known = beginnings(text)
    found = [Moment(one.span, "date", one.iso) for one in dates.find_dates(text)]
    for kind, match in _written(text, known):
        found.append(Moment(Span(*match.span()), kind, _normal(kind, match)))
    if english:
        found += _alone(known)
        today = _day(written_on)
        found += [_resolved(moment, today) for moment in _relative(known)]
    return _without_overlaps(found)


def _written(text: str, known: Beginnings) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what is written as a date or time of its own, with its kind."""
    for kind, shape, words in _WRITTEN:
        places = [*known.digits, *known.of(words)] if known.digits or kind == "clock" else []
        yield from ((kind, match) for match in known.matches(shape, places))
    if known.digits:
        yield from (("decade", match) for match in _DECADE.finditer(text))
    if known.has({"century"}):
        yield from (("century", match) for match in _CENTURIES.finditer(text))


def dated(found: Iterable[Moment]) -> list[Span]:
    """Return the stretches whose digits are a date or a time, so that they are no figures."""
    return [one.span for one in found if one.kind not in ("relative", "vague", "weekday")]


def _without_overlaps(found: list[Moment]) -> list[Moment]:
    kept: list[Moment] = []
    for one in sorted(found, key=lambda moment: (moment.span.start, -moment.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def _normal(kind: str, match: re.Match[str]) -> str:
    parts = match.groupdict()
    if parts.get("name"):
        return f"--{dates.month_of(parts['name']):02}-{int(parts['day']):02}"
    month = _MONTHS.get((parts.get("month") or "").lower().rstrip("."), int(parts["m"]) if parts.get("m") else 0)
    if kind == "day":
        return f"--{month:02}-{int(parts['day']):02}"
    if kind in ("month", "year") and month:
        return f"{parts['year']}-{month:02}"
    if kind == "year":
        return str(int(parts["year"]))
    return " ".join(match[0].lower().replace("–", "-").split())


def _alone(known: Beginnings) -> Iterator[Moment]:
    for match in known.matches(_MONTH_ALONE, known.of(_BEFORE_MONTH) if known.has(_MONTH_NAMES) else ()):
        month = _MONTHS[match["month"].lower().rstrip(".")]
        yield Moment(Span(*match.span("month")), "month", f"--{month:02}")


def _relative(known: Beginnings) -> Iterator[Moment]:
    for match in _listed(known):
        words = " ".join(match[0].lower().split())
        kind = "weekday" if words in _table()["weekdays"] else "vague" if words in _table()["vague"] else "relative"
        if kind != "weekday" or match[0][0].isupper():
            yield Moment(Span(*match.span()), kind, words)
    ago = known.has(_AGO_WORDS)
    for match in known.matches(_AGO, [*known.digits, *known.of(_AGO_OPENERS)] if ago else ()):
        yield Moment(Span(*match.span()), "relative", " ".join(match[0].lower().split()))


def _resolved(moment: Moment, today: date | None) -> Moment:
    if today is None or moment.kind != "relative":
        return moment
    table, words = _table(), moment.normal
    if words in table["days"]:
        return replace(moment, resolved=str(today + timedelta(days=table["days"][words])))
    if words in table["weeks"]:
        year, week, _ = (today + timedelta(weeks=table["weeks"][words])).isocalendar()
        return replace(moment, resolved=f"{year}-W{week:02}")
    if words in table["months"]:
        return replace(moment, resolved=_month(today, table["months"][words]))
    if words in table["years"]:
        return replace(moment, resolved=str(today.year + table["years"][words]))
    return replace(moment, resolved=_ago(words, today))


def _ago(words: str, today: date) -> str:
    """Return what "three weeks ago" comes to, as exactly as it was told; nothing where that is before all years."""
    found = _AGO.fullmatch(words)
    if not found or found["way"] not in ("ago", "from now"):
        return ""
    number = int(found["number"]) if found["number"].isdecimal() else _NUMBERS[found["number"]]
    number = -number if found["way"] == "ago" else number
    try:
        if found["unit"] == "day":
            return str(today + timedelta(days=number))
        if found["unit"] == "week":
            year, week, _ = (today + timedelta(weeks=number)).isocalendar()
            return f"{year}-W{week:02}"
        if found["unit"] == "month":
            return _month(today, number)
        return str(today.year + number) if found["unit"] == "year" else ""
    except OverflowError:
        return ""


def _month(today: date, by: int) -> str:
    months = today.year * 12 + today.month - 1 + by
    return f"{months // 12}-{months % 12 + 1:02}"


def _day(iso: str) -> date | None:
    try:
        found = date.fromisoformat(iso[:10])
    except ValueError:
        return None
    return found if 1500 <= found.year <= 2199 else None


def _listed(known: Beginnings) -> Iterator[re.Match[str]]:
    """Yield the listed words, the longest at each place, without overlaps, in reading order."""
    found = [match for word in known.among(_shapes()) for match in known.matches(_shapes()[word], known.of({word}))]
    at = 0
    for match in sorted(found, key=lambda match: match.start()):
        if match.start() >= at:
            at = match.end()
            yield match


@cache
def _shapes() -> dict[str, re.Pattern[str]]:
    """Return the listed words by the one they begin with."""
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for entry in (entry for key, entries in _table().items() if key != "about" for entry in entries):
        by_first[entry.split()[0].split("-")[0]].append(entry)
    return {
        first: re.compile(rf"\b(?:{'|'.join(map(_spaced, sorted(entries, key=len, reverse=True)))})\b", re.IGNORECASE)
        for first, entries in by_first.items()
    }


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s")


@cache
def _table() -> dict[str, Any]:  # Any: this is JSON
    data: dict[str, Any] = json.loads(resource("text", "moments-en.json").read_text(encoding="utf-8"))
    return data
