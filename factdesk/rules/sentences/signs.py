"""The sentences of a block, each with everything the text rules found in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from factdesk.model.version import Block, BlockKind
from factdesk.text.lexicon import Sign, Token, english, tokens
from factdesk.text.names import names
from factdesk.text.numbers.figures import figures
from factdesk.text.quotations import quotations
from factdesk.text.sentences import sentences
from factdesk.text.spans import Span

_SAME = {"number-words": "number", "money-words": "money", "share-words": "share", "date-words": "date"}
"""Listed words that mean the same as a figure."""
_REACH = 60
"""Characters between a verb of saying and the one who says it."""
_BEFORE = 20
"""Characters looked at before a word."""
_DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "of", "by")
)
WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)\s$")
"""The word that ends where the white space before a verb begins."""
_NEXT = 3
"""Characters between a verb of saying and a name right after it: “, said Ann”."""

_CLAUSE_ENDED = frozenset(",\"”’»'–—-:")
"""Marks before a verb of saying behind which the one who speaks may stand: “…,” said Ann."""
_SOMEBODY = frozenset(("he", "she", "they", "it", "i", "we", "you"))
"""Before a verb of saying these speak, whoever else has a name in the sentence."""
_MERELY_NAMED = frozenset(("opinion-words", "loose", "trend", "superlative", "comparison", "hedge", "cause"))
"""Signs that a word gives no more where it is part of a name: “Dream Chaser”, “Best Western”."""

_BEFORE_ITS_SUBJECT = frozenset(
    (
        "said", "says", "added", "adds", "wrote", "writes", "explained", "explains", "noted", "notes", "asked",
        "recalled", "warned", "warns", "argued", "argues", "tweeted", "joked", "replied", "testified", "citing",
    )
)  # fmt: skip
"""Verbs that may stand before the one who speaks."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, title or heading, where it stands and what was found in it.

    Attributes:
        block: kind of the block it stands in.
        nth: its place in that block, from 0.
        words: its words, in lower case.
        signs: what was found, inside the sentence; beside the codes of reasons there are "name",
            "saying", "outlook", "self", "reader" and "advice".
    """

    span: Span
    block: BlockKind
    nth: int
    words: tuple[str, ...]
    signs: tuple[Sign, ...] = ()

    def has(self, *codes: str) -> bool:
        return any(code in codes for code, _ in self.signs)

    def of(self, *codes: str) -> list[Span]:
        return [span for code, span in self.signs if code in codes]

    def share_of(self, code: str) -> float:
        """Return how much of the sentence these signs take up, 0 … 1."""
        spans = self.of(code)
        if not spans:
            return 0.0
        length = self.span.end - self.span.start
        return min(1.0, sum([end - start for start, end in spans]) / length)


def sentences_of(text: str, block: Block, *, wording: bool) -> list[Sentence]:
    """Return the sentences of ``block`` with their signs, in code points of ``text``.

    A title or a heading is one, whatever it holds. ``wording`` adds the signs that only English
    words give.
    """
    words = text[slice(*block.span)]
    whole = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
    spans = [Span(0, len(words))] if whole else sentences(words)
    listed = tokens(words)
    signs = _shared_out(spans, _signs(words, spans, listed if wording else []))
    starts = [start for _, start, _ in listed]
    found: list[Sentence] = []
    for nth, span in enumerate(spans):
        own = listed[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        complete = sorted([*signs[nth], *_sources(words, signs[nth])], key=_place)
        found.append(
            Sentence(
                _moved(span, block.span.start),
                block.kind,
                nth,
                tuple([word for word, _, _ in own]),
                tuple([Sign(code, _moved(at, block.span.start)) for code, at in complete if code != "unsaid-source"]),
            )
        )
    return found


def as_one(parts: Sequence[Sentence]) -> Sentence:
    """Return the sentences of one block as a single one.

    Raises:
        ValueError: there are none.
    """
    if not parts:
        raise ValueError("no sentences to take as one")
    return Sentence(
        Span(parts[0].span.start, parts[-1].span.end),
        parts[0].block,
        0,
        tuple(word for part in parts for word in part.words),
        tuple(sign for part in parts for sign in part.signs),
    )


def _signs(words: str, spans: Iterable[Span], listed: list[Token]) -> list[Sign]:
    """Return every sign of a block in order; those that only English words give where ``listed`` holds its words."""
    found = figures(words)
    if listed:
        named = names(words, frozenset(span.start for span in spans))
        found += _outside(named, list(_worded(words, listed, found)))
        found += [Sign("name", span) for span in named]
    found += [Sign("quote", span) for span in quotations(words)]
    return sorted(found, key=_place)


def _worded(words: str, listed: list[Token], figures: list[Sign]) -> Iterator[Sign]:
    """Yield the listed words, but those that a figure takes in ("billion") and nouns for verbs ("his claims")."""
    ends = sorted(span.end for _, span in figures)
    starts = sorted(span.start for _, span in figures)
    for found, span in english().find(words, listed):
        code = _SAME.get(found, found)
        taken = bisect_left(starts, span.end) > bisect_left(ends, span.start + 1)
        if code == "saying" and _before_noun(words, span.start):
            if words[slice(*span)].lower().endswith("ed"):
                yield Sign("hedge", span)  # "the reported plan"
        elif code == found or not taken:
            yield Sign(code, span)


def _outside(named: Sequence[Span], found: Iterable[Sign]) -> Iterator[Sign]:
    """Yield the signs but those of words that are merely part of a longer name."""
    starts = [span.start for span in named]
    for sign in found:
        nth = bisect_right(starts, sign.span.start) - 1 if sign.code in _MERELY_NAMED else -1
        if nth < 0 or named[nth].end < sign.span.end or named[nth] == sign.span:
            yield sign


def _before_noun(words: str, start: int) -> bool:
    """Say whether what stands before makes a noun or adjective of a verb: “the reported plan”, “his claims”."""
    before = words[max(0, start - _BEFORE) : start].lower().split()
    return bool(before) and (before[-1] in _DETERMINERS or before[-1].endswith(("'s", "’s", "s'", "s’")))


_place = itemgetter(1)
"""Of a sign: its span."""


def _shared_out(spans: Sequence[Span], found: Iterable[Sign]) -> list[list[Sign]]:
    """Give each sentence its part of the signs; a long quotation is shared by several."""
    ends = [span.end for span in spans]
    parts: list[list[Sign]] = [[] for _ in spans]
    for sign in found:
        code, (start, end) = sign
        nth = bisect_left(ends, start + 1)
        if nth < len(spans) and spans[nth].start <= start and end <= ends[nth]:
            parts[nth].append(sign)
            continue
        while nth < len(spans) and spans[nth].start < end:
            parts[nth].append(Sign(code, Span(max(start, spans[nth].start), min(end, spans[nth].end))))
            nth += 1
    return parts


def _sources(words: str, signs: Sequence[Sign]) -> dict[Sign, None]:
    """Return who is said to have said it: a named source, an unnamed one, or merely that somebody did."""
    verbs = [span for code, span in signs if code == "saying"]
    if not verbs:
        return {}
    dates = _Near(span for code, span in signs if code == "date")
    told = [
        (_Near(span for found, span in signs if found == code and not dates.touch(span)), said) for code, said in _TOLD
    ]
    return dict.fromkeys(_source(words, told, verb) for verb in verbs)


_TOLD = (("unsaid-source", "unnamed-source"), ("name", "named-source"))
"""What was found → the reason it gives beside a verb of saying; the first goes before the second."""


class _Near:
    """Spans that are looked up by place, so that a sentence of many verbs and many names takes linear time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._ends = list(accumulate((span.end for span in self._spans), max))

    def of(self, verb: Span) -> Sequence[Span]:
        """Return those that are no further from ``verb`` than a source can be, in reading order."""
        first = bisect_left(self._ends, verb.start - _REACH)
        return self._spans[first : bisect_right(self._starts, verb.end + _REACH)]

    def touch(self, other: Span) -> bool:
        """Say whether one of them overlaps ``other``."""
        return any(span.overlaps(other) for span in self.of(other))


def _source(words: str, told: Sequence[tuple[_Near, str]], verb: Span) -> Sign:
    """Return the sign for one verb of saying, its span taking in the source where that stands near."""
    saying = words[slice(*verb)].lower()
    behind = _behind(words, told, verb, _reach(words, saying, verb))
    if behind is not None or saying == "according to":
        return behind or Sign("attributed", verb)
    speaks = WORD_BEFORE.search(words, max(0, verb.start - _BEFORE), verb.start)
    if speaks and speaks[1].lower() in _SOMEBODY:
        return Sign("attributed", verb)
    for near, said in told:
        for source in near.of(verb):
            if source.overlaps(verb) or 0 <= verb.start - source.end <= _REACH:
                return Sign(said, Span(min(verb.start, source.start), max(verb.end, source.end)))
    return Sign("attributed", verb)


def _reach(words: str, saying: str, verb: Span) -> int:
    """Return how far behind a verb of saying its source may begin; -1 where that stands before it."""
    if saying == "according to":
        return _REACH
    before = words[max(0, verb.start - _NEXT) : verb.start].rstrip()
    free = not before or before[-1] in _CLAUSE_ENDED or saying == "citing"
    return _NEXT if saying in _BEFORE_ITS_SUBJECT and free else -1


def _behind(words: str, told: Sequence[tuple[_Near, str]], verb: Span, reach: int) -> Sign | None:
    """Return the source that stands right behind a verb of saying: “according to former Norse officer Ann Doe”."""
    for near, said in told:
        found = [source for source in near.of(verb) if 0 <= source.start - verb.end <= reach]
        if found:
            same = (source.end for source in found if "," not in words[verb.end : source.start])
            return Sign(said, Span(verb.start, max(same, default=found[0].end)))
    return None


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
