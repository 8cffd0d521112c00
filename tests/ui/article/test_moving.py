"""Going somewhere in the text: softly, and without jumps."""

from __future__ import annotations

import time

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.window.painting import Painted
from factdesk.model.ids import ClaimId, SegmentId
from factdesk.model.segment import Label
from factdesk.rules.coverage import coverage
from factdesk.rules.numbering import numbers
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.ui.article.marks import marks_of
from factdesk.ui.article.pane import ArticlePane
from tests.ui.article.cases import BRIDGE_ARTICLE, CaseMaker, version_of
from tests.ui.article.conftest import Show

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SENTENCE = "The county closed bridge number {0} after the river rose {0} metres in a single night, officials said. "


def long_text(paragraphs: int) -> str:
    """Paragraphs of very different lengths, so that guessed heights are wrong."""
    return "\n\n".join(SENTENCE.format(n) * (1 + n * 7 % 9) for n in range(paragraphs))


def y_of(pane: ArticlePane, span: Span) -> float:
    return pane.text.sight.places(span)[0].top()


def in_sight(pane: ArticlePane, span: Span) -> bool:
    return 0 <= y_of(pane, span) < pane.text.viewport().height() - 20


def still(pane: ArticlePane, qtbot: QtBot, span: Span) -> None:
    """Wait until a span has come to rest in sight."""
    last: list[float] = []

    def rests() -> bool:
        last.append(y_of(pane, span))
        return len(last) > 2 and last[-1] == last[-2] == last[-3] and in_sight(pane, span)

    qtbot.waitUntil(rests)


@pytest.fixture
def long(show: Show) -> tuple[ArticlePane, CaseMaker]:
    maker = CaseMaker(version_of(long_text(300)))
    return show(maker), maker


def test_laying_out_what_stands_around_the_view_moves_and_draws_no_word(
    long: tuple[ArticlePane, CaseMaker], qtbot: QtBot
) -> None:
    pane, _ = long
    bar, painted, corrected = pane.text.verticalScrollBar(), Painted(), 0
    for tenth in range(1, 10):
        bar.setValue(bar.maximum() * tenth // 10)
        QApplication.processEvents()
        guessed, seen = bar.maximum(), pane.text.sight.shown()
        place, painted.seen = y_of(pane, seen), False
        pane.text.viewport().installEventFilter(painted)
        qtbot.waitUntil(lambda: not any(timer.isActive() for timer in pane.text.findChildren(QTimer)))
        QApplication.processEvents()
        corrected += bar.maximum() != guessed
        assert not painted.seen
        assert y_of(pane, seen) == place
    assert corrected


def test_a_span_far_away_comes_to_the_upper_third(long: tuple[ArticlePane, CaseMaker], qtbot: QtBot) -> None:
    pane, maker = long
    span = maker.span("bridge number 220")
    pane.go_to(span)
    still(pane, qtbot, span)
    assert 0.2 < y_of(pane, span) / pane.text.viewport().height() < 0.45
    assert pane.cursor_index() == span.start


def word_at(pane: ArticlePane, y: int) -> Span:
    """Return some characters drawn at a height, without asking for any text that is out of sight."""
    pane.text.setTextCursor(pane.text.cursorForPosition(QPoint(pane.width() // 2, y)))
    return Span(pane.cursor_index(), pane.cursor_index() + 3)


def test_a_span_that_is_easy_to_read_where_it_is_moves_nothing(
    long: tuple[ArticlePane, CaseMaker], qtbot: QtBot
) -> None:
    pane, _ = long
    bar = pane.text.verticalScrollBar()
    bar.setValue(5000)
    near = word_at(pane, 300)
    before = y_of(pane, near)
    pane.go_to(near)
    assert pane.text.findChild(QPropertyAnimation) is None
    assert y_of(pane, near) == before
    pane.go_to(word_at(pane, pane.text.viewport().height() - 20))
    qtbot.waitUntil(lambda: y_of(pane, near) < before - 100)
    assert pane.text.findChild(QPropertyAnimation) is not None, "and this is what moves"


@pytest.mark.parametrize("steps", [(-40, -40, -90, 25, -120, 60), (-350, -350, -350), (-5,) * 30])
def test_words_in_sight_never_jump_while_unseen_text_is_scrolled_in(show: Show, steps: tuple[int, ...]) -> None:
    paragraphs = [("ill " * 90, "WOMAN " * 90)[n % 3 == 0] for n in range(200)]  # the guess is wrong for both
    pane = show(CaseMaker(version_of("\n\n".join(paragraphs))))
    bar = pane.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    guessed = bar.maximum()
    pane.grab()
    for step in steps:
        watched = word_at(pane, 60 if step < 0 else 200)
        before = y_of(pane, watched)
        bar.setValue(bar.value() + step)
        assert y_of(pane, watched) == before - step
        QApplication.processEvents()
        assert y_of(pane, watched) == before - step
    assert bar.maximum() != guessed


def test_the_end_key_shows_the_last_words(long: tuple[ArticlePane, CaseMaker], qtbot: QtBot) -> None:
    pane, maker = long
    QTest.keyClick(pane.text, Qt.Key.Key_End, CTRL)
    last = Span(len(maker.version.text.rstrip()) - 3, len(maker.version.text.rstrip()))
    assert in_sight(pane, last)
    QTest.keyClick(pane.text, Qt.Key.Key_Home, CTRL)
    assert pane.text.verticalScrollBar().value() == 0


@pytest.mark.parametrize("change", ["width", "zoom", "marks", "note"])
def test_the_line_being_read_stays_when_everything_around_it_changes(show: Show, qtbot: QtBot, change: str) -> None:
    maker = CaseMaker(version_of("Share this\n\n" + long_text(200)))
    maker.label("Share this", Label.FURNITURE)
    pane = show(maker)
    span = maker.span("bridge number 120 ")
    pane.go_to(span)
    still(pane, qtbot, span)
    pane.text.verticalScrollBar().setValue(round(pane.text.verticalScrollBar().value() + y_of(pane, span)))
    before = y_of(pane, span)
    match change:
        case "width":
            pane.resize(500, 600)
            qtbot.waitUntil(lambda: pane.text.width() <= 500)
        case "zoom":
            pane.type.zoom(3)
        case "marks":
            pane.set_furniture_shown(True)
        case "note":
            details = replace(maker.article.details, byline="A very long byline of many hands " * 8)
            pane.show_article(replace(maker.article, details=details), maker.version, 1)
    assert abs(y_of(pane, span) - before) < 40


def test_the_same_version_stays_where_it_is_read_and_another_begins_at_its_top(
    long: tuple[ArticlePane, CaseMaker], qtbot: QtBot
) -> None:
    pane, maker = long
    pane.text.verticalScrollBar().setValue(3000)
    pane.select(Span(5, 5))
    value = pane.text.verticalScrollBar().value()
    pane.show_article(maker.article, maker.version, 2)
    assert pane.text.verticalScrollBar().value() == value
    other = version_of(long_text(100))
    pane.show_article(maker.article, other, 2)
    assert pane.text.verticalScrollBar().value() == 0
    assert pane.cursor_index() == 0
    assert pane.current_span() is None


def test_the_wheel_with_control_zooms_and_tells_how_far(pane: ArticlePane, story: CaseMaker, qtbot: QtBot) -> None:
    before = pane.text.sight.places(story.span("Reports suggest"))[0].height()
    place = QPoint(200, 200)
    wheel = QWheelEvent(
        QPointF(place), QPointF(pane.text.viewport().mapToGlobal(place)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(pane.type.zoomed) as told:
        QApplication.sendEvent(pane.text.viewport(), wheel)
    assert told.args == [110]
    assert pane.text.sight.places(story.span("Reports suggest"))[0].height() > before


def test_zoom_ends_at_its_limits(pane: ArticlePane) -> None:
    told: list[int] = []
    pane.type.zoomed.connect(told.append)
    pane.type.set_zoom(1000)
    pane.type.zoom(1)
    pane.type.zoom(-100)
    pane.type.set_zoom(100)
    assert told == [300, 50, 100]


def test_the_next_rise_is_looked_for_behind_the_cursor_and_then_from_the_top(
    pane: ArticlePane, story: CaseMaker
) -> None:
    first, second = story.span("Reports suggest"), story.span("Over four metres")
    assert pane.text.next_rise() is None
    pane.text.show_rises([(first, "before"), (second, "before")])
    for at, following in ((story.span("The county"), first), (first, second), (second, first)):
        pane.go_to(at)
        assert pane.text.next_rise() == following


def test_a_megabyte_with_five_thousand_claims_opens(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    maker = CaseMaker(version_of(long_text(1800)))
    text = maker.version.text
    claim = maker.claim("bridge number 0 ")
    head, segment = maker.claims[0], maker.segments[0]
    starts = [n * (len(text) // 5000) for n in range(5000)]
    maker.claims = [replace(head, id=ClaimId(f"{claim}{n}")) for n in range(5000)]
    maker.segments = [
        replace(
            segment,
            id=SegmentId(f"s{n}"),
            claim_id=ClaimId(f"{claim}{n}"),
            anchor=anchor_of(text, Span(start, start + 60)),
        )
        for n, start in enumerate(starts)
    ]
    case = maker.case()
    counted, covered = numbers(case.claims), coverage(text, case.segments)
    pane = ArticlePane()
    qtbot.addWidget(pane)
    pane.resize(800, 600)
    pane.show()
    qtbot.waitExposed(pane)
    begin = time.process_time()
    pane.show_article(BRIDGE_ARTICLE, maker.version, 1)
    pane.show_marks(marks_of(case, counted, covered))
    pane.grab()
    opened = time.process_time()
    pane.show_marks(marks_of(case, counted, covered).with_work(case))
    pane.grab()
    ended = time.process_time()
    with capsys.disabled():
        print(f"\n{len(text)} characters, 5000 claims: open {opened - begin:.3f} s, marked anew {ended - opened:.3f} s")
    assert len(pane.text.sight.numbers()) > 5
    pane.go_to(case.segments[-1].anchor.span)
    still(pane, qtbot, case.segments[-1].anchor.span)
