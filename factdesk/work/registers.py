"""The registers, the hedge ladder, the questions they raise and what is told twice, worked out beside the window."""

from __future__ import annotations

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
    found = registers(reading, lambda done, total: step(watch, done, total))
    rungs = ladder(reading.text, found)
    told = repeats(reading.text, found.article)
    asked = with_other_figures(reading.text, questions(reading.text, found, rungs), told)
    return WorkedOut(reading, found, rungs, asked, told)
