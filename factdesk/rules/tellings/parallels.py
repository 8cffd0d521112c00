"""What two wordings of one statement share, and which figures and names only one of them has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factdesk.rules.tellings.passages import terms_of
from factdesk.text.lexicon import tokens
from factdesk.text.names import names
from factdesk.text.numbers.quantities import quantities
from factdesk.text.spans import Span

_MOST = 4
"""Figures and names told of each side: more than these are read faster in the words themselves."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two wordings beside each other.

    Attributes:
        lit_here, lit_there: the words of the telling and of the head that tell the same, in whatever form.
        only_here, only_there: figures and names that the other does not have, as they stand.
    """

    lit_here: tuple[Span, ...] = ()
    lit_there: tuple[Span, ...] = ()
    only_here: tuple[str, ...] = ()
    only_there: tuple[str, ...] = ()


def parallel(telling: str, head: str) -> Parallel:
    """Compare two wordings; spans are code points of each."""
    here, there = dict(_facts(telling)), dict(_facts(head))
    words = _words(telling), _words(head)
    shared = set(words[0].values()) & set(words[1].values())
    same = set(here.values()) & set(there.values())
    return Parallel(
        _lit(words[0], shared, here, same),
        _lit(words[1], shared, there, same),
        _only(telling, here, same, shared),
        _only(head, there, same, shared),
    )


Facts = dict[Span, frozenset[str]]


def _words(text: str) -> dict[Span, frozenset[str]]:
    """Return the term of each word that says something, by where it stands."""
    found = ((Span(start, end), terms_of((word,))) for word, start, end in tokens(text))
    return {span: term for span, term in found if term}


def _facts(text: str) -> Iterator[tuple[Span, frozenset[str]]]:
    """Yield figures by their value and names by their terms."""
    taken: list[Span] = []
    for figure in quantities(text, english=True):
        taken.append(figure.span)
        yield figure.span, frozenset((f"{figure.unit.name} {figure.normal}",))
    for span in names(text, frozenset((0,))):
        terms = terms_of(word for word, _, _ in tokens(text[slice(*span)]))
        if terms and not any(span.overlaps(other) for other in taken):
            yield span, terms


def _lit(words: Facts, shared: set[frozenset[str]], facts: Facts, same: set[frozenset[str]]) -> tuple[Span, ...]:
    """Return the words and facts that both have, those that touch as one stretch."""
    lit = [span for span, term in words.items() if term in shared] + [at for at, fact in facts.items() if fact in same]
    joined: list[Span] = []
    for span in sorted(lit):
        if joined and span.start <= joined[-1].end + 1:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _only(text: str, facts: Facts, same: set[frozenset[str]], shared: set[frozenset[str]]) -> tuple[str, ...]:
    """Return the facts of one side that the other lacks: a name is there when one of its words is."""
    known = {term for terms in shared for term in terms}
    lacking = (span for span, fact in sorted(facts.items()) if fact not in same and not fact & known)
    return tuple(dict.fromkeys(" ".join(text[slice(*span)].split()) for span in lacking))[:_MOST]
