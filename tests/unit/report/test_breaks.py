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


def test_a_card_stays_on_one_page() -> None:
    """Undecided ones and ones with a rationale by turns, so that cards of two heights come to each page's foot."""
    lines = [f"The wall numbered {n} cost {n} million euros." for n in range(100, 160)]
    made = CaseMaker("\n".join(("Walls", *lines)))
    for n, line in enumerate(lines):
        made.claim(line, **({"verdict": "ok", "rationale": WHY * 3} if n % 2 else {}))
    found = page_texts(write_pdf(build(made.case(), (), SETTING), "a4"))
    cards = [text.rpartition(" Claims ")[2] for text in found if "Marked by hand" in text]
    assert len(cards) > 6
    for text in cards:
        assert text.count("The wall numbered") == text.count("Marked by hand")


def test_a_card_with_excerpts_and_a_note_of_paragraphs_stays_on_one_page() -> None:
    lines = [f"The wall numbered {n} cost {n} million euros." for n in range(100, 140)]
    made = CaseMaker("\n".join(("Walls", *lines)))
    ledger = made.source("ledger", "Ledger of the ministry")
    for n, line in enumerate(lines):
        claim = made.claim(
            line, "ok", rationale="So it says.", note="\n\n".join(["Rang twice.", *["Then wrote."] * (n % 3)])
        )
        for _ in range(n % 2 + 1):
            made.tie(claim, ledger, excerpt=WHY)
    found = page_texts(write_pdf(build(made.case(), (), SETTING), "a4"))
    cards = [text.rpartition(" Claims ")[2] for text in found if "Marked by hand" in text]
    assert len(cards) > 6
    for text in cards:
        assert text.count("The wall numbered") == text.count("Marked by hand")


def test_a_card_longer_than_a_page_goes_on_overleaf() -> None:
    made = CaseMaker("Walls\nThe wall cost 5 million euros.")
    made.claim("The wall cost 5 million euros.", "ok", rationale=f"{WHY * 90}Ends.", restatement=WHY * 60)
    found = page_texts(write_pdf(build(made.case(), (), SETTING), "a4"))
    assert len([text for text in found if WHY.strip()[:20] in text]) > 2
    assert "Ends." in " ".join(found)
