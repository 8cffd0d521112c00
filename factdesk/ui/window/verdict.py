"""Asking for a verdict where the scale says of no value that it means verified."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from factdesk.ui.dialogs.verdict import VerdictDialog
from factdesk.ui.window.bench.workbench import Workbench


def chosen_verdict(bench: Workbench, parent: QWidget) -> str | None:
    """Let the person choose a value of the desk's scale; None where none was chosen, or no desk is open."""
    if bench.session is None:
        return None
    dialog = VerdictDialog(bench.session.scale(), parent)
    return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
