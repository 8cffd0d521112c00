"""OpenDocument texts (.odt): a person's words in reading order, with what the writer's program ties to them.

As for Word: tracked insertions are read, deletions (which lie apart in the file) are left out; text boxes follow their
paragraph; notes stand at the end; annotations are remarks; running heads are set aside. Format: OASIS OpenDocument 1.3.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from factdesk.model.remark import RemarkKind
from factdesk.model.version import BlockKind
from factdesk.readers.composing import Composer
from factdesk.readers.papers.opendocument.styles import Styles
from factdesk.readers.papers.package import Package, attribute, child, damaged, local
from factdesk.readers.papers.properties import state
from factdesk.readers.reading import Reading
from factdesk.text.spans import Span

_SPACES = re.compile(r"[ \t\r\n]+")
_APART = frozenset(
    ("tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls")
)
"""Parts of the body that are not shown in it."""
_MOST_SPACES = 1000


def read(data: bytes) -> Reading:
    """Read an OpenDocument text.

    Raises:
        UnreadableArticleError: it is damaged, encrypted or no OpenDocument text.
    """
    package = Package(data)
    content = package.xml("content.xml")
    body = child(content, "body", "text")
    if content is None or body is None:
        raise damaged("it holds no OpenDocument text")
    outside = package.xml("styles.xml")
    composer = Composer()
    state(composer, package.xml("meta.xml"))
    ended = (one for one in body.iter(etree.Element) if local(one) == "annotation-end")
    walk = _Walk(composer, Styles(content, outside), frozenset(attribute(one, "name") for one in ended))
    walk.blocks(body)
    walk.notes()
    walk.running_heads(outside)
    _tell(composer, child(body, "tracked-changes"))
    return composer.reading()


def _tell(composer: Composer, changes: etree._Element | None) -> None:
    regions = [local(one) for region in (changes if changes is not None else ()) for one in region]
    if insertions := regions.count("insertion"):
        composer.notices.append(f"Tracked insertions are read as the article’s words: {insertions}.")
    if deletions := regions.count("deletion"):
        composer.notices.append(f"Tracked deletions were left out: {deletions}.")
    if hidden := composer.counted("hidden"):
        composer.notices.append(f"Hidden text was found and set aside: {hidden}.")


class _Walk:
    """Goes through one document and tells the composer what it meets.

    Args:
        ended: names of the annotations that say where the words they note end.
    """

    def __init__(self, composer: Composer, styles: Styles, ended: frozenset[str]) -> None:
        self._to, self._styles, self._ended = composer, styles, ended
        self._ranges: dict[str, int] = {}
        self._open_annotations: dict[str, etree._Element] = {}
        self._noted: list[tuple[etree._Element, int]] = []
        self._boxes: list[etree._Element] = []
        self._space = False
        self._ways: dict[str, Callable[[etree._Element], None]] = {
            "a": self._link,
            "s": lambda one: self._exactly(" " * min(_MOST_SPACES, int(attribute(one, "c") or 1))),
            "tab": lambda _: self._exactly("\t"),
            "line-break": lambda _: self._exactly("\n"),
            "note": lambda one: self._noted.append((one, self._to.at)),
            "annotation": self._annotation,
            "annotation-end": self._annotation_ends,
            "frame": self._frame,
            "custom-shape": self._boxes.append,
            "span": self._styled,
            "ruby-text": lambda _: None,
        }

    def blocks(self, parent: etree._Element, inside: BlockKind | None = None, depth: int = 0) -> None:
        """Read the paragraphs, lists and tables of ``parent``; ``inside`` a table or a note they are of that kind."""
        for element in parent:
            name = local(element)
            if name in ("p", "h"):
                self._paragraph(element, inside, depth)
            elif name == "list":
                self.blocks(element, inside, depth + 1)
            elif name == "table":
                self._table(element)
            elif name == "frame":
                self._frame(element)
                self._hang(inside)
            elif name not in _APART:
                self.blocks(element, inside, depth)

    def notes(self) -> None:
        """Read the notes at the end, in the order of their marks."""
        for note, at in self._noted:
            kind = RemarkKind.ENDNOTE if attribute(note, "note-class") == "endnote" else RemarkKind.FOOTNOTE
            body = child(note, "note-body")
            if body is not None:
                self.blocks(body, BlockKind.NOTE)
                self._to.remark(Span(at, at), kind, _words(body))

    def running_heads(self, styles: etree._Element | None) -> None:
        """Read what is printed at the top and foot of each page, once each, and set it aside."""
        seen = set()
        for element in styles.iter(etree.Element) if styles is not None else ():
            name = local(element)
            words = _words(element) if name in ("header", "footer") else ""
            if words not in seen and any(map(str.isalpha, words)):
                seen.add(words)
                self._to.open(BlockKind.PARAGRAPH)
                start = self._to.at
                self._to.say(words)
                self._to.set_aside(Span(start, self._to.at), "running head" if name == "header" else "running foot")

    def _paragraph(self, element: etree._Element, inside: BlockKind | None, depth: int) -> None:
        style = attribute(element, "style-name")
        kind, level = self._styles.shape(style)
        if local(element) == "h":
            given = attribute(element, "outline-level")
            kind, level = BlockKind.HEADING, min(6, max(1, int(given))) if given.isdecimal() else 1
        elif depth and kind is BlockKind.PARAGRAPH:
            kind, level = BlockKind.LIST_ITEM, depth
        self._to.open(inside or kind, 0 if inside else level)
        start, self._space = self._to.at, True
        self._inline(element)
        if self._styles.hides(style):
            self._hidden(start)
        self._to.close()
        self._hang(inside)

    def _hang(self, inside: BlockKind | None) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, inside)

    def _table(self, table: etree._Element) -> None:
        for element in table:
            if local(element) == "table-row":
                for cell in element:
                    self.blocks(cell, BlockKind.TABLE_CELL)
                self._to.end_row()
            else:
                self._table(element)  # header rows and groups of rows

    def _inline(self, parent: etree._Element) -> None:
        self._say(parent.text)
        for element in parent:
            self._ways.get(local(element), self._inline)(element)
            self._say(element.tail)

    def _say(self, words: str | None) -> None:
        """Add words; white space in a row counts as one blank, and none at the start of a paragraph."""
        folded = _SPACES.sub(" ", words or "")
        if self._space:
            folded = folded.removeprefix(" ")
        if folded:
            self._space = folded.endswith(" ")
            self._to.say(folded)

    def _exactly(self, words: str) -> None:
        self._space = False
        self._to.say(words)

    def _link(self, element: etree._Element) -> None:
        start = self._to.at
        self._inline(element)
        address = attribute(element, "href")
        self._to.link(Span(start, self._to.at), "" if address.startswith("#") else address)

    def _styled(self, element: etree._Element) -> None:
        start = self._to.at
        self._inline(element)
        if self._styles.hides(attribute(element, "style-name")):
            self._hidden(start)

    def _hidden(self, start: int) -> None:
        if self._to.at > start:
            self._to.count("hidden")
            self._to.set_aside(Span(start, self._to.at), "hidden text")

    def _frame(self, frame: etree._Element) -> None:
        self._boxes += [one for one in frame if local(one) == "text-box"]

    def _annotation(self, element: etree._Element) -> None:
        name = attribute(element, "name")
        self._ranges[name] = self._to.at
        self._open_annotations[name] = element
        if name not in self._ended:
            self._annotation_ends(element)

    def _annotation_ends(self, end: etree._Element) -> None:
        name = attribute(end, "name")
        annotation = self._open_annotations.pop(name, None)
        if annotation is not None:
            by = next((one.text or "" for one in annotation if local(one) == "creator"), "")
            self._to.remark(Span(self._ranges[name], self._to.at), RemarkKind.COMMENT, _words(annotation), by)


def _words(element: etree._Element) -> str:
    """Return the words of a note, an annotation or a running head, one line for each paragraph."""
    paragraphs = [one for one in element.iter(etree.Element) if local(one) in ("p", "h")]
    return "\n".join(filter(None, (_SPACES.sub(" ", "".join(one.itertext())).strip() for one in paragraphs)))
