"""From bytes to text: what is certain, what is said, what is refused."""

from __future__ import annotations

import codecs

import pytest

from factdesk.readers.encoding import decode, decode_as, repair_surrogates
from factdesk.readers.encodings import ENCODINGS

WORDS = "Der Fluß stieg um 4 m – “so hoch wie nie”, sagt die Behörde.\r\nUnd Ende."


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8 with mark"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-16 little"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16 big"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "utf-32"),
    ],
)
def test_a_certain_encoding_is_read_exactly_and_without_a_word(data: bytes, name: str) -> None:
    decoded = decode(data)
    assert decoded is not None
    assert (decoded.text, decoded.notices) == (WORDS, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_empty_bytes(codec: str) -> None:
    decoded = decode(WORDS.encode(codec))
    assert decoded is not None
    assert decoded.text == WORDS
    assert decoded.notices[0].startswith("Read as UTF-16")


def test_windows_1252_is_read_and_said() -> None:
    decoded = decode(WORDS.encode("cp1252"))
    assert decoded is not None
    assert decoded.text == WORDS
    assert "Windows-1252" in decoded.notices[0]


def test_a_few_damaged_bytes_do_not_turn_the_rest_into_another_encoding() -> None:
    decoded = decode(("Größe, Brücke, Straße, Fluß, Öl, „nein“, ja – " * 3).encode() + b"\xff end")
    assert decoded is not None
    assert decoded.text.startswith("Größe") and decoded.text.endswith("\ufffd end")
    assert decoded.notices == ("1 place could not be read as UTF-8; each is shown as \ufffd.",)


def test_nothing_is_normalised_stripped_or_rewrapped() -> None:
    text = "\u00a0cafe\u0301 \r\n\r\tx\u2028y \n"
    decoded = decode(text.encode())
    assert decoded is not None
    assert decoded.text == text


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 60,
        b"words and then " + b"\x00\x01\x02" * 20,
        codecs.BOM_UTF16_LE + b"\x00\xd8" * 50,
    ],
)
def test_bytes_that_are_no_text_are_not_decoded(data: bytes) -> None:
    assert decode(data) is None


def test_one_stray_nul_does_not_make_a_text_binary() -> None:
    decoded = decode(b"The word was\x00 cut in the file. " * 20)
    assert decoded is None
    decoded = decode(b"The river rose.\x00" + b" More words follow here." * 20)
    assert decoded is not None and "\x00" in decoded.text


def test_surrogate_halves_side_by_side_are_one_character_and_lone_ones_are_counted() -> None:
    repaired = repair_surrogates("a\ud83d\ude00b\ud83dc\ude00")
    assert repaired.text == "a😀b\ufffdc\ufffd"
    assert repaired.notices == ("2 places stood for half a character; each is shown as \ufffd.",)
    assert repair_surrogates("plain").notices == ()


RUSSIAN = "Мост закрыт после проверки, сообщила администрация порта."


@pytest.mark.parametrize(
    ("words", "codec"), [(RUSSIAN, "koi8-r"), (RUSSIAN, "cp1251"), ("橋は閉鎖された。市長が発表した。", "cp932")]
)
def test_where_no_encoding_fits_a_person_is_asked_and_their_word_is_obeyed(words: str, codec: str) -> None:
    guessed = decode(words.encode(codec))
    assert guessed is not None
    assert guessed.unsure and "Say which one it is" in guessed.notices[0]
    named = decode_as(words.encode(codec), codec)
    assert named is not None
    assert (named.text, named.notices, named.unsure) == (words, (), False)


def test_a_choice_is_obeyed_even_where_bytes_are_not_of_it_and_tells_what_was_lost() -> None:
    chosen = decode_as("Größe".encode("cp1252"), "UTF-8")
    assert chosen is not None
    assert (chosen.text, chosen.encoding) == ("Gr\ufffd\ufffde", "utf-8")
    assert chosen.notices == ("2 places could not be read in the encoding you chose; each is shown as \ufffd.",)


@pytest.mark.parametrize("name", ["", "no-such", "punycode", "idna", "unicode-escape", "utf-7", "rot13", "zip", "a\0b"])
def test_a_name_of_no_encoding_is_not_taken_from_anybody(name: str) -> None:
    assert decode_as(b"words", name) is None
    believed = decode(b"The word-5na rose +AGE-\\u0041", name)
    assert believed is not None
    assert believed.text == "The word-5na rose +AGE-\\u0041"


def test_every_encoding_of_the_list_is_one_by_its_own_name() -> None:
    assert [name for name, _ in ENCODINGS if codecs.lookup(name).name != name] == []


def test_no_bytes_in_an_encoding_that_there_is_not_are_an_empty_text() -> None:
    decoded = decode(b"", "ut")
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == ("", "utf-8")
