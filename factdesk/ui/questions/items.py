"""Questions as they are listed: those the program proposes, and those a person asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

from factdesk.model.ids import ClaimId
from factdesk.model.query import AuthorQuery, QueryKind, QueryState
from factdesk.text.spans import Span
from factdesk.ui.questions import words
from factdesk.ui.registers.model import DrawnRows
from factdesk.ui.registers.rows import Row

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question.

    Attributes:
        span: the words it is about, or None.
        about: those words; earlier: those of the other telling it compares with, or empty.
        number: of a query in letters; 0 for a proposal.
        query: None for a proposal.
        claim_number: the claim's, or those of all claims a proposal is about, or empty.
        begun: what tells one's own that is still being written from others; empty for all else.
        typed, typed_answer: words that were typed and are not the desk's yet, or empty.
    """

    kind: QueryKind
    question: str
    span: Span | None = None
    about: str = ""
    earlier: str = ""
    number: int = 0
    query: AuthorQuery | None = None
    claim_id: ClaimId | None = None
    claim_number: str = ""
    begun: str = ""
    typed: str = ""
    typed_answer: str = ""

    @property
    def key(self) -> tuple[str, object]:
        """What tells it from the others."""
        if self.query is not None:
            return "query", self.query.id
        return ("begun", self.begun) if self.begun else (self.kind, self.span)

    @property
    def state(self) -> QueryState | None:
        return self.query.state if self.query else None

    @property
    def is_begun(self) -> bool:
        """Whether it is one's own and still to be asked."""
        return bool(self.begun)

    @property
    def standing(self) -> str:
        """How far it has come, by glyph and word."""
        return words.begun() if self.is_begun else words.state(self.state)

    @property
    def about_is_quoted(self) -> bool:
        """Whether the question holds the words it is about, or is about none."""
        return " ".join(self.about.split()) in " ".join(self.question.split())

    def row(self) -> Row:
        """Return the row it is drawn as."""
        number = f"{self.number}. " if self.number else ""
        answer = self.query.answer if self.query else ""
        below = [words.kind(self.kind), f"No. {self.claim_number}" if self.claim_number else "", answer]
        return Row(
            words=f"{number}{' '.join((self.question or self.typed).split())}",
            sentence="" if self.about_is_quoted else " ".join(self.about.split()),
            below=" · ".join(" ".join(part.split()) for part in below if part),
            tick=self.standing,
            ticked=self.state is QueryState.ANSWERED,
            wraps=True,
        )


class ItemsModel(DrawnRows):
    """Holds the questions shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: Sequence[Item] = ()

    def show(self, items: Sequence[Item]) -> None:
        """Show other questions."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.items)

    def row(self, at: int) -> Row:
        return self.items[at].row()
