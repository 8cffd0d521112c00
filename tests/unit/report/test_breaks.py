"""Where pages of the report break: a short row is never split, a long one is no reason to lose words."""

from __future__ import annotations

from factdesk.model.query import QueryState
from factdesk.report.build import build
from factdesk.report.pdf import write_pdf
from tests.unit.report.cases import SETTING, WHEN, CaseMaker
from tests.unit.report.pages import page_texts

WHY = "The ledger of the ministry says otherwise, on the page that follows the one that was quoted. "


def pages(times: int) -> list[str]:
    """The pages on which what must be fixed is listed: forty claims, each with a reason that ends in its number."""
    lines = [f"The wall numbered {n} cost {n} million euros." for n in range(100, 140)]
    made = CaseMaker("\n".join(("Walls", *lines)))
    for n, line in enumerate(lines, start=100):
        made.claim(line, "fix", rationale=f"Begins{n}. {WHY * times}Ends{n}.")
    found = page_texts(write_pdf(build(made.case(), (), SETTING), "a4"))
    last = next(at for at, text in enumerate(found) if "Scope and method" in text)
    return found[: last + 1]


def test_no_row_of_what_must_be_fixed_is_split_between_two_pages() -> None:
    shown = pages(3)
    assert len(shown) > 2
    for n in range(100, 140):
        assert [f"Begins{n}." in text for text in shown] == [f"Ends{n}." in text for text in shown]


def test_a_reason_longer_than_a_page_goes_on_overleaf() -> None:
    text = " ".join(pages(60))
    assert all(f"Begins{n}." in text and f"Ends{n}." in text for n in range(100, 140))


def test_the_heading_of_what_was_not_decided_stands_on_the_page_of_its_first_row() -> None:
    """Wherever it falls: with each line of a rationale more, the heading comes nearer to a page's foot."""
    for lines in range(4, 44):
        made = CaseMaker(
            "\n".join(("Walls", "The wall cost 5 million euros.", "The gate cost 7 million euros, and more."))
        )
        made.claim("The wall cost 5 million euros.", "fix", rationale="\n\n".join(["So it says."] * lines))
        made.suggest("The gate cost 7 million euros, and more.")
        found = page_texts(write_pdf(build(made.case(), (), SETTING), "a4"))
        [page] = [text for text in found if "Proposals not decided" in text]
        assert "Because it" in page and "The gate cost" in page.partition("Proposals not decided")[2], lines


def test_no_question_is_split_from_its_answer_by_a_page() -> None:
    made = CaseMaker("Walls")
    for n in range(100, 160):
        answer = f"{WHY}Ends{n}."
        made.ask(f"Asks{n}?", state=QueryState.ANSWERED, answer=answer, settled_at=WHEN, settled_by="AB")
    shown = page_texts(write_pdf(build(made.case(), (), SETTING), "a4"))
    assert len(shown) > 3
    for n in range(100, 160):
        assert [f"Asks{n}?" in text for text in shown] == [f"Ends{n}." in text for text in shown]
