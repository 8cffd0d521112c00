"""Files made to harm: each ends in an article or in one clear sentence, in time, and nothing is reached for.

What may be used is set by the guard (``readers/guard/limits.py``): ten seconds and a gigabyte; here it is seen to hold.
"""

from __future__ import annotations

import resource
import socket
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from factdesk.errors import UnreadableArticleError
from factdesk.model.draft import Draft
from factdesk.model.person import Person
from factdesk.readers.guard import limits
from factdesk.work.edits.article import AddArticle, Intake
from factdesk.work.intake import read_job
from factdesk.work.jobs import Unwatched
from factdesk.work.session import Session
from tests.desks import intake, logical
from tests.hostile.make import case, names
from tests.hostile.packages import documents
from tests.hostile.streams import streams

SECRET = "the-words-of-the-canary"
SLACK = 5.0
"""Seconds beyond the guard's own, for what this machine does beside it and for text, which needs no guard."""

_NAMES = [name for making in (documents, streams) for name, _ in making("http://127.0.0.1:9", "/nowhere")] + names()
Making = Callable[[], tuple[str, bytes]]
"""Makes a file: its name, as far as it says what it is, and its bytes."""


class Canary:
    """A server and a file that nothing may touch."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "canary.txt"
        self.file.write_text(SECRET, encoding="utf-8")
        self.visits: list[object] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, address = self._socket.accept()
            except OSError:
                return
            self.visits.append(address)
            visitor.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canary]:
    canary = Canary(tmp_path_factory.mktemp("canary"))
    yield canary
    canary.close()


@pytest.fixture(scope="module")
def files(canary: Canary) -> dict[str, Making]:
    at = (canary.address, str(canary.file))
    named = {name: make for making in (documents, streams) for name, make in making(*at)}
    told = {name: partial(case, name, at[1], at[0]) for name in names()}
    return {**{name: partial(_with_name, name, make) for name, make in named.items()}, **told}


def _with_name(name: str, make: Callable[[], bytes]) -> tuple[str, bytes]:
    return name, make()


def test_there_are_files_of_every_class() -> None:
    assert len(set(_NAMES)) == len(_NAMES) >= 60
    assert {name.partition("-")[0] for name in _NAMES} >= {
        "docx",
        "odt",
        "rtf",
        "pdf",
        "epub",
        "eml",
        "html",
        "archive",
    }


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A desk with an article in it."""
    session = Session.create(tmp_path_factory.mktemp("desk") / "a.factdesk", Person("AB"))
    session.run(AddArticle(intake=intake()))
    yield session
    session.close()


@pytest.mark.parametrize("name", _NAMES)
def test_it_ends_in_an_article_or_in_one_sentence(
    name: str, files: dict[str, Making], canary: Canary, session: Session, tmp_path: Path
) -> None:
    file, data = files[name]()
    path = tmp_path / file
    path.write_bytes(data)
    before = len(canary.visits)
    start = time.monotonic()
    outcome = outcome_of(path)
    assert time.monotonic() - start < limits.SECONDS + SLACK
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1024 * 1024 * 1.2, "kilobytes of one child"
    assert len(canary.visits) == before, "somebody was asked"
    if isinstance(outcome, Intake):
        assert_harmless(outcome.draft)
        assert_taken_in_and_back(session, outcome)
    else:
        assert "\n" not in str(outcome) and len(str(outcome)) < 400
        assert outcome.remedy.endswith(".")
        assert SECRET not in str(outcome)


def assert_harmless(draft: Draft) -> None:
    assert draft.text.strip()
    assert SECRET not in draft.text
    spans = [block.span for block in draft.blocks] + [link.span for link in draft.links]
    assert all(span.within(len(draft.text)) for span in spans)


def assert_taken_in_and_back(session: Session, read: Intake) -> None:
    """A desk holds the very words that were read, and nothing of them once that is undone."""
    before = logical(session.path)
    article = AddArticle(intake=read)
    session.run(article)
    try:
        assert session.case(article.article_id).version.text == read.draft.text
    finally:
        session.undo()
    assert logical(session.path) == before


def outcome_of(path: Path) -> Intake | UnreadableArticleError:
    """Return what the window's own job makes of a file."""
    try:
        return read_job(path)(Unwatched())
    except UnreadableArticleError as refusal:
        return refusal
