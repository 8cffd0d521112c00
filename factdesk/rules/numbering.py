"""Claim numbers: reading order until they are printed, fixed from then on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from operator import attrgetter

from factdesk.model.claim import Claim
from factdesk.model.ids import ClaimId


def numbers(claims: Sequence[Claim]) -> dict[ClaimId, str]:
    """Number ``claims``, which stand in reading order.

    While none was printed they are 1, 2, 3 … A claim keeps the number it was printed under; one
    that came later takes the number of the claim before it and a part: 12.1, 12.2 (0.1 before
    the first). A number that is taken is passed over, so two claims never share one.
    """
    if not any(map(attrgetter("fixed_number"), claims)):
        return dict(zip(map(attrgetter("id"), claims), map(str, count(1)), strict=False))
    taken = {claim.fixed_number for claim in claims if claim.fixed_number}
    found: dict[ClaimId, str] = {}
    base, part = "0", 0
    for claim in claims:
        if claim.fixed_number:
            base, part = claim.fixed_number.split(".")[0], 0
            found[claim.id] = claim.fixed_number
            continue
        part += 1
        while f"{base}.{part}" in taken:
            part += 1
        found[claim.id] = f"{base}.{part}"
        taken.add(found[claim.id])
    return found
