"""Where an address leads: which machine, and whether it is one of the person's own network."""

from __future__ import annotations

import socket
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from factdesk.errors import UnreadableArticleError
from factdesk.readers.files import WHAT

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000


class PrivateAddressError(UnreadableArticleError):
    """The address leads into a private network; a person may allow its host.

    Attributes:
        host: what would have to be allowed.
    """

    def __init__(self, host: str, number: str) -> None:
        self.host = host
        why = f"{host} ({number}) is a machine of this computer or of its own network, not of the public web"
        super().__init__(
            WHAT, why, "Allow it if you know that machine, or save the page in a browser and open the file."
        )


@dataclass(frozen=True, slots=True)
class Place:
    """One machine to ask, its name looked up once.

    Attributes:
        number: its IP address; nothing else is connected to, whatever the name says a moment later.
        target: path and query.
    """

    address: str
    scheme: str
    host: str
    port: int
    number: str
    target: str


def place_of(address: str, allowed: Collection[str]) -> Place:
    """Look up where ``address`` leads.

    Args:
        allowed: hosts that may be of a private network.

    Raises:
        PrivateAddressError: it leads to a machine that is not public, and its host is not allowed.
        UnreadableArticleError: it is no web address, or its name is not known.
    """
    parts, port = _parts(address)
    host = (
        (parts.hostname or "").encode("idna").decode("ascii")
        if not _is_number(parts.hostname or "")
        else parts.hostname
    )
    number = _number(host or "", port)
    if host not in allowed and not _is_public(number):
        raise PrivateAddressError(host or "", number)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    target = "".join(char if "!" <= char <= "~" else _quoted(char) for char in target)
    return Place(address, parts.scheme.lower(), host or "", port, number, target)


def _parts(address: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS[parts.scheme.lower()]
        named = bool(parts.hostname) and len(address) <= _LONGEST
        (parts.hostname or "").encode("idna")
    except (ValueError, KeyError):
        named = False
        port = 0
    if not named:
        why = f"“{address[:200]}” is no address of the web"
        raise UnreadableArticleError(WHAT, why, "Give one that begins with http:// or https://.")
    if parts.username is not None or parts.password is not None:
        raise UnreadableArticleError(WHAT, "the address holds a name and a password", "Give it without them.")
    return parts, port


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _number(host: str, port: int) -> str:
    try:
        return str(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0])
    except OSError:
        remedy = "Look at the spelling, and at whether this computer is online; or open a saved file."
        raise UnreadableArticleError(WHAT, f"no machine called {host} was found", remedy) from None


def _is_public(number: str) -> bool:
    known = ip_address(number.partition("%")[0])
    if isinstance(known, IPv6Address):
        inner = known.ipv4_mapped or known.sixtofour or (known.teredo or (None, None))[1]
        if inner is not None:
            return _is_public(str(inner))
    return known.is_global and not known.is_multicast


def _quoted(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
