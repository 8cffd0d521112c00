"""A saved page's menus take one line of the report, not pages, and it still says what was set aside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from factdesk.model.segment import Label
from factdesk.report.build import build
from factdesk.report.html.page import write_html
from factdesk.report.parts import Report
from factdesk.report.pdf import write_pdf
from tests.unit.report.cases import SETTING, CaseMaker
from tests.unit.report.pages import lines_of, page_texts

MENU = ("Home", "News", "Sport", "Weather", "Contact us")
FOOT = ("Imprint", "Terms of use")


@pytest.fixture(scope="module")
def saved_page() -> Report:
    made = CaseMaker("\n".join(("Bridge closed", *MENU, "The river rose 4.2 metres.", *FOOT)))
    for words in MENU:
        made.label(words, Label.FURNITURE, "menu" if words != "Contact us" else "page control")
    for words in FOOT:
        made.label(words, Label.FURNITURE, "copyright line")
    made.claim("The river rose 4.2 metres.", "ok")
    return build(made.case(), (), SETTING)


def test_a_run_of_furniture_is_one_numbered_line_of_the_printed_copy(saved_page: Report) -> None:
    pdf = write_pdf(saved_page, "a4")
    text = " ".join(page_texts(pdf))
    assert "5 paragraphs of the page’s furniture, not checked: “Home” … “Contact us”" in text
    assert "Weather" not in text
    assert lines_of(pdf, "5 paragraphs of") == ["2"]
    assert lines_of(pdf, "The river rose") == ["3"], "and the claim stands on the line after it"
    assert lines_of(pdf, "Imprint") == ["4"], "two in a row are printed"


def test_what_was_not_checked_tells_a_run_of_furniture_once_with_every_reason(saved_page: Report) -> None:
    rows = [(it.paragraph, it.quote, it.reason) for it in saved_page.not_checked]
    assert rows == [
        (2, "5 stretches: “Home” … “Contact us”", "menu (4), page control (1)"),
        (8, "Imprint", "copyright line"),
        (9, "Terms of use", "copyright line"),
    ]


def test_coverage_and_the_copy_itself_still_hold_every_word_of_it(saved_page: Report) -> None:
    assert [block.runs[0].text for block in saved_page.copy[1:6]] == list(MENU)
    assert saved_page.method[-2].endswith("7 stretches of furniture.")


def test_a_browser_unfolds_what_is_folded(saved_page: Report) -> None:
    page = write_html(saved_page)
    folded = page[page.index("<details") : page.index("</details>")]
    assert "<summary>5 paragraphs of the page’s furniture, not checked</summary>" in folded
    assert all(words in folded for words in MENU)
    assert "Imprint" not in folded


def test_the_first_page_names_itself_once_where_no_organisation_is_known() -> None:
    made = CaseMaker("Bridge closed\nThe river rose.")
    setting = replace(SETTING, imprint=structs.replace(SETTING.imprint, organisation=""))
    first = page_texts(write_pdf(build(made.case(), (), setting), "a4"))[0]
    assert first.lower().count("verification report") == 1
