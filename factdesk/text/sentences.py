"""Sentences of a text, by rules: where they begin and end, in code points.

Rules rather than a library, because the spans must fit the stored text exactly and the libraries
that are kept up do worse on news (``docs/quality.md`` has the figures).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdesk.text.spans import Span

_CLOSERS = "\"'”’»›)\\]}）］｝」』】〉》*_"
_END = re.compile(
    rf"(?P<wide>[。！？｡]+[{_CLOSERS}]*)"
    rf"|(?P<mark>[.!?…‥؟۔।॥၊။።፧᠃։]+)(?P<close>[{_CLOSERS}]*)(?=\s|[\"“”‘’([]?[^\W\d_]|\[)"
)
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ITEM = re.compile(r"\s*(?:[•‣◦▪·●*–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[QA]:)\s")
_WORD_BEFORE = re.compile(r"[\w.&'’-]*\w$")

_NEVER_LAST = frozenset(
    "mr mrs ms mx dr prof rev fr hon gov sen rep reps gen col lt sgt capt cmdr maj brig adm pres st ste mt messrs mme mlle "
    "vs v cf eg e.g i.e ie viz no nos pp fig figs vol vols art sec ch eq ca approx "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Abbreviations that a name, number or word always follows."""

_SELDOM_LAST = frozenset(
    "inc ltd co corp jr sr bros etc al u.s u.k u.n u.s.a e.u d.c ph.d m.d b.a m.a a.m p.m est dept univ".split()
)
"""Abbreviations that may end a sentence: what follows decides."""

_STARTERS = frozenset(
    "the a an it its he she they we i you this that these those there in on at as for from by but and or if when while "
    "after before since although though however what who why how where which his her their our my your no yes not so "
    "then now today according more most many some all both each other one two meanwhile also once only with during".split()
)
"""Words that, written with a capital, mostly begin a sentence."""


def sentences(text: str) -> list[Span]:
    """Return the sentences of ``text`` in reading order.

    Spans do not overlap and only white space stands between them, before the first and after the
    last: with it they give back the text. A blank line always parts two sentences; a single line
    end does, unless the lines look wrapped by hand. Any script; linear in ``len(text)``.
    """
    return list(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    for start, end in _stretches(text):
        at = start
        for cut in _cuts(text, start, end):
            yield from _trimmed(text, at, cut)
            at = cut
        yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    words = piece.strip()
    if words:
        begin = start + len(piece) - len(piece.lstrip())
        yield Span(begin, begin + len(words))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that are read as one: lines wrapped by hand belong together."""
    lines = [found.span() for found in _LINE.finditer(text)]
    widest = max((end - start for start, end in lines), default=0)
    begin = 0
    for nth, (start, end) in enumerate(lines):
        if nth == 0 or not _wrapped(text, lines[nth - 1], (start, end), widest):
            begin = start
        if nth + 1 == len(lines) or not _wrapped(text, (start, end), lines[nth + 1], widest):
            yield begin, end


_WRAP = range(45, 121)
"""Widths at which people and mail programs wrap lines."""


def _wrapped(text: str, line: tuple[int, int], following: tuple[int, int], widest: int) -> bool:
    """Say whether ``following`` goes on with ``line``: the next word would not have fitted on it."""
    if widest not in _WRAP or len(_BREAK.findall(text, line[1], following[0])) != 1:
        return False
    if _ITEM.match(text, *following):
        return False
    first_word = text[slice(*following)].split(None, 1)
    return bool(first_word) and line[1] - line[0] + 1 + len(first_word[0]) > widest


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the positions inside ``start`` … ``end`` after which a new sentence begins."""
    for found in _END.finditer(text, start, end):
        if found["wide"] is not None or _ends(text, start, found, end):
            yield found.end()


def _ends(text: str, start: int, found: re.Match[str], end: int) -> bool:
    rest = text[found.end() : found.end() + 40]
    spaced = rest[:1].isspace()
    following = rest.lstrip()
    if not following:
        return False
    mark = found["mark"]
    first = following.lstrip("\"'“”‘’«([¿¡*_—–-")[:1]
    if not spaced:
        return False
    if first.islower():
        return False
    if mark != ".":
        return True
    return not _abbreviated(text, start, found.start(), following)


def _abbreviated(text: str, start: int, dot: int, following: str) -> bool:
    before = _WORD_BEFORE.search(text, max(start, dot - 24), dot)
    if before is None:
        return False
    word = before[0].lower()
    if word in _NEVER_LAST:
        return True
    if before.start() == start and (word.isdigit() or len(word) == 1):
        return True
    next_word = following.split(None, 1)[0].strip("\"'“”‘’([,.;:")
    starts = next_word.lower() in _STARTERS and next_word[:1].isupper()
    if word in _SELDOM_LAST:
        return not starts
    return len(word) == 1 and word.isalpha() and word != "i" and not starts
