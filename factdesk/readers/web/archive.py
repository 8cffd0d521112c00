"""A page saved whole by a browser (MHTML). Imported only by the guard: ``guarded("factdesk.readers.web.archive")``."""

from __future__ import annotations

import encodings
import importlib
import pkgutil
from email import message_from_bytes, policy
from email.message import EmailMessage

from factdesk.errors import UnreadableArticleError
from factdesk.readers.encoding import decode
from factdesk.readers.files import WHAT
from factdesk.readers.reading import Reading
from factdesk.readers.web.declared import declared
from factdesk.readers.web.page import reading_of

_UNUSED = ("encodings.mbcs", "encodings.oem")
for _codec in pkgutil.iter_modules(encodings.__path__, "encodings."):  # what a mail may be written in is loaded now
    if _codec.name not in _UNUSED:
        importlib.import_module(_codec.name)
message_from_bytes(b"Subject: =?utf-8?q?x?=\n\n", policy=policy.default).get("Subject")


def read(data: bytes) -> Reading:
    """Read the first page in ``data``; pictures, styles and frames of the archive are left where they are.

    Raises:
        UnreadableArticleError: there is no page in it.
    """
    message = message_from_bytes(data, policy=policy.default)
    page = next(
        (part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
    payload = page.get_payload(decode=True) if isinstance(page, EmailMessage) else None
    if not isinstance(page, EmailMessage) or not isinstance(payload, bytes):
        raise UnreadableArticleError(WHAT, "no page is in this archive", "Save the page again, as HTML alone.")
    decoded = decode(payload, page.get_content_charset() or declared(payload))
    if decoded is None:
        raise UnreadableArticleError(WHAT, "the page in it is in no known encoding", "Copy its words and paste them.")
    address = page.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
    return reading_of(decoded.text, str(address).strip())
