"""One window for each desk: a second start brings the first window to the front, and may hand it articles.

A lock says whose the desk is; a local socket carries what another start has to say. The socket, for which Qt's network
classes are loaded, is opened once the window is painted.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QUuid, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 10_000  # milliseconds; a window that is alive is reached once it is painted, one that is gone holds no lock
_AGAIN = 0.05  # seconds between two tries to reach a window that is still being made


class DeskServer(QObject):
    """Held by the window that has the desk; another start speaks to it. Close it before changing the desk.

    Signals:
        raised(object tuple[Path, ...]): come to the front and open these articles, if any.
    """

    raised = Signal(object)

    def __init__(self, name: str, lock: QLockFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name, self._lock = name, lock
        self._server: QLocalServer | None = None
        self._calls: list[QLocalSocket] = []

    def listen(self) -> None:
        """Hear other starts from now on; those that came before wait for it."""
        if self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if self._lock.isLocked():
            QLocalServer.removeServer(self._name)  # at most the socket of a window that was killed is in the way
        self._server.listen(self._name)
        self._server.newConnection.connect(self._called)

    def close(self) -> None:
        """Give the desk free for another window."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @Slot()
    def _called(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            call = self._server.nextPendingConnection()
            call.readyRead.connect(self._read)
            self._calls.append(call)
        self._read()

    @Slot()
    def _read(self) -> None:
        for call in tuple(self._calls):
            if call.canReadLine():
                said = bytes(call.readLine().data())
                self._calls.remove(call)
                call.deleteLater()
                self.raised.emit(_articles(said))


def claim_desk(desk: Path, articles: tuple[Path, ...] = ()) -> DeskServer | None:
    """Take the desk for this window, or bring the window that has it to the front.

    Args:
        desk: need not exist yet; two ways to one file are one desk.
        articles: to be opened by the other window, where there is one.

    Returns:
        What holds the desk for as long as it lives, and hears other starts once it listens; None where another window
        of this person has it and was told. Where the desk cannot be locked at all (no folder for locks), or the window
        that has it does not answer, the window goes on all the same: two windows on one desk are safe, only confusing.
    """
    name = _name(desk)
    lock = QLockFile(f"{tempfile.gettempdir()}/{name}.lock")
    lock.setStaleLockTime(0)  # stale when its program is gone, never by its age
    if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError and _told(name, articles):
        return None
    return DeskServer(name, lock)


def _told(name: str, articles: tuple[Path, ...]) -> bool:
    """Say to the window that has ``name`` what to open; return whether it was reached.

    It reads the message when its event loop turns, so a busy window is not waited for.
    """
    import json

    from PySide6.QtNetwork import QLocalSocket

    until = time.monotonic() + PATIENCE / 1000
    socket = QLocalSocket()
    socket.connectToServer(name)
    while not socket.waitForConnected(PATIENCE):
        if time.monotonic() > until:
            return False
        time.sleep(_AGAIN)
        socket.connectToServer(name)
    socket.write(json.dumps([str(path.absolute()) for path in articles]).encode() + b"\n")
    socket.waitForBytesWritten(PATIENCE)
    socket.disconnectFromServer()
    return True


def _articles(said: bytes) -> tuple[Path, ...]:
    """Read a caller's message; one that cannot be understood asks for no article."""
    import json

    try:
        found = json.loads(said)
    except ValueError:
        return ()
    return tuple(Path(path) for path in found if isinstance(path, str)) if isinstance(found, list) else ()


def _name(desk: Path) -> str:
    """Return a name for one desk and one person; short, since a socket's whole path may not pass 107 bytes.

    Every FactDesk gives it the same, whatever Python it runs on; OpenSSL would be loaded for this name alone.
    """
    named = QUuid.createUuidV5(QUuid(), f"{Path.home()}\n{desk.resolve()}".encode())
    return f"factdesk-{named.toString(QUuid.StringFormat.Id128)[:20]}"
