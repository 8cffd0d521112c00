"""What a desk accepted and rejected moves the articles it takes in later, and only those of its own."""

from __future__ import annotations

from factdesk.model.suggestion import CLAIM_KINDS
from factdesk.readers.formats import read_text
from factdesk.rules.suggestions.learning import RAISED
from factdesk.text.anchor import anchor_of
from factdesk.work.bulk import take_in
from factdesk.work.edits.suggestion import Acceptance, AcceptSuggestions, RejectSuggestion
from factdesk.work.intake import by_habits, propose
from factdesk.work.jobs import Unwatched
from factdesk.work.session import Session

FIRST = "\n\n".join(
    f"The mill of village {name} was sold for ${nth + 2} million. The people of {name} walked along the river to it."
    for nth, name in enumerate(f"{one}{other}" for one in ("North", "South", "East", "West") for other in "abcdefgh")
)
SECOND = "The bridge was painted green by the town. The town paid $3 million for the ferry."


def test_a_checker_who_ticks_sums_finds_sums_higher_in_the_next_article_with_the_reason(session: Session) -> None:
    plain = propose(read_text(SECOND), Unwatched())
    assert by_habits(plain, session.decided()) == plain
    case = session.case(take_in(session, propose(read_text(FIRST), Unwatched())))
    for one in case.suggestions:
        words, anchor = case.version.text[slice(*one.span)], anchor_of(case.version.text, one.span)
        if one.kind in CLAIM_KINDS and "$" in words:
            session.run(AcceptSuggestions(accepted=(Acceptance(suggestion_id=one.id, anchor=anchor),)))
        elif one.kind in CLAIM_KINDS:
            session.run(RejectSuggestion(suggestion_id=one.id, anchor=anchor, as_label=None))
    moved = by_habits(plain, session.decided())
    assert moved.method == "rules-2+desk"
    before, after = plain.suggestions[1], moved.suggestions[1]
    assert after.score > before.score
    assert RAISED in {reason.code for reason in after.reasons}
    assert by_habits(plain, session.decided(since="9999")) == plain  # forgotten
