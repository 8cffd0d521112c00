"""Files made to harm: each ends in an article or in one clear sentence, in time, and nothing is reached for.

What may be used is set by the guard (``readers/guard/limits.py``): ten seconds and a gigabyte; here it is seen to hold.
"""

from __future__ import annotations

import resource
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factdesk.errors import UnreadableArticleError
from factdesk.model.draft import Draft
from factdesk.readers.formats import read_bytes
from factdesk.readers.guard import limits
from tests.hostile.packages import documents
from tests.hostile.streams import streams

SECRET = "the-words-of-the-canary"
SLACK = 5.0
"""Seconds beyond the guard's own, for what this machine does beside it and for text, which needs no guard."""

_NAMES = [name for making in (documents, streams) for name, _ in making("http://127.0.0.1:9", "/nowhere")]


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
def files(canary: Canary) -> dict[str, Callable[[], bytes]]:
    return {name: make for making in (documents, streams) for name, make in making(canary.address, str(canary.file))}


def test_there_are_files_of_every_class() -> None:
    assert len(set(_NAMES)) == len(_NAMES) >= 60
    assert {name.partition("-")[0] for name in _NAMES} >= {"docx", "odt", "rtf", "pdf", "epub", "eml", "html", "txt"}


@pytest.mark.parametrize("name", _NAMES)
def test_it_ends_in_an_article_or_in_one_sentence(
    name: str, files: dict[str, Callable[[], bytes]], canary: Canary
) -> None:
    data = files[name]()
    before = len(canary.visits)
    start = time.monotonic()
    outcome = outcome_of(data, name)
    assert time.monotonic() - start < limits.SECONDS + SLACK
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1024 * 1024 * 1.2, "kilobytes of one child"
    assert len(canary.visits) == before, "somebody was asked"
    if isinstance(outcome, Draft):
        assert outcome.text.strip()
        assert SECRET not in outcome.text
        spans = [block.span for block in outcome.blocks] + [link.span for link in outcome.links]
        assert all(span.within(len(outcome.text)) for span in spans)
    else:
        assert "\n" not in str(outcome) and len(str(outcome)) < 400
        assert outcome.remedy.endswith(".")
        assert SECRET not in str(outcome)


def outcome_of(data: bytes, name: str) -> Draft | UnreadableArticleError:
    try:
        return read_bytes(data, file_name=name)
    except UnreadableArticleError as refusal:
        return refusal
