"""What a register holds: tellings of figures, names, dates and quotations, with what a person should see about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from factdesk.model.tick import Register
from factdesk.rules.sentences.article import Article
from factdesk.rules.shapes import CONFLICT, Sign
from factdesk.rules.tellings.repeats import Repeats
from factdesk.text.spans import Span


class Flag(StrEnum):
    """What a person should see about an entry beside its words."""

    OTHER_FIGURE = "other-figure"
    OTHER_DATE = "other-date"
    OTHER_SPELLING = "other-spelling"
    OTHER_TITLE = "other-title"
    COULD_BE_SEVERAL = "could-be-several"
    AS_OF_WHEN = "as-of-when"
    NO_SPEAKER = "no-speaker"
    NO_SOURCE = "no-source"


CONFLICTS = frozenset({Flag.OTHER_FIGURE, Flag.OTHER_DATE, Flag.OTHER_SPELLING, Flag.OTHER_TITLE})
"""Flags that say two places of the article do not agree."""

FLAGS: dict[Flag, Sign] = {
    Flag.OTHER_FIGURE: Sign(CONFLICT, "elsewhere “{0}”"),
    Flag.OTHER_DATE: Sign(CONFLICT, "elsewhere “{0}”"),
    Flag.OTHER_SPELLING: Sign(CONFLICT, "spelled “{0}” elsewhere"),
    Flag.OTHER_TITLE: Sign(CONFLICT, "titled “{0}” elsewhere"),
    Flag.COULD_BE_SEVERAL: Sign("?", "could be {0}"),
    Flag.AS_OF_WHEN: Sign("?", "as of when"),
    Flag.NO_SPEAKER: Sign("?", "nobody is said to have said it"),
    Flag.NO_SOURCE: Sign("◇", "no source attached"),
}
"""{0} is what stands elsewhere, or the names it could be (``Flagged.words``)."""


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag on an entry.

    Attributes:
        words: what stands elsewhere ("$59 billion"), or the names it could be; empty where the flag says all.
        at: where that stands; None where there is no one place.
    """

    flag: Flag
    words: str = ""
    at: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One telling in a register.

    Attributes:
        span: the words, code points of the text.
        normal: the one way to write it; entries that are the same have the same.
        unit: what a figure is counted in, or the kind of a date; else empty.
        note: "about", a title, a resolved date, a speaker: what goes with it; may be empty.
        sentence: the sentence it stands in.
    """

    register: Register
    span: Span
    words: str
    normal: str
    unit: str = ""
    note: str = ""
    sentence: Span
    flags: tuple[Flagged, ...] = ()

    @property
    def in_conflict(self) -> bool:
        return any(flagged.flag in CONFLICTS for flagged in self.flags)


@dataclass(frozen=True, slots=True)
class Registers:
    """All registers of one text.

    Attributes:
        entries: of each register, in reading order.
        wording: whether the rules on English words were used; where not, there are no names and no speakers.
        article: the sentences, as they were read.
        told: what the article tells more than once.
    """

    entries: Mapping[Register, tuple[Entry, ...]]
    wording: bool
    article: Article
    told: Repeats

    def same(self, entry: Entry) -> tuple[Entry, ...]:
        """Return all tellings of what ``entry`` tells, itself included, in reading order."""
        return tuple(one for one in self.entries[entry.register] if one.normal == entry.normal)


def flagged(entry: Entry, *flags: Flagged) -> Entry:
    """Return the entry with more flags."""
    return replace(entry, flags=(*entry.flags, *flags))
