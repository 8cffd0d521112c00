"""The way in: which reader, and every refusal."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from factdesk.errors import UnreadableArticleError
from factdesk.readers import formats
from factdesk.readers.files import LARGEST
from factdesk.readers.formats import SUFFIXES, read_file, read_source, read_text
from factdesk.readers.source import Source
from tests.unit.readers.papers.make import MADE


def refusal_of(path: Path) -> UnreadableArticleError:
    with pytest.raises(UnreadableArticleError) as caught:
        read_file(path)
    assert caught.value.exit_code == 3
    assert caught.value.remedy.endswith(".")
    return caught.value


@pytest.mark.parametrize("name", ["a.txt", "a.text", "A.TXT", "a", "notes.2026"])
def test_text_is_read_as_plain_text_whatever_its_suffix(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("The bridge is shut.", encoding="utf-8")
    draft = read_file(path)
    assert (draft.reader, draft.file_name, draft.text) == ("plain", name, "The bridge is shut.")


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "A.MD"])
def test_the_suffix_says_markdown(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("words only", encoding="utf-8")
    assert read_file(path).reader == "markdown"


def test_pasted_markdown_is_known_by_its_marks_and_a_text_file_is_taken_at_its_word() -> None:
    source = "# River\n\nThe [report](https://valley.example) is out.\n"
    assert read_text(source).reader == "markdown"
    assert read_source(Source(source.encode()), file_name="river.txt").reader == "plain"
    assert read_text("# 1 in the charts\n\nPlain words.").reader == "plain"


def test_the_open_dialog_is_told_every_suffix() -> None:
    assert (SUFFIXES[".txt"], SUFFIXES[".md"]) == ("Plain text", "Markdown")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "no file" in refusal_of(tmp_path / "gone.txt").why


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder" in refusal_of(tmp_path).why


def test_a_file_used_as_a_folder_and_a_name_too_long_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    refusal_of(tmp_path / "a.txt" / "b.txt")
    refusal_of(tmp_path / ("n" * 5000))
    refusal_of(tmp_path / "nul\x00name.txt")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no ordinary file" in refusal_of(tmp_path / "pipe.txt").why


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u00a0\u2028".encode()])
def test_a_file_with_nothing_to_see_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(data)
    assert "empty.txt" in refusal_of(path).why


def test_nothing_pasted_is_refused() -> None:
    with pytest.raises(UnreadableArticleError, match="pasted text"):
        read_text(" \n")


def test_a_binary_file_is_refused_with_the_formats_that_work(tmp_path: Path) -> None:
    path = tmp_path / "program.bin"
    path.write_bytes(bytes(range(256)) * 9)
    refusal = refusal_of(path)
    assert "no text" in refusal.why
    assert "Word document, PDF, web page or plain text" in refusal.remedy


@pytest.mark.parametrize("name", ["draft.docx", "draft.txt"])
def test_a_word_file_is_known_by_suffix_and_by_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", "<w/>")
    refusal = refusal_of(path)
    assert "Word" in refusal.why
    assert "paste" in refusal.remedy


def test_formats_made_of_letters_are_not_taken_for_text() -> None:
    assert read_source(Source(b"{\\rtf1 words}"), file_name="article.txt").reader == "rtf"
    with pytest.raises(UnreadableArticleError, match="PDF"):
        read_source(Source(b"%PDF-1.7 words"), file_name="article.txt")


def test_a_desk_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "news.factdesk"
    path.write_bytes(b"SQLite format 3\x00" + bytes(100))
    assert "desk" in refusal_of(path).why


def test_the_source_of_a_web_page_is_read_and_said() -> None:
    draft = read_source(Source(b"<!DOCTYPE html>\n<p>Words</p>"), file_name="saved.txt")
    assert "web page" in draft.notices[0]


def test_a_file_over_the_limit_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    refusal = refusal_of(path)
    assert "64 MB" in refusal.why


def test_bytes_and_pasted_words_over_the_limit_are_refused_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "LARGEST", 9)
    with pytest.raises(UnreadableArticleError, match="most is"):
        read_source(Source(b"ten letter"), file_name="a.txt")
    with pytest.raises(UnreadableArticleError, match="pasted text"):
        read_text("ten letter")
    assert read_text("nine let.").text == "nine let."


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("words", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root reads everything: ask the kernel for a file that even root may not read
        path = Path("/proc/1/mem")
        assert "could not be read" in refusal_of(path).why or "may not read" in refusal_of(path).why
        return
    assert "may not read" in refusal_of(path).why


def test_a_refusal_names_the_file_as_it_is_written(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert refusal_of(empty).why == "“empty.txt” is empty"


@pytest.mark.parametrize("made", sorted(set(MADE.iterdir()) - {MADE / "pandoc.rtf"}), ids=lambda path: path.name)
def test_a_file_that_was_cut_off_is_refused_by_name_in_words_a_person_knows(tmp_path: Path, made: Path) -> None:
    """A third of a file: no library's own words, no brackets, one full stop."""
    half = tmp_path / made.name
    half.write_bytes(made.read_bytes()[: made.stat().st_size // 3])
    refusal = refusal_of(half)
    assert refusal.what == f"“{made.name}” was not read"
    assert refusal.why.startswith("it is cut off or damaged")
    assert not set("().") & set(refusal.why)


def test_the_words_of_rich_text_that_was_cut_off_are_read_with_a_notice(tmp_path: Path) -> None:
    whole = MADE / "pandoc.rtf"
    assert not any("cut off" in notice for notice in read_file(whole).notices)
    half = tmp_path / "half.rtf"
    half.write_bytes(whole.read_bytes()[:-200])
    draft = read_file(half)
    assert read_file(whole).text.startswith(draft.text[:100])
    assert any("cut off" in notice for notice in draft.notices)


OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize("name", ["locked.docx", "locked.doc", "locked.odt"])
def test_a_document_that_is_locked_with_a_password_is_told_as_locked(tmp_path: Path, name: str) -> None:
    locked = tmp_path / name
    locked.write_bytes(OFFICE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    assert refusal_of(locked).why == "it is locked with a password"


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".pdf", ".epub"])
def test_a_file_with_a_wrong_suffix_is_what_its_bytes_say(tmp_path: Path, suffix: str) -> None:
    wrong = tmp_path / f"wrong{suffix}"
    wrong.write_text("The river rose 4.2 metres – und fiel. " * 200, encoding="utf-8")
    assert read_file(wrong).reader == "plain"
    wrong.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(200)))
    assert refusal_of(wrong).why == f"“wrong{suffix}” is a picture"
    wrong.write_bytes(OFFICE + bytes(600))
    assert refusal_of(wrong).why == f"“wrong{suffix}” is an old Word document"


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(range(256)), b"PK\x03\x04" + b"a.txt" * 50])
def test_a_zip_is_to_be_unpacked_first(tmp_path: Path, data: bytes) -> None:
    packed = tmp_path / "article.zip"
    packed.write_bytes(data)
    refusal = refusal_of(packed)
    assert refusal.why == "“article.zip” is a zip file without a document in it that can be read"
    assert refusal.remedy.startswith("Unpack it")
