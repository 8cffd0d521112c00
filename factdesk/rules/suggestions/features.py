"""What the ranking looks at in a sentence, as numbers."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from factdesk.model.version import BlockKind
from factdesk.rules.sentences.kinds import FIGURES, asks
from factdesk.rules.sentences.signs import Sentence
from factdesk.rules.sentences.vocabulary import nearness, stems
from factdesk.rules.suggestions.wording import likeness
from factdesk.text.beats import Beat, beating, unheard

Features = dict[str, float]
"""Name → value; a name that is missing is 0."""

_COUNTED = (
    "number", "money", "share", "date", "name", "quote", "named-source", "unnamed-source", "attributed", "comparison",
    "superlative", "cause", "trend", "accusation", "harm", "hedge", "prediction", "outlook", "opinion-words", "self",
    "reader", "official", "grave", "loose",
)  # fmt: skip
_LARGE = re.compile(
    r"(?<![.,\d])\d{4,}|\d[,.]\d{3}(?!\d)|thousand|million|billion|trillion|\d\s?[bm]n\b|[万億亿]", re.IGNORECASE
)
"""A figure of a thousand or more, as it is written."""
_POINTING = frozenset(
    ("he", "she", "it", "they", "this", "that", "these", "those", "there", "his", "her", "their", "its")
)
_LINKING = frozenset(
    ("but", "and", "however", "also", "meanwhile", "still", "yet", "so", "or", "while", "although", "though")
)
_OPENING = 3
"""Sentences that make the opening of an article."""


def features(text: str, article: Sequence[Sentence], *, wording: bool, beat: Beat = unheard) -> Iterator[Features]:
    """Yield the features of each sentence of ``article``, in reading order; those of a book are too many to keep.

    Args:
        wording: whether the rules on English words are used.
    """
    bags = [stems(sentence.words) for sentence in beating(article, beat)]
    headline = headline_stems(article)
    body = [nth for nth, s in enumerate(article) if s.block not in (BlockKind.TITLE, BlockKind.HEADING)]
    place = {nth: at for at, nth in enumerate(body)}
    for nth, near in enumerate(beating(nearness(bags, headline, body[:_OPENING]), beat)):
        sentence = article[nth]
        yield (
            {
                "in-headline": near.headline if sentence.block is not BlockKind.TITLE else 0.0,
                "near-opening": near.opening,
                "central": near.central,
                "shared-words": near.shared / 10,
                "content": math.log1p(len(bags[nth])),
            }
            | _place(sentence, place.get(nth), len(body), near.central)
            | _said(text, sentence, wording=wording)
            | _figured(text, sentence)
        )


def headline_stems(article: Iterable[Sentence]) -> frozenset[str]:
    """Return the stems of the titles of ``article``."""
    return frozenset(
        word for sentence in article if sentence.block is BlockKind.TITLE for word in stems(sentence.words)
    )


def _place(sentence: Sentence, at: int | None, length: int, central: float) -> Features:
    """Where it stands; ``at`` is its place in the body, which titles and headings have not."""
    found = {
        "title": float(sentence.block is BlockKind.TITLE),
        "heading": float(sentence.block is BlockKind.HEADING),
        "leads": float(sentence.block is BlockKind.TITLE or at == 0),
        "opens-paragraph": float(sentence.nth == 0),
        "deep-in-paragraph": float(min(sentence.nth, 4)),
    }
    if at is not None:
        found |= {
            "early": 1 / (1 + at),
            "late": math.sqrt(at / length),
            "late-share": at / length,
            "early-and-central": central / (1 + at),
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
        "named": sentence.share_of("name"),
        "points-back": float(first in _POINTING),
        "links-back": float(first in _LINKING),
        "asks": float(asks(text, sentence)),
        "hedged-name": float(named and bool(counts["hedge"])),
        "sourced-harm": float(bool(counts["named-source"] and (counts["accusation"] or counts["harm"]))),
    }


def _figured(text: str, sentence: Sentence) -> Features:
    """How much its figures weigh: a large one can be far wrong, and two different ones can disagree."""
    found = {text[slice(*span)] for span in sentence.of(*FIGURES)}
    sums = (text[slice(*span)] for span in sentence.of("number", "money"))
    return {
        "large-figure": float(any(_LARGE.search(words) for words in sums)),
        "several-figures": float(len(found) > 1),
    }
