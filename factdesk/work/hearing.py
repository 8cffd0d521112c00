"""How far a session has heard of what is written at its desk: by itself, by others, by a session beside it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from factdesk.errors import NotInDeskError
from factdesk.model.case import Case
from factdesk.model.event import Changes
from factdesk.store.desk import Desk
from factdesk.store.writer import Left
from factdesk.work.known import Known

Listener = Callable[[Changes], None]


class CaughtUp(Struct, frozen=True):
    """What one session read for another.

    Attributes:
        changes: all that was written up to entry ``seq`` and not known before.
        case: the case after them; None where it is gone, or none was asked for.
    """

    changes: Changes
    case: Case | None
    seq: int


class Hearing:
    """Tells listeners of changes after their commit, and knows how far they were told.

    They are called in the order they subscribed, for the session's own changes and for those of others that ``poll``
    finds. What the session has in mind (``known``) is right again before they are.

    Attributes:
        seen: the newest entry the listeners were told of, with all before it.
        unrecorded: whether what ``poll`` met last has no entry: another window's half-typed words, or another hand.
    """

    def __init__(self, desk: Desk, known: Known) -> None:
        self._desk, self._known = desk, known
        self._listeners: list[Listener] = []
        self._told: tuple[Changes | None, Left] = None, {}
        self.seen = desk.record.last_seq()
        self.unrecorded = False
        self._data_version = desk.data_version()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after each change; returns the function that ends this."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # --- one's own

    def own(self, changes: Changes, left: Left, label: str | None) -> Changes:
        """Tell of a step of one's own, which left rows so, and return what it changed.

        Args:
            label: of a new step; None where one was taken back or done again.
        """
        alone = self._desk.written == self.seen + 1  # else somebody else wrote, too: ``poll`` will tell of both
        self.seen += alone
        self._known.next_is(label if alone else None)
        self._told = changes, left
        try:
            self._call(changes)
        finally:
            self._told = None, {}  # a step made meanwhile may have written the same rows: they are read again
        return changes

    def left_by(self, changes: Changes) -> Left:
        """Return how rows were left by the step that is being told of, where it is this one; else nothing is known."""
        told, left = self._told
        return left if changes is told else {}

    # --- others'

    def poll(self) -> Changes:
        """Look for what others wrote (the command line, another window) and tell the listeners of it.

        Raises:
            NewerDeskError: one of them was a later FactDesk that brought the desk up to date.
        """
        version = self._desk.data_version()
        self.unrecorded = False
        if version == self._data_version:
            return Changes()
        self._desk.refuse_newer()
        head = self._desk.record.last_seq()  # before the entries: one that comes between is told twice, never missed
        changes = self._desk.record.changes_after(self.seen)
        self.unrecorded = head == self.seen
        self._data_version, self.seen = version, head
        self._known.others_wrote()
        if changes.rows:
            self._call(changes)
        return changes

    def unheard_bytes(self) -> int:
        """Return how large what ``poll`` would read is, in bytes of row images.

        Raises:
            NewerDeskError: as ``poll``.
        """
        if self._desk.data_version() == self._data_version:
            return 0
        self._desk.refuse_newer()
        return self._desk.record.weight_after(self.seen)

    # --- a session beside this one

    def catch_up(self, seen: int, read: Callable[[Changes], Case | None]) -> CaughtUp:
        """Return all that was written behind entry ``seen``, and the case that ``read`` gives of the same moment."""
        with self._desk.one_moment():
            seq = self._desk.record.last_seq()
            changes = self._desk.record.changes_after(seen)
            try:
                case = read(changes)
            except NotInDeskError:
                case = None
        return CaughtUp(changes, case, seq)

    def caught_up(self, found: CaughtUp) -> None:
        """Take over what another session at the same desk has read: ``poll`` tells only of what came later.

        Listeners are not called: whoever asked for it has the case already.
        """
        self.seen = found.seq
        self._known.others_wrote()
        self._known.changed(found.changes)

    def _call(self, changes: Changes) -> None:
        self._known.changed(changes)
        for listener in tuple(self._listeners):
            listener(changes)
