"""A server on this machine that answers as it is told: rightly, or not."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"<!DOCTYPE html><p>The bridge is <a href='/files/plan'>shut</a>.</p>"
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers each path by the row of ``ANSWERS`` with its name."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))  # type: ignore[attr-defined]
        try:
            ANSWERS.get(self.path, not_there)(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def give(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    @property
    def leaving(self) -> threading.Event:
        return self.server.leaving  # type: ignore[attr-defined, no-any-return]


def not_there(handler: Handler) -> None:
    handler.give(404)


def sent_on(to: str) -> Answer:
    return lambda handler: handler.give(302, Location=to)


def one_byte_a_second(handler: Handler) -> None:
    handler.give(200, Content_Type="text/html", Content_Length="100000")
    while not handler.leaving.wait(1):
        handler.wfile.write(b"x")


def headers_without_end(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not handler.leaving.wait(1):
        handler.wfile.write(b"X")


def endless(handler: Handler) -> None:
    handler.give(200, Content_Type="text/html")
    while not handler.leaving.is_set():
        handler.wfile.write(b"<p>more</p>" * 50_000)


ANSWERS: dict[str, Answer] = {
    "/page": lambda h: h.give(200, PAGE, Content_Type="text/html; charset=utf-8", Set_Cookie="id=1"),
    "/packed": lambda h: h.give(200, gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip"),
    "/moved": sent_on("/page"),
    "/loop": sent_on("/loop-back"),
    "/loop-back": sent_on("/loop"),
    "/to-file": sent_on("file:///etc/hostname"),
    "/to-nowhere": lambda h: h.give(302),
    "/to-neighbour": sent_on("http://127.0.0.2:9/secret"),
    "/slow": one_byte_a_second,
    "/slow-headers": headers_without_end,
    "/endless": endless,
    "/bomb": lambda h: h.give(200, gzip.compress(bytes(80 << 20)), Content_Type="text/html", Content_Encoding="gzip"),
    "/announced": lambda h: h.give(200, b"x", Content_Type="text/html", Content_Length=str(1 << 40)),
    "/picture": lambda h: h.give(200, b"\x89PNG", Content_Type="image/png"),
    "/locked": lambda h: h.give(401, WWW_Authenticate="Basic"),
    "/broken": lambda h: h.give(500),
    "/cut": lambda h: h.give(200, PAGE, Content_Type="text/html", Content_Length="5000"),
    "/cut-packed": lambda h: h.give(200, b"\x1f\x8bjunk", Content_Type="text/html", Content_Encoding="gzip"),
    "/other-packing": lambda h: h.give(200, b"x", Content_Type="text/html", Content_Encoding="br"),
    "/no-http": lambda h: h.wfile.write(b"\x00\x01 not a web server\r\n\r\n") and None,
} | {f"/hop{nth}": sent_on(f"/hop{nth + 1}") for nth in range(20)}


@contextmanager
def serving() -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """Yield the server's address and what it was asked: path and headers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    asked: list[tuple[str, dict[str, str]]] = []
    server.asked, server.leaving = asked, threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.leaving.set()  # type: ignore[attr-defined]
        server.shutdown()
        server.server_close()
        thread.join()
