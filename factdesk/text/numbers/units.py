"""What figures are counted in: powers of ten, currencies, shares and measures, as they are written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from factdesk.assets import resource

Kind = Literal["number", "money", "share", "measure", "ordinal"]

NOT_IN_ENGLISH = frozenset(("mil", "mille", "mila", "bin", "real", "ha", "ans", "anos", "dias", "jours"))
"""Words of other languages that are other words in English."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its one name: "USD", "%", "km"; nothing for a plain count."""

    name: str = ""
    kind: Kind = "number"


@dataclass(frozen=True, slots=True)
class Units:
    """Patterns and tables, made once.

    Attributes:
        scales: a word for a power of ten → the power.
        scale: matches such a word after a numeral, with the space or hyphen before it.
        before: matches a currency at the end of what stands before a numeral.
        after: matches a unit at the beginning of what follows a numeral and its power of ten.
    """

    scales: Mapping[str, int]
    scale: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    attached: Mapping[str, int]
    named: Mapping[str, Unit]

    def unit(self, written: str) -> Unit:
        """Return the unit written so.

        Raises:
            KeyError: no unit is.
        """
        words = " ".join(written.replace("-", " ").split())
        return self.named.get(words) or self.named[words.casefold()]


@cache
def units(*, english: bool) -> Units:
    """Return what ships. In an English text words of other languages that look like English ones are left out."""
    data = json.loads(resource("text", "units.json").read_text(encoding="utf-8"))
    left_out = NOT_IN_ENGLISH if english else frozenset()
    scales = {word: int(value) for value, words in data["scales"].items() for word in words if word not in left_out}
    named = {sign: Unit(name, "money") for sign, name in data["signs"].items()} | {"٪": Unit("%", "share")}
    named |= {code: Unit(code, "money") for code in data["codes"]}
    following = dict(named)
    for key, kind in (("currencies", "money"), ("shares", "share"), ("measures", "measure")):
        for name, words in data[key].items():
            for word in words:
                if word not in left_out:
                    following[word if _is_sign(word) else word.casefold()] = Unit(name, cast("Kind", kind))
    return Units(
        scales=scales,
        scale=re.compile(rf"(?:[\s ]?-?)(?:{_either(scales)})(?![^\W\d_])\.?(?![^\W\d_])", re.IGNORECASE),
        before=re.compile(
            rf"(?:(?<![^\W_])(?:{_either(data['codes'])})\s|(?<![^\W_])(?:{_either([*data['signs'], '٪'])})\s?)$"
        ),
        after=re.compile(rf"[\s ]?-?(?P<unit>{_words(following)})"),
        attached=data["attached"],
        named=following | {word.casefold(): unit for word, unit in following.items() if len(word) > 2},
    )


def _is_sign(word: str) -> bool:
    """Say whether a unit is a symbol, whose capitals count: "MW"."""
    return word != word.casefold() or not word.isalpha()


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _words(following: Mapping[str, Unit]) -> str:
    """Return a pattern for all units, the longest first; words in any case, not inside a longer word."""
    made = []
    for word in sorted(following, key=lambda word: (-len(word), word)):
        spaced = r"[\s-]+".join(map(re.escape, word.split()))
        if _is_sign(word) and " " not in word:
            made.append(spaced + (r"(?![^\W_])" if word[-1].isalpha() else ""))
        else:
            # Scripts without spaces between words may go on: 三百万美元左右.
            made.append(rf"(?i:{spaced})" + (r"(?![^\W_])" if word[-1] < "\u2e80" else ""))
    return "|".join(made)
