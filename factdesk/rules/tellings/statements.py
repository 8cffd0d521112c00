"""What an article tells more than once, as it is proposed and as a person settled it: the one notion of a group.

The window's proposals, the hedge ladder and the conflicts of the registers all go by it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from factdesk.rules.sentences.article import Article
from factdesk.rules.sentences.signs import Sentence
from factdesk.rules.tellings.repeats import Group, Inconsistency, Repeats
from factdesk.text.spans import Span

Family = tuple[Span, ...]
"""Places that a person linked; the head first."""
Pair = tuple[Span, Span]


def settled(found: Repeats, linked: Iterable[Family], apart: Sequence[Pair]) -> Repeats:
    """Return what is proposed with what a person linked, and without what a person said is not the same.

    Args:
        apart: pairs of places that do not tell the same; what is linked stays together all the same.
    """
    groups = [(one.head, *one.tellings) for one in found.groups]
    held = [family for family in linked if len(family) > 1]
    for family in held:
        touched = [group for group in groups if _any_overlap(group, family)]
        groups = [group for group in groups if group not in touched]
        more = [place for group in touched for place in group if not _any_overlap((place,), family)]
        groups.append((*family, *more))
    kept = [_without(group, apart, held) for group in groups]
    made = [Group(head, tuple(sorted(tellings))) for head, *tellings in kept if tellings]
    odd = [one for one in found.inconsistencies if not _is_apart(one, apart)]
    return Repeats(tuple(sorted(made, key=lambda one: min(one.head, *one.tellings))), tuple(odd))


def by_sentence(found: Repeats, article: Article) -> list[list[int]]:
    """Return the groups as places in ``article.proper``, each in reading order."""
    proper = article.proper
    starts = [sentence.span.start for sentence in proper]
    told = ((group.head, *group.tellings) for group in found.groups)
    return [sorted({nth for place in places for nth in _sentences_at(place, proper, starts)}) for places in told]


def to_compare(found: Repeats, article: Article) -> Iterator[Pair]:
    """Yield the sentences that should agree, two by two: tellings of one statement, and the same but for a figure."""
    proper = article.proper
    for group in by_sentence(found, article):
        yield from ((proper[one].span, proper[other].span) for one, other in combinations(group, 2))
    yield from ((odd.first, odd.second) for odd in found.inconsistencies)


def _sentences_at(place: Span, proper: Sequence[Sentence], starts: Sequence[int]) -> Iterator[int]:
    """Yield the sentence that the most of ``place`` lies in."""
    last = bisect_left(starts, place.end)
    first = max(0, bisect_left(starts, place.start) - 1)
    shared = {
        nth: min(proper[nth].span.end, place.end) - max(proper[nth].span.start, place.start)
        for nth in range(first, last)
        if proper[nth].span.overlaps(place)
    }
    if shared:
        yield max(shared, key=lambda nth: shared[nth])


def _without(group: Family, apart: Sequence[Pair], held: Sequence[Family]) -> Family:
    """Return ``group`` without the places that a person set apart from its head or from a place before them."""
    linked = next((family for family in held if group[0] == family[0]), group[:1])
    kept = list(linked)
    for place in group:
        if place not in kept and not any(_parted(place, other, apart) for other in kept):
            kept.append(place)
    return tuple(kept)


def _is_apart(odd: Inconsistency, apart: Sequence[Pair]) -> bool:
    return _parted(odd.first, odd.second, apart)


def _parted(one: Span, other: Span, apart: Sequence[Pair]) -> bool:
    return any((a.overlaps(one) and b.overlaps(other)) or (a.overlaps(other) and b.overlaps(one)) for a, b in apart)


def _any_overlap(ones: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in ones for other in others)
