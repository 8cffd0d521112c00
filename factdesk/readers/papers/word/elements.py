"""What single elements of a Word document hold, whatever stands around them."""

from __future__ import annotations

from lxml import etree

from factdesk.readers.papers.package import child, local

DELETED = frozenset(("del", "moveFrom"))
"""Elements whose words were deleted while changes were tracked."""

CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
"""Elements that stand for one character."""


def outermost(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the elements called ``name`` below ``element`` that lie in no other of them."""
    found: list[etree._Element] = []
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if local(one) == name:
            found.append(one)
        else:
            waiting.extend(reversed(one))
    return found


def chosen(alternatives: etree._Element) -> etree._Element:
    """Return one of two ways in which the same content is written down, never both."""
    first = child(alternatives, "Choice")
    if first is not None and len(first):
        return first
    return alternatives[-1] if len(alternatives) else alternatives


def table_of(row: etree._Element) -> etree._Element | None:
    """Return the innermost table that a row stands in."""
    holder = row.getparent()
    while holder is not None and local(holder) != "tbl":
        holder = holder.getparent()
    return holder


def symbol(code: str) -> str:
    """Return a character of a symbol font; those of private fonts lie 0xF000 above what they replace."""
    try:
        number = int(code, 16)
        sign = chr(number - 0xF000 if 0xF020 <= number <= 0xF0FF else number)
    except (ValueError, OverflowError):
        return "\ufffd"
    return "\ufffd" if "\ud800" <= sign <= "\udfff" else sign  # half a character is none


def words_of(element: etree._Element) -> str:
    """Return the words of a note, a comment or a formula, one line for each paragraph, deletions left out."""
    found: list[str] = []
    for one in element.iter(etree.Element):
        name = local(one)
        if name == "p" and found:
            found.append("\n")
        elif name == "t" and not any(local(above) in DELETED for above in one.iterancestors()):
            found.append(one.text or "")
        elif name in CHARACTERS and local(one.getparent()) == "r":
            found.append(CHARACTERS[name])
    return "".join(found).strip()
