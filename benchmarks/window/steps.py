"""The steps whose growth is measured, on cases made of facts."""

from __future__ import annotations

import re
from functools import partial
from itertools import count

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from benchmarks.large import long_text
from benchmarks.window.painting import painted, processor, side_by_side
from factdesk.model.article import Article, Details
from factdesk.model.case import Case
from factdesk.model.claim import Claim
from factdesk.model.ids import ArticleId, ClaimId, SegmentId, VersionId
from factdesk.model.segment import Label, Segment
from factdesk.model.version import Block, BlockKind, Version
from factdesk.rules.coverage import coverage
from factdesk.rules.numbering import numbers
from factdesk.rules.scales import shipped_scales
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.ui import start
from factdesk.ui.article.marks import marks_of
from factdesk.ui.article.pane import ArticlePane
from factdesk.ui.checklist.pane import ChecklistPane

_AT, _BY = "2026-01-01T00:00:00Z", "Checker"
_LINE = re.compile(r"\S.*")


class Bench:
    """One window with an article pane, on which the steps are taken."""

    def __init__(self) -> None:
        app = QApplication.instance() or start.application()
        assert isinstance(app, QApplication)
        self._pane = ArticlePane()
        self._frame = side_by_side(self._pane, ChecklistPane())
        self._fresh = count()

    def close(self) -> None:
        self._frame.close()

    def steps(self, characters: int, claims: int, runs: int) -> dict[str, list[float]]:
        """Return the milliseconds of processor time of each step on a case of this size, run by run."""
        case = case_of(characters, claims)
        view = self._pane.text.viewport()
        covered = [processor(lambda: coverage(case.version.text, case.segments)) for _ in range(runs)]
        opened = [painted(partial(self._open, case), view) for _ in range(runs)]
        bar = self._pane.text.verticalScrollBar()
        places = [bar.maximum() * nth // (runs + 1) for nth in range(1, runs + 1)]
        jumps = [painted(partial(bar.setValue, place), view) for place in places]
        bar.setValue(0)
        QApplication.processEvents()
        styled = [painted(partial(self._restyle, case), view) for _ in range(runs)]
        taken = {"open": opened, "coverage": covered, "scroll jump": jumps, "restyle": styled}
        return {step: [1000 * one for one in seconds] for step, seconds in taken.items()}

    def _open(self, case: Case) -> None:
        version = replace(case.version, id=VersionId(str(next(self._fresh))))  # the version shown already is not shown
        self._marks = marks_of(case, numbers(case.claims), coverage(version.text, case.segments))
        self._pane.show_article(case.article, version, 1, self._marks)

    def _restyle(self, case: Case) -> None:
        claim = case.claims[0]  # in sight, at the top
        span = case.words_of()[claim.id].anchor.span
        self._pane.show_claim(self._marks.with_work(case), [span])


def case_of(characters: int, claims: int) -> Case:
    """Return a case of a text this long with claims of 60 characters, evenly spread from its beginning."""
    text, scale = long_text(characters), shipped_scales()[0]
    article, version = ArticleId("article"), VersionId("version")
    apart = characters // claims
    spans = [Span(nth * apart, nth * apart + min(60, apart - 2)) for nth in range(claims)]
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*found.span())) for found in _LINE.finditer(text))
    return Case(
        article=Article(id=article, details=Details(title="Growth"), added_at=_AT, added_by=_BY),
        version=Version(
            id=version, article_id=article, number=1, text=text, text_sha256="", file_sha256="", file_name="",
            reader="plain", blocks=blocks, added_at=_AT, added_by=_BY,
        ),
        version_count=1,
        segments=tuple(
            Segment(
                id=SegmentId(f"s{nth}"), version_id=version, label=Label.CLAIM, anchor=anchor_of(text, span),
                claim_id=ClaimId(f"c{nth}"), made_at=_AT, made_by=_BY,
            )
            for nth, span in enumerate(spans)
        ),
        suggestions=(),
        claims=tuple(
            Claim(id=ClaimId(f"c{nth}"), article_id=article, made_at=_AT, made_by=_BY) for nth in range(claims)
        ),
        sources={},
        evidence=(),
        scales={scale.id: scale},
    )  # fmt: skip
