"""Fetching one article from the web: one visit, asked for, within limits, every step of the way told."""

from __future__ import annotations

import http.client
import ssl
import threading
import time
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urljoin

from factdesk.errors import UnreadableArticleError
from factdesk.readers.fetch.answer import Exchange
from factdesk.readers.fetch.place import LookUp, looked_up, place_of
from factdesk.readers.files import WHAT
from factdesk.readers.source import OnProgress

SECONDS = 30
"""For the whole visit."""

MOST_HOPS = 8
_POLL = 0.1
_SAVE = "Open it in a browser and save the page, or try again later."


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was fetched.

    Attributes:
        address: where it came from in the end.
        media_type: as the server gave it, with its charset.
        hops: every address asked, the first one first.
    """

    data: bytes
    address: str
    media_type: str
    hops: tuple[str, ...]


def fetch(
    address: str, on_progress: OnProgress, *, allowed: Collection[str] = (), look_up: LookUp = looked_up
) -> Fetched:
    """Fetch what is at ``address``.

    Args:
        allowed: hosts and ports of a private network that the person agreed to; no other is asked, nor by a redirect.
        look_up: asked once for each hop; what it says is what is held to be public or not, and connected to.

    Raises:
        PrivateAddressError: it leads to a machine that is not public and not in ``allowed``.
        UnreadableArticleError: there is no article, it is too large, takes too long, or goes round in circles.
        Exception: whatever ``on_progress`` raised; the connection is broken off.
    """
    visit = _Visit(address.strip(), allowed, look_up)
    until = time.monotonic() + SECONDS
    thread = threading.Thread(target=visit.go, name="fetching an article", daemon=True)
    thread.start()
    try:
        while not visit.ended.wait(_POLL):
            if time.monotonic() > until:
                raise UnreadableArticleError(WHAT, f"fetching it took longer than {SECONDS} seconds", _SAVE)
            on_progress(*visit.progress)
    except BaseException:
        visit.stop()
        raise
    if visit.trouble is not None:
        raise visit.trouble
    assert visit.fetched is not None  # noqa: S101  a visit ends in one or the other
    return visit.fetched


class _Visit:
    """The visit, made in a thread so that it can be broken off at any moment."""

    def __init__(self, address: str, allowed: Collection[str], look_up: LookUp) -> None:
        self._address, self._allowed, self._look_up = address, allowed, look_up
        self._exchange: Exchange | None = None
        self._stopped = threading.Event()
        self.progress = (0, 0)
        self.fetched: Fetched | None = None
        self.trouble: Exception | None = None
        self.ended = threading.Event()

    def stop(self) -> None:
        self._stopped.set()
        if self._exchange is not None:
            self._exchange.stop()

    def go(self) -> None:
        try:
            self.fetched = self._follow()
        except UnreadableArticleError as trouble:
            self.trouble = trouble
        except (OSError, http.client.HTTPException, zlib.error) as trouble:
            self.trouble = _sentence(trouble)
        except Exception as bug:  # noqa: BLE001  carried over to whoever waits
            self.trouble = bug
        finally:
            self.ended.set()

    def _follow(self) -> Fetched:
        hops: list[str] = []
        address = self._address
        while not self._stopped.is_set():
            if address in hops or len(hops) >= MOST_HOPS:
                raise UnreadableArticleError(WHAT, "its address is sent on and on, without an end", _SAVE)
            hops.append(address)
            self._exchange = Exchange(place_of(address, self._allowed, self._look_up), self._received)
            if self._stopped.is_set():  # asked for before there was an exchange to stop
                break
            onward, media_type, data = self._exchange.ask()
            if not onward:
                return Fetched(data, address, media_type, tuple(hops))
            address = _onward(address, onward)
        raise ConnectionAbortedError

    def _received(self, done: int, total: int) -> None:
        self.progress = (done, total)


def _onward(address: str, onward: str) -> str:
    try:
        return urljoin(address, onward).partition("#")[0]
    except ValueError:
        raise UnreadableArticleError(WHAT, "it is sent on to what is no address", _SAVE) from None


def _sentence(trouble: Exception) -> UnreadableArticleError:
    if isinstance(trouble, ssl.SSLError):
        return UnreadableArticleError(WHAT, "its machine could not prove that it is the one it says", _SAVE)
    if isinstance(trouble, TimeoutError):
        return UnreadableArticleError(WHAT, "its machine does not answer", _SAVE)
    if isinstance(trouble, http.client.IncompleteRead | zlib.error):
        return UnreadableArticleError(WHAT, "it broke off before it was whole", "Try again.")
    if isinstance(trouble, http.client.HTTPException):
        return UnreadableArticleError(WHAT, "its machine answers with what is no web page", _SAVE)
    return UnreadableArticleError(WHAT, "its machine could not be reached", "Look at whether this computer is online.")
