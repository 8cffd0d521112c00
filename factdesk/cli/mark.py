"""``factdesk mark``: give a claim a verdict, a note, a source."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factdesk.cli.desk import add_article, add_desk, add_person, chosen_case, opened, say
from factdesk.errors import NotInDeskError

if TYPE_CHECKING:
    from factdesk.model.case import Case
    from factdesk.model.ids import ClaimId
    from factdesk.model.scale import Scale
    from factdesk.work.edits.edit import Edit


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("mark", help="give a claim a verdict, a note or a source")
    add_desk(verb)
    verb.add_argument("claim", help="number of the claim as “factdesk claims” shows it, or its id")
    verb.add_argument("--verdict", metavar="V", help="a value of the desk's scale: its id or its label")
    verb.add_argument("--note", metavar="TEXT", help="the verification note, Markdown; replaces the one there is")
    verb.add_argument("--rationale", metavar="TEXT", help="why that verdict, Markdown; replaces the one there is")
    verb.add_argument("--source", metavar="TEXT", action="append", default=[], help="title or web address of a source")
    add_article(verb)
    add_person(verb)
    verb.set_defaults(run=run, usage=verb)


def run(options: argparse.Namespace) -> None:
    """Make the changes, each a step of its own, and say what was done.

    Raises:
        NotInDeskError: no such claim or verdict; nothing was changed.
    """
    from factdesk.work.edits.claim import ClaimField, EditClaim

    if options.verdict is None and options.note is None and options.rationale is None and not options.source:
        options.usage.error("nothing to do: give --verdict, --note, --rationale or --source")
    with opened(options) as session:
        case = chosen_case(session, options.article)
        claim = _claim(case, options.claim)
        edits: list[Edit] = []
        if options.note is not None:
            edits.append(EditClaim(claim_id=claim, field=ClaimField.NOTE, value=options.note))
        if options.rationale is not None:
            edits.append(EditClaim(claim_id=claim, field=ClaimField.RATIONALE, value=options.rationale))
        edits += [_source(claim, text) for text in options.source]
        if options.verdict is not None:
            edits.append(_verdict(claim, session.scale(), options.verdict))
        for edit in edits:
            session.run(edit)
            say(f"claim {options.claim}: {edit.label.lower()}")


def _claim(case: Case, asked: str) -> ClaimId:
    from factdesk.rules.numbering import numbers

    found = numbers(case.claims)
    for claim, number in found.items():
        if asked in (number, claim):
            return claim
    last = list(found.values())[-1] if found else "none yet"
    raise NotInDeskError(
        "Nothing was changed", f"the article has no claim {asked}", f"“factdesk claims” lists them; the last is {last}."
    )


def _verdict(claim: ClaimId, scale: Scale, asked: str) -> Edit:
    from factdesk.model.clock import today
    from factdesk.work.edits.claim import SetVerdict

    for value in scale.values:
        if asked.casefold() in (value.id.casefold(), value.label.casefold()):
            return SetVerdict(claim_id=claim, scale=scale, value=value.id, as_of=today())
    known = ", ".join(value.id for value in scale.values)
    raise NotInDeskError(
        "Nothing was changed", f"the scale “{scale.name}” has no verdict “{asked}”", f"It has: {known}."
    )


def _source(claim: ClaimId, text: str) -> Edit:
    from factdesk.model.clock import today
    from factdesk.work.edits.source import AttachSource, SourceForm

    is_address = text.lower().startswith(("http://", "https://"))
    form = SourceForm(title="" if is_address else text, address=text if is_address else "", accessed=today())
    return AttachSource(claim_id=claim, form=form)
