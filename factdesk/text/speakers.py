"""Who is said to have said the words in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from factdesk.text.lexicon import english_for, tokens
from factdesk.text.people import Naming, pronouns
from factdesk.text.spans import Span

_BEFORE_QUOTE = 240
_AFTER_QUOTE = 120
"""Characters looked at on either side of a quotation."""
_VERB_GAP = 70
"""Characters between the one who speaks and the verb."""
_STOP = re.compile(r"[.!?]\s+(?=[A-Z“\"])|\n")
_TERM_WORDS = 4
"""Words up to which a quotation nobody is said to have said is a term, not speech."""
_AFTER_VERB = re.compile(
    r"\s(?P<who>(?:the|a|an|one|his|her|their|its)\s[\w’'-]+(?:\s(?!(?:who|that|when|on|in|after|as|during|while)\b)[\w’'-]+){0,7})"
)
"""Somebody who is not named, behind the verb: “…,” said the head of operations."""
_BEFORE_VERB = re.compile(
    r"\b(?P<who>(?:the|an?|one|his|her|their|its)\s(?:[\w’'-]+\s){0,4}?[\w’'-]+)\s$", re.IGNORECASE
)
_TELLING = re.compile(r"\b(?:tell|told|assur|inform|remind)", re.IGNORECASE)
"""Verbs behind which stands who is spoken to."""
_CLOSE = re.compile(r"\s(?:[\w’'-]+\s){0,2}$")
"""What may part a subject from its verb for it to be the subject beyond doubt: “he also said the …”."""
_HUNG_ON = re.compile(
    r"\b(?:at|of|in|for|from|by|with|near)\s"
    r"(?:(?:the|an?|his|her|their|its)\s(?:(?:journal|newspaper|magazine|paper|daily|weekly|website|agency)\s)?)?(?:[\w.-]+['’]s\s)?$",
    re.IGNORECASE,
)
"""What makes of a name a part of what is said of somebody: “a professor at …”, “in the journal …”."""
_LOOK_BACK = 40
"""Characters before a name in which that stands."""
_ENDS_LIKE_SPEECH = re.compile(r"[.,!?…—–][\"”’»]?$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks.

    Attributes:
        span: marks included.
        speaker: the words that name who said it, a pronoun or a group ("officials"); None where nobody is said to have.
        is_term: a few words set off ("dubbed “Plan B”"), not told as anybody's speech.
    """

    span: Span
    speaker: Span | None
    is_term: bool


def attributed(text: str, quoted: Sequence[Span], people: Sequence[Naming]) -> list[Quotation]:
    """Return each quotation of an English ``text`` with its speaker, by the verb of saying nearest to it.

    Args:
        quoted: from ``quotations``.
        people: the namings of the text, in reading order.
    """
    starts = [one.span.start for one in people]
    found: list[Quotation] = []
    for nth, span in enumerate(quoted):
        near = people[
            max(0, bisect_left(starts, span.start - _BEFORE_QUOTE)) : bisect_left(starts, span.end + _AFTER_QUOTE)
        ]
        speaker = _after(text, span, near) or _before(text, span, near)
        if speaker is None and nth and found[-1].speaker and _goes_on(text, found[-1].span, span):
            speaker = found[-1].speaker
        words = len(text[slice(*span)].split())
        is_term = speaker is None and words <= _TERM_WORDS and not _ENDS_LIKE_SPEECH.search(text[slice(*span)])
        found.append(Quotation(span, speaker, is_term))
    return found


def _goes_on(text: str, before: Span, span: Span) -> bool:
    """Say whether a quotation goes on with the one before it: “…,” she said. “…”"""
    between = text[before.end : span.start]
    return len(between) <= _AFTER_QUOTE and "\n" not in between.strip("\n")


def _after(text: str, span: Span, people: Sequence[Naming]) -> Span | None:
    rest = text[span.end : span.end + _AFTER_QUOTE]
    stop = _STOP.search(rest)
    rest = rest[: stop.start()] if stop else rest
    closed = text[span.end - 2 : span.end]
    verbs = _verbs(rest)
    if not verbs or not (closed[:1] in ",.?!—–…’" or rest[:1] in ",") or verbs[0].start > _VERB_GAP:
        return None
    return _subject(
        text, Span(verbs[0].start + span.end, verbs[0].end + span.end), people, (span.end, span.end + len(rest))
    )


def _before(text: str, span: Span, people: Sequence[Naming]) -> Span | None:
    start = max(0, span.start - _BEFORE_QUOTE)
    line = text[start : span.start]
    stops = list(_STOP.finditer(line))
    if stops:
        start, line = start + stops[-1].end(), line[stops[-1].end() :]
    verbs = _verbs(line)
    if not verbs:
        return None
    verb = verbs[-1]
    if len(line) - verb.end > _VERB_GAP and line[slice(*verb)].lower() != "according to":
        return None
    return _subject(text, Span(verb.start + start, verb.end + start), people, (start, span.start))


def _verbs(piece: str) -> list[Span]:
    """Return the verbs of saying in a piece of text, and "according to"."""
    return [span for _, span in english_for("saying").find(piece, tokens(piece))]


def _subject(text: str, verb: Span, people: Sequence[Naming], within: tuple[int, int]) -> Span | None:
    """Return who speaks: the name, pronoun or group nearest to the verb, before it or right after it."""
    low, high = within
    following = [one.span for one in people if verb.end <= one.span.start < high]
    if text[slice(*verb)].lower() == "according to":
        near = [*following, *_groups(text, Span(verb.end, high))]
        return min(near, key=lambda span: span.start, default=None)
    before = _before_verb(text, low, verb.start, people)
    best = max(before, key=lambda span: span.end, default=None)
    if best is not None and _CLOSE.fullmatch(text, best.end, verb.start):
        return best
    if not _TELLING.match(text, verb.start):
        if following and following[0].start - verb.end <= 3:
            return following[0]
        if described := _AFTER_VERB.match(text, verb.end, high):
            return Span(*described.span("who"))
    return best


def _before_verb(text: str, low: int, verb: int, people: Sequence[Naming]) -> list[Span]:
    """Return who may speak before a verb; a name that only says more of somebody (“a professor at …”) does not."""
    names = [one.span for one in people if low < one.span.end <= verb]  # the stop in “Dr. Doe” ends no sentence
    listed = tokens(text[low:verb])
    words = [Span(s + low, e + low) for word, s, e in listed if word in pronouns()]
    shift = max(low, verb - 60)
    role = _BEFORE_VERB.search(text[shift:verb])
    roles = [Span(shift + role.start("who"), shift + role.end("who"))] if role else []
    found = [*names, *words, *_groups(text, Span(low, verb)), *roles]
    return [span for span in found if not _HUNG_ON.search(text[max(low, span.start - _LOOK_BACK) : span.start])]


def _groups(text: str, within: Span) -> list[Span]:
    """Return the groups nobody of whom is named: “officials”."""
    piece = text[slice(*within)]
    found = english_for("unsaid-source").find(piece, tokens(piece))
    return [Span(s + within.start, e + within.start) for _, (s, e) in found]
