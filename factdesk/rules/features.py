"""What the ranking looks at in a sentence, as numbers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from factdesk.model.version import BlockKind
from factdesk.rules.kinds import asks
from factdesk.rules.signs import Sentence
from factdesk.rules.vocabulary import nearness, stems
from factdesk.rules.wording import likeness

Features = dict[str, float]
"""Name → value; a name that is missing is 0."""

_COUNTED = (
    "number", "money", "share", "date", "name", "quote", "named-source", "unnamed-source", "attributed", "comparison",
    "superlative", "cause", "trend", "accusation", "harm", "hedge", "prediction", "outlook", "opinion-words", "self",
    "reader",
)  # fmt: skip
_FIGURES = ("number", "money", "share")
_POINTING = frozenset(
    ("he", "she", "it", "they", "this", "that", "these", "those", "there", "his", "her", "their", "its")
)
_LINKING = frozenset(
    ("but", "and", "however", "also", "meanwhile", "still", "yet", "so", "or", "while", "although", "though")
)
_OPENING = 3
"""Sentences that make the opening of an article."""


def features(text: str, article: Sequence[Sentence], *, wording: bool) -> list[Features]:
    """Return the features of each sentence of ``article``; they stand in reading order.

    Args:
        wording: whether the rules on English words are used.
    """
    bags = [stems(sentence.words) for sentence in article]
    headline = headline_stems(article)
    body = [nth for nth, s in enumerate(article) if s.block not in (BlockKind.TITLE, BlockKind.HEADING)]
    place = {nth: at for at, nth in enumerate(body)}
    found: list[Features] = []
    for nth, near in enumerate(nearness(bags, headline, body[:_OPENING])):
        sentence = article[nth]
        found.append(
            {
                "in-headline": near.headline if sentence.block is not BlockKind.TITLE else 0.0,
                "near-opening": near.opening,
                "central": near.central,
                "shared-words": near.shared / 10,
                "content": math.log1p(len(bags[nth])),
            }
            | _place(sentence, place.get(nth), len(body))
            | _said(text, sentence, wording=wording)
        )
    return found


def headline_stems(article: Iterable[Sentence]) -> frozenset[str]:
    """Return the stems of the titles of ``article``."""
    return frozenset(
        word for sentence in article if sentence.block is BlockKind.TITLE for word in stems(sentence.words)
    )


def _place(sentence: Sentence, at: int | None, length: int) -> Features:
    """Where it stands; ``at`` is its place in the body, which titles and headings have not."""
    found = {
        "title": float(sentence.block is BlockKind.TITLE),
        "heading": float(sentence.block is BlockKind.HEADING),
        "opens-paragraph": float(sentence.nth == 0),
        "deep-in-paragraph": float(min(sentence.nth, 4)),
    }
    if at is not None:
        found |= {
            "early": 1 / (1 + at),
            "late": math.sqrt(at / length),
            "late-share": at / length,
            "first": float(at == 0),
            "opening": float(at < _OPENING),
        }
    return found


def _said(text: str, sentence: Sentence, *, wording: bool) -> Features:
    """What it says, by its signs, its length and its first word."""
    words = sentence.words
    counts = Counter(sign.code for sign in sentence.signs)
    first = words[0] if words else ""
    quoted = sentence.share_of("quote")
    named = bool(counts["name"])
    return {code: math.log1p(counts[code]) for code in _COUNTED if counts[code]} | {
        "wording": likeness(words) if wording else 0.0,
        "length": math.log1p(len(words)),
        "short": float(len(words) < 6),
        "quoted": quoted,
        "all-quoted": float(quoted > 0.9),
        "partly-quoted": float(0 < quoted <= 0.3),
        "goes-on-quoting": float(_goes_on_quoting(text, sentence)),
        "named": sentence.share_of("name"),
        "points-back": float(first in _POINTING),
        "links-back": float(first in _LINKING),
        "asks": float(asks(text, sentence)),
        "hedged-name": float(named and bool(counts["hedge"])),
        "accused-name": float(named and bool(counts["accusation"])),
        "figure-and-name": float(named and any(counts[code] for code in _FIGURES)),
        "sourced-harm": float(bool(counts["named-source"] and (counts["accusation"] or counts["harm"]))),
    }


def _goes_on_quoting(text: str, sentence: Sentence) -> bool:
    """Say whether the sentence begins inside a quotation that an earlier one opened."""
    start = sentence.span.start
    return any(span.start == start and text[start] not in '"“„«‘「『' for span in sentence.of("quote"))
