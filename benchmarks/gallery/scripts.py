"""Articles in other scripts and directions: marks, margin, checklist and claim of each."""

from __future__ import annotations

from pathlib import Path

from benchmarks.gallery.camera import Camera, settle
from factdesk.ui.checklist.rows import RowKind

ARTICLES = Path(__file__).parent.parent / "articles"


def scripts(camera: Camera) -> None:
    """Open each invented article and judge a claim of it."""
    for path in sorted(ARTICLES.glob("*.txt")):
        open_and_judge(camera, path)


def open_and_judge(camera: Camera, path: Path) -> None:
    """Take one article in, make claims of what is proposed first, judge two and keep a picture."""
    window = camera.window
    before = window.bench.case
    window.opening.paths([path])
    settle(20_000, lambda: window.bench.case is not None and window.bench.case is not before)
    for _ in range(4):
        window.rooms.checking.accept()
    claims = window.bench.case.claims if window.bench.case else ()
    for claim, value in zip(claims, ("ok", "fix"), strict=False):
        window.rooms.checking.give_verdict(claim.id, value)
    if claims:
        window.row.go(RowKind.CLAIM, claims[0].id)
    settle(400)
    camera.take(f"article-{path.stem}")
