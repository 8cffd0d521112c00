"""First suggestions: what each sentence of an article is proposed to be, how much it deserves checking, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factdesk.model.draft import Furniture, ProposedSuggestion
from factdesk.model.suggestion import Reason, SuggestionKind
from factdesk.model.version import Block, BlockKind
from factdesk.rules.article import Progress, read_article
from factdesk.rules.features import features
from factdesk.rules.kinds import asks, kind_of
from factdesk.rules.ranking import scores, shipped
from factdesk.rules.reasons import REASONS
from factdesk.rules.signs import Sentence
from factdesk.rules.vocabulary import content_words, stem
from factdesk.text.language import looks_english
from factdesk.text.spans import Span

METHOD = "rules-1"

_NOT_CHECKED_FIRST = {
    SuggestionKind.PREDICTION: 0.6,
    SuggestionKind.OPINION: 0.6,
    SuggestionKind.QUESTION: 0.3,
}
"""By how much a kind that asserts nothing checkable lowers the score."""
_OPENING = 3
"""Sentences of the body that are said to stand at the opening."""

def wording_rules_apply(language: str, text: str) -> bool:
    """Say whether the rules on English words are used for ``text``.

    Args:
        language: BCP 47 tag as the article states it ("en-GB"); empty where it is not known, and
            then the words themselves decide.
    """
    return language.lower().split("-")[0] == "en" if language else looks_english(text)


def suggest(
    text: str,
    blocks: tuple[Block, ...],
    furniture: tuple[Furniture, ...] = (),
    *,
    language: str = "",
    on_progress: Progress | None = None,
) -> tuple[ProposedSuggestion, ...]:
    """Propose a kind and a check-worthiness for each sentence of ``text``, in reading order.

    A title or a heading is one sentence; a sentence never leaves its block. What ``furniture``
    mostly covers is proposed as furniture, with score 0. In a language other than English only
    figures, quotations, shape and place speak (``wording_rules_apply``).

    Args:
        on_progress: called with (done, total) after each block; what it raises ends the work.
    """
    wording = wording_rules_apply(language, text)
    article = read_article(text, blocks, furniture, wording=wording, on_progress=on_progress)
    proposed = {item.span: item for item in _proposals(text, article.proper)}
    return tuple(proposed.get(sentence.span) or _furniture(sentence.span) for sentence in article.sentences)


def _furniture(span: Span) -> ProposedSuggestion:
    return ProposedSuggestion(span, SuggestionKind.FURNITURE, 0.0, (Reason("boilerplate", span),))


def _proposals(text: str, article: Sequence[Sentence]) -> Iterator[ProposedSuggestion]:
    headline = frozenset(
        stem(token.word)
        for sentence in article
        if sentence.block is BlockKind.TITLE
        for token in content_words(text[slice(*sentence.span)])
    )
    body = [s.span for s in article if s.block not in (BlockKind.TITLE, BlockKind.HEADING)]
    opening = frozenset(body[:_OPENING])
    for sentence, score in zip(article, scores(features(text, article), shipped()), strict=True):
        kind = kind_of(text, sentence)
        found = [Reason(code, span) for code, span in sentence.signs if code in REASONS]
        found += _reasons_of_kind(text, sentence, kind)
        if sentence.block is not BlockKind.TITLE:
            found += _in_headline(text, sentence, headline)
        if sentence.span in opening:
            found.append(Reason("opening", sentence.span))
        found.sort(key=lambda reason: (reason.span, reason.code))
        lowered = score * _NOT_CHECKED_FIRST.get(kind, 1.0)
        yield ProposedSuggestion(sentence.span, kind, round(lowered, 4), tuple(dict.fromkeys(found)))


def _reasons_of_kind(text: str, sentence: Sentence, kind: SuggestionKind) -> Iterator[Reason]:
    """Yield what made it this kind, where that is not a sign in its words."""
    if sentence.block is BlockKind.TITLE:
        yield Reason("title", sentence.span)
    elif kind is SuggestionKind.HEADING:
        yield Reason("heading", sentence.span)
    if asks(text, sentence):
        yield Reason("question", Span(sentence.span.end - 1, sentence.span.end))
    for span in sentence.of("outlook"):
        yield Reason("prediction", span)


def _in_headline(text: str, sentence: Sentence, headline: frozenset[str]) -> Iterator[Reason]:
    """Yield the words that the sentence shares with the headline, where there are at least two."""
    start, end = sentence.span
    shared = [token for token in content_words(text[start:end]) if stem(token.word) in headline]
    if len({stem(token.word) for token in shared}) > 1:
        for token in shared:
            yield Reason("in-headline", Span(start + token.start, start + token.end))
