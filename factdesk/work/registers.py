"""The registers, the hedge ladder, the questions they raise and what is told twice, worked out beside the window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from factdesk.model.tick import REGISTERS
from factdesk.rules.author.hedges import Ladder, ladder
from factdesk.rules.author.questions import Question, questions, with_other_figures
from factdesk.rules.registers.entries import Registers
from factdesk.rules.registers.gathering import registers
from factdesk.rules.registers.reading import Reading
from factdesk.rules.sentences.article import Article
from factdesk.rules.tellings.repeats import Repeats
from factdesk.work.companion import CompanionError, worked_out
from factdesk.work.jobs import Job, Watch, making_what_stays, step

_SHORT = 20_000
"""Characters up to which the work is done before a process could be started: a tenth of a second or two."""
_AT_ONCE = 200
"""Entries that are unpacked at once, in a millisecond or two."""
_NO_ARTICLE = Article((), frozenset())


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

    @property
    def repeats(self) -> Repeats:
        """What the article tells more than once."""
        return self.registers.told


def registers_job(reading: Reading) -> Job[WorkedOut]:
    """Return the job that works the registers out: a short text where it stands, a long one in a process beside.

    What comes of it lacks the sentences (``Registers.article``): they are the most of it, and nobody asks for them.
    """
    return lambda watch: _quickly(reading, watch) if len(reading.text) <= _SHORT else _beside(reading, watch)


def _quickly(reading: Reading, watch: Watch) -> WorkedOut:
    found = work_out(reading, watch)
    return replace(found, registers=replace(found.registers, article=_NO_ARTICLE))


def _beside(reading: Reading, watch: Watch) -> WorkedOut:
    """Have a companion work it out; where none can be had, do it here."""
    held: defaultdict[str, list[Any]] = defaultdict(list)
    try:
        with making_what_stays():
            for part, some in worked_out(in_pieces, reading, watch):
                held[part] += some
    except CompanionError:
        return _quickly(reading, watch)
    return _whole(reading, held)


def in_pieces(reading: Reading, watch: Watch) -> Iterator[tuple[str, Sequence[object]]]:
    """Work out ``reading`` and yield what was found part by part, some of it at a time.

    Raises:
        Cancelled: the person stopped it.
    """
    found = work_out(reading, watch)
    parts: dict[str, Sequence[object]] = {
        **{register.value: entries for register, entries in found.registers.entries.items()},
        "wording": [found.registers.wording],
        "rungs": found.ladder.rungs,
        "rises": found.ladder.rises,
        "questions": found.questions,
        "groups": found.repeats.groups,
        "inconsistencies": found.repeats.inconsistencies,
    }
    for part, whole in parts.items():
        for at in range(0, len(whole), _AT_ONCE):
            yield part, whole[at : at + _AT_ONCE]


def _whole(reading: Reading, held: Mapping[str, Sequence[Any]]) -> WorkedOut:
    """Return what ``in_pieces`` yielded, put together."""
    entries = {register: tuple(held[register.value]) for register in REGISTERS}
    told = Repeats(tuple(held["groups"]), tuple(held["inconsistencies"]))
    return WorkedOut(
        reading,
        Registers(entries, held["wording"][0], _NO_ARTICLE, told),
        Ladder(tuple(held["rungs"]), tuple(held["rises"])),
        tuple(held["questions"]),
    )


def work_out(reading: Reading, watch: Watch) -> WorkedOut:
    """Return registers, ladder and questions of ``reading``.

    Raises:
        Cancelled: the person stopped it.
    """
    with making_what_stays():
        found = registers(reading, lambda done, total: step(watch, done, total))
        rungs = ladder(reading.text, found)
        asked = with_other_figures(reading.text, questions(reading.text, found, rungs), found.told)
    return WorkedOut(reading, found, rungs, asked)
