"""The dialog that asks for a web address says which machine will be asked."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.address import AddressDialog


def said(qtbot: QtBot, address: str) -> tuple[str, bool]:
    dialog = AddressDialog(address)
    qtbot.addWidget(dialog)
    return dialog.field.accessibleDescription(), dialog.fetch.isEnabled()


def test_the_machine_is_named_before_it_is_asked(qtbot: QtBot) -> None:
    assert said(qtbot, "https://crier.example/news") == ("This computer will ask crier.example.", True)


def test_a_name_in_letters_that_pass_for_others_is_shown_as_the_network_knows_it(qtbot: QtBot) -> None:
    words, can = said(qtbot, "https://cri\u0435r.example/news")  # a Cyrillic letter
    assert can
    assert "xn--" in words
    assert "other alphabets" in words


def test_what_is_before_an_at_sign_is_not_taken_for_the_machine(qtbot: QtBot) -> None:
    assert said(qtbot, "https://crier.example@elsewhere.example/")[0] == "This computer will ask elsewhere.example."


def test_what_is_no_address_cannot_be_fetched(qtbot: QtBot) -> None:
    for address in ("", "crier.example", "file:///etc/hostname", "https://", "https://" + "a" * 64 + ".example"):
        assert not said(qtbot, address)[1], address
