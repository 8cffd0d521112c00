"""Whatever the text, in whatever script: everything found lies inside it, nothing breaks, and time grows with length.

``python -m benchmarks any-text`` goes to five megabytes.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.model.draft import Draft
from factdesk.model.tick import REGISTERS, Register
from factdesk.readers.formats import read_text
from factdesk.rules.registers.reading import reading_of_draft
from factdesk.rules.suggestions.reasons import REASONS
from factdesk.rules.suggestions.suggest import Told, suggest_lines, suggest_told
from factdesk.text.spans import Span
from factdesk.work.jobs import Unwatched
from factdesk.work.registers import WorkedOut, work_out
from tests.timed import seconds
from tests.unit.rules.traps import TRAPS

FIGURE = "$95 million"
AFTER = f"\n\nLind paid {FIGURE}.\n"
"""Stands behind every trap: who reads on finds the figure."""
SHORT, LONGEST, TIMES = 1_200, 80_000, 8
SQUARE = 24
"""Eight times the text may take this many times as long on a busy machine; a square would take 64 times."""
LEAST = 0.02
"""Seconds below which a measured time is noise: a text that takes less is too short to measure."""


def found_in(draft: Draft, *, spoken: bool) -> WorkedOut:
    """Return what the registers' job gives, after everything that suggestions hold was looked at."""
    text = draft.text
    proposed = suggest_told(text, draft.blocks, draft.furniture, Told("en", spoken))
    at = 0
    for one in proposed:
        assert at <= one.span.start < one.span.end <= len(text)
        assert 0 <= one.score <= 1
        assert all(reason.code in REASONS for reason in one.reasons)
        assert all(one.span.start <= r.span.start < r.span.end <= one.span.end for r in one.reasons)
        at = one.span.end
    return work_out(reading_of_draft(draft, proposed), Unwatched())


def spans_of(found: WorkedOut) -> list[Span]:
    entries = [entry.span for register in REGISTERS for entry in found.registers.entries[register]]
    rises = [rung.sentence for rise in found.ladder.rises for rung in (rise.earlier, rise.later)]
    told = [span for group in found.repeats.groups for span in (group.head, *group.tellings)]
    odd = [span for one in found.repeats.inconsistencies for span in (one.first, one.second)]
    return [*entries, *rises, *told, *odd, *(question.span for question in found.questions)]


def read(trap: str, length: int) -> float:
    """Read so much of a trap and what stands behind it; returns seconds of the processor."""
    piece = TRAPS[trap]
    draft = read_text("Lind " + (piece * (length // len(piece) + 1))[:length] + AFTER)
    got: list[WorkedOut] = []
    taken = seconds(lambda: got.append(found_in(draft, spoken=trap == "turns of a debate")), 1)
    (found,) = got
    assert all(span.within(len(draft.text)) for span in spans_of(found))
    at = draft.text.rindex(FIGURE)
    assert Span(at, at + len(FIGURE)) in [entry.span for entry in found.registers.entries[Register.NUMBERS]]
    return taken


@pytest.mark.parametrize("trap", TRAPS)
def test_behind_a_text_that_is_a_trap_a_figure_is_found_in_time_that_grows_with_the_text(trap: str) -> None:
    short = SHORT

    def quickest(length: int) -> float:
        return min(read(trap, length) for _ in range(2))

    while (taken := quickest(short)) < LEAST and short < LONGEST:
        short *= 2
    assert quickest(TIMES * short) < SQUARE * max(taken, LEAST)


@given(st.lists(st.sampled_from(sorted(TRAPS.values())) | st.text(max_size=20), min_size=1, max_size=25), st.booleans())
@settings(max_examples=30, deadline=None)
def test_any_mixture_of_traps_gives_spans_inside_it(pieces: list[str], spoken: bool) -> None:
    draft = read_text("Lind " + "".join(pieces))
    found = found_in(draft, spoken=spoken)
    assert all(span.within(len(draft.text)) for span in spans_of(found))


@given(st.lists(st.sampled_from(sorted(TRAPS.values())) | st.text(max_size=20), max_size=25))
@settings(max_examples=30, deadline=None)
def test_any_lines_give_proposals_inside_them(pieces: list[str]) -> None:
    text = "".join(pieces)
    for one in suggest_lines(text, language="en"):
        assert one.span.within(len(text))
        assert 0 <= one.score <= 1
