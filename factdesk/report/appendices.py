"""Making the end of the report: queries, the hedge ladder's findings and the registers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factdesk.model.case import Case
from factdesk.model.ids import ClaimId
from factdesk.model.query import AuthorQuery
from factdesk.model.tick import REGISTERS, Register
from factdesk.report.appendix_parts import Appendices, Place, QueryPart, RegisterPart, RegisterRow, RisePart
from factdesk.report.copy import Paragraphs
from factdesk.report.words import moment, shortened
from factdesk.rules.author.hedges import Ladder
from factdesk.rules.author.letters import numbered
from factdesk.rules.author.questions import span_about
from factdesk.rules.registers.entries import FLAGS, Entry, Flagged, Registers
from factdesk.rules.shapes import QUERY_KINDS, QUERY_STATES, TICKED
from factdesk.text.spans import Span

MOST_ROWS = 400
"""Things of one register that are printed; a book would otherwise make hundreds of pages."""
MOST_PLACES = 50
"""Tellings of one thing that are printed."""
LONG = 240
"""Characters of words that are quoted."""
TITLES = {
    Register.NUMBERS: "Figures",
    Register.NAMES: "Names",
    Register.DATES: "Dates and times",
    Register.QUOTATIONS: "Quotations",
}
_QUOTES = '“"„«‘「『'
_WITHOUT_WORDING = "The article is not in English: names and speakers were not looked for."


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules found in the text of a case."""

    registers: Registers
    ladder: Ladder


def appendices(case: Case, numbers: dict[ClaimId, str], paragraphs: Paragraphs, found: Found | None) -> Appendices:
    """Put the end of the report together; without ``found`` it holds the queries alone."""
    queries = tuple(_queries(case, numbers, paragraphs))
    if found is None:
        return Appendices(queries)
    writer = _Writer(case, paragraphs)
    place = writer.place
    rises = tuple(
        RisePart(writer.words(rise.earlier.words), place(rise.earlier.sentence), place(rise.later.sentence))
        for rise in found.ladder.rises
        if rise.earlier.words is not None
    )  # fmt: skip
    registers = tuple(
        writer.register(register, found.registers) for register in REGISTERS if found.registers.entries[register]
    )
    return Appendices(queries, rises, registers)


def _queries(case: Case, numbers: dict[ClaimId, str], paragraphs: Paragraphs) -> Iterator[QueryPart]:
    for one in numbered(case.queries):
        query = one.query
        span = span_about(case, query)
        sign = QUERY_STATES[query.state]
        yield QueryPart(
            number=one.number,
            paragraph=paragraphs.number_at(span.start) if span else None,
            at=span.start if span else None,
            words=shortened(case.version.text[slice(*span)], LONG) if span else "",
            question=query.question,
            kind=QUERY_KINDS[query.kind],
            claim=numbers.get(query.claim_id, "") if query.claim_id else "",
            glyph=sign.glyph,
            state=sign.word,
            answer=query.answer,
            told=_told(query),
        )


def _told(query: AuthorQuery) -> str:
    asked = f"asked {moment(query.asked_at)}" if query.asked_at else ""
    settled = f"{QUERY_STATES[query.state].word} {moment(query.settled_at)}" if query.settled_at else ""
    return ", ".join(part for part in (asked, settled) if part)


class _Writer:
    """Writes places of one text."""

    def __init__(self, case: Case, paragraphs: Paragraphs) -> None:
        self._text, self._paragraphs = case.version.text, paragraphs
        self._ticks = {(tick.register, tick.span) for tick in case.ticks}

    def words(self, span: Span) -> str:
        return shortened(self._text[slice(*span)], LONG)

    def place(self, span: Span, note: str = "", *, ticked: bool = False) -> Place:
        number = self._paragraphs.number_at(span.start)
        words = self.words(span)
        quoted = words if words[0] in _QUOTES else f"“{words}”"
        return Place(paragraph=number, at=span.start, words=words, quoted=quoted, note=note, ticked=ticked)

    def register(self, register: Register, found: Registers) -> RegisterPart:
        entries = found.entries[register]
        groups: dict[str, list[Entry]] = {}
        for entry in entries:
            groups.setdefault(entry.normal, []).append(entry)
        ticked = sum(self._ticked(entry) for entry in entries)
        about = f"{ticked} of {len(entries)} ticked ({TICKED.glyph})."
        if not found.wording and register is Register.QUOTATIONS:
            about = f"{about} {_WITHOUT_WORDING}"
        printed = _printed(groups, self._ticked)
        if len(printed) < len(groups):
            about += (
                f" Printed are {len(printed):,} of {len(groups):,}: those that do not fit together or are ticked, then "
                "the first. All are in the program."
            )
        rows = tuple(self._row(register, name, groups[name]) for name in printed)
        return RegisterPart(title=TITLES[register], in_line=register is Register.NAMES, about=about, rows=rows)

    def _row(self, register: Register, name: str, entries: Iterable[Entry]) -> RegisterRow:
        listed = list(entries)
        notes = dict.fromkeys(_note(flagged) for entry in listed for flagged in entry.flags)
        unsaid = register is Register.DATES and not name[:1].isdigit()  # what is no date by itself reads as it is told
        shown = "" if register is Register.QUOTATIONS else listed[0].words if unsaid else name
        places = [self.place(one.span, _beside(one), ticked=self._ticked(one)) for one in listed[:MOST_PLACES]]
        more = [f"told in {len(listed) - MOST_PLACES:,} more places"] if len(listed) > MOST_PLACES else []
        told = (
            replace(place, again=place.words == before.words) if before else place
            for before, place in zip([None, *places], places, strict=False)
        )
        return RegisterRow(name=shown, places=tuple(told), notes=(*notes, *more))

    def _ticked(self, entry: Entry) -> bool:
        return (entry.register, entry.span) in self._ticks


def _printed(groups: Mapping[str, Sequence[Entry]], ticked: Callable[[Entry], bool]) -> list[str]:
    """Return which things are printed, in reading order: where they are too many, those a reader looks for first."""
    if len(groups) <= MOST_ROWS:
        return list(groups)
    marked = [name for name, of in groups.items() if any(entry.in_conflict or ticked(entry) for entry in of)]
    kept = set(list(dict.fromkeys([*marked, *groups]))[:MOST_ROWS])
    return [name for name in groups if name in kept]


def _beside(entry: Entry) -> str:
    if entry.register is Register.QUOTATIONS:
        return f"said by {entry.note}" if entry.note else "a term" if entry.unit == "term" else ""
    if entry.register is Register.NAMES:
        return ""  # the words begin with the title
    return f"= {entry.note}" if entry.register is Register.DATES and entry.note else entry.note


def _note(flagged: Flagged) -> str:
    sign = FLAGS[flagged.flag]
    return f"{sign.glyph} {sign.word.format(flagged.words)}"
