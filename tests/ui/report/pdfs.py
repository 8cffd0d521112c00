"""PDFs of our own making, as a report is made."""

from __future__ import annotations

import typst


def a_pdf(*pages: str, paper: str = "a4") -> bytes:
    """Return a PDF with these words on its pages."""
    made = typst.compile(f'#set page(paper: "{paper}")\n'.encode() + "\n#pagebreak()\n".join(pages).encode())
    assert isinstance(made, bytes)
    return made
