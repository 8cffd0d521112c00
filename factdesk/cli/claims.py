"""``factdesk claims``: the checklist of an article."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from factdesk.cli.desk import add_article, add_desk, chosen_case, opened, print_json, say

if TYPE_CHECKING:
    from factdesk.model.case import Case
    from factdesk.model.claim import Claim


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("claims", help="list the claims of a desk")
    add_desk(verb)
    add_article(verb)
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the checklist in reading order.

    Raises:
        DeskOpenError, NotInDeskError: no such desk, or no such article in it.
    """
    with opened(options) as session:
        listed = as_json(chosen_case(session, options.article))
    if options.json:
        print_json({"claims": listed})
        return
    for claim in listed:
        found = claim["verdict"]["label"] if claim["verdict"] else "not decided"
        say(f"{claim['number']:>4}  {claim['state']:<9}  {found:<14}  {' '.join(claim['quote'].split())}")


def as_json(case: Case) -> list[dict[str, Any]]:
    """Return every claim of a case as the documented JSON object."""
    from factdesk.rules.numbering import numbers

    found, words = numbers(case.claims), case.words_of()
    quotes = {key: segment.anchor.exact for key, segment in words.items()}
    return [
        {
            "id": claim.id,
            "number": found[claim.id],
            "quote": quotes.get(claim.id, ""),
            "state": str(claim.state),
            "verdict": _verdict(case, claim),
            "note": claim.note,
            "rationale": claim.rationale,
            "sources": _sources(case, claim),
        }
        for claim in case.claims
    ]


def _verdict(case: Case, claim: Claim) -> dict[str, str] | None:
    if claim.verdict is None:
        return None
    scale = case.scales[claim.verdict.scale_id]
    value = scale.value(claim.verdict.value)
    return {"scale": scale.id, "value": value.id, "label": value.label, "as_of": claim.verdict.as_of}


def _sources(case: Case, claim: Claim) -> list[dict[str, str]]:
    ties = case.evidence_of().get(claim.id, ())
    return [
        {
            "title": case.sources[tie.source_id].title,
            "address": case.sources[tie.source_id].address,
            "type": str(case.sources[tie.source_id].type),
            "bearing": str(tie.bearing),
            "excerpt": tie.excerpt,
            "locator": tie.locator,
        }
        for tie in ties
    ]
