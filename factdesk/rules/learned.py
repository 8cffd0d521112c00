"""Reading what was learned and ships: weights as JSON, each file held by its SHA-256."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from factdesk.assets import resource
from factdesk.errors import FactDeskError


class DamagedWeightsError(FactDeskError):
    """A file of weights is not the one that came with the program."""

    exit_code = 10


def read_learned(name: str) -> dict[str, Any]:
    """Return the object in one learned file of ``resources/rules``.

    Raises:
        DamagedWeightsError: its bytes are not those of which ``learned.json`` holds the SHA-256.
    """
    hashes = json.loads(resource("rules", "learned.json").read_text(encoding="utf-8"))["sha256"]
    data = resource("rules", name).read_bytes()
    if hashlib.sha256(data).hexdigest() != hashes[name]:
        raise DamagedWeightsError(
            "No suggestions were made", f"{name} was changed since FactDesk was made", "Install FactDesk again."
        )
    found: dict[str, Any] = json.loads(data)
    return found
