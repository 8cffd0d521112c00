"""Where an address leads: which machine, and whether it is one of the person's own network."""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from factdesk.errors import UnreadableArticleError
from factdesk.readers.files import WHAT

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000
_WRAPPING = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
"""Networks whose last four bytes are such a number: what gateways translate, and an old way of writing it."""

LookUp = Callable[[str, int], str]
"""From a host and a port to the IP address to connect to; raises OSError where there is none."""


class PrivateAddressError(UnreadableArticleError):
    """The address leads into a private network; a person may allow what answers there.

    Attributes:
        machine: what would have to be allowed: host and port.
    """

    def __init__(self, machine: str, number: str) -> None:
        self.machine = machine
        why = f"{machine} ({number}) is a machine of this computer or of its own network, not of the public web"
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


def looked_up(host: str, port: int) -> str:
    """Ask the system for the number of ``host``; only the first of several is taken."""
    return str(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0])


def place_of(address: str, allowed: Collection[str], look_up: LookUp = looked_up) -> Place:
    """Look up where ``address`` leads; once.

    Args:
        allowed: what may be of a private network: a host with its port (``intranet:8080``), or alone for the usual
            port of the web. Another port of the same machine is another program, and asked about anew.

    Raises:
        PrivateAddressError: it leads to a machine that is not public, and it is not allowed.
        UnreadableArticleError: it is no web address, or its name is not known.
    """
    parts, port = _parts(address)
    host = host_asked(parts.hostname or "")
    try:
        number = look_up(host, port)
    except OSError:
        remedy = "Look at the spelling, and at whether this computer is online; or open a saved file."
        raise UnreadableArticleError(WHAT, f"no machine called {host} was found", remedy) from None
    named = f"[{host}]" if ":" in host else host
    machine = f"{named}:{port}"
    usual = {host, named} if port == _PORTS[parts.scheme.lower()] else set()
    if not usual.union((machine,)).intersection(allowed) and not _is_public(number):
        raise PrivateAddressError(machine, number)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    target = "".join(char if "!" <= char <= "~" else _quoted(char) for char in target)
    return Place(address, parts.scheme.lower(), host, port, number, target)


def host_asked(host: str) -> str:
    """Return ``host`` as the network knows it: letters beyond ASCII written as it writes them, no dot at the end.

    Raises:
        UnicodeError: it can be no name.
    """
    return host if _is_number(host) else host.rstrip(".").encode("idna").decode("ascii").lower()


def _parts(address: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS[parts.scheme.lower()]
        named = bool(parts.hostname) and len(address) <= _LONGEST
        host_asked(parts.hostname or "")
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


def _is_public(number: str) -> bool:
    known = ip_address(number.partition("%")[0])
    if isinstance(known, IPv6Address) and (inner := _inside(known)) is not None:
        return _is_public(str(inner))
    return known.is_global and not known.is_multicast


def _inside(number: IPv6Address) -> IPv4Address | None:
    """Return the number of the old kind that one of the new kind only wraps."""
    wrapped = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
    if wrapped is None and any(number in network for network in _WRAPPING):
        return IPv4Address(number.packed[-4:])
    return wrapped


def _quoted(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
