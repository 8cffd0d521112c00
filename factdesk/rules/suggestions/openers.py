"""Who speaks in the first word of a sentence: its capital makes no name, but one elsewhere in the article does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from factdesk.rules.sentences.signs import WORD_BEFORE, Sentence
from factdesk.text.lexicon import stop_words
from factdesk.text.spans import Span

_WORD = re.compile(r"[^\W\d_][\w'-]*")


class Openers:
    """The first words of the sentences of one article."""

    def __init__(self, text: str, article: Sequence[Sentence]) -> None:
        self._text, self._article = text, article

    def source(self, sentence: Sentence, verb: Span) -> Span | None:
        """Return the stretch from name to ``verb`` of saying, where the name is all that stands before it.

        “Doe said” has a named source where the article names Ann Doe; “Winter said” has none where it never does.
        """
        first = WORD_BEFORE.fullmatch(self._text, sentence.span.start, verb.start)
        return Span(first.start(1), verb.end) if first and first[1] in self._names else None

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words of the article's names."""
        named = (self._text[slice(*span)] for sentence in self._article for span in sentence.of("name"))
        words = (word for name in named for word in _WORD.findall(name))
        return frozenset(word for word in words if word[0].isupper() and word.lower() not in stop_words())
