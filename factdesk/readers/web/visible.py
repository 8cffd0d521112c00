"""Which parts of a page a reader of it cannot see, as far as the page's own source says so."""

from __future__ import annotations

import re
from typing import Final

from lxml import html

HIDDEN: Final = "hidden on the page"
UNHEARD: Final = "hidden from screen readers"

_UNSEEN_STYLE = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?\s*(?:[;!]|$)"
    r"|font-size\s*:\s*0*(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:[;!]|$)|text-indent\s*:\s*-\d{3,}"
    r"|(?:left|top)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)"
    r"|color\s*:\s*transparent)",
    re.IGNORECASE,
)


def why_unseen(element: html.HtmlElement) -> str:
    """Return why the words of ``element`` are not seen, or ""."""
    asked = element.get
    hidden, style = asked("hidden"), asked("style")
    if hidden is not None and hidden.lower() != "until-found":
        return HIDDEN
    if style and _UNSEEN_STYLE.search(style):
        return HIDDEN
    if element.tag == "dialog" and asked("open") is None:
        return HIDDEN
    return UNHEARD if (asked("aria-hidden") or "").lower() == "true" else ""
