"""The Markdown report: what a reader sees when it is rendered."""

from __future__ import annotations

import re
from html import unescape

from markdown import Markdown

from factdesk.model.source import Bearing
from factdesk.report.build import build
from factdesk.report.markdown.page import write_markdown
from factdesk.report.markdown.parts import words
from factdesk.report.parts import Report
from tests.unit.report.cases import SETTING, CaseMaker

HOSTILE = "#1 *a* _b_ `c` [d](e) <f> g|h ~i~ \\j & 1. k > l + m ![n](o) $p$"


def seen(text: str) -> str:
    """Return the words of rendered Markdown."""
    made = Markdown(extensions=["tables"]).convert(text)
    return unescape(
        re.sub(r"<(?:/?)(?:p|em|strong|code|table|thead|tbody|tr|th|td|ul|li|ol|h\d|blockquote|a)\b[^>]*>", "", made)
    )


def test_words_are_shown_as_they_are() -> None:
    assert seen(words(HOSTILE)) == HOSTILE
    for start in ("# a", "- a", "+ a", "= a", "1. a", "12) a", "> a", "    a", "---"):
        assert seen(words(start)).strip() == start.strip()


def test_hostile_words_stay_words_in_every_field() -> None:
    made = CaseMaker(f"Title\n{HOSTILE} end", byline=HOSTILE)
    claim = made.claim(HOSTILE, "ok", restatement=HOSTILE, claimant=HOSTILE)
    made.tie(claim, made.source("s", HOSTILE), Bearing.SUPPORTS, excerpt=HOSTILE)
    made.claim("end", "cut")
    text = write_markdown(build(made.case(), (), SETTING))
    assert seen(text).count(HOSTILE) == 8
    assert "<f>" not in Markdown(extensions=["tables"]).convert(text)


def test_tables_have_as_many_cells_in_each_row_as_in_their_head(ferry_report: Report) -> None:
    for table in re.findall(r"(?:^\|.*\n)+", write_markdown(ferry_report), re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1


def test_nested_claims_close_in_order(ferry_report: Report) -> None:
    assert (
        "⟦“We carried ⟦41,000 people in July alone⟧ **3 Δ**,” said the line’s head of operations, "
        "who called it ⟦the best month in the line’s history⟧ **4 —**⟧ **2 @**."
    ) in write_markdown(ferry_report)


def test_items_of_a_note_are_one_list(ferry_report: Report) -> None:
    assert "- July 2025: 38,900\n- August 2025: 41,020\n\nThe figure" in write_markdown(ferry_report)
