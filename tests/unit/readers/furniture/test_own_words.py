"""Furniture: what is set aside, why, and above all what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdesk.readers.formats import read_file, read_text
from factdesk.readers.vocabulary import furniture_words
from tests.unit.readers.drafts import ARTICLES, aside, kept

BODY = "The river rose by four metres in nine hours on Tuesday, and the county closed the old bridge at once."


def reason(line: str) -> str:
    return aside(read_text(f"A Title for the Day\n\n{BODY}\n\n{line}\n\n{BODY}")).get(line, "")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Sign up for our newsletter and never miss a story", "newsletter line"),
        ("Stay informed! Get the day’s news delivered to your inbox.", "newsletter line"),
        ("Abonnieren Sie unseren Newsletter", "newsletter line"),
        ("Share this article on Facebook", "share bar"),
        ("Share · Tweet · Email · Print", "share bar"),
        ("Home | News | Sport | Business | Contact us", "menu"),
        ("Home » World » Europe", "menu"),
        ("You may also like", "related links"),
        ("READ MORE: Five bridges that need repair", "related links"),
        ("À lire aussi", "related links"),
        ("Читайте также", "related links"),
        ("関連記事", "related links"),
        ("PTI", "credits of the news desk"),
        ("With Post wires", "credits of the news desk"),
        ("4:14 p.m.", "time of an update"),
        ("10 pm ET", "time of an update"),
        ("Leave a Comment", "comments"),
        ("Comments (12)", "comments"),
        ("0 comments", "comments"),
        ("We use cookies to improve your experience. Accept all", "cookie or consent line"),
        ("Privacy policy", "cookie or consent line"),
        ("© 2026 The Valley Courier", "copyright line"),
        ("The Valley Courier Ltd. All rights reserved", "copyright line"),
        ("[Insert chart here]", "placeholder"),
        ("Lorem ipsum dolor sit amet, consectetur", "placeholder"),
        ("Subscribe now to continue reading this article", "call to subscribe or follow"),
        ("Follow us on Facebook and Instagram", "call to subscribe or follow"),
        ("Want to know more about rivers? Explore our coverage of floods.", "call to read on"),
        ("Click here to see the whole table", "call to read on"),
        ("ADVERTISEMENT", "advertisement mark"),
        ("Story continues below", "advertisement mark"),
        ("Skip to content", "page control"),
        ("4 min read", "page control"),
        ("Tags: floods, bridges, council", "topic tags"),
        ("(Image credit: County Council)", "picture credit"),
        ("Reporting by AB in the valley; editing by CD", "credits of the news desk"),
        ("This article was originally published in The Valley Courier.", "note about the page"),
        ("Press contact: the press office, press@valley.example", "contact line"),
        ("* * *", "dividing line"),
        ("_____", "dividing line"),
    ],
)
def test_a_line_of_the_page_is_set_aside_with_its_reason(line: str, why: str) -> None:
    assert reason(line) == why


@pytest.mark.parametrize(
    "line",
    [
        "Pro Tip: Keep an eye on the gauge at the mill.",
        "Did you know?",
        "The company sends its newsletter to 4,000 readers every week.",
        "Readers of the newsletter were told to sign up again.",
        "Subscribers fell by 12 per cent last year, the publisher said.",
        "Share prices fell by 4 per cent on Tuesday.",
        "Facebook and Twitter",
        "Facebook, Twitter",
        "Threads",
        "The ferry left at 4:14 p.m.",
        "4:14 p.m. was too late",
        "The post wires",
        "Facebook removed the page on Monday, and X did the same.",
        "Home ownership",
        "Health",
        "Related costs rose to £2 million.",
        "More from the inquiry is expected in May.",
        "Comment is free, but facts are sacred, as the editor wrote in 1921.",
        "The council accepts all cookies made by volunteers for the fair.",
        "By accepting the terms, the union ended the strike.",
        "Copyright law is to be reformed by the autumn.",
        "(c) the third reason is the weather",
        "The report was published on Monday and counts 30 deaths.",
        "The article was published in 1998.",
        "The views expressed by the minister were not new.",
        "Photographs by the hundred were handed in.",
        "Follow the river for two miles and the first dam comes into view.",
        "Advertisement spending rose by a third.",
        "Read the report: it says otherwise.",
        "Click here, the page said, and 300 people did.",
        "12 replies were counted in the first hour.",
        "Support our troops, the banner read.",
        "Cookies",
        "Contact with the mill was lost: it never came back.",
        "14 March 2026 was the day the bridge closed.",
    ],
)
def test_a_line_of_the_article_is_left_in_place(line: str) -> None:
    assert reason(line) == ""


def test_a_long_paragraph_is_the_articles_whatever_its_first_words_are() -> None:
    line = f"Sign up for our newsletter, the sign said. {BODY} {BODY} {BODY} {BODY} {BODY}"
    assert reason(line) == ""


def test_three_priorities_in_a_list_are_no_menu() -> None:
    text = f"{BODY}\n\nThe three priorities are:\n\n• Health\n• Education\n• Environment\n\n{BODY}"
    assert aside(read_text(text)) == {}


def test_section_names_far_apart_among_other_short_lines_are_no_menu() -> None:
    lines = ["Home", *(f"Row {n}" for n in range(8)), "News", "Sport"]
    assert aside(read_text(f"{BODY}\n\n" + "\n".join(lines) + f"\n\n{BODY}")) == {}


def test_two_names_of_networks_are_no_share_bar_and_a_word_of_sharing_makes_them_one() -> None:
    assert aside(read_text(f"{BODY}\n\nFacebook\nTelegram\n\n{BODY}")) == {}
    assert set(aside(read_text(f"{BODY}\n\nShare\nTelegram\n\n{BODY}"))) == {"Share", "Telegram"}


def test_links_under_a_related_heading_go_and_the_heading_of_the_next_part_stays() -> None:
    text = (
        f"A Title for the Day\n\n{BODY}\n\nRelated stories\n\nFive bridges that need repair\n\n"
        f"Why the river rises\n\nWhat happens next\n\n{BODY}"
    )
    assert set(aside(read_text(text))) == {"Related stories", "Five bridges that need repair", "Why the river rises"}


def test_a_credit_at_the_end_of_a_caption_is_set_aside_alone() -> None:
    caption = "The bridge on Wednesday morning, seen from the mill. Photo: County Council"
    draft = read_text(f"A Title for the Day\n\n{caption}\n\n{BODY}")
    assert aside(draft) == {"Photo: County Council": "picture credit"}


def test_a_page_pasted_whole_gives_its_article() -> None:
    draft = read_file(ARTICLES / "whole-page.txt")
    assert [words.split("\n")[0][:24] for words in kept(draft)] == [
        "Council Shuts Old Mill B",
        "The decision came overni",
        "The county closed the Ol",
        "No choice at all",
        "“We had no choice at all",
        "The river authority publ",
    ]


def test_links_between_known_furniture_at_the_foot_of_a_page_go_with_it() -> None:
    foot = [
        "Share",
        "Print",
        "Weather in the valley",
        "Bus times",
        "Lost and found",
        "Pay your bill",
        "Log in",
        "Privacy policy",
    ]
    draft = read_text(f"A Title for the Day\n\n{BODY}\n\n{BODY}\n\n" + "\n".join(foot))
    assert aside(draft)["Bus times"] == "links of the page"
    assert kept(draft) == ["A Title for the Day", BODY, BODY]


def test_the_headline_above_the_first_sentence_stays_though_a_button_stands_below_it() -> None:
    menu = ["Skip to content", "Home", "News", "Sport", "Weather in the valley", "Bus times", "Privacy policy"]
    head = [*menu, "Council Shuts Old Mill Bridge After Record Flood", "Log in"]
    assert kept(read_text("\n".join(head) + f"\n\n{BODY}\n\n{BODY}")) == [head[-2], BODY, BODY]


def test_a_table_between_advertisements_stays() -> None:
    rows = [f"Town {letter} {n} – {n + 1} Village {letter}" for n, letter in enumerate("ABCDEFGHIJKL")]
    lines = ["Advertisement", "Share this article", "Print this page", *rows, "Advertisement"]
    draft = read_text(f"A Title for the Day\n\n{BODY}\n\n" + "\n".join(lines) + f"\n\n{BODY}")
    assert [row for row in rows if row in aside(draft)] == []


def test_two_buttons_do_not_take_the_table_below_them() -> None:
    rows = [f"Town {letter} {n} – {n + 1} Village {letter}" for n, letter in enumerate("ABCDEFGHIJ")]
    draft = read_text(f"A Title for the Day\n\n{BODY}\n\nShare this article\nPrint this page\n" + "\n".join(rows))
    assert set(aside(draft)) == {"Share this article", "Print this page"}


def test_a_list_of_results_at_the_end_stays_though_a_share_bar_and_a_notice_stand_around_it() -> None:
    results = [f"Town {letter} {n} – {n + 1} Village {letter}" for n, letter in enumerate("ABCDEFGHIJ")]
    foot = ["Print this page", "Privacy policy", "© 2026 The Valley Courier"]
    draft = read_text(f"A Title for the Day\n\n{BODY}\n\nShare this article\n\n" + "\n".join([*results, *foot]))
    assert [line for line in results if line in aside(draft)] == []


@pytest.mark.parametrize("name", ["persian.txt", "arabic.txt", "chinese.txt"])
def test_furniture_is_known_in_other_scripts_and_bodies_are_left(name: str) -> None:
    draft = read_file(ARTICLES / name)
    reasons = list(aside(draft).values())
    assert "related links" in reasons
    assert sum(1 for words in kept(draft) if len(words) > 40) == 2


def test_every_reason_in_the_words_is_explained_in_the_docs() -> None:
    explained = (Path(__file__).parents[4] / "docs" / "reading-articles.md").read_text(encoding="utf-8")
    known = furniture_words()
    reasons = {*known.whole.values(), *known.holds.values(), *known.reasons}
    assert [why for why in sorted(reasons) if why not in explained] == []
