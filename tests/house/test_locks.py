"""The locks hold all that pyproject.toml asks for, by hash, and say nothing of where it was fetched."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).parents[2]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
TO_RUN = [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"]]
TO_TEST = [*TO_RUN, *PROJECT["dependency-groups"]["dev"]]
LOCKED = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^ ;\\]+)(?: ; [^\\]+)? \\\n(?P<hashes>(?:    --hash=.*\n)+)", re.M
)


def lock(name: str) -> str:
    return (TOP / "packaging" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "wanted"), [("requirements.lock", TO_RUN), ("requirements-dev.lock", TO_TEST)], ids=["run", "test"]
)
def test_a_lock_holds_a_fitting_version_of_all_that_is_asked_for(name: str, wanted: list[str]) -> None:
    held = {found["name"]: found["version"] for found in LOCKED.finditer(lock(name))}
    for requirement in map(Requirement, wanted):
        version = held.get(canonicalize_name(requirement.name))
        assert version, f"{requirement} is not locked; run packaging/lock.sh"
        assert requirement.specifier.contains(version), f"{requirement} is locked as {version}; run packaging/lock.sh"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_is_nothing_but_versions_and_hashes(name: str) -> None:
    hashes = re.compile(r"(    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+")
    rest = LOCKED.sub(lambda found: "" if hashes.fullmatch(found["hashes"]) else found[0], lock(name))
    assert rest == ""


def test_what_is_tested_is_what_runs() -> None:
    tested = {found["name"]: found[0].rstrip("\n") for found in LOCKED.finditer(lock("requirements-dev.lock"))}
    for found in LOCKED.finditer(lock("requirements.lock")):
        assert tested[found["name"]] == found[0].rstrip("\n")
