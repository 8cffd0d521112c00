"""Asking where a file is to be written. The question whether to replace one is about the name that will be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from factdesk.ui.dialogs.choosing import make_roomy


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be saved.

    Attributes:
        title: of the dialog.
        proposed: name, or path, that stands there at first.
        kinds: ending, with its dot → what a file with it is called; the first is taken unless another is chosen.
        replaces: whether a file that is there may be replaced, after a question. Where it may not, nothing is asked:
            who writes the file refuses.
    """

    title: str
    proposed: str
    kinds: Mapping[str, str]
    replaces: bool = True


def ask_where(wanted: Wanted, parent: QWidget) -> Path | None:
    """Return where to write, with one of the endings; None where the person thought better of it."""
    filters = {f"{name} (*{ending})": ending for ending, name in wanted.kinds.items()}
    dialog = QFileDialog(parent, wanted.title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(next(iter(wanted.kinds)))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(filters[chosen]))
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not wanted.replaces)
    make_roomy(dialog)
    if Path(wanted.proposed).is_absolute():
        dialog.setDirectory(str(Path(wanted.proposed).parent))
    dialog.selectFile(Path(wanted.proposed).name)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen, ending = Path(next(iter(dialog.selectedFiles()), "")), f".{dialog.defaultSuffix()}"
    dialog.deleteLater()
    if not accepted:
        return None
    if chosen.suffix.lower() in wanted.kinds:
        return chosen
    named = chosen.with_name(chosen.name + ending)  # "Plan 1.2" has an ending, and it is none of these
    return named if not (wanted.replaces and named.exists()) or _may_replace(named, parent) else None


def _may_replace(path: Path, parent: QWidget) -> bool:
    told = QCoreApplication.translate("Saving", "“{0}” is there already. Replace it?").format(path.name)
    answer = QMessageBox.question(parent, QCoreApplication.translate("Saving", "Replace"), told)
    return answer is QMessageBox.StandardButton.Yes
