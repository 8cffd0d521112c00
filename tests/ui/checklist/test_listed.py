"""A list that is patched is the list made whole, whatever was done to the desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from factdesk.errors import NotAllowedError, NothingToUndoError, NotInDeskError
from factdesk.model.case import Case
from factdesk.model.claim import State
from factdesk.model.event import Changes, RowKey
from factdesk.model.ids import ArticleId, SuggestionId, new_id
from factdesk.model.suggestion import Decision
from factdesk.rules.coverage import coverage
from factdesk.rules.numbering import numbers
from factdesk.text.spans import Span
from factdesk.ui.checklist.choosing import Filter, Order, Which, chosen, ordered
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.checklist.pane import ChecklistPane
from factdesk.ui.checklist.rows import Row, RowKind, reason_codes
from factdesk.ui.checklist.seeking import sought
from factdesk.ui.claim import words
from factdesk.work.edits.article import AddArticle
from factdesk.work.session import Session
from tests.desks import CHECKER, SCALE, intake, some_edit
from tests.ui.claim import cases

FILTERS = st.builds(
    Filter,
    which=st.sampled_from(Which),
    verdict=st.sampled_from([None, None, "", "ok"]),
    words=st.sampled_from(["", "", "dam", "built 1911", "note", "source", "1"]),
)


def listed_of(session: Session, article: ArticleId) -> Listed:
    case = session.case(article)
    return Listed.of(case, numbers(case.claims), CHECKER.name)


def step(session: Session, article: ArticleId, pick: int) -> Changes:
    """Do, undo or redo something; what cannot be done changes nothing."""
    try:
        if pick % 5 == 0:
            return session.undo() if pick % 2 else session.redo()
        edit = some_edit(session, article, pick)
        return session.run(edit) if edit is not None else Changes()
    except (NotAllowedError, NotInDeskError, NothingToUndoError):
        return Changes()


@given(picks=st.lists(st.integers(0, 10_000), min_size=5, max_size=30), wanted=FILTERS, order=st.sampled_from(Order))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_is_done_the_patched_list_is_the_whole_one(
    qapp: QApplication, tmp_path: Path, picks: list[int], wanted: Filter, order: Order
) -> None:
    session = Session.create(tmp_path / f"{new_id()}.factdesk", CHECKER, SCALE)
    add = AddArticle(intake=intake())
    session.run(add)
    listed = listed_of(session, add.article_id)
    pane = ChecklistPane()
    pane.show_case(listed, coverage("", ()), SCALE)
    pane.head.set_filter(wanted)
    pane.head.order_changed.emit(order)
    for pick in picks:
        changes = step(session, add.article_id, pick)
        if any(row.table in ("article", "version", "desk") for row in changes.rows):
            break
        case = session.refreshed(listed.case, changes)
        listed, difference = listed.after(case, numbers(case.claims), changes)
        whole = listed_of(session, add.article_id)
        assert listed == whole
        assert listed.facts == whole.facts
        assert [listed.row(fact) for fact in listed.facts] == [whole.row(fact) for fact in whole.facts]
        assert sorted(whole.facts, key=whole.place) == list(whole.facts)
        pane.show_change(listed, difference, coverage("", ()))
        assert tuple(pane.list.rows.facts) == chosen(ordered(whole, order), wanted, whole)
    session.close()


@given(changed=st.lists(st.integers(0, 399), min_size=1, max_size=120, unique=True))
@settings(max_examples=10, deadline=None)
def test_few_changes_and_many_give_the_same_list(changed: list[int]) -> None:
    before = cases.long_case(400)
    listed = Listed.of(before, numbers(before.claims), cases.ME)
    claims = tuple(one for nth, one in enumerate(before.claims) if nth not in changed)
    segments = tuple(one for nth, one in enumerate(before.segments) if nth not in changed)
    after = before.changed(claims=claims, segments=segments)
    touched = [before.claims[nth] for nth in changed]
    changes = Changes(frozenset(RowKey("claim", one.id) for one in touched))
    again, difference = listed.after(after, numbers(after.claims), changes)
    assert again == Listed.of(after, numbers(after.claims), cases.ME)
    assert again.facts == Listed.of(after, numbers(after.claims), cases.ME).facts
    assert set(difference.gone) == set(touched)
    assert difference.come == ()
    back, _ = again.after(before, numbers(before.claims), changes)
    assert back == listed
    assert back.facts == listed.facts


@pytest.mark.parametrize("gone", [(), (0,), (3, 9), (19,)])
def test_rows_stand_where_their_words_do_although_a_claim_lost_its_words(gone: tuple[int, ...]) -> None:
    whole = cases.long_case(20)
    segments = tuple(one for nth, one in enumerate(whole.segments) if nth not in gone)
    lost = [one for nth, one in enumerate(whole.claims) if nth in gone]
    case = whole.changed(segments=segments, claims=(*[one for one in whole.claims if one not in lost], *lost))
    listed, end = Listed.of(case, numbers(case.claims), cases.ME), len(case.version.text)
    assert not case.suggestions
    anchors = [segment.anchor if (segment := case.words_of().get(one.id)) else None for one in case.claims]
    assert list(listed.facts) == sorted(listed.facts, key=listed.place)
    assert listed.bounds.starts == [end if one is None else one.start for one in anchors]
    assert listed.bounds.ends == [end if one is None else one.end for one in anchors]


def said(listed: Listed, row: Row) -> str:
    """Everything a row says, and what was written into its claim."""
    claim = listed.case.claim(row.id) if row.kind is RowKind.CLAIM else None
    if claim is None:
        return f"{row.words} {row.verdict_words} {row.detail}".replace("·", " ")
    own = (claim.restatement, claim.claimant, claim.set_aside_reason, words.state(claim.state, claim.waiting_for))
    return " ".join((row.number, row.words, row.verdict_words, row.detail, *own)).replace("·", " ")


def written_case() -> Case:
    """More rows than are looked into one by one: into some of their claims a thing was written, and words are gone."""
    case = cases.long_case(60)
    some: dict[int, dict[str, object]] = {
        3: {"restatement": "It was zoned."}, 5: {"claimant": "the zookeeper"},
        7: {"set_aside_reason": "zealous guess", "state": State.SET_ASIDE, "verdict": None},
    }  # fmt: skip
    claims = [replace(one, **some.get(nth, {})) for nth, one in enumerate(case.claims)]
    gone = cases.claim("c60", state=State.GONE, restatement="Zinc was found."), cases.claim("c61", state=State.GONE)
    return case.changed(claims=(*claims, *gone))


@pytest.mark.parametrize("case", [cases.case(), written_case()], ids=["few", "many"])
@pytest.mark.parametrize("part", range(1, 8))
def test_a_search_finds_what_the_rows_say(part: int, case: Case) -> None:
    """Every beginning of every word that stands on a row, found by looking at all rows one by one."""
    listed = Listed.of(case, numbers(case.claims), cases.ME)
    rows = {fact: said(listed, listed.row(fact)).casefold() for fact in listed.facts}
    for word in {word[:part] for text in rows.values() for word in text.split()}:
        found = sought(listed.facts, word, listed)
        assert list(found) == [fact for fact, text in rows.items() if word in text], word


@given(
    spans=st.lists(st.tuples(st.integers(0, 39), st.integers(1, 25)), min_size=50, max_size=60),
    word=st.sampled_from(["x", "xq", "qx", "xss", "i\u0307x"]),
    text=st.lists(st.sampled_from("xqXİß           "), min_size=70, max_size=70).map("".join),
)
@settings(deadline=None)
def test_a_word_is_found_in_the_rows_that_hold_it_however_they_lie(
    spans: list[tuple[int, int]], word: str, text: str
) -> None:
    """Rows may hold one another, letters may fold to two, and many rows are looked through otherwise than few."""
    one = next(one for one in cases.case().suggestions if one.decision is Decision.OPEN)
    proposed = tuple(
        replace(one, id=SuggestionId(f"g{nth}"), span=Span(start, start + length), reasons=())
        for nth, (start, length) in enumerate(sorted(spans))
    )
    case = replace(
        cases.case(claims=(), segments=(), suggestions=proposed), version=replace(cases.case().version, text=text)
    )
    listed = Listed.of(case, {}, cases.ME)
    rows = {fact.id: said(listed, listed.row(fact)).casefold() for fact in listed.facts}
    found = [fact.id for fact in sought(listed.facts, word, listed)]
    assert len(rows) == len(spans)
    assert found == [row for row, text in rows.items() if word in text]


def test_a_claim_gives_the_reasons_whose_characters_begin_inside_its_words() -> None:
    case = cases.case()
    assert reason_codes(case, case.claims[1]) == ("superlative",)
    assert reason_codes(case, case.claims[0]) == ()
