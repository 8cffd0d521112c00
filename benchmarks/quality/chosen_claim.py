"""Which sentence a fact-checker took, on the docclaim texts: is it among the first three?

Each claim is aligned anew with the sentence that shares most words with it, where the data's own alignment says there
is one. Half of the claims come from one speech, so every text is also counted once. Measured only; nothing is learned.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from benchmarks.data import rows
from benchmarks.quality.measures import interval, ranked
from benchmarks.results import CARD, OURS, RERUN, Result
from factdesk.readers.formats import read_text
from factdesk.rules.suggest import suggest
from factdesk.rules.vocabulary import stems
from factdesk.text.lexicon import tokens

_TEXTS = "docclaim_news_averitec_dce_dev.jsonl"
_ALIGNED = "docclaim_news_averitec_dce_dev_alignment.json"
_CARD = {"order in the text": (0.475, 0.324), "rules": (0.075, 0.091), "tuned mix": (0.50, 0.31)}
"""Method → hit@3 and MRR on the data's own 40 sentences, as its card gives them."""
_BARS = (0.50, 0.36)


@dataclass(frozen=True, slots=True)
class Chosen:
    """One claim: its text, and the place the chosen sentence takes in our order and in the text's, from 1."""

    text: str
    ours: int
    in_order: int


def measure(data: Path) -> list[Result]:
    """Measure hit@3 and the mean reciprocal rank over claims and over texts."""
    chosen = _chosen(data)
    if not chosen:
        return [Result("chosen claim", None, "hit@3", note=f"no {_TEXTS} in {data}")]
    texts = [[one for one in chosen if one.text == text] for text in dict.fromkeys(one.text for one in chosen)]
    found: list[Result] = []
    for nth, unit in enumerate(("hit@3", "MRR")):
        ours = [_worth(unit, one.ours) for one in chosen]
        order = [_worth(unit, one.in_order) for one in chosen]
        low, high = interval(ours)
        note = f"{len(chosen)} claims, 95% {low:.3f}–{high:.3f}; measured only"
        found.append(Result("chosen claim", fmean(ours), unit, fmean(order), _BARS[nth], note, OURS))
        found.append(Result("chosen claim: order in the text", fmean(order), unit, by=RERUN))
        found += [Result(f"chosen claim: {name}", value[nth], unit, by=CARD) for name, value in _CARD.items()]
        means = [fmean(_worth(unit, one.ours) for one in text) for text in texts]
        before = fmean(fmean(_worth(unit, one.in_order) for one in text) for text in texts)
        low, high = interval(means)
        note = f"{len(texts)} texts, 95% {low:.3f}–{high:.3f}; measured only"
        found.append(Result("chosen claim, each text once", fmean(means), unit, before, None, note, OURS))
    return found


def _worth(unit: str, place: int) -> float:
    return float(place <= 3) if unit == "hit@3" else 1 / place


def _chosen(data: Path) -> list[Chosen]:
    if not (data / _ALIGNED).is_file():
        return []
    words = {row["id"]: row["text"] for row in rows(data / _TEXTS)}
    aligned = json.loads((data / _ALIGNED).read_text(encoding="utf-8"))
    return [_placed(words[row["id"]], row["claim"]) for row in aligned if row["gold"] and row["id"] in words]


def _placed(text: str, claim: str) -> Chosen:
    draft = read_text(text)
    proposals = suggest(draft.text, draft.blocks, draft.furniture)
    wanted = _stems(claim)
    alike = [_likeness(_stems(text[slice(*proposal.span)]), wanted) for proposal in proposals]
    nth = alike.index(max(alike))
    return Chosen(text, ranked([proposal.score for proposal in proposals]).index(nth) + 1, nth + 1)


def _stems(text: str) -> frozenset[str]:
    return stems(word for word, _, _ in tokens(text))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the F1 of the stems that both have."""
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)
