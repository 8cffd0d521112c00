"""The figures of one run, put into docs/performance.md: the table between its marks, the curves beside it."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import curves
from benchmarks.results import Result, markdown
from benchmarks.window import growth

DOCS = Path(__file__).parents[1] / "docs"
_CURVES = "![As the text grows](images/growth-text.svg)\n\n![As the claims grow in number](images/growth-claims.svg)"
BEGIN, END = "<!-- figures of one run -->", "<!-- end of figures -->"


def write_down(results: Sequence[Result], docs: Path = DOCS) -> None:
    """Write the table into ``performance.md`` and, where growth was measured, the curves into ``images``.

    Raises:
        ValueError: the page has lost its marks.
    """
    page = docs / "performance.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"{page.name} has no “{BEGIN}” before “{END}”")
    by_text, by_claims = growth.points(results)
    curved = bool(by_text and by_claims)
    told = "\n\n".join([_told(results), *([_CURVES] if curved else [])])
    page.write_text(f"{before}{BEGIN}\n\n{told}\n\n{END}{after}", encoding="utf-8")
    if curved:
        sizes = {size: f"{size // 1000:,} kB" for size in growth.TEXTS}
        counts = {count: f"{count:,}" for count in growth.CLAIMS}
        for name, title, at, taken in (
            ("growth-text", "As the text grows", sizes, by_text),
            ("growth-claims", "As the claims of 5 MB of text grow in number", counts, by_claims),
        ):
            (docs / "images" / f"{name}.svg").write_text(curves.draw(title, at, taken), encoding="utf-8")


def _told(results: Sequence[Result]) -> str:
    missed = [result.name for result in results if result.met is False]
    machine = f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"
    said = f"{datetime.now(UTC):%Y-%m-%d}, {machine}. Missed: {'; '.join(missed) or 'nothing'}."
    return f"{said}\n\n{markdown(results)}"
