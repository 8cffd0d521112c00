"""Which kind of sentence it is: rules, first match first."""

from __future__ import annotations

from collections.abc import Sequence

from factdesk.model.suggestion import SuggestionKind
from factdesk.model.version import BlockKind
from factdesk.rules.sentences.signs import Sentence

_MOSTLY_QUOTED = 0.5
_PARTLY_QUOTED = 0.3
_OPINION = 1.7
_OPINIONATED = 0.25
"""How likely an opinion must be; chosen by cross-validation over articles."""
_WILL = frozenset(("will", "won't", "he'll", "she'll", "it'll", "they'll", "that'll"))
_QUESTION_MARKS = ("?", "？", "؟", ";")
_CLOSERS = "\"'”’»)]"
_SHORT = 8
"""Words below which a sentence without a name is an aside more often than a claim."""
_LABEL = 40
"""Characters within which a label may end."""

SOURCED = ("named-source", "unnamed-source", "attributed")
FIGURES = ("number", "money", "share")


def kind_of(text: str, sentence: Sentence, opinion: float | None = None) -> SuggestionKind:
    """Return the kind proposed for a sentence of the article proper.

    Where two would do, the one that gets the sentence checked is taken: opinion and prediction are
    proposed only where no source or quotation speaks for a claim.

    Args:
        opinion: how likely it is one, as its article is written (``opinions.opinionated``); None where only the
            sentence itself is known, which tells much less.
    """
    if sentence.block in (BlockKind.TITLE, BlockKind.HEADING):
        return SuggestionKind.HEADING
    quoted = sentence.share_of("quote")
    if quoted < _MOSTLY_QUOTED and asks(text, sentence):
        return SuggestionKind.QUESTION
    if quoted >= _MOSTLY_QUOTED or (sentence.has("quote") and quoted >= _PARTLY_QUOTED and sentence.has(*SOURCED)):
        return SuggestionKind.QUOTE
    if sentence.has(*SOURCED):
        return SuggestionKind.ATTRIBUTED
    if quoted >= _PARTLY_QUOTED:
        return SuggestionKind.CLAIM
    return _alone(text, sentence) if opinion is None else _in_its_article(text, sentence, opinion)


def _alone(text: str, sentence: Sentence) -> SuggestionKind:
    if sentence.has("outlook"):
        return SuggestionKind.PREDICTION
    return SuggestionKind.OPINION if _judgement(text, sentence) >= _OPINION else SuggestionKind.CLAIM


def _in_its_article(text: str, sentence: Sentence, opinion: float) -> SuggestionKind:
    """Return the kind by how likely it is an opinion; what one who judges foretells without a figure is a prediction.

    A report tells plans and schedules with the same words, and those can be checked; so can what is given as a cause.
    """
    leans = opinion >= _OPINIONATED / 2
    if leans and _foretells(sentence.words) and not sentence.has(*FIGURES, "date"):
        return SuggestionKind.PREDICTION
    if sentence.has("outlook") and (leans or "expect" in sentence.words):
        return SuggestionKind.PREDICTION
    judges = opinion >= _OPINIONATED and not sentence.has("cause")
    if judges or ((leans or _advises(text, sentence)) and _judgement(text, sentence) >= _OPINION):
        return SuggestionKind.OPINION
    return SuggestionKind.CLAIM


def _foretells(words: Sequence[str]) -> bool:
    """Say whether it tells what somebody else will do, or is likely to."""
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        if word in _WILL and before not in ("i", "we"):
            return True
        if word == "likely" and after in ("to", "coming"):
            return True
    return False


def asks(text: str, sentence: Sentence) -> bool:
    """Say whether the sentence ends with a question mark, of any script."""
    return text[slice(*sentence.span)].rstrip(_CLOSERS).endswith(_QUESTION_MARKS)


def _judgement(text: str, sentence: Sentence) -> float:
    """Weigh words of judgement and the speaker's own voice against what can be checked."""
    advises = _advises(text, sentence)
    if not advises and not sentence.has("opinion-words", "self"):
        return 0.0  # “your sleep may be affected” speaks to the reader and judges nothing
    found = len(sentence.of("opinion-words")) + 2.0 * advises
    found += 0.7 * sentence.has("self", "reader")
    found += 0.7 * (not sentence.has("name"))
    found += 0.5 * (len(text[slice(*sentence.span)].split()) < _SHORT)
    found += 0.4 * sentence.has("hedge")
    found -= 1.0 * sentence.has(*FIGURES)
    found -= 0.7 * sentence.has("date")
    found -= 0.7 * sentence.has("accusation", "harm")
    found -= 0.7 * sentence.has("cause", "trend")
    return found


def _advises(text: str, sentence: Sentence) -> bool:
    """Say whether it begins like advice, after a label or a list mark where there is one: “Tip: Keep an eye on …”."""
    words = text[slice(*sentence.span)]
    label = words.find(": ", 0, _LABEL) + 1
    begin = sentence.span.start + label + len(words[label:]) - len(words[label:].lstrip(' •‣◦-–—*“"'))
    return any(span.start == begin for span in sentence.of("advice"))
