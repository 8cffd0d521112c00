"""What is to be seen: grounds, underlines, numbers, furniture, right-to-left, themes. Read from the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.claim import State, Verdict
from factdesk.model.segment import Label
from factdesk.text.spans import Span
from factdesk.ui import style, theme
from factdesk.ui.article.drawing.looks import look_of
from factdesk.ui.article.marks import NOTHING
from factdesk.ui.article.pane import ArticlePane
from tests.ui.article.cases import AT, BY, CaseMaker, article_of, version_of
from tests.ui.article.conftest import Show

PERSIAN = """\
شهرداری شامگاه سه‌شنبه پل قدیمی را بست، پس از آنکه رودخانه در ۹ ساعت ۴٫۲ متر بالا آمد و به گفته‌ی مسئولان این \
بالاترین رقم از سال ۱۹۱۱ است. به گزارش Reuters حدود 30 خانوار از خانه‌های خود رفتند.
"""


@pytest.fixture(autouse=True)
def _light_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    style.apply(qapp, "light")


def seen(pane: ArticlePane) -> QImage:
    return pane.text.viewport().grab().toImage()


def at(image: QImage, place: QPoint) -> str:
    return image.pixelColor(place * image.devicePixelRatio()).name()


def corner(strip: QRectF) -> QPoint:
    """Return a place in a strip above the words, where only the ground is to be seen."""
    return QPoint(round(strip.left()) + 2, round(strip.top()) + 1)


def colours(image: QImage, area: QRectF) -> set[str]:
    ratio = image.devicePixelRatio()
    columns = range(round(area.left() * ratio), round(area.right() * ratio))
    rows = range(round(area.top() * ratio), round(area.bottom() * ratio))
    return {image.pixelColor(x, y).name() for x in columns for y in rows}


def below(strip: QRectF) -> QRectF:
    """Return the lower part of a strip, where underlines are."""
    return strip.adjusted(0, strip.height() * 0.72, 0, 4)


def on_screen(pane: ArticlePane, span: Span) -> set[str]:
    """The colours that the screen shows over words, nothing being painted for the asking."""
    image = pane.screen().grabWindow(pane.winId()).toImage()
    place = pane.text.sight.places(span)[0].toRect()
    corner = pane.text.viewport().mapTo(pane, place.topLeft())
    return {image.pixelColor(corner.x() + x, corner.y() + 2).name() for x in range(place.width())}


def test_what_is_pointed_at_or_found_is_seen_at_once(pane: ArticlePane, story: CaseMaker, qtbot: QtBot) -> None:
    span = story.span("Reports suggest")
    qtbot.waitUntil(lambda: len(on_screen(pane, span)) > 0)
    plain = theme.current().ground
    deeds: list[tuple[Callable[[], None], Callable[[], None]]] = [
        (lambda: pane.point_at(span), lambda: pane.point_at(None)),
        (lambda: pane.text.set_found([span], 0), lambda: pane.text.set_found([], -1)),
    ]
    for light, put_out in deeds:
        qtbot.waitUntil(lambda: plain in on_screen(pane, span))
        light()
        qtbot.waitUntil(lambda: plain not in on_screen(pane, span))
        put_out()
    qtbot.waitUntil(lambda: plain in on_screen(pane, span))


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_bare_words_stand_on_their_own_ground_in_every_theme(
    pane: ArticlePane, story: CaseMaker, qapp: QApplication, name: str
) -> None:
    style.apply(qapp, name)
    now = theme.current()
    image = seen(pane)
    assert at(image, corner(pane.text.sight.places(story.span("though the police"))[0])) == now.bare
    assert at(image, corner(pane.text.sight.places(story.span("It was the kind"))[0])) == now.ground
    assert at(image, QPoint(3, 3)) == now.ground


def test_the_words_of_the_current_claim_are_lit_wherever_it_is_told(pane: ArticlePane, story: CaseMaker) -> None:
    pane.set_current("claim", "claim002")
    image, lit = seen(pane), theme.current().selected
    assert at(image, corner(pane.text.sight.places(story.span("the river Arl"))[0])) == lit
    assert at(image, corner(pane.text.sight.places(story.span("The county closed"))[0])) == theme.current().ground
    pane.go_to(story.span("Over four metres"))
    pane.text.verticalScrollBar().setValue(pane.text.verticalScrollBar().maximum())
    assert at(seen(pane), corner(pane.text.sight.places(story.span("Over four metres"))[0])) == lit
    pane.set_current("", "")
    assert at(seen(pane), corner(pane.text.sight.places(story.span("Over four metres"))[0])) == theme.current().ground


def test_a_verdict_is_underlined_in_its_colour_and_plain_words_are_not(pane: ArticlePane, story: CaseMaker) -> None:
    image = seen(pane)
    ok = theme.current().verdict(story.scale.value("ok")).name()
    assert ok in colours(image, below(pane.text.sight.places(story.span("Old Mill Bridge on Tuesday"))[0]))
    assert ok not in colours(image, below(pane.text.sight.places(story.span("It was the kind"))[0]))


def test_words_under_a_label_are_quiet(pane: ArticlePane, story: CaseMaker) -> None:
    strip = pane.text.sight.places(story.span("It was the kind"))[0]
    assert theme.current().ink not in colours(seen(pane), strip)
    assert theme.current().quiet in colours(seen(pane), strip)
    pane.show_marks(NOTHING)
    assert theme.current().ink in colours(seen(pane), strip)


def test_the_title_keeps_its_ink_under_a_label(pane: ArticlePane, story: CaseMaker) -> None:
    assert theme.current().ink in colours(seen(pane), pane.text.sight.places(story.span("Council Shuts"))[0])


def test_nested_claims_are_both_underlined_one_below_the_other(show: Show) -> None:
    maker = CaseMaker(version_of("The mayor said the bridge cost nine million."))
    maker.claim("The mayor said the bridge cost nine million", "ok")
    maker.claim("the bridge cost", "attribute")
    pane = show(maker)
    image, area = seen(pane), below(pane.text.sight.places(maker.span("the bridge cost"))[0])
    lines = [area.adjusted(0, n, 0, n + 1 - area.height()) for n in range(round(area.height()))]
    ok, attribute = (theme.current().verdict(maker.scale.value(name)).name() for name in ("ok", "attribute"))
    of_ok = [n for n, line in enumerate(lines) if ok in colours(image, line)]
    of_attribute = [n for n, line in enumerate(lines) if attribute in colours(image, line)]
    assert of_ok
    assert of_attribute
    assert max(of_ok) < min(of_attribute)


def test_selected_words_look_unlike_the_current_claim_and_unlike_bare_words(
    pane: ArticlePane, story: CaseMaker
) -> None:
    pane.select(story.span("households"))
    ground = at(seen(pane), corner(pane.text.sight.places(story.span("households"))[0]))
    now = theme.current()
    assert ground not in {now.selected, now.bare, now.ground}


def test_words_a_reason_speaks_of_are_lit_while_they_are_pointed_at(pane: ArticlePane, story: CaseMaker) -> None:
    place = corner(pane.text.sight.places(story.span("households"))[0])
    pane.point_at(story.span("households"))
    assert at(seen(pane), place) != theme.current().ground
    pane.point_at(None)
    assert at(seen(pane), place) == theme.current().ground


def test_every_verdict_and_state_is_told_apart_without_colour(story: CaseMaker) -> None:
    maker = CaseMaker(version_of(" ".join(f"w{n}" for n in range(12))))
    for nth, value in enumerate(story.scale.values):
        maker.claim(f"w{nth}", value.id)
    for nth, state in enumerate((State.NEW, State.WAITING, State.STALE, State.SET_ASIDE), start=8):
        maker.claim(f"w{nth}", state=state)
    found = [look_of(mark, theme.LIGHT) for mark in maker.marks().overlapping(Span(0, 99)) if mark.claim]
    assert len({(look.underline, look.glyph) for look in found}) == len(found)


def test_numbers_stand_beside_the_text_and_cover_neither_it_nor_each_other(show: Show) -> None:
    maker = CaseMaker(version_of("One two three four five six seven eight. " * 6))
    for words_ in ("One two", "three", "four", "five six", "seven", "eight"):
        maker.claim(words_)
    pane = show(maker)
    places = [place for _, place in pane.text.sight.numbers()]
    left = pane.text.sight.places(maker.span("One two"))[0].left()
    assert places
    assert all(place.right() < left and place.left() > 0 for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


def test_numbers_of_a_line_stand_in_reading_order_however_claims_nest(show: Show) -> None:
    maker = CaseMaker(version_of("One two three four five six seven eight nine."))
    for words_ in ("One two three", "two", "three", "five", "six", "eight"):
        maker.claim(words_)
    numbers = [text for text, _ in show(maker).text.sight.numbers()]
    assert numbers[0] == "1"
    assert numbers[-1].endswith("–6")


def test_a_number_stands_on_the_first_line_of_its_claim(pane: ArticlePane, story: CaseMaker) -> None:
    place = next(place for text, place in pane.text.sight.numbers() if text.startswith("4"))
    line = pane.text.sight.places(story.span("Reports suggest"))[0]
    assert line.top() <= place.center().y() <= line.bottom()


def test_an_article_that_reads_from_the_right_has_its_margin_there(show: Show) -> None:
    maker = CaseMaker(version_of(PERSIAN), article_of(title="پل", language="fa"))
    maker.claim("شهرداری شامگاه سه‌شنبه پل قدیمی را بست", "ok")
    pane = show(maker)
    ((_, number),) = pane.text.sight.numbers()
    lines = pane.text.sight.places(Span(0, len(PERSIAN) - 1))
    assert number.left() > max(line.right() for line in lines)
    assert max(line.right() for line in lines) - min(line.right() for line in lines) < 2  # flush right


def test_direction_follows_the_words_where_no_language_is_known(show: Show) -> None:
    maker = CaseMaker(version_of(PERSIAN), article_of(title=""))
    maker.claim("شهرداری شامگاه سه‌شنبه", "ok")
    pane = show(maker)
    ((_, number),) = pane.text.sight.numbers()
    assert number.left() > pane.text.sight.places(maker.span("شهرداری"))[0].right()


@pytest.mark.parametrize("words_", ["Reuters", "به گزارش Reuters حدود 30 خانوار", "رودخانه در ۹ ساعت ۴٫۲ متر"])
def test_strips_in_lines_of_mixed_direction_cover_the_glyphs_and_nothing_beyond_the_column(
    show: Show, words_: str
) -> None:
    maker = CaseMaker(version_of(PERSIAN), article_of(title="", language="fa"))
    pane = show(maker)
    pane.text.go_to(Span(len(PERSIAN) - 1, len(PERSIAN)))  # the caret out of the way
    column = pane.text.sight.places(Span(0, len(PERSIAN) - 1))
    left, right = min(line.left() for line in column), max(line.right() for line in column)
    strips = pane.text.sight.places(maker.span(words_))
    assert strips
    assert all(left - 1 <= strip.left() < strip.right() <= right + 1 for strip in strips)
    for strip in strips:
        assert theme.current().ink in colours(seen(pane), strip)


def test_strips_end_with_the_last_word_of_a_line_not_with_the_space_that_hangs_over_it(show: Show) -> None:
    maker = CaseMaker(version_of(" ".join(["word"] * 80)))
    sight = show(maker).text.sight
    words_ = [sight.places(maker.span("word", nth))[0] for nth in range(80)]
    lines = sight.places(Span(0, 399))
    assert len(lines) > 2
    assert all(any(abs(line.right() - word.right()) < 1.5 for word in words_) for line in lines)


def test_furniture_is_folded_behind_one_line_and_a_click_unfolds_it(
    pane: ArticlePane, story: CaseMaker, qtbot: QtBot
) -> None:
    span = story.span("Ten bridges")
    pane.text.verticalScrollBar().setValue(pane.text.verticalScrollBar().maximum())
    assert pane.text.sight.places(span) == []
    (stub,) = pane.text.sight.stubs()
    with qtbot.waitSignal(pane.furniture_toggled) as told:
        QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=stub.center().toPoint())
    assert told.args == [True]
    assert pane.furniture_shown
    strip = pane.text.sight.places(span)[0]
    assert strip.height() < pane.text.sight.places(story.span("How high did"))[0].height()
    pane.set_furniture_shown(False)
    assert pane.text.sight.places(span) == []


def test_the_cursor_passes_over_folded_furniture(show: Show, qtbot: QtBot) -> None:
    maker = CaseMaker(version_of("Words.\n\nShare\n\nSubscribe\n\nMore words."))
    maker.label("Share", Label.FURNITURE)
    maker.label("Subscribe", Label.FURNITURE)
    pane = show(maker)
    pane.go_to(maker.span("Words."))
    QTest.keyClick(pane.text, Qt.Key.Key_Down)
    assert pane.cursor_index() == maker.span("More words.").start


def test_offsets_do_not_move_when_furniture_is_folded(show: Show, qtbot: QtBot) -> None:
    maker = CaseMaker(version_of("😀 Share\n\nThe bridge closed."))
    maker.label("😀 Share", Label.FURNITURE)
    claim = maker.claim("The bridge closed")
    pane = show(maker)
    for folded in (True, False):
        pane.set_furniture_shown(not folded)
        with qtbot.waitSignal(pane.claim_entered) as entered:
            pane.go_to(Span(0, 1))
            pane.set_furniture_shown(not folded)
            strip = pane.text.sight.places(maker.span("bridge"))[0].center().toPoint()
            QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=strip)
        assert entered.args == [claim]


def test_quiet_words_are_drawn_in_full_ink_where_they_are_lit(pane: ArticlePane, story: CaseMaker) -> None:
    opinion = story.span("It was the kind")
    strip = pane.text.sight.places(opinion)[0]
    ink = QColor(theme.current().ink).name()
    assert ink not in colours(seen(pane), strip)
    pane.text.set_found((opinion,), 0)
    assert ink in colours(seen(pane), strip)


def test_text_of_other_sizes_keeps_its_offsets(pane: ArticlePane, story: CaseMaker) -> None:
    before = pane.text.sight.places(story.span("Reports suggest"))[0]
    pane.type.choose("", 20)
    after = pane.text.sight.places(story.span("Reports suggest"))[0]
    assert after.height() > before.height() * 1.3
    assert QColor(theme.current().accent).name() in colours(seen(pane), below(after))


class _Drawn(QObject):
    """Keeps what was drawn again."""

    def __init__(self) -> None:
        super().__init__()
        self.heights: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return False


def test_a_verdict_draws_its_lines_again_and_it_looks_as_if_all_was_drawn(
    qapp: QApplication, pane: ArticlePane, story: CaseMaker
) -> None:
    nth, claim = next(
        (nth, one) for nth, one in enumerate(story.claims) if one.state is State.NEW and one.verdict is None
    )
    pane.set_current("claim", claim.id)
    qapp.processEvents()
    before, look = seen(pane), _Drawn()
    words = story.case().words_of()[claim.id].anchor.span
    story.claims[nth] = replace(claim, verdict=Verdict(story.scale.id, "cut", AT, AT, BY))
    pane.text.viewport().installEventFilter(look)
    pane.show_claim(story.marks(), [words])
    pane.set_current("claim", claim.id)
    qapp.processEvents()
    words_high = sum(place.height() for place in pane.text.sight.places(words))
    assert [height < words_high + 2 * pane.text.fontMetrics().height() for height in look.heights] == [True]
    shown = pane.screen().grabWindow(pane.text.viewport().winId()).toImage()
    whole = seen(pane)
    assert whole != before
    assert shown.size() == whole.size()
    assert all(
        shown.pixelColor(x, y).rgb() == whole.pixelColor(x, y).rgb()
        for x in range(0, whole.width(), 3)
        for y in range(0, whole.height(), 2)
    )
