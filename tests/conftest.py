"""What holds for every test: no home, no settings and no network but its own; no warning goes unseen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests import display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

pytest_plugins = ["tests.spooler"]

# CI looks at the same cases each time; elsewhere each run looks at new ones. Shared machines are slow by fits.
hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")

HOME_FOLDERS = {
    "HOME": ".",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
}
NOBODY = "http://127.0.0.1:9"  # the discard port: programs that a test starts reach nobody
LOOPBACK = ("127.", "::1", "localhost")


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse connections to other machines; sockets of this one (X, CUPS, a second window) are files."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = str(arguments[1][0])
        if not host.startswith(LOOPBACK):
            raise PermissionError(f"a test wanted to reach {host}")


sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home of the test's own, for it and for every program it starts."""
    with TemporaryDirectory(prefix="home-", dir=tmp_path_factory.getbasetemp()) as name:
        home = Path(name)
        for variable, folder in HOME_FOLDERS.items():
            (home / folder).mkdir(mode=0o700, exist_ok=True)
            monkeypatch.setenv(variable, str(home / folder))
        monkeypatch.setenv("CUPS_SERVER", str(home / "no-printer"))
        monkeypatch.setenv("http_proxy", NOBODY)
        monkeypatch.setenv("https_proxy", NOBODY)
        yield home


@pytest.fixture(scope="session")
def screen() -> None:
    """A screen for this process and the programs it starts; whoever starts a window in a subprocess asks for it."""
    display.provide()


@pytest.fixture(scope="session")
def qapp_cls(screen: None) -> type:
    """Let pytest-qt make its application only once there is a screen."""
    from PySide6.QtWidgets import QApplication

    return QApplication


def lay_pointer_aside() -> None:
    """Put the pointer into a corner: a new window that came up below it would be pointed at."""
    from PySide6.QtGui import QCursor, QGuiApplication

    QCursor.setPos(QGuiApplication.primaryScreen().geometry().bottomRight())


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application, with a pointer that points at nothing; ``QTest`` moves it, so each test lays it aside."""
    lay_pointer_aside()
    return qapp


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Draw as a start of the program does."""
    return ["factdesk", "-style", "Fusion"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Let no window outlive its test: at each change of theme Qt styles anew every one that lives."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent, Qt
        from PySide6.QtWidgets import QApplication

        for widget in QApplication.topLevelWidgets():
            # The list of a completer has no parent, and the completer deletes it: twice would end the process.
            if widget.parent() is None and widget.windowType() is not Qt.WindowType.Popup:
                widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if QApplication.instance() is not None:
            lay_pointer_aside()


@pytest.fixture
def desk_path(tmp_path: Path) -> Path:
    """Where a desk may be made; nothing is there yet."""
    return tmp_path / "a desk.factdesk"
