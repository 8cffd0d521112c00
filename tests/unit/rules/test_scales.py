"""Scales: what ships can be read on every ground, and a wrong file is refused by name and field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factdesk.assets import resource
from factdesk.model.scale import Scale
from factdesk.rules.contrast import contrast
from factdesk.rules.scales import (
    BadScaleError,
    load_scales,
    scale_from_json,
    scales_with_house,
    shipped_scales,
)

GROUNDS = ("ground", "panel", "raised", "selected", "chip", "bare")


def scale_data(**changes: object) -> dict[str, Any]:
    value = {
        "id": "fine", "label": "Fine", "definition": "Nothing to do.", "glyph": "✓", "light": "#0b6b45",
        "dark": "#5fd3a0", "underline": "solid", "number": 5,
    }  # fmt: skip
    house = {
        "key": "house", "version": "2.1", "name": "House", "description": "Ours.", "verified": "fine",
        "values": [value],
    }  # fmt: skip
    return house | changes


def value_data(**changes: object) -> dict[str, Any]:
    return {**scale_data()["values"][0], **changes}


def read(data: object) -> Scale:
    return scale_from_json(json.dumps(data), "house.json")


def test_the_first_scale_that_ships_is_the_desk_check_with_its_six_values() -> None:
    scale = shipped_scales()[0]
    assert (scale.id, scale.verified) == ("desk-check@1.0", "ok")
    labels = ["OK", "OK as changed", "Fix", "Attribute", "Cut", "Unverifiable"]
    assert [value.label for value in scale.values] == labels


def test_the_truth_rating_ships_with_its_eight_values() -> None:
    scale = shipped_scales()[1]
    assert (scale.id, scale.verified) == ("truth-rating@1.0", "true")
    assert [value.label for value in scale.values] == [
        "True", "Mostly true", "Half true", "Mostly false", "False", "Unproven", "Misleading", "Missing context",
    ]  # fmt: skip


@pytest.mark.parametrize("scale", shipped_scales(), ids=lambda scale: scale.key)
def test_the_inks_that_ship_are_readable_on_every_ground_of_every_theme(scale: Scale) -> None:
    from factdesk.ui.theme import THEMES

    for theme in THEMES.values():
        for value in scale.values:
            ink = value.dark if theme.dark else value.light
            for ground in GROUNDS:
                assert contrast(ink, getattr(theme, ground)) >= 4.5, (value.label, theme.name, ground)


@pytest.mark.parametrize("scale", shipped_scales(), ids=lambda scale: scale.key)
def test_no_value_that_ships_can_be_taken_for_another_or_for_undecided_without_colour(scale: Scale) -> None:
    assert len({value.glyph for value in scale.values}) == len(scale.values)
    assert all(value.glyph != "—" and value.underline != "dotted" for value in scale.values)
    sure = {value.underline for value in scale.values if value.id == scale.verified}
    assert [value.id for value in scale.values if value.underline in sure] == [scale.verified]


def test_contrast_is_what_the_guideline_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.01)


def test_a_house_scale_comes_after_those_that_ship(tmp_path: Path) -> None:
    (tmp_path / "house.json").write_text(json.dumps(scale_data()), encoding="utf-8")
    assert [scale.id for scale in scales_with_house(tmp_path)] == ["desk-check@1.0", "truth-rating@1.0", "house@2.1"]
    assert scales_with_house(None) == shipped_scales()
    assert load_scales(tmp_path / "not there") == ()


def test_a_scale_may_flag_no_value_and_give_no_numbers() -> None:
    scale = read(scale_data(verified=None, values=[value_data(number=None)]))
    assert (scale.verified, scale.values[0].number) == (None, None)


def test_a_house_scale_may_not_take_the_place_of_one_that_ships(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(json.dumps(scale_data(key="desk-check", version="1.0")), encoding="utf-8")
    with pytest.raises(BadScaleError, match=r"desk-check@1\.0"):
        scales_with_house(tmp_path)


@pytest.mark.parametrize(
    ("field", "data"),
    [
        ("key", scale_data(key="House Scale")),
        ("key", scale_data(key=None)),
        ("version", scale_data(version="new@2")),
        ("name", scale_data(name=" ")),
        ("values", scale_data(values={})),
        ("values", scale_data(values=[])),
        ("values", scale_data(values=[value_data(id=f"v{n}", label=f"V{n}", glyph=str(n)) for n in range(10)])),
        ("verified", scale_data(verified="fin")),
        ("colour", scale_data(colour="#000000")),
        ("values[1].glyph", scale_data(values=[value_data(glyph="ok")])),
        ("values[1].light", scale_data(values=[value_data(light="green")])),
        ("values[1].light", scale_data(values=[value_data(light="#ffee00")])),
        ("values[1].dark", scale_data(values=[value_data(dark="#101010")])),
        ("values[1].underline", scale_data(values=[value_data(underline="wavy")])),
        ("values[1].number", scale_data(values=[value_data(number=6)])),
        ("values[1].number", scale_data(values=[value_data(number=True)])),
        ("values[1].definiton", scale_data(values=[value_data(definiton="x")])),
        ("values[2].id", scale_data(values=[value_data(), value_data(label="B", glyph="B")])),
        ("values[2].label", scale_data(values=[value_data(), value_data(id="b", label="FINE", glyph="B")])),
        ("values[2].glyph", scale_data(values=[value_data(), value_data(id="b", label="B")])),
    ],
)
def test_a_wrong_scale_is_refused_with_file_and_field(field: str, data: object) -> None:
    with pytest.raises(BadScaleError) as caught:
        read(data)
    assert "house.json" in caught.value.what
    assert f"“{field}”" in caught.value.why


@pytest.mark.parametrize("text", ["", "{", "[]", '{"values": [1]}', "null"])
def test_what_is_no_scale_at_all_is_refused_by_name(text: str) -> None:
    with pytest.raises(BadScaleError, match=r"house\.json"):
        scale_from_json(text, "house.json")


def test_a_file_that_is_not_text_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadScaleError, match=r"bytes\.json"):
        load_scales(tmp_path)


def test_every_field_of_a_scale_is_documented() -> None:
    page = (Path(resource()).parent / "docs" / "scales.md").read_text(encoding="utf-8")
    named = [name for kind in (Scale, type(shipped_scales()[0].values[0])) for name in kind.__struct_fields__]
    assert [name for name in named if f"`{name}`" not in page] == []
