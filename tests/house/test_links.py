"""What the documents link to is there: the file, and the heading in it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_CODE = re.compile(r"```.*?```", re.DOTALL)


def documents() -> list[Path]:
    kept = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "resources").rglob("*.md")]
    return sorted(kept)


def anchors(document: Path) -> set[str]:
    """The names that a page gives its headings: small letters, hyphens for spaces, no other signs."""
    headings = _HEADING.findall(_CODE.sub("", document.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_link_leads_to_a_file_and_a_heading_that_exist() -> None:
    lost, followed = [], 0
    for document in documents():
        for link in _LINK.findall(_CODE.sub("", document.read_text(encoding="utf-8"))):
            if "://" in link:
                continue
            file, _, heading = link.partition("#")
            goal = (document.parent / file).resolve() if file else document
            followed += 1
            if not goal.exists() or (heading and heading not in anchors(goal)):
                lost.append(f"{document.relative_to(ROOT)}: {link}")
    assert followed
    assert lost == []
