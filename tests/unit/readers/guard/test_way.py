"""The guard around readers: what a bad one cannot do, and what the person is told."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factdesk.errors import UnreadableArticleError
from factdesk.readers.guard import frames, limits
from factdesk.readers.guard.process import Single
from factdesk.readers.guard.way import guarded, missing_walls
from factdesk.readers.source import OnProgress, Source, unwatched

MODULE = "tests.unit.readers.guard.misbehaviour"
SECRET = "the canary sang"
way = guarded(MODULE)


def read(deed: str, on_progress: OnProgress = unwatched) -> str:
    return way(Source(deed.encode()), on_progress).text


def refused(deed: str) -> str:
    """Return why the reader of ``deed`` was stopped, and see that the next article is read all the same."""
    start = time.monotonic()
    with pytest.raises(UnreadableArticleError) as caught:
        read(deed)
    assert time.monotonic() - start < limits.SECONDS + 3
    assert caught.value.remedy.endswith(".")
    assert read("say Still here.") == "Still here."
    return caught.value.why


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    path = tmp_path / "canary"
    path.write_text(SECRET, encoding="utf-8")
    return path


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


def test_words_come_through_unchanged() -> None:
    assert read("say Ä 😀 \r\n\x00 x") == "Ä 😀 \r\n\x00 x"


def test_a_refusal_of_the_reader_itself_is_passed_on() -> None:
    assert refused("refuse it is locked with a password") == "it is locked with a password"


def test_what_a_library_raises_becomes_one_sentence() -> None:
    assert "damaged" in refused("break")


def test_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    assert read("progress", lambda done, total: seen.append((done, total))) == "read"
    assert (2, 3) in seen


def test_the_person_stops_it_at_once() -> None:
    class StoppedError(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    start = time.monotonic()
    with pytest.raises(StoppedError):
        read("sleep", stop)
    assert time.monotonic() - start < 3


def test_one_article_leaves_nothing_behind_for_the_next() -> None:
    assert [read("keep a"), read("keep b")] == ["1 kept", "1 kept"]


@pytest.mark.parametrize("deed", ["spin", "sleep"])
def test_a_reader_that_hangs_is_stopped(deed: str) -> None:
    assert "10 seconds" in refused(deed)


def test_a_reader_that_falls_silent_and_stays_is_stopped_soon() -> None:
    assert "broke down" in refused("silent")


def test_a_reader_that_wants_all_memory_is_stopped() -> None:
    assert "memory" in refused("memory")


def test_a_reader_that_goes_too_deep_says_so() -> None:
    assert "nested" in refused("nesting")


def test_a_reader_that_crashes_takes_nothing_with_it() -> None:
    assert "broke down" in refused("crash")


def test_a_reader_that_floods_is_stopped() -> None:
    assert "more came out" in refused("flood")


@pytest.mark.parametrize(
    "deed", ["nonsense {}", "nonsense [[[", "nonsense 1e999", "walls 7", "half-a-frame", "misplaced"]
)
def test_a_reader_is_not_believed(deed: str) -> None:
    assert "broke down" in refused(deed)


@pytest.mark.parametrize("deed", ["open", "program", "import"])
def test_files_programs_and_modules_are_out_of_reach(deed: str, canary: Path, tmp_path: Path) -> None:
    path = tmp_path / "made" if deed == "program" else canary
    assert "damaged" in refused(f"{deed} {path}")
    assert not (tmp_path / "made").exists()


def test_files_are_out_of_reach_of_c_libraries_too(canary: Path) -> None:
    assert read(f"open-below-python {canary}").strip() == "-1"


@pytest.mark.parametrize("deed", ["connect", "fetch"])
def test_the_network_is_out_of_reach(deed: str, listener: socket.socket) -> None:
    assert "damaged" in refused(f"{deed} {listener.getsockname()[1]}")
    with pytest.raises(TimeoutError):
        listener.accept()


def test_the_network_is_out_of_reach_of_c_libraries_too() -> None:
    assert read("socket-below-python") == "-1"


def test_where_processes_cannot_fork_each_article_has_one_of_its_own() -> None:
    reader = Single(MODULE, b"say Alone.")
    [(kind, payload)] = frames.frames(reader.answers.read, limits.OUTPUT)
    assert kind == frames.READING
    assert frames.unpack(payload.partition(b"\n")[2]).text == "Alone."
    assert reader.finished() == 0
    reader.answers.close()


def test_a_single_process_that_hangs_can_be_killed() -> None:
    reader = Single(MODULE, b"sleep")
    reader.kill()
    assert reader.finished() < 0
    reader.answers.close()


FORKLESS = """
import os, time
del os.fork
from factdesk.errors import UnreadableArticleError
from factdesk.readers.formats import read_source
from factdesk.readers.guard import limits, way
from factdesk.readers.source import Source, unwatched
print(read_source(Source(b"<p>The bridge is <a href='https://a.example/'>shut</a>.</p>"), file_name="a.html").text)
try:
    read_source(Source(b"%PDF-1.4 nothing"), file_name="a.pdf")
except UnreadableArticleError as refusal:
    print(refusal.why)
def stop(done, total):
    raise KeyboardInterrupt
start = time.monotonic()
try:
    way.guarded("tests.unit.readers.guard.misbehaviour")(Source(b"sleep"), stop)
except KeyboardInterrupt:
    print("stopped" if time.monotonic() - start < 5 else "late")
try:
    print("left", os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("none left")
"""


def test_a_system_that_cannot_fork_reads_refuses_and_stops_all_the_same() -> None:
    """The whole way, on a Python that has no fork, as on Windows: every article starts a process of its own."""
    done = subprocess.run([sys.executable, "-c", FORKLESS], capture_output=True, text=True, check=True, timeout=60)
    told = done.stdout.splitlines()
    assert told[0] == "The bridge is shut."
    assert "cut off or damaged" in told[1]
    assert told[2:] == ["stopped", "none left"]


def test_what_this_system_lacks_is_known_by_name() -> None:
    assert set(missing_walls()) <= {wall.name for wall in limits.WALLS}
    if sys.platform.startswith("linux"):
        assert not {wall.name for wall in limits.WALLS if wall.needed}.intersection(missing_walls())


def test_a_system_without_any_limit_is_told_of_each_needed_one() -> None:
    code = (
        "import sys; sys.modules['resource'] = None\n"
        "from factdesk.readers.guard.limits import raise_walls\n"
        "print(*(wall.name for wall in raise_walls() if wall.needed), sep=', ')"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "memory, processor time, files and sockets"
