"""The registers of a long text come from a process beside, and are those of the same text read here."""

from __future__ import annotations

import gc
from multiprocessing import active_children
from multiprocessing.resource_tracker import ensure_running
from multiprocessing.spawn import get_executable, set_executable

from factdesk.model.version import Block, BlockKind
from factdesk.rules.registers.reading import Reading
from factdesk.text.spans import Span
from factdesk.work.jobs import Unwatched
from factdesk.work.registers import registers_job, work_out

PARAGRAPH = (
    "On May {0}, 2024 the ministry reportedly paid {0}0 million euros for bridge {0}. “It is safe,” said Ana Silva{1}. "
    "The ministry paid {0}0 million euros for bridge {0}."
)


class Looking(Unwatched):
    """Looks, each time it is told how far the work is, how many processes there are beside this one."""

    def __init__(self) -> None:
        self.beside: list[int] = []

    def progress(self, done: int, total: int) -> None:
        assert done <= total
        self.beside.append(len(active_children()))


def long_reading(paragraphs: int) -> Reading:
    lines = [PARAGRAPH.format(nth % 28 + 1, nth) for nth in range(paragraphs)]
    starts = [sum(len(line) + 1 for line in lines[:nth]) for nth in range(paragraphs)]
    spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    blocks = tuple(Block(BlockKind.PARAGRAPH, span) for span in spans)
    return Reading(text="\n".join(lines), blocks=blocks, language="en")


def test_a_long_text_gives_the_same_beside_as_here() -> None:
    reading = long_reading(150)
    assert len(reading.text) > 20_000
    look_here, look_beside = Looking(), Looking()
    here, beside = work_out(reading, look_here), registers_job(reading)(look_beside)
    assert set(look_here.beside) == {0}
    assert set(look_beside.beside) == {1}
    assert beside.registers.entries == here.registers.entries
    assert beside.registers.wording == here.registers.wording
    assert (beside.ladder, beside.questions, beside.repeats) == (here.ladder, here.questions, here.repeats)
    assert sum(map(len, here.registers.entries.values())) > 400
    assert here.ladder.rungs and here.questions and here.repeats.groups
    assert gc.isenabled()


def test_where_no_process_can_be_had_the_work_is_done_here() -> None:
    reading = long_reading(150)
    ensure_running()  # the helper of Python's own that notes what processes share is no part of this
    before = get_executable()
    set_executable("/nowhere/no-such-program")
    try:
        assert registers_job(reading)(Unwatched()).registers.entries == work_out(reading, Unwatched()).registers.entries
    finally:
        set_executable(before)
