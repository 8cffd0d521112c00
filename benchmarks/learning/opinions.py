"""The weights of ``factdesk.rules.suggestions.opinions``: learned from the newsgold labels and from 20 more articles.

``python -m benchmarks.learning.opinions`` writes ``resources/rules/opinions.json`` anew. The 20 articles are pages of
``extraction/`` that are not in newsgold, columns among them, read by us, once and without a second reader, under their
headlines, the first 40 sentences of each; ``quality/readings.json`` has article, spans of the
body, priority and kind, and no text.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.data import BESIDE
from benchmarks.learning.logistic import fit
from benchmarks.learning.shipping import ship
from benchmarks.learning.tellings import Pages
from benchmarks.newsgold import Line, gold_articles, most_overlapping
from factdesk.model.draft import Draft
from factdesk.model.suggestion import SuggestionKind
from factdesk.readers.formats import read_text
from factdesk.rules.sentences.article import read_article
from factdesk.rules.sentences.kinds import kind_of
from factdesk.rules.suggestions.opinions import OpinionFeatures, OpinionWeights, opinion_features
from factdesk.text.spans import Span

READ = Path(__file__).parents[1] / "quality" / "readings.json"
STRENGTH = 10.0
"""Of the penalty; 3, 10 and 30 hardly differ."""
_ASKED = frozenset((SuggestionKind.CLAIM, SuggestionKind.ATTRIBUTED, SuggestionKind.PREDICTION, SuggestionKind.OPINION))
"""Kinds by the other rules of which it is asked whether they are an opinion."""


@dataclass(frozen=True, slots=True)
class Studied:
    """One labelled article.

    Attributes:
        found: features of each sentence that is learned from.
        opinions: whether half of its readers or more call it an opinion.
    """

    found: list[OpinionFeatures]
    opinions: list[bool]


def newsgold(data: Path) -> list[Studied]:
    """Return the newsgold articles, in the order of ``gold_articles``."""
    return [_studied(article.draft, article.lines) for article in gold_articles(data)]


def read_by_one(data: Path) -> list[Studied]:
    """Return the articles that were read for this; none where the pages are absent."""
    return [_studied(draft, lines) for draft, lines in readings(data)]


def readings(data: Path) -> list[tuple[Draft, list[Line]]]:
    """Return the articles that were read for this, each under its headline, and their lines."""
    pages = Pages(data / "extraction")
    bodies = pages.bodies()
    found: list[tuple[Draft, list[Line]]] = []
    for label in json.loads(READ.read_text(encoding="utf-8")) if bodies else []:
        head = pages.headline(label["article"])
        at = len(head) + 2
        lines = [Line(Span(at + start, at + end), (kind,), worth) for start, end, worth, kind in label["sentences"]]
        found.append((read_text(f"{head}\n\n{bodies[label['article']]}"), lines))
    return found


def _studied(draft: Draft, lines: Sequence[Line]) -> Studied:
    own = read_article(draft.text, draft.blocks, draft.furniture, wording=True).proper
    spans = [sentence.span for sentence in own]
    features = list(opinion_features(draft.text, own))
    matched = [(nth, line) for line in lines if (nth := most_overlapping(spans, line.span)) is not None]
    asked = [(nth, line) for nth, line in matched if kind_of(draft.text, own[nth]) in _ASKED]
    opinions = [2 * line.kinds.count("opinion") >= len(line.kinds) for _, line in asked]
    return Studied([features[nth] for nth, _ in asked], opinions)


def learned(studied: Sequence[Studied]) -> OpinionWeights:
    """Return the weights learned from these articles."""
    names = sorted({name for one in studied for own in one.found for name in own})
    rows = [[own.get(name, 0.0) for name in names] for one in studied for own in one.found]
    weights, bias = fit(rows, [label for one in studied for label in one.opinions], STRENGTH)
    return OpinionWeights(dict(zip(names, weights, strict=True)), bias)


def main() -> None:
    """Write the weights that ship."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learning.opinions", description=__doc__)
    parser.add_argument("--data", type=Path, default=BESIDE, help="folder of the labelled data")
    data = parser.parse_args().data
    gold, more = newsgold(data), read_by_one(data)
    if not gold or not more:
        parser.error("the newsgold files or the saved pages are not there; nothing was written")
    weights = learned([*gold, *more])
    count = sum(len(one.opinions) for one in [*gold, *more])
    card = {
        "about": "How much a sentence reads like an opinion. Made by python -m benchmarks.learning.opinions.",
        "learned_from": f"kinds of {count} labelled sentences in {len(gold) + len(more)} news articles; weights of "
        "features only, no words of the texts",
        "bias": round(weights.bias, 4),
        "features": {name: round(value, 4) for name, value in weights.features.items()},
    }
    ship("opinions.json", card, 2)


if __name__ == "__main__":
    main()
