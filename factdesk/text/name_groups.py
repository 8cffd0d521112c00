"""Which names of a text are variants of one, and which are spelled almost like another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factdesk.text.people import SMALL, places

_PARTS_OF_PLACES = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "new", "upper", "lower",
     "greater", "inner", "outer"),
)  # fmt: skip
"""Words that make another place of the one they stand before."""
_ACRONYM = 3
"""Capitals that are no initials of a person: the last word of “WWO Harbour” is no surname."""
_LEAST = 5
"""Letters from which one letter's difference may be a slip of the pen."""


@dataclass(frozen=True, slots=True)
class NameGroups:
    """Which names are one.

    Attributes:
        head: name → the fullest name it is a variant of; itself where it stands alone.
        could_be: a short name → the names it may stand for, where there are several.
        near: name → another name spelled almost like it.
    """

    head: dict[str, str]
    could_be: dict[str, tuple[str, ...]]
    near: dict[str, str]


def grouped(found: Sequence[str]) -> NameGroups:
    """Group the names of one text: initials, a surname alone and acronyms go with the full name.

    Nothing is guessed where two full names share the surname. Linear in the names, each of bounded length.
    """
    distinct = list(dict.fromkeys(found))
    full = [name for name in distinct if " " in name]
    head = {name: name for name in distinct}
    by_ends: dict[tuple[str, str], str] = {}
    for name in sorted(full, key=lambda name: (-len(name.split()), -len(name), name)):
        words = name.split()
        key = (_initial(words[0]), words[-1])
        kept = by_ends.get(key)
        if kept is not None and _same_person(kept, name):
            head[name] = kept
        elif kept is None:
            by_ends[key] = name
    heads = [name for name in full if head[name] == name]
    shorter = _short_forms(heads)
    could_be: dict[str, tuple[str, ...]] = {}
    for name in distinct:
        if " " not in name:
            owners = shorter.get(name, ())
            if len(owners) == 1:
                head[name] = owners[0]
            elif owners:
                could_be[name] = owners
    return NameGroups(head, could_be, _near(distinct, head))


def _initial(word: str) -> str:
    return word[:1]


def _same_person(fuller: str, name: str) -> bool:
    """Say whether ``name`` leaves words of ``fuller`` out or shortens them to initials: “J. Doe” for “Jane M. Doe”."""
    one, two = fuller.split(), name.split()
    first = one[0] == two[0] or (two[0].rstrip(".") == one[0][0]) or (one[0].rstrip(".") == two[0][0])
    middle = [word.rstrip(".") for word in two[1:-1]]
    return first and all(any(theirs.startswith(word) for theirs in one[1:-1]) for word in middle)


def _short_forms(heads: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return surnames and acronyms with the full names they may stand for."""
    shorter: defaultdict[str, list[str]] = defaultdict(list)
    for name in heads:
        words = name.split()
        if words[0].lower() in _PARTS_OF_PLACES:
            continue  # Northern Ireland is no Ireland, and New York no York
        bearer = not (words[0].isupper() and words[0].isalpha() and len(words[0]) >= _ACRONYM)
        plain = not any(word.lower() in SMALL for word in words[1:-1]) or words[-2].lower() not in ("of", "for", "and")
        if bearer and plain:
            shorter[words[-1]].append(name)
        letters = "".join(word[0] for word in words if word.lower() not in SMALL)
        if len(letters) > 1:
            shorter[letters].append(name)
            shorter[".".join(letters) + "."].append(name)
    return {short: tuple(owners) for short, owners in shorter.items()}


def _near(distinct: Sequence[str], head: dict[str, str]) -> dict[str, str]:
    """Pair names that differ by one letter, added, left out, changed or moved, in one word and no more."""
    seen: dict[tuple[tuple[str, ...], int, str], str] = {}
    near: dict[str, str] = {}
    for name in distinct:
        words = name.split()[:6]
        for at, word in enumerate(words):
            letters = word.casefold()
            if len(letters) < _LEAST or len(letters) > 24:
                continue
            rest = tuple(words[:at] + words[at + 1 :])
            for cut in (letters, *(letters[:nth] + letters[nth + 1 :] for nth in range(1, len(letters)))):
                other = seen.setdefault((rest, at, cut), name)
                if head[other] != head[name] and not _inflected(other, name) and not _both_places(other, name):
                    near.setdefault(name, other)
                    near.setdefault(other, name)
    return near


def _both_places(one: str, two: str) -> bool:
    """Say whether both are known names of places, so that neither is the other ill-spelled: Iceland and Ireland."""
    return {one.casefold(), two.casefold()} <= places()


def _inflected(one: str, two: str) -> bool:
    """Say whether one is the other with an ending: "Korea" and "Koreas"."""
    short, long = sorted((one.casefold(), two.casefold()), key=len)
    return long.startswith(short) or short == long
