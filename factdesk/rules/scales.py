"""Reading rating scales: the two that come with the program, and a house's own (``docs/scales.md``)."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from factdesk.assets import resource
from factdesk.errors import FactDeskError
from factdesk.model.scale import Scale, ScaleValue
from factdesk.rules.contrast import contrast

UNDERLINES = ("solid", "double", "dashed", "dotted", "wave")
GROUNDS = {"light": "#ffffff", "dark": "#202327"}
LEAST_CONTRAST = 4.5
MOST_VALUES = 9

_SCALE_FIELDS = {"key", "version", "name", "description", "values", "verified"}
_VALUE_FIELDS = {"id", "label", "definition", "glyph", "light", "dark", "underline", "number"}
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


class BadScaleError(FactDeskError):
    """A scale file does not say what a scale must say; no scale of it was taken."""

    exit_code = 10

    def __init__(self, where: str, why: str) -> None:
        super().__init__(
            f"The scale in {where} was not read",
            why,
            "Correct the file, or take it out of the folder of scales; docs/scales.md says what each field holds.",
        )


def shipped_scales() -> tuple[Scale, ...]:
    """Return the scales that come with the program; the first is the default."""
    return _shipped()


def scales_with_house(folder: Path | None) -> tuple[Scale, ...]:
    """Return the shipped scales and after them a house's own.

    Raises:
        BadScaleError: a file is wrong, or takes the key and version of another scale.
    """
    scales = shipped_scales() + (load_scales(folder) if folder else ())
    _refuse_twins(scales, str(folder))
    return scales


def load_scales(folder: Path) -> tuple[Scale, ...]:
    """Read every ``*.json`` of ``folder`` by name; a folder that is not there holds none.

    Raises:
        BadScaleError: names the file and the field.
    """
    found = tuple(_read(path) for path in sorted(folder.glob("*.json")))
    _refuse_twins(found, str(folder))
    return found


def scale_from_json(text: str, where: str) -> Scale:
    """Read one scale.

    Args:
        where: what to call the text in an error, as a rule the file's name.

    Raises:
        BadScaleError: names ``where`` and the field.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadScaleError(where, f"it is not JSON ({error})") from error
    fields = _Fields(data, where, "", _SCALE_FIELDS)
    values = tuple(
        _value(_Fields(item, where, f"values[{n}].", _VALUE_FIELDS)) for n, item in enumerate(fields.items("values"), 1)
    )
    scale = Scale(
        key=fields.matching("key", _NAME, "small letters, digits and hyphens"),
        version=fields.matching("version", _VERSION, 'a number such as "1.0"'),
        name=fields.text("name"),
        description=fields.text("description"),
        values=values,
        verified=fields.text("verified") if fields.given("verified") else None,
    )
    _check_together(scale, where)
    return scale


@cache
def _shipped() -> tuple[Scale, ...]:
    return load_scales(resource("scales"))


def _read(path: Path) -> Scale:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadScaleError(path.name, f"the file cannot be read as UTF-8 text ({error})") from error
    return scale_from_json(text, path.name)


def _value(fields: _Fields) -> ScaleValue:
    return ScaleValue(
        id=fields.matching("id", _NAME, "small letters, digits and hyphens"),
        label=fields.text("label"),
        definition=fields.text("definition"),
        glyph=fields.matching("glyph", re.compile(r"\S"), "one character"),
        light=fields.colour("light"),
        dark=fields.colour("dark"),
        underline=fields.matching("underline", re.compile("|".join(UNDERLINES)), "one of " + ", ".join(UNDERLINES)),
        number=fields.number("number"),
    )


def _check_together(scale: Scale, where: str) -> None:
    if not 1 <= len(scale.values) <= MOST_VALUES:
        raise BadScaleError(where, f"“values” holds {len(scale.values)} values; it may hold 1 to {MOST_VALUES}")
    for field in ("id", "label", "glyph"):
        seen: set[str] = set()
        for n, value in enumerate(scale.values, 1):
            word = str(getattr(value, field)).casefold()
            if word in seen:
                raise BadScaleError(where, f"“values[{n}].{field}” is used by an earlier value: {word}")
            seen.add(word)
    if scale.verified is not None and scale.verified not in {value.id for value in scale.values}:
        raise BadScaleError(where, f"“verified” names a value that is not there: {scale.verified}")


def _refuse_twins(scales: tuple[Scale, ...], where: str) -> None:
    seen: set[str] = set()
    for scale in scales:
        if scale.id in seen:
            raise BadScaleError(where, f"“key” and “version” are taken by another scale: {scale.id}")
        seen.add(scale.id)


class _Fields:
    """The fields of one JSON object, each asked for with what it must be."""

    def __init__(self, data: object, where: str, path: str, known: set[str]) -> None:
        if not isinstance(data, dict):
            raise BadScaleError(where, f"“{path.rstrip('.') or 'the file'}” is not an object in braces")
        self._data, self._where, self._path = data, where, path
        for field in data:
            if field not in known:
                raise self._wrong(field, "is not a field of a scale")

    def given(self, field: str) -> bool:
        return self._data.get(field) is not None

    def text(self, field: str) -> str:
        found = self._data.get(field)
        if not isinstance(found, str) or not found.strip():
            raise self._wrong(field, "must be words in quotation marks")
        return found

    def matching(self, field: str, pattern: re.Pattern[str], wanted: str) -> str:
        found = self.text(field)
        if not pattern.fullmatch(found):
            raise self._wrong(field, f"must be {wanted}, not “{found}”")
        return found

    def colour(self, field: str) -> str:
        found = self.matching(field, _COLOUR, 'a colour such as "#0b6b45"')
        ratio = contrast(found, GROUNDS[field])
        if ratio < LEAST_CONTRAST:
            raise self._wrong(
                field, f"cannot be read on a {field} ground ({ratio:.1f}:1, it needs {LEAST_CONTRAST}:1): {found}"
            )
        return found

    def number(self, field: str) -> int | None:
        found = self._data.get(field)
        if found is not None and (not isinstance(found, int) or isinstance(found, bool) or not 1 <= found <= 5):
            raise self._wrong(field, "must be a whole number from 1 to 5, or null")
        return found

    def items(self, field: str) -> list[object]:
        found = self._data.get(field)
        if not isinstance(found, list):
            raise self._wrong(field, "must be a list in square brackets")
        return found

    def _wrong(self, field: str, why: str) -> BadScaleError:
        return BadScaleError(self._where, f"“{self._path}{field}” {why}")
