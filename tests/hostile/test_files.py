"""No file, however made, hangs, reaches out or reads what is not its own: it ends in text, or in one sentence."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factdesk.errors import UnreadableArticleError
from factdesk.model.person import Person
from factdesk.readers.formats import read_bytes
from factdesk.readers.guard.limits import SECONDS
from factdesk.work.intake import read_job
from factdesk.work.jobs import Unwatched
from factdesk.work.session import Session
from tests.desks import logical
from tests.hostile.make import case, names

SECRET = "sang-the-canary"
NAMES = names()


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("canary") / "canary.txt"
    path.write_text(SECRET, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.fixture
def made(canary: Path, server: socket.socket) -> Callable[[str], tuple[str, bytes]]:
    at = f"http://127.0.0.1:{server.getsockname()[1]}"
    return lambda name: case(name, str(canary), at)


def test_there_are_enough_of_them_and_each_has_a_name_of_its_own() -> None:
    assert len(set(NAMES)) == len(NAMES) >= 60


@pytest.mark.parametrize("name", NAMES)
def test_it_ends_in_text_or_in_one_sentence(
    name: str, made: Callable[[str], tuple[str, bytes]], server: socket.socket
) -> None:
    file, data = made(name)
    start = time.monotonic()
    try:
        draft = read_bytes(data, file_name=file)
    except UnreadableArticleError as refusal:
        said = f"{refusal} {refusal.remedy}"
        assert "\n" not in said and len(said) < 500
    else:
        said = repr(draft)[:2_000_000]
        assert draft.text.strip()
    assert time.monotonic() - start < SECONDS + 3
    assert SECRET not in said
    with pytest.raises(BlockingIOError):
        server.accept()


def test_a_refusal_leaves_the_desk_as_it_was(made: Callable[[str], tuple[str, bytes]], tmp_path: Path) -> None:
    desk = tmp_path / "a.factdesk"
    session = Session.create(desk, Person("AB"))
    before = logical(desk), session.head_hash()
    for name in ("pdf-nothing", "zip-truncated", "word-broken-xml", "archive-no-page"):
        file, data = made(name)
        path = tmp_path / f"{name}{Path(file).suffix}"
        path.write_bytes(data)
        with pytest.raises(UnreadableArticleError):
            read_job(path)(Unwatched())
    assert (logical(desk), session.head_hash()) == before
    session.close()
