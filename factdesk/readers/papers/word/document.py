"""Word documents (.docx): a person's words in reading order, with what Word ties to them.

Tracked insertions are read, tracked deletions are left out, and both are told. Text boxes follow the paragraph they
hang on; notes stand at the end, each tied to the words before its mark; comments are no words of the article, only
remarks on them. Running heads are read and set aside. Format: ECMA-376 part 1, 5th edition, chapter 17.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from factdesk.model.remark import RemarkKind
from factdesk.model.version import BlockKind
from factdesk.readers.composing import Composer
from factdesk.readers.papers.fields import address_of
from factdesk.readers.papers.package import Package, attribute, beside, child, damaged, local
from factdesk.readers.papers.properties import state
from factdesk.readers.papers.word.elements import CHARACTERS, DELETED, chosen, outermost, symbol, table_of, words_of
from factdesk.readers.papers.word.styles import Styles, is_on
from factdesk.readers.reading import Reading
from factdesk.text.spans import Span

_THROUGH = frozenset(("smartTag", "customXml", "dir", "bdo", "sdtContent", "sdt", "ruby", "rubyBase"))
"""Elements that only wrap words."""
_INSERTED = frozenset(("ins", "moveTo"))
_NOTES = {"footnoteReference": RemarkKind.FOOTNOTE, "endnoteReference": RemarkKind.ENDNOTE}


def read(data: bytes) -> Reading:
    """Read a Word document.

    Raises:
        UnreadableArticleError: it is damaged, encrypted or no Word document.
    """
    package = Package(data)
    main = _main_part(package)
    root = package.xml(main)
    body = child(root, "body")
    if body is None:
        raise damaged("it holds no document of Word")
    composer = Composer()
    state(composer, package.xml("docProps/core.xml"))
    walk = _Walk(package, main, composer)
    walk.blocks(body)
    walk.notes()
    walk.running_heads()
    _tell(composer)
    return composer.reading()


def _main_part(package: Package) -> str:
    rels = package.xml("_rels/.rels")
    for rel in rels if rels is not None else ():
        if attribute(rel, "Type").endswith("/officeDocument"):
            return attribute(rel, "Target").lstrip("/")
    return "word/document.xml"


def _tell(composer: Composer) -> None:
    for what, told in (
        ("insertion", "Tracked insertions are read as the article’s words: {}."),
        ("deletion", "Tracked deletions were left out: {}."),
        ("hidden", "Hidden text was found and set aside: {}."),
    ):
        if number := composer.counted(what):
            composer.notices.append(told.format(number))


class _Walk:
    """Goes through one document and tells the composer what it meets."""

    def __init__(self, package: Package, part: str, composer: Composer) -> None:
        self._package, self._part, self._to = package, part, composer
        folder, _, name = part.rpartition("/")
        rels = package.xml(f"{folder}/_rels/{name}.rels")
        self._targets = {
            attribute(rel, "Id"): (attribute(rel, "Type").rpartition("/")[2], attribute(rel, "Target"))
            for rel in (rels if rels is not None else ())
        }
        self._styles = Styles(package.xml(beside(part, "styles.xml")))
        self._comments = {attribute(one, "id"): one for one in self._items("comments.xml")}
        self._ranges: dict[str, int] = {}
        self._noted: list[tuple[etree._Element, int, RemarkKind]] = []
        self._boxes: list[etree._Element] = []
        self._fields: list[_Field] = []
        self._goes_on = False
        self._ways: dict[str, Callable[[etree._Element], None]] = {
            "r": self._run,
            "hyperlink": self._hyperlink,
            "fldSimple": self._simple_field,
            **dict.fromkeys(_INSERTED, self._inserted),
            "oMath": self._formula,
            "oMathPara": self._formula,
            "commentRangeStart": self._range_starts,
            "commentRangeEnd": self._comment,
            **dict.fromkeys(DELETED, self._deleted),
            **dict.fromkeys(_THROUGH, self._inline),
        }

    def blocks(self, parent: etree._Element, inside: BlockKind | None = None) -> None:
        """Read the paragraphs and tables of ``parent``; ``inside`` a table or a note they are of that kind."""
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element, inside)
            elif name == "tbl":
                self._table(element)
            elif name in _THROUGH or name in _INSERTED:
                self.blocks(element, inside)
            elif name == "AlternateContent":
                self.blocks(chosen(element), inside)

    def notes(self) -> None:
        """Read the notes at the end, in the order of their marks."""
        held = {
            RemarkKind.FOOTNOTE: {attribute(one, "id"): one for one in self._items("footnotes.xml")},
            RemarkKind.ENDNOTE: {attribute(one, "id"): one for one in self._items("endnotes.xml")},
        }
        for mark, at, kind in self._noted:
            note = held[kind].pop(attribute(mark, "id"), None)  # once, even where a note notes itself
            if note is not None:
                self.blocks(note, BlockKind.NOTE)
                self._to.remark(Span(at, at), kind, words_of(note))

    def running_heads(self) -> None:
        """Read what Word prints at the top and foot of each page, once each, and set it aside."""
        seen = set()
        for kind, target in self._targets.values():
            if kind in ("header", "footer"):
                root = self._package.xml(beside(self._part, target))
                words = words_of(root) if root is not None else ""
                if words not in seen and any(map(str.isalpha, words)):  # a page number alone is no word of anybody
                    seen.add(words)
                    self._to.open(BlockKind.PARAGRAPH)
                    start = self._to.at
                    self._to.say(words)
                    self._to.set_aside(Span(start, self._to.at), "running head" if kind == "header" else "running foot")

    def _items(self, part: str) -> Iterator[etree._Element]:
        root = self._package.xml(beside(self._part, part))
        return iter(root if root is not None else ())

    def _paragraph(self, element: etree._Element, inside: BlockKind | None) -> None:
        shape = self._styles.shape(element)
        if not self._goes_on:  # the mark that ended the paragraph before was deleted: this one goes on with it
            self._to.open(inside or shape.kind, 0 if inside else shape.level)
        self._inline(element)
        self._goes_on = child(element, "pPr", "rPr", "del") is not None
        if self._goes_on:
            return
        self._to.close()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, inside)

    def _table(self, table: etree._Element) -> None:
        for row in table.iter(etree.Element):
            if local(row) != "tr" or table_of(row) is not table:
                continue
            if child(row, "trPr", "del") is not None:
                self._to.count("deletion")
                continue
            for cell in row:
                if local(cell) in ("tc", "sdt"):
                    self.blocks(cell, BlockKind.TABLE_CELL)
            self._to.end_row()

    def _inline(self, parent: etree._Element) -> None:
        for element in parent:
            way = self._ways.get(local(element))
            if way is not None:
                way(element)

    def _hyperlink(self, element: etree._Element) -> None:
        start = self._to.at
        self._inline(element)
        kind, target = self._targets.get(attribute(element, "id"), ("", ""))
        self._to.link(Span(start, self._to.at), target if kind == "hyperlink" else "")

    def _simple_field(self, element: etree._Element) -> None:
        start = self._to.at
        self._inline(element)
        self._to.link(Span(start, self._to.at), address_of(attribute(element, "instr")))

    def _inserted(self, element: etree._Element) -> None:
        self._to.count("insertion")
        self._inline(element)

    def _deleted(self, _element: etree._Element) -> None:
        self._to.count("deletion")

    def _formula(self, element: etree._Element) -> None:
        self._to.say(words_of(element))

    def _range_starts(self, element: etree._Element) -> None:
        self._ranges[attribute(element, "id")] = self._to.at

    def _run(self, run: etree._Element) -> None:
        start = self._to.at
        for element in run:
            self._piece(element)
        if is_on(child(run, "rPr", "vanish")) and self._to.at > start:
            self._to.count("hidden")
            self._to.set_aside(Span(start, self._to.at), "hidden text")

    def _piece(self, element: etree._Element) -> None:
        name = local(element)
        if name in ("t", "instrText"):
            self._said(name, element.text or "")
        elif name in CHARACTERS:
            self._to.say(CHARACTERS[name])
        elif name == "sym":
            self._to.say(symbol(attribute(element, "char")))
        elif name in _NOTES:
            self._noted.append((element, self._to.at, _NOTES[name]))
        elif name == "commentReference":
            self._comment(element)
        elif name == "fldChar":
            self._field(attribute(element, "fldCharType"))
        elif name in ("drawing", "pict", "object"):
            self._boxes += outermost(element, "txbxContent")
        elif name == "AlternateContent":
            for one in chosen(element):
                self._piece(one)

    def _said(self, name: str, words: str) -> None:
        field = self._fields[-1] if self._fields else None
        if field and not field.shown:
            field.code += words
        elif name == "t":
            self._to.say(words)

    def _field(self, mark: str) -> None:
        if mark == "begin":
            self._fields.append(_Field())
        elif self._fields and mark == "separate":
            self._fields[-1].shown = True
            self._fields[-1].start = self._to.at
        elif self._fields and mark == "end":
            field = self._fields.pop()
            if field.shown:
                self._to.link(Span(field.start, self._to.at), address_of(field.code))

    def _comment(self, mention: etree._Element) -> None:
        """Tie a comment to its words, where its range ends or, without a range, where it is mentioned."""
        key = attribute(mention, "id")
        comment = self._comments.pop(key, None)
        if comment is not None:
            span = Span(self._ranges.get(key, self._to.at), self._to.at)
            self._to.remark(span, RemarkKind.COMMENT, words_of(comment), attribute(comment, "author"))


class _Field:
    """A field between its marks: the code that makes it, and since where its result is shown."""

    def __init__(self) -> None:
        self.code, self.shown, self.start = "", False, 0
