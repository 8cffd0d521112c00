"""What one run of the benchmarks tells: medians with spread, bars met or missed, a page with curves."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.curves import draw
from benchmarks.results import BarOn, Result, markdown, table
from benchmarks.window import growth
from benchmarks.written import BEGIN, END, write_down

JUMP = Result.several("a jump", [3.0, 9.0, 4.0], "ms", [2.0, 2.0, 2.0]).held(2.0)
PAGE = f"# Page\n\n{BEGIN}\nold figures\n{END}\n\nMore.\n"


def test_what_is_measured_several_times_is_told_as_median_with_least_and_most() -> None:
    assert (JUMP.value, JUMP.spread, JUMP.floor, JUMP.ratio) == (4.0, (3.0, 9.0), 2.0, 2.0)
    assert "4 (3 to 9)" in table([JUMP])
    assert JUMP.as_json()["spread"] == (3.0, 9.0)


@pytest.mark.parametrize(
    ("on", "value", "met"),
    [
        (BarOn.RATIO, 19.0, True),
        (BarOn.RATIO, 21.0, False),
        (BarOn.MOST, 2.0, True),
        (BarOn.MOST, 2.1, False),
        (BarOn.LEAST, 2.0, True),
        (BarOn.LEAST, 1.9, False),
        (BarOn.LEAST, None, None),
    ],
)
def test_a_bar_is_met_or_missed_by_what_it_is_held_against(on: BarOn, value: float | None, met: bool | None) -> None:
    result = Result("one", value, "ms", 10.0, 2.0, bar_on=on)
    assert result.met is met
    assert {True: "met", False: "missed", None: "–"}[met] in table([result]).splitlines()[1].split()


def test_the_table_stands_between_its_marks_and_nothing_else_of_the_page_changes(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(PAGE, encoding="utf-8")
    write_down([JUMP, Result("slow", 9.0, "ms", None, 5.0, bar_on=BarOn.MOST)], tmp_path)
    told = page.read_text(encoding="utf-8")
    assert markdown([JUMP]) in told
    assert "Missed: slow." in told
    assert "old figures" not in told
    assert told.startswith("# Page\n\n")
    assert told.endswith(f"{END}\n\nMore.\n")


def test_a_page_without_marks_is_left_as_it_was(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text("# Page\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no"):
        write_down([JUMP], tmp_path)
    assert page.read_text(encoding="utf-8") == "# Page\n"


def test_measured_growth_is_drawn_as_two_curves_beside_the_page(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "performance.md").write_text(PAGE, encoding="utf-8")
    sizes = [f"{size // 1000:,} kB of text" for size in growth.TEXTS]
    counts = [f"{count:,} claims" for count in growth.CLAIMS]
    steps = [
        Result(f"open, {name}", 10.0 * nth, "ms") for names in (sizes, counts) for nth, name in enumerate(names, 1)
    ]
    write_down(steps, tmp_path)
    for name in ("growth-text", "growth-claims"):
        drawing = ElementTree.parse(tmp_path / "images" / f"{name}.svg").getroot()
        assert len(drawing.findall("{http://www.w3.org/2000/svg}path")) == 1


def test_names_of_curves_never_lie_on_one_another() -> None:
    drawing = ElementTree.fromstring(draw("Growth", {1: "1", 10: "10"}, dict.fromkeys("abcd", (1.0, 5.0))))
    there = {it.text: float(it.get("y", "")) for it in drawing.iter("{http://www.w3.org/2000/svg}text")}
    places = sorted(there[name] for name in "abcd")
    assert all(below - above >= 16 for above, below in pairwise(places))
