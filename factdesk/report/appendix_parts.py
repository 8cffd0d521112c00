"""What stands at the end of a report: questions to the author, risen certainty, and the registers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryPart:
    """One question to the author.

    Attributes:
        number: its place among the article's queries: the number it had in letters.
        paragraph, at: where the words it is about begin; None where it is about no words of this version.
        words: those words, or empty.
        claim: number of the claim it is about, or empty.
        told: when it was asked and answered, as a line; or empty.
    """

    number: int
    paragraph: int | None
    at: int | None
    words: str
    question: str
    kind: str
    claim: str
    glyph: str
    state: str
    answer: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words of the article, and where they begin.

    Attributes:
        quoted: the words in quotation marks, which they may have of their own.
        note: what goes with them: "about", who said them; may be empty.
        again: the telling before has the same words.
        ticked: a person looked them up.
    """

    paragraph: int
    at: int
    words: str
    quoted: str
    note: str = ""
    ticked: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class RisePart:
    """A statement told with a hedge first and plainly later, with no new source between."""

    hedge: str
    first: Place
    later: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """All tellings of one figure, name, date or quotation, in reading order.

    Attributes:
        name: the one way to write it.
        notes: what does not fit together, or is missing; each with its glyph.
    """

    name: str
    places: tuple[Place, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPart:
    """One register.

    Attributes:
        about: how many are ticked, and what the program cannot do; a sentence or two.
        in_line: tellings are short and many, and stand behind each other.
    """

    title: str
    in_line: bool = False
    about: str
    rows: tuple[RegisterRow, ...]

    @property
    def named(self) -> bool:
        """Whether its things have a name of their own; quotations have none, and no column for it."""
        return any(row.name for row in self.rows)


@dataclass(frozen=True, slots=True)
class Appendices:
    """Everything of the sort; empty parts are not printed."""

    queries: tuple[QueryPart, ...] = ()
    rises: tuple[RisePart, ...] = ()
    registers: tuple[RegisterPart, ...] = ()


QUERIES = "Questions to the author, by the number they have in letters."
RISES = (
    "Found by a program: the first telling keeps a distance, the later one does not, and no new named source stands "
    "between them. Not a verdict."
)
"""What is said above the two, in every format."""
