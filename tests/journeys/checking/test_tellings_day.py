"""Linking what an article tells twice and ticking words, at the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.rules.tellings.repeats import Group
from factdesk.text.anchor import anchor_of
from factdesk.ui.claim.tabs import TELLINGS
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.edits.claim import MarkClaim
from tests.elsewhere import held_by_another_program
from tests.journeys.conftest import Start
from tests.journeys.hands import SHIFT, open_sample, press, rows

TOLD = (
    "The ministry paid 40 million euros for the bridge in 2019. The river rose.\n\n"
    "An estimated 40 million euros for the bridge was paid by the ministry in 2019, he said. Nobody was hurt.\n\n"
    "The ministry paid 40 million euros for the bridge.\n"
)


def told_most(qtbot: QtBot, window: MainWindow) -> Group:
    """Make a claim of the head that is told most often, and go to it."""
    window.furnish()
    window.rooms.registers._work_out_short()
    qtbot.waitUntil(lambda: window.rooms.registers.found is not None, timeout=20_000)
    case, found = window.bench.case, window.rooms.registers.found
    assert case is not None and found is not None
    group = max(found.repeats.groups, key=lambda one: len(one.tellings))
    mark = MarkClaim(version_id=case.version.id, anchor=anchor_of(case.version.text, group.head))
    assert window.bench.run(mark)
    window.row.go("claim", mark.claim_id)
    window.case_page.checklist.setFocus()
    return group


def strokes_seen(window: MainWindow) -> int:
    """How many pixels of the article look otherwise with the pencil than without."""
    text = window.case_page.article.text
    with_pencil = text.viewport().grab().toImage()
    held, text._page.ink.ticked = text._page.ink.ticked, ()
    without = text.viewport().grab().toImage()
    text._page.ink.ticked = held
    places = ((x, y) for x in range(with_pencil.width()) for y in range(with_pencil.height()))
    return sum(with_pencil.pixel(x, y) != without.pixel(x, y) for x, y in places)


def test_repeats_are_linked_judged_once_confirmed_and_unlinked(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    group = told_most(qtbot, window)
    page = window.case_page.claim.claim
    assert page.tabs.tabText(TELLINGS) == f"Tellings {len(group.tellings)}?"
    press(Qt.Key.Key_Y)
    linked = rows(path, "SELECT start_at, end_at, in_bulk FROM segment WHERE label = 'repeat' ORDER BY start_at")
    assert linked == [(*span, 1) for span in group.tellings]
    assert page.tabs.tabText(TELLINGS) == f"Tellings {len(group.tellings) + 1}"
    press(Qt.Key.Key_1)
    window.row.go("claim", rows(path, "SELECT id FROM claim")[0][0])
    assert "wording differs: confirm" in page.tellings.rows[0].detail.text()
    press(Qt.Key.Key_Y, modifier=SHIFT)
    assert rows(path, "SELECT count(*) FROM segment WHERE differs = 1 AND confirmed_by = ''") == [(0,)]
    page.tabs.setCurrentIndex(TELLINGS)
    page.tellings.rows[0].head.click()
    assert rows(path, "SELECT start_at FROM segment WHERE label = 'claim'") == [(group.tellings[0].start,)]
    page.tellings.rows[-1].unlink.click()
    assert rows(path, "SELECT count(*) FROM segment WHERE label = 'repeat'") == [(len(group.tellings) - 1,)]
    assert rows(path, "SELECT count(*) FROM rejected_repeat") == [(1,)]


def open_with_repeats(qtbot: QtBot, window: MainWindow, folder: Path, told: str = TOLD) -> None:
    """Open an article that tells one statement several times, and wait for what is proposed."""
    article = folder / "bridge.txt"
    article.write_text(told, encoding="utf-8")
    window.opening.paths([article])
    qtbot.waitUntil(lambda: window.bench.case is not None and bool(window.bench.case.suggestions), timeout=20_000)
    window.furnish()
    window.rooms.registers._work_out_short()
    qtbot.waitUntil(lambda: window.rooms.registers.found is not None, timeout=20_000)
    window.case_page.checklist.setFocus()


def test_a_suggestion_is_accepted_and_linked_to_its_other_places_by_one_key(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    open_with_repeats(qtbot, window, tmp_path)
    first = window.row.suggestion
    page = window.case_page.claim.suggestion
    assert first is not None
    assert window.case_page.checklist.spoken().count("↻ told again 2 ×") == 1
    assert "“The ministry paid 40 million euros for the bridge.”" in page.offer.text()
    assert page.link.text() == "Make claim, link 2   Y"
    press(Qt.Key.Key_Y)
    case = window.bench.case
    assert case is not None
    (claim,) = case.claims
    assert case.words_of()[claim.id].anchor.span == first.span
    assert [one.in_bulk for one in case.tellings_of()[claim.id]] == [True, True]
    assert window.row.suggestion is not None, "the next suggestion is gone to"
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.bench.case is not None
    assert window.bench.case.claims == ()


def test_the_row_behind_a_suggestion_is_gone_to_where_the_next_one_was_linked_with_it(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    first, river, again = "The ministry paid 40 million euros for the bridge", "The river rose by 4 metres.", "in 2019"
    open_with_repeats(qtbot, window, tmp_path, f"{first}.\n\n{first} {again}.\n\n{river}\n")
    press(Qt.Key.Key_Y)
    case, suggestion = window.bench.case, window.row.suggestion
    assert case is not None and len(case.claims) == 1
    assert suggestion is not None and case.version.text[slice(*suggestion.span)] == river


def test_linking_that_waits_for_another_program_goes_on_to_the_next_suggestion_and_says_so_afterwards(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    open_with_repeats(qtbot, window, tmp_path)
    first = window.row.suggestion
    assert window.bench.session is not None
    with held_by_another_program(window.bench.session.path):
        press(Qt.Key.Key_Y)
        assert window.row.suggestion is first
        assert "linked" not in window.statusBar().currentMessage()
    qtbot.waitUntil(lambda: "linked together" in window.statusBar().currentMessage(), timeout=10_000)
    assert window.row.suggestion not in (None, first)


def test_a_suggestion_is_linked_to_the_claim_it_tells_again_by_one_key(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    open_with_repeats(qtbot, window, tmp_path)
    press(Qt.Key.Key_A)
    before = window.bench.case
    assert before is not None
    again = next(one for one in before.suggestions if "estimated" in before.version.text[slice(*one.span)])
    window.row.go("suggestion", again.id)
    page = window.case_page.claim.suggestion
    assert "↻ tells claim 1 again?" in window.case_page.checklist.spoken()
    assert page.link.text() == "Link to claim 1   Y"
    page.link.click()
    case = window.bench.case
    assert case is not None
    (claim,) = case.claims
    (telling,) = case.tellings_of()[claim.id]
    assert (telling.anchor.span, telling.in_bulk, telling.differs) == (again.span, False, True)
    other = next(one for one in case.suggestions if "river" in case.version.text[slice(*one.span)])
    window.row.go("suggestion", other.id)
    assert not page.link.isVisible()
    press(Qt.Key.Key_Y)
    assert window.bench.case is case, "nothing is proposed for it, so nothing was done"


def test_a_rejected_repeat_is_not_proposed_again(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    group = told_most(qtbot, window)
    page = window.case_page.claim.claim
    page.tellings.rows[0].reject.click()
    assert [row.item.span for row in page.tellings.rows] == list(group.tellings[1:])


def test_words_are_ticked_one_by_one_by_key_and_with_the_mouse(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    group = told_most(qtbot, window)
    facts = window.case_page.claim.claim.facts
    press(Qt.Key.Key_P, Qt.Key.Key_P)
    facts.words.linkActivated.emit("4")
    ticked = rows(path, "SELECT start_at FROM tick WHERE register = 'words' ORDER BY start_at")
    assert (len(ticked), ticked[0]) == (3, (group.head.start,))
    assert facts.ticked.text().startswith("✓ 3 of ")
    assert facts.words.text().count("line-through") == 3
    struck = window.case_page.article.text._page.ink.ticked
    assert [start for start, _ in struck] == [start for (start,) in ticked], "the sample has no emoji before them"
    assert strokes_seen(window) > 0
    press(Qt.Key.Key_P, modifier=SHIFT)
    assert len(rows(path, "SELECT 1 FROM tick")) == 2
