"""What a report printed now says of its desk."""

from __future__ import annotations

from factdesk.model.imprint import Imprint
from factdesk.work.session import Session


def imprint_of(session: Session) -> Imprint:
    """Return whose desk it is, who prints, and as of which entry of the record."""
    return Imprint(
        organisation=session.desk_row().organisation,
        checker=session.person.name,
        desk_name=session.path.name,
        chain_head=session.head_hash(),
        found=session.found or session.touched,
    )
