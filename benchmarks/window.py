"""The window beside the bare machine: start, opening, scrolling, restyling, memory.

Each figure stands beside its floor (``benchmarks/floors``), measured in the same run; medians of several. A display is
needed (``xvfb-run -a`` gives one); without one the figures say "not measured".
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.large import long_text, make_desk
from benchmarks.results import Result

RUNS = 7
START_BAR, MEMORY_BAR = 1.8, 150.0


def measure(_data: Path) -> list[Result]:
    """Measure everything that needs a window."""
    if not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        return [Result("window", None, "ms", note="no display: xvfb-run -a python -m benchmarks window")]
    from benchmarks.panes import measure_panes

    return [*_start(), *measure_panes()]


def _start() -> list[Result]:
    with home() as folder:
        desk = folder / "usual.factdesk"
        article = make_desk(desk, 20_000, 100)
        settings(folder, desk, article)
        text = folder / "text.txt"
        text.write_text(long_text(20_000), encoding="utf-8")
        ours, floors = [], []
        for _ in range(RUNS):
            ours.append(_timed("benchmarks.probes.start")[0])
            floors.append(_timed("benchmarks.floors.two_panes", str(text), "100")[0])
        big = folder / "big.factdesk"
        settings(folder, big, make_desk(big, 1_000_000, 5_000))
        memory = statistics.median(_timed("benchmarks.probes.start")[1] for _ in range(3))
    note = f"spread {min(ours):.0f}-{max(ours):.0f}, floor {min(floors):.0f}-{max(floors):.0f}; bar is on the ratio"
    return [
        Result("start to painted article", statistics.median(ours), "ms", statistics.median(floors), START_BAR, note),
        Result("memory, 1 MB, 5,000 claims", memory, "MB", None, MEMORY_BAR, "resident, half a second after the paint"),
    ]


def _timed(module: str, *words: str) -> tuple[float, float]:
    """Run a probe; return milliseconds from its start to what it printed first, and what it printed next."""
    command = [sys.executable, "-m", module, *words]
    began = time.monotonic()
    # Compiled files are written, as they are where the program is installed.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True, env=environment)
    lines = done.stdout.split()
    return 1000 * (float(lines[0]) - began), float(lines[1]) if len(lines) > 1 else 0.0


@contextmanager
def home() -> Iterator[Path]:
    """A temporary home for desks and settings; the environment names it while it stands."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    before = {name: os.environ.get(name) for name in names}
    with tempfile.TemporaryDirectory(prefix="factdesk-bench-") as folder:
        os.environ.update(dict.fromkeys(names, folder))
        try:
            yield Path(folder)
        finally:
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})


def settings(folder: Path, desk: Path, article: str) -> None:
    """Leave behind what a window leaves that was closed on this article."""
    from factdesk.settings import Preferences, save, save_window_state

    assert folder.is_dir()
    save(Preferences(name="Checker", theme="light", recent=(desk,)))
    save_window_state({"article": article})
