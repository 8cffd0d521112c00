"""``python -m benchmarks [NAME…] [--data DIR] [--json] [--write] [--peers]``: measure, hold against bars."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import any_text, endurance, peers, quality, record, report, search, sentence_splitting, speed
from benchmarks.data import BESIDE
from benchmarks.home import home
from benchmarks.reading import furniture, intake, papers
from benchmarks.results import Result, table
from benchmarks.window import answering, checklist, growth, large_desks, whole
from benchmarks.written import write_down

BENCHMARKS: dict[str, Callable[[Path], list[Result]]] = {
    "sentences": sentence_splitting.measure,
    "quality": quality.measure,
    "furniture": furniture.measure,
    "intake": intake.measure,
    "speed": speed.measure,
    "any-text": any_text.measure,
    "window": whole.measure,
    "growth": growth.measure,
    "checklist": checklist.measure,
    "answering": answering.measure,
    "large-desks": large_desks.measure,
    "record": record.measure,
    "endurance": endurance.measure,
    "report": report.measure,
    "search": search.measure,
    "papers": papers.measure,
}
"""Name on the command line → what measures, given the folder of the labelled data."""

GROUPS = {"performance": ("window", "checklist", "record", "report", "search", "growth")}
"""Names that stand for several: ``performance`` is the table of docs/performance.md in one run."""

PARTS = {f"quality/{name}": task for name, task in quality.TASKS.items()}
"""Tasks of ``quality``, which can be run alone."""

PEERS = {"peers": peers.measure}
"""What installs programs of others, so it runs only where it is asked for."""


def main() -> None:
    known = BENCHMARKS | PARTS | PEERS
    names = [*known, *GROUPS]
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(names)}; all when none is given")
    parser.add_argument("--data", type=Path, default=BESIDE, help="folder of the labelled data (%(default)s)")
    parser.add_argument("--json", action="store_true", help="print a list of objects instead of a table")
    parser.add_argument("--write", action="store_true", help="put table and curves into docs/performance.md")
    parser.add_argument(
        "--peers", action="store_true", help="measure programs of others too; installs them for the run"
    )
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in names]
    if unknown:
        parser.error(f"no benchmark is called {', '.join(unknown)}")
    wanted = [one for name in options.names or BENCHMARKS for one in GROUPS.get(name, (name,))]
    if options.write and {*wanted} - {*PEERS} != {*GROUPS["performance"]}:
        parser.error("--write replaces the whole table of docs/performance.md: name performance, and nothing beside it")
    if options.peers and "peers" not in wanted:
        wanted.append("peers")
    with home():
        results = _measured([known[name] for name in wanted], options.data)
    if options.write:
        write_down(results)
    if options.json:
        print(json.dumps([result.as_json() for result in results], indent=2))
    else:
        print(table(results))


def _measured(benchmarks: list[Callable[[Path], list[Result]]], data: Path) -> list[Result]:
    try:
        return [result for benchmark in benchmarks for result in benchmark(data)]
    finally:  # a window that was measured puts what fails into a log, which goes with its home
        sys.excepthook = sys.__excepthook__


if __name__ == "__main__":
    main()
