from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from factdesk.ui.claim.fields.preview import Preview, html_of


def test_markdown_is_shown_as_it_will_be_printed() -> None:
    html = html_of("The **count** says *less*.\n\n- one\n- two")
    assert "<strong>count</strong>" in html
    assert "<li>one</li>" in html


@pytest.mark.parametrize(
    "typed",
    ["<script>alert(1)</script>", "<img src='file:///etc/hostname'>", "a <b onclick='x()'>b</b>", "<!-- hidden -->"],
)
def test_html_typed_by_the_person_stands_as_words(typed: str) -> None:
    html = html_of(typed)
    assert "&lt;" in html
    for tag in ("<script", "<img", "<b ", "<!--"):
        assert tag not in html


@pytest.mark.parametrize(
    "typed",
    ["![a](file:///etc/hostname)", "![a][1]\n\n[1]: file:///etc/hostname", "![1]\n\n[1]: http://x.example/a.png"],
)
def test_a_picture_is_never_named(typed: str) -> None:
    assert "<img" not in html_of(typed)


def test_one_text_does_not_leak_its_links_into_the_next() -> None:
    html_of("[a][1]\n\n[1]: http://one.example")
    assert "one.example" not in html_of("[a][1]")


def test_the_preview_reads_no_file_even_when_a_document_names_one(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(picture))
    style = tmp_path / "style.css"
    style.write_text("p { color: #ff0000 }", encoding="utf-8")
    preview = Preview("Preview")
    qtbot.addWidget(preview)
    address, sheet = QUrl.fromLocalFile(str(picture)), QUrl.fromLocalFile(str(style))
    preview.setHtml(f"<link rel='stylesheet' href='{sheet.toString()}'><p>words <img src='{address.toString()}'></p>")
    preview.grab()
    kinds = QTextDocument.ResourceType
    for kind, name in ((kinds.ImageResource, address), (kinds.StyleSheetResource, sheet), (kinds.HtmlResource, sheet)):
        assert preview.document().resource(kind.value, name) == QByteArray()


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://port.example/a", True),
        ("mailto:desk@port.example", True),
        ("file:///etc/hostname", False),
        ("javascript:alert(1)", False),
        ("smb://port.example/a", False),
    ],
)
def test_a_link_is_only_asked_for_and_only_where_a_browser_may_go(qtbot: QtBot, address: str, asked: bool) -> None:
    preview = Preview("Preview")
    qtbot.addWidget(preview)
    preview.show_markdown(f"[here]({address})")
    heard: list[str] = []
    preview.link_asked.connect(heard.append)
    preview.anchorClicked.emit(QUrl(address))
    assert heard == ([address] if asked else [])
    assert preview.toPlainText() == "here"  # nothing was opened in its place
