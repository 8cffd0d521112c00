"""What the author's own file proposes as evidence on a claim's words: notes, comments and links."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factdesk.model.case import Case
from factdesk.model.ids import ClaimId, RemarkId
from factdesk.model.remark import Remark, RemarkKind
from factdesk.model.source import Bearing
from factdesk.model.suggestion import Decision
from factdesk.text.spans import Span
from factdesk.work.edits.source import SourceForm

_ADDRESS = re.compile(r"https?://[^\s<>\"”’)\]]+[^\s<>\"”’)\].,;:]")
_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class ProposedSource:
    """One thing the author gives for words of the claim; it is evidence only once a person takes it.

    Attributes:
        kind: what it is in the author's file; None for a link.
        remark_id: None for a link, which needs no decision.
        words: those of the article that it hangs on.
        form: the source it would become.
    """

    kind: RemarkKind | None
    remark_id: RemarkId | None
    words: str
    form: SourceForm


def proposed_sources(case: Case, claim_id: ClaimId, span: Span) -> tuple[ProposedSource, ...]:
    """Return what hangs on words of ``span`` and was neither taken nor dismissed, in reading order."""
    text = case.version.text
    found = [
        (kept.remark.span, kept.remark.kind, kept.id, _form(case, kept.remark))
        for kept in case.remarks
        if kept.decision is Decision.OPEN and kept.remark.span.overlaps(span)
    ]
    taken = {case.sources[one.source_id].address for one in case.evidence_of().get(claim_id, ())}
    links = [
        (link.span, None, None, _linked(text[slice(*link.span)], link.address))
        for link in case.version.links
        if link.address not in taken and link.span.overlaps(span)
    ]
    return tuple(
        ProposedSource(kind, remark_id, text[slice(*place)], form)
        for place, kind, remark_id, form in sorted([*found, *links], key=lambda one: one[0])
    )


def _linked(words: str, address: str) -> SourceForm:
    return SourceForm(title=words, address=address, bearing=Bearing.CONTEXT)


def _form(case: Case, remark: Remark) -> SourceForm:
    """Return the source a remark becomes: what it bears on the claim is for the person to say, so it is context."""
    address = _ADDRESS.search(remark.text)
    line = " ".join(remark.text.split())
    short = line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    page = case.version.page_at(remark.span.start)
    return SourceForm(
        title=short,
        address=address.group() if address else "",
        person=remark.by,
        bearing=Bearing.CONTEXT,
        excerpt=remark.text if short != remark.text else "",
        locator=f"p. {page}" if page else "",
    )
