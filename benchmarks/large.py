"""Large articles with many claims, made of the sample article's own shape, for measuring."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from pathlib import Path

from factdesk.assets import sample_article
from factdesk.model.person import Person
from factdesk.model.suggestion import Decision
from factdesk.readers.formats import read_text
from factdesk.rules.scales import shipped_scales
from factdesk.rules.suggestions.suggest import suggest
from factdesk.text.anchor import anchor_of
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import SetVerdict
from factdesk.work.edits.suggestion import Acceptance, AcceptSuggestions
from factdesk.work.intake import propose
from factdesk.work.jobs import Unwatched
from factdesk.work.session import Session


def long_text(characters: int) -> str:
    """Return the sample article told again and again until it is about so long."""
    sample = sample_article().read_text(encoding="utf-8") + "\n\n"
    return (sample * (1 + characters // len(sample)))[:characters]


def make_desk(path: Path, characters: int, claims: int) -> str:
    """Make a desk with one article of this length and this many claims; returns the article's id."""
    scale = shipped_scales()[0]
    session = Session.create(path, Person("Checker"), scale)
    draft = read_text(long_text(characters))
    every = suggest(draft.text, draft.blocks, draft.furniture, language=draft.details.language)
    add = AddArticle(intake=replace(propose(draft, Unwatched()), suggestions=every))
    session.run(add)
    case = session.case(add.article_id)
    wanted = [s for s in case.suggestions if s.decision is Decision.OPEN][:claims]
    accepted = tuple(Acceptance(suggestion_id=s.id, anchor=anchor_of(case.version.text, s.span)) for s in wanted)
    if accepted:
        session.run(AcceptSuggestions(accepted=accepted, as_claim=True, in_bulk=True))
    values = cycle(value.id for value in scale.values)
    for claim in session.case(add.article_id).claims[: min(claims, 400) : 4]:
        session.run(SetVerdict(claim_id=claim.id, scale=scale, value=next(values), as_of="2026-01-01"))
    session.close()
    return add.article_id
