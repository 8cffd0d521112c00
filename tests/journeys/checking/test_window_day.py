"""A checker's day in the real window, by keys and mouse; the proof is read from the file by a second connection."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

from msgspec import structs
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.cli.main import run
from factdesk.model.suggestion import CLAIM_KINDS
from factdesk.readers.formats import read_file
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.dialogs.verdict import VerdictDialog
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.edits.article import AddVersion
from factdesk.work.edits.desk import SetDesk
from factdesk.work.intake import propose
from factdesk.work.jobs import Unwatched
from factdesk.work.verification import verify
from tests.desks import logical
from tests.journeys.conftest import Start
from tests.journeys.hands import ALT, CTRL, SHIFT, open_sample, press, rows, select_words, when_it_comes, write
from tests.spooler import Spooler
from tests.ui.walk import in_front, walked


class Day:
    """One window's day on the sample: what was done, and the content of the file after each step."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.path = open_sample(qtbot, window)
        self.moments = [logical(self.path)]

    def kept(self) -> None:
        """The step is on the disk."""
        assert logical(self.path) != self.moments[-1]
        self.moments.append(logical(self.path))

    def decide_suggestions(self) -> None:
        """Accept the title, which states something, then the first claim, and reject the next suggestion."""
        press("a")
        self.kept()
        assert rows(self.path, "SELECT count(*) FROM claim") == [(1,)]
        while (found := self.window.row.suggestion) is not None and found.kind not in CLAIM_KINDS:
            press("j")
        press("a")
        self.kept()
        assert rows(self.path, "SELECT count(*) FROM claim") == [(2,)]
        press("o", "x")
        self.kept()
        assert rows(self.path, "SELECT count(*) FROM suggestion WHERE decision = 'rejected'") == [(1,)]
        assert "stay bare" in self.window.statusBar().currentMessage()

    def claim_by_selection(self) -> str:
        """Make a claim of selected words; returns its id."""
        span = select_words(self.window, "approximately 20 close associates")
        press("m")
        self.kept()
        newest = "SELECT start_at, end_at, exact FROM segment WHERE label = 'claim' ORDER BY made_at DESC LIMIT 1"
        assert rows(self.path, newest) == [(*span, "approximately 20 close associates")]
        return self.window.row.id

    def judge(self, claim: str) -> None:
        """A verdict by its digit, a rationale by typing, a source by its form."""
        press("3")
        self.kept()
        assert rows(self.path, f"SELECT verdict, state FROM claim WHERE id = '{claim}'") == [("fix", "proposed")]
        press("e")
        write("Nobody names them.")
        self.qtbot.waitUntil(lambda: rows(self.path, "SELECT text FROM typing") == [("Nobody names them.",)])
        self.window.case_page.checklist.setFocus()
        self.kept()
        assert rows(self.path, f"SELECT rationale FROM claim WHERE id = '{claim}'") == [("Nobody names them.",)]
        assert rows(self.path, "SELECT count(*) FROM typing") == [(0,)]
        press("s")
        write("Travel register")
        press(Qt.Key.Key_Return, modifier=CTRL)
        self.kept()
        tie = "SELECT title, bearing FROM evidence JOIN source ON source.id = source_id"
        assert rows(self.path, tie) == [("Travel register", "supports")]
        press("s")
        write("Passenger list")
        press(Qt.Key.Key_Return, modifier=CTRL)
        self.kept()
        self.window.case_page.claim.claim.sources.rows[1].edit.setFocus()
        press(Qt.Key.Key_Up, modifier=ALT)
        self.kept()
        assert self.window.case_page.claim.claim.sources.rows[0].edit.hasFocus()
        assert rows(self.path, f"{tie} ORDER BY place") == [
            ("Passenger list", "supports"),
            ("Travel register", "supports"),
        ]

    def undo_and_redo_everything(self) -> None:
        self.window.case_page.checklist.setFocus()
        for before in reversed(self.moments[:-1]):
            press("z", modifier=CTRL)
            assert logical(self.path) == before
        for after in self.moments[1:]:
            press("z", modifier=CTRL | SHIFT)
            assert logical(self.path) == after


def test_a_day_at_the_window(qtbot: QtBot, start: Start, spooler: Spooler) -> None:
    day = Day(qtbot, start())
    day.decide_suggestions()
    day.judge(day.claim_by_selection())
    day.undo_and_redo_everything()

    day.window.close()
    assert logical(day.path) == day.moments[-1]
    again = start()
    assert again.desks.open(day.path)
    again.case_page.checklist.setFocus()
    press("z", modifier=CTRL)
    assert logical(day.path) == day.moments[-2]
    press("y", modifier=CTRL)
    assert verify(day.path) == ()

    again.case_page.checklist.setFocus()
    missed: list[str] = []

    def walk_and_accept(dialog: QPrintDialog) -> None:
        in_front(qtbot, dialog)
        first = QApplication.focusWidget()
        missed.extend(walked(qtbot, dialog))
        if first is not None:
            first.setFocus()
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    # The only print dialog of this process: Qt asks the spooler once and remembers.
    when_it_comes(QPrintDialog, walk_and_accept)
    press("p", modifier=CTRL)
    qtbot.waitUntil(spooler.paper.exists, timeout=60_000)
    assert missed == [] and again.findChildren(QPrintDialog) == []
    paper = " ".join(spooler.printed_text().split())
    for words in ("approximately 20 close associates", "Nobody names them.", "Travel register", "DRAFT"):
        assert words in paper


def at_a_rationale(qtbot: QtBot, start: Start) -> tuple[MainWindow, Path]:
    """Open the sample, make a claim of some of its words and put the caret into its rationale; window and desk."""
    window = start()
    path = open_sample(qtbot, window)
    select_words(window, "widespread protests")
    press("m")
    press("e")
    return window, path


def test_words_typed_without_a_pause_are_at_most_a_second_from_the_disk(qtbot: QtBot, start: Start) -> None:
    _, path = at_a_rationale(qtbot, start)
    typed: list[tuple[float, str]] = []
    began = monotonic()
    while monotonic() - began < 2.5:
        write("a")
        typed.append((monotonic(), "a" * (len(typed) + 1)))
        qtbot.wait(30)
        old = [words for when, words in typed if when < monotonic() - 1]
        kept = rows(path, "SELECT text FROM typing WHERE field = 'rationale'")
        assert not old or (kept and kept[0][0].startswith(old[-1]))
    assert len(typed) > 10


def away_until_trouble_is_told(path: Path) -> None:
    """Take the desk away, and bring it back once the window has said so."""
    away = path.with_suffix(".away")
    path.rename(away)

    def bring_the_desk_back(dialog: TroubleDialog) -> None:
        away.rename(path)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_it_comes(TroubleDialog, bring_the_desk_back)


def test_words_of_a_field_that_could_not_be_kept_are_in_the_field_of_the_next_window(
    qtbot: QtBot, start: Start
) -> None:
    window, path = at_a_rationale(qtbot, start)
    claim = window.row.id
    write("Nobody counted them.")
    qtbot.waitUntil(lambda: rows(path, "SELECT text FROM typing") == [("Nobody counted them.",)])
    away_until_trouble_is_told(path)
    press(Qt.Key.Key_Escape)
    assert path.exists()
    assert rows(path, "SELECT rationale FROM claim") == [("",)]
    window.close()
    again = start()
    again.desks.open(path)
    again.row.go("claim", claim)
    qtbot.waitUntil(lambda: again.case_page.claim.claim.rationale.field.words() == "Nobody counted them.")
    press("e", Qt.Key.Key_Escape)
    assert rows(path, "SELECT rationale FROM claim") == [("Nobody counted them.",)]


def test_mark_verified_goes_on_to_the_next_open_row(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    select_words(window, "These will be key indicators")
    press("m")
    select_words(window, "widespread protests")
    press("m")
    marked = window.row.id
    window.case_page.checklist.setFocus()
    press("v")
    assert window.row.id not in ("", marked)
    assert rows(path, "SELECT verdict, state FROM claim ORDER BY made_at DESC LIMIT 1") == [("ok", "proposed")]


def test_where_the_scale_flags_no_value_mark_verified_asks_for_the_verdict(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    session = window.bench.session
    assert session is not None
    house = structs.replace(session.scale(), key="house", verified=None)
    session.run(SetDesk(desk_id=session.desk_row().id, organisation="", scale=house))
    select_words(window, "These will be key indicators")
    press("m")
    select_words(window, "widespread protests")
    press("m")
    marked = window.row.id
    window.case_page.checklist.setFocus()

    def answer(dialog: VerdictDialog, key: Qt.Key) -> None:
        in_front(qtbot, dialog)
        press(key)

    when_it_comes(VerdictDialog, lambda dialog: answer(dialog, Qt.Key.Key_Escape))
    press("v")
    assert rows(path, "SELECT count(*) FROM claim WHERE verdict IS NOT NULL") == [(0,)]
    assert window.row.id == marked, "nothing was said, so the claim is still the one to decide"
    qtbot.waitUntil(window.isActiveWindow)
    when_it_comes(VerdictDialog, lambda dialog: answer(dialog, Qt.Key.Key_2))
    press("v")
    given = rows(path, "SELECT id, verdict, scale_id FROM claim WHERE verdict IS NOT NULL")
    assert given == [(marked, house.values[1].id, house.id)]
    assert window.row.id not in ("", marked)


def test_another_verdict_holds_as_of_the_date_that_was_given(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    select_words(window, "widespread protests")
    press("m")
    window.case_page.checklist.setFocus()
    press("3")
    window.rooms.claim.edit_field(window.row.id, "as_of", "2025-02-03")
    press("4")
    assert rows(path, "SELECT verdict, as_of FROM claim") == [("attribute", "2025-02-03")]


def test_a_click_in_the_article_selects_the_row_and_a_row_shows_its_words(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    press("j", "j", "j")
    chosen = window.row.id
    page = window.case_page
    assert page.checklist.current() == ("suggestion", chosen)
    press("j", "j")
    anchor = window.row.anchor()
    assert anchor is not None and window.row.id != chosen
    rectangle = page.article.text.sight.places(anchor.span)[0].toRect()
    QTest.mouseClick(page.article.text.viewport(), Qt.MouseButton.LeftButton, pos=rectangle.center())
    assert page.checklist.current() == window.row.key


def test_edges_split_merge_and_delete_by_keys(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    select_words(window, "widespread protests, initially sparked")
    press("m")

    def words() -> list[str]:
        sql = "SELECT exact FROM segment WHERE label = 'claim' ORDER BY start_at"
        return [row[0] for row in rows(path, sql)]

    press("]")
    assert words() == ["widespread protests, initially sparked by"]
    press("}", "}")
    assert words() == ["widespread protests, initially"]
    press("[")
    assert words() == ["by widespread protests, initially"]
    press("{")
    assert words() == ["widespread protests, initially"]
    case = window.bench.case
    assert case is not None
    at = case.version.text.index("initially sparked")
    cursor = window.case_page.article.text.textCursor()
    cursor.setPosition(at)
    window.case_page.article.text.setTextCursor(cursor)
    press("/")
    assert words() == ["widespread protests,", "initially"]
    press("k")
    press("+")
    assert words() == ["widespread protests, initially"]
    window.case_page.checklist.setFocus()
    press(Qt.Key.Key_Delete)
    assert words() == []


def test_labels_by_two_keys_and_the_next_bare_words(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    press("b")
    assert window.case_page.article.current_span() is not None
    press("o", "p")
    assert rows(path, "SELECT label FROM segment WHERE label <> 'furniture'") == [("prediction",)]


def test_what_the_command_line_changed_appears_in_the_open_window(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    press("a", "a", "a")
    assert run(["mark", str(path), "1", "--verdict", "cut", "--by", "Second checker"]) == 0
    qtbot.waitUntil(lambda: window.bench.case is not None and any(
        claim.verdict is not None and claim.verdict.value == "cut" for claim in window.bench.case.claims
    ))  # fmt: skip


def test_a_second_version_is_added_and_the_first_is_still_there(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    path = open_sample(qtbot, window)
    select_words(window, "approximately 20 close associates")
    press("m")
    case = window.bench.case
    assert case is not None
    revised = tmp_path / "revised.txt"
    revised.write_text(case.version.text.replace("approximately 20", "some 30"), encoding="utf-8")
    window.bench.run(AddVersion(article_id=case.article.id, intake=propose(read_file(revised), Unwatched())))
    window.bench.show(case.article.id)
    assert window.bench.case is not None and window.bench.case.version.number == 2
    assert "some 30 close associates" in window.bench.case.version.text
    rows = window.case_page.checklist.list.rows
    shown = [rows.index(line).data() for line in range(rows.rowCount())]
    assert any("not in this version" in words for words in shown)
    window.case_page.checklist.setFocus()
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert window.bench.case.version.number == 1
    assert "approximately 20 close associates" in [s.anchor.exact for s in window.bench.case.words_of().values()]
    assert verify(path) == ()


class Layouts(QObject):
    """Notes which widgets are laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.LayoutRequest:
            self.seen.append(type(watched).__name__)
        return False


def test_another_verdict_on_a_claim_lays_nothing_out_anew(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    assert window.bench.case is not None
    first = next(one for one in window.bench.case.suggestions if one.kind == "claim")
    window.row.go("suggestion", first.id)
    press("a")
    assert window.bench.case.claims
    window.row.go("claim", window.bench.case.claims[0].id)
    press("1")
    qtbot.waitUntil(lambda: window.rooms.registers.found is not None)
    for _ in range(10):
        QApplication.processEvents()
    looks, steps = Layouts(), window.foot.standing.text()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(looks)
    press("3")
    QApplication.processEvents()
    assert looks.seen == []
    assert window.foot.standing.text() != steps
    assert window.foot.standing.accessibleName() == window.foot.standing.text()
    assert [card.isChecked() for card in window.case_page.claim.claim.verdicts.cards].index(True) == 2
    window.foot.standing.updateGeometry()
    QApplication.processEvents()
    assert looks.seen, "what is laid out anew is seen"


def test_a_report_that_cannot_be_written_fixes_no_number(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    path = open_sample(qtbot, window)
    select_words(window, "widespread protests")
    press("m")
    before = logical(path)
    for file in (tmp_path / "report.docx", tmp_path / "nowhere" / "report.md", tmp_path):
        when_it_comes(TroubleDialog, TroubleDialog.accept)
        window.rooms.reports.save_to(file)
        assert logical(path) == before
    window.rooms.reports.save_to(tmp_path / "report.md")
    qtbot.waitUntil((tmp_path / "report.md").exists, timeout=60_000)
    assert rows(path, "SELECT fixed_number FROM claim") == [("1",)]
    assert "widespread protests" in (tmp_path / "report.md").read_text(encoding="utf-8")
