"""What in a text may show other words than it holds, or hold words that do not show.

Nothing is changed here: each hazard is a place and a name for it. Where a repair suggests itself it is told, not made.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from factdesk.text.beats import Beat, unheard
from factdesk.text.spans import Span


class HazardKind(StrEnum):
    """What is wrong at a place."""

    DIRECTION = "direction"
    ZERO_WIDTH = "zero-width"
    TAG = "tag"
    CONTROL = "control"
    UNDECODABLE = "undecodable"
    MIXED_SCRIPTS = "mixed-scripts"
    MOJIBAKE = "mojibake"


@dataclass(frozen=True, slots=True)
class Hazard:
    """One place that may deceive.

    Attributes:
        what: the characters by name, or the letters that are not what they seem.
        repair: the words as they were probably meant, for mojibake; never put in by the program.
    """

    kind: HazardKind
    span: Span
    what: str
    repair: str = ""


_SLICE = 1 << 18
MOST = 200
"""So many places of one kind are told; a text with more shows its first ones."""

_LOOKALIKES = frozenset("аеорсухіјѕԁһӏԛԝАВЕКМНОРСТХУІЈЅοναΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
"""Letters of Cyrillic and Greek that look like Latin ones."""

_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]+")
_ZERO_WIDTH = re.compile(
    "[\u200b\u2060-\u2064\u180e\ufeff\u115f\u1160\u3164\uffa0]+|(?<=[A-Za-z0-9])[\u00ad]*[\u200c\u200d]+(?=[A-Za-z0-9])"
    "|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}"
)
_TAG = re.compile(
    "(?<![\U0001f3f4\U000e0000-\U000e007f])[\U000e0000-\U000e007f]+|(?<=\U0001f3f4)[\U000e0000-\U000e007f]{8,}"
)
# A flag is a black flag with up to six of them; more of them are a message.

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_LOST = re.compile("\ufffd+")
_LOOKALIKE = re.compile(f"[{''.join(sorted(_LOOKALIKES))}]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_GARBLED = re.compile(r"[ÃÂÐ][\u0080-\u00bf\u2010-\u2122]|â€|ï»¿")
_LETTERS_AROUND = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]")
_WORD_AROUND = re.compile(r"\S")
_REACH = 60
"""Characters to each side of a sign that are looked at as its word; no pattern may run over a text without spaces."""

_UNSHOWN = re.compile(
    "[\u200b-\u200d\u2060-\u2064\u180e\ufeff\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_TAGS = re.compile("[\U000e0000-\U000e007f]")
_GARBLE = re.compile("[ÃÂÐâï]")
_UNNAMED = {"\x00": "NUL"}


def find_hazards(text: str, beat: Beat = unheard) -> tuple[Hazard, ...]:
    """Return the hazards of ``text`` in reading order, at most ``MOST`` of a kind."""
    held: set[str] = set()
    for at in range(0, len(text), _SLICE):  # in slices: one call over a long text would hold up every other thread
        beat()
        held.update(text[at : at + _SLICE])
    present = "".join(held)  # most texts hold none of the signs, and are not searched at all
    found = (hazard for signs, search in _SEARCHES if signs.search(present) for hazard in islice(search(text), MOST))
    return tuple(sorted(found, key=lambda hazard: hazard.span))


def _named(kind: HazardKind, pattern: re.Pattern[str], text: str) -> Iterator[Hazard]:
    for match in pattern.finditer(text):
        names = dict.fromkeys(map(_name, match.group()))
        yield Hazard(kind, Span(*match.span()), ", ".join(islice(names, 4)))


def _name(char: str) -> str:
    return f"{unicodedata.name(char, _UNNAMED.get(char, 'control character')).lower()} (U+{ord(char):04X})"


def _mixed(text: str) -> Iterator[Hazard]:
    """Words of Latin letters in which a Cyrillic or Greek letter passes for one; "μm" and "β-carotene" are none."""
    for span in _words_at(text, _LOOKALIKE, _LETTERS_AROUND):
        word = text[slice(*span)]
        if _LATIN.search(word):
            names = dict.fromkeys(_name(char) for char in word if char in _LOOKALIKES)
            yield Hazard(HazardKind.MIXED_SCRIPTS, span, ", ".join(islice(names, 4)))


def _garbled(text: str) -> Iterator[Hazard]:
    """Words decoded with the wrong encoding once ("cafÃ©"), with the words they probably were."""
    if not _GARBLED.search(text):
        return
    from ftfy import fix_encoding

    for span in _words_at(text, _GARBLED, _WORD_AROUND):
        word = text[slice(*span)]
        if (repaired := fix_encoding(word)) != word:
            yield Hazard(HazardKind.MOJIBAKE, span, word[:60], repaired)


def _words_at(text: str, sign: re.Pattern[str], inside: re.Pattern[str]) -> Iterator[Span]:
    """Yield the stretch of ``inside`` characters around each ``sign``, none twice; linear in the text."""
    end = 0
    for match in sign.finditer(text):
        if match.start() < end:
            continue
        start, end = max(end, match.start()), match.end()
        first, last = max(0, start - _REACH), min(len(text), end + _REACH)
        while start > first and inside.match(text, start - 1):
            start -= 1
        while end < last and inside.match(text, end):
            end += 1
        yield Span(start, end)


_SEARCHES: tuple[tuple[re.Pattern[str], Callable[[str], Iterator[Hazard]]], ...] = (
    (_DIRECTION, lambda text: _named(HazardKind.DIRECTION, _DIRECTION, text)),
    (_UNSHOWN, lambda text: _named(HazardKind.ZERO_WIDTH, _ZERO_WIDTH, text)),
    (_TAGS, lambda text: _named(HazardKind.TAG, _TAG, text)),
    (_CONTROL, lambda text: _named(HazardKind.CONTROL, _CONTROL, text)),
    (_LOST, lambda text: _named(HazardKind.UNDECODABLE, _LOST, text)),
    (_LOOKALIKE, _mixed),
    (_GARBLE, _garbled),
)
"""For each kind: the characters without which a text holds none of it, and how to find them."""
