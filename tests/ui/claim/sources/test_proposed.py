"""What the author's own file gives is proposed as evidence on the claim's words, and only a person takes it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factdesk.model.case import Case
from factdesk.model.ids import RemarkId
from factdesk.model.remark import KeptRemark, Remark, RemarkKind
from factdesk.model.source import Bearing
from factdesk.model.suggestion import Decision
from factdesk.model.version import Link, PageStart
from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.claim.view import ClaimView
from factdesk.work.edits.source import SourceForm
from tests.ui.claim import cases
from tests.ui.claim.conftest import Said
from tests.ui.claim.hands import click, show_sources

View = Callable[..., ClaimView]
NOTE = "Counts of the port office, 2025: https://port.example/counts."


def remark(name: str, kind: RemarkKind, words: str, text: str, by: str = "") -> KeptRemark:
    return KeptRemark(
        id=RemarkId(name), version_id=cases.VERSION, remark=Remark(cases.place(words), kind, text, by)
    )  # fmt: skip


def annotated(**changes: object) -> Case:
    plain = cases.case()
    version = replace(
        plain.version,
        links=(Link(cases.place("any other line"), "https://coast.example/lines"),),
        pages=(PageStart(0, "iii"),),
    )
    remarks = (
        remark("r1", RemarkKind.FOOTNOTE, cases.SENTENCES[1], NOTE),
        remark("r2", RemarkKind.COMMENT, "a day", "Really every day?", "CD"),
        remark("r3", RemarkKind.COMMENT, cases.SENTENCES[0], "Of another claim."),
    )
    return replace(plain, **({"version": version, "remarks": remarks} | changes))


def test_notes_comments_and_links_on_the_words_are_offered_by_sign_and_word(pane: ClaimPane, view: View) -> None:
    show_sources(pane, view("c2", annotated()))
    rows = pane.claim.sources.proposed
    assert [row.sign.accessibleName() for row in rows] == [
        "Footnote of the author", "Comment in the author’s file", "Link of the article",
    ]  # fmt: skip
    assert [row.text.text() for row in rows] == [NOTE, "Really every day?", "https://coast.example/lines"]
    assert rows[1].detail.text() == "Comment in the author’s file by CD, on “a day”"
    assert pane.claim.tabs.tabText(1) == "Sources 2 + 3?"


def test_a_note_is_taken_with_its_address_its_page_and_no_say_on_what_it_proves(
    pane: ClaimPane, said: list[Said], view: View
) -> None:
    show_sources(pane, view("c2", annotated()))
    click(pane.claim.sources.proposed[0].take)
    form = SourceForm(title=NOTE, address="https://port.example/counts", bearing=Bearing.CONTEXT, locator="p. iii")
    assert said == [("remark_taken", ("c2", "r1", form))]


def test_a_comment_is_dismissed_and_a_link_is_a_source_like_any_other(
    pane: ClaimPane, said: list[Said], view: View
) -> None:
    show_sources(pane, view("c2", annotated()))
    click(pane.claim.sources.proposed[1].dismiss)
    click(pane.claim.sources.proposed[2].open)
    click(pane.claim.sources.proposed[2].take)
    form = SourceForm(title="any other line", address="https://coast.example/lines", bearing=Bearing.CONTEXT)
    assert said == [
        ("remark_dismissed", ("r2",)),
        ("link_asked", ("https://coast.example/lines",)),
        ("source_added", ("c2", form, "")),
    ]


def test_what_was_decided_is_not_offered_again(pane: ClaimPane, view: View) -> None:
    decided = tuple(replace(one, decision=Decision.REJECTED) for one in annotated().remarks)
    show_sources(pane, view("c2", annotated(remarks=decided)))
    assert [row.item.kind for row in pane.claim.sources.proposed] == [None]


def test_tab_goes_through_the_answers(pane: ClaimPane, view: View) -> None:
    show_sources(pane, view("c2", annotated()))
    first = pane.claim.sources.proposed[0]
    first.take.setFocus()
    QTest.keyClick(first.take, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first.open
    QTest.keyClick(first.open, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first.dismiss
