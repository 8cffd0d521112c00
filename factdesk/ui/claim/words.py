"""The words and glyphs of every enumeration a person sees on a claim, in one place.

A state has a shape and a word, a verdict has a glyph, a word and a colour of its scale: neither is
ever told by colour alone. Words are looked up when they are first shown: the language is chosen at the start.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from factdesk.model.claim import ClaimKind, Priority, State, WaitingFor
from factdesk.model.scale import ScaleValue
from factdesk.model.segment import Label
from factdesk.model.source import Bearing, SourceType
from factdesk.model.suggestion import SuggestionKind
from factdesk.rules.shapes import BEARINGS, STATES, WAITING
from factdesk.rules.suggestions.reasons import REASONS

SUGGESTED_GLYPH = "?"
"""Shape of what the program proposed and nobody decided."""

HIGH_RISK_GLYPH = "⚑"

STATE_GLYPHS: dict[State, str] = {state: sign.glyph for state, sign in STATES.items()}
BEARING_GLYPHS: dict[Bearing, str] = {bearing: sign.glyph for bearing, sign in BEARINGS.items()}

_STATE_MEANINGS = {
    State.NEW: QT_TRANSLATE_NOOP("words", "Nobody has worked on it yet."),
    State.IN_CHECK: QT_TRANSLATE_NOOP("words", "Somebody is at it."),
    State.WAITING: QT_TRANSLATE_NOOP("words", "It waits for an answer or a document."),
    State.PROPOSED: QT_TRANSLATE_NOOP("words", "The checker proposes the verdict to a second reader."),
    State.IN_REVIEW: QT_TRANSLATE_NOOP("words", "A second reader is at it."),
    State.AGREED: QT_TRANSLATE_NOOP("words", "The second reader agrees with the verdict."),
    State.RETURNED: QT_TRANSLATE_NOOP("words", "The second reader sent it back to the checker."),
    State.STALE: QT_TRANSLATE_NOOP("words", "The words changed after it was checked."),
    State.GONE: QT_TRANSLATE_NOOP("words", "The words are no longer in the text."),
    State.SET_ASIDE: QT_TRANSLATE_NOOP("words", "It cannot be checked, for the reason given."),
}

_KINDS = {
    ClaimKind.STATEMENT: QT_TRANSLATE_NOOP("words", "statement"),
    ClaimKind.ATTRIBUTED: QT_TRANSLATE_NOOP("words", "attributed"),
    ClaimKind.QUOTATION: QT_TRANSLATE_NOOP("words", "quotation"),
    ClaimKind.NUMBER: QT_TRANSLATE_NOOP("words", "number"),
    ClaimKind.EVENT: QT_TRANSLATE_NOOP("words", "event"),
    ClaimKind.CAPTION: QT_TRANSLATE_NOOP("words", "caption"),
}

_PRIORITIES = {
    Priority.NONE: QT_TRANSLATE_NOOP("words", "no priority"),
    Priority.LOW: QT_TRANSLATE_NOOP("words", "low priority"),
    Priority.NORMAL: QT_TRANSLATE_NOOP("words", "normal priority"),
    Priority.HIGH: QT_TRANSLATE_NOOP("words", "high priority"),
}

_SUGGESTIONS = {
    SuggestionKind.CLAIM: QT_TRANSLATE_NOOP("words", "claim?"),
    SuggestionKind.ATTRIBUTED: QT_TRANSLATE_NOOP("words", "attributed?"),
    SuggestionKind.QUOTE: QT_TRANSLATE_NOOP("words", "quotation?"),
    SuggestionKind.PREDICTION: QT_TRANSLATE_NOOP("words", "prediction?"),
    SuggestionKind.OPINION: QT_TRANSLATE_NOOP("words", "opinion?"),
    SuggestionKind.QUESTION: QT_TRANSLATE_NOOP("words", "question?"),
    SuggestionKind.HEADING: QT_TRANSLATE_NOOP("words", "heading?"),
    SuggestionKind.FURNITURE: QT_TRANSLATE_NOOP("words", "furniture?"),
}

_LABELS = {
    Label.CLAIM: QT_TRANSLATE_NOOP("words", "Claim"),
    Label.REPEAT: QT_TRANSLATE_NOOP("words", "Repeat"),
    Label.OPINION: QT_TRANSLATE_NOOP("words", "Opinion"),
    Label.PREDICTION: QT_TRANSLATE_NOOP("words", "Prediction"),
    Label.QUESTION: QT_TRANSLATE_NOOP("words", "Question"),
    Label.HEADING: QT_TRANSLATE_NOOP("words", "Heading"),
    Label.FURNITURE: QT_TRANSLATE_NOOP("words", "Furniture of the page"),
}

_SOURCE_TYPES = {
    SourceType.PRIMARY: QT_TRANSLATE_NOOP("words", "primary"),
    SourceType.SECONDARY: QT_TRANSLATE_NOOP("words", "secondary"),
    SourceType.EXPERT: QT_TRANSLATE_NOOP("words", "expert"),
    SourceType.DOCUMENT: QT_TRANSLATE_NOOP("words", "document"),
    SourceType.INTERVIEW: QT_TRANSLATE_NOOP("words", "interview"),
}


def state(value: State, waiting_for: WaitingFor | None = None) -> str:
    """Return where the work stands, in words: "in check", "waiting for the author"."""
    return _said(STATES[value].word if waiting_for is None else WAITING[waiting_for])


def state_meaning(value: State) -> str:
    """Return one sentence that says what the state means."""
    return _said(_STATE_MEANINGS[value])


def claim_kind(value: ClaimKind) -> str:
    return _said(_KINDS[value])


def priority(value: Priority) -> str:
    return _said(_PRIORITIES[value])


def suggestion_kind(value: SuggestionKind) -> str:
    """Return what a sentence is proposed to be, as the question it still is: "claim?"."""
    return _said(_SUGGESTIONS[value])


def label(value: Label) -> str:
    return _said(_LABELS[value])


def source_type(value: SourceType) -> str:
    return _said(_SOURCE_TYPES[value])


def bearing(value: Bearing) -> str:
    return _said(BEARINGS[value].word)


def verdict(value: ScaleValue) -> str:
    """Return a verdict as glyph and word; the colour comes on top."""
    return f"{value.glyph} {_said(value.label)}"


def not_in_version() -> str:
    """Return what stands for the words of a claim that the version shown does not have."""
    return _said(QT_TRANSLATE_NOOP("words", "(its words are not in this version)"))


def not_decided() -> str:
    """Return what stands where a verdict would, in a look that is never that of a verdict."""
    return _said(QT_TRANSLATE_NOOP("words", "— not decided"))


def suggested() -> str:
    return _said(QT_TRANSLATE_NOOP("words", "suggested"))


def being_kept() -> str:
    """Return sign and word of a row whose step is still to be kept."""
    return f"⋯ {_said(QT_TRANSLATE_NOOP('words', 'being kept'))}"


def high_risk() -> str:
    return _said(QT_TRANSLATE_NOOP("words", "high risk"))


def sources(count: int) -> str:
    """Return "no source", "1 source", "2 sources"."""
    if count == 0:
        return _said(QT_TRANSLATE_NOOP("words", "no source"))
    if count == 1:
        return _said(QT_TRANSLATE_NOOP("words", "1 source"))
    return QCoreApplication.translate("words", "{0} sources", None, count).format(count)


def told_times(count: int) -> str:
    """Return "told 4 ×": in how many places of the article a claim is told, its own words counted."""
    return QCoreApplication.translate("words", "told {0} ×").format(count)


def tells_again(number: str) -> str:
    """Return "↻ tells claim 4 again?": a suggestion's words are proposed as a telling of a claim there is."""
    return QCoreApplication.translate("words", "↻ tells claim {0} again?").format(number)


def told_again(count: int) -> str:
    """Return "↻ told again 3 ×": in how many other places a suggestion's words are proposed to be told."""
    return QCoreApplication.translate("words", "↻ told again {0} ×").format(count)


def spoken_claim(number: str, exact: str, found: str, work: str, detail: str) -> str:
    """Return a claim's row as a screen reader says it."""
    said = _said(QT_TRANSLATE_NOOP("words", "Claim {0}: “{1}” Verdict: {2}. Work: {3}. {4}"))
    return said.format(number, exact, found, work, detail)


def spoken_suggestion(exact: str, kind: str, detail: str) -> str:
    said = _said(QT_TRANSLATE_NOOP("words", "Suggested, not decided: “{0}” {1} {2}"))
    return said.format(exact, kind, detail)


_PARTS = {
    "place": QT_TRANSLATE_NOOP("words", "where it stands"),
    "article": QT_TRANSLATE_NOOP("words", "nearness to headline and article"),
    "figures": QT_TRANSLATE_NOOP("words", "figures and dates"),
    "sources": QT_TRANSLATE_NOOP("words", "sources, quotations and hedges"),
    "words": QT_TRANSLATE_NOOP("words", "its other words"),
}


def score_part(group: str) -> str:
    """Return the words of a group of ``rules.suggestions.parts``."""
    return _said(_PARTS[group])


def reason(code: str) -> str:
    """Return the few words of a reason; a code of rules this program does not know stands for itself."""
    return _said(REASONS[code].chip) if code in REASONS else code


def reason_meaning(code: str) -> str:
    return _said(REASONS[code].explanation) if code in REASONS else ""


@cache
def _said(source: object) -> str:
    # Qt's stubs call a marked text an object; it is the text itself.
    return QCoreApplication.translate("words", str(source))
