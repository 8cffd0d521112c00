"""Any word of a desk is found, whoever wrote it and in whichever script."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from factdesk.model.hit import Found, HitKind
from factdesk.model.version import Block, BlockKind
from factdesk.store import search as store_search
from factdesk.store.search import SearchIndex
from factdesk.text.spans import Span
from factdesk.work.edits.article import AddArticle, RemoveArticle
from factdesk.work.edits.claim import ClaimField, DeleteClaim, EditClaim, MarkClaim
from factdesk.work.edits.source import AttachSource, SourceForm
from factdesk.work.search import DeskSearch
from factdesk.work.session import Session
from tests.desks import intake


def search(path: Path, words: str) -> Found:
    visit = DeskSearch(path)
    try:
        return visit.find(words)
    finally:
        visit.close()


def kinds(found: Found) -> list[str]:
    return [hit.kind.value for hit in found.hits]


def matched(found: Found) -> list[str]:
    return [piece.text for piece in found.hits[0].snippet if piece.matched]


def write(session: Session, claim: MarkClaim, field: ClaimField, text: str) -> None:
    session.run(EditClaim(claim_id=claim.claim_id, field=field, value=text))


def add(session: Session, text: str, title: str) -> None:
    made = intake(text.encode())
    draft = replace(
        made.draft, text=text, blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), furniture=(),
        links=(), pages=(), remarks=(),
    )  # fmt: skip
    details = structs.replace(made.details, title=title)
    session.run(AddArticle(intake=replace(made, draft=draft, details=details, furniture=(), suggestions=())))


@pytest.mark.parametrize("field", [ClaimField.NOTE, ClaimField.RATIONALE, ClaimField.RESTATEMENT])
def test_what_a_person_wrote_of_a_claim_is_found_at_that_claim(
    session: Session, claim: MarkClaim, field: ClaimField
) -> None:
    write(session, claim, field, "The archivist telephoned about reservoirs.")
    hit = search(session.path, "archivist reservoir").hits[0]
    told = (hit.kind, hit.claim_id, hit.article_id, hit.title)
    assert told == (HitKind.CLAIM, claim.claim_id, session.articles()[0].id, "The dam")
    assert [piece.text for piece in hit.snippet if piece.matched] == ["archivist", "reservoirs"]


def test_exact_words_are_found_in_the_claim_and_in_the_article(session: Session, claim: MarkClaim) -> None:
    assert sorted(kinds(search(session.path, "metres"))) == ["article", "claim"]


def test_a_source_and_its_excerpt_are_found_and_lead_to_the_claim(session: Session, claim: MarkClaim) -> None:
    form = SourceForm(title="Ledger of the waterworks", excerpt="quarried granite")
    session.run(AttachSource(claim_id=claim.claim_id, form=form))
    found = search(session.path, "waterworks").hits[0]
    assert (found.kind, found.claim_id) == (HitKind.SOURCE, claim.claim_id)
    assert kinds(search(session.path, "quarried")) == ["claim"]


def test_what_holds_the_last_word_whole_comes_before_what_begins_with_it(session: Session) -> None:
    add(session, "Damage, damages and damaged dampers, said the damsel.", "Begun")
    add(session, f"One dam stands there. {'Nothing else of the kind was ever built. ' * 40}", "Whole")
    found = search(session.path, "dam")
    told = [hit.title for hit in found.hits if hit.kind is HitKind.ARTICLE and hit.title != "The dam"]
    assert told == ["Whole", "Begun"]
    assert found.total == len(found.hits)
    assert {piece.text for piece in found.hits[-1].snippet if piece.matched} >= {"Damage"}
    assert [hit.title for hit in search(session.path, "dam ").hits if hit.title == "Begun"] == []


def test_the_last_word_may_be_a_beginning_and_all_words_must_be_there(session: Session, claim: MarkClaim) -> None:
    assert search(session.path, "vill").total == 1
    assert search(session.path, "vill ").total == 0
    assert search(session.path, "village zeppelin").total == 0


def test_neither_case_nor_accents_count(session: Session, claim: MarkClaim) -> None:
    write(session, claim, ClaimField.NOTE, "Señor Ångström")
    assert search(session.path, "senor ANGSTROM").total == 1


def test_a_word_inside_a_chinese_sentence_is_found_and_marked(session: Session, claim: MarkClaim) -> None:
    add(session, "水库建于一九一一年，高四十一米。", "水库")
    found = search(session.path, "四十一")
    assert (found.total, "".join(matched(found))) == (1, "四十一")
    assert search(session.path, "十四一").total == 0
    assert all("\u200b" not in piece.text for hit in found.hits for piece in hit.snippet)


@pytest.mark.parametrize(
    "asked", ["", "  ", "…", '"', "*", "AND OR NOT", "NEAR(dam", "words:dam", '"dam', "dam*", "-dam", "^"]
)
def test_no_character_is_an_operator(session: Session, claim: MarkClaim, asked: str) -> None:
    assert search(session.path, asked).ranked


def test_what_was_deleted_is_not_found_and_after_undo_it_is(session: Session, claim: MarkClaim) -> None:
    write(session, claim, ClaimField.NOTE, "zeppelin")
    session.run(DeleteClaim(claim_id=claim.claim_id))
    assert search(session.path, "zeppelin").total == 0
    session.undo()
    assert search(session.path, "zeppelin").total == 1


def test_a_word_that_is_everywhere_is_counted_only_so_far_and_not_ranked(
    session: Session, claim: MarkClaim, few: int
) -> None:
    for number in range(few + 2):
        add(session, f"Heron number {number} stood in the marsh.", f"Heron {number}")
    found = search(session.path, "heron")
    assert (found.total, found.ranked, len(found.hits)) == (few, False, few + 2)
    assert search(session.path, "dam").ranked


def test_as_many_as_are_ranked_come_with_the_best_first(session: Session, claim: MarkClaim, few: int) -> None:
    for number in range(few - 1):
        add(session, f"The keeper wrote on day {number} that one heron stood in the marsh and left.", f"Day {number}")
    add(session, "Heron, heron, heron.", "Best")
    found = search(session.path, "heron")
    assert (found.total, found.ranked) == (few, True)
    assert [hit.title for hit in found.hits] == ["Best", "Day 0", "Day 1"]
    before, heron, *_ = found.hits[1].snippet
    assert "The keeper wrote on day 0" in before.text and not before.matched
    assert (heron.text, heron.matched) == ("heron", True)


def test_what_is_found_is_the_desk_of_one_moment_whoever_writes_meanwhile(
    session: Session, claim: MarkClaim, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article goes, with its claim, a little later in the reading each time: both are found, or neither."""
    monkeypatch.setattr(store_search, "_STEPS", 50)
    write(session, claim, ClaimField.NOTE, "zeppelin")
    found = set()
    for looks in range(30):
        left = iter(range(looks))

        def others_write(left: Iterator[int] = left) -> bool:
            if next(left, None) is None and session.articles():
                session.run(RemoveArticle(article_id=session.articles()[0].id))
            return False

        with closing(SearchIndex.of(session.path, others_write)) as index:
            found.add((index.find("village").total, index.find("zeppelin").total))
        if not session.articles():
            session.undo()
    assert found == {(0, 0), (1, 1)}


def test_an_index_that_was_let_go_gives_no_words_any_more(session: Session, claim: MarkClaim) -> None:
    index = SearchIndex.of(session.path)
    assert index.find("village").total == 1
    index.close()
    with pytest.raises(sqlite3.ProgrammingError):
        index.find("village")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(store_search, "RANKED", 3)
    yield 3
