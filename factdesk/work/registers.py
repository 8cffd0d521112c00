"""The registers, the hedge ladder, the questions they raise and what is told twice, worked out beside the window."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from factdesk.rules.entries import Registers
from factdesk.rules.hedges import Ladder, ladder
from factdesk.rules.questions import Question, questions, with_other_figures
from factdesk.rules.reading import Reading
from factdesk.rules.registers import registers
from factdesk.rules.repeats import Repeats, repeats
from factdesk.work.jobs import Job, Watch, step


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """What one reading of an article gave.

    Attributes:
        reading: what was read; another one gives other registers.
    """

    reading: Reading
    registers: Registers
    ladder: Ladder
    questions: tuple[Question, ...]
    repeats: Repeats


def registers_job(reading: Reading) -> Job[WorkedOut]:
    """Return the job that works the registers out: a long article takes some seconds."""
    return lambda watch: work_out(reading, watch)


def work_out(reading: Reading, watch: Watch) -> WorkedOut:
    """Return registers, ladder and questions of ``reading``.

    Raises:
        Cancelled: the person stopped it.
    """
    with _making_what_stays():
        found = registers(reading, lambda done, total: step(watch, done, total))
        rungs = ladder(reading.text, found)
        told = repeats(reading.text, found.article)
        asked = with_other_figures(reading.text, questions(reading.text, found, rungs), told)
    return WorkedOut(reading, found, rungs, asked, told)


@contextmanager
def _making_what_stays() -> Iterator[None]:
    """Let nobody look for garbage among what is made: that finds none, and holds the window up for half a second."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        # Together the two make all that is there old, without looking at it.
        gc.freeze()
        gc.unfreeze()
        gc.enable()
