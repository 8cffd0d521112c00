"""PDF files: the words of the text layer in the order of the file, joined to paragraphs over lines, columns and pages.

What a page shows and what its text layer says can differ; nothing but a look at the page tells. Format: ISO 32000-2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

import pypdfium2
import pypdfium2.raw as pdfium

from factdesk.errors import UnreadableArticleError
from factdesk.model.version import BlockKind
from factdesk.readers.composing import Composer
from factdesk.readers.files import WHAT
from factdesk.readers.papers.package import damaged
from factdesk.readers.papers.pdf.blocks import PrintedBlock, blocks_of
from factdesk.readers.papers.pdf.heads import running_heads
from factdesk.readers.papers.pdf.lines import Line, lines_of
from factdesk.readers.papers.pdf.links import links_of
from factdesk.readers.reading import Reading, Stated
from factdesk.text.spans import Span

_MOST_PAGES = 500
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")
_PLACEHOLDERS = frozenset(("", "untitled", "untitled document"))


def read(data: bytes) -> Reading:
    """Read a PDF file.

    Raises:
        UnreadableArticleError: it is damaged, locked, or its pages are pictures without words.
    """
    document = _opened(data)
    try:
        return _read(document)
    finally:
        document.close()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if getattr(problem, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            remedy = "Save a copy without the password first."
            raise UnreadableArticleError(WHAT, "it is locked with a password", remedy) from None
        raise damaged("it is cut off or damaged, or no PDF at all") from None


def _read(document: pypdfium2.PdfDocument) -> Reading:
    composer = Composer()
    lines: list[Line] = []
    heights: list[float] = []
    links: list[tuple[int, int, int, str]] = []
    for nth in range(min(len(document), _MOST_PAGES)):
        with suppress(pypdfium2.PdfiumError):  # a page that cannot be loaded shows nothing either
            page = document[nth]
            heights += [0.0] * (nth - len(heights)) + [page.get_height()]
            lines += lines_of(page, nth)
            links += [(nth, *link) for link in links_of(page)]
            page.close()
    if not lines:
        raise UnreadableArticleError(
            WHAT, "its pages are pictures without a text layer", "Let a text recognition (OCR) go over it first."
        )
    _state(composer, document)
    _tell(composer, document, lines)
    _Setting(composer, lines, [document.get_page_label(nth) or str(nth + 1) for nth in range(len(heights))]).set(
        running_heads(lines, heights), links
    )
    return composer.reading()


def _state(composer: Composer, document: pypdfium2.PdfDocument) -> None:
    for key, detail in (("Title", "title"), ("Author", "byline")):
        value = " ".join(document.get_metadata_value(key).split())
        if value.lower() not in _PLACEHOLDERS and not value.lower().startswith("microsoft word"):
            composer.stated[detail] = Stated(value, "document properties")


def _tell(composer: Composer, document: pypdfium2.PdfDocument, lines: Sequence[Line]) -> None:
    composer.notices.append("The words of a PDF may differ from what its pages show. Compare figures and names.")
    if unseen := len({line.page for line in lines if not line.inked}):
        pages = "1 page is" if unseen == 1 else f"{unseen} pages are"
        composer.notices.append(f"The words of {pages} invisible: text recognition or hidden text. Compare them.")
    if len(document) > _MOST_PAGES:
        composer.notices.append(f"Only the first {_MOST_PAGES} of {len(document)} pages were read.")


class _Setting:
    """Sets the lines of a PDF as text."""

    def __init__(self, composer: Composer, lines: Sequence[Line], labels: Sequence[str]) -> None:
        self._to, self._lines, self._labels = composer, lines, labels
        self._begun = 0
        self._places: dict[tuple[int, int], int] = {}
        self._hyphened = {word for line in lines for word in re.findall(r"\w+-\w+", line.words.casefold())}

    def set(self, heads: dict[Line, str], links: Sequence[tuple[int, int, int, str]]) -> None:
        """Set all blocks; running heads come behind the block that goes on around them."""
        waiting = [line for line in self._lines if line in heads]
        for block in blocks_of([line for line in self._lines if line not in heads]):
            self._block(block)
            while waiting and waiting[0].page <= block.lines[-1].page:
                self._head(waiting.pop(0), heads)
        for line in waiting:
            self._head(line, heads)
        self._begin_pages(len(self._labels))
        for span, address in self._joined(links):
            self._to.link(span, address)

    def _joined(self, links: Sequence[tuple[int, int, int, str]]) -> list[tuple[Span, str]]:
        """Return the links with their words; one that goes on in the next line is one link."""
        found: list[tuple[Span, str]] = []
        for page, first, last, address in links:
            start, end = self._places.get((page, first)), self._places.get((page, last))
            if start is None or end is None:
                continue
            before = found[-1] if found else None
            if before and before[1] == address and 0 <= start - before[0].end <= 1:
                found[-1] = (Span(before[0].start, end + 1), address)
            else:
                found.append((Span(start, end + 1), address))
        return found

    def _begin_pages(self, upto: int) -> None:
        """Let every page before ``upto`` begin here that has not begun, those without words among them."""
        for label in self._labels[self._begun : upto]:
            self._to.page(label)
        self._begun = max(self._begun, upto)

    def _head(self, line: Line, heads: dict[Line, str]) -> None:
        self._to.open(BlockKind.PARAGRAPH)
        start = self._to.at
        self._to.say(line.words)
        self._to.close()
        self._to.set_aside(Span(start, self._to.at), heads[line])

    def _block(self, block: PrintedBlock) -> None:
        self._to.open(block.kind, block.level)
        before: Line | None = None
        for line in block.lines:
            if before is not None:
                self._to.say(self._between(before, line))
            self._begin_pages(line.page + 1)
            for nth in range(len(line.words)):
                self._places[line.page, line.first + nth] = self._to.at + nth
            self._to.say(line.words)
            before = line
        self._to.close()

    def _between(self, before: Line, line: Line) -> str:
        """Return what stands between two lines of one block: nothing, where a word was only parted for the line."""
        if before.parted:
            word = f"{_last(before.words)}-{_first(line.words)}".casefold()
            return "-" if word in self._hyphened or not line.words[:1].islower() else ""
        both_wide = _WIDE.match(before.words[-1]) and _WIDE.match(line.words[0])
        return (
            "" if both_wide or (before.words.endswith(("-", "–", "—", "/")) and before.words[-2:-1].isalpha()) else " "
        )


def _last(words: str) -> str:
    return re.split(r"\W", words)[-1]


def _first(words: str) -> str:
    return re.split(r"\W", words, maxsplit=1)[0]
