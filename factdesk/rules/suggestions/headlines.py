"""What a title states: one that only names its topic is a label, one that claims something is to be checked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache

from factdesk.assets import resource
from factdesk.rules.sentences.kinds import asks
from factdesk.rules.sentences.signs import Sentence

_LEAST = 4
"""Words of a title that can state something."""
_RESULT = re.compile(r"(?<![\d–—-])\d{1,3}\s?[–—-]\s?\d{1,3}(?![\d–—-])")
_NAMED = re.compile(r"\b[^\W\d_a-z]\w+")
_LEAST_NAMED = 2
_NO_OBJECT = frozenset(("of", "in", "on", "for", "and", "as", "from", "is", "with"))
"""Before these a word without an ending is a noun: “sales report of …”."""
_ASKING = frozenset(("how", "why", "what", "who", "where", "when", "which", "whether"))


def states(text: str, title: Sentence) -> bool:
    """Say whether an English title states something: it has a verb, or a future in “to”, and asks nothing.

    Titles leave out the auxiliaries (“Man arrested”, “Ministry to close port”), so verbs are known by a list of them
    and by their endings. A first word is none: “Reports from the coast” names a topic, and so does “How to …”.
    """
    words = title.words
    if len(words) < _LEAST or words[0] in _ASKING or asks(text, title):
        return False
    forms, bare = _forms()
    told = any(word in forms or word.endswith("n't") for word in words[1:])
    return told or any(verb in bare and _leads_to(before, after) for before, verb, after in _threes(words))


def tells_result(words: str) -> bool:
    """Say whether a line tells how something ended between two that have names: “Ashby 2 – 1 Selwick”."""
    found = _RESULT.search(words)
    return found is not None and len(_NAMED.findall(words)) >= _LEAST_NAMED


def _leads_to(before: str, after: str) -> bool:
    """Say whether a verb without an ending is one between these words: “to close port”, “hackers attack church”."""
    return before == "to" or (before.endswith("s") and not before.endswith("'s") and after not in _NO_OBJECT)


def _threes(words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield each word but the first with the one before and the one behind it."""
    return zip(words, words[1:], (*words[2:], "of"), strict=False)


@cache
def _forms() -> tuple[frozenset[str], frozenset[str]]:
    """Return the forms that tell, and the verbs that may follow “to”."""
    data = json.loads(resource("text", "headlines-en.json").read_text(encoding="utf-8"))
    bare = frozenset(data["verbs"])
    regular = (form for verb in bare for form in (_third(verb), _past(verb)))
    return frozenset((*data["irregular"], *data["plain"], *regular)), bare


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def _past(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"
