"""One window for each desk: a second start brings the first window to the front, and may hand it articles."""

from __future__ import annotations

import getpass
import json
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 2000  # milliseconds; a window that is alive is reached at once, one that is gone refuses at once


class DeskServer(QObject):
    """Held by the window that has the desk; another start speaks to it. Close it before changing the desk.

    Signals:
        raised(object tuple[Path, ...]): come to the front and open these articles, if any.
    """

    raised = Signal(object)

    def __init__(self, server: QLocalServer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = server
        self._calls: list[QLocalSocket] = []
        server.setParent(self)
        server.newConnection.connect(self._called)

    def close(self) -> None:
        """Give the desk free for another window."""
        self._server.close()

    @Slot()
    def _called(self) -> None:
        while self._server.hasPendingConnections():
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
        What holds the desk for as long as it lives; None where another window of this person has
        it and was told. Where the desk's name cannot be taken at all (no folder for sockets) the
        window goes on without one: two windows on one desk are safe, only confusing.
    """
    name = _name(desk)
    if _told(name, articles):
        return None
    server = QLocalServer()
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    QLocalServer.removeServer(name)  # nobody answers: at most the socket of a window that was killed is in the way
    server.listen(name)
    return DeskServer(server)


def _told(name: str, articles: tuple[Path, ...]) -> bool:
    """Say to the window that has ``name`` what to open; return whether there is one.

    It reads the message when its event loop turns, so a busy window is not waited for.
    """
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(json.dumps([str(path.absolute()) for path in articles]).encode() + b"\n")
    socket.waitForBytesWritten(PATIENCE)
    socket.disconnectFromServer()
    return True


def _articles(said: bytes) -> tuple[Path, ...]:
    """Read a caller's message; one that cannot be understood asks for no article."""
    try:
        found = json.loads(said)
    except ValueError:
        return ()
    return tuple(Path(path) for path in found if isinstance(path, str)) if isinstance(found, list) else ()


def _name(desk: Path) -> str:
    """Return a socket's name for one desk and one person; short, since its whole path may not pass 107 bytes."""
    person = getpass.getuser()
    named = QCryptographicHash.hash(f"{person}\n{desk.resolve()}".encode(), QCryptographicHash.Algorithm.Sha256)
    return "factdesk-" + bytes(named.toHex().data()).decode("ascii")[:20]
