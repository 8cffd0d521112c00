"""A row of the checklist as text, for a mail or a note."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from factdesk.ui.claim import words
from factdesk.ui.claim.view import ClaimView, claim_view
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.work.edits.source import SourceForm


def copy_row(bench: Workbench, row: CurrentRow) -> bool:
    """Put the current row on the clipboard; says whether there was one."""
    case, session, claim, suggestion = bench.case, bench.session, row.claim, row.suggestion
    if case is None or session is None:
        return False
    if claim is not None:
        told = as_text(claim_view(case, claim.id, bench.numbers, session.scale(), {}))
    elif suggestion is not None:
        told = f"“{case.version.text[slice(*suggestion.span)]}”"
    else:
        return False
    QApplication.clipboard().setText(told)
    return True


def as_text(view: ClaimView) -> str:
    """Return number and words, verdict and work, restatement, rationale and sources of a claim, a line each."""
    claim = view.claim
    verdict = words.verdict(view.verdict) if view.verdict is not None else words.not_decided()
    lines = [
        f"{view.number}. “{view.exact}”",
        f"{verdict} · {words.state(claim.state)}",
        claim.restatement,
        claim.rationale,
        *(_source(item.form) for item in view.sources),
    ]
    return "\n".join(line for line in lines if line)


def _source(form: SourceForm) -> str:
    parts = (form.title, form.person, form.publisher, form.date, form.locator, form.address)
    told = ", ".join(part for part in parts if part)
    said = f": “{form.excerpt}”" if form.excerpt else ""
    return f"{words.BEARING_GLYPHS[form.bearing]} {words.bearing(form.bearing)} – {told}{said}"
