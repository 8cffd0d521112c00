"""Questions that are being put in words, and answers: kept among what is half typed until the desk has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from factdesk.model.case import Case
from factdesk.model.ids import ArticleId, ClaimId, VersionId
from factdesk.model.query import QueryKind
from factdesk.text.spans import Span
from factdesk.ui.questions.items import Item
from factdesk.ui.questions.part import Part
from factdesk.ui.window.bench.half_typed import HalfTyped

_FIELD = "question"
"""How the fields of an article begin under which questions are kept that nobody has asked yet."""


class BegunQuestion(msgspec.Struct, frozen=True):
    """A question as it is kept before it is asked.

    Attributes:
        words: its words so far.
        own: nothing proposed it.
        version_id, span: the words it is about, or None.
        claim_id: the claim one's own is about, or None.
    """

    words: str
    own: bool
    version_id: VersionId | None = None
    span: Span | None = None
    claim_id: ClaimId | None = None


class BegunQuestions:
    """Knows what is half typed of the questions about one case."""

    def __init__(self, typed: HalfTyped, case: Case) -> None:
        self._typed, self._case = typed, case
        self._kept: dict[str, str] | None = None

    def own(self) -> Iterator[Item]:
        """Return the questions of one's own that were begun, and proposals of another version that were reworded."""
        for field, kept in self._of_article().items():
            begun = _as_begun(kept) if field.startswith(_FIELD) else None
            if begun is not None and (begun.own or begun.version_id != self._case.version.id):
                span = begun.span if begun.version_id == self._case.version.id else None
                yield Item(
                    kind=QueryKind.OTHER, question="", typed=begun.words, begun=field, span=span,
                    about=self._case.version.text[slice(*span)] if span else "", claim_id=begun.claim_id,
                )  # fmt: skip

    def new(self, span: Span | None, claim_id: ClaimId | None) -> Item:
        """Return a question of one's own about some words, with what was typed of it before."""
        about = self._case.version.text[slice(*span)] if span else ""
        item = Item(kind=QueryKind.OTHER, question="", span=span, about=about, claim_id=claim_id)
        return self.completed(replace(item, begun=self._place(item, Part.QUESTION)[1]))

    def completed(self, item: Item) -> Item:
        """Return ``item`` with what is half typed of it."""
        if item.query is not None:
            fields = self._typed.of(item.query.id)
            question, answer = fields.get(Part.QUESTION, ""), fields.get(Part.ANSWER, "")
            return replace(item, typed=question, typed_answer=answer) if question or answer else item
        begun = _as_begun(self._of_article().get(self._place(item, Part.QUESTION)[1], ""))
        return item if begun is None else replace(item, typed=begun.words)

    def take(self, item: Item, part: Part, words: str) -> None:
        """Keep what is typed of a question within a moment; without words it is forgotten."""
        row_id, field = self._place(item, part)
        if not words:
            self._typed.forget(row_id, field)
        elif item.query is not None:
            self._typed.take(row_id, field, words)
        else:
            version = self._case.version.id if item.span else None
            begun = BegunQuestion(words, item.is_begun, version, item.span, item.claim_id)
            self._typed.take(row_id, field, msgspec.json.encode(begun).decode(), words)

    def _place(self, item: Item, part: Part) -> tuple[str, str]:
        """Return row and field under which a question, or its answer, is kept."""
        if item.query is not None:
            return item.query.id, part
        article: ArticleId = self._case.article.id
        if item.begun or item.span is None:
            return article, item.begun or _FIELD
        start, end = item.span
        return article, f"{_FIELD} {item.kind} {self._case.version.id} {start}-{end}"

    def _of_article(self) -> dict[str, str]:
        if self._kept is None:
            self._kept = self._typed.of(self._case.article.id)
        return self._kept


def _as_begun(kept: str) -> BegunQuestion | None:
    """Return what was kept; None where nothing was, or what another hand put there is no question."""
    try:
        return msgspec.json.decode(kept, type=BegunQuestion) if kept else None
    except msgspec.DecodeError:
        return None
