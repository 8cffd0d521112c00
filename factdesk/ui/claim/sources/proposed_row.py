"""One row for what the author gives as a source: what it is, its words, and the two answers to it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from factdesk.model.remark import RemarkKind
from factdesk.ui.claim.fields.preview import OPENED
from factdesk.ui.claim.sources import parts
from factdesk.ui.claim.sources.proposed import ProposedSource
from factdesk.ui.controls.only_read import changing
from factdesk.ui.style import Role, set_role

_GLYPHS = {RemarkKind.COMMENT: "✎", RemarkKind.FOOTNOTE: "†", RemarkKind.ENDNOTE: "†", None: "↗"}


class ProposedRow(QFrame):
    """Shows one proposed source. It does nothing itself: its buttons are wired by the page."""

    def __init__(self, item: ProposedSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.sign = parts.sign(_GLYPHS[item.kind], _what(item.kind), Role.QUIET)
        said = item.form.excerpt or (item.form.title if item.kind else item.form.address)
        self.text = parts.said(said)
        by = self.tr("{0} by {1}").format(_what(item.kind), item.form.person) if item.form.person else _what(item.kind)
        self.detail = parts.said(self.tr("{0}, on “{1}”").format(by, item.words))
        set_role(self.detail, Role.QUIET)
        self.take = parts.flat_button(self.tr("Take as evidence"), self.tr("Take as evidence: {0}").format(said))
        self.open = parts.flat_button(self.tr("Open"), self.tr("Open {0} in the browser").format(item.form.address))
        self.dismiss = parts.flat_button(self.tr("Dismiss"), self.tr("Dismiss: {0}").format(said))
        changing(self.take, self.dismiss)
        self.open.setVisible(item.form.address.partition(":")[0] in OPENED)
        self.dismiss.setVisible(item.remark_id is not None)
        self._arrange()

    @property
    def stops(self) -> tuple[QToolButton, ...]:
        """Where Tab halts, in order."""
        return (self.take, self.open, self.dismiss)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in self.stops:
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.text)
        column.addWidget(self.detail)
        column.addLayout(buttons)
        parts.lay_out(self, self.sign, column)


def _what(kind: RemarkKind | None) -> str:
    names = {
        RemarkKind.COMMENT: QCoreApplication.translate("ProposedRow", "Comment in the author’s file"),
        RemarkKind.FOOTNOTE: QCoreApplication.translate("ProposedRow", "Footnote of the author"),
        RemarkKind.ENDNOTE: QCoreApplication.translate("ProposedRow", "Endnote of the author"),
        None: QCoreApplication.translate("ProposedRow", "Link of the article"),
    }
    return names[kind]
