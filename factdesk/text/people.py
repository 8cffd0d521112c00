"""Names of a text with the titles before them, and which of them are variants of one."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from factdesk.assets import resource
from factdesk.text.names import names
from factdesk.text.spans import Span

_POSSESSIVE = re.compile(r"[’']s?$")
_JOINED = re.compile(r"[ \u00a0](?:and|of[ \u00a0]the)[ \u00a0]")
_TITLE_BEFORE = re.compile(r"(?<!\w)(?P<title>(?:[A-Z][a-z]{1,3}\.[ \u00a0]){1,2})$")
_PARTY = re.compile(r"[DRI]-[A-Z]{2}")
_INNER = re.compile(r"[’']s?[ \u00a0]")
_WORD = re.compile(r"[^\s\u00a0]+")
_OPENING_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(("of", "the", "for", "and", "de", "del", "da", "al", "bin", "ibn", "van", "von", "la", "le"))
_OPENING = frozenset((": ", "? ", "! ", "• ", "- ", "* ", "> ", "# "))
_OPENERS = frozenset(
    ("neither", "either", "both", "each", "every", "any", "another", "such", "yet", "unlike", "like", "following",
     "including", "citing", "quoting", "regarding", "concerning", "considering", "addressing", "responding", "joining"),
)  # fmt: skip
_DESCRIBING = re.compile(r"[^\W\d_]+[-‑](?:born|based|led|backed|owned|run|trained|educated|raised)")
"""No part of the name it stands before: “Norwegian-born Lind”."""
_PARTS_OF_PLACES = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "new", "upper", "lower",
     "greater", "inner", "outer"),
)  # fmt: skip
"""Words that make another place of the one they stand before."""
_LEAST = 5
"""Letters from which one letter's difference may be a slip of the pen."""
_LOOK = 48
"""Characters looked at before a name for a role in small letters."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where somebody or something is named.

    Attributes:
        span: title and name, without the ending of a possessive.
        name: the name without title, as written.
        title: "President", "former intelligence official"; empty where none is.
    """

    span: Span
    name: str
    title: str = ""


def namings(text: str, sentence_starts: frozenset[int]) -> list[Naming]:
    """Return the namings of an English ``text`` in reading order. A title alone ("the Supreme Leader") names nobody."""
    found: list[Naming] = []
    for run in names(text, sentence_starts):
        for part in _parts(text, run):
            naming = _naming(text, part)
            if naming is not None:
                found.append(naming)
    surnames = {one.name.split()[-1] for one in found if " " in one.name}
    return [one for one in found if _plain(one.name) not in _table()["titles"] or one.name in surnames]


def opening_names(text: str, sentence_starts: Iterable[int], known: frozenset[str]) -> list[Naming]:
    """Return the words that open a sentence and are ``known`` as names from elsewhere; ``names`` cannot tell them."""
    found: list[Naming] = []
    for start in sentence_starts:
        word = _OPENING_WORD.match(text, start)
        if word and (name := _POSSESSIVE.sub("", word[0])) in known:
            found.append(Naming(Span(start, start + len(name)), name))
    return found


def _parts(text: str, run: Span) -> Iterator[Span]:
    """Yield the names in a run of capitals: “Iran’s Supreme Leader” names two, and so does “Ann and Bob”."""
    at = run.start
    cuts = [(cut.start(), cut.end()) for cut in _INNER.finditer(text, run.start, run.end)]
    ofs = text.find(" of ", run.start, run.end)
    for cut in _JOINED.finditer(text, run.start, run.end):
        several = " " in text[at : cut.start()]
        if (cut[0].strip() == "and" and not -1 < ofs < cut.start()) or (cut[0].strip() != "and" and several):
            cuts.append((cut.start(), cut.end()))
    for start, end in sorted(cuts):
        if start > at:
            yield Span(at, start)
        at = end
    last = _POSSESSIVE.search(text[at : run.end])
    end = at + last.start() if last else run.end
    if end > at:
        yield Span(at, end)


def _naming(text: str, span: Span) -> Naming | None:
    words = [(Span(span.start + m.start(), span.start + m.end()), m[0]) for m in _WORD.finditer(text[slice(*span)])]
    while words and words[-1][1].lower() in _SMALL:
        words.pop()
    while words and (_plain(words[0][1]) in _OPENERS or words[0][1] in _SMALL or _DESCRIBING.fullmatch(words[0][1])):
        words.pop(0)
    first, titles = _titles([word for _, word in words])
    rest = words[titles:]
    if not rest or (len(rest) == 1 and _no_name(text, rest[0][0], rest[0][1])):
        return None
    title = " ".join(word for _, word in words[first:titles])
    start = words[first][0].start
    if abbreviated := _TITLE_BEFORE.search(text[max(0, start - 12) : start]):
        parts = [part for part in abbreviated["title"].split() if _plain(part) in _table()["titles"]]
        if parts:
            title = " ".join([*parts, title]).strip()
            start -= len(abbreviated["title"].lstrip())
    if not title and (role := _role(text, start)):
        start, title = role
    name = " ".join(word for _, word in rest).strip("-")
    return Naming(Span(start, rest[-1][0].end), name, title) if name else None


def _titles(words: Sequence[str]) -> tuple[int, int]:
    """Return which of ``words`` begin and end the titles: "Israeli Prime Minister" before a name."""
    table = _table()
    first = 0
    while first < len(words) and _plain(words[first]) in table["demonyms"]:
        first += 1
    titles = first
    for length in (3, 2, 1, 2, 1):
        phrase = " ".join(_plain(word) for word in words[titles : titles + length])
        if phrase in table["titles"] and len(words) > titles + length and words[titles + length].lower() not in _SMALL:
            titles += length
    return (0, titles) if titles > first else (0, 0)


def _no_name(text: str, span: Span, word: str) -> bool:
    """Say whether a lone word with a capital names nothing: an adjective, a title before its full stop, a party."""
    plain = _plain(word)
    table = _table()
    if plain in table["no_names"] or _PARTY.fullmatch(word) or not word.strip("-’'"):
        return True
    if plain in table["titles"] and text.startswith(".", span.end) and len(word) < _LEAST:
        return True
    if text[max(0, span.start - 2) : span.start] in _OPENING and not word.isupper():
        return True  # a capital after a colon tells no more than one that opens a sentence
    return plain in table["demonyms"] and text[span.end : span.end + 2].strip(" -").islower()


def _role(text: str, start: int) -> tuple[int, str] | None:
    """Return where a role in small letters before a name begins, and its words: "former intelligence official"."""
    line = text[max(0, start - _LOOK) : start]
    if not line.endswith((" ", "\u00a0")):
        return None
    words = list(_WORD.finditer(line))
    if not words or words[-1][0] not in _table()["roles"]:
        return None
    first = len(words) - 1
    while first > 0 and len(words) - first < 4 and _describes(words[first - 1][0]):
        first -= 1
    while first < len(words) - 1 and _plain(words[first][0]) in ("the", "a", "an", "and", "its", "his", "her"):
        first += 1
    return start - len(line) + words[first].start(), line[words[first].start() :].strip()


def _describes(word: str) -> bool:
    return word.isalpha() and (word.islower() or _plain(word) in _table()["demonyms"]) and word not in _STOPS


_STOPS = frozenset(
    ("the", "a", "an", "and", "or", "to", "of", "by", "with", "as", "that", "said", "says", "told", "is", "was", "for",
     "from", "in", "on", "at", "but", "when", "while", "its", "his", "her", "their", "according", "after", "including"),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    return word.lower().strip(".,").replace("’", "'")


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
        if not any(word.lower() in _SMALL for word in words[1:-1]) or words[-2].lower() not in ("of", "for", "and"):
            shorter[words[-1]].append(name)
        letters = "".join(word[0] for word in words if word.lower() not in _SMALL)
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
    return {one.casefold(), two.casefold()} <= _table()["places"]


def _inflected(one: str, two: str) -> bool:
    """Say whether one is the other with an ending: "Korea" and "Koreas"."""
    short, long = sorted((one.casefold(), two.casefold()), key=len)
    return long.startswith(short) or short == long


@cache
def _table() -> dict[str, frozenset[str]]:
    data = json.loads(resource("text", "names-en.json").read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in data.items() if key != "about"}


def pronouns() -> frozenset[str]:
    """Return the English pronouns that can be the subject of a verb of saying."""
    return _table()["pronouns"]
