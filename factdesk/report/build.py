"""Making the report: facts in, one value out that holds all that is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factdesk.model.article import Details, ProvenanceFlag
from factdesk.model.case import Case
from factdesk.model.event import Event
from factdesk.model.imprint import Imprint
from factdesk.model.segment import Label
from factdesk.model.suggestion import Decision
from factdesk.report.appendices import Found, appendices
from factdesk.report.cards import Tellings, cards
from factdesk.report.copy import Paragraphs, annotated
from factdesk.report.history import changes
from factdesk.report.look import scale_keys
from factdesk.report.method import method, not_checked
from factdesk.report.parts import Field, Head, Proposal, Report, Signature
from factdesk.report.result import result
from factdesk.report.words import FLAGS, PROPOSED_KINDS, count, day, listed, moment
from factdesk.rules.coverage import coverage
from factdesk.rules.numbering import numbers
from factdesk.rules.suggestions.reasons import chip
from factdesk.text.direction import reads_from_right
from factdesk.text.languages import in_english
from factdesk.text.words import length, length_without

DRAFT = "DRAFT"
DOES_NOT_VERIFY = "The desk does not verify: another hand changed it. What was touched stands at the end."
_MOST_FOUND = 20
"""Faults of a desk that are listed; “factdesk verify” lists them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSetting:
    """What a report needs that is not in the case.

    Attributes:
        imprint: whose the report is, and of which desk.
        printed_at: UTC, ISO 8601; the one thing that differs between two prints of one desk.
        program_version: of FactDesk.
    """

    imprint: Imprint
    printed_at: str
    program_version: str


def build(case: Case, events: Sequence[Event], setting: ReportSetting, found: Found | None = None) -> Report:
    """Put the report together.

    Args:
        events: those that belong to the case's article, in any order.
        found: what the rules found in the text; without it no registers are printed.
    """
    imprint, numbered = setting.imprint, numbers(case.claims)
    paragraphs = Paragraphs.of(case.version)
    tellings = Tellings(case, numbered, paragraphs)
    covered = coverage(case.version.text, case.segments)
    end = appendices(case, numbered, paragraphs, found)
    made, sources = cards(case, numbered, tellings, paragraphs)
    return Report(
        organisation=imprint.organisation,
        case_number=case.article.case_number,
        record=_grouped(imprint.chain_head[:16]),
        standing=DRAFT,
        printed=moment(setting.printed_at),
        printed_at=setting.printed_at,
        language=case.article.details.language,
        right_to_left=reads_from_right(case.article.details.language, case.version.text),
        head=_head(case, setting),
        result=result(case, numbered, covered, paragraphs),
        method=method(case),
        scales=scale_keys(case),
        copy=annotated(case, tellings.of_segment, covered.bare),
        cards=made,
        proposals=_proposals(case, paragraphs),
        sources=sources,
        not_checked=not_checked(case, numbered, paragraphs),
        appendices=end,
        versions=_versions(case),
        changes=changes(case, numbered, events),
        signatures=(
            *(Signature("Checker", name) for name in _checkers(case, imprint)),
            Signature("Second reader", ""),
            Signature("Editor", ""),
        ),
        verify=_verify(imprint),
        hashes=_hashes(case, setting),
    )


def _head(case: Case, setting: ReportSetting) -> Head:
    details, version = case.article.details, case.version
    known = (
        Field("Byline", details.byline),
        Field("Publisher", details.publisher),
        Field("Address", details.address),
        Field("Published", day(details.published)),
        Field("Updated", day(details.updated)),
        Field("Language", in_english(details.language)),
        Field("Version", f"{version.number} of {case.version_count}"),
        Field("Length", _length(case)),
        Field("Received", moment(case.article.added_at)),
        Field("Checker", listed(_checkers(case, setting.imprint))),
        Field("Second reader", "none yet"),
        Field("SHA-256 of the text", version.text_sha256),
    )
    flags = tuple(FLAGS[flag] for flag in FLAGS if flag in case.article.flags and not _is_known(flag, details))
    if setting.imprint.found:
        flags = (DOES_NOT_VERIFY, *flags)
    title = details.title.strip() or "Article without a title"
    return Head(title=title, dek=details.dek, details=tuple(field for field in known if field.text), flags=flags)


def _checkers(case: Case, imprint: Imprint) -> tuple[str, ...]:
    """Return who gave the verdicts, in reading order; where there is none, who prints the report."""
    given = dict.fromkeys(claim.verdict.given_by for claim in case.claims if claim.verdict is not None)
    return tuple(name for name in given if name) or (imprint.checker,)


def _is_known(flag: ProvenanceFlag, details: Details) -> bool:
    """Say whether a person filled in what the text was flagged for."""
    filled = {
        ProvenanceFlag.NO_AUTHOR: details.byline,
        ProvenanceFlag.NO_DATE: details.published or details.updated,
        ProvenanceFlag.NO_PUBLISHER: details.publisher,
    }
    return bool(filled.get(flag))


def _length(case: Case) -> str:
    """Return how long the article is, and how much of the text was set aside as the page's own."""
    text, whole = case.version.text, length(case.version.text)
    aside = [one.anchor.span for one in case.segments if one.label is Label.FURNITURE]
    own = length_without(whole, text, aside)
    gone = f", {whole.number - own.number:,} more set aside" if own.number < whole.number else ""
    return f"{count(*own)}{gone}"


def _proposals(case: Case, paragraphs: Paragraphs) -> tuple[Proposal, ...]:
    return tuple(
        Proposal(
            paragraphs.number_at(suggestion.span.start),
            suggestion.span.start,
            case.version.text[slice(*suggestion.span)],
            PROPOSED_KINDS[suggestion.kind],
            tuple(dict.fromkeys(chip(reason.code) for reason in suggestion.reasons)),
        )
        for suggestion in case.suggestions
        if suggestion.decision is Decision.OPEN
    )


def _versions(case: Case) -> tuple[Field, ...]:
    version = case.version
    came = f"the file {version.file_name}" if version.file_name else "pasted text"
    return (
        Field(
            f"Version {version.number} of {case.version_count}",
            f"Added by {version.added_by}, {moment(version.added_at)}, from {came}, read as {version.reader}.",
        ),
    )


def _verify(imprint: Imprint) -> tuple[str, ...]:
    return (
        *_touched(imprint.found),
        f"Run “factdesk verify {imprint.desk_name}”. It recomputes the hash of every text, file and entry of the "
        "record, and names whatever was changed by another hand.",
        "The record’s head below must be the hash of the last entry, or of an earlier one if work went on since. "
        "The SHA-256 of the text is that of its UTF-8 bytes, and can be computed with any tool.",
    )


def _touched(found: tuple[str, ...]) -> Iterator[str]:
    if found:
        more = f"; and {len(found) - _MOST_FOUND:,} more" if len(found) > _MOST_FOUND else ""
        yield f"The desk did not verify when this was printed: {'; '.join(found[:_MOST_FOUND])}{more}."


def _hashes(case: Case, setting: ReportSetting) -> tuple[Field, ...]:
    return (
        Field("Head of the record", setting.imprint.chain_head),
        Field("SHA-256 of the text", case.version.text_sha256),
        Field("SHA-256 of the file", case.version.file_sha256),
        Field("Desk", setting.imprint.desk_name),
        Field("Program", f"FactDesk {setting.program_version}"),
        Field("Printed", moment(setting.printed_at)),
    )


def _grouped(digits: str) -> str:
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
