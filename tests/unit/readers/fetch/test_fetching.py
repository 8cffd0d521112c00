"""Fetching an address: one visit, within limits, against a server that does not behave."""

from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from factdesk.errors import UnreadableArticleError
from factdesk.readers.fetch import fetching
from factdesk.readers.fetch.fetching import fetch
from factdesk.readers.fetch.place import PrivateAddressError, place_of
from factdesk.readers.source import unwatched
from tests.unit.readers.fetch.server import ANSWERS, PAGE, sent_on, serving

Asked = list[tuple[str, dict[str, str]]]


@pytest.fixture
def server() -> Iterator[tuple[str, Asked]]:
    with serving() as running:
        yield running


def at(address: str) -> tuple[str, ...]:
    """Consent to the machine and port of an address."""
    return (address.partition("//")[2].partition("/")[0],)


def refused(address: str) -> str:
    with pytest.raises(UnreadableArticleError) as caught:
        fetch(address, unwatched, allowed=at(address))
    assert caught.value.remedy.endswith(".")
    return caught.value.why


@pytest.mark.parametrize("path", ["/page", "/packed"])
def test_a_page_is_fetched_as_it_is(server: tuple[str, Asked], path: str) -> None:
    got = fetch(server[0] + path, unwatched, allowed=at(server[0]))
    assert (got.data, got.address, got.hops) == (PAGE, server[0] + path, (server[0] + path,))
    assert got.media_type.startswith("text/html")


def test_every_hop_is_told_and_no_cookie_goes_along(server: tuple[str, Asked]) -> None:
    base, asked = server
    got = fetch(f"{base}/moved", unwatched, allowed=at(base))
    assert got.hops == (f"{base}/moved", f"{base}/page")
    assert [path for path, _ in asked] == ["/moved", "/page"]
    fetch(f"{base}/page", unwatched, allowed=at(base))
    assert not any("cookie" in name.lower() for _, headers in asked for name in headers)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/loop", "without an end"),
        ("/hop0", "without an end"),
        ("/to-file", "no address of the web"),
        ("/to-nowhere", "error"),
        ("/to-neighbour", "127.0.0.2"),
        ("/endless", "64 MB"),
        ("/bomb", "64 MB"),
        ("/announced", "64 MB"),
        ("/picture", "image/png"),
        ("/locked", "password"),
        ("/gone", "no such page"),
        ("/broken", "500"),
        ("/cut", "broke off"),
        ("/cut-packed", "broke off"),
        ("/other-packing", "packed"),
        ("/no-http", "no web page"),
    ],
)
def test_what_misbehaves_ends_in_one_sentence(server: tuple[str, Asked], path: str, why: str) -> None:
    start = time.monotonic()
    assert why in refused(server[0] + path)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("path", ["/slow", "/slow-headers"])
def test_a_server_that_drips_is_left(server: tuple[str, Asked], path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 2)
    assert "longer than 2 seconds" in refused(server[0] + path)


def test_the_person_stops_it_at_once(server: tuple[str, Asked]) -> None:
    class StoppedError(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    start = time.monotonic()
    with pytest.raises(StoppedError):
        fetch(f"{server[0]}/slow", stop, allowed=at(server[0]))
    assert time.monotonic() - start < 3


def test_a_machine_that_is_not_there_is_said() -> None:
    with serving() as (base, _):
        pass
    assert "could not be reached" in refused(f"{base}/page")


@pytest.mark.parametrize(
    "address",
    ["file:///etc/hostname", "ftp://a.example/x", "javascript:alert(1)", "a.example/x", "http://", "http://[::1",
     "http://a.example:99999/", "http://" + "a" * 5000, "", "http://a b.example/x\r\nHost: y"],
)  # fmt: skip
def test_only_addresses_of_the_web_are_asked(address: str) -> None:
    assert refused(address)


def test_a_name_and_password_in_the_address_are_refused() -> None:
    assert "password" in refused("http://me:secret@127.0.0.1/page")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.0", "224.0.0.1", "[::1]",
     "[::ffff:10.0.0.1]", "[fe80::1]", "[fd00::1]", "2130706433", "0x7f.1", "[2002:7f00:1::]",
     "0177.0.0.1", "localhost.", "LOCALHOST", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[::7f00:1]", "[::]", "127.1",
     "100.64.0.1", "\u2460\u2461\u2466.0.0.1"],
)  # fmt: skip
def test_a_private_machine_is_asked_only_with_consent(host: str) -> None:
    with pytest.raises(PrivateAddressError):
        place_of(f"http://{host}/", ())


def test_a_name_that_changes_its_mind_is_asked_once_and_what_it_said_is_connected_to(
    server: tuple[str, Asked],
) -> None:
    """DNS rebinding: a public number for the look, the machine's own for the visit."""
    port = server[0].rpartition(":")[2]
    answers = ["127.0.0.1", "127.0.0.2", "169.254.169.254"]
    names: list[str] = []

    def changing(host: str, _port: int) -> str:
        names.append(host)
        return answers[len(names) - 1]

    got = fetch(f"http://turning.test:{port}/page", unwatched, allowed=(f"turning.test:{port}",), look_up=changing)
    assert (got.data, names) == (PAGE, ["turning.test"])


def test_each_hop_is_held_against_what_its_name_says_then(server: tuple[str, Asked]) -> None:
    base, asked = server
    port = base.rpartition(":")[2]
    numbers = {"known.test": "127.0.0.1", "hidden.test": "127.0.0.1"}
    ANSWERS["/to-hidden"] = sent_on(f"http://hidden.test:{port}/page")
    with pytest.raises(PrivateAddressError, match=rf"hidden\.test:{port} \(127\.0\.0\.1\)"):
        fetch(
            f"http://known.test:{port}/to-hidden",
            unwatched,
            allowed=(f"known.test:{port}",),
            look_up=lambda host, _port: numbers[host],
        )
    assert [path for path, _ in asked] == ["/to-hidden"], "the private machine was not asked"


def test_a_public_name_with_a_private_number_needs_consent_and_nothing_goes_out(server: tuple[str, Asked]) -> None:
    base, asked = server
    with pytest.raises(PrivateAddressError):
        fetch(f"http://public.example:{base.rpartition(':')[2]}/page", unwatched, look_up=lambda *_: "127.0.0.1")
    assert asked == []


@pytest.mark.parametrize(
    ("address", "allowed"),
    [("http://localhost/", "localhost"), ("https://localhost/", "localhost"), ("http://localhost/", "localhost:80"),
     ("http://[::1]:8080/", "[::1]:8080")],
)  # fmt: skip
def test_a_host_alone_is_allowed_at_the_usual_port(address: str, allowed: str) -> None:
    assert place_of(address, (allowed,), lambda *_: "127.0.0.1").number == "127.0.0.1"


def test_another_port_of_an_allowed_machine_is_another_program_and_needs_consent(server: tuple[str, Asked]) -> None:
    base, asked = server
    with serving() as (other, asked_of_other), pytest.raises(PrivateAddressError) as caught:
        ANSWERS["/to-other-port"] = sent_on(f"{other}/page")
        fetch(f"{base}/to-other-port", unwatched, allowed=(*at(base), "127.0.0.1"))
    assert caught.value.machine == urlsplit(other).netloc
    assert ([path for path, _ in asked], asked_of_other) == (["/to-other-port"], [])


def test_a_proxy_named_in_the_environment_is_not_asked(
    server: tuple[str, Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    base, asked = server
    with serving() as (proxy, asked_of_proxy):
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
        monkeypatch.delenv("no_proxy", raising=False)
        assert fetch(f"{base}/page", unwatched, allowed=at(base)).data == PAGE
    assert len(asked) == 1
    assert asked_of_proxy == []


def test_the_number_is_looked_up_once_and_is_what_is_connected_to() -> None:
    place = place_of("http://localhost:8080/a b?c=é#d", ("localhost:8080",))
    assert place.number in ("127.0.0.1", "::1")
    assert (place.port, place.target) == (8080, "/a%20b?c=%C3%A9")


def test_a_public_number_needs_no_consent() -> None:
    assert place_of("https://93.184.215.14/x", ()).port == 443
