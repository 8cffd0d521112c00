"""Groups of a rich text file: what braces hold together has one look, and is shown or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from factdesk.readers.papers.rtf.paragraph import Shaping


@dataclass(slots=True)
class Group:
    """What holds inside one group; a group inside it begins with the same."""

    shown: bool = True
    deleted: bool = False
    hidden: bool = False
    font: int = 0
    stand_ins: int = 1
    shaping: Shaping = field(default_factory=Shaping)
    names_styles: bool = False
    ends: Callable[[], None] | None = None
    """What is to be done when this very group ends."""

    def format(self, name: str, number: int | None) -> None:
        """Take in a control word on the look of what follows; most say nothing of this."""
        if name == "f":
            self.font = number or 0
        elif name == "v":
            self.hidden = number != 0
        elif name == "deleted":
            self.deleted = number != 0
        elif name == "plain":
            self.deleted = self.hidden = False
        elif name == "uc":
            self.stand_ins = min(max(number or 0, 0), 8)
        else:
            self.shaping = self.shaping.after(name, number)
