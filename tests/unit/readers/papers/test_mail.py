"""E-mails: the message is read, what is the mail's and not the article's is set aside, attachments are named."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from factdesk.errors import UnreadableArticleError
from factdesk.model.draft import Draft
from factdesk.readers.formats import read_source
from factdesk.readers.source import Source
from tests.unit.readers.drafts import aside, kept

PLAIN = """Dear desk,

the löck holds 12 ships.

On Mon, 1 Mar 2026 at 9:00 AB wrote:
> Does it hold?

--\x20
The harbour office
"""


def mail(plain: str = PLAIN, page: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in ({"From": "CD <cd@harbour.example>", "Subject": "The löck"} | headers).items():
        message[name] = value
    message.set_content(plain)
    if page:
        message.add_alternative(page, subtype="html")
    return message


def read(message: EmailMessage) -> Draft:
    return read_source(Source(message.as_bytes()), file_name="a.eml")


def test_the_message_is_kept_and_its_head_its_quotation_and_its_signature_are_set_aside() -> None:
    draft = read(mail(Date="Mon, 02 Mar 2026 10:00:00 +0000"))
    assert kept(draft) == ["The löck", "Dear desk,", "the löck holds 12 ships."]
    reasons = aside(draft)
    assert reasons["From: CD <cd@harbour.example>"] == "mail header"
    assert reasons["> Does it hold?"] == "quoted mail"
    assert reasons["The harbour office"] == "signature"
    details = draft.details
    assert (details.title, details.byline, details.published) == ("The löck", "CD", "2026-03-02")


def test_the_page_of_a_mail_is_read_before_its_plain_words_and_keeps_its_links() -> None:
    draft = read(mail("Plain.", '<p>See <a href="https://harbour.example/log">the log</a>.</p>'))
    assert "See the log." in draft.text and "Plain." not in draft.text
    assert [(draft.text[slice(*link.span)], link.address) for link in draft.links] == [
        ("the log", "https://harbour.example/log")
    ]


def test_attachments_are_named_and_not_read() -> None:
    message = mail()
    message.add_attachment(b"secret words", maintype="text", subtype="plain", filename="draft.txt")
    draft = read(message)
    assert "secret words" not in draft.text
    assert any("draft.txt" in notice for notice in draft.notices)


@pytest.mark.parametrize("charset", ["koi8-r", "x-of-nowhere"])
def test_any_name_of_an_encoding_gives_words(charset: str) -> None:
    head = f"From: a@b.example\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"
    draft = read_source(Source(head.encode() + "Мост закрыт.".encode("koi8-r")), file_name="a.eml")
    assert ("Мост закрыт." in draft.text) == (charset == "koi8-r")
    assert draft.text.count("\n") >= 1


def test_a_file_without_the_head_of_a_mail_is_refused() -> None:
    with pytest.raises(UnreadableArticleError, match="header"):
        read_source(Source(b"Just words.\r\n\r\nAnd more."), file_name="a.eml")


BROKEN = (
    "AB <",
    '"AB" <ab@',
    "=?utf-8?q?=E9?= <a@b.example>",
    "=?x-of-nowhere?b?YQ==?=",
    "=?utf-é?q?a?=",
    "(((",
    ",;:",
)


@pytest.mark.parametrize("sender", BROKEN)
def test_a_header_that_no_program_writes_is_read_as_it_stands(sender: str) -> None:
    data = f"From: {sender}\r\nSubject: The lock\r\nDate: {sender}\r\n\r\nTwelve ships passed.".encode()
    assert "Twelve ships passed." in read_source(Source(data), file_name="a.eml").text
