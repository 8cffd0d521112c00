"""The report's words for the facts' enumerations, dates and counts. The report is in English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from factdesk.model.article import ProvenanceFlag
from factdesk.model.claim import Claim, ClaimKind, Priority
from factdesk.model.segment import Label
from factdesk.model.source import SourceType
from factdesk.model.suggestion import SuggestionKind
from factdesk.rules.shapes import STATES, WAITING, Sign

TITLE = "Verification report"
PROPOSALS = "Suggested by a program; no person has accepted or rejected them. They are not claims and have no verdict."
CHANGES = "Every entry of the record; what one person did in a run stands in one row, a finding given anew in another."
STATEMENT = "I have read this report and the article it is about, as the record stood at the head printed below."
"""What stands above the proposals, the change log and the signatures, in HTML and Markdown."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


KINDS: dict[ClaimKind, str] = {kind: kind.value for kind in ClaimKind} | {
    ClaimKind.ATTRIBUTED: "attributed statement",
}
PRIORITIES: dict[Priority, str] = {
    Priority.NONE: "",
    Priority.LOW: "low priority",
    Priority.NORMAL: "",
    Priority.HIGH: "high priority",
}
LABELS: dict[Label, str] = {label: label.value for label in Label}
PROPOSED_KINDS: dict[SuggestionKind, str] = {kind: kind.value for kind in SuggestionKind} | {
    SuggestionKind.ATTRIBUTED: "attributed claim",
    SuggestionKind.QUOTE: "quotation",
}
SOURCE_TYPES: dict[SourceType, str] = {kind: kind.value for kind in SourceType}
FLAGS: dict[ProvenanceFlag, str] = {
    ProvenanceFlag.NO_AUTHOR: "The article names no author.",
    ProvenanceFlag.ROLE_BYLINE: "The byline names a role, not a person.",
    ProvenanceFlag.NO_DATE: "The article gives no date.",
    ProvenanceFlag.NO_PUBLISHER: "The publisher is not named.",
    ProvenanceFlag.PLACEHOLDER: "A placeholder was left in the text.",
    ProvenanceFlag.LINKS_LOST: "Links were lost on the way here: words name sources that nothing points to.",
    ProvenanceFlag.TWO_HEADLINES: "The text carries two headlines.",
}


def state_words(claim: Claim) -> Sign:
    """Return the sign of a claim's state; a waiting claim says for whom."""
    sign = STATES[claim.state]
    return Sign(sign.glyph, WAITING[claim.waiting_for]) if claim.waiting_for else sign


def day(text: str) -> str:
    """Write an ISO date as ``14 Mar 2026``; anything else comes back as it is."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def moment(text: str) -> str:
    """Write an ISO time as ``14 Mar 2026, 09:05 UTC``; anything else comes back as it is."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{day(found.date().isoformat())}, {found:%H:%M} UTC"


def period(first: str, last: str) -> str:
    """Write two ISO times of one day as ``14 Mar 2026, 09:05–09:40 UTC``; one minute is written once."""
    begun, done = moment(first), moment(last)
    return begun if begun == done else f"{begun.removesuffix(' UTC')}–{done.rsplit(', ', 1)[-1]}"


def count(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun: ``1 claim``, ``1,204 claims``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: ``a, b and c``."""
    items = list(words)
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def ranges(numbers: Iterable[str]) -> str:
    """Write claim numbers that stand in reading order: ``1–4, 6, 7.1``."""
    groups: list[list[str]] = []
    for number in numbers:
        last = groups[-1][-1] if groups else ""
        if last.isdecimal() and number.isdecimal() and int(number) == int(last) + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return ", ".join(f"{group[0]}–{group[-1]}" if len(group) > 2 else ", ".join(group) for group in groups)


def percent(part: int, whole: int) -> str:
    """Write a share with one decimal, rounded down: what is not complete never reads 100%."""
    tenths = part * 1000 // whole if whole else 1000
    return "100%" if tenths == 1000 else f"{tenths // 10}.{tenths % 10}%"


def visible(text: str) -> str:
    """Return ``text`` with what no page can show as U+FFFD."""
    return _CONTROL.sub("\ufffd", text)


def shortened(text: str, most: int) -> str:
    """Return ``text`` on one line, cut at a word after ``most`` characters with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[: most - 1]
    return (head[: head.rfind(" ")] if " " in head[most // 2 :] else head).rstrip() + "…"
