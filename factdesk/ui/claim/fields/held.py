"""One field's words between the keyboard and the desk: what is shown, what is kept, what is still to be sent."""

from __future__ import annotations


class Held:
    """Decides when a field takes over words from the desk and when it gives its own away.

    Words being typed are never overwritten by a refresh, are sent once when the field is left, and
    are sent again if the desk did not take them.
    """

    def __init__(self) -> None:
        self._of: str | None = None
        self._kept = ""
        self._sent: str | None = None

    def take(self, of: str, kept: str, draft: str | None, present: str) -> str | None:
        """Return the words to put into the field, or None to leave it alone.

        Args:
            of: id of the row the field now belongs to.
            kept: the desk's words.
            draft: words typed earlier and not kept; they count only when another row comes.
            present: what stands in the field.
        """
        kept = one_line_ends(kept)
        if of != self._of:
            self._of, self._kept, self._sent = of, kept, None
            return kept if draft is None else one_line_ends(draft)
        being_typed = present != self._kept
        self._kept, self._sent = kept, None
        return None if being_typed or present == kept else kept

    def give(self, present: str) -> str | None:
        """Return the words to send to the desk now that the field is left, or None when nothing is new."""
        if present in (self._kept, self._sent):
            return None
        self._sent = present
        return present


def one_line_ends(text: str) -> str:
    """Return ``text`` with the line ends a text field gives back."""
    for end in ("\r\n", "\r", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text
