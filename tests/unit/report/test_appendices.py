"""The end of the report of a very long article."""

from __future__ import annotations

from factdesk.report.appendices import MOST_PLACES, MOST_ROWS, Found, appendices
from factdesk.report.appendix_parts import RegisterPart
from factdesk.report.copy import Paragraphs
from factdesk.rules.author.hedges import Ladder
from factdesk.rules.registers.gathering import registers
from factdesk.rules.registers.reading import reading_of
from tests.unit.report.cases import CaseMaker

LINES = [
    "Of boats and their sales",
    *(
        f"The yard numbered {nth} sold {1000 + nth} of its boats to {'owners' * (nth % 3)} abroad."
        for nth in range(500)
    ),
    "The council paid the crew of the new harbour ferry 95 euros.",
    "The council paid the crew of the new harbour ferry 59 euros.",
]


def figures_of(text: str) -> RegisterPart:
    case = CaseMaker(text).case()
    found = registers(reading_of(case))
    part, *_ = appendices(case, {}, Paragraphs.of(case.version), Found(found, Ladder((), ()))).registers
    assert part.title == "Figures"
    return part


def test_of_very_many_figures_the_conflicts_are_printed_and_it_says_how_many_are_not() -> None:
    part = figures_of("\n".join(LINES))
    assert len(part.rows) == MOST_ROWS
    assert f"Printed are {MOST_ROWS} of 1,002" in part.about
    assert [row.name for row in part.rows[-2:]] == ["95 EUR", "59 EUR"]
    assert [place.at for row in part.rows for place in row.places] == sorted(row.places[0].at for row in part.rows)


def test_a_figure_told_very_often_is_printed_so_often_and_it_says_how_often_more() -> None:
    (row,) = figures_of("Of boats\n" + "They sold 40 boats.\n" * (MOST_PLACES + 7)).rows
    assert len(row.places) == MOST_PLACES
    assert row.notes[-1] == "told in 7 more places"


def test_a_short_article_is_printed_whole_and_says_nothing_of_it() -> None:
    part = figures_of("\n".join(LINES[-2:]))
    assert (len(part.rows), part.about) == (2, "0 of 2 ticked (☑).")
