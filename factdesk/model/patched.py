"""Long lists and indexes of which a few facts changed: a change takes what it touched, not what there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar, overload

K = TypeVar("K")
F = TypeVar("F")

_FEW = 50
"""Changed facts kept beside the rest; where there are more, all are put together again."""


class PatchedList(Sequence[F]):
    """A list that never changes, some facts of which stand in the place of older ones; equal to the tuple of them."""

    __slots__ = ("_now", "_since", "_whole")

    def __init__(self, whole: Sequence[F], since: dict[int, F]) -> None:
        self._whole, self._since = whole, since
        self._now: tuple[F, ...] | None = None

    def __len__(self) -> int:
        return len(self._whole)

    @overload
    def __getitem__(self, at: int) -> F: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[F, ...]: ...
    def __getitem__(self, at: int | slice) -> F | tuple[F, ...]:
        if isinstance(at, slice):
            return self._all()[at]
        found = self._since.get(at if at >= 0 else at + len(self._whole))
        return self._whole[at] if found is None else found

    def __iter__(self) -> Iterator[F]:
        return iter(self._all())

    def __reversed__(self) -> Iterator[F]:
        return reversed(self._all())

    def __eq__(self, other: object) -> bool:
        return self._all() == (other._all() if isinstance(other, PatchedList) else other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def put(self, at: int, fact: F) -> PatchedList[F]:
        """Return this list with another fact at ``at``, from 0."""
        if len(self._since) < _FEW:
            return PatchedList(self._whole, {**self._since, at: fact})
        return PatchedList(self._all(), {at: fact})

    def _all(self) -> tuple[F, ...]:
        """Put all facts together; whoever walks through the list needs them."""
        if self._now is None:
            made = list(self._whole)
            for at, fact in self._since.items():
                made[at] = fact
            self._now = tuple(made)
        return self._now


class PatchedIndex(Mapping[K, F]):
    """Facts by id, some of which stand in the place of older ones; equal to the dict of them."""

    __slots__ = ("_since", "_whole")

    def __init__(self, whole: Mapping[K, F], since: dict[K, F]) -> None:
        """Lay ``since`` over ``whole``, which has all its keys."""
        self._whole, self._since = whole, since

    def __getitem__(self, key: K) -> F:
        found = self._since.get(key)
        return self._whole[key] if found is None else found

    def __len__(self) -> int:
        return len(self._whole)

    def __iter__(self) -> Iterator[K]:
        return iter(self._whole)

    def __contains__(self, key: object) -> bool:
        return key in self._whole

    def put(self, facts: Mapping[K, F]) -> Mapping[K, F]:
        """Return this index with other facts under keys it has."""
        if len(self._since) + len(facts) <= _FEW:
            return PatchedIndex(self._whole, {**self._since, **facts})
        return {**self.together(), **facts}

    def together(self) -> dict[K, F]:
        """Return all facts by id."""
        return {**self._whole, **self._since}


def together(held: Mapping[K, F]) -> dict[K, F]:
    """Return a dict of one's own with what ``held`` has."""
    return held.together() if isinstance(held, PatchedIndex) else dict(held)


def put(held: Sequence[F], at: int, fact: F) -> PatchedList[F]:
    """Return ``held`` with another fact at ``at``, from 0."""
    return held.put(at, fact) if isinstance(held, PatchedList) else PatchedList(held, {at: fact})


def put_by_id(held: Mapping[K, F], facts: Mapping[K, F]) -> Mapping[K, F]:
    """Return ``held`` with other facts under keys it has."""
    return held.put(facts) if isinstance(held, PatchedIndex) else PatchedIndex(held, {}).put(facts)
