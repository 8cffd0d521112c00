"""On the article that comes along, general rules find what it tells more than once."""

from __future__ import annotations

import re

from factdesk.readers.formats import read_text
from factdesk.rules.sentences.article import read_article
from factdesk.rules.tellings.repeats import repeats
from tests.unit.rules.registers.test_sample_registers import TEXT


def groups() -> list[list[str]]:
    draft = read_text(TEXT)
    found = repeats(draft.text, read_article(draft.text, draft.blocks, draft.furniture, wording=True))
    return [[draft.text[slice(*span)] for span in (one.head, *one.tellings)] for one in found.groups]


def test_all_tellings_of_the_large_sum_stand_together_and_the_fullest_heads_them() -> None:
    (group,) = (places for places in groups() if any("billion" in words.lower() for words in places))
    sum_of_money = re.compile(r"\$\d+ billion", re.IGNORECASE)
    assert len(group) == len(sum_of_money.findall(TEXT))
    assert all(sum_of_money.search(words) for words in group)
    assert "estimated at" in group[0]


def test_every_answer_of_the_faq_is_proposed_as_a_telling_of_the_body() -> None:
    answers = re.findall(r"^A: .*$", TEXT, flags=re.MULTILINE)
    told = [words for places in groups() for words in places[1:]]
    assert len(answers) == 4
    assert [answer for answer in answers if answer not in told] == []
