"""A rating scale: versioned data that says which verdicts there are and how they look."""

from __future__ import annotations

from msgspec import Struct

from factdesk.model.ids import ScaleId


class ScaleValue(Struct, frozen=True, kw_only=True):
    """One verdict of a scale.

    Attributes:
        id: stored with the verdict; never translated, never shown.
        label: one to three words, shown and printed.
        definition: one sentence, printed in the scale key.
        glyph: one character; tells the value apart without colour.
        light, dark: ``#rrggbb`` on a light and on a dark ground, at least 4.5:1 against either.
        underline: "solid", "double", "dashed", "dotted" or "wave"; the mark in the article.
        number: 1 (worst) … 5 (best), or None where the value has no place on a line.
    """

    id: str
    label: str
    definition: str
    glyph: str
    light: str
    dark: str
    underline: str
    number: int | None = None

    def __hash__(self) -> int:
        return hash(self.id)  # rows are counted by their values: the other fields would take most of that time


class Scale(Struct, frozen=True, kw_only=True):
    """A whole scale.

    Attributes:
        name: what the person picks, "Desk check".
        values: in the order of their keys 1 … 9.
        verified: id of the value *Mark verified* gives, or None: then it asks.
    """

    key: str
    version: str
    name: str
    description: str
    values: tuple[ScaleValue, ...]
    verified: str | None

    @property
    def id(self) -> ScaleId:
        return ScaleId(f"{self.key}@{self.version}")

    def value(self, value_id: str) -> ScaleValue:
        """Return a value by its id.

        Raises:
            KeyError: the scale has no such value.
        """
        for value in self.values:
            if value.id == value_id:
                return value
        raise KeyError(value_id)
