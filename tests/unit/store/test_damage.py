"""What is damaged: one clear sentence, no endless read, and the file is left as it lies."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from factdesk.errors import (
    DamagedDeskError,
    FactDeskError,
)
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, assert_clear, refuses_to_open, tamper

pytestmark = pytest.mark.usefixtures("impatient")


def everything(path: Path) -> None:
    """Open a desk and read all that the window would show of it."""
    session = Session.open(path, CHECKER)
    try:
        for card in session.articles():
            case = session.case(card.id)
            session.original(case.version.file_sha256)
        session.events()
        session.next_undo()
        session.contents()
    finally:
        session.close()


@pytest.mark.parametrize("seed", range(30))
def test_a_desk_with_overwritten_bytes_never_fails_without_a_sentence(closed_desk: Path, seed: int) -> None:
    """Whatever page is hit: either FactDesk says that it is damaged, or verify does; and the file is left alone."""
    data = bytearray(closed_desk.read_bytes())
    at = 100 + (len(data) - 1000) * seed // 30
    data[at : at + 700] = bytes((seed * 37 + i * 101) % 256 for i in range(700))
    closed_desk.write_bytes(data)
    said = ""
    try:
        everything(closed_desk)
    except FactDeskError as error:
        assert isinstance(error, DamagedDeskError)
        said = str(error)
        assert_clear(error, closed_desk)
    try:
        faults = verify(closed_desk)
    except FactDeskError as error:
        faults = (str(error),)
    assert said == "" or faults != ()
    assert list(closed_desk.parent.iterdir()) == [closed_desk]


def multiply(path: Path, table: str, by: int = 500, levels: int = 3) -> None:
    """Put pages above the root page of a table, each of which names the one below ``by`` times."""
    with sqlite3.connect(path) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    data = path.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    pages = [data[at : at + size] for at in range(0, len(data), size)]
    pages.append(pages[root - 1])
    for level in range(levels):
        cell = len(pages).to_bytes(4, "big") + b"\x01"
        head = b"\x05" + bytes(2) + by.to_bytes(2, "big") + (size - 5 * by).to_bytes(2, "big") + b"\x00" + cell[:4]
        places = b"".join((size - 5 * n).to_bytes(2, "big") for n in range(1, by + 1))
        page = (head + places).ljust(size - 5 * by, b"\x00") + cell * by
        if level < levels - 1:
            pages.append(page)
        else:
            pages[root - 1] = page
    pages[0] = pages[0][:28] + len(pages).to_bytes(4, "big") + pages[0][32:]
    path.write_bytes(b"".join(pages))


@pytest.mark.parametrize("folder", ["Desks", "Dropbox"], ids=["beside its log", "where it has no log"])
def test_damage_that_makes_one_row_a_hundred_million_is_noticed_before_memory_is_gone(
    closed_desk: Path, folder: str
) -> None:
    desk = closed_desk.parent / folder / "dam.factdesk"
    desk.parent.mkdir()
    closed_desk.rename(desk)
    multiply(desk, "journal")
    with pytest.raises(DamagedDeskError, match="comes to no end"):
        everything(desk)
    assert "more than once" in verify(desk)[0] or "2nd reference" in verify(desk)[0]


@pytest.mark.parametrize("parts", [1, 5, 9])
def test_a_desk_cut_short_is_said_to_be_damaged(closed_desk: Path, parts: int) -> None:
    data = closed_desk.read_bytes()
    closed_desk.write_bytes(data[: len(data) * parts // 10])
    assert "is damaged" in refuses_to_open(closed_desk, DamagedDeskError)


def test_a_row_that_no_factdesk_wrote_is_called_damage(closed_desk: Path) -> None:
    tamper(closed_desk, "UPDATE claim SET kind = 'guess'")
    with pytest.raises(DamagedDeskError, match="never wrote"):
        everything(closed_desk)


def test_text_that_is_no_utf8_is_called_damage(closed_desk: Path) -> None:
    tamper(closed_desk, "UPDATE claim SET note = CAST(x'6f6bff' AS TEXT)")
    with pytest.raises(DamagedDeskError):
        everything(closed_desk)
