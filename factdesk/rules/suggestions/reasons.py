"""The reasons a sentence can be proposed for: each code, its chip and its sentence, in one place."""

from __future__ import annotations

from msgspec import Struct

from factdesk.model.suggestion import STATES


class ReasonWords(Struct, frozen=True):
    """How a reason is told to a person.

    Attributes:
        chip: a few words that go on the suggestion ("gives a number").
        explanation: one sentence that says why it matters to the check.
    """

    chip: str
    explanation: str


REASONS: dict[str, ReasonWords] = {
    "number": ReasonWords("gives a number", "A figure can be compared with its source."),
    "money": ReasonWords("gives a sum of money", "A sum can be compared with accounts, budgets or records."),
    "share": ReasonWords("gives a share", "A percentage has a base and a source that can be checked."),
    "date": ReasonWords("gives a date", "A date or a time can be compared with the record."),
    "quote": ReasonWords("quotes words", "Quoted words can be compared with what was said or written."),
    "named-source": ReasonWords("names its source", "The source is named and can be asked or read."),
    "attributed": ReasonWords("someone says so", "It is told as somebody's words: who says it, and did they?"),
    "unnamed-source": ReasonWords("does not name its source", "The author must say who is behind it."),
    "comparison": ReasonWords("compares", "A comparison needs both sides and the same measure."),
    "superlative": ReasonWords("says first, most or only", "A superlative is false if one example beats it."),
    "cause": ReasonWords("gives a cause", "That one thing led to another needs evidence of its own."),
    "trend": ReasonWords("says it rose or fell", "A trend needs a start, an end and a measure."),
    "accusation": ReasonWords("accuses or alleges harm", "Someone could be wronged if this is not so."),
    "harm": ReasonWords("tells of harm", "Deaths, injuries and dangers are on record somewhere."),
    "hedge": ReasonWords("is hedged", "The words keep a distance: who knows it, and how surely?"),
    "prediction": ReasonWords(
        "speaks of the future", "What has not happened yet cannot be verified, only who expects it."
    ),
    "opinion-words": ReasonWords("judges", "Words of judgement or advice cannot be verified."),
    "question": ReasonWords("asks", "A question asserts nothing by itself."),
    "title": ReasonWords("is the title", "The title is read most, and must be borne out by the text."),
    STATES: ReasonWords("states something", "What a title states is read by most, and must be true by itself."),
    "heading": ReasonWords("is a heading", "The article's structure marks it as a heading."),
    "boilerplate": ReasonWords(
        "looks like the page's furniture", "Menus, newsletter lines and credits belong to the page."
    ),
    "in-headline": ReasonWords("shares words with the headline", "The story rests on it."),
    "ticked-before": ReasonWords(
        "because you ticked such", "At this desk such sentences were accepted more often than others of their score."
    ),
    "rejected-before": ReasonWords(
        "because you rejected such", "At this desk such sentences were rejected more often than others of their score."
    ),
    "opening": ReasonWords("stands at the opening", "News puts what matters most first."),
}
"""Every reason, by its code."""


def chip(code: str) -> str:
    """Return the few words shown for ``code``.

    Raises:
        KeyError: there is no such reason.
    """
    return REASONS[code].chip
