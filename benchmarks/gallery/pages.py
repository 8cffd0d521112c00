"""Every page and size of the main window, and its states: at work, asked, empty, searched, long."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from benchmarks.gallery.camera import SIZES, Camera, settle
from factdesk.model.claim import State, WaitingFor
from factdesk.model.source import Bearing, SourceType
from factdesk.model.suggestion import Decision
from factdesk.ui.checklist.choosing import Filter
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.claim.tabs import HISTORY, SOURCES, TELLINGS, WRITING
from factdesk.work.edits.source import SourceForm

LISTS = ("claims", "figures", "names", "dates", "quotes", "questions")
LONG = (
    "A report on every dam of the valley, its height, its cost and what became of it after the flood of the year in "
    "which the council, the ministry and two companies could not agree on who was to pay for the walls\n\n"
    + "\n\n".join(
        f"The council spent €{n} million on dam {n} in {1900 + n % 120}. Critics say that wall {n} may fail."
        for n in range(1, 1001)
    )
)
SOURCE_FORMS = (
    SourceForm(
        title="Cabinet register, entry 41", type=SourceType.PRIMARY, publisher="State archive", bearing=Bearing.REFUTES,
        excerpt="No journey was entered between May and August.", locator="p. 12", accessed="2026-11-20",
    ),
    SourceForm(title="Report of the plan", publisher="A newspaper", address="https://example.org/plan"),
)  # fmt: skip


def pages(camera: Camera, folder: Path) -> None:
    """Take the main window from its first start to a checklist of two thousand rows."""
    camera.take("welcome")
    empty_case(camera, folder)
    check_the_sample(camera)
    for name in SIZES:
        camera.size(name)
        settle(300)
        camera.take(f"sample-{name}")
    camera.size("usual")
    claim_tabs(camera)
    claim_asks(camera)
    checklist(camera)
    suggestion(camera)
    lists(camera)
    article(camera)
    notice(camera)
    report(camera)
    long_list(camera, folder)


def notice(camera: Camera) -> None:
    """What is told above the article as long as it holds, in a usual and in a small window."""
    told = "This desk does not verify: 2 things in it were changed by another hand."
    more = "It comes from an older FactDesk, is only read, and stays as it is."
    offers = [(words, lambda: None) for words in ("What was changed…", "Restore…", "Save a copy…")]
    camera.window.notices.tell("gallery", told, offers, more)
    for name in ("usual", "small"):
        camera.size(name)
        settle(300)
        camera.take(f"notice-{name}")
    camera.size("usual")
    camera.window.notices.drop("gallery")


def empty_case(camera: Camera, folder: Path) -> None:
    """An article in which nothing is found, and every list of it."""
    window, path = camera.window, folder / "Nothing to check.txt"
    path.write_text("…\n", encoding="utf-8")
    window.opening.paths([path])
    settle(20_000, lambda: window.bench.case is not None and not window.jobs.busy())
    for tab, name in enumerate(LISTS):
        window.case_page.lists.turn_to(tab)
        settle(5_000, lambda: not window.jobs.busy())
        settle(200)
        camera.take(f"empty-{name}")
    window.case_page.lists.turn_to(0)


def check_the_sample(camera: Camera) -> None:
    """Work through the first claims of the sample as a checker would."""
    window = camera.window
    window.opening.sample()
    settle(20_000, lambda: window.row.suggestion is not None)
    settle(400)
    camera.take("sample-new")
    for _ in range(14):
        window.rooms.checking.accept()
    claims = window.bench.case.claims if window.bench.case else ()
    for claim, value in zip(claims, ("fix", "", "ok", "", "unverifiable", "attribute"), strict=False):
        if value:
            window.rooms.checking.give_verdict(claim.id, value)
    first = claims[0].id
    window.row.go(RowKind.CLAIM, first)
    window.rooms.claim.edit_field(
        first, "rationale", "No second source names the plan. All reports go back to *one* paper."
    )
    for form in SOURCE_FORMS:
        window.rooms.claim.add_source(first, form, "")
    settle(10_000, lambda: window.rooms.registers.found is not None)
    settle(500)


def claim_tabs(camera: Camera) -> None:
    """What the claim pane shows below the verdicts, and a tip."""
    claim = camera.window.case_page.claim
    for tab, name in ((WRITING, "writing"), (SOURCES, "sources"), (TELLINGS, "tellings"), (HISTORY, "history")):
        claim.claim.turn_to(tab)
        settle(200)
        camera.take(f"claim-{name}")
    claim.claim.turn_to(WRITING)
    claim.claim.rationale.toggle.setChecked(True)
    settle(200)
    camera.take("claim-preview")
    claim.claim.rationale.toggle.setChecked(False)
    camera.tip("tip-verdict", claim.claim.verdicts.cards[2])
    camera.tip("tip-state", claim.claim.states.chips[State.PROPOSED])


def claim_asks(camera: Camera) -> None:
    """What the claim pane looks like while something is asked in it."""
    window, claim = camera.window, camera.window.case_page.claim
    claim.add_source()
    settle(200)
    camera.take("claim-source-form")
    claim.claim.sources.form.cancelled.emit()
    claim.claim.turn_to(WRITING)
    claim.ask_set_aside()
    settle(200)
    camera.take("claim-set-aside")
    next(button for button in claim.claim.states.findChildren(QPushButton) if button.text() == "Cancel").click()
    window.rooms.checking.move(window.row.id, State.WAITING, WaitingFor.AUTHOR)
    settle(300)
    camera.take("claim-waiting")
    window.actions_by_id["claim-beside"].trigger()
    settle(300)
    camera.take("claim-beside")
    window.actions_by_id["claim-below"].trigger()
    window.row.go(RowKind.CLAIM, "")
    settle(200)
    camera.take("claim-none")


def checklist(camera: Camera) -> None:
    """The checklist with nothing found, and its menu."""
    head = camera.window.case_page.checklist.head
    head.search.setText("telepathy")
    settle(200)
    camera.take("checklist-nothing-found")
    head.set_filter(Filter())
    head.more.menu().popup(head.more.mapToGlobal(head.more.rect().bottomLeft()))
    settle(200)
    camera.take("menu-filter", head.more.menu())
    head.more.menu().hide()


def suggestion(camera: Camera) -> None:
    """A suggestion, why it was made, and what it may be instead."""
    window, page = camera.window, camera.window.case_page.claim.suggestion
    proposed = window.bench.case.suggestions if window.bench.case else ()
    window.row.go(RowKind.SUGGESTION, next(one.id for one in proposed if one.decision is Decision.OPEN))
    settle(300)
    camera.take("suggestion")
    page.more.click()
    settle(200)
    camera.take("suggestion-parts")
    page.reject.menu().popup(page.reject.mapToGlobal(page.reject.rect().bottomLeft()))
    settle(200)
    camera.take("menu-not-a-claim", page.reject.menu())
    page.reject.menu().hide()


def lists(camera: Camera) -> None:
    """The registers and the questions beside the article; the names once more unfolded, and with nothing found."""
    window = camera.window
    for tab, name in tuple(enumerate(LISTS))[1:]:
        window.case_page.lists.turn_to(tab)
        settle(1_500)
        camera.take(f"list-{name}")
    window.case_page.lists.turn_to(LISTS.index("names"))
    names = window.case_page.lists.register
    if names is not None:
        names.list.enter(0)
        names.list.fold_at.emit(0, False)
        names.tick_current()
        settle(300)
        camera.take("list-names-unfolded")
        names.search.setText("telepathy")
        settle(200)
        camera.take("list-nothing-found")
        names.search.clear()
    window.rooms.questions.ask_own()
    settle(300)
    camera.take("question-own")
    window.case_page.lists.turn_to(0)


def article(camera: Camera) -> None:
    """The article with the focus, with what was set aside shown, and searched."""
    window, pane = camera.window, camera.window.case_page.article
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    settle(200)
    camera.take("focus-article")
    window.actions_by_id["furniture"].trigger()
    settle(200)
    camera.take("furniture-shown")
    window.actions_by_id["furniture"].trigger()
    pane.open_find()
    pane.search.bar.field.setText("plan")
    settle(300)
    camera.take("find")
    pane.close_find()
    window.case_page.checklist.setFocus()


def report(camera: Camera) -> None:
    """The report in the window."""
    window = camera.window
    window.rooms.reports.show()
    settle(20_000, lambda: window.pages.page is window.rooms.reports.pane and not window.jobs.busy())
    settle(1500)
    camera.take("report")
    window.rooms.reports.closed.emit()


def long_list(camera: Camera, folder: Path) -> None:
    """A long title, and a checklist of two thousand rows."""
    window, path = camera.window, folder / "long.txt"
    path.write_text(LONG, encoding="utf-8")
    before = window.bench.case
    window.opening.paths([path])
    settle(30_000, lambda: window.bench.case is not before)
    for _ in range(3):
        window.rooms.checking.accept()
    settle(500)
    camera.take("long-list")
    camera.size("small")
    camera.take("long-list-small")
    camera.size("usual")
