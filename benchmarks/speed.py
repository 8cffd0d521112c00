"""Speed of what a long article goes through, on texts made of the sample article; no data needed."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.results import Result
from factdesk.assets import sample_article
from factdesk.model.ids import SegmentId, VersionId
from factdesk.model.segment import Label, Segment
from factdesk.readers.formats import read_text
from factdesk.rules.coverage import coverage
from factdesk.rules.registers.reading import Reading
from factdesk.rules.suggestions.suggest import suggest
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.work.intake import propose
from factdesk.work.jobs import Unwatched
from factdesk.work.registers import work_out

_SUGGEST_BAR = 3_000
_MEGABYTE = 1_000_000
_SEGMENTS = 5_000
_ARTICLE = 35_000
"""Characters of an article of 5,000 words."""
_LIFTED = """
import sys
from factdesk.readers.formats import read_text
from factdesk.rules.suggestions.suggest import suggest

def held(line):
    return int(next(one for one in open("/proc/self/status") if one.startswith(line)).split()[1]) / 1024

draft = read_text(sys.stdin.read())
before = held("VmRSS")
open("/proc/self/clear_refs", "w").write("5")
suggest(draft.text, draft.blocks, draft.furniture, language="en")
print(held("VmHWM") - before)
"""
"""Prints how many megabytes more were held at most; "5" forgets the peak of before. Linux only."""


def measure(_data: Path) -> list[Result]:
    """Measure suggestions at three lengths, each against the shortest, and coverage of a megabyte."""
    sample = sample_article().read_text(encoding="utf-8")
    found: list[Result] = []
    for length in (_MEGABYTE // 100, _MEGABYTE // 10, _MEGABYTE):
        text = (sample + "\n\n") * max(1, length // len(sample))
        draft = read_text(text)
        run = partial(suggest, text, draft.blocks, draft.furniture, language="en")
        rate = len(run()) / _seconds(run)
        first = found[0].value if found else None
        note = "ratio 1 is linear time" if first else ""
        found.append(Result(f"suggest, {len(text):,} characters", rate, "sentences/s", first, _SUGGEST_BAR, note))
    return [
        *found,
        _job(sample),
        *(_memory(sample, length) for length in (_ARTICLE, _MEGABYTE, 5 * _MEGABYTE)),
        *_registers(sample),
        _coverage((sample + "\n\n") * (_MEGABYTE // len(sample))),
    ]


def _job(sample: str) -> Result:
    """Measure what the window's job does with an article after it is read."""
    draft = read_text(_of_length(sample, _ARTICLE))
    seconds = _seconds(partial(propose, draft, Unwatched()))
    note = f"{len(draft.text.split()):,} words; must stay below 300"
    return Result("suggestions, the window's job", 1000 * seconds, "ms, less is better", note=note)


def _memory(sample: str, length: int) -> Result:
    """Measure how far suggestions lift the resident memory of a process of their own above what it held before."""
    done = subprocess.run(
        [sys.executable, "-c", _LIFTED], input=_of_length(sample, length), capture_output=True, text=True, check=False
    )
    lifted = float(done.stdout) if done.returncode == 0 else None
    note = "peak; a usual article must stay below 60" if length == _ARTICLE else "peak"
    return Result(f"suggestions, memory for {length:,} characters", lifted, "MB, less is better", note=note)


def _of_length(sample: str, length: int) -> str:
    return ((sample + "\n\n") * (length // len(sample) + 1))[:length]


def _registers(sample: str) -> list[Result]:
    """Measure registers, hedge ladder and questions together, at three lengths, each against the shortest."""
    found: list[Result] = []
    for length in (_MEGABYTE // 100, _MEGABYTE // 10, _MEGABYTE):
        text = (sample + "\n\n") * max(1, length // len(sample))
        draft = read_text(text)
        reading = Reading(text=text, blocks=draft.blocks, furniture=draft.furniture, language="en")
        rate = len(text) / _seconds(partial(work_out, reading, Unwatched()))
        first = found[0].value if found else None
        note = "in a job; ratio 1 is linear time" if first else "in a job"
        found.append(Result(f"registers, {len(text):,} characters", rate, "characters/s", first, None, note))
    return found


def _coverage(text: str) -> Result:
    step = len(text) // _SEGMENTS
    segments = [
        Segment(
            id=SegmentId(str(nth)),
            version_id=VersionId("v"),
            label=Label.OPINION,
            anchor=anchor_of(text, Span(nth * step, nth * step + step // 2)),
            made_at="2026-01-01T00:00:00Z",
            made_by="benchmark",
        )
        for nth in range(_SEGMENTS)
    ]
    seconds = _seconds(lambda: coverage(text, segments))
    return Result("coverage, 1 MB, 5,000 segments", 1000 * seconds, "ms, less is better")


def _seconds(run: Callable[[], object]) -> float:
    """Return the processor seconds of the fastest of three runs."""
    taken: list[float] = []
    for _ in range(3):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)
