"""The only way to change a desk: typed edits in, changes out, each kept before the call returns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from factdesk.model.case import Case, Opened
from factdesk.model.clock import now
from factdesk.model.event import Changes, Event
from factdesk.model.ids import ArticleId, new_id
from factdesk.model.person import Person
from factdesk.model.scale import Scale
from factdesk.model.source import Source
from factdesk.model.suggestion import Suggestion
from factdesk.store import cases
from factdesk.store.cases import ArticleCard
from factdesk.store.copies import Progress
from factdesk.store.desk import Desk
from factdesk.store.journal import Entry
from factdesk.store.place import LOCKED_WHERE_UNSAFE, unsafe_for_wal
from factdesk.store.tables.scales import DeskRow
from factdesk.store.tables.segments import DECIDED, SUGGESTION
from factdesk.store.writer import Pace, Writer
from factdesk.work.edits.edit import Edit, Stamp, stored
from factdesk.work.hearing import Hearing
from factdesk.work.known import Known
from factdesk.work.undo import Kind, next_redo, next_undo, swapping

if TYPE_CHECKING:
    from factdesk.store.exchange import Contents


class Session:
    """One person at one desk. There is no Save: every edit is on the disk before ``run`` returns.

    Attributes:
        person: who takes the steps, and whose are taken back; ``hand_over`` says that it is another one.
        hearing: who is told of changes, one's own and others'; how far they were told.
        patience: how long is waited for another program, and until when anybody waits for this session.
        touched: what another hand did to a desk that is worked on all the same, as sentences, once somebody looked.
    """

    def __init__(self, desk: Desk, person: Person) -> None:
        self._desk = desk
        self.patience = desk.patience
        self.person = person
        self.closed = False
        self.touched: tuple[str, ...] = ()
        self._known = Known(desk)
        self.hearing = Hearing(desk, self._known)

    @classmethod
    def open(cls, path: Path, person: Person) -> Self:
        """Open an existing desk (``store.desk.Desk.open``); one of an older FactDesk is backed up first."""
        return cls(Desk.open(path, _back_up), person)

    def again(self) -> Session:
        """Return another session at the same desk, for a job; may be called in its thread.

        Raises:
            FactDeskError: it could not be opened once more.
        """
        return Session(self._desk.again(), self.person) if self.found else Session.open(self.path, self.person)

    @classmethod
    def create(cls, path: Path, person: Person, scale: Scale | None = None) -> Self:
        """Make a new desk; the folder is made too.

        Raises:
            DeskWriteError: there is something at ``path``, or it may not be written.
        """
        from factdesk.rules.scales import shipped_scales

        chosen = scale or shipped_scales()[0]
        row = DeskRow(id=new_id(), organisation="", scale_id=chosen.id, created_at=now(), created_by=person.name)
        return cls(Desk.create(path, row, chosen), person)

    @property
    def path(self) -> Path:
        return self._desk.path

    @property
    def found(self) -> tuple[str, ...]:
        """What another hand did to a desk of an older FactDesk; where there is any, the desk is only read."""
        return self._desk.found

    def hand_over(self, person: Person) -> None:
        """Let another person work here from now on."""
        self.person = person
        self._known.others_wrote()

    def close(self) -> None:
        """Let go of the file; nothing is lost by not calling it."""
        self.closed = True
        self._desk.close()

    def still_there(self) -> None:
        """Find out whether another session may work at the desk for this one: file and log are those that are open.

        Raises:
            MissingDeskError: they are not; what it wrote would be lost, or stand in another desk.
        """
        self._desk.still_there()

    # --- changing

    def run(self, edit: Edit, pace: Pace | None = None) -> Changes:
        """Do something new, as one transaction and one entry.

        Args:
            pace: follows a large step row by row, and may stop it; what it raises comes out, and nothing was changed.

        Raises:
            NotAllowedError, NotInDeskError: the desk's rules refuse it; nothing was changed.
            DeskWriteError, MissingDeskError: it could not be written; nothing was changed.
        """
        stamp = Stamp(self.person, now())

        def step(writer: Writer) -> Entry:
            article = edit.apply(writer, stamp)
            return Entry(
                at=stamp.at, kind=type(edit).__name__, article_id=article, person=self.person.name,
                label=edit.label, edit=stored(edit),
            )  # fmt: skip

        return self.hearing.own(*self._desk.change(step, pace), edit.label)

    def undo(self, pace: Pace | None = None, meant: Event | None = None) -> Changes:
        """Take the newest step of this person back; ``pace`` as in ``run``.

        Args:
            meant: the step the person was shown (``next_undo``), where one was: no other is taken back.

        Raises:
            NothingToUndoError: there is none.
            UndoConflictError: a later step touched the same rows, or comes before ``meant``; nothing was changed.
        """
        return self._swap("undo", pace, meant)

    def redo(self, pace: Pace | None = None, meant: Event | None = None) -> Changes:
        """Do the step again that was undone last.

        Raises:
            NothingToUndoError, UndoConflictError: as ``undo``.
        """
        return self._swap("redo", pace, meant)

    def next_undo(self) -> Event | None:
        """Return the step *Undo* would take back; its ``label`` goes into the menu."""
        return next_undo(self._desk, self.person.name)

    def next_redo(self) -> Event | None:
        """Return the step *Redo* would do again."""
        return next_redo(self._desk, self.person.name)

    def next_labels(self) -> tuple[str | None, str | None]:
        """Return what *Undo* would take back and *Redo* would do again, by label; None where there is nothing.

        After a step of one's own that is known; else the record is asked.
        """
        return self._known.labels(self.person.name)

    def keep_typing(self, row_id: str, field: str, text: str | None) -> None:
        """Keep half-typed text of a field, outside the journal; None forgets it."""
        self._desk.keep_typing(row_id, field, text, now())
        self._known.typing(row_id, field, text)

    # --- reading

    def bytes_of(self, event: Event) -> int:
        """Return how large the step is that an undo or redo of ``event`` would write, in bytes of row images."""
        return self._desk.record.weight_of(event.seq)

    def articles(self) -> tuple[ArticleCard, ...]:
        """Return the desk's articles in the order they were added."""
        return cases.cards(self._desk)

    def extent(self, article_id: ArticleId) -> cases.Extent:
        """Return how large an article is, without reading it."""
        return cases.extent(self._desk, article_id)

    def article_with(self, sha256: str) -> ArticleId | None:
        """Return the article whose file or text has this SHA-256, or None."""
        return cases.article_with_file(self._desk, sha256)

    def case(self, article_id: ArticleId, version: int | None = None) -> Case:
        """Return an article with its checklist; its newest version where none is named.

        Raises:
            NotInDeskError: it is not there.
        """
        return cases.case(self._desk, article_id, version)

    def opened(self, article_id: ArticleId) -> Opened:
        """Return the newest version of an article without its checklist.

        Raises:
            NotInDeskError: it is not there.
        """
        return cases.opened(self._desk, article_id)

    def refreshed(self, case: Case, changes: Changes) -> Case:
        """Return ``case`` as it stands after ``changes``; only what they name is read again.

        Raises:
            NotInDeskError: the article or its version is gone.
        """
        from factdesk.store.refresh import refreshed

        return refreshed(self._desk, case, changes, self.hearing.left_by(changes))

    def original(self, sha256: str) -> bytes | None:
        """Return the bytes of an imported file."""
        return self._desk.file(sha256)

    def typed(self, row_id: str) -> dict[str, str]:
        """Return half-typed text by field, kept from before a crash or from a field not yet left."""
        return self._known.typed(row_id)

    def events(self, article_id: ArticleId | None = None) -> tuple[Event, ...]:
        """Return the record, oldest first; of one article where one is named."""
        return self._desk.record.events(article_id)

    def sources(self) -> tuple[Source, ...]:
        """Return every source of the desk, by title."""
        return self._known.sources()

    def decided(self, since: str = "") -> tuple[Suggestion, ...]:
        """Return the newest 2,000 suggestions that were decided one by one after ``since`` (UTC), newest first."""
        return self._desk.facts(SUGGESTION, DECIDED, [since])

    def desk_row(self) -> DeskRow:
        """Return whose desk it is and which scale is in force."""
        return self._desk.row()

    def scale(self) -> Scale:
        """Return the scale under which new verdicts are given."""
        return self._known.scale()

    def save_copy(self, to: Path, progress: Progress = lambda _done, _total: None) -> None:
        """Save the desk as a new file: *Save a copy*, and the way out when the desk's own file has vanished.

        A job may do it while this session works on: its steps go into the copy, too.

        Args:
            progress: told how many pages are copied, of how many; what it raises stops the copy.

        Raises:
            DeskWriteError: there is something at ``to`` or it may not be written; nothing is left there.
            DamagedDeskError: the desk could not be read to its end.
        """
        self._desk.save_copy(to, self.person.name, progress)

    def copy_into(self, part: Path, progress: Progress) -> None:
        """Let the empty file ``part`` hold the desk; otherwise as ``save_copy``.

        Raises:
            DeskWriteError, DamagedDeskError: it holds something unfinished now.
        """
        self._desk.copy_into(part, progress)

    def unsafe_place(self) -> str | None:
        """Say why this desk is kept in a slower, safer way ("it lies in a synced folder (Dropbox)"); None elsewhere.

        Whoever writes such a desk waits for those who read it: a job reads in short pieces, or a copy (``work.aside``).
        """
        return unsafe_for_wal(self.path)

    @property
    def locked(self) -> bool:
        """Whether no other window or command can look into the desk while it is open here."""
        return LOCKED_WHERE_UNSAFE and self.unsafe_place() is not None

    def contents(self) -> Contents:
        """Return everything the desk holds as of one moment; ``work.exchange`` writes it as JSON."""
        return self._desk.contents(self.person.name)

    def step_count(self) -> int:
        """Return how many entries the record has, as far as this session has written or heard of them."""
        return max(self.hearing.seen, self._desk.written)

    def head_hash(self) -> str:
        """Return the hash of the newest entry: what a printed report names."""
        return self._desk.record.head().hash

    def _swap(self, kind: Kind, pace: Pace | None, meant: Event | None) -> Changes:
        step = swapping(self._desk, kind, Stamp(self.person, now()), meant)
        return self.hearing.own(*self._desk.change(step, pace), None)


def _back_up(path: Path) -> None:
    from factdesk.work.backup import before_upgrade  # backups are not wanted at most starts

    before_upgrade(path)
