"""The start: what the first paint waits for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.large import make_desk
from benchmarks.window import settings

PAINTED = """
import sys
from factdesk.ui import start
app = start.application()
window = start.open_window([])
assert window is not None and window.bench.case is not None
while not window.case_page.article.text.sight.shown():
    app.processEvents()
print("\\n".join(sys.modules))
"""

LATE = (
    "factdesk.readers", "factdesk.report", "factdesk.cli", "factdesk.rules.registers", "factdesk.rules.repeats",
    "factdesk.ui.registers.pane", "factdesk.ui.questions", "factdesk.ui.report", "factdesk.ui.claim.telling_row",
    "factdesk.work.edits.telling", "factdesk.work.edits.tick", "factdesk.work.edits.query",
    "factdesk.work.edits.source", "factdesk.ui.welcome", "factdesk.ui.claim.page", "factdesk.ui.claim.view",
    "factdesk.ui.claim.suggestion",
    "factdesk.ui.icons", "factdesk.ui.article.find_bar", "factdesk.text.sentences", "factdesk.text.hazards",
    "factdesk.ui.window.intake", "factdesk.ui.window.reporting", "factdesk.ui.window.registers",
    "factdesk.rules.suggest", "factdesk.store.exchange", "hashlib", "uuid", "html",
    "typst", "lxml", "sqlite_utils", "markdown", "numpy", "difflib",
)  # fmt: skip
"""What no first paint of an article needs; each is imported when it is wanted first."""


def test_an_article_is_painted_before_what_only_later_steps_need_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    settings(tmp_path, tmp_path / "a.factdesk", make_desk(tmp_path / "a.factdesk", 5_000, 10))
    done = subprocess.run([sys.executable, "-c", PAINTED], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    early = [name for name in done.stdout.split() if name.startswith(LATE)]
    assert early == []
