"""What a document's own properties say of it (Dublin Core, as Word, OpenDocument and EPUB use it)."""

from __future__ import annotations

import re

from lxml import etree

from factdesk.readers.composing import Composer
from factdesk.readers.papers.package import local
from factdesk.readers.reading import Stated

_ORIGIN = "document properties"
_FIELDS = {
    "title": "title",
    "creator": "byline",
    "initial-creator": "byline",
    "publisher": "publisher",
    "language": "language",
}
_NOBODY = frozenset(("", "unknown", "author", "user", "microsoft office user", "windows user", "python-docx", "root"))
"""Names that programs put in where nobody gave one."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")


def state(composer: Composer, root: etree._Element | None) -> None:
    """Let the composer know what the properties under ``root`` state; dates of saving are no dates of publishing."""
    for element in root.iter(etree.Element) if root is not None else ():
        field = _FIELDS.get(local(element), "")
        value = " ".join((element.text or "").split())
        if not field or field in composer.stated or value.lower() in _NOBODY:
            continue
        if field != "language" or _LANGUAGE.match(value):
            composer.stated[field] = Stated(value, _ORIGIN)
