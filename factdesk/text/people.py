"""Names of a text with the titles before them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from factdesk.assets import resource
from factdesk.text.lexicon import stop_words
from factdesk.text.names import names
from factdesk.text.spans import Span

_POSSESSIVE = re.compile(r"[’']s?$")
_JOINED = re.compile(r"[ \u00a0](?:and|of[ \u00a0]the)[ \u00a0]")
_TITLE_BEFORE = re.compile(r"(?<!\w)(?P<title>(?:[A-Z][a-z]{1,3}\.[ \u00a0]){1,2})$")
_PARTY = re.compile(r"[DRI]-[A-Z]{2}")
_INNER = re.compile(r"[’']s?[ \u00a0]")
_LONE_THE = re.compile(r"(?<! of)(?<! for)(?<! and)[ \u00a0]the[ \u00a0](?!(?:Great|Elder|Younger|Baptist|Terrible)\b)")
"""No name goes on behind it, but for a king’s: “told Poe the Water Office”."""
_NEW_SENTENCE = re.compile(r"\.(?P<stop>[ \u00a0])(?P<word>[A-Z][a-z]*)(?:[ \u00a0]|$)")
"""A sentence may begin behind an abbreviation: “in the U.S. The President”."""
_WORD = re.compile(r"[^\s\u00a0]+")
_OPENING_WORD = re.compile(r"[^\W\d_][\w’'-]*")
SMALL = frozenset(("of", "the", "for", "and", "de", "del", "da", "al", "bin", "ibn", "van", "von", "la", "le"))
"""Words in small letters that stand inside names."""
_OPENING = frozenset((": ", "? ", "! ", "• ", "- ", "* ", "> ", "# "))
_OPENERS = frozenset(
    ("neither", "either", "both", "each", "every", "any", "another", "such", "yet", "unlike", "like", "following",
     "including", "citing", "quoting", "regarding", "concerning", "considering", "addressing", "responding", "joining",
     "although", "though", "despite", "whereas", "unless", "whether", "besides", "meanwhile", "moreover", "furthermore",
     "nevertheless", "additionally", "earlier", "later", "thus", "hence", "perhaps", "recently", "currently",
     "previously", "several"),
)  # fmt: skip
_DESCRIBING = re.compile(r"[^\W\d_]+[-‑](?:born|based|led|backed|owned|run|trained|educated|raised)")
"""No part of the name it stands before: “Norwegian-born Lind”."""
_OFFICES = frozenset(
    ("president", "chairman", "chairwoman", "chair", "executive", "ceo", "director", "governor", "mayor", "minister",
     "secretary", "ambassador", "senator", "speaker", "leader", "chief", "sheriff", "officer", "commissioner", "coach"),
)  # fmt: skip
"""Titles that name who somebody is at: no part of a house's own name where a full name follows."""
_FULL_NAME = (2, 3)
"""Words of a full name."""
_LONG = 5
"""Letters from which a title is written out and takes no full stop."""
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
    return [one for one in found if not _is_title(one.name) or one.name in surnames]


def _is_title(name: str) -> bool:
    """Say whether this is a title and no more: “President”, “Norwegian Ambassador”."""
    words = name.split()
    while len(words) > 1 and _plain(words[0]) in _before_titles():
        words.pop(0)
    return " ".join(map(_plain, words)) in _table()["titles"]


def opening_names(text: str, sentence_starts: Iterable[int], known: frozenset[str]) -> list[Naming]:
    """Return the words that open a sentence and are ``known`` as names from elsewhere; ``names`` cannot tell them."""
    found: list[Naming] = []
    for start in sentence_starts:
        word = _OPENING_WORD.match(text, start)
        name = _POSSESSIVE.sub("", word[0]) if word else ""
        if name in known and _plain(name) not in _table()["no_names"]:
            found.append(Naming(Span(start, start + len(name)), name))
    return found


def told_apart(one: Naming, known: frozenset[str]) -> tuple[Naming, ...]:
    """Return two namings for one that runs on from a known name to a known full one: “to Ruritania Ann Poe”."""
    words = one.name.split(" ")
    for nth in range(1, len(words) - 1):
        before, behind = " ".join(words[:nth]), " ".join(words[nth:])
        if before in known and behind in known and words[nth].lower() not in SMALL:
            at = one.span.end - len(behind)
            return Naming(Span(one.span.start, at - 1), before, one.title), Naming(Span(at, one.span.end), behind)
    return (one,)


def _parts(text: str, run: Span) -> Iterator[Span]:
    """Yield the names in a run of capitals: “Iran’s Supreme Leader” names two, and so does “Ann and Bob”."""
    at = run.start
    cuts = [(cut.start(), cut.end()) for cut in _INNER.finditer(text, run.start, run.end)]
    cuts += [(cut.start(), cut.end()) for cut in _LONE_THE.finditer(text, run.start, run.end)]
    cuts += [
        (cut.start("stop"), cut.end())
        for cut in _NEW_SENTENCE.finditer(text, run.start, run.end)
        if cut["word"].lower() in stop_words()
    ]
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
    while words and words[-1][1].lower() in SMALL:
        words.pop()
    while words and (_plain(words[0][1]) in _OPENERS or words[0][1] in SMALL or _DESCRIBING.fullmatch(words[0][1])):
        words.pop(0)
    first, titles = _titles([word for _, word in words])
    if not titles and len(words) > 1 and _plain(words[0][1]) == "former":
        words.pop(0)  # “Former U.S. officials”
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
    while first < len(words) and _plain(words[first]) in _before_titles():
        first += 1
    titles = first
    for length in (3, 2, 1, 2, 1):
        phrase = " ".join(_plain(word) for word in words[titles : titles + length])
        if phrase in table["titles"] and len(words) > titles + length and words[titles + length].lower() not in SMALL:
            titles += length
    return (0, titles if titles > first else _office(words))


def _office(words: Sequence[str]) -> int:
    """Return where a title ends that begins with whose it is: "Water Office President" before a full name; else 0."""
    if any(word.lower() in SMALL for word in words):
        return 0
    behind = (len(words) - n for n in _FULL_NAME if len(words) - n > 1)
    return next((end for end in behind if _plain(words[end - 1]) in _OFFICES), 0)


def _no_name(text: str, span: Span, word: str) -> bool:
    """Say whether a lone word with a capital names nothing: an adjective, a title before its full stop, a party."""
    plain = _plain(word)
    table = _table()
    if plain in table["no_names"] or _PARTY.fullmatch(word) or not word.strip("-’'"):
        return True
    if plain in table["titles"] and text.startswith(".", span.end) and len(word) < _LONG:
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


@cache
def _table() -> dict[str, frozenset[str]]:
    data = json.loads(resource("text", "names-en.json").read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in data.items() if key != "about"}


@cache
def _before_titles() -> frozenset[str]:
    """Return what says before a title whose it is: "Israeli", "U.S.", "Florida"."""
    table = _table()
    return table["demonyms"] | table["before_titles"] | table["places"]


def places() -> frozenset[str]:
    """Return well-known names of places, in small letters."""
    return _table()["places"]


def pronouns() -> frozenset[str]:
    """Return the English pronouns that can be the subject of a verb of saying."""
    return _table()["pronouns"]
