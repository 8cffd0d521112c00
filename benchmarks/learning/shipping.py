"""Writing what is learned into ``resources/rules``, and its SHA-256 into ``learned.json`` beside it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from factdesk.assets import resource

LEARNED = ("debates.json", "opinions.json", "ranking.json", "repeats.json", "wording.json")


def ship(name: str, card: dict[str, Any], indent: int) -> None:
    """Write one learned file of ``LEARNED`` and the hashes of all."""
    path = resource("rules", name)
    path.write_text(json.dumps(card, indent=indent, ensure_ascii=False) + "\n", encoding="utf-8")
    hashes = {each: hashlib.sha256(resource("rules", each).read_bytes()).hexdigest() for each in LEARNED}
    manifest = {"about": "SHA-256 of each learned file; docs/model-card.md says what they are.", "sha256": hashes}
    resource("rules", "learned.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {path}")
