"""E-mails (.eml): the subject as title, the body, what is quoted in it and its signature set aside (RFC 5322, 2045)."""

from __future__ import annotations

import email
import re
from contextlib import suppress
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from factdesk.model.version import BlockKind
from factdesk.readers.composing import Composer
from factdesk.readers.encoding import decode
from factdesk.readers.papers.encodings_at_hand import load_encodings
from factdesk.readers.papers.package import damaged
from factdesk.readers.papers.pages import add_page
from factdesk.readers.reading import Reading, Stated
from factdesk.readers.texts import plain
from factdesk.text.spans import Span

_HEADERS = ("From", "To", "Cc", "Date")
_HEAD = "mail header"
_QUOTED = re.compile(
    r">|(?:On|Am|Le|El) .{5,200}(?:wrote|schrieb|a écrit|escribió)\s*:$|-{3,} ?(?:Original|Forwarded) ", re.I
)
_SIGNATURE = re.compile(r"-- ?$", re.MULTILINE)
_TYPES = {"text/html": 2, "text/plain": 1}
_MOST_PARTS = 1000


def read(data: bytes) -> Reading:
    """Read an e-mail.

    Raises:
        UnreadableArticleError: it has no headers of one, or no text.
    """
    message = email.message_from_bytes(data)
    if not any(_header(message, name) for name in ("From", "Date", "Subject")):
        raise damaged("it has no header of an e-mail")
    composer = Composer()
    _heads(composer, message)
    parts = [part for nth, part in enumerate(message.walk()) if nth < _MOST_PARTS and not part.is_multipart()]
    body = max(parts, key=_rank, default=None)
    if body is not None and _rank(body):
        _body(composer, body)
    left = [name for part in parts if part is not body and (name := _name(part))]
    if left:
        composer.notices.append(f"Attachments are not read; open them on their own: {', '.join(left)}.")
    return composer.reading()


def _heads(composer: Composer, message: Message) -> None:
    subject = _header(message, "Subject")
    if subject:
        composer.open(BlockKind.TITLE, 1)
        composer.say(subject)
        composer.stated["title"] = Stated(subject, "subject of the e-mail")
    for name in _HEADERS:
        if value := _header(message, name):
            composer.open(BlockKind.PARAGRAPH)
            start = composer.at
            composer.say(f"{name}: {value}")
            composer.set_aside(Span(start, composer.at), _HEAD)
    composer.close()
    sender = _header(message, "From").partition("<")[0].strip(' "')
    if sender and "@" not in sender:
        composer.stated["byline"] = Stated(sender, "sender of the e-mail")
    if day := _day(_header(message, "Date")):
        composer.stated["published"] = Stated(day, "date of the e-mail")


def _body(composer: Composer, part: Message) -> None:
    words = _decoded(part)
    if part.get_content_type() == "text/html":
        add_page(composer, words)
        return
    signature = next((found.start() for found in _SIGNATURE.finditer(words)), len(words))
    for block in plain.read(words).blocks:
        said = words[slice(*block.span)]
        composer.open(block.kind, block.level)
        start = composer.at
        composer.say(said)
        if block.span.start >= signature:
            composer.set_aside(Span(start, composer.at), "signature")
        elif _QUOTED.match(said):
            composer.set_aside(Span(start, composer.at), "quoted mail")
        composer.close()


def _rank(part: Message) -> int:
    return 0 if part.get_content_disposition() == "attachment" else _TYPES.get(part.get_content_type(), 0)


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    decoded = decode(payload, str(part.get_content_charset(""))) if isinstance(payload, bytes) else None
    return decoded.text if decoded else ""


def _header(message: Message, name: str) -> str:
    """Return a header's words on one line; as they stand where their code is broken."""
    raw = str(message.get(name, ""))
    with suppress(MessageError, LookupError, ValueError):
        raw = str(make_header(decode_header(raw)))
    return " ".join(raw.split())


def _name(part: Message) -> str:
    return " ".join((str(part.get_filename(""))).split())


def _day(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat() if date else ""
    except ValueError:
        return ""


_EVERYTHING = b"""From: A <a@example.org>
Subject: =?utf-8?q?a?= =?iso-8859-1?b?YQ==?=
Date: Mon, 2 Mar 2026 10:00:00 +0000
Content-Type: text/plain; charset=utf-8; name*=utf-8''a.txt
Content-Disposition: inline; filename=a.txt
Content-Transfer-Encoding: %s

YQ==
"""
load_encodings()
for _coding in (b"base64", b"quoted-printable", b"7bit"):
    read(_EVERYTHING % _coding)  # loads what email loads late: where readers run, nothing is imported once they read
