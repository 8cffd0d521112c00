"""The newsgold articles by the sentences people labelled, not those the program finds: as the data's card has them.

Order in the text then has the card's figures to the third decimal, so the card was measured on these sentences.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from benchmarks.learning.ranking import Lesson, gain
from benchmarks.newsgold import GoldArticle, gold_articles, most_overlapping
from factdesk.model.version import Block, BlockKind
from factdesk.rules.sentences.signs import Sentence, as_one, sentences_of
from factdesk.rules.suggestions.features import features


def as_labelled(data: Path) -> list[Lesson]:
    """Return one lesson for each article, its sentences those that were labelled; furniture is not set aside."""
    found: list[Lesson] = []
    for article in gold_articles(data):
        own = _sentences(article)
        weighed = list(features(article.draft.text, own, wording=True))
        gains = [gain(line.priority) for line in article.lines]
        found.append(Lesson(article, weighed, [one.words for one in own], gains, list(range(len(own)))))
    return found


def _sentences(article: GoldArticle) -> list[Sentence]:
    """Return the labelled sentences with their signs, each in the block of the draft that holds it."""
    draft = article.draft
    spans = [block.span for block in draft.blocks]
    found: list[Sentence] = []
    before, nth = None, 0
    for line in article.lines:
        at = most_overlapping(spans, line.span)
        nth = nth + 1 if at is not None and at == before else 0
        before = at
        kind = draft.blocks[at].kind if at is not None else BlockKind.PARAGRAPH
        parts = sentences_of(draft.text, Block(kind, line.span), wording=True)
        found.append(replace(as_one(parts), span=line.span, nth=nth))
    return found
