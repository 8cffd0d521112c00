"""Search over a desk of 100,000 claims beside bare FTS5 over the same words, and what making the index costs."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.floors import full_text
from benchmarks.results import Result
from factdesk.store.search import RANKED, SearchIndex

CLAIMS = 100_000
_BAR = 2.0
_TIMES, _MAKINGS = 15, 3
_RARE, _MIDDLE, _COMMON = "word4000", "word60", "word1"
QUESTIONS = {
    "a rare word": (_RARE, _RARE),
    "a middling word": (_MIDDLE, _MIDDLE),
    "a word in nearly all": (_COMMON, _COMMON),
    "a beginning": ("word39", "word39*"),
    "two words": (f"{_MIDDLE} {_RARE[:-1]}1", f"{_MIDDLE} {_RARE[:-1]}1"),
}
"""What is asked → as a person types it (a space ends the last word), as FTS5 reads it."""


def measure(_data: Path) -> list[Result]:
    """Measure each question several times, turn about with its floor."""
    claims = _claims()
    with TemporaryDirectory() as folder:
        desk = Path(folder) / "large.factdesk"
        _fill(desk, claims)
        making: list[float] = []
        floor: list[float] = []
        for _ in range(_MAKINGS):
            making.append(_milliseconds(lambda: SearchIndex.of(desk).close()))
            floor.append(_milliseconds(lambda: full_text.index(claims).close()))
        ours, bare = SearchIndex.of(desk), full_text.index(claims)
    found = [_beside(ours, bare, name) for name in QUESTIONS]
    ours.close()
    note = "once for each visit to the dialog, in a job; the floor has the words at hand, ours reads the desk"
    made = Result.several(f"search {CLAIMS:,} claims: making the index", making, "ms", floor, note)
    return [*found, made]


def _beside(ours: SearchIndex, bare: sqlite3.Connection, name: str) -> Result:
    """Hold one question against the floor, which stops counting and ranking at as many places as ours does."""
    typed, query = QUESTIONS[name]
    typed += "" if query.endswith("*") else " "
    mine, floor = [], []
    for _ in range(_TIMES):
        mine.append(_milliseconds(lambda: ours.find(typed)))
        floor.append(_milliseconds(lambda: full_text.ask(bare, query, RANKED)))
    found = ours.find(typed)
    told = (
        f"{found.total:,} places, ranked in both" if found.ranked else f"more than {RANKED:,} places, ranked in neither"
    )
    return Result.several(f"search {CLAIMS:,} claims: {name}", mine, "ms", floor, told).held(_BAR)


def _claims() -> list[str]:
    """Sentences whose words are as unevenly frequent as in any language."""
    chance = random.Random(7)
    words = [f"word{n}" for n in range(1, 5001)]
    weights = [1 / n for n in range(1, 5001)]
    return [" ".join(chance.choices(words, weights, k=16)) for _ in range(CLAIMS)]


def _fill(path: Path, claims: list[str]) -> None:
    """Make a desk and put the claims in behind its back: no person makes 100,000 steps here."""
    from factdesk.text.anchor import anchor_of
    from factdesk.work.edits.article import AddArticle
    from factdesk.work.edits.claim import MarkClaim
    from factdesk.work.session import Session
    from tests.desks import CHECKER, SENTENCES, TEXT, intake

    session = Session.create(path, CHECKER)
    add = AddArticle(intake=intake())
    session.run(add)
    session.run(MarkClaim(version_id=add.version_id, anchor=anchor_of(TEXT, SENTENCES[0])))
    session.close()
    desk = sqlite3.connect(path)
    _multiply(desk, "claim", len(claims), lambda row, n: row | {"id": f"c{n}"})
    made = {"label": "claim", "start_at": 0, "end_at": 1}
    _multiply(
        desk, "segment", len(claims),
        lambda row, n: row | made | {"id": f"s{n}", "claim_id": f"c{n}", "exact": claims[n]},
    )  # fmt: skip
    desk.commit()
    desk.close()


def _multiply(
    desk: sqlite3.Connection, table: str, times: int, changed: Callable[[dict[str, object], int], dict[str, object]]
) -> None:
    where = "WHERE label = 'claim'" if table == "segment" else ""
    cursor = desk.execute(f"SELECT * FROM {table} {where} LIMIT 1")
    row = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
    marks = ", ".join("?" * len(row))
    desk.executemany(
        f"INSERT INTO {table} VALUES ({marks})",
        (tuple(changed(row, n).values()) for n in range(times)),
    )


def _milliseconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return 1000 * (time.process_time() - began)
