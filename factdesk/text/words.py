"""Words of a text, so that the edges of a claim can be moved by word in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from factdesk.text.spans import Span

_WORD = re.compile(
    r"c?[ld][ldmz]*(?:(?:j|(?<=d)n(?=d))[ld][ldmz]*)*p?"  # letters and digits: "don't", "$1,000.50", "20%"
    r"|o[mz]*"  # one character of a script that puts no spaces between words
    r"|e[m]*(?:ze[m]*)*"  # an emoji with its tones and joined parts
    r"|ff?"  # a flag
)
_UNSPACED = (
    "CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "BOPOMOFO", "YI SYLLABLE",
)  # fmt: skip
"""How the names of letters begin whose script puts no spaces between words."""


class _Shapes(dict[int, str]):
    """One letter for what each character does in a word; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = shape = _shape(chr(code))
        return shape


def _shape(char: str) -> str:
    if char in "'’-‐‑·":
        return "j"
    if char in ".,:٫٬":
        return "n"
    if char in "%‰°٪":
        return "p"
    if char == "\u200d":
        return "z"
    if char in "\u200c\u2060\xad" or "\U0001f3fb" <= char <= "\U0001f3ff":
        return "m"
    if "\U0001f1e6" <= char <= "\U0001f1ff":
        return "f"
    return _shape_of_category(char, unicodedata.category(char))


def _shape_of_category(char: str, category: str) -> str:
    if category[0] == "L":
        return "o" if unicodedata.name(char, "").startswith(_UNSPACED) else "l"
    by_category = {"Mn": "m", "Mc": "m", "Me": "m", "Nd": "d", "Nl": "d", "No": "d", "Pc": "l", "Sc": "c", "So": "e"}
    return by_category.get(category, " ")


_SHAPES = _Shapes()


def words(text: str) -> list[Span]:
    """Return the words of ``text`` in reading order, without the punctuation around them.

    A figure keeps its currency and percent sign. Where a script puts no spaces between words,
    each character with its marks is one; an emoji is one with all its parts.
    """
    return list(_words(text, 0))


class Length(NamedTuple):
    """How long a text is, in what its script is counted in."""

    number: int
    unit: Literal["word", "character"]


def length(text: str) -> Length:
    """Count the words between white space that hold a letter or digit, in one quick pass.

    Where a script puts no spaces between words, the characters that are not white space are counted.
    """
    pieces, characters, told = _counted(text)
    return Length(characters, "character") if len(text) > _LONG * max(1, pieces) else Length(told, "word")


def length_without(whole: Length, text: str, aside: Iterable[Span]) -> Length:
    """Return what is left of the length of ``text``, which is ``whole``, without stretches that do not overlap.

    They are counted in what the whole is counted in; a word that an edge parts counts on its side of it, too.
    """
    told = (_counted(text[slice(*span)]) for span in aside)
    gone = sum(characters if whole.unit == "character" else words for _, characters, words in told)
    return Length(max(0, whole.number - gone), whole.unit)


def _counted(text: str) -> tuple[int, int, int]:
    """Return how many pieces stand between white space, their characters, and how many hold a letter or digit."""
    pieces = characters = told = at = 0
    while at < len(text):  # in slices that part no word: one long call would hold up every other thread
        gap = _GAP.search(text, at + _SLICE)
        end = gap.end() if gap else len(text)
        some = text[at:end].split()
        pieces, characters = pieces + len(some), characters + sum(map(len, some))
        told += len(_TOLD.findall(text, at, end))
        at = end
    return pieces, characters, told


_TOLD = re.compile(r"\w\S*")
"""What a piece between white space holds from its first letter or digit on."""
_GAP = re.compile(r"\s")
_SLICE = 1 << 16
_LONG = 20
"""Mean length of "words" above which a script puts no spaces between them."""


def next_word_edge(text: str, index: int) -> int:
    """Return the end of the first word that ends after ``index``; the text's end where none does.

    Raises:
        IndexError: ``index`` lies outside the text.
    """
    _check(text, index)
    start = _word_start(text, index)
    for end in (index + _NEAR, len(text)):
        for word in _words(text, start, end):
            if index < word.end < end or (word.end > index and end >= len(text)):
                return word.end
    return len(text)


def previous_word_edge(text: str, index: int) -> int:
    """Return the start of the last word that starts before ``index``; 0 where none does.

    Raises:
        IndexError: ``index`` lies outside the text.
    """
    _check(text, index)
    at = index
    while at > 0:
        at = _word_start(text, at - 1)
        starts = [word.start for word in _words(text, at, index + 1) if word.start < index]
        if starts:
            return starts[-1]
    return 0


_NEAR = 1000
"""Characters looked at before the whole rest of the text is."""


def _words(text: str, start: int, end: int | None = None) -> Iterator[Span]:
    shape = text[start:end].translate(_SHAPES)
    return (Span(start + found.start(), start + found.end()) for found in _WORD.finditer(shape))


def _word_start(text: str, index: int) -> int:
    """Return a place at or before ``index`` that no word runs across."""
    while 0 < index < len(text):
        here, before = (_SHAPES[ord(text[at])] for at in (index, index - 1))
        if before == " " or here == "o" or (here == "e" and before != "z"):
            break
        index -= 1
    return index if index < len(text) else _word_start(text, index - 1) if text else 0


def _check(text: str, index: int) -> None:
    if not 0 <= index <= len(text):
        raise IndexError(f"position {index} is outside a text of {len(text)} characters")
