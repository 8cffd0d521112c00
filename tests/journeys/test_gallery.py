"""The gallery has a picture of each page and dialog there is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_gallery_is_taken_to_its_end_with_a_picture_of_every_dialog(tmp_path: Path, screen: None) -> None:
    command = [sys.executable, "-m", "benchmarks.gallery", str(tmp_path), "--scale", "1", "--theme", "light"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-1000:]
    taken = {path.name.removesuffix("-light.png") for path in tmp_path.glob("*.png")}
    assert {"welcome", "sample-usual", "notice-small", "long-list", "article-arabic", "dialog-losing"} <= taken
