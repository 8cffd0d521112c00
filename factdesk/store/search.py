"""Search over a whole desk: an index in memory, made from the tables by whoever searches.

Nothing of it is in the file, so it can neither disagree with the tables nor keep what was erased.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any, Self

from factdesk.model.hit import Found, Hit, HitKind, Piece
from factdesk.model.ids import ArticleId, ClaimId
from factdesk.store import files
from factdesk.store.connection import Way, connect
from factdesk.store.tables.rows import members
from factdesk.store.trouble import said_plainly

RANKED = 1_000
"""More places than this are counted no further and not ranked: a common word costs more than it tells."""

SHOWN = 50

_STEPS = 50_000
"""Steps of SQLite between two questions whether to go on."""

_OPEN, _CLOSE, _GAP = "\x02", "\x03", "\u200b"
_IN_ONE_BREATH = re.compile("([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])")
"""Characters of scripts that set no spaces between words: each is a word of its own to the index."""

_KINDS = members(HitKind)

_WORD = re.compile(r"\w+")

_LAYOUT = """
CREATE VIRTUAL TABLE place USING fts5 (
    words, kind UNINDEXED, article_id UNINDEXED, claim_id UNINDEXED, title UNINDEXED,
    tokenize = "porter unicode61 remove_diacritics 2"
)
"""

_CLAIMS = """
SELECT claim.id, claim.article_id, article.title,
       coalesce((SELECT group_concat(exact, char(10)) FROM segment WHERE claim_id = claim.id), ''),
       claim.restatement, claim.claimant, claim.rationale, claim.note,
       coalesce((SELECT group_concat(excerpt || ' ' || locator, char(10)) FROM evidence WHERE claim_id = claim.id), '')
FROM claim JOIN article ON article.id = claim.article_id ORDER BY claim.made_at, claim.id
"""

_SOURCES = """
SELECT source.id, source.title, source.publisher, source.address, source.person, claim.id, claim.article_id
FROM source LEFT JOIN evidence ON evidence.source_id = source.id LEFT JOIN claim ON claim.id = evidence.claim_id
ORDER BY source.made_at, source.id, evidence.made_at, evidence.id
"""

_NEWEST_TEXTS = """
SELECT article.id, article.title, dek, byline, publisher, address, case_number, text_sha256
FROM article JOIN version ON version.article_id = article.id
WHERE number = (SELECT max(number) FROM version AS later WHERE later.article_id = article.id)
ORDER BY article.added_at, article.id
"""


class SearchIndex:
    """All words of one desk as of the moment it was made. One thread at a time may use it."""

    def __init__(self, memory: sqlite3.Connection) -> None:
        self._memory = memory

    @classmethod
    def of(cls, path: Path, stopped: Callable[[], bool] = lambda: False) -> Self:
        """Read the desk at ``path``, beside whoever writes, until ``stopped`` says that nobody waits for it.

        Raises:
            DeskOpenError, DeskBusyError: it could not be read.
            DamagedDeskError: it comes to no end, or was stopped.
        """
        with said_plainly(path, "The desk was not searched"), closing(connect(path, Way.READ)) as desk:
            desk.set_progress_handler(stopped, _STEPS)
            memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            try:
                memory.execute(_LAYOUT)
                memory.execute("BEGIN")
                memory.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?)", _places(desk))
                memory.execute("COMMIT")
            except BaseException:
                memory.close()
                raise
        return cls(memory)

    def close(self) -> None:
        """Forget all words."""
        self._memory.close()

    def find(self, asked: str) -> Found:
        """Return what holds every word of ``asked``; its last word may be the beginning of one.

        What holds the last word whole comes first: whoever asks for "the" does not mean "there". Words are compared
        without case, accents and English endings. Nothing but words counts, so no character asked for is an operator.
        """
        whole = _query(asked)
        if not whole:
            return Found((), 0, True)
        begun = f"{whole}*" if asked[-1].isalnum() else whole
        capped = "SELECT count(*) FROM (SELECT 1 FROM place WHERE place MATCH ? LIMIT ?)"
        total = int(self._memory.execute(capped, [begun, RANKED + 1]).fetchone()[0])
        order = "ORDER BY rank" if total <= RANKED else ""
        rows = self._rows(whole, order, SHOWN)
        if len(rows) < min(total, SHOWN):
            rows += self._rows(f"({begun}) NOT ({whole})", order, SHOWN - len(rows))
        return Found(tuple(_hit(*row) for row in rows), min(total, RANKED), total <= RANKED)

    def _rows(self, query: str, order: str, most: int) -> list[tuple[Any, ...]]:
        return self._memory.execute(
            f"SELECT kind, article_id, claim_id, title, snippet(place, 0, ?, ?, '…', 24)"  # noqa: S608
            f" FROM place WHERE place MATCH ? {order} LIMIT ?",
            [_OPEN, _CLOSE, query, most],
        ).fetchall()


def _places(desk: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """Yield (words, kind, article, claim, title) of everything that can be found."""
    desk.execute("BEGIN")  # all of it as of one moment
    for article, *details, text in desk.execute(_NEWEST_TEXTS):
        body = (files.read(desk, text) or b"").decode("utf-8")
        yield _words([*details, body]), HitKind.ARTICLE.value, article, None, details[0]
    for claim, article, title, *said in desk.execute(_CLAIMS):
        yield _words(said), HitKind.CLAIM.value, article, claim, title
    for _, ties in groupby(desk.execute(_SOURCES), key=lambda row: row[0]):
        _id, *said, claim, article = next(ties)
        yield _words(said), HitKind.SOURCE.value, article, claim, said[0]


def _words(parts: list[str]) -> str:
    return _apart("\n".join(part for part in parts if part))


def _apart(text: str) -> str:
    return text if text.isascii() else _IN_ONE_BREATH.sub(rf"{_GAP}\1{_GAP}", text)


def _query(asked: str) -> str:
    """Return ``asked`` in FTS5's language: every word quoted; characters without spaces between them stay together."""
    phrases = [_WORD.findall(_apart(word)) for word in re.findall(r"\w+", asked)]
    return " ".join(f'"{" ".join(parts)}"' for parts in phrases if parts)


def _hit(kind: str, article: str | None, claim: str | None, title: str, snippet: str) -> Hit:
    return Hit(
        kind=_KINDS[kind],
        article_id=None if article is None else ArticleId(article),
        claim_id=None if claim is None else ClaimId(claim),
        title=title,
        snippet=_pieces(snippet),
    )


def _pieces(snippet: str) -> tuple[Piece, ...]:
    """Return the matched words and those between, none of them empty: a common word stands in a snippet many times."""
    before, *parts = snippet.replace(_GAP, "").split(_OPEN)
    found = [Piece(before, False)] if before else []
    for part in parts:
        matched, _, after = part.partition(_CLOSE)
        if matched:
            found.append(Piece(matched, True))
        if after:
            found.append(Piece(after, False))
    return tuple(found)
