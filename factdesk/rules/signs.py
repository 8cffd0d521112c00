"""The sentences of a block, each with everything the text rules found in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from factdesk.model.version import Block, BlockKind
from factdesk.text.figures import figures
from factdesk.text.lexicon import Sign, english, tokens
from factdesk.text.names import names
from factdesk.text.quotations import quotations
from factdesk.text.sentences import sentences
from factdesk.text.spans import Span

_SAME = {"number-words": "number", "money-words": "money", "share-words": "share", "date-words": "date"}
_REACH = 60
"""Characters between a verb of saying and the one who says it."""
_NEXT = 3
"""Characters between a verb of saying and a name right after it: “, said Ann”."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, title or heading, where it stands and what was found in it.

    Attributes:
        block: kind of the block it stands in.
        nth: its place in that block, from 0.
        signs: what was found, inside the sentence; beside the codes of reasons there are "name",
            "saying", "outlook", "self" and "reader".
    """

    span: Span
    block: BlockKind
    nth: int
    signs: tuple[Sign, ...] = ()

    def has(self, *codes: str) -> bool:
        return any(sign.code in codes for sign in self.signs)

    def of(self, *codes: str) -> list[Span]:
        return [sign.span for sign in self.signs if sign.code in codes]

    def share_of(self, code: str) -> float:
        """Return how much of the sentence these signs take up, 0 … 1."""
        length = self.span.end - self.span.start
        return min(1.0, sum(end - start for start, end in self.of(code)) / length)


def sentences_of(text: str, block: Block, *, wording: bool) -> list[Sentence]:
    """Return the sentences of ``block`` with their signs, in code points of ``text``.

    A title or a heading is one, whatever it holds. ``wording`` adds the signs that only English
    words give.
    """
    words = text[slice(*block.span)]
    whole = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
    spans = [Span(0, len(words))] if whole else sentences(words)
    bare = [Sentence(span, block.kind, nth) for nth, span in enumerate(spans)]
    complete = (_attributed(words, sentence) for sentence in _shared_out(bare, _signs(words, spans, wording=wording)))
    return [_moved(sentence, block.span.start) for sentence in complete]


def _signs(words: str, spans: Iterable[Span], *, wording: bool) -> list[Sign]:
    found = [*figures(words), *(Sign("quote", span) for span in quotations(words))]
    if wording:
        found += [Sign(_SAME.get(code, code), span) for code, span in english().find(words, tokens(words))]
        found += [Sign("name", span) for span in names(words, frozenset(span.start for span in spans))]
    return sorted(found, key=lambda sign: sign.span)


def _shared_out(bare: list[Sentence], found: list[Sign]) -> list[Sentence]:
    """Give each sentence its part of the signs; a long quotation is shared by several."""
    ends = [sentence.span.end for sentence in bare]
    parts: list[list[Sign]] = [[] for _ in bare]
    for code, (start, end) in found:
        nth = bisect_left(ends, start + 1)
        while nth < len(bare) and bare[nth].span.start < end:
            span = bare[nth].span
            parts[nth].append(Sign(code, Span(max(start, span.start), min(end, span.end))))
            nth += 1
    return [replace(sentence, signs=tuple(signs)) for sentence, signs in zip(bare, parts, strict=True)]


def _attributed(words: str, sentence: Sentence) -> Sentence:
    """Add who is said to have said it: a named source, an unnamed one, or merely that somebody did."""
    sources = dict.fromkeys(_source(words, sentence, verb) for verb in sentence.of("saying"))
    kept = [sign for sign in sentence.signs if sign.code != "unnamed-source"]
    return replace(sentence, signs=tuple(sorted([*kept, *sources], key=lambda sign: sign.span)))


def _source(words: str, sentence: Sentence, verb: Span) -> Sign:
    """Return the sign for one verb of saying, its span taking in the source where that stands near."""
    follows = words[slice(*verb)].lower().endswith(" to")  # "according to"
    for code, sources in (("unnamed-source", sentence.of("unnamed-source")), ("named-source", sentence.of("name"))):
        for source in sources:
            if source.overlaps(verb) or 0 <= source.start - verb.end <= (_REACH if follows else _NEXT):
                return Sign(code, Span(min(verb.start, source.start), max(verb.end, source.end)))
            if not follows and 0 <= verb.start - source.end <= _REACH:
                return Sign(code, Span(source.start, verb.end))
    return Sign("attributed", verb)


def _moved(sentence: Sentence, by: int) -> Sentence:
    signs = tuple(Sign(code, Span(start + by, end + by)) for code, (start, end) in sentence.signs)
    return Sentence(Span(sentence.span.start + by, sentence.span.end + by), sentence.block, sentence.nth, signs)
