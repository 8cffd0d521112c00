"""Questions to the author that the text itself raises: unnamed sources, risen certainty, what does not fit together.

Each is proposed; a person takes it up, puts it in other words or lets it go.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from factdesk.model.case import Case
from factdesk.model.query import AuthorQuery, QueryKind
from factdesk.model.tick import Register
from factdesk.rules.author.hedges import Ladder, lists
from factdesk.rules.registers.continued import closing_mark, wholes
from factdesk.rules.registers.entries import Entry, Flag, Registers
from factdesk.rules.sentences.kinds import asks
from factdesk.rules.sentences.signs import Sentence
from factdesk.rules.tellings.repeats import Repeats
from factdesk.text.lexicon import Lexicon, english_for, tokens
from factdesk.text.spans import Span

_LOOK = 60
"""Characters looked at before an unnamed source for what comes from it: “criticism from …”."""
_FROM = re.compile(r"\b(?P<what>\w+)\s(?:from|by|of|among)\s(?:[\w-]+\s){0,3}$")
_PIECES = 3
"""Quoted pieces of one paragraph that are written out in a question."""
_SHORT = 140
"""Characters of a quoted sentence in a question."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question the program proposes to put to the author.

    Attributes:
        span: the words it is about, code points of the text.
        words: the question, in English, with the words quoted.
        beside: where the other telling stands that it compares with, or None.
        again: where the same words raise the same question once more, in reading order.
    """

    kind: QueryKind
    span: Span
    words: str
    beside: Span | None = None
    again: tuple[Span, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        """All the words it is about."""
        return (self.span, *self.again)


def questions(text: str, found: Registers, rungs: Ladder) -> tuple[Question, ...]:
    """Return the questions an article raises, in reading order, at most one of a kind on the same words."""
    made = [
        *(_unnamed(text, found) if found.wording else ()),
        *_rises(text, rungs),
        *_conflicts(found),
        *_quotations(text, found),
    ]
    first: dict[tuple[QueryKind, Span], Question] = {}
    for question in sorted(made, key=lambda one: (one.span, one.kind)):
        first.setdefault((question.kind, question.span), question)
    return tuple(first.values())


def with_other_figures(text: str, asked: tuple[Question, ...], found: Repeats) -> tuple[Question, ...]:
    """Add what is told in the same words with another figure, unless it is asked already, in reading order."""
    known = [one.span for one in asked if one.kind is QueryKind.INCONSISTENCY]
    more = [
        Question(
            QueryKind.INCONSISTENCY,
            odd.second,
            f"“{_words(text, odd.second)}” here, but in the same words with another figure before: "
            f"“{_words(text, odd.first)}”. Which is right?",
            odd.first,
        )
        for odd in found.inconsistencies
        if not any(span.overlaps(odd.first) or span.overlaps(odd.second) for span in known)
    ]
    return tuple(sorted([*asked, *more], key=lambda one: (one.span, one.kind)))


def still_open(proposed: Iterable[Question], written: Sequence[AuthorQuery]) -> tuple[Question, ...]:
    """Return the proposals nobody took up or let go: no query of their kind is about any of their words."""
    decided = {(query.kind, query.span) for query in written}
    return tuple(one for one in proposed if decided.isdisjoint((one.kind, span) for span in one.places))


def span_about(case: Case, query: AuthorQuery) -> Span | None:
    """Return where the words a query is about stand: its own in this version, or its claim's; None where none do."""
    if query.span is not None and query.version_id == case.version.id:
        return query.span
    segment = case.words_of().get(query.claim_id) if query.claim_id else None
    return segment.anchor.span if segment else None


def words_about(case: Case, query: AuthorQuery) -> str:
    """Return the words a query is about, or nothing."""
    span = span_about(case, query)
    return case.version.text[slice(*span)] if span else ""


def _unnamed(text: str, found: Registers) -> Iterator[Question]:
    """Yield one question for each unnamed source, however often the article names it so."""
    places: dict[tuple[str, str], list[tuple[Span, str]]] = {}
    for sentence in found.article.proper:
        if asks(text, sentence):
            continue
        seen: list[Span] = []
        for span, quoted, asked in _attributions(text, sentence):
            if not any(span.overlaps(other) for other in seen):
                seen.append(span)
                places.setdefault((quoted.casefold(), asked), []).append((span, quoted))
    for (_, asked), told in places.items():
        (first, quoted), *more = told
        often = f" ({len(told)} times)" if more else ""
        again = tuple(span for span, _ in more)
        yield Question(QueryKind.UNNAMED_SOURCE, first, f"“{quoted}”{often}: {asked}", again=again)


def _attributions(text: str, sentence: Sentence) -> Iterator[tuple[Span, str, str]]:
    """Yield the unnamed sources of a sentence: where, the words to quote, and what is asked of them."""
    for span in sentence.of("unnamed-source"):
        yield span, _words(text, span), "who exactly, and where can it be read or whom can we ask?"
    start, end = sentence.span
    words = text[start:end]
    passive, unsaid = _passive(), english_for("unsaid-source")
    for _, (first, last) in passive.find(words, tokens(words)) if passive.may_stand_in(sentence.words) else ():
        span = Span(start + first, start + last)
        yield span, _words(text, span), "by whom, and on what grounds?"
    for _, (first, last) in unsaid.find(words, tokens(words)) if unsaid.may_stand_in(sentence.words) else ():
        drawn = _FROM.search(words[max(0, first - _LOOK) : first])
        if drawn and drawn["what"].lower() in lists()["drawn_from"]:
            span = Span(start + first, start + last)
            yield span, f"{drawn[0]}{_words(text, span)}", "which ones? Please name at least one, with what was said."


def _rises(text: str, rungs: Ladder) -> Iterator[Question]:
    for rise in rungs.rises:
        if rise.earlier.words is not None:
            hedge, earlier = _words(text, rise.earlier.words), _words(text, rise.earlier.sentence)
            yield Question(
                QueryKind.CERTAINTY,
                rise.later.sentence,
                f"What confirms this? Here it is told plainly: “{_words(text, rise.later.sentence)}”. Before, it was "
                f"told with “{hedge}”: “{earlier}”. Without a source the words should keep their distance.",
                rise.earlier.sentence,
            )


_ASKED = {
    Flag.OTHER_FIGURE: (QueryKind.INCONSISTENCY, "“{0}” here, “{1}” elsewhere: which is right, and from which source?"),
    Flag.OTHER_DATE: (QueryKind.INCONSISTENCY, "“{0}” here, “{1}” elsewhere: which date is right?"),
    Flag.OTHER_SPELLING: (QueryKind.NAME, "“{0}” here, “{1}” elsewhere: are they the same, and how is it spelled?"),
    Flag.OTHER_TITLE: (QueryKind.NAME, "“{0}” here, but “{1}” elsewhere: which title is right?"),
    Flag.COULD_BE_SEVERAL: (QueryKind.NAME, "“{0}”: which one is meant, {1}?"),
}


def _conflicts(found: Registers) -> Iterator[Question]:
    asked: set[frozenset[str]] = set()
    for register in (Register.NUMBERS, Register.DATES, Register.NAMES):
        for entry in found.entries[register]:
            for flagged in entry.flags:
                pair = frozenset((flagged.flag, entry.normal, flagged.words))
                if flagged.flag in _ASKED and pair not in asked and not _follows(entry, flagged.at):
                    asked.add(pair)
                    kind, words = _ASKED[flagged.flag]
                    yield Question(kind, entry.span, words.format(entry.words, flagged.words), flagged.at)


def _follows(entry: Entry, at: Span | None) -> bool:
    """Say whether the other place comes first: two places that differ raise one question, at the later one."""
    return at is not None and at > entry.span


def _quotations(text: str, found: Registers) -> Iterator[Question]:
    """Yield one question for the quotations nobody is said to have said of a paragraph, or of several one goes over."""
    begins = [sentence.span.start for sentence in found.article.sentences if sentence.nth == 0]
    open_ones = [
        entry
        for entry in found.entries[Register.QUOTATIONS]
        if any(flagged.flag is Flag.NO_SPEAKER for flagged in entry.flags)
    ]
    whole = list(wholes(text, open_ones))
    for _, paragraph in groupby(whole, key=lambda parts: bisect_right(begins, parts[0].span.start)):
        first, *more = paragraph
        span = Span(first[0].span.start, (more or [first])[-1][-1].span.end)
        if not more:
            yield Question(QueryKind.QUOTATION, span, f"{_quoted(text, first)} Who said this, when and to whom?")
            continue
        quoted = ", ".join(_quoted(text, parts) for parts in (first, *more[: _PIECES - 1]))
        rest = f" and {len(more) + 1 - _PIECES} more in this paragraph" if len(more) >= _PIECES else ""
        words = f"{quoted}{rest}: who said these, when and to whom?"
        yield Question(QueryKind.QUOTATION, span, words)


def _quoted(text: str, parts: Sequence[Entry]) -> str:
    """Return how a question quotes a quotation: of one over several paragraphs, the first and how many there are."""
    words = _words(text, parts[0].span)
    if len(parts) == 1:
        return words
    return f"{words.removesuffix('…')} …{closing_mark(words[0])} ({len(parts)} paragraphs)"


def _words(text: str, span: Span) -> str:
    line = " ".join(text[slice(*span)].split()).removesuffix(".")  # the question goes on behind the quotation
    return line if len(line) <= _SHORT else line[: _SHORT - 1].rsplit(" ", 1)[0] + "…"


@cache
def _passive() -> Lexicon:
    return Lexicon({"passive": lists()["passive"]})
