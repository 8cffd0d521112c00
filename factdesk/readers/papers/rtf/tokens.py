"""The signs that a rich text file (.rtf) is made of. Format: Microsoft's RTF specification 1.9.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|[\r\n]+"
    rb"|(?P<plain>[^\\{}\r\n]+)"
)


class Token(NamedTuple):
    """One sign: a control word with its number, a brace, or bytes of text.

    Attributes:
        name: of a control word; "{" and "}"; a control symbol; "" for text.
        number: None where the word has none.
        data: the bytes of text.
    """

    name: str
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the signs of a file in order; what is no sign is passed over, binary data too."""
    at = 0
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None:
            at += 1
            continue
        at = found.end()
        word, number, byte, sign, brace, plain = found.groups()
        if word:
            value = int(number) if number else None
            if word == b"bin":
                at += max(0, value or 0)
            else:
                yield Token(word.decode("ascii"), value)
        elif byte:
            yield Token("", data=bytes.fromhex(byte.decode("ascii")))
        elif brace or (sign and sign not in b"\\{}"):
            yield Token((brace or sign).decode("latin-1"))
        elif plain or sign:
            yield Token("", data=plain or sign)
