"""Known trouble: what did not happen, why, and what to do next.

Everything that is not a ``FactDeskError`` is a bug and is shown as one. The exit codes are part of
the command line's contract (``docs/command-line.md``):

==== =====================================================================
code meaning
==== =====================================================================
0    done
1    a bug in FactDesk
2    the command was not understood (argparse)
3    the article could not be read
4    the desk could not be opened: missing, newer, damaged or no desk at all
5    the desk could not be written: locked, read-only, full disk
6    ``verify`` found damage
7    what was asked for is not in the desk, or not allowed there
8    nothing to undo, or the undo no longer fits
9    the report or an export could not be written, or not printed
10   this machine lacks something FactDesk needs
==== =====================================================================
"""

from __future__ import annotations

from collections.abc import Sequence


class FactDeskError(Exception):
    """A problem the person at the desk can understand and act on.

    Args:
        what: what did not happen, in the words of the screen ("The desk was not opened").
        why: the cause as far as it is known, with the value that caused it.
        remedy: the next thing to do, as a sentence. Never empty: an error without a way out is a bug.
    """

    exit_code = 1

    def __init__(self, what: str, why: str, remedy: str) -> None:
        if not remedy:
            raise ValueError(f"no remedy given for: {what}")
        super().__init__(f"{what}: {why}.")
        self.what, self.why, self.remedy = what, why, remedy


def let_go(problem: FactDeskError) -> FactDeskError:
    """Return ``problem`` without the memory of where it came up.

    What is kept or shown for long would keep the cursors of its frames, too, and with them the desk as it was then.
    """
    problem.__cause__ = problem.__context__ = None
    return problem.with_traceback(None)


def together(failed: Sequence[tuple[str, FactDeskError]]) -> FactDeskError:
    """Return as one what was told of several steps, each with what the person asked for; one alone as it is."""
    if len(failed) == 1:
        return failed[0][1]
    why = "\n".join(f"{asked}: {problem.why}" for asked, problem in failed)
    remedies = dict.fromkeys(problem.remedy for _, problem in failed)
    return FactDeskError(f"{len(failed)} steps that waited were not kept", why, " ".join(remedies))


class UnreadableArticleError(FactDeskError):
    """The article could not be read; nothing was added to the desk."""

    exit_code = 3


class DeskOpenError(FactDeskError):
    """The desk could not be opened; the file was left as it was."""

    exit_code = 4


class NewerDeskError(DeskOpenError):
    """The desk was written by a later FactDesk."""


class NotADeskError(DeskOpenError):
    """The file is something else."""


class DamagedDeskError(DeskOpenError):
    """SQLite or the chain says that the file is damaged."""


class MissingDeskError(DeskOpenError):
    """There is no such file, or it vanished while it was open."""


class DeskWriteError(FactDeskError):
    """The change was not kept; the desk is as it was before."""

    exit_code = 5


class DeskBusyError(DeskWriteError):
    """Another program holds the desk."""


class DeskReadOnlyError(DeskWriteError):
    """The file or its folder may not be written."""


class DiskFullError(DeskWriteError):
    """There is no room left on the disk."""


class VerificationFailedError(FactDeskError):
    """The desk holds something that the journal does not account for."""

    exit_code = 6


class NotInDeskError(FactDeskError):
    """What was asked for is not in the desk."""

    exit_code = 7


class NotAllowedError(FactDeskError):
    """The desk's rules do not allow the change (a state that does not follow, a span outside the text)."""

    exit_code = 7


class NothingToUndoError(FactDeskError):
    """There is no step to take back or to do again."""

    exit_code = 8


class UndoConflictError(FactDeskError):
    """A later step changed the same rows, so taking this one back would lose it."""

    exit_code = 8


class ReportError(FactDeskError):
    """A report or an export was not written, or not printed."""

    exit_code = 9


class MissingPartError(FactDeskError):
    """This machine lacks a library, a program or a display that FactDesk needs."""

    exit_code = 10
