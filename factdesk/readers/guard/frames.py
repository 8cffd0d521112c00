"""What passes between a reader's process and FactDesk: numbered bytes and JSON, never pickles.

A frame is one letter, eight bytes of length and that many bytes. The reader's process is not believed: whatever does
not look as it should raises ``BrokenFrameError``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from factdesk.model.draft import Alternative
from factdesk.model.remark import Remark, RemarkKind
from factdesk.model.version import Block, BlockKind, Link, PageStart
from factdesk.readers.reading import Reading, Stated
from factdesk.text.spans import Span

PROGRESS, READING, BYTES, REFUSAL, FAILURE = b"p", b"r", b"b", b"u", b"f"
_LENGTH = 8
_HEAD = 1 + _LENGTH
_CHUNK = 1 << 20
_HALF = re.compile("[\ud800-\udfff]")


class BrokenFrameError(Exception):
    """The other side sent what no reader sends."""


class TooMuchError(Exception):
    """The other side sent more than it may."""


def frame(kind: bytes, payload: bytes) -> bytes:
    """Return one frame."""
    return kind + len(payload).to_bytes(_LENGTH, "big") + payload


def frames(read: Callable[[int], bytes], most: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and payload of each frame until the stream ends.

    Args:
        read: returns at most so many bytes, and none at the end.
        most: bytes in all.

    Raises:
        TooMuchError, BrokenFrameError: of what comes is too much, or it ends inside a frame.
    """
    left = most
    while head := _whole(read, _HEAD, may_end=True):
        size = int.from_bytes(head[1:], "big")
        left -= _HEAD + size
        if left < 0:
            raise TooMuchError
        yield head[:1], _whole(read, size)


def _whole(read: Callable[[int], bytes], size: int, *, may_end: bool = False) -> bytes:
    held = bytearray()
    while len(held) < size:
        piece = read(min(size - len(held), _CHUNK))
        if not piece:
            if may_end and not held:
                return b""
            raise BrokenFrameError
        held += piece
    return bytes(held)


def pack(reading: Reading) -> bytes:
    """Return ``reading`` as JSON bytes; half a character, which no file may hold, becomes U+FFFD in its place."""
    held: dict[str, Any] = {
        "text": reading.text,
        "blocks": [[str(block.kind), *block.span, block.level] for block in reading.blocks],
        "structured": reading.structured,
        "judged": reading.judged,
        "stated": {name: [one.value, one.origin] for name, one in reading.stated.items()},
        "set_aside": [[*span, why, span in reading.disputed] for span, why in reading.set_aside],
        "doubted": [[*span, why] for span, why in reading.doubted],
        "notices": reading.notices,
        "links": [[*link.span, link.address] for link in reading.links],
        "remarks": [[*remark.span, str(remark.kind), remark.text, remark.by] for remark in reading.remarks],
        "pages": [[page.start, page.label] for page in reading.pages],
        "alternatives": [asdict(one) for one in reading.alternatives],
    }
    said = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    try:
        return said.encode("utf-8")
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", said).encode("utf-8")


def unpack(data: bytes) -> Reading:
    """Return the reading that ``pack`` made ``data`` of.

    Raises:
        BrokenFrameError: it is none, or its places do not lie in its text in order.
    """
    try:
        reading = _reading(json.loads(data))
        reading.text.encode("utf-8")  # half a character, escaped, would pass JSON
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as trouble:
        raise BrokenFrameError from trouble
    if not _in_place(reading):
        raise BrokenFrameError
    return reading


def progress(data: bytes) -> tuple[int, int]:
    """Return done and total.

    Raises:
        BrokenFrameError: there are no two numbers.
    """
    try:
        done, total = map(_count, json.loads(data))
    except (ValueError, TypeError, RecursionError) as trouble:
        raise BrokenFrameError from trouble
    return done, total


def lacking(data: bytes) -> list[tuple[str, bool]]:
    """Return the walls that a reader's process did without: what each is called, and whether it was needed.

    Raises:
        BrokenFrameError: there are no such pairs.
    """
    try:
        return [(_words(name), _yes_or_no(needed)) for name, needed in json.loads(data)]
    except (ValueError, TypeError, RecursionError) as trouble:
        raise BrokenFrameError from trouble


def refusal(data: bytes) -> tuple[str, str, str]:
    """Return what, why and remedy of a refusal, each cut to a length that a person reads.

    Raises:
        BrokenFrameError: it is none.
    """
    try:
        what, why, remedy = (_words(part)[:600] for part in json.loads(data))
    except (ValueError, TypeError, RecursionError) as trouble:
        raise BrokenFrameError from trouble
    if not remedy:
        raise BrokenFrameError
    return what, why, remedy


def _reading(held: dict[str, Any]) -> Reading:
    return Reading(
        text=_words(held["text"]),
        blocks=tuple(
            Block(BlockKind(kind), _span(start, end), _count(level)) for kind, start, end, level in held["blocks"]
        ),
        structured=bool(held["structured"]),
        judged=bool(held["judged"]),
        stated={
            _words(name): Stated(_words(value), _words(origin)) for name, (value, origin) in held["stated"].items()
        },
        set_aside=tuple((_span(start, end), _words(why)) for start, end, why, _ in held["set_aside"]),
        disputed=frozenset(_span(start, end) for start, end, _, disputed in held["set_aside"] if disputed),
        doubted=tuple((_span(start, end), _words(why)) for start, end, why in held["doubted"]),
        notices=tuple(map(_words, held["notices"])),
        links=tuple(Link(_span(start, end), _words(address)) for start, end, address in held["links"]),
        remarks=tuple(
            Remark(_span(start, end), RemarkKind(kind), _words(text), _words(by))
            for start, end, kind, text, by in held["remarks"]
        ),
        pages=tuple(PageStart(_count(start), _words(label)) for start, label in held["pages"]),
        alternatives=tuple(
            Alternative(_words(one["field"]), _words(one["value"]), _words(one["origin"]))
            for one in held["alternatives"]
        ),
    )


def _span(start: object, end: object) -> Span:
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError
    return Span(start, end)


def _count(value: object) -> int:
    """Return ``value`` where it is a number that Qt and SQLite can hold."""
    if not isinstance(value, int) or not 0 <= value < 1 << 31:
        raise TypeError
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _in_place(reading: Reading) -> bool:
    length, end = len(reading.text), 0
    for block in reading.blocks:
        if block.span.start < end or not block.span.within(length):
            return False
        end = block.span.end
    places = [span for span, _ in reading.set_aside]
    places += [span for span, _ in reading.doubted]
    places += [link.span for link in reading.links]
    places += [remark.span for remark in reading.remarks]
    return all(span.within(length) for span in places) and all(0 <= page.start <= length for page in reading.pages)
