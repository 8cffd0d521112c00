"""The checklist beside the bare list: show, filter, one row, a verdict; growth; a long list worked by keyboard.

Processor time, ours and the floor in turns, medians; a display is needed (``xvfb-run -a`` gives one).
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from benchmarks.results import Result

ROWS, CLAIMS = 10_000, 5_000
GROWTH = (10, 100, 1_000, 10_000, 50_000)
WORKED = (2_000, 20_000)


def measure(_data: Path) -> list[Result]:
    """Measure what a person waits for at a checklist."""
    if not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        return [Result("checklist", None, "ms", note="no display: xvfb-run -a python -m benchmarks checklist")]
    from benchmarks.window.keyboard import work_through
    from benchmarks.window.long_lists import measure_list, measure_verdict, of_growth
    from benchmarks.window.rows import make_rows

    with tempfile.TemporaryDirectory(prefix="factdesk-bench-") as name:
        desks = {rows: Path(name) / f"{rows}.factdesk" for rows in {ROWS, CLAIMS * 5 // 3, *GROWTH, *WORKED}}
        for rows, path in desks.items():
            make_rows(path, rows)
        found = measure_list(desks[ROWS])
        found.append(measure_verdict(desks[CLAIMS * 5 // 3]))
        found += of_growth({rows: desks[rows] for rows in GROWTH})
        for rows in WORKED:
            found += work_through(desks[rows], rows)
    return found
