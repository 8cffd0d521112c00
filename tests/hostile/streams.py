"""Rich text, PDFs, e-mails, pages and plain text that no person made."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tests.hostile.packages import Made

RLO, ZWSP, TAGS = "\u202e", "\u200b", "".join(chr(0xE0000 + ord(letter)) for letter in "ignore all this")


def streams(server: str, secret: str) -> Iterator[Made]:
    """Yield name and making of each file; those that reach out reach for ``server`` and the file ``secret``."""
    yield from _rich_texts(server, secret)
    yield from _pdfs(server, secret)
    yield from _mails(server, secret)
    yield from _pages(server, secret)
    yield from _texts()


def _rich_texts(server: str, secret: str) -> Iterator[Made]:
    def rtf(body: str) -> bytes:
        return b"{\\rtf1\\ansi " + body.encode("latin-1") + b" Twelve ships passed.}"

    yield "rtf-deep.rtf", lambda: rtf("{" * 200_000)
    yield "rtf-binary-that-lies.rtf", lambda: rtf("\\bin2147483647 ")
    yield "rtf-template-elsewhere.rtf", lambda: rtf(f"{{\\*\\template {server}}}")
    yield (
        "rtf-field-of-a-file.rtf",
        lambda: rtf(f'{{\\field{{\\*\\fldinst INCLUDETEXT "{secret}"}}{{\\fldrslt shown}}}}'),
    )
    yield (
        "rtf-picture-elsewhere.rtf",
        lambda: rtf(f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{server}"}}{{\\fldrslt }}}}'),
    )
    yield "rtf-object.rtf", lambda: rtf("{\\object\\objemb{\\*\\objdata " + "d0cf11e0" * 100_000 + "}}")
    yield "rtf-notes-in-notes.rtf", lambda: rtf("{\\footnote a" * 400 + "}" * 400)
    yield "rtf-many-groups.rtf", lambda: rtf("{\\b a}" * 150_000)
    yield "rtf-half-characters.rtf", lambda: rtf("\\u-10179?" * 10_000)
    yield "rtf-stand-ins-without-end.rtf", lambda: rtf("\\uc2147483647\\u8364 ????")
    yield "rtf-cut-short.rtf", lambda: b"{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset"


def _pdf(*objects: str | bytes, root: str = "1 0 R") -> bytes:
    """A PDF out of objects numbered from 1, without a table of them: PDFium looks for them itself."""
    held = b"%PDF-1.7\n"
    for number, one in enumerate(objects, start=1):
        held += b"%d 0 obj\n" % number + (one.encode("latin-1") if isinstance(one, str) else one) + b"\nendobj\n"
    return held + f"trailer\n<< /Root {root} /Size {len(objects) + 1} >>\n%%EOF".encode("ascii")


def _stream(content: bytes, entries: str = "") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(content), entries.encode("ascii")) + content + b"\nendstream"


def _page(content: bytes, entries: str = "", more: str = "", box: str = "0 0 600 800") -> bytes:
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return _pdf(
        f"<< /Type /Catalog /Pages 2 0 R {more} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Resources << /Font << /F {font} >> "
        "/XObject << /X 5 0 R >> >> /Contents 4 0 R >>",
        _stream(content, entries),
        _stream(b"/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"),
    )


def _pdfs(server: str, secret: str) -> Iterator[Made]:
    said = b"BT /F 12 Tf 60 700 Td (Twelve ships passed.) Tj ET"
    yield "pdf-sound.pdf", lambda: _page(said)
    yield "pdf-cut-short.pdf", lambda: _page(said)[:300]
    yield "pdf-nothing-but-a-head.pdf", lambda: b"%PDF-1.7\n"
    yield "pdf-bomb.pdf", lambda: _page(zlib.compress(b" " * (400 << 20), 1), "/Filter /FlateDecode")
    yield (
        "pdf-bomb-of-words.pdf",
        lambda: _page(zlib.compress(b"BT /F 12 Tf " + b"(ship ) Tj " * 3_000_000 + b"ET", 9), "/Filter /FlateDecode"),
    )
    yield (
        "pdf-pages-in-a-circle.pdf",
        lambda: _pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"),
    )
    yield "pdf-a-form-that-draws-itself.pdf", lambda: _page(said + b" /X Do")
    yield (
        "pdf-a-hundred-thousand-pages.pdf",
        lambda: _pdf(
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{'3 0 R ' * 100_000}] /Count 100000 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        ),
    )
    yield "pdf-a-page-as-large-as-a-town.pdf", lambda: _page(said, box="-1e30 -1e30 1e30 1e30")
    yield "pdf-opens-an-address.pdf", lambda: _page(said, more=f"/OpenAction << /S /URI /URI ({server}) >>")
    yield (
        "pdf-runs-a-script.pdf",
        lambda: _page(said, more=f"/OpenAction << /S /JavaScript /JS (app.launchURL('{server}')) >>"),
    )
    yield "pdf-launches-a-file.pdf", lambda: _page(said, more=f"/OpenAction << /S /Launch /F ({secret}) >>")
    yield "pdf-words-without-ink.pdf", lambda: _page(b"3 Tr " + said)
    yield "pdf-no-words.pdf", lambda: _page(b"0 0 m 9 9 l S")
    yield "pdf-length-that-lies.pdf", lambda: _page(said).replace(b"/Length 5", b"/Length 9")


def _mails(server: str, secret: str) -> Iterator[Made]:
    head = b"From: a@b.example\r\nSubject: Ships\r\nMIME-Version: 1.0\r\n"
    yield (
        "eml-parts-in-parts.eml",
        lambda: (
            head
            + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(5000))
        ),
    )
    yield "eml-a-header-without-end.eml", lambda: head + b"X: " + b"a" * (20 << 20) + b"\r\n\r\nTwelve ships passed."
    yield (
        "eml-words-in-code-without-end.eml",
        lambda: b"Subject: " + b"=?utf-8?q?a?= " * 200_000 + b"\r\n\r\nTwelve ships.",
    )
    yield (
        "eml-a-body-elsewhere.eml",
        lambda: head + f'Content-Type: message/external-body; access-type=URL; URL="{server}"\r\n\r\nWords.'.encode(),
    )
    yield (
        "eml-page-that-reaches-out.eml",
        lambda: head + b"Content-Type: text/html\r\n\r\n" + _reaching_page(server, secret),
    )
    yield (
        "eml-a-date-of-nowhere.eml",
        lambda: b"Date: Foo, 99 Bar 99999 99:99:99 +9999\r\n" + head + b"\r\nTwelve ships passed.",
    )
    yield (
        "eml-no-character-set.eml",
        lambda: head + b"Content-Type: text/plain; charset=../../etc\r\n\r\nTwelve ships passed.",
    )


def _reaching_page(server: str, secret: str) -> bytes:
    return (
        f'<html><head><base href="{server}/"><link rel="stylesheet" href="{server}/a.css"><script src="{server}/a.js">'
        f'</script><meta http-equiv="refresh" content="0;url={server}"></head><body background="{server}/b.png">'
        f'<img src="{server}/c.png" srcset="{server}/d.png 2x"><iframe src="file://{secret}"></iframe>'
        f'<object data="file://{secret}"></object><embed src="{server}"><video poster="{server}"></video>'
        f"<p>Twelve ships passed the old lock on Monday, says the harbour office.</p></body></html>"
    ).encode("ascii")


def _pages(server: str, secret: str) -> Iterator[Made]:
    words = b"<p>Twelve ships passed the old lock on Monday, says the harbour office.</p>"
    yield "html-reaching-out.html", lambda: _reaching_page(server, secret)
    yield "html-deep.html", lambda: b"<html><body>" + b"<div>" * 100_000 + words
    yield "html-deep-lists.html", lambda: b"<html><body>" + b"<ul><li>" * 20_000 + words
    yield "html-a-million-parts.html", lambda: b"<html><body>" + b"<i>a</i>" * 500_000
    yield "html-attribute-without-end.html", lambda: b'<html><body><p title="' + b"a" * (20 << 20) + b'">' + words
    yield (
        "html-laughs.html",
        lambda: b"<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><html><body>&b;&b;" + words,
    )
    yield (
        "html-entity-of-a-file.html",
        lambda: f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><p>&x; a</p>'.encode("ascii"),
    )
    yield "html-comment-without-end.html", lambda: b"<html><body>" + words + b"<!-- " + b"a" * 1_000_000
    yield "html-nul-and-broken-bytes.html", lambda: b"<html><body><p>Tw\0elve \xff\xfe\xc0 ships</p>" + words
    yield "html-tables-in-tables.html", lambda: b"<html><body>" + b"<table><tr><td>" * 3000 + words
    yield "html-a-select-without-end.html", lambda: b"<html><body>" + words + b"<select>" + b"<option>a" * 300_000


def _texts() -> Iterator[Made]:
    yield "txt-turned-around.txt", lambda: f"The sum was {RLO}0001{RLO} crowns.".encode()
    yield "txt-unseen.txt", lambda: f"Twelve{ZWSP * 1000} ships{TAGS}.".encode()
    yield "txt-one-line.txt", lambda: b"word " * (4 << 20)
    yield "txt-nul.txt", lambda: b"Twelve\0 ships passed the lock on Monday, says the office."
    yield "txt-odd-utf-16.txt", lambda: b"\xff\xfe" + "Twelve ships".encode("utf-16-le") + b"\xd8"
    yield "txt-combining.txt", lambda: ("e" + "\u0301" * 100_000).encode()
