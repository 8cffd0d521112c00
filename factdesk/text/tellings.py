"""Whether two passages say the same thing in the same words, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from factdesk.text.folding import fold
from factdesk.text.spans import Span
from factdesk.text.words import words


class Change(StrEnum):
    """What words of a telling are to those of its head."""

    SAME = "same"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a telling, or, where they were dropped, of its head: as they stand there."""

    change: Change
    text: str


def spoken(text: str) -> list[str]:
    """Return the words of ``text`` as they are compared: no case, accents, quotation marks or punctuation.

    A figure keeps its currency and percent sign.
    """
    return [fold(text[start:end]).text for start, end in words(text)]


def same_words(first: str, second: str) -> bool:
    """Say whether two passages have the same words in the same order."""
    return spoken(first) == spoken(second)


def differences(head: str, telling: str) -> tuple[Piece, ...]:
    """Return the words of ``telling`` in order, with those of ``head`` that it leaves out where they would stand."""
    here, there = words(head), words(telling)
    found: list[Piece] = []
    matcher = SequenceMatcher(None, spoken(head), spoken(telling), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Piece(Change.SAME, _slice(telling, there[c:d])))
            continue
        if a < b:
            found.append(Piece(Change.DROPPED, _slice(head, here[a:b])))
        if c < d:
            found.append(Piece(Change.ADDED, _slice(telling, there[c:d])))
    return tuple(found)


def shared(pieces: tuple[Piece, ...]) -> float:
    """Return what share of the longer wording's words both have, 0 … 1; ``pieces`` as ``differences`` gives them."""
    count = dict.fromkeys(Change, 0)
    for piece in pieces:
        count[piece.change] += len(words(piece.text))
    longer = count[Change.SAME] + max(count[Change.ADDED], count[Change.DROPPED])
    return count[Change.SAME] / longer if longer else 1.0


def _slice(text: str, spans: list[Span]) -> str:
    return text[spans[0].start : spans[-1].end]
