"""A telling's words against the head's, and what is told of it before it is linked."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from factdesk.text.spans import Span
from factdesk.text.tellings import differences
from factdesk.ui import theme
from factdesk.ui.claim import words
from factdesk.ui.claim.tellings.page import TellingsPage, told_times
from factdesk.ui.claim.tellings.row import TellingRow
from factdesk.ui.claim.tellings.told import ToldItem

HEAD = "The council paid 4 million for the bridge last year"


def proposed(telling: str, start: int = 100) -> ToldItem:
    span = Span(start, start + len(telling))
    return ToldItem(segment_id=None, span=span, pieces=differences(HEAD, telling), words=telling, head=HEAD)


def test_what_is_added_and_dropped_has_a_sign_a_shape_and_a_colour(qtbot: QtBot) -> None:
    row = TellingRow(proposed("The council paid 5 million for the bridge last year"), "")
    qtbot.addWidget(row)
    colours = theme.current()
    assert f'<i style="color: {colours.warning}">−<s>4</s></i>' in row.text.text()
    assert f'<b style="color: {colours.accent}">+<u>5</u></b>' in row.text.text()


def test_two_wordings_with_little_in_common_stand_one_below_the_other(qtbot: QtBot) -> None:
    row = TellingRow(proposed("A new bridge for 4 million"), "2a")
    qtbot.addWidget(row)
    told, head = row.text.text().split("<br/>")
    assert told == "2a A new <b>bridge</b> for <b>4 million</b>"
    assert head == "<i>head: The council paid <b>4 million</b> for the <b>bridge</b> last year</i>"


def test_what_only_one_of_two_wordings_names_is_said_in_words(qtbot: QtBot) -> None:
    row = TellingRow(proposed("Upton paid 5 million for it"), "")
    qtbot.addWidget(row)
    assert row.detail.text() == "◇ proposed · ≠ wording differs · only here: 5 million · only in the head: 4 million"


def test_a_telling_in_the_same_words_says_so(qtbot: QtBot) -> None:
    row = TellingRow(proposed(HEAD), "")
    qtbot.addWidget(row)
    assert row.detail.text() == "◇ proposed · same words"


def test_the_button_that_links_all_stands_below_what_it_links(qtbot: QtBot) -> None:
    page = TellingsPage()
    qtbot.addWidget(page)
    page.show_tellings("2", (proposed("The bridge cost 4 million"), proposed("4 million were paid", 300)))
    page.show()
    qtbot.waitExposed(page)
    assert page.link_all.isVisible() and page.rows[-1].geometry().bottom() < page.link_all.y()


def test_each_button_of_a_telling_wishes_what_it_says(qtbot: QtBot) -> None:
    page = TellingsPage()
    qtbot.addWidget(page)
    item = proposed("The bridge cost 4 million")
    page.show_tellings("2", (item,))
    (row,) = page.rows
    for button, wish in ((row.link, "link"), (row.reject, "reject"), (row.unlink, "unlink"), (row.show_it, "show")):
        with qtbot.waitSignal(page.wished) as wished:
            button.click()
        assert wished.args == [wish, item]


def test_a_claim_is_told_as_often_as_it_is_linked_and_once_more() -> None:
    assert (told_times(0, 0), told_times(0, 1)) == ("", "1 proposed")
    assert told_times(2, 0) == words.told_times(3)
    assert told_times(1, 2) == f"{words.told_times(2)} · 2 proposed"


def test_the_page_says_what_will_be_linked_before_it_is(qtbot: QtBot) -> None:
    page = TellingsPage()
    qtbot.addWidget(page)
    page.set_key_hint("Y")
    page.show_tellings("2", (proposed("The bridge cost 4 million"),))
    assert page.will_link.text() == "Y links the place marked ◇."
    page.show_tellings("2", (proposed("The bridge cost 4 million"), proposed("4 million were paid", 300)))
    assert page.will_link.text().startswith("Y links the 2 places marked ◇")
    assert "linked together" in page.will_link.text()
    page.show_tellings("2", ())
    assert page.will_link.isHidden()
