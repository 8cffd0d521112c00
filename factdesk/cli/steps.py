"""``factdesk undo`` and ``factdesk redo``: take the newest step back, or do it again."""

from __future__ import annotations

import argparse

from factdesk.cli.desk import add_desk, add_person, opened, say


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    for name, what in (("undo", "take back the newest step"), ("redo", "do again what was undone last")):
        verb = verbs.add_parser(name, help=what)
        add_desk(verb)
        add_person(verb)
        verb.set_defaults(run=undo if name == "undo" else redo)


def undo(options: argparse.Namespace) -> None:
    """Take this person's newest step back.

    Raises:
        NothingToUndoError, UndoConflictError: nothing was changed.
    """
    with opened(options) as session:
        event = session.next_undo()
        session.undo()
        say(f"undone: {event.label if event else ''}")


def redo(options: argparse.Namespace) -> None:
    """Do again the step of this person that was undone last.

    Raises:
        NothingToUndoError, UndoConflictError: nothing was changed.
    """
    with opened(options) as session:
        event = session.next_redo()
        session.redo()
        say(f"redone: {event.label if event else ''}")
