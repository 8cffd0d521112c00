"""What a reader's process says is looked at before it is believed: whatever does not fit is a broken frame."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from factdesk.model.version import Block, BlockKind
from factdesk.readers.guard.frames import BrokenFrameError, lacking, pack, progress, unpack
from factdesk.readers.reading import Reading
from factdesk.text.spans import Span

READING = Reading(text="short", blocks=(Block(BlockKind.HEADING, Span(0, 5), 2),), structured=True)
WITHOUT_END = float("inf")


def test_a_reading_comes_through_as_it_was() -> None:
    assert unpack(pack(READING)) == READING


def test_half_a_character_of_a_reader_costs_no_more_than_itself() -> None:
    assert unpack(pack(replace(READING, text="sh\ud83drt"))).text == "sh\ufffdrt"


@pytest.mark.parametrize(
    "changes",
    [
        {"blocks": [["heading", 0, 5, WITHOUT_END]]},
        {"blocks": [["heading", 0, 5, 10**30]]},
        {"blocks": [["heading", 0, 5, -1]]},
        {"blocks": [["heading", 0, 5, "2"]]},
        {"blocks": [["heading", 0, 600, 2]]},
        {"blocks": [["song", 0, 5, 2]]},
        {"pages": [[WITHOUT_END, "1"]]},
        {"pages": [[10**30, "1"]]},
        {"pages": [["0", "1"]]},
        {"text": "\ud83d"},
        {"notices": [7]},
    ],
)
def test_what_no_reader_makes_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(BrokenFrameError):
        unpack(json.dumps(json.loads(pack(READING)) | changes).encode())


@pytest.mark.parametrize("said", [b"[1e999, 2]", b"[1, 9999999999999]", b"[-1, 2]", b'["1", 2]', b"[1]", b"7", b"{"])
def test_progress_is_two_numbers_a_bar_can_show(said: bytes) -> None:
    assert progress(b"[1, 2]") == (1, 2)
    with pytest.raises(BrokenFrameError):
        progress(said)


@pytest.mark.parametrize("said", [b"7", b"{", b'["memory"]', b'[["memory"]]', b"[[7, true]]", b'[["memory", "yes"]]'])
def test_missing_walls_are_names_each_with_whether_it_is_needed(said: bytes) -> None:
    assert lacking(b'[["memory", true]]') == [("memory", True)]
    with pytest.raises(BrokenFrameError):
        lacking(said)
