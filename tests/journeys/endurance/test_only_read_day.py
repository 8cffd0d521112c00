"""A desk that is only read: whatever is asked of it, wherever the person stands, it stays as it is and that is said."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.text.anchor import anchor_of
from factdesk.ui.actions import CHANGING, COMMANDS
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.claim.tabs import SOURCES
from factdesk.ui.dialogs.articles import ArticlesDialog
from factdesk.ui.dialogs.history import HistoryDialog
from factdesk.ui.dialogs.outdated import OutdatedDialog
from factdesk.ui.dialogs.preferences import PreferencesDialog
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import MarkClaim
from factdesk.work.edits.source import AttachSource, SourceForm
from factdesk.work.session import Session
from tests.desks import CHECKER, SCALE, SENTENCES, TEXT, intake, logical, tamper
from tests.elsewhere import brought_up_to_date_by_a_later_factdesk
from tests.journeys.conftest import Start
from tests.journeys.hands import dialogs_left, press, when_it_comes
from tests.oldfiles.make import FOLDER

ELSEWHERE = ("close-desk", "sample", "quit")
"""Commands after which the window has this desk no more."""

ALIKE = ("theme-system", "theme-light", "theme-contrast", "print")
"""Commands that another stands for: the dark theme; the report, since a process has one print dialog (Qt asks the
spooler once and remembers), and that is another test's."""


def sound(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """The desk can be worked in: a claim with two sources, two suggestions, an entry in a register."""
    session = Session.create(path, CHECKER, SCALE)
    add = AddArticle(intake=intake())
    mark = MarkClaim(version_id=add.version_id, anchor=anchor_of(TEXT, SENTENCES[0]))
    session.run(add)
    session.run(mark)
    for title in ("Log", "Gauge book"):
        session.run(AttachSource(claim_id=mark.claim_id, form=SourceForm(title=title)))
    session.close()
    opened(qtbot, window, path)


def touched(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """It is an older one that another hand changed."""
    shutil.copyfile(FOLDER / "schema-3.factdesk", path)
    tamper(path, "UPDATE suggestion SET decision = 'open', decided_at = '', decided_by = ''")
    opened(qtbot, window, path)


def outdated(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """A later FactDesk brings it up to date while it is open here, and the person reads on."""
    sound(qtbot, window, path)
    when_it_comes(OutdatedDialog, lambda dialog: dialog.read_on.click())
    brought_up_to_date_by_a_later_factdesk(path)
    qtbot.waitUntil(lambda: bool(window.bench.only_read) and not QApplication.activeModalWidget(), timeout=10_000)


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    assert window.desks.open(path)
    qtbot.waitUntil(lambda: window.bench.case is not None)
    window.furnish()


Made = Callable[[QtBot, MainWindow, Path], None]
ONLY_READ = (touched, outdated)


# --- where the person stands


def at_a_claim(window: MainWindow) -> None:
    assert window.bench.case is not None
    window.row.go(RowKind.CLAIM, window.bench.case.evidence[0].claim_id)


def at_a_source(qtbot: QtBot, window: MainWindow) -> None:
    at_a_claim(window)
    claim = window.case_page.claim.claim
    claim.turn_to(SOURCES)
    claim.sources.rows[-1].setFocus()


def at_a_suggestion(qtbot: QtBot, window: MainWindow) -> None:
    assert window.bench.case is not None
    still = next(one for one in window.bench.case.suggestions if one.decision == "open")
    window.row.go(RowKind.SUGGESTION, still.id)
    window.case_page.checklist.setFocus()


def at_a_date(qtbot: QtBot, window: MainWindow) -> None:
    at_a_claim(window)
    window.commands["show-dates"]()
    pane = window.case_page.lists.register
    assert pane is not None
    qtbot.waitUntil(lambda: pane.rows.rowCount() > 0)
    pane.setFocus()


Place = Callable[[QtBot, MainWindow], None]
PLACES: tuple[Place, ...] = (at_a_source, at_a_suggestion, at_a_date)


# --- a command after the other


Driven = dict[tuple[str, str], tuple[bool, tuple[str, ...]]]


def driven(qtbot: QtBot, window: MainWindow, path: Path) -> Driven:
    """Give every command at every place it may go by, one that is off by its method.

    Returns:
        whether the desk was changed by it, and what was said meanwhile; by the names of place and command.
    """
    found, said = Driven(), list[str]()
    window.foot.messageChanged.connect(said.append)
    assert window.bench.session is not None
    article, before = window.bench.session.articles()[-1].id, logical(path)
    with dialogs_left():
        for place, command in product(PLACES, COMMANDS):
            by_place = command.menu.partition("/")[0] in ("Article", "Claim")
            if command.id in (*ELSEWHERE, *ALIKE) or not (by_place or place is PLACES[0]):
                continue
            if window.bench.case is None:
                window.bench.show(article)
            window.pages.show_usual()
            window.commands["show-claims"]()
            place(qtbot, window)
            window.foot.clearMessage()
            said.clear()
            window.commands[command.id]()
            qtbot.waitUntil(lambda: not window.jobs.busy() and not QApplication.activeModalWidget())
            after = logical(path)
            found[place.__name__, command.id] = (after != before, tuple(said))
            if after != before and command.id not in ("undo", "redo"):
                window.bench.undo()
            before = logical(path)
    window.foot.messageChanged.disconnect(said.append)
    return found


def test_whatever_is_asked_it_stays_as_it_is_and_what_would_change_it_is_off_or_says_why(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window, desk = start(), tmp_path / "sound.factdesk"
    sound(qtbot, window, desk)
    changing = {at for at, (changed, _) in driven(qtbot, window, desk).items() if changed}
    names = {name for _, name in changing}
    assert names - CHANGING == {"write", "write-note"}
    for made in ONLY_READ:
        desk = tmp_path / f"{made.__name__}.factdesk"
        made(qtbot, window, desk)
        why, file = window.bench.only_read, desk.read_bytes()
        found = driven(qtbot, window, desk)
        assert [at for at, (changed, _) in found.items() if changed] == []
        assert made is outdated or desk.read_bytes() == file
        silent = {name for place, name in changing if why not in found[place, name][1]}
        assert silent <= CHANGING
        for name in CHANGING:
            action = window.actions_by_id[name]
            assert not action.isEnabled() and why in action.toolTip(), name


@pytest.mark.parametrize("made", ONLY_READ)
@pytest.mark.parametrize("command", ELSEWHERE)
def test_it_is_left_as_it_was(qtbot: QtBot, start: Start, tmp_path: Path, made: Made, command: str) -> None:
    window, desk = start(), tmp_path / "desk.factdesk"
    made(qtbot, window, desk)
    before = logical(desk)
    window.actions_by_id[command].trigger()
    qtbot.waitUntil(lambda: window.bench.session is None or window.bench.session.path != desk)
    assert logical(desk) == before


@pytest.fixture(params=ONLY_READ)
def held(request: pytest.FixtureRequest, qtbot: QtBot, start: Start, tmp_path: Path) -> Iterator[MainWindow]:
    """A window at a claim of a desk that is only read, which has to be as it was at the end."""
    window, desk = start(), tmp_path / "desk.factdesk"
    request.param(qtbot, window, desk)
    before = logical(desk)
    at_a_claim(window)
    yield window
    assert logical(desk) == before


def test_what_dialogs_would_do_to_it_is_off_and_they_say_why(qtbot: QtBot, held: MainWindow) -> None:
    why, seen = held.bench.only_read, list[str]()

    def look_at_articles(dialog: ArticlesDialog) -> None:
        seen.append("articles")
        assert dialog.open_button.isEnabled() and not dialog.remove_button.isEnabled()
        assert dialog.remove_button.toolTip() == why == dialog.accessibleDescription()
        dialog.reject()

    def prefer(dialog: PreferencesDialog) -> None:
        seen.append("preferences")
        assert dialog.organisation is None, "the name of the house is the desk’s"
        dialog.scale.setCurrentIndex(1)
        dialog.accept()

    when_it_comes(ArticlesDialog, look_at_articles)
    held.commands["articles"]()
    when_it_comes(PreferencesDialog, prefer)
    held.commands["preferences"]()
    assert seen == ["articles", "preferences"]
    assert held.foot.currentMessage() == "" and held.preferences.kept.scale_id != SCALE.id, "it is for desks to come"


def test_the_record_of_a_touched_desk_is_shown_and_none_of_it_can_be_taken_back(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window, seen = start(), list[str]()
    touched(qtbot, window, tmp_path / "desk.factdesk")

    def look(dialog: HistoryDialog) -> None:
        qtbot.waitUntil(lambda: dialog.table.model().rowCount() > 1)
        assert not dialog.undo_button.isEnabled()
        seen.extend((dialog.undo_button.toolTip(), dialog.accessibleDescription()))
        dialog.reject()

    when_it_comes(HistoryDialog, look)
    window.commands["history"]()
    why = window.bench.only_read
    assert seen == [why, f"Nothing is erased from this record: taking a step back adds one. {why}"]


def test_a_record_that_a_later_factdesk_keeps_is_not_waited_for(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window, seen = start(), list[str]()
    outdated(qtbot, window, tmp_path / "desk.factdesk")

    def look(dialog: TroubleDialog) -> None:
        seen.append(dialog.windowTitle())
        dialog.reject()

    when_it_comes(TroubleDialog, look)
    window.commands["history"]()
    assert len(seen) == 1 and QApplication.activeModalWidget() is None


def test_an_article_that_is_dropped_is_not_looked_over_in_vain(qtbot: QtBot, held: MainWindow, tmp_path: Path) -> None:
    article = tmp_path / "flood.txt"
    article.write_text("The river rose 4.2 metres in 2025.\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(article))])
    held.foot.clearMessage()
    held.rooms.intake.take(data)
    qtbot.waitUntil(lambda: held.foot.currentMessage() == held.bench.only_read)
    assert QApplication.activeModalWidget() is None


def test_words_that_are_clicked_and_entries_that_are_ticked_say_why_they_are_not(
    qtbot: QtBot, held: MainWindow
) -> None:
    why, words = held.bench.only_read, held.case_page.claim.claim.facts.words
    words.linkActivated.emit("0")
    assert held.foot.currentMessage() == why
    at_a_date(qtbot, held)
    held.foot.clearMessage()
    press(Qt.Key.Key_Space)
    assert held.foot.currentMessage() == why
    pane = held.case_page.lists.register
    assert pane is not None and pane.only_read
