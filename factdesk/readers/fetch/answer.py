"""One request to one machine, and the bytes it answers with: no cookies, nothing kept, nothing run."""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib
from collections.abc import Callable
from contextlib import suppress

from factdesk import __version__
from factdesk.errors import UnreadableArticleError
from factdesk.readers.fetch.place import Place
from factdesk.readers.files import LARGEST, WHAT, too_large

REDIRECTS = frozenset((301, 302, 303, 307, 308))
_TYPES = frozenset(
    ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "multipart/related", "application/pdf",
     "application/rtf", "text/rtf", "application/epub+zip", "message/rfc822",
     "application/vnd.oasis.opendocument.text",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
)  # fmt: skip
_SILENCE = 10
_CHUNK = 1 << 16
_SAID = {
    401: ("it wants a name and a password", "Open it in a browser where you are signed in, and save the page."),
    402: ("it wants to be paid", "Open it in a browser where you have paid, and save the page."),
    403: ("it does not let FactDesk have it", "Open it in a browser and save the page."),
    404: ("there is no such page", "Look at the address, or for an archived copy of the page."),
    410: ("the page was taken away", "Look for an archived copy of it."),
    429: ("it was asked too often", "Wait a while, or save the page in a browser."),
}
_OTHER = "Open it in a browser and save the page."


class Exchange:
    """One request under way; ``stop`` may be called from another thread."""

    def __init__(self, place: Place, received: Callable[[int, int], None]) -> None:
        self._place, self._received = place, received
        self._socket: socket.socket | None = None

    def stop(self) -> None:
        """Break the connection off."""
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def ask(self) -> tuple[str, str, bytes]:
        """Return where it is sent on to (or ""), the media type, and the bytes.

        Raises:
            UnreadableArticleError: the answer is no article, or too much.
            OSError, http.client.HTTPException: the connection failed.
        """
        place = self._place
        connection = http.client.HTTPConnection(place.host, place.port, timeout=_SILENCE)
        connection.sock = self._socket = self._connected()
        try:
            connection.request("GET", place.target, headers=_headers(place))
            with connection.getresponse() as response:
                if response.status in REDIRECTS:
                    return response.headers.get("Location", "").strip() or _refuse(response.status), "", b""
                return "", response.headers.get("Content-Type", ""), self._body(response)
        finally:
            connection.close()

    def _connected(self) -> socket.socket:
        bare = socket.create_connection((self._place.number, self._place.port), timeout=_SILENCE)
        if self._place.scheme == "http":
            return bare
        try:
            return ssl.create_default_context().wrap_socket(bare, server_hostname=self._place.host)
        except BaseException:
            bare.close()
            raise

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        if response.status != http.client.OK:
            _refuse(response.status)
        kind = response.headers.get_content_type() if "Content-Type" in response.headers else "text/html"
        if kind not in _TYPES:
            raise UnreadableArticleError(WHAT, f"what is there is no article but {kind[:80]}", "Give another address.")
        total = response.length or 0
        if total > LARGEST:
            raise too_large("What is there", total, LARGEST)
        unpack = _unpacker(response.headers.get("Content-Encoding", ""))
        held = bytearray()
        received = 0
        while piece := response.read1(_CHUNK):
            received += len(piece)
            held += unpack(piece, LARGEST + 1 - len(held))
            if len(held) > LARGEST or received > LARGEST:
                raise too_large("What is there", max(len(held), received), LARGEST)
            self._received(received, total)
        if response.length:
            raise http.client.IncompleteRead(bytes(held), response.length)
        return bytes(held)


def _headers(place: Place) -> dict[str, str]:
    standard = {"http": 80, "https": 443}[place.scheme] == place.port
    host = f"[{place.host}]" if ":" in place.host else place.host
    return {
        "Host": host if standard else f"{host}:{place.port}",
        "User-Agent": f"FactDesk/{__version__}",
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _unpacker(encoding: str) -> Callable[[bytes, int], bytes]:
    if encoding.strip().lower() in ("", "identity"):
        return lambda piece, _most: piece
    if encoding.strip().lower() not in ("gzip", "x-gzip", "deflate"):
        raise UnreadableArticleError(WHAT, f"it came packed as {encoding[:40]}", _OTHER)
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32).decompress


def _refuse(status: int) -> str:
    why, remedy = _SAID.get(status, (f"its machine answered with an error ({status})", _OTHER))
    raise UnreadableArticleError(WHAT, why, remedy)
