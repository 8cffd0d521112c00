"""One case in the middle of the work, with every kind of mark in it, and the record that goes with it."""

from __future__ import annotations

from pathlib import Path

from factdesk.model.article import ProvenanceFlag
from factdesk.model.claim import ClaimKind, Priority, State, WaitingFor
from factdesk.model.event import Event
from factdesk.model.query import QueryKind, QueryState
from factdesk.model.segment import Label
from factdesk.model.source import Bearing, SourceType
from factdesk.model.suggestion import Decision, SuggestionKind
from factdesk.model.tick import Register
from factdesk.report.appendices import Found
from factdesk.report.build import build
from factdesk.report.parts import Report
from factdesk.rules.registers.reading import reading_of
from factdesk.work.jobs import Unwatched
from factdesk.work.registers import work_out
from tests.unit.report.cases import ARTICLE, SETTING, WHEN, CaseMaker

FERRY = Path(__file__).with_name("ferry.txt").read_text(encoding="utf-8")


def ferry() -> CaseMaker:
    """Return a case in the middle of the work: every kind of mark is in it."""
    made = CaseMaker(
        FERRY,
        dek="Islanders welcome it. The county pays for it.",
        byline="By our harbour reporter",
        publisher="The Harbour Post",
        address="https://harbour.example/news/ferry-doubles-its-crossings",
        published="2026-03-10",
        language="en",
    )
    made.flags = frozenset({ProvenanceFlag.ROLE_BYLINE, ProvenanceFlag.LINKS_LOST})
    _sourced_claims(made)
    _other_claims(made)
    _labels(made)
    _suggestions(made)
    _questions(made)
    return made


def _sourced_claims(made: CaseMaker) -> None:
    timetable = made.source(
        "t", "Summer timetable, outer islands", type=SourceType.PRIMARY, publisher="Arden Line", date="2026-04-28",
        address="https://arden.example/timetable-summer.pdf",
    )  # fmt: skip
    counts = made.source(
        "p", "Passenger counts by month, 2008 to date", type=SourceType.DOCUMENT, publisher="Harbour board"
    )
    officer = made.source(
        "o", "Telephone call with the press office", type=SourceType.INTERVIEW, person="Press officer, Arden Line"
    )

    doubled = made.claim(
        "The Arden Line has doubled its crossings to the outer islands since May, from six to twelve a day", "ok",
        state=State.AGREED, kind=ClaimKind.NUMBER, priority=Priority.HIGH, origin="accepted",
        restatement="Since May 2026 the Arden Line has run twelve crossings a day to the outer islands instead of six.",
        rationale="Both timetables give the figures; **six** until 30 April, **twelve** from 1 May.",
    )  # fmt: skip
    made.tie(
        doubled,
        timetable,
        locator="p. 2, table 1",
        excerpt="Daily, 1 May to 30 September: 12 departures",
        accessed="2026-03-12",
    )
    made.tie(doubled, officer, accessed="2026-03-12", locator="11:40, by telephone")
    made.repeat("Twelve times a day, twice as often as in spring", doubled)
    for word in ("Arden", "doubled"):
        made.tick(Register.WORDS, word)
    whole = made.claim(
        "“We carried 41,000 people in July alone,” said the line’s head of operations, "
        "who called it the best month in the line’s history",
        "attribute", kind=ClaimKind.QUOTATION, claimant="Head of operations, Arden Line", origin="by-hand",
        rationale="The words are on the recording. The superlative is the line’s own and must be given as such.",
    )  # fmt: skip
    made.tie(whole, officer, Bearing.CONTEXT)
    figure = made.claim(
        "41,000 people in July alone", "fix", kind=ClaimKind.NUMBER, priority=Priority.HIGH, high_risk=True,
        rationale="The harbour board counted **38,900**:\n\n- July 2025: 38,900\n- August 2025: 41,020\n\n"
        "The figure is that of August. See [the table](https://harbour.example/counts).",
        note="Told the desk on 13 March; the reporter agrees.",
    )  # fmt: skip
    made.tie(
        figure,
        counts,
        Bearing.REFUTES,
        locator="row 211",
        excerpt="2025-07  38,900\n2025-08  41,020",
        accessed="2026-03-13",
    )


def _other_claims(made: CaseMaker) -> None:
    made.claim("the best month in the line’s history", state=State.IN_CHECK, high_risk=True)
    made.claim("Two of the four boats were built in 1974", state=State.WAITING, waiting_for=WaitingFor.DOCUMENT)
    made.claim(
        "says the owner of the only store on Lesser Holm",
        "ok-as-changed",
        rationale="There are two. Now reads “a store”.",
    )
    rents = made.claim("Rents on the islands rose by 18% in a year, according to the housing office", "unverifiable",
                       kind=ClaimKind.ATTRIBUTED, claimant="Housing office",
                       rationale="The office publishes no figures for the islands alone.")  # fmt: skip
    budget = made.source(
        "b", "Transport budget", type=SourceType.PRIMARY, publisher="County council", date="2026-02-01"
    )
    made.tie(rents, budget, Bearing.CONTEXT, excerpt="No line for the islands.")
    made.claim("The line is paid £3.2 million a year by the county, more than any other route", origin="accepted")
    made.claim("more than any other route", "cut", rationale="Two bus routes are paid more (budget, p. 14).")
    made.claim("The fare for a resident has stayed at £4 since 2019", state=State.SET_ASIDE,
               set_aside_reason="Checked last week for another piece; see case 2026-027.")  # fmt: skip


def _labels(made: CaseMaker) -> None:
    made.label("Nobody in the harbour can remember a busier summer", Label.OPINION, reason="a way of speaking")
    made.label("The school will take in nine more children in autumn", Label.PREDICTION)
    made.label("Is the old pier strong enough?", Label.QUESTION)
    made.label(FERRY.split("\n")[0], Label.HEADING)
    made.label("# What it means for the islands", Label.HEADING, in_bulk=True)
    made.label("# Questions and answers", Label.HEADING, in_bulk=True)
    made.label("How often does the ferry go?", Label.QUESTION)
    made.label(
        "Sign up for our weekly letter from the harbour", Label.FURNITURE, reason="newsletter line", in_bulk=True
    )
    made.label(
        "You may also like: Ten beaches you can reach by bus", Label.FURNITURE, reason="related links", in_bulk=True
    )


def _suggestions(made: CaseMaker) -> None:
    made.suggest(
        "The Arden Line has doubled its crossings to the outer islands since May, from six to twelve a day",
        decision=Decision.ACCEPTED,
    )
    made.suggest(
        "The line is paid £3.2 million a year by the county, more than any other route",
        decision=Decision.ACCEPTED,
        in_bulk=True,
        reasons=("money", "superlative"),
    )
    made.suggest("Nobody in the harbour can remember a busier summer", decision=Decision.REJECTED)
    made.suggest("The harbour board has asked for a survey.", SuggestionKind.ATTRIBUTED, reasons=("named-source",))
    made.suggest(
        "“The shop is open on Sundays now,” says the owner", SuggestionKind.QUOTE, reasons=("quote", "unnamed-source")
    )


def _questions(made: CaseMaker) -> None:
    made.ask(
        "“the owner”: who is it, and may we give the name?", "says the owner", QueryKind.UNNAMED_SOURCE,
        state=QueryState.ANSWERED, answer="Yes; the name is in my notes.", asked_at=WHEN, settled_at=WHEN,
        settled_by="AB", asked_by="AB",
    )  # fmt: skip
    made.ask("Who pays for the survey?", state=QueryState.ASKED, asked_at=WHEN, asked_by="AB")
    made.ask("Is “June” a slip?", state=QueryState.WITHDRAWN, settled_at=WHEN, settled_by="AB")
    made.tick(Register.NUMBERS, "41,000")
    made.tick(Register.NAMES, "Arden Line")


def ferry_events() -> tuple[Event, ...]:
    """Return the record that goes with ``ferry()``."""
    steps: list[tuple[str, str, int | None, frozenset[str]]] = [
        ("AddArticle", "Add article", None, frozenset()),
        ("AcceptSuggestions", "Accept suggestions", None, frozenset({"c0", "c7"})),
        ("SetVerdict", "Verdict", None, frozenset({"c0"})),
        ("SetVerdict", "Verdict", None, frozenset({"c2"})),
        ("undo", "Verdict", 4, frozenset({"c2"})),
        ("redo", "Verdict", 5, frozenset({"c2"})),
        ("DeleteClaim", "Delete claim", None, frozenset({"c99"})),
    ]
    return tuple(
        Event(
            seq=n, at=WHEN, person="AB", kind=kind, label=label, of=of, article_id=ARTICLE, claims=claims, hash="0" * 64
        )
        for n, (kind, label, of, claims) in enumerate(steps, start=1)
    )


def whole_report() -> Report:
    """Return the report of ``ferry()``, registers and all."""
    case = ferry().case()
    found = work_out(reading_of(case), Unwatched())
    return build(case, ferry_events(), SETTING, Found(found.registers, found.ladder))
