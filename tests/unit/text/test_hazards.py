"""Text that shows other words than it holds, or holds words that do not show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.hazards import MOST, HazardKind, find_hazards
from tests.timed import seconds


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        ("pay \u202e001\u202c now", HazardKind.DIRECTION, "\u202e"),
        ("a\u2066b\u2069", HazardKind.DIRECTION, "\u2066"),
        ("pass\u200bword", HazardKind.ZERO_WIDTH, "\u200b"),
        ("in\u200dside", HazardKind.ZERO_WIDTH, "\u200d"),
        ("blank\u3164 name", HazardKind.ZERO_WIDTH, "\u3164"),
        ("x\ufe00\ufe01\ufe02", HazardKind.ZERO_WIDTH, "\ufe00\ufe01\ufe02"),
        ("hi\U000e0041\U000e0042 there", HazardKind.TAG, "\U000e0041\U000e0042"),
        ("a\x00b", HazardKind.CONTROL, "\x00"),
        ("a\x1b[31mred", HazardKind.CONTROL, "\x1b"),
        ("a\x9bb", HazardKind.CONTROL, "\x9b"),
        ("the \ufffd\ufffd sign", HazardKind.UNDECODABLE, "\ufffd\ufffd"),
        ("the р\u0430ypal site", HazardKind.MIXED_SCRIPTS, "р\u0430ypal"),
        ("ΑCME rose", HazardKind.MIXED_SCRIPTS, "ΑCME"),
        ("the cafÃ© closed", HazardKind.MOJIBAKE, "cafÃ©"),
        ("it wasnâ€™t so", HazardKind.MOJIBAKE, "wasnâ€™t"),
    ],
)
def test_a_hazard_is_found_at_its_place(text: str, kind: HazardKind, at: str) -> None:
    hazards = find_hazards(text)
    assert hazards[0].kind is kind
    assert text[slice(*hazards[0].span)] == at
    assert hazards[0].what


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.\r\n\tAnd a tab.",
        "می\u200cخواهم",
        "👩\u200d🚀 and ❤\ufe0f and 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "5 μm, 3 Ω, β-carotene, café, Ångström",
        "Мост закрыт. Η γέφυρα έκλεισε.",
        "Straße naïve façade Ärger",
        "co\u00adoperate",
    ],
)
def test_honest_writing_is_no_hazard(text: str) -> None:
    assert find_hazards(text) == ()


def test_the_repair_of_mojibake_is_told() -> None:
    assert [one.repair for one in find_hazards("the cafÃ© wasnâ€™t")] == ["café", "wasn’t"]


def test_characters_are_told_by_name_and_number() -> None:
    assert find_hazards("a\u202eb")[0].what == "right-to-left override (U+202E)"
    assert find_hazards("a\x00b")[0].what == "nul (U+0000)"


def test_a_text_full_of_them_ends() -> None:
    assert len(find_hazards("a\u200b" * 5000)) == MOST


@pytest.mark.parametrize("text", ["x" * 3_000_000, "é" * 3_000_000, "xа" * 300_000, "Ã©" * 300_000, "](" * 500_000])
def test_a_text_without_spaces_takes_no_longer_than_another(text: str) -> None:
    assert seconds(lambda: find_hazards(text), 1) < 3


@given(st.text())
def test_places_lie_in_the_text_in_order_and_finding_is_sure(text: str) -> None:
    hazards = find_hazards(text)
    assert all(hazard.span.within(len(text)) for hazard in hazards)
    assert list(hazards) == sorted(hazards, key=lambda hazard: hazard.span)
