"""A source that is half filled in: its words are kept for its claim until the desk has them, or they are given up."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from factdesk.ui.claim.fields.typed import as_iso
from factdesk.work.edits.source import SourceForm

BEGUN = "source"
"""The field of a claim, among what is being typed, under which it is kept."""


class Begun(msgspec.Struct, frozen=True):
    """What a form holds.

    Attributes:
        form: its words as they were typed; a date may be half of one.
        source_id: the source of the desk that was picked, or nothing.
        editing: the evidence that is being corrected, or nothing where a source is added.
        left: Escape left the form, and it comes back when one is asked for.
    """

    form: SourceForm
    source_id: str = ""
    editing: str = ""
    left: bool = False

    @property
    def words(self) -> str:
        """What a person would miss of it, line by line."""
        form = self.form
        parts = form.title, form.address, form.excerpt, form.publisher, form.locator, form.person
        return "\n".join(part for part in parts if part.strip())

    def stored(self) -> str:
        """Return it as the text that is kept among what is being typed."""
        return msgspec.json.encode(self).decode()


def as_begun(stored: str | None) -> Begun | None:
    """Return what was kept as text; None where nothing was, or what another hand put there is no form."""
    if not stored:
        return None
    try:
        return msgspec.json.decode(stored, type=Begun)
    except msgspec.DecodeError:
        return None


def filled_in(typed: SourceForm) -> SourceForm:
    """Return a form as it is sent: without blanks at the edges, and without dates that are none."""
    return replace(
        typed,
        title=typed.title.strip(),
        publisher=typed.publisher.strip(),
        address=typed.address.strip(),
        person=typed.person.strip(),
        date=as_iso(typed.date) or "",
        excerpt=typed.excerpt.strip(),
        locator=typed.locator.strip(),
        accessed=as_iso(typed.accessed) or "",
    )
