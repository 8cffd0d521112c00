"""Sentences of a text, by rules: where they begin and end, in code points.

Rules of our own rather than a library, because the spans must fit the stored text exactly and the
libraries that are kept up do worse on news (``docs/quality.md`` has the figures).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from factdesk.assets import resource
from factdesk.text.spans import Span

_CLOSERS = "\"'”’»›)\\]}）］｝」』】〉》*_"
_OPENERS = "\"'“”‘’„«‹([{¿¡*_—–- "
_WIDE = "。！？｡"
_END = re.compile(rf"(?P<mark>[{_WIDE}.!?…‥؟۔।॥၊။።፧᠃։]+)[{_CLOSERS}]*(?:\s?\[\d{{1,4}}\])*")
"""Where a sentence may end; notes ("[3]") go with the sentence they follow."""
_CREDIT = re.compile(r"\s(?=(?:Image|Photo|Photograph|Picture|Photo credit|Image credit|Credit): \w)")
"""Where the credit of a picture begins behind its caption."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ITEM = re.compile(r"\s*(?:[•‣◦▪·●*–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[QA]:)\s")
_WRAP = range(45, 121)
"""Widths, in characters, at which people and mail programs wrap lines by hand."""

_INITIALS = re.compile(r"(?:\w\.)+\w")
_NEXT_WORD = re.compile(r"[\w'’]+")
_LOOK = 60
"""Characters looked at on either side of a mark; keeps the whole linear."""


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


def _wrapped(text: str, line: tuple[int, int], following: tuple[int, int], widest: int) -> bool:
    """Say whether ``following`` goes on with ``line``: the next word would not have fitted on it."""
    if widest not in _WRAP or len(_BREAK.findall(text, line[1], following[0])) != 1:
        return False
    if _ITEM.match(text, *following):
        return False
    first_word = text[slice(*following)].split(None, 1)
    return bool(first_word) and line[1] - line[0] + 1 + len(first_word[0]) > widest


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Return the positions inside ``start`` … ``end`` after which a new sentence begins."""
    cuts = [found.end() for found in _END.finditer(text, start, end) if _ends(text, start, found)]
    before_credits = [found.start() for found in _CREDIT.finditer(text, start, end)]
    return sorted(cuts + before_credits) if before_credits else cuts


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether a mark ends a sentence; ``start`` is where its stretch begins."""
    mark, after = found["mark"], found.end()
    rest = text[after : after + _LOOK]
    if mark[-1] in _WIDE:
        return not (after > found.end("mark") and rest.startswith(("と", "って")))  # 「はい。」と言った
    if not rest[:1].isspace():
        return False
    rest = rest.lstrip()
    following = rest.lstrip(_OPENERS)
    closed = after > found.end("mark")
    if not following or (rest[0] in "([" and not following[0].isalpha()):
        return False
    if following[0].islower() and not (text[start].islower() and _plain_end(text, found, rest)):
        return False
    if mark != ".":
        return not (closed and _speech_goes_on(following, text[after - 1]))
    return closed or not _abbreviated(text[max(start, found.start() - _LOOK) : found.start()], following)


def _plain_end(text: str, found: re.Match[str], rest: str) -> bool:
    """Say whether a lone mark stands between two plain words; who spares capitals ends a sentence so."""
    return (
        found.end() == found.start() + 1
        and rest[0].islower()
        and text[max(0, found.start() - 2) : found.start()].isalpha()
    )


def _abbreviated(before: str, following: str) -> bool:
    """Say whether the full stop between the two belongs to the word before it, not to the sentence."""
    tokens = before.split()
    word = tokens[-1].lstrip(_OPENERS) if tokens else ""
    lower = word.lower()
    lists = _lists()
    if len(tokens) < 3 and _labels(word, tokens[0].lower() if len(tokens) == 2 else ""):
        return True
    if lower in lists["before_a_number"]:
        return following[0].isdecimal()
    if lower in lists["before_a_name"]:
        return lower != "st" or not _starts(following)
    if lower in lists["before_a_word"] and word.islower():
        return True
    initial = len(word) == 1 and word.isupper() and word != "I"
    return (initial or lower in lists["may_end"] or _INITIALS.fullmatch(word) is not None) and not _starts(following)


def _labels(word: str, opening: str) -> bool:
    """Say whether ``word``, first or second in its stretch, counts something: "1.", "a.", "Figure 3."."""
    if opening:
        return opening in _lists()["figure_words"] and word.replace(".", "").isdecimal()
    return word.isdecimal() or len(word) == 1


def _starts(following: str) -> bool:
    """Say whether the next word, written with a capital, mostly begins a sentence."""
    found = _NEXT_WORD.match(following)
    return found is not None and found[0].lower().replace("’", "'") in _lists()["starters"]


def _speech_goes_on(following: str, closer: str) -> bool:
    """Say whether a name and a verb of speech follow a closed quotation: “Stop!” Ann said."""
    if closer not in "\"”»'’」":
        return False
    return any(word in _lists()["speech"] for word in _NEXT_WORD.findall(following)[:3])


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = json.loads(resource("text", "abbreviations.json").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in data.items() if name != "about"}
