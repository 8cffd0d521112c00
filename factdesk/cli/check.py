"""``factdesk check``: what an article holds that must be checked, and taking it into a desk."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factdesk.cli.desk import add_person, person, print_json, say
from factdesk.cli.draft import add_article, draft_json, intake_of, kept_text

if TYPE_CHECKING:
    from factdesk.model.draft import ProposedSuggestion
    from factdesk.work.edits.article import Intake


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("check", help="propose the claims of an article")
    add_article(verb)
    verb.add_argument(
        "--desk", type=Path, metavar="D", help="take the article into this desk (made where there is none)"
    )
    verb.add_argument(
        "--accept", action="store_true", help="with --desk: accept all proposed claims, recorded as in bulk"
    )
    verb.add_argument("--all", action="store_true", help="list proposals that are no claims, too")
    verb.add_argument("--text-only", action="store_true", help="print the words that are kept, and nothing else")
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    add_person(verb)
    verb.set_defaults(run=run, usage=verb)


def run(options: argparse.Namespace) -> None:
    """Print the proposals in reading order.

    Raises:
        UnreadableArticleError: the article could not be read; no desk was made.
    """
    from factdesk.model.suggestion import becomes_claim

    if options.accept and options.desk is None:
        options.usage.error("--accept needs --desk D")
    intake = intake_of(options)
    shown = [p for p in intake.suggestions if options.all or becomes_claim(p.kind, p.reasons)]
    taken = _take(options, intake) if options.desk is not None else {}
    if options.text_only:
        say(kept_text(intake.draft))
        return
    if options.json:
        print_json(
            {"draft": draft_json(intake.draft), "proposals": [as_json(p, intake.draft.text) for p in shown], **taken}
        )
        return
    for proposal in shown:
        quote = " ".join(intake.draft.text[slice(*proposal.span)].split())
        say(f"{proposal.span.start}–{proposal.span.end}  {proposal.score:.2f}  {proposal.kind:<10}  {quote}")
    for key, value in taken.items():
        say(f"{key}: {value}")


def as_json(proposal: ProposedSuggestion, text: str) -> dict[str, Any]:
    """Return one proposal as the documented JSON object."""
    from factdesk.rules.suggestions.reasons import chip

    return {
        "start": proposal.span.start,
        "end": proposal.span.end,
        "quote": text[slice(*proposal.span)],
        "kind": str(proposal.kind),
        "score": round(proposal.score, 4),
        "reasons": [
            {"code": reason.code, "words": chip(reason.code), "start": reason.span.start, "end": reason.span.end}
            for reason in proposal.reasons
        ],
    }


def _take(options: argparse.Namespace, intake: Intake) -> dict[str, str | int]:
    from factdesk.work.bulk import accept_claims, take_in
    from factdesk.work.session import Session

    who = person(options)
    new = not options.desk.exists()
    session = Session.create(options.desk, who) if new else Session.open(options.desk, who)
    try:
        article = take_in(session, intake)
        accepted = accept_claims(session, article) if options.accept else 0
    finally:
        session.close()
    return {"desk": str(options.desk), "article": article, "accepted": accepted}
