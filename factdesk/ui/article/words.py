"""What the article pane says: the line under the title, stubs of furniture, and the tips of marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from factdesk.model.article import Article
from factdesk.model.version import BlockKind, Version
from factdesk.text.direction import has_right_to_left, reads_from_right
from factdesk.ui import written
from factdesk.ui.article.marks import Furniture, Mark, Sort
from factdesk.ui.claim import words

translate = QCoreApplication.translate

_PARTS = " · "
_FIRST = 400
"""Characters at the beginning of a text in which its title is looked for."""


def note(article: Article, version: Version, version_count: int, length: str) -> str:
    """Return what is known of the article in one line; the title only where the text has none."""
    details = article.details
    first = " ".join(version.text[:_FIRST].split())
    own_title = any(block.kind is BlockKind.TITLE for block in version.blocks)
    own_title = own_title or first.startswith(details.title.removesuffix("…"))
    numbered = translate("article", "version {0} of {1}").format(version.number, version_count)
    said = ("" if own_title else details.title, details.byline, details.publisher, day(details.published))
    parts = [part for part in (*said, numbered if version_count > 1 else "", length) if part]
    if reads_from_right(details.language, version.text) or any(has_right_to_left(part) for part in parts):
        parts = [f"\u2068{part}\u2069" for part in parts]  # each keeps its own direction, the row has the reader's
    return _PARTS.join(parts)


def named(note: str) -> str:
    """Return what the text is called aloud: an article, and what its note says of it."""
    return translate("article", "Article, {0}").format(note) if note else translate("article", "Article")


def as_length(count: int, unit: str) -> str:
    """Return in words how long a text is; empty where it holds none."""
    if not count:
        return ""
    if unit == "character":
        return translate("article", "{0} characters").format(written.count(count))
    return (
        translate("article", "1 word") if count == 1 else translate("article", "{0} words").format(written.count(count))
    )


def day(iso: str) -> str:
    """Return an ISO date as people write it; what is no whole date stays as it is."""
    date = QDate.fromString(iso, Qt.DateFormat.ISODate)
    return QLocale().toString(date, translate("article", "d MMMM yyyy")) if date.isValid() else iso


def stub(furniture: Furniture, blocks: int, *, hidden: bool) -> tuple[str, str]:
    """Return the words that stand for set-aside blocks, and the verb that shows or hides them."""
    said = (
        translate("article", "1 block set aside")
        if blocks == 1
        else translate("article", "{0} blocks set aside").format(blocks)
    )
    why = ", ".join(furniture.reasons)
    told = translate("article", "{0}: {1}").format(said, why) if why else said
    return f"{'▸' if hidden else '▾'} {told} — ", translate("article", "show") if hidden else translate(
        "article", "hide"
    )


def tip(marks: Sequence[Mark]) -> str:
    """Return what the marks over one place say, one line each."""
    return "\n".join(_tip(mark) for mark in marks)


def rise(earlier: str, later: str) -> str:
    """Return what the sign of risen certainty says: both tellings."""
    from html import escape

    told = translate("article", "Told more surely than before, with no new source between. A click opens the question.")
    before = translate("article", "Before: “{0}”").format(" ".join(earlier.split()))
    here = translate("article", "Here: “{0}”").format(" ".join(later.split()))
    return f"<p>{told}</p><p>{escape(before)}</p><p>{escape(here)}</p>"


def _tip(mark: Mark) -> str:
    if mark.claim is not None:
        found = words.verdict(mark.value) if mark.value is not None else words.not_decided()
        work = words.state(mark.claim.state, mark.claim.waiting_for)
        return translate("article", "Claim {0}: {1} · {2}").format(mark.number, found, work)
    if mark.suggestion is not None:
        reasons = dict.fromkeys(words.reason(reason.code) for reason in mark.suggestion.reasons)
        return _PARTS.join(
            (translate("article", "Suggested: {0}").format(words.suggestion_kind(mark.suggestion.kind)), *reasons)
        )
    if mark.segment is not None:
        return _PARTS.join(part for part in (words.label(mark.segment.label), mark.segment.reason) if part)
    return translate("article", "Bare: nobody has said what these words are") if mark.sort is Sort.BARE else ""
