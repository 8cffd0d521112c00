"""Which sentence a fact-checker took, on the docclaim texts: is it among the first three?

The data's own alignment is kept: its sentences are found again (``_sentences`` gives its count for each text), and the
claims it could align in texts of more than four sentences are the 40 of its card, on which order in the text has
its .475 and .324. Ten of the 40 are aligned with one line of the title of one speech, so every text is also counted
once. Measured only; nothing is learned.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
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
from factdesk.rules.article import read_article
from factdesk.rules.features import features
from factdesk.rules.suggest import suggest, wording_rules_apply
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
    """One claim: its text, and for each ranking the place, from 1, of the first sentence it was aligned with."""

    text: str
    places: dict[str, int]


def measure(data: Path) -> list[Result]:
    """Measure hit@3 and the mean reciprocal rank over claims and over texts."""
    chosen = _chosen(data)
    if not chosen:
        return [Result("chosen claim", None, "hit@3", note=f"no {_TEXTS} in {data}")]
    return [result for nth in range(len(_UNITS)) for result in _rows(chosen, nth)]


def _rows(chosen: Sequence[Chosen], nth: int) -> list[Result]:
    unit, texts = _UNITS[nth], len({one.text for one in chosen})
    ours, order = _worths(chosen, unit, _OURS), _worths(chosen, unit, _ORDER)
    once, order_once = _once(chosen, unit, _OURS), _once(chosen, unit, _ORDER)
    return [
        Result("chosen claim", fmean(ours), unit, fmean(order), _BARS[nth], _note(len(chosen), "claims", ours), OURS),
        *(Result(f"chosen claim: {name}", fmean(_worths(chosen, unit, name)), unit, by=RERUN) for name in _RERUN),
        *(Result(f"chosen claim: {name}", value[nth], unit, by=CARD) for name, value in _CARD.items()),
        Result(
            "chosen claim, each text once",
            fmean(once),
            unit,
            fmean(order_once),
            None,
            _note(texts, "texts", once),
            OURS,
        ),
        *(
            Result(f"chosen claim, each text once: {name}", fmean(_once(chosen, unit, name)), unit, by=RERUN)
            for name in _RERUN
        ),
    ]


def _note(count: int, of: str, values: Sequence[float]) -> str:
    low, high = interval(values)
    return f"{count} {of}, 95% {low:.3f}–{high:.3f}; measured only"


def _worths(chosen: Iterable[Chosen], unit: str, ranking: str) -> list[float]:
    places = [one.places[ranking] for one in chosen]
    return [float(place <= 3) if unit == "hit@3" else 1 / place for place in places]


def _once(chosen: Sequence[Chosen], unit: str, ranking: str) -> list[float]:
    """Return the mean over the claims of each text."""
    texts = dict.fromkeys(one.text for one in chosen)
    return [fmean(_worths([one for one in chosen if one.text == text], unit, ranking)) for text in texts]


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
    orders = {name: ranked(scores) for name, scores in _scores(text).items()}
    return Chosen(text, {name: min(order.index(nth) for nth in gold) + 1 for name, order in orders.items()})


@cache
def _scores(text: str) -> dict[str, list[float]]:
    """Return what each ranking gives each sentence of the alignment: that of the sentence of ours it overlaps most."""
    draft = read_text(text)
    wording = wording_rules_apply("", draft.text)
    own = read_article(draft.text, draft.blocks, draft.furniture, wording=wording).proper
    found = features(draft.text, own, wording=wording)
    proposed = {one.span: one.score for one in suggest(draft.text, draft.blocks, draft.furniture)}
    spans = [sentence.span for sentence in own]
    wanted = _sentences(text)
    matches = [most_overlapping(spans, span) for span in wanted]

    def given(scores: Sequence[float]) -> list[float]:
        return [scores[nth] if nth is not None else -math.inf for nth in matches]

    return {
        _OURS: given([proposed[span] for span in spans]),
        _ORDER: [-float(nth) for nth in range(len(wanted))],
        _RERUN[1]: given([counted(one) for one in found]),
        _RERUN[2]: given([one["wording"] for one in found]),
    }


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
