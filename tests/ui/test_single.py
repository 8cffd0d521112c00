"""One window for each desk, told with a second process that is really another program."""

from __future__ import annotations

import select
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factdesk.ui.single import DeskServer, claim_desk

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from factdesk.ui.single import claim_desk
app = QCoreApplication([])
server = claim_desk(Path(sys.argv[1]), tuple(map(Path, sys.argv[2:])))
print("mine" if server else "told", flush=True)
if server:
    server.listen()
sys.stdin.read()
"""


@pytest.fixture
def first(qtbot: QtBot, desk_path: Path) -> DeskServer:
    server = claim_desk(desk_path)
    assert server is not None
    server.listen()
    return server


def start(*words: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SECOND_START, *map(str, words)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str]) -> None:
    process.communicate()


def test_a_second_start_tells_the_first_window_what_to_open(qtbot: QtBot, first: DeskServer, desk_path: Path) -> None:
    article = desk_path.with_name("flood.txt")
    with qtbot.waitSignal(first.raised, timeout=20_000) as raised:
        second = start(desk_path, article)
    assert raised.args == [(article,)]
    assert said(second) == "told"
    end(second)


def test_another_way_to_the_same_file_is_the_same_desk(qtbot: QtBot, first: DeskServer, desk_path: Path) -> None:
    desk_path.touch()
    link = desk_path.with_name("link.factdesk")
    link.symlink_to(desk_path)
    with qtbot.waitSignal(first.raised) as raised:
        assert claim_desk(link) is None
    assert raised.args == [()]


def test_another_desk_has_a_window_of_its_own(first: DeskServer, desk_path: Path) -> None:
    other = claim_desk(desk_path.with_name("other.factdesk"))
    assert other is not None
    other.close()


def test_a_desk_given_back_can_be_taken_again(first: DeskServer, desk_path: Path) -> None:
    first.close()
    again = claim_desk(desk_path)
    assert again is not None
    again.close()


def test_the_socket_of_a_window_that_was_killed_is_no_hindrance(qtbot: QtBot, desk_path: Path) -> None:
    killed = start(desk_path)
    assert said(killed) == "mine"
    killed.kill()
    killed.communicate()
    server = claim_desk(desk_path)
    assert server is not None
    server.listen()
    with qtbot.waitSignal(server.raised, timeout=20_000):
        second = start(desk_path)
    assert said(second) == "told"
    end(second)


def test_a_start_that_comes_before_the_first_window_is_painted_waits_for_it(qtbot: QtBot, desk_path: Path) -> None:
    server = claim_desk(desk_path)
    assert server is not None
    second = start(desk_path)
    assert second.stdout is not None
    assert select.select([second.stdout], [], [], 1)[0] == [], "nothing is decided while nobody listens"
    with qtbot.waitSignal(server.raised, timeout=20_000):
        server.listen()
    assert said(second) == "told"
    end(second)


def test_a_message_that_makes_no_sense_only_raises_the_window(qtbot: QtBot, first: DeskServer, desk_path: Path) -> None:
    from PySide6.QtNetwork import QLocalSocket

    from factdesk.ui.single import _name

    socket = QLocalSocket()
    with qtbot.waitSignal(first.raised) as raised:
        socket.connectToServer(_name(desk_path))
        socket.write(b"\xff{not json\n")
        socket.flush()
    assert raised.args == [()]
