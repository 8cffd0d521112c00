"""Where the files that come with the program are: in the wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below ``resources/``; it may not exist."""
    return _place("resources").joinpath(*parts)


def sample_article() -> Path:
    """Return the sample article that the welcome page and ``packaging/run.sh`` open."""
    return _place("seeds") / "sample-article-iran-plan-b.txt"


def _place(folder: str) -> Path:
    installed = _PACKAGE / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder
