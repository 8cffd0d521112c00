"""First suggestions: what each sentence of an article is proposed to be, how much it deserves checking, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Protocol

from factdesk.model.draft import Furniture, ProposedSuggestion
from factdesk.model.suggestion import STATES, Reason, SuggestionKind
from factdesk.model.version import Block, BlockKind
from factdesk.rules.sentences.article import Progress, read_article
from factdesk.rules.sentences.kinds import asks, kind_of
from factdesk.rules.sentences.signs import Sentence, as_one, sentences_of
from factdesk.rules.sentences.vocabulary import stem, stems
from factdesk.rules.suggestions.debates import reads_as_transcript, spoken_worth
from factdesk.rules.suggestions.features import features, headline_stems
from factdesk.rules.suggestions.headlines import states, tells_result
from factdesk.rules.suggestions.openers import Openers
from factdesk.rules.suggestions.opinions import opinionated
from factdesk.rules.suggestions.ranking import score, shipped
from factdesk.rules.suggestions.reasons import REASONS
from factdesk.text.beats import Beat
from factdesk.text.english import looks_english
from factdesk.text.languages import guess_language
from factdesk.text.lexicon import tokens
from factdesk.text.spans import Span

METHOD, SPOKEN_METHOD = "rules-2", "debates-1"
"""How an article is ranked, and how a transcript is: kept with each suggestion."""

_READING = 60
"""Of a hundred parts of the work: splitting and finding signs; the rest is weighing."""
_LASTING = 200
"""So many signs of life at one percentage are one call: often enough to be stopped at once."""
_OPENING = 3
"""Sentences of the body that are said to stand at the opening."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a text besides its words.

    Attributes:
        language: BCP 47 tag; empty where it is not known.
        spoken: whether a person calls it a transcript; None where nobody was asked.
    """

    language: str = ""
    spoken: bool | None = None


def wording_rules_apply(language: str, text: str) -> bool:
    """Say whether the rules on English words are used for ``text``.

    Args:
        language: BCP 47 tag as the article states it ("en-GB"); empty where it is not known, and
            then the words themselves decide.
    """
    tag = language or guess_language(text)
    return tag.lower().split("-")[0] == "en" if tag else looks_english(text)


def method_for(text: str, blocks: Sequence[Block], language: str = "", spoken: bool | None = None) -> str:
    """Return how ``text`` is ranked: as an article, or as a transcript where it is English and made of turns.

    Args:
        spoken: whether a person calls it a transcript; None where nobody was asked.
    """
    spoken = reads_as_transcript(text, blocks) if spoken is None else spoken
    spoken = spoken and wording_rules_apply(language, text)
    return SPOKEN_METHOD if spoken else METHOD


def suggest_lines(text: str, *, language: str = "") -> tuple[ProposedSuggestion, ...]:
    """Propose the same for each line of ``text`` that is not blank, as if it were one sentence that stands alone.

    Nothing stands around it, so it is weighed by its words, as a spoken sentence is.
    """
    wording = wording_rules_apply(language, text)
    found: list[ProposedSuggestion] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        start = at + line.find(words)
        at += len(line)
        if words and not _tells(words):
            found.append(_furniture(Span(start, start + len(words))))
        elif words:
            block = Block(span=Span(start, start + len(words)), kind=BlockKind.PARAGRAPH)
            found.append(_line(text, as_one(sentences_of(text, block, wording=wording))))
    return tuple(found)


def _line(text: str, sentence: Sentence) -> ProposedSuggestion:
    kind = kind_of(text, sentence)
    return _proposal(sentence, kind, spoken_worth(sentence), _reasons(text, sentence, kind, Openers(text, (sentence,))))


def suggest(
    text: str,
    blocks: tuple[Block, ...],
    furniture: tuple[Furniture, ...] = (),
    *,
    language: str = "",
) -> tuple[ProposedSuggestion, ...]:
    """Propose a kind and a check-worthiness for each sentence of ``text``, in reading order.

    Signs without a letter or digit ("* * *", an emoji) are none. A title or a heading is one sentence; a
    sentence never leaves its block. What ``furniture`` mostly covers is proposed as furniture, with score 0.
    In a language other than English only figures, quotations, shape and place speak (``wording_rules_apply``).
    A transcript is weighed by its words alone (``method_for``).
    """
    return suggest_told(text, blocks, furniture, Told(language))


def suggest_told(
    text: str,
    blocks: tuple[Block, ...],
    furniture: tuple[Furniture, ...],
    told: Told,
    on_progress: Progress | None = None,
) -> tuple[ProposedSuggestion, ...]:
    """Propose as ``suggest`` does, for a text of which a person told more than its language.

    Args:
        on_progress: called with (1, 100) to (100, 100), some more than once, as the work goes on; what it raises ends
            the work.
    """
    tell = _in_percent(on_progress)
    wording = wording_rules_apply(told.language, text)
    article = read_article(
        text, blocks, furniture, wording=wording, on_progress=lambda done, total: tell(_READING * done // total)
    )
    own = article.proper
    spoken = method_for(text, blocks, told.language, told.spoken) == SPOKEN_METHOD
    proposed: dict[Span, ProposedSuggestion] = {}
    proposals = _proposals(text, own, wording=wording, spoken=spoken, beat=lambda: tell(_READING, lasts=True))
    for nth, item in enumerate(proposals, start=1):
        proposed[item.span] = item
        tell(_READING + (100 - _READING) * nth // len(own))
    telling = (sentence.span for sentence in article.sentences if _tells(text[slice(*sentence.span)]))
    return tuple(proposed.get(span) or _furniture(span) for span in telling)


def _tells(words: str) -> bool:
    """Say whether there is a letter or digit, of any script."""
    return any(map(str.isalnum, words))


class _Tell(Protocol):
    def __call__(self, percent: int, *, lasts: bool = False) -> None:
        """Tell of a percentage; one that ``lasts`` is told again."""


def _in_percent(on_progress: Progress | None) -> _Tell:
    """Return what tells ``on_progress`` of each new percentage, and now and then of one that lasts."""
    told = calls = 0

    def tell(percent: int, *, lasts: bool = False) -> None:
        nonlocal told, calls
        calls += 1
        if on_progress is not None and percent and (percent > told or lasts or calls >= _LASTING):
            told, calls = percent, 0
            on_progress(percent, 100)

    return tell


def _furniture(span: Span) -> ProposedSuggestion:
    return ProposedSuggestion(span, SuggestionKind.FURNITURE, 0.0, (Reason("boilerplate", span),))


def _proposals(
    text: str, article: Sequence[Sentence], *, wording: bool, spoken: bool, beat: Beat
) -> Iterator[ProposedSuggestion]:
    headline = headline_stems(article)
    body = [s.span for s in article if s.block not in (BlockKind.TITLE, BlockKind.HEADING)]
    opening = frozenset(body[:_OPENING])
    told = wording and not spoken
    opinions = opinionated(text, article, beat=beat) if told else repeat(None, len(article))
    weighed = features(text, article, wording=wording, beat=beat)
    openers = Openers(text, article)
    for sentence, its_features, opinion in zip(article, weighed, opinions, strict=True):
        kind = kind_of(text, sentence, opinion)
        found = _reasons(text, sentence, kind, openers)
        if kind is SuggestionKind.HEADING and _is_stated(text, sentence, wording=wording):
            found.append(Reason(STATES, sentence.span))
        if not spoken and sentence.block is not BlockKind.TITLE:
            found += _in_headline(text, sentence, headline)
        if not spoken and sentence.span in opening:
            found.append(Reason("opening", sentence.span))
        yield _proposal(sentence, kind, spoken_worth(sentence) if spoken else score(its_features, shipped()), found)


def _is_stated(text: str, heading: Sentence, *, wording: bool) -> bool:
    """Say whether a title states something, or any heading gives a result, so that it is to be checked, too."""
    if tells_result(text[slice(*heading.span)]):
        return True
    return wording and heading.block is BlockKind.TITLE and states(text, heading)


def _proposal(sentence: Sentence, kind: SuggestionKind, worth: float, found: list[Reason]) -> ProposedSuggestion:
    by_place = {(reason.span, reason.code): reason for reason in found}
    return ProposedSuggestion(sentence.span, kind, round(worth, 4), tuple([by_place[key] for key in sorted(by_place)]))


def _reasons(text: str, sentence: Sentence, kind: SuggestionKind, openers: Openers) -> list[Reason]:
    """Return what speaks in the sentence itself."""
    found: list[Reason] = []
    for code, span in sentence.signs:
        source = openers.source(sentence, span) if code == "attributed" else None
        if source is not None:
            found.append(Reason("named-source", source))
        elif code in REASONS:
            found.append(Reason(code, span))
    return [*found, *_reasons_of_kind(text, sentence, kind)]


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
    if len(headline) < 2 or len(stems(sentence.words) & headline) < 2:
        return
    at = sentence.span.start
    for word, start, end in tokens(text[slice(*sentence.span)]):
        if stem(word) in headline:
            yield Reason("in-headline", Span(at + start, at + end))
