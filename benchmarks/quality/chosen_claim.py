"""Which sentence a fact-checker took, on the docclaim texts: is it among the first three?

The data's own alignment is kept: its sentences are found again (``_sentences`` gives its count for each text), and the
claims it could align in texts of more than four sentences are the 40 of its card, on which order in the text has
its .475 and .324. So the card's "40 usable news" are claims, of 19 texts. Three readings are measured:

- by its sentences: pieces of one proposal stand one after another;
- by proposals: the place of the proposal that holds the words, as a checker meets it;
- each text once: ten of the 40 are aligned with one line of the title of one speech.

Measured only; nothing is learned.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean

from benchmarks.data import rows
from benchmarks.newsgold import most_overlapping
from benchmarks.quality.measures import interval, ranked
from benchmarks.quality.ranking_news import counted
from benchmarks.results import CARD, OURS, RERUN, Result
from factdesk.readers.formats import read_text
from factdesk.rules.sentences.article import read_article
from factdesk.rules.suggestions.features import features
from factdesk.rules.suggestions.suggest import suggest, wording_rules_apply
from factdesk.text.spans import Span

_TEXTS = "docclaim_news_averitec_dce_dev.jsonl"
_ALIGNED = "docclaim_news_averitec_dce_dev_alignment.json"
_CARD = {"order in the text": (0.475, 0.324), "rules": (0.075, 0.091), "tuned mix": (0.50, 0.31)}
"""Method → hit@3 and MRR, as the data's card gives them."""
_BARS = (0.50, 0.36)
_UNITS = ("hit@3", "MRR")
_LEAST_SENTENCES, _LEAST_WORDS = 5, 3
"""In a shorter text any three are nearly all of it; a shorter piece is no sentence of the alignment."""
_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")

_OURS, _ORDER = "FactDesk", "order in the text"
_RERUN = (_ORDER, "hand rules, counted", "words of debates alone")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One claim: its text, and for each ranking the place, from 1, of the first sentence it was aligned with.

    Attributes:
        proposals: the same, places counted in proposals; furniture is none of them.
    """

    text: str
    places: dict[str, int]
    proposals: dict[str, int]


Figures = Callable[[Sequence[Chosen], str, str], list[float]]
"""Claims, unit and ranking → what each claim, or text, counts."""


def measure(data: Path) -> list[Result]:
    """Measure hit@3 and the mean reciprocal rank over claims and over texts."""
    chosen = _chosen(data)
    if not chosen:
        return [Result("chosen claim", None, "hit@3", note=f"no {_TEXTS} in {data}")]
    return [result for nth in range(len(_UNITS)) for result in _rows(chosen, nth)]


def _rows(chosen: Sequence[Chosen], nth: int) -> list[Result]:
    unit, texts = _UNITS[nth], len({one.text for one in chosen})
    readings: list[tuple[str, Figures, str, float | None]] = [
        ("chosen claim", _by_sentence, f"{len(chosen)} claims", _BARS[nth]),
        ("chosen claim, by proposals", _by_proposal, f"{len(chosen)} claims", _BARS[nth]),
        ("chosen claim, each text once", _once, f"{texts} texts", None),
    ]
    found: list[Result] = []
    for name, figures, counted_of, bar in readings:
        ours = figures(chosen, unit, _OURS)
        low, high = interval(ours)
        note = f"{counted_of}, 95% {low:.3f}–{high:.3f}; measured only"
        found.append(Result(name, fmean(ours), unit, fmean(figures(chosen, unit, _ORDER)), bar, note, OURS))
        found += [Result(f"{name}: {other}", fmean(figures(chosen, unit, other)), unit, by=RERUN) for other in _RERUN]
    return found + [Result(f"chosen claim: {name}", value[nth], unit, by=CARD) for name, value in _CARD.items()]


def _by_sentence(chosen: Sequence[Chosen], unit: str, ranking: str) -> list[float]:
    return [_worth(one.places[ranking], unit) for one in chosen]


def _by_proposal(chosen: Sequence[Chosen], unit: str, ranking: str) -> list[float]:
    return [_worth(one.proposals[ranking], unit) for one in chosen]


def _once(chosen: Sequence[Chosen], unit: str, ranking: str) -> list[float]:
    """Return the mean over the claims of each text."""
    texts = dict.fromkeys(one.text for one in chosen)
    return [fmean(_by_sentence([one for one in chosen if one.text == text], unit, ranking)) for text in texts]


def _worth(place: int, unit: str) -> float:
    return float(place <= 3) if unit == "hit@3" else 1 / place


def _chosen(data: Path) -> list[Chosen]:
    if not (data / _ALIGNED).is_file():
        return []
    words = {row["id"]: row["text"] for row in rows(data / _TEXTS)}
    aligned = json.loads((data / _ALIGNED).read_text(encoding="utf-8"))
    return [
        _placed(words[row["id"]], row["gold"])
        for row in aligned
        if row["gold"] and row["id"] in words and row["n_sents"] >= _LEAST_SENTENCES
    ]


def _placed(text: str, gold: Sequence[int]) -> Chosen:
    read = _read(text)
    places = {name: _place(scores, gold) for name, scores in read.by_sentence().items()}
    ours = [match for nth in gold if (match := read.matches[nth]) is not None]
    last = len(read.matches)
    proposals = {name: _place(scores, ours) if ours else last for name, scores in read.scores.items()}
    return Chosen(text, places, proposals)


def _place(scores: Sequence[float], wanted: Sequence[int]) -> int:
    order = ranked(scores)
    return min(order.index(nth) for nth in wanted) + 1


@dataclass(frozen=True, slots=True)
class _Read:
    """One text as the program reads it.

    Attributes:
        scores: ranking → score of each proposal, furniture left out.
        matches: for each sentence of the alignment, the proposal it overlaps most.
    """

    scores: dict[str, list[float]]
    matches: list[int | None]

    def by_sentence(self) -> dict[str, list[float]]:
        """Return ranking → score of each sentence of the alignment, which is that of its proposal."""
        found = {
            name: [scores[nth] if nth is not None else -math.inf for nth in self.matches]
            for name, scores in self.scores.items()
        }
        return found | {_ORDER: [-float(nth) for nth in range(len(self.matches))]}


@cache
def _read(text: str) -> _Read:
    draft = read_text(text)
    wording = wording_rules_apply("", draft.text)
    own = read_article(draft.text, draft.blocks, draft.furniture, wording=wording).proper
    found = list(features(draft.text, own, wording=wording))
    proposed = {one.span: one.score for one in suggest(draft.text, draft.blocks, draft.furniture)}
    spans = [sentence.span for sentence in own]
    scores = {
        _OURS: [proposed[span] for span in spans],
        _ORDER: [-float(nth) for nth in range(len(spans))],
        _RERUN[1]: [counted(one) for one in found],
        _RERUN[2]: [one["wording"] for one in found],
    }
    return _Read(scores, [most_overlapping(spans, span) for span in _sentences(text)])


def _sentences(text: str) -> list[Span]:
    """Return the sentences as the alignment counts them: pieces of a line that have at least three words."""
    found: list[Span] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for end, following in [*(gap.span() for gap in _GAP.finditer(text, *line.span())), (line.end(), line.end())]:
            if len(text[start:end].split()) >= _LEAST_WORDS:
                found.append(Span(start, end))
            start = following
    return found
