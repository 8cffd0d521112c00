"""Words that cannot be kept: told above the article while somebody types, and asked about when the desk is left."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.frame.notices import Notices

_ABOUT = "not kept"


class WordsNotKept(QObject):
    """Tells of words that are held because the disk is full or the desk is away, and lets none be lost unasked."""

    def __init__(self, bench: Workbench, notices: Notices) -> None:
        super().__init__(notices)
        self._bench, self._notices = bench, notices
        bench.half_typed.failing_changed.connect(self._follow)
        bench.may_lose = self._may_lose

    def _follow(self) -> None:
        failing = self._bench.half_typed.failing
        if failing is None:
            self._notices.drop(_ABOUT)
            return
        told = self.tr("{0}: {1}.").format(failing.what, failing.why)
        more = self.tr("The words stay here, and are kept as soon as that is possible.")
        offers = (self.tr("Copy the words"), self._copy), (self.tr("Try again"), self._bench.half_typed.keep)
        self._notices.tell(_ABOUT, told, offers, more)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(self._bench.half_typed.held()))

    def _may_lose(self) -> bool:
        """Ask until the words are kept or given up; say whether the desk may be left."""
        from factdesk.ui.dialogs.losing import Answer, LosingDialog

        typed = self._bench.half_typed
        while typed.failing is not None and typed.held():
            answer = LosingDialog(typed.failing, typed.held(), self._notices.window()).exec()
            if answer == Answer.STAY:
                return False
            if answer == Answer.LEAVE:
                typed.drop()
            else:
                typed.put_down()
        return True
