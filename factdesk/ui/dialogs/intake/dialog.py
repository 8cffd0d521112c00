"""Looking an article over before it enters the desk: details, provenance, furniture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from factdesk.model.article import Details, ProvenanceFlag
from factdesk.model.draft import Draft, Furniture
from factdesk.text.spans import Span, left_free
from factdesk.text.words import Length, length, length_without
from factdesk.ui.article.words import as_length
from factdesk.ui.controls.flow import FlowLayout
from factdesk.ui.controls.labels import quiet, title, words
from factdesk.ui.dialogs.details_form import DetailsForm, labels
from factdesk.ui.dialogs.intake.doubts import Doubts
from factdesk.ui.dialogs.intake.encoding import EncodingChoice
from factdesk.ui.dialogs.intake.furniture import FurnitureList
from factdesk.ui.dialogs.intake.preview import MOST, Preview
from factdesk.ui.dialogs.intake.ranked_as import RankedAs
from factdesk.ui.dialogs.sheet import Sheet, scrolled
from factdesk.ui.style import Role, set_role
from factdesk.work.edits.article import Intake
from factdesk.work.intake import is_spoken


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What the person left.

    Attributes:
        set_aside: the stretches that stay set aside.
        spoken: whether the person said that it is a transcript, or that it is none; None where nothing was said.
    """

    details: Details
    set_aside: frozenset[Furniture]
    spoken: bool | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person changed before the bytes are read anew.

    Attributes:
        details: field of ``Details`` → what stands there instead of the proposal.
        spoken: as in ``LookedOver``.
    """

    details: Mapping[str, str]
    spoken: bool | None = None


_LONG = 1_000_000
"""Characters from which the words of a text are not counted."""

_SHOWN = 40
"""Characters of the words that raised a flag."""

READ_AGAIN = QDialog.DialogCode.Accepted.value + 1
"""What ``exec`` returns where the person chose another encoding: ``encoding()`` says which."""


class IntakeDialog(Sheet):
    """Everything the program proposes for an article, to be corrected and accepted.

    Accepted: ``answer()`` is what to take in (``work.intake.looked_over``). Rejected: nothing is. ``READ_AGAIN``: the
    bytes are to be read anew in ``encoding()`` and looked over again.

    Signals:
        link_asked(str): the person wants this address opened; it is to be shown whole first.
    """

    link_asked = Signal(str)

    def __init__(self, intake: Intake, parent: QWidget | None = None, *, revises: str = "") -> None:
        """Make the dialog.

        Args:
            revises: title of the article this is a new version of, or "" for a new article.
        """
        super().__init__(QSize(1080, 720), parent)
        self._draft, self._revises = intake.draft, revises
        self._unsure = intake.draft.unsure
        sides = QSplitter(Qt.Orientation.Horizontal)
        self.body.addWidget(sides, 1)
        left, right = QWidget(), QWidget()
        for side in (scrolled(left), right):  # before there is anything in them: what moves with a side is dressed anew
            sides.addWidget(side)
        self._encoding = EncodingChoice(intake.draft, left)
        self._encoding.chosen.connect(lambda: self.done(READ_AGAIN))
        self._told_as = RankedAs(spoken=is_spoken(intake), parent=left)
        self._doubts = Doubts(intake.draft, labels(), left)  # made in the order seen: so the Tab key goes
        self._form = DetailsForm(intake.details, intake.draft.origins, parent=left)
        self._preview = Preview(intake.draft, right)
        self._furniture = FurnitureList(intake.draft.text, intake.furniture, intake.draft.doubted, right)
        self._doubts.chosen.connect(self._form.take)
        self._doubts.looked_at.connect(self._preview.look_at)
        self._aside = title("")
        self._furniture.changed.connect(self._show_set_aside)
        self._furniture.looked_at.connect(lambda piece: self._preview.look_at(piece.span))
        self._fill_left(left, intake)
        self._fill_right(right, intake.draft)
        sides.setChildrenCollapsible(False)
        sides.setSizes([560, 480])
        self._whole: Length | None = None
        self._its_links = None
        if intake.draft.links:
            self._its_links = self.add_side_button("", self._show_links)
        if intake.draft.pages:
            self.add_side_button(self.tr("Show its pages"), self._show_pages)
        self.add_button(self.tr("Cancel"), self.reject)
        self.take = self.add_button(
            self.tr("Add version") if revises else self.tr("Add to the desk"), self.accept, primary=True
        )
        self._form.complete_changed.connect(self._let_take)
        self._let_take()
        self._show_set_aside()
        (self._encoding if self._unsure else self._form.field("title")).setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        """Show the title from its beginning; a dialog selects what has the focus, and the next letter erased it all."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._form.field("title").home(False))
        QTimer.singleShot(0, self._preview, self._preview.begin_with_words)

    def answer(self) -> LookedOver:
        """Return what stands in the dialog."""
        return LookedOver(self._form.details(), self._furniture.set_aside(), self._told_as.changed_to())

    def typed(self) -> Typed:
        """Return what the person changed so far."""
        return Typed(self._form.typed(), self._told_as.changed_to())

    def keep(self, typed: Typed) -> None:
        """Put what the person changed in another reading of the same bytes in place of what is proposed now."""
        for name, value in typed.details.items():
            self._form.take(name, value)
        if typed.spoken is not None:
            self._told_as.show_value(typed.spoken)

    def encoding(self) -> str:
        """Return the codec that the person chose."""
        return self._encoding.codec

    def _let_take(self) -> None:
        self.take.setEnabled(self._form.complete and not self._unsure)

    def _show_links(self) -> None:
        from factdesk.ui.dialogs.links import LinksDialog

        dialog = LinksDialog(self._draft.text, self._draft.links, self._aside_spans(), self)
        dialog.open_asked.connect(self.link_asked)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._preview.look_at(dialog.answer())
            self._preview.setFocus()

    def _show_pages(self) -> None:
        from factdesk.ui.dialogs.intake.printed_page import PrintedPage

        PrintedPage(self._draft.original, [page.label for page in self._draft.pages], 0, self).show()

    def _say_head(self, links: int) -> None:
        """Say what came in: its own words and links, without what is set aside."""
        draft, revises = self._draft, self._revises
        came = self.tr("“{0}”").format(draft.file_name) if draft.file_name else self.tr("Pasted text")
        size = self._size(draft.text)
        counts = ((links, self.tr("{0} links")), (len(draft.remarks), self.tr("{0} notes of the author")))
        size = " · ".join((size, *(words.format(count) for count, words in counts if count)))
        self.say(
            self.tr("A new version of “{0}”").format(revises) if revises else self.tr("Look the article over"),
            self.tr("{0} · {1} · the text itself is kept unchanged").format(came, size),
        )

    def _size(self, text: str) -> str:
        """Return how long the text is; the words of a very long one are not counted while the person waits."""
        long = len(text) > _LONG
        if long:
            return self.tr("{0} characters").format(f"{len(text):,}")
        if self._whole is None:
            self._whole = length(text)
        return as_length(*length_without(self._whole, text, self._aside_spans()))

    def _fill_left(self, side: QWidget, intake: Intake) -> None:
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(10)
        for notice in intake.draft.notices:
            warning = words(f"⚠ {notice}")
            set_role(warning, Role.WARNING)
            column.addWidget(warning)
        column.addLayout(self._how_it_is_read())
        if intake.draft.flags:
            column.addWidget(title(self.tr("What a reader of the report must know")))
            flags = sorted(intake.draft.flags, key=list(ProvenanceFlag).index)
            column.addWidget(words("   ".join(f"⚑\u00a0\u00a0{_bound(flag, intake.draft)}" for flag in flags)))
        column.addWidget(self._doubts)
        column.addWidget(self._form)
        column.addStretch(1)

    def _how_it_is_read(self) -> FlowLayout:
        """One line that says how the bytes became words, and how these are weighed: “Read as UTF-8, an article”."""
        row = FlowLayout(gap=2)
        label = quiet(self.tr("Read as"))
        label.setWordWrap(False)
        label.setBuddy(self._told_as if self._encoding.isHidden() else self._encoding)
        for part in (label, self._encoding, self._told_as):
            row.addWidget(part)
        return row

    def _fill_right(self, side: QWidget, draft: Draft) -> None:
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._preview, 3)
        if len(draft.text) > MOST:
            column.addWidget(
                quiet(self.tr("The text goes on; its first {0} characters are shown.").format(f"{MOST:,}"))
            )
        column.addSpacing(6)
        column.addWidget(self._aside)
        column.addWidget(quiet(self.tr("Take the check mark away to keep words in the article.")))
        column.addWidget(self._furniture, 2)

    def _aside_spans(self) -> list[Span]:
        return [piece.span for piece in self._furniture.set_aside()]

    def _show_set_aside(self) -> None:
        aside = self._furniture.set_aside()
        self._preview.show_set_aside(aside)
        count, of = len(aside), self._furniture.topLevelItemCount()
        self._aside.setText(
            self.tr("Set aside as the page’s own: {0} of {1} stretches").format(count, of)
            if of
            else self.tr("Nothing looks like the page’s own")
        )
        own = sum(1 for _link in left_free(self._draft.links, self._aside_spans()))
        self._say_head(own)
        if self._its_links is not None:
            self._its_links.setVisible(bool(own))
            self._its_links.setText(self.tr("Its links ({0})…").format(own))


def _bound(flag: ProvenanceFlag, draft: Draft) -> str:
    """Return the words of a flag, with the first of those that raised it; they never stand alone at a line's end."""
    said = _flag_words(flag)
    span = next((span for one, span in draft.flag_spans if one is flag), None)
    if span is not None:
        said = f"{said.removesuffix('.')}: “{shorten(draft.text[slice(*span)], _SHOWN, placeholder='…')}”"
    return said.replace(" ", "\u00a0", 1)


def _flag_words(flag: ProvenanceFlag) -> str:
    def tr(text: str) -> str:
        return QCoreApplication.translate("Provenance", text)

    return {
        ProvenanceFlag.NO_AUTHOR: tr("No author is named."),
        ProvenanceFlag.ROLE_BYLINE: tr("The byline names a role, not a person."),
        ProvenanceFlag.NO_DATE: tr("No date is given."),
        ProvenanceFlag.NO_PUBLISHER: tr("No publisher is named."),
        ProvenanceFlag.PLACEHOLDER: tr("A placeholder was left in the text."),
        ProvenanceFlag.LINKS_LOST: tr("Words point to links that are no longer there."),
        ProvenanceFlag.TWO_HEADLINES: tr("The text has two headlines."),
    }[flag]
