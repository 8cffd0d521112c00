"""What was learned is read only where it is what came with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.learning.shipping import LEARNED
from factdesk import assets
from factdesk.rules.learned import DamagedWeightsError, read_learned


@pytest.mark.parametrize("name", LEARNED)
def test_every_learned_file_is_the_one_of_the_manifest_and_says_where_it_is_from(name: str) -> None:
    assert {"about", "learned_from"} <= set(read_learned(name))


def test_a_changed_file_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = tmp_path / "resources" / "rules"
    rules.mkdir(parents=True)
    for name in ("learned.json", "ranking.json"):
        (rules / name).write_bytes(assets.resource("rules", name).read_bytes() + b" ")
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path)
    with pytest.raises(DamagedWeightsError, match=r"ranking\.json") as refused:
        read_learned("ranking.json")
    assert "again" in refused.value.remedy
