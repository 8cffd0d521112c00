"""Fields of Word, which rich text files share: code that makes what is shown."""

from __future__ import annotations


def address_of(code: str) -> str:
    """Return where a field of the kind HYPERLINK goes, or nothing."""
    words = code.split(None, 1)
    if len(words) < 2 or words[0].upper() != "HYPERLINK":
        return ""
    rest = words[1].strip()
    address = rest[1:].partition('"')[0] if rest.startswith('"') else rest.split()[0]
    return "" if address.startswith("\\") else address
