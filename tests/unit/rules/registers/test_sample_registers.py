"""The owner's sample article in the registers: found by rules that do not know it."""

from __future__ import annotations

import pytest

from factdesk.assets import sample_article
from factdesk.model.query import QueryKind
from factdesk.model.tick import REGISTERS, Register
from factdesk.readers.formats import read_file
from factdesk.rules.author.hedges import ladder
from factdesk.rules.author.questions import questions
from factdesk.rules.registers.entries import Flag, Registers
from factdesk.rules.registers.gathering import registers
from factdesk.rules.registers.reading import reading_of_draft
from factdesk.rules.suggestions.suggest import suggest

TEXT = sample_article().read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def found() -> Registers:
    draft = read_file(sample_article())
    return registers(reading_of_draft(draft, suggest(draft.text, draft.blocks, draft.furniture, language="en")))


def test_the_sum_is_told_four_times(found: Registers) -> None:
    sums = [entry for entry in found.entries[Register.NUMBERS] if entry.unit == "USD"]
    assert len(sums) == len(found.same(sums[0])) == 4


def test_the_words_about_having_nowhere_to_go_have_a_speaker_and_no_source(found: Registers) -> None:
    (speech,) = [entry for entry in found.entries[Register.QUOTATIONS] if entry.unit == "speech"]
    assert "else to go" in speech.words
    assert speech.note
    assert [flagged.flag for flagged in speech.flags] == [Flag.NO_SOURCE]


def test_newsletter_and_comment_lines_enter_no_register(found: Registers) -> None:
    furniture = TEXT.index("Stay informed!")
    assert [e.words for register in REGISTERS for e in found.entries[register] if e.span.start >= furniture] == []


def test_the_rise_to_a_plain_present_is_marked_and_asked_about(found: Registers) -> None:
    rungs = ladder(TEXT, found)
    assert any(" is forcing " in TEXT[slice(*rise.later.sentence)] for rise in rungs.rises)
    asked = questions(TEXT, found, rungs)
    assert {QueryKind.CERTAINTY, QueryKind.UNNAMED_SOURCE} <= {one.kind for one in asked}
    assert any("watchdogs" in one.words for one in asked)
