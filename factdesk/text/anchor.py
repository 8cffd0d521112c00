"""What is stored of a mark: the words, what stood around them, and where they stood.

The two halves are the W3C Web Annotation selectors TextQuoteSelector (exact, prefix, suffix) and
TextPositionSelector (start, end), with positions in Unicode code points as that model asks.
"""

from __future__ import annotations

from msgspec import Struct

from factdesk.text.spans import Span

CONTEXT = 32
"""Characters kept on each side of the exact words."""


class Anchor(Struct, frozen=True):
    """One passage of one fixed text.

    Attributes:
        exact: the words, never empty.
        prefix, suffix: up to ``CONTEXT`` characters before and after them.
        start, end: code points; ``end - start == len(exact)``.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not self.exact or self.start < 0 or self.end - self.start != len(self.exact):
            raise ValueError(f"an anchor at {self.start}–{self.end} cannot hold {len(self.exact)} characters")

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def anchor_of(text: str, span: Span) -> Anchor:
    """Describe the passage ``span`` of ``text``.

    Raises:
        ValueError: the span is empty or runs outside the text.
    """
    start, end = span
    if not Span(start, end).within(len(text)):
        raise ValueError(f"{start}–{end} is empty or outside a text of {len(text)} characters")
    return Anchor(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end)
