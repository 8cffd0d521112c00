"""Throws ever new bytes at one reader, led by what they reach in it.

    python -m benchmarks.reading.fuzz READER [--minutes 10]

Needs atheris (``pip install atheris``), which is no part of the project's environment. It ends at the first of: a
crash, ten seconds over one input, a gigabyte of memory, an error that is not FactDesk's own, or a reading whose places
do not lie in its text; the input is then kept in the folder it names. Nesting that Python gives up on is no finding:
where articles are read, the guard makes one sentence of it.
"""

from __future__ import annotations

import argparse
import importlib
import io
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris

from factdesk.errors import UnreadableArticleError
from factdesk.readers.reading import Reading
from factdesk.readers.source import with_address

SEEDS = Path(__file__).parents[2] / "tests" / "unit" / "readers" / "papers" / "made"
_SECONDS, _MEGABYTES = 10, 1024
_TEXT = "application/vnd.oasis.opendocument.text"


def _zipped(*parts: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, content in parts:
            file.writestr(name, content)
    return held.getvalue()


def _inside(suffix: str, part: str) -> list[bytes]:
    return [zipfile.ZipFile(path).read(part) for path in sorted(SEEDS.glob(f"*.{suffix}"))]


def _whole(suffix: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(SEEDS.glob(f"*.{suffix}"))]


def _book(chapter: bytes) -> bytes:
    opf = b'<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
    container = b'<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
    return _zipped(("META-INF/container.xml", container), ("b.opf", opf), ("a.xhtml", chapter))


_MAIL = b"""From: AB <ab@example.org>\r
Subject: =?utf-8?q?The_l=C3=B6ck?=\r
Date: Mon, 2 Mar 2026 10:00:00 +0000\r
Content-Type: multipart/alternative; boundary=x\r
\r
--x\r
Content-Type: text/plain; charset=iso-8859-1\r
Content-Transfer-Encoding: quoted-printable\r
\r
The l=F6ck holds.\r
> Does it?\r
--x\r
Content-Type: text/html\r
\r
<p>It <a href="https://example.org">holds</a>.</p>\r
--x--\r
"""
_PAGE = b"""<!DOCTYPE html><html lang="en"><head><title>The lock</title><meta property="og:title" content="The lock">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The lock", "dateCreated": "2026-03-02"}
</script>
</head><body><nav><a href="/a">Home</a></nav><article><h1>The lock</h1><p class="byline">By AB</p>
<p>Twelve ships passed the old lock on Monday, says <a href="log.html#p">the log</a>.</p><ul><li>One<li>Two</ul>
<blockquote>It holds.</blockquote><table><tr><td>1<td>2</table><p hidden>Unseen.</p></article><footer>Us</footer>"""


_ARCHIVE = (
    b"""From: <Saved by Blink>\r
Snapshot-Content-Location: https://example.org/lock\r
Subject: =?utf-8?Q?The_l=C3=B6ck?=\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="x"\r
\r
--x\r
Content-Type: text/html; charset=utf-8\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://example.org/lock\r
\r
"""
    + _PAGE.replace(b"=", b"=3D")
    + b"\r\n--x--\r\n"
)


def _as_page(data: bytes) -> bytes:
    """Return what the reader of pages is given: decoded text, and where it came from."""
    return with_address(data.decode("utf-8", "replace").encode(), "https://example.org/")


READERS: dict[str, tuple[str, Callable[[bytes], bytes], Callable[[], list[bytes]]]] = {
    "word": (
        "papers.word.document",
        lambda data: _zipped(("word/document.xml", data)),
        lambda: _inside("docx", "word/document.xml"),
    ),
    "word-zip": ("papers.word.document", bytes, lambda: _whole("docx")),
    "opendocument": (
        "papers.opendocument.document",
        lambda data: _zipped(("mimetype", _TEXT.encode()), ("content.xml", data)),
        lambda: _inside("odt", "content.xml"),
    ),
    "opendocument-zip": ("papers.opendocument.document", bytes, lambda: _whole("odt")),
    "rtf": ("papers.rtf.document", bytes, lambda: _whole("rtf")),
    "pdf": ("papers.pdf.document", bytes, lambda: _whole("pdf")),
    "epub": ("papers.epub", _book, lambda: _inside("epub", "EPUB/text/ch001.xhtml")),
    "epub-zip": ("papers.epub", bytes, lambda: _whole("epub")),
    "mail": ("papers.mail", bytes, lambda: [_MAIL]),
    "html": ("web.page", _as_page, lambda: [_PAGE]),
    "mhtml": ("web.archive", bytes, lambda: [_ARCHIVE]),
}
"""Name → module below ``readers``, how the bytes are wrapped, and what to begin with."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading.fuzz", description=__doc__)
    parser.add_argument("reader", choices=READERS)
    parser.add_argument("--minutes", type=float, default=10.0)
    options = parser.parse_args()
    module, wrap, seeds = READERS[options.reader]
    with atheris.instrument_imports(include=["factdesk.readers", "factdesk.text"]):
        read: Callable[[bytes], Reading] = importlib.import_module(f"factdesk.readers.{module}").read

    def once(data: bytes) -> None:
        try:
            reading = read(wrap(data))
        except (UnreadableArticleError, RecursionError):
            return
        _hold_together(reading)

    folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{options.reader}-"))
    for nth, seed in enumerate(seeds()):
        (folder / f"seed-{nth}").write_bytes(seed)
        once(seed)  # what a reader makes on its first call is no part of the time of an input
    limits = (f"-max_total_time={options.minutes * 60:.0f}", f"-timeout={_SECONDS}", f"-rss_limit_mb={_MEGABYTES}")
    atheris.Setup([sys.argv[0], str(folder), *limits, "-max_len=65536", f"-artifact_prefix={folder}/found-"], once)
    print(f"{options.reader}: inputs and findings in {folder}", flush=True)
    atheris.Fuzz()


def _hold_together(reading: Reading) -> None:
    """Raise AssertionError where a place does not lie in the text, or blocks overlap."""
    length = len(reading.text)
    places = [link.span for link in reading.links] + [remark.span for remark in reading.remarks]
    places += [span for span, _ in reading.set_aside]
    assert all(span.within(length) for span in places), "a place outside the text"
    end = 0
    for block in reading.blocks:
        assert end <= block.span.start < block.span.end <= length, "blocks that overlap"
        assert reading.text[slice(*block.span)].strip() == reading.text[slice(*block.span)], "white space in a block"
        end = block.span.end
    assert all(0 <= page.start <= length for page in reading.pages), "a page outside the text"


if __name__ == "__main__":
    main()
