"""Parts of a line that say when an article was published or changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factdesk.readers.vocabulary import byline_words
from factdesk.text.dates import find_dates

_UPDATED = re.compile(
    r"updat|modif|aktualis|mis à jour|actualiz|atualiz|aggiorn|bijgewerkt|обновл|оновл|تحديث|更新|수정", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"publi|posted|veröffentlicht|gepubliceerd|pubblicat|опубликован|опублікован|نشر|发布|發布|公開|입력", re.IGNORECASE
)
_AGO = re.compile(
    r"(?:(?:published|updated|posted):? )?(?:\d+|an?|one|two|three) "
    r"(?:second|minute|min|hour|hr|day|week|month|year)s? ago",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"T?\b\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?|Z|[+-]\d{2}:?\d{2})?(?!\w)|\b\d{1,2} ?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:[\s,(]+(?:published|updated|posted|on|at|last|[a-z]{3,6}day)[:,]?)*[\s,(]+$", re.IGNORECASE)


def is_date(part: str) -> bool:
    """Say whether ``part`` is a date or a time of change and nothing else.

    "Updated: 14 March 2026, 9:40 am GMT" is; "The law of 14 March 2026" is not.
    """
    if _AGO.fullmatch(part):
        return True
    rest, found = part, find_dates(part)
    for one in reversed(found):
        rest = rest[: one.span.start] + " " + rest[one.span.end :]
    rest, times = _TIME.subn(" ", rest)
    if not found and not (times and _UPDATED.search(part)):
        return False
    left = (word.strip(",.;:()[]/-–—+").lower() for word in rest.split())
    return all(not word or word in byline_words().date_words for word in left)


def says_published(words: str) -> bool:
    """Say whether ``words`` speak of publishing or updating, as a date line below an article must."""
    return bool(_PUBLISHED.search(words) or _UPDATED.search(words))


def cut_date(words: str) -> tuple[str, str]:
    """Split "Jane Doe, published March 3, 2026" into what stands before the date and the rest, date words included."""
    dates = find_dates(words)
    if not dates or not dates[0].span.start:
        return words, ""
    lead = _LEAD.search(words[: dates[0].span.start])
    cut = lead.start() if lead else dates[0].span.start
    return words[:cut].strip(" ,;"), words[cut:].strip(" ,;()")


def published_and_updated(parts: Sequence[str]) -> tuple[str, str]:
    """Return the first ISO date of each sort in ``parts``; empty where there is none."""
    published = updated = ""
    for part in parts:
        start = 0
        for one in find_dates(part):
            if _UPDATED.search(part[start : one.span.start]):
                updated = updated or one.iso
            else:
                published = published or one.iso
            start = one.span.end
    return published, updated
