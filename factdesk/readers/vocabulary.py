"""The words the readers know a page by: ``resources/readers``, loaded once and when first needed."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from factdesk.assets import resource


@dataclass(frozen=True, slots=True)
class FurnitureWords:
    """What ``furniture.toml`` holds.

    Attributes:
        whole: folded line → reason.
        shapes: reason and the pattern that must hold a whole folded block.
        menu: section names.
        anchors: words only a menu holds; one of them makes a few section names a menu.
        share, sharing: words of share bars, and those of them that are enough alone.
    """

    whole: dict[str, str]
    shapes: tuple[tuple[str, re.Pattern[str]], ...]
    menu: frozenset[str]
    anchors: frozenset[str]
    share: frozenset[str]
    sharing: frozenset[str]


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
    parts: dict[str, str] = held["parts"]
    shapes: dict[str, list[str]] = held["shapes"]
    whole: dict[str, list[str]] = held["whole"]
    return FurnitureWords(
        whole={line: reason for reason, lines in whole.items() for line in lines},
        shapes=tuple((reason, _compiled(patterns, parts)) for reason, patterns in shapes.items()),
        menu=frozenset(held["menu"]["words"]),
        anchors=frozenset(held["menu"]["anchors"]),
        share=frozenset(held["share"]["words"]),
        sharing=frozenset(held["share"]["alone"]),
    )


@cache
def byline_words() -> BylineWords:
    """Return the words of bylines and date lines."""
    held: dict[str, list[str]] = tomllib.loads(resource("readers", "bylines.toml").read_text(encoding="utf-8"))
    return BylineWords(**{name: frozenset(words) for name, words in held.items()})


def _compiled(patterns: list[str], parts: dict[str, str]) -> re.Pattern[str]:
    whole = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(re.sub(r"@(\w+)@", lambda name: parts[name.group(1)], whole))
