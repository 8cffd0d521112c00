"""A desk of today that another hand changed: it can be worked in, and nobody who opens or prints it is left unaware."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.backup_clock import due
from factdesk.work.verification import verify
from tests.desks import tamper
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample, press, rows, select_words, when_it_comes, write
from tests.journeys.verbs import answered, factdesk

NAMED = "changed by another hand in note"


@pytest.fixture
def desk(qtbot: QtBot, start: Start) -> Path:
    """The sample with a claim and its note, which is another one than was written."""
    window = start()
    path = open_sample(qtbot, window)
    select_words(window, "widespread protests")
    press("m")
    press("e")
    write("Asked")
    assert window.close()
    tamper(path, "UPDATE claim SET note = 'verified!'")
    assert [line for line in verify(path) if NAMED in line] == list(verify(path))
    return path


def open_again(qtbot: QtBot, start: Start, path: Path) -> MainWindow:
    window = start()
    assert window.desks.open(path)
    qtbot.waitUntil(lambda: window.bench.case is not None)
    window.furnish()
    window.case_page.checklist.setFocus()
    return window


def told(window: MainWindow) -> str:
    notice = window.notices.notice("touched")
    return notice.words.text() if notice is not None else ""


def test_whoever_opens_it_is_told_and_what_is_done_is_kept_and_hides_nothing(
    qtbot: QtBot, start: Start, desk: Path
) -> None:
    window = open_again(qtbot, start, desk)
    qtbot.waitUntil(lambda: bool(told(window)), timeout=20_000)
    assert "does not verify: 1 thing in it was changed by another hand" in told(window)
    claim = next(claim.id for claim in window.bench.case.claims) if window.bench.case else ""
    window.row.go("claim", claim)
    for key in ("1", "c"):
        press(key)
        assert any(NAMED in line for line in verify(desk)), "the step is kept, and what was touched is still named"
    window.rooms.record.undo()
    assert any(NAMED in line for line in verify(desk))
    assert window.bench.session is not None and not due(window.bench.session), "no backup is tried in vain"
    seen: list[str] = []

    def read(dialog: TroubleDialog) -> None:
        seen.append(dialog.accessibleDescription())
        dialog.reject()

    when_it_comes(TroubleDialog, read)
    notice = window.notices.notice("touched")
    assert notice is not None
    notice.buttons[0].click()
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert NAMED in seen[0]


def test_its_report_says_so_on_the_first_page_and_names_what_was_touched(
    qtbot: QtBot, start: Start, desk: Path, tmp_path: Path
) -> None:
    window = open_again(qtbot, start, desk)
    window.rooms.reports.save_to(tmp_path / "at once.md")
    qtbot.waitUntil((tmp_path / "at once.md").exists, timeout=20_000)
    window.close()
    said = factdesk("report", desk, "--to", tmp_path / "verb.md")
    assert "does not verify: another hand changed it" in said.stderr
    for name in ("at once.md", "verb.md"):
        printed = (tmp_path / name).read_text(encoding="utf-8")
        assert "The desk does not verify: another hand changed it." in printed and NAMED in printed


def test_verbs_that_change_it_hide_nothing(desk: Path) -> None:
    before = list(verify(desk))
    assert len(before) == 1 and NAMED in before[0]
    factdesk("mark", desk, "1", "--note", "again")
    assert list(verify(desk)) == before
    factdesk("undo", desk)
    assert list(verify(desk)) == before
    assert answered("claims", desk)["claims"][0]["note"] == "verified!"


def test_it_goes_out_as_json_and_comes_back_as_it_is_and_both_verbs_say_so(desk: Path, tmp_path: Path) -> None:
    out, new = tmp_path / "out.json", tmp_path / "new.factdesk"
    for said in (factdesk("export", desk, "--to", out), factdesk("import", out, new)):
        assert "does not verify: another hand changed it" in said.stderr
    assert verify(new) == verify(desk) != ()
    factdesk("mark", new, "1", "--note", "again")


def test_a_desk_that_is_touched_under_a_window_is_told_of_and_the_notice_goes_with_the_desk(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    path = open_sample(qtbot, window)
    window.furnish()
    select_words(window, "widespread protests")
    press("m")
    qtbot.waitUntil(lambda: not window.jobs.busy())
    tamper(path, "UPDATE claim SET note = 'verified!'")
    qtbot.waitUntil(lambda: bool(told(window)), timeout=20_000)
    tamper(path, "UPDATE claim SET note = ''")
    qtbot.waitUntil(lambda: not told(window), timeout=20_000)
    tamper(path, "UPDATE claim SET note = 'verified!'")
    qtbot.waitUntil(lambda: bool(told(window)), timeout=20_000)
    assert rows(path, "SELECT note FROM claim") == [("verified!",)]
    window.desks.make(tmp_path / "new.factdesk")
    assert not told(window)
