"""What a person chooses once: who they are, the scale, the paper, how it all looks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.clock import now
from factdesk.model.scale import Scale
from factdesk.rules.scales import BadScaleError, scales_with_house
from factdesk.settings import Preferences
from factdesk.ui.controls.labels import quiet, title
from factdesk.ui.dialogs.choosing import ask_folder
from factdesk.ui.dialogs.combo import Combo
from factdesk.ui.dialogs.scale_key import ScaleKey
from factdesk.ui.dialogs.sheet import Sheet, scrolled
from factdesk.ui.icons import icon_family
from factdesk.ui.style import Role, set_role

_ON, _AFRESH, _OFF = "on", "afresh", "off"
SIZES = (10, 11, 12, 13, 14, 15, 16, 18, 20, 24, 28, 32)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person left.

    Attributes:
        scale: the scale itself, so that a desk can be given it.
        organisation: of the open desk, as reports print it; None where no desk is open.
    """

    preferences: Preferences
    scale: Scale
    organisation: str | None


class PreferencesDialog(Sheet):
    """Theme and reading type are tried at once. Accepted: ``answer()`` is what to keep.

    Signals:
        tried(object Preferences): those of before, in the theme and type that stand in the dialog; for now.
    """

    tried = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        parent: QWidget | None = None,
        *,
        organisation: str | None = None,
        scale: Scale | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            organisation, scale: of the open desk; None where none is open.
        """
        super().__init__(QSize(640, 780), parent)
        self.say(self.tr("Preferences"))
        self._before = preferences
        self._desk_scale = scale
        self._house = preferences.house_scales
        room = QWidget()
        self.body.addWidget(scrolled(room), 1)
        column = QVBoxLayout(room)  # before there is anything in it: what moves with its rows is dressed anew
        column.setContentsMargins(0, 0, 0, 0)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setHorizontalSpacing(18)
        self._form.setVerticalSpacing(8)
        column.addLayout(self._form)
        column.addStretch(1)
        self._add_person(organisation)
        self._add_looks()
        self._add_learning()
        self._add_scale()  # last: where the screen is low its long key is what scrolls
        self.add_button(self.tr("Cancel"), self.reject)
        self.keep = self.add_button(self.tr("Keep"), self.accept, primary=True)
        self._read_scales()

    def answer(self) -> Chosen:
        """Return what stands in the dialog."""
        scale: Scale = self.scale.currentData()
        preferences = replace(
            self._before,
            name=self.name.text().strip(),
            scale_id=scale.id,
            paper=self.paper.currentData(),
            theme=self.theme.currentData(),
            motion=self.motion.currentData(),
            reading_family=self.family.currentData(),
            reading_size=self.size_of_type.currentData(),
            house_scales=self._house,
            learn=self.learning.currentData() != _OFF,
            learn_since=now() if self.learning.currentData() == _AFRESH else self._before.learn_since,
        )
        return Chosen(preferences, scale, self.organisation.text().strip() if self.organisation else None)

    def show_house_scales(self, folder: Path | None) -> None:
        """Offer the scales of ``folder`` beside those that ship."""
        self._house = folder
        self._read_scales()

    # --- making

    def _add_person(self, organisation: str | None) -> None:
        self._form.addRow(title(self.tr("You")))
        self.name = self._line(self.tr("Name"), self._before.name, self.tr("as the record and the report name you"))
        self.organisation: QLineEdit | None = None
        if organisation is not None:
            hint = self.tr("printed at the head of this desk’s reports")
            self.organisation = self._line(self.tr("Organisation"), organisation, hint)

    def _add_looks(self) -> None:
        before = self._before
        self._add_title(self.tr("Looks and paper"))
        self.theme = self._choice(
            self.tr("Theme"),
            (
                (self.tr("As the desktop has it"), "system"),
                (self.tr("Light"), "light"),
                (self.tr("Dark"), "dark"),
                (self.tr("High contrast"), "contrast"),
            ),
            before.theme,
        )
        motions = ((self.tr("As the desktop has it"), "system"), (self.tr("Nothing moves by itself"), "none"))
        self.motion = self._choice(self.tr("Motion"), motions, before.motion)
        own = ((self.tr("Source Serif (comes with FactDesk)"), ""),)
        families = [(family, family) for family in QFontDatabase.families() if _for_reading(family)]
        self.family = self._choice(self.tr("Reading typeface"), (*own, *families), before.reading_family)
        sizes = sorted({*SIZES, before.reading_size})
        points = tuple((self.tr("{0} points").format(size), size) for size in sizes)
        self.size_of_type = self._choice(self.tr("Reading size"), points, before.reading_size)
        papers = (("A4", "a4"), ("Letter", "letter"))
        self.paper = self._choice(self.tr("Paper"), papers, before.paper)
        for box in (self.theme, self.family, self.size_of_type):
            box.currentIndexChanged.connect(self._try_looks)

    def _add_scale(self) -> None:
        self._add_title(self.tr("Verdicts"))
        self.scale = self._choice(self.tr("Scale"), (), None)
        self.scale.currentIndexChanged.connect(self._show_key)
        self._folder = QLabel()
        self._folder.setTextFormat(Qt.TextFormat.PlainText)
        choose, forget = QPushButton(self.tr("Choose…")), QPushButton(self.tr("None"))
        choose.setAccessibleName(self.tr("Choose the folder of the house’s scales"))
        forget.setAccessibleName(self.tr("Use no folder of house scales"))
        choose.clicked.connect(self._choose_folder)
        forget.clicked.connect(lambda: self.show_house_scales(None))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._folder, 1)
        for button in (choose, forget):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._form.addRow(self.tr("House scales"), row)
        self._wrong = quiet("")
        set_role(self._wrong, Role.WARNING)
        self._form.addRow("", self._wrong)
        self.key = ScaleKey()
        self._form.addRow(self.key)

    def _add_learning(self) -> None:
        self._add_title(self.tr("Suggestions"))
        options = (
            (self.tr("By what was accepted and rejected in the desk, too"), _ON),
            (self.tr("The same, but forget what was learned until now"), _AFRESH),
            (self.tr("By the text alone"), _OFF),
        )
        self.learning = self._choice(self.tr("Ranking"), options, _ON if self._before.learn else _OFF)

    def _add_title(self, text: str) -> None:
        head = title(text)
        head.setContentsMargins(0, 10, 0, 0)
        self._form.addRow(head)

    def _line(self, label: str, text: str, hint: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setPlaceholderText(hint)
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        self._form.addRow(label, field)
        return field

    def _choice(self, label: str, options: tuple[tuple[str, object], ...], chosen: object) -> Combo:
        box = Combo()
        box.setAccessibleName(label)
        for words, value in options:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self._form.addRow(label, box)
        return box

    # --- while it is open

    def _try_looks(self) -> None:
        self.tried.emit(
            replace(
                self._before,
                theme=self.theme.currentData(),
                reading_family=self.family.currentData(),
                reading_size=self.size_of_type.currentData(),
            )
        )

    def _choose_folder(self) -> None:
        found = ask_folder(self, self.tr("Folder of the house’s scales"), self._house or Path.home())
        if found is not None:
            self.show_house_scales(found)

    def _read_scales(self) -> None:
        problem = ""
        try:
            scales = scales_with_house(self._house)
        except BadScaleError as error:
            scales, problem = scales_with_house(None), f"{error} {error.remedy}"
        if self._desk_scale is not None and self._desk_scale.id not in {scale.id for scale in scales}:
            scales = (*scales, self._desk_scale)
        wanted = self._chosen_scale_id()
        self.scale.blockSignals(True)
        self.scale.clear()
        for scale in scales:
            self.scale.addItem(self.tr("{0}, version {1}").format(scale.name, scale.version), scale)
        places = [n for n, scale in enumerate(scales) if scale.id == wanted]
        self.scale.setCurrentIndex(places[0] if places else 0)
        self.scale.blockSignals(False)
        self._folder.setText(str(self._house) if self._house else self.tr("none"))
        self._wrong.setText(problem)
        self._wrong.setVisible(bool(problem))
        self._show_key()

    def _chosen_scale_id(self) -> str:
        chosen: Scale | None = self.scale.currentData() or self._desk_scale
        return chosen.id if chosen else self._before.scale_id

    def _show_key(self) -> None:
        scale: Scale | None = self.scale.currentData()
        if scale is not None:
            self.key.show_scale(scale)


def _for_reading(family: str) -> bool:
    return family != icon_family() and not QFontDatabase.isPrivateFamily(family)
