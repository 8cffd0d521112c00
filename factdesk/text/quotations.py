"""Quotations of a text: stretches in quotation marks, of any language that pairs them."""

from __future__ import annotations

import re

from factdesk.text.spans import Span

_QUOTATION = re.compile(
    r"“[^”\n]*(?:”|$)"
    r"|„[^„“”\n]*[“”]"
    r"|«[^»\n]*(?:»|$)"
    r"|「[^「」\n]*」|『[^『』\n]*』"
    r"|(?<![^\s(\[—–-])\"(?=\S)[^\"\n]*(?:\"|$)"
    r"|(?<![^\s(\[—–-])‘(?=\S)[^‘’\n]*(?:’\w[^‘’\n]*)*’(?!\w)",
    re.MULTILINE,
)


def quotations(text: str) -> list[Span]:
    """Return what stands in quotation marks, marks included, in reading order.

    A quotation that is opened and not closed runs to the end of its paragraph, as printers do when
    it goes on in the next one. Apostrophes and inch marks are no quotation marks. Not nested: the
    outer pair counts.
    """
    return [Span(*found.span()) for found in _QUOTATION.finditer(text)]
