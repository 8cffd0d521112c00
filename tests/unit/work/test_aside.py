"""What a job reads of a desk for itself, at a safe place and at an unsafe one, while the session works on."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from factdesk.errors import MissingDeskError
from factdesk.model.ids import ArticleId
from factdesk.store.backups import look
from factdesk.work.aside import copy_job, lent
from factdesk.work.backup_clock import backup_job
from factdesk.work.edits.article import AddArticle
from factdesk.work.history import record_job
from factdesk.work.jobs import Cancelled, Job, Unwatched
from factdesk.work.search import DeskSearch
from factdesk.work.session import Session
from factdesk.work.verification import verify, verify_job, verify_open
from tests.desks import CHECKER, SCALE, intake, tamper, titled

JOBS: list[Callable[[Session], Job[object]]] = [backup_job, verify_job]
ALL: list[Callable[[Session], Job[object]]] = [
    *JOBS,
    record_job,
    lambda session: lambda watch: DeskSearch(session.path).find("dam", watch),
]


@pytest.fixture(params=["Desks", "Dropbox"])
def place(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def session(tmp_path: Path, place: str) -> Iterator[Session]:
    made = Session.create(tmp_path / place / "dam.factdesk", CHECKER, SCALE)
    assert (made.unsafe_place() is None) == (place == "Desks")
    made.run(AddArticle(intake=intake()))
    yield made
    made.close()


def beside(session: Session) -> set[str]:
    """What stands in the desk's folder but for the desk, its companions and its backups."""
    own = {"dam.factdesk", "dam.factdesk-journal", "dam.factdesk-wal", "dam.factdesk-shm", "dam backups"}
    return {path.name for path in session.path.parent.iterdir()} - own


def work_on(session: Session, until: threading.Event) -> int:
    """Take step after step until ``until`` is set; returns how many were kept."""
    article: ArticleId = session.articles()[0].id
    pick = 0
    while not (until.is_set() and pick > 20):
        session.run(titled(article, f"Dam {pick}"))
        session.keep_typing("field", "note", str(pick))
        pick += 1
        until.wait(0.01)  # no hand is as quick as a loop, beside which nobody else would come to read
    return session.step_count()


def in_a_thread(job: Job[object]) -> tuple[threading.Event, list[object]]:
    """Run ``job`` eight times in another thread; the event is set when it came to its end, with what came of it."""
    done, came = threading.Event(), list[object]()

    def run() -> None:
        try:
            came.extend(job(Unwatched()) for _ in range(8))
        except Exception as problem:  # noqa: BLE001  the test shows it
            came.append(problem)
        finally:
            done.set()

    threading.Thread(target=run).start()
    return done, came


@pytest.mark.parametrize("job_of", ALL)
def test_a_job_reads_while_the_session_takes_its_steps(
    session: Session, job_of: Callable[[Session], Job[object]]
) -> None:
    done, came = in_a_thread(job_of(session))
    steps = work_on(session, done)
    assert len(came) == 8, came
    assert session.head_hash() and steps > 10
    session.close()
    assert verify(session.path) == ()
    assert beside(session) == set()


def test_a_copy_taken_while_the_session_works_is_a_sound_desk_of_some_moment(session: Session, tmp_path: Path) -> None:
    copies = iter(tmp_path / f"copy {nth}.factdesk" for nth in range(8))
    first = session.step_count()
    done, came = in_a_thread(lambda watch: copy_job(session, next(copies))(watch))
    last = work_on(session, done)
    heads = []
    for path in came:
        assert isinstance(path, Path), path
        assert verify(path) == ()
        heads.append(look(path).seq)
    assert len(heads) == 8 and heads == sorted(heads)
    assert first <= heads[0] and heads[-1] <= last


@pytest.mark.parametrize("job_of", JOBS)
def test_a_job_that_never_begins_leaves_no_copy(session: Session, job_of: Callable[[Session], Job[object]]) -> None:
    job = job_of(session)
    assert beside(session) == set()
    del job


@pytest.mark.parametrize("job_of", JOBS)
def test_a_copy_that_a_killed_program_left_goes_at_the_next_turn(
    session: Session, place: str, job_of: Callable[[Session], Job[object]]
) -> None:
    if place == "Desks":
        return  # nothing is copied there
    left = session.path.with_name(".dam.factdesk.0a1b2c3d.part")
    left.write_bytes(b"half a desk")
    job_of(session)(Unwatched())
    assert beside(session) == set()


class _Reader(Unwatched):
    """Follows a step of one session, and reads with another at each row."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.seen: set[int] = set()

    def row(self) -> None:
        self.seen.add(len(self._session.articles()))


def test_a_step_that_does_not_fit_into_the_cache_lets_others_read_what_was_before(session: Session) -> None:
    other = Session.open(session.path, CHECKER)
    reader = _Reader(session)
    other.run(AddArticle(intake=intake(bytes(range(256)) * 50_000)), reader)
    assert reader.seen == {1}
    assert len(session.articles()) == 2
    other.close()


class _Stopped(Unwatched):
    def cancelled(self) -> bool:
        return True


@pytest.mark.parametrize("place", ["Dropbox"], indirect=True)
def test_a_copy_that_is_stopped_leaves_nothing(session: Session) -> None:
    with pytest.raises(Cancelled), lent(session, _Stopped()):
        raise AssertionError("nothing was lent")
    assert beside(session) == set()


@pytest.mark.parametrize("place", ["Dropbox"], indirect=True)
def test_a_desk_that_is_closed_before_its_job_begins_is_no_trouble(session: Session) -> None:
    job = backup_job(session)
    session.close()
    with pytest.raises(Cancelled):
        job(Unwatched())


def test_the_backup_is_named_after_the_desk_not_after_its_copy(session: Session) -> None:
    made = backup_job(session)(Unwatched())
    assert made is not None and made.path.name.startswith("dam-")


@pytest.mark.parametrize("place", ["Desks"])
def test_a_file_that_took_the_desks_name_is_not_read_in_its_place_and_takes_no_log(session: Session) -> None:
    other = Session.create(session.path.with_name("other.factdesk"), CHECKER, SCALE)
    other.close()
    away = session.path.rename(session.path.with_name("away"))
    shutil.copyfile(other.path, session.path)
    for job in (*JOBS, record_job):
        with pytest.raises(MissingDeskError):
            job(session)(Unwatched())
    with pytest.raises(MissingDeskError):
        DeskSearch.of(session)
    assert session.path.read_bytes() == other.path.read_bytes()
    away.rename(session.path)
    assert verify_job(session)(Unwatched()) == ()


def test_a_large_desk_is_verified_in_a_process_beside_which_can_be_stopped(session: Session) -> None:
    session.run(AddArticle(intake=intake(original=Random(1).randbytes(3 << 20))))
    assert verify_job(session)(Unwatched()) == ()
    session.close()
    tamper(session.path, "UPDATE article SET title = 'Not so'")
    again = Session.open(session.path, CHECKER)
    named = verify_job(again)(Unwatched())
    assert len(named) == 2 and all("by another hand in title" in line for line in named)
    assert named == verify_open(again)
    with pytest.raises(Cancelled):
        verify_job(again)(Stopped())
    again.close()


class Stopped(Unwatched):
    """A watch of somebody who has left already."""

    def cancelled(self) -> bool:
        return True
