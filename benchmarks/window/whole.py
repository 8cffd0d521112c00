"""The window beside the bare machine: start, opening, scrolling, restyling, memory.

Each figure stands beside its floor (``benchmarks/floors``), measured in the same run; medians of several. A display is
needed (``xvfb-run -a`` gives one); without one the figures say "not measured".
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.home import home
from benchmarks.large import long_text, make_desk
from benchmarks.results import BarOn, Result

RUNS = 15
START_BAR, MEMORY_BAR = 1.8, 150.0


def measure(_data: Path) -> list[Result]:
    """Measure everything that needs a window."""
    if not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        return [Result("window", None, "ms", note="no display: xvfb-run -a python -m benchmarks window")]
    from benchmarks.window.opening import measure_opening
    from benchmarks.window.panes import measure_panes

    return [*_start(), *measure_opening(), *measure_panes()]


class Run(NamedTuple):
    """What a probe told: milliseconds to the paint by the clock and of the processor, MB resident and its own alone.

    ``settled`` are the milliseconds of the processor until half a second after the paint.
    """

    clock: float
    processor: float
    resident: float
    alone: float
    settled: float


def _start() -> list[Result]:
    with home() as folder:
        desk, text = folder / "usual.factdesk", folder / "text.txt"
        settings(folder, desk, make_desk(desk, 20_000, 100))
        text.write_text(long_text(20_000), encoding="utf-8")
        ours: list[Run] = []
        bare: list[Run] = []
        turns = ((ours, ("benchmarks.probes.start",)), (bare, ("benchmarks.floors.two_panes", str(text), "100")))
        for nth in range(RUNS):
            for runs, command in turns if nth % 2 else reversed(turns):
                runs.append(_run(*command))
        big = folder / "big.factdesk"
        settings(folder, big, make_desk(big, 1_000_000, 5_000))
        text.write_text(long_text(1_000_000), encoding="utf-8")
        full = [_run("benchmarks.probes.start") for _ in range(3)]
        bare_full = [_run("benchmarks.floors.two_panes", str(text), "5000") for _ in range(3)]
    return [
        _beside("start to painted article, processor", [r.processor for r in ours], [r.processor for r in bare]),
        _beside("start to painted article, by the clock", [r.clock for r in ours], [r.clock for r in bare]),
        _beside("start to all that comes after, processor", [r.settled for r in ours], [r.settled for r in bare], None),
        *_memory(full, bare_full),
    ]


def _beside(name: str, ours: list[float], bare: list[float], bar: float | None = START_BAR) -> Result:
    pairs = [one / other for one, other in zip(ours, bare, strict=True)]
    return Result.several(name, ours, "ms", bare, f"ratio of pairs {min(pairs):.1f} to {max(pairs):.1f}").held(bar)


def _memory(full: list[Run], bare: list[Run]) -> list[Result]:
    """Tell the memory of the window with 1 MB and 5,000 claims, as the system counts it and as it alone costs."""
    name = "memory, 1 MB, 5,000 claims"
    told = ((2, "resident", "half a second after the paint"), (3, "not shared", "private pages"))
    found = [
        Result.several(f"{name}, {what}", [run[nth] for run in full], "MB", [run[nth] for run in bare], note)
        for nth, what, note in told
    ]
    beyond = [run.resident - median(one.resident for one in bare) for run in full]
    found.append(Result.several(f"{name}, beyond the bare window", beyond, "MB", note="resident"))
    return [figure.held(MEMORY_BAR, BarOn.MOST) for figure in found]


def _run(module: str, *words: str) -> Run:
    """Run a probe."""
    command = [sys.executable, "-m", module, *words]
    began = time.monotonic()
    # Compiled files are written, as they are where the program is installed.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True, env=environment)
    clock, processor, resident, alone, settled = map(float, done.stdout.split())
    return Run(1000 * (clock - began), 1000 * processor, resident, alone, 1000 * settled)


def settings(folder: Path, desk: Path, article: str) -> None:
    """Leave behind what a window leaves that was closed on this article."""
    from factdesk.settings import Preferences, save, save_window_state

    assert folder.is_dir()
    save(Preferences(name="Checker", theme="light", recent=(desk,)))
    save_window_state({"article": article})
