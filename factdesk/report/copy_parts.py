"""What the annotated copy holds: paragraphs, runs of words that carry the same marks, and the look of a mark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """How a claim shows.

    Attributes:
        decided: a verdict stands. What is not decided never looks like what is.
        verified: the verdict is the one its scale flags as verified.
        underline: "solid", "double", "dashed" or "wave"; "dotted" where nothing is decided.
    """

    glyph: str
    word: str
    light: str
    dark: str
    underline: str
    decided: bool
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """One claim on one run of the copy.

    Attributes:
        number: of the telling: the claim's own, or with a letter (``4a``) for a repeat.
        card: the number of the claim whose card it is.
        level: 0 for the underline next to the words, 1 for the one below …
    """

    number: str
    card: str
    level: int
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one paragraph that carry the same marks.

    Attributes:
        at: where they begin in the text.
        label: not-a-claim label of the words, or empty.
        bare: nobody accounted for them.
        starts: tellings whose first words these are; ends: whose last.
    """

    text: str
    at: int
    ties: tuple[Tie, ...] = ()
    label: str = ""
    bare: bool = False
    starts: tuple[str, ...] = ()
    ends: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyBlock:
    """One paragraph of the annotated copy.

    Attributes:
        number: of the paragraph, from 1.
        kind: value of ``BlockKind``; "furniture" where all of it was set aside.
        right_to_left: how its words run.
    """

    number: int
    kind: str
    level: int
    right_to_left: bool
    runs: tuple[Run, ...]
