"""The words the readers know a page by: ``resources/readers``, loaded once and when first needed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from factdesk.assets import resource


@dataclass(frozen=True, slots=True)
class FurnitureWords:
    """What ``furniture.toml`` holds.

    Attributes:
        whole: folded line → reason.
        holds: phrase → reason, for phrases that decide wherever they stand in a short block.
        held: finds those phrases.
        reasons, shapes: one pattern that must hold a whole folded block; the number of its last group is
            the place of the reason.
        menu: section names.
        anchors: words only a menu holds; one of them makes a few section names a menu.
        share, sharing: words of share bars, and those of them that are enough alone.
        bars: words without which a line is neither a menu nor a share bar.
    """

    whole: dict[str, str]
    holds: dict[str, str]
    held: re.Pattern[str]
    reasons: tuple[str, ...]
    shapes: re.Pattern[str]
    menu: frozenset[str]
    anchors: frozenset[str]
    share: frozenset[str]
    sharing: frozenset[str]
    bars: frozenset[str]


@dataclass(frozen=True, slots=True)
class BylineWords:
    """What ``bylines.toml`` holds; the file says what each set is for."""

    particles: frozenset[str]
    not_names: frozenset[str]
    roles: frozenset[str]
    role_after_name: frozenset[str]
    date_words: frozenset[str]


@cache
def furniture_words() -> FurnitureWords:
    """Return the words of furniture."""
    held = tomllib.loads(resource("readers", "furniture.toml").read_text(encoding="utf-8"))
    holds: dict[str, list[str]] = held["holds"]
    shapes: dict[str, list[str]] = held["shapes"]
    whole: dict[str, list[str]] = held["whole"]
    return FurnitureWords(
        whole={line: reason for reason, lines in whole.items() for line in lines},
        holds={phrase: reason for reason, phrases in holds.items() for phrase in phrases},
        held=re.compile("|".join(re.escape(phrase) for phrases in holds.values() for phrase in phrases)),
        reasons=tuple(shapes),
        shapes=_one_pattern(shapes.values(), held["parts"]),
        menu=frozenset(held["menu"]["words"]),
        anchors=frozenset(held["menu"]["anchors"]),
        share=frozenset(held["share"]["words"]),
        sharing=frozenset(held["share"]["alone"]),
        bars=frozenset(
            word for group in ("menu", "share") for phrase in held[group]["words"] for word in phrase.split()
        ),
    )


@cache
def byline_words() -> BylineWords:
    """Return the words of bylines and date lines."""
    held: dict[str, list[str]] = tomllib.loads(resource("readers", "bylines.toml").read_text(encoding="utf-8"))
    return BylineWords(**{name: frozenset(words) for name, words in held.items()})


def _one_pattern(groups: Iterable[list[str]], parts: dict[str, str]) -> re.Pattern[str]:
    whole = "|".join("(" + "|".join(f"(?:{pattern})" for pattern in patterns) + ")" for patterns in groups)
    return re.compile(re.sub(r"@(\w+)@", lambda name: parts[name.group(1)], whole))
