"""What a job is lent of a desk that is locked while it is open, and that nothing of it stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factdesk.work.backup_clock import backup_job
from factdesk.work.jobs import Job, Unwatched
from factdesk.work.session import Session
from factdesk.work.verification import verify_job
from tests.desks import CHECKER, SCALE

JOBS: list[Callable[[Session], Job[object]]] = [backup_job, verify_job]


@pytest.fixture
def synced(tmp_path: Path) -> Iterator[Session]:
    """A desk in a folder that another program copies away."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    session = Session.create(folder / "dam.factdesk", CHECKER, SCALE)
    assert session.unsafe_place() is not None
    yield session
    session.close()


def beside(session: Session) -> set[str]:
    """What stands in the desk's folder but for the desk, its companions and its backups."""
    own = {"dam.factdesk", "dam.factdesk-journal", "dam backups"}
    return {path.name for path in session.path.parent.iterdir()} - own


@pytest.mark.parametrize("job_of", JOBS)
def test_a_job_that_is_let_go_before_it_begins_leaves_no_copy(
    synced: Session, job_of: Callable[[Session], Job[object]]
) -> None:
    job = job_of(synced)
    assert len(beside(synced)) == 1
    del job
    assert beside(synced) == set()


@pytest.mark.parametrize("job_of", JOBS)
def test_a_job_that_came_to_its_end_leaves_no_copy(synced: Session, job_of: Callable[[Session], Job[object]]) -> None:
    job_of(synced)(Unwatched())
    assert beside(synced) == set()


@pytest.mark.parametrize("job_of", JOBS)
def test_a_copy_that_a_killed_program_left_goes_at_the_next_turn(
    synced: Session, job_of: Callable[[Session], Job[object]]
) -> None:
    left = synced.path.with_name(".dam.factdesk.0a1b2c3d.part")
    left.write_bytes(b"half a desk")
    job_of(synced)(Unwatched())
    assert beside(synced) == set()


def test_the_backup_is_named_after_the_desk_not_after_its_copy(synced: Session) -> None:
    made = backup_job(synced)(Unwatched())
    assert made is not None and made.path.name.startswith("dam-")
