"""Steps of thousands of rows: the window hears of them, takes them back and does them again, and answers.

At an unsafe place, a synced folder, they are taken beside the window like anywhere else.
"""

from __future__ import annotations

from multiprocessing import active_children
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from benchmarks.record import lengthen
from benchmarks.window.heartbeat import Heartbeat
from benchmarks.window.rows import ME, make_rows
from factdesk.model.ids import ArticleId
from factdesk.model.person import Person
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.dialogs.history import HistoryDialog
from factdesk.ui.window.bench.derived import Derived
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.bulk import accept_claims
from factdesk.work.session import Session
from tests.desks import titled
from tests.journeys.conftest import Start
from tests.journeys.hands import content, rows, when_it_comes

ROWS, CLAIMED, PROPOSED = 2500, 1500, 500
ALL = CLAIMED + PROPOSED
STEPS = 30_000
MOST = 400.0
"""Milliseconds of own time, on a machine where other tests run; done in the window's thread each step took over 600."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ArticleId]:
    path = tmp_path_factory.mktemp("rows") / "rows.factdesk"
    return path, make_rows(path, ROWS)


@pytest.fixture
def desk(made: tuple[Path, ArticleId], tmp_path: Path) -> tuple[Path, ArticleId]:
    path = tmp_path / "desk.factdesk"
    path.write_bytes(made[0].read_bytes())
    return path, made[1]


def sit_down(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.desks.open(path)
    qtbot.waitUntil(lambda: window.bench.case is not None)
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=30_000)


def accept_all_elsewhere(desk: tuple[Path, ArticleId]) -> None:
    """Accept what is proposed as a claim, as ``factdesk check --accept`` does."""
    session = Session.open(desk[0], Person(ME))
    assert accept_claims(session, desk[1]) == PROPOSED
    session.close()


def claims(window: MainWindow) -> int:
    return len(window.bench.case.claims) if window.bench.case is not None else -1


def assert_shows_its_case(window: MainWindow) -> None:
    """Whatever came to the page in one swap is what the whole case would give."""
    bench, case = window.bench, window.bench.case
    assert case is not None and bench.session is not None
    whole = bench.session.case(case.article.id)
    assert case == whole
    derived = Derived.of(whole)
    assert (bench.numbers, bench.coverage) == (derived.numbers, derived.coverage)
    listed = window.case_page.checklist.listed
    assert listed is not None
    assert listed.facts == Listed.of(whole, derived.numbers, ME).facts


@pytest.fixture(params=["Documents", "Dropbox"])
def large(request: pytest.FixtureRequest, desk: tuple[Path, ArticleId], tmp_path: Path) -> Path:
    """A desk whose last step is a large one, in a folder of this name."""
    accept_all_elsewhere(desk)
    path = tmp_path / str(request.param) / "desk.factdesk"
    path.parent.mkdir()
    path.write_bytes(desk[0].read_bytes())
    return path


@pytest.fixture
def window(qtbot: QtBot, start: Start, large: Path) -> MainWindow:
    opened = start()
    sit_down(qtbot, opened, large)
    assert opened.bench.session is not None
    assert opened.bench.session.locked == (large.parent.name == "Dropbox")
    assert claims(opened) == ALL
    return opened


def test_the_window_hears_of_a_large_step_without_missing_its_turn(
    qtbot: QtBot, start: Start, desk: tuple[Path, ArticleId]
) -> None:
    window = start()
    sit_down(qtbot, window, desk[0])
    heart = Heartbeat(window)
    accept_all_elsewhere(desk)
    heart.begin()
    qtbot.waitUntil(lambda: claims(window) == ALL, timeout=30_000)
    assert heart.longest().own < MOST
    assert_shows_its_case(window)


def test_the_window_takes_a_large_step_back_and_does_it_again_without_missing_its_turn(
    qtbot: QtBot, window: MainWindow, large: Path
) -> None:
    heart = Heartbeat(window)
    for command, left in (("undo", CLAIMED), ("redo", ALL)):
        heart.begin()
        window.actions_by_id[command].trigger()
        assert window.jobs.busy()
        qtbot.waitUntil(lambda left=left: claims(window) == left, timeout=30_000)  # type: ignore[misc]
        assert heart.longest().own < MOST
        qtbot.waitUntil(lambda: not window.jobs.busy())
        assert_shows_its_case(window)
        assert len(rows(large, "SELECT id FROM claim")) == left


def test_an_undo_that_was_cancelled_has_changed_nothing(qtbot: QtBot, window: MainWindow, large: Path) -> None:
    before = content(large)
    window.actions_by_id["undo"].trigger()
    window.job_bar.cancel_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=30_000)
    assert content(large) == before
    assert claims(window) == ALL
    window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: claims(window) == CLAIMED, timeout=30_000)


def test_what_is_asked_for_meanwhile_is_done_afterwards(qtbot: QtBot, window: MainWindow, large: Path) -> None:
    case = window.bench.case
    assert case is not None
    kept: list[str] = []
    window.bench.undo()
    edit = titled(case.article.id, "Other rows")
    assert not window.bench.run(edit, lambda: kept.append("details"))
    window.bench.half_typed.take(case.claims[0].id, "note", "half a wor")
    window.bench.half_typed.keep()
    window.case_page.checklist.setFocus()
    window.row.go("claim", case.claims[5].id)  # reading goes on
    assert not kept
    qtbot.waitUntil(lambda: bool(kept), timeout=30_000)
    assert claims(window) == CLAIMED
    assert window.bench.case is not None and window.bench.case.article.details.title == "Other rows"
    assert rows(large, "SELECT kind FROM journal ORDER BY seq DESC LIMIT 2") == [("EditDetails",), ("undo",)]
    qtbot.waitUntil(lambda: rows(large, "SELECT text FROM typing") == [("half a wor",)])


def test_steps_are_taken_back_down_to_a_large_one_and_with_it(
    qtbot: QtBot, start: Start, desk: tuple[Path, ArticleId]
) -> None:
    accept_all_elsewhere(desk)
    ((large,),) = rows(desk[0], "SELECT max(seq) FROM journal")
    window = start()
    sit_down(qtbot, window, desk[0])
    for name in ("one", "two"):
        window.bench.run(titled(desk[1], name))

    def take_back(dialog: HistoryDialog) -> None:
        dialog.undo_down_to.emit(large)
        looks = QTimer(dialog, interval=20)
        looks.timeout.connect(lambda: dialog.reject() if claims(window) == CLAIMED else None)
        looks.start()

    when_it_comes(HistoryDialog, take_back)
    window.rooms.record.show()
    assert rows(desk[0], "SELECT kind, label FROM journal ORDER BY seq DESC LIMIT 3") == [
        ("undo", "Accept suggestions"), ("undo", "Edit article details"), ("undo", "Edit article details")
    ]  # fmt: skip


def test_the_numbers_of_many_claims_are_fixed_beside_the_window_before_their_report_is_written(
    qtbot: QtBot, start: Start, desk: tuple[Path, ArticleId], tmp_path: Path
) -> None:
    window = start()
    sit_down(qtbot, window, desk[0])
    written = tmp_path / "report.md"
    window.rooms.reports.save_to(written)
    assert window.jobs.busy() and not rows(desk[0], "SELECT id FROM claim WHERE fixed_number != ''")
    qtbot.waitUntil(written.exists, timeout=60_000)
    assert len(rows(desk[0], "SELECT id FROM claim WHERE fixed_number != ''")) == CLAIMED
    case = window.bench.case
    assert case is not None and all(claim.fixed_number for claim in case.claims)


def test_the_report_of_a_long_article_is_worked_out_in_a_process_beside_that_is_gone_once_it_is_stopped(
    qtbot: QtBot, start: Start, desk: tuple[Path, ArticleId]
) -> None:
    window = start()
    sit_down(qtbot, window, desk[0])
    assert not active_children()
    window.rooms.reports.show()
    qtbot.waitUntil(lambda: bool(active_children()), timeout=30_000)
    pane = window.rooms.reports.pane
    assert pane is not None and pane.stop_building()
    qtbot.waitUntil(lambda: not window.jobs.busy() and not active_children(), timeout=30_000)


def test_a_long_record_is_read_beside_the_window(qtbot: QtBot, start: Start, desk: tuple[Path, ArticleId]) -> None:
    lengthen(desk[0], STEPS)
    window = start()
    sit_down(qtbot, window, desk[0])
    heart = Heartbeat(window)

    def look(dialog: HistoryDialog) -> None:
        assert dialog.table.model().rowCount() == 0
        looks = QTimer(dialog, interval=20)
        looks.timeout.connect(lambda: dialog.reject() if dialog.table.model().rowCount() else None)
        looks.start()

    when_it_comes(HistoryDialog, look)
    heart.begin()
    window.rooms.record.show()
    assert heart.longest().own < MOST
