"""Proposed details and where they were found."""

from __future__ import annotations

import pytest

from factdesk.readers.details.byline import is_role
from factdesk.readers.formats import read_file, read_source, read_text
from factdesk.readers.source import Source, unwatched
from tests.unit.readers.drafts import ARTICLES, aside

BODY = "The river rose by four metres in nine hours on Tuesday, and the county closed the old bridge at once."


def test_a_page_gives_all_it_says_with_the_places() -> None:
    draft = read_file(ARTICLES / "whole-page.txt")
    details = draft.details
    assert details.title == "Council Shuts Old Mill Bridge After Record Flood"
    assert details.dek == "The decision came overnight, with no warning to commuters"
    assert details.byline == "AB and CD, Staff Reporters"
    assert details.publisher == "The Valley Courier"
    assert (details.published, details.updated) == ("2026-03-14", "2026-03-15")
    assert details.address == "https://valley.example/news/bridge"
    assert details.language == "en"
    assert draft.origins == {
        "title": "line 10",
        "dek": "line 12, between headline and byline",
        "byline": "line 14, after “By”",
        "publisher": "line 14",
        "published": "line 15",
        "updated": "line 15",
        "address": "line 41",
        "language": "the words of the text",
    }
    assert draft.flags == frozenset()


def test_line_numbers_count_every_kind_of_line_end_once() -> None:
    assert read_text(f"A Title for the Day\r\n\r\nBy AB\r\n\r\n{BODY}").origins["byline"].startswith("line 3,")
    assert read_text(f"A Title for the Day\r\rBy AB\r\r{BODY}").origins["byline"].startswith("line 3,")


@pytest.mark.parametrize(
    ("line", "byline", "published"),
    [
        ("By AB", "AB", ""),
        ("by Chief Editor", "Chief Editor", ""),
        ("By AB, CD and EF", "AB, CD and EF", ""),
        ("Written by A. B. de C.", "A. B. de C.", ""),
        ("By AB, March 3, 2026", "AB", "2026-03-03"),
        ("By AB | 3 March 2026", "AB", "2026-03-03"),
        ("March 3, 2026 at 9:05 am by AB", "AB", "2026-03-03"),
        ("Von AB", "AB", ""),
        ("Автор: АБ", "АБ", ""),
        ("作者：甲乙", "甲乙", ""),
        ("Friday, July 21, 2017", "", "2017-07-21"),
        ("Posted on 3rd of March 2026", "", "2026-03-03"),
        ("Veröffentlicht am 3. März 2026 um 9:05 Uhr", "", "2026-03-03"),
        ("3. März 2026", "", "2026-03-03"),
        ("Updated 9 min ago", "", ""),
        ("3 de marzo de 2026", "", "2026-03-03"),
        ("2026年3月3日", "", "2026-03-03"),
    ],
)
def test_byline_and_date_lines_are_read_and_set_aside(line: str, byline: str, published: str) -> None:
    draft = read_text(f"A Title for the Day\n\n{line}\n\n{BODY}")
    assert (draft.details.byline, draft.details.published) == (byline, published)
    assert aside(draft) == {line: "byline" if byline else "date line"}


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the water had fallen",
        "By the numbers",
        "By Friday Noon",
        "By Courtesy Alone.",
        "By AB | all of the river and its banks were closed to everybody",
        "By and large a quiet night",
        "By law, bridges are inspected every six years.",
        "Von der Quelle bis zum Meer",
        "The flood of 14 March 2026",
        "Source: the ministry said that it had no figures for that year",
    ],
)
def test_other_lines_that_begin_so_are_neither(line: str) -> None:
    draft = read_text(f"A Title for the Day\n\n{BODY}\n\n{line}\n\n{BODY}")
    assert aside(draft) == {}
    assert (draft.details.byline, draft.details.published) == ("", "")


def test_a_date_line_far_down_is_a_heading_of_the_article() -> None:
    text = f"A Title for the Day\n\n{BODY}\n\n{BODY}\n\n{BODY}\n\n14 March 2026\n\n" + f"{BODY}\n\n" * 9
    assert aside(read_text(text)) == {}


def test_of_several_date_lines_the_one_nearest_to_the_headline_counts() -> None:
    head = ["Sunday, 22 November 2026", "Home", "News", "Sport", "Contact us", "Weather in the valley", "Bus times"]
    title = ["Lost and found", "Council Shuts Old Mill Bridge"]
    draft = read_text("\n".join([*head, *title]) + f"\n\n14 March 2026\n\n{BODY}\n\n20 March 2026\n\n{BODY}")
    assert draft.details.title == "Council Shuts Old Mill Bridge"
    assert draft.details.published == "2026-03-14"


def test_among_many_short_lines_the_headline_nearest_to_the_first_sentence_is_the_title() -> None:
    lines = [f"Part {n} of the valley" for n in range(9)]
    draft = read_text("\n".join([*lines, "Council Shuts Old Mill Bridge", "Tuesday night"]) + f"\n\n{BODY}\n\n{BODY}")
    assert draft.details.title == "Council Shuts Old Mill Bridge"


def test_a_date_line_below_the_article_counts_only_when_it_says_what_it_dates() -> None:
    body = f"{BODY}\n\n" * 4
    said = read_text(f"A Title for the Day\n\n{body}First published 14 March 2026\nLast updated: 15 March 2026")
    assert (said.details.published, said.details.updated) == ("2026-03-14", "2026-03-15")
    assert list(aside(said).values()) == ["date line", "date line"]
    timeline = read_text(f"A Title for the Day\n\n{body}14 March 2026\n\n{BODY}\n\n15 March 2026\n\n{BODY}")
    assert (timeline.details.published, timeline.furniture) == ("", ())


def test_a_dateline_gives_the_date_and_stays_in_the_text() -> None:
    draft = read_text(f"A Title for the Day\n\nVALLEY TOWN, 14 March 2026 — {BODY}\n\n{BODY}")
    assert draft.details.published == "2026-03-14"
    assert draft.origins["published"] == "line 3, dateline"
    assert draft.furniture == ()


def test_a_source_line_names_the_publisher() -> None:
    draft = read_file(ARTICLES / "chinese.txt")
    assert draft.details.publisher == "河谷日报"
    assert draft.origins["publisher"] == "line 3"


def test_the_host_of_the_address_stands_in_for_a_publisher() -> None:
    draft = read_text(f"https://www.valley.example/bridge\n\nA Title for the Day\n\n{BODY}")
    assert draft.details.address == "https://www.valley.example/bridge"
    assert draft.details.publisher == "valley.example"
    assert draft.origins["publisher"] == "host of the address"


def test_the_copyright_line_names_the_publisher_before_the_host_does() -> None:
    draft = read_text(
        f"A Title for the Day\n\n{BODY}\n\nhttps://valley.example/a\n\n© 2026 The Valley Sheet. All rights reserved."
    )
    assert draft.details.publisher == "The Valley Sheet"
    assert draft.origins["publisher"] == "line 7, copyright line"


def test_an_address_inside_a_sentence_is_not_the_articles() -> None:
    draft = read_text(
        f"A Title for the Day\n\n{BODY}\n\nThe report is at https://river.example/report for all to read."
    )
    assert draft.details.address == ""
    draft = read_text(f"A Title for the Day\n\n{BODY}\n\nhttps://river.example/report says so on its first page.")
    assert draft.details.address == ""


@pytest.mark.parametrize("title", ["M*A*S*H Returns", "A snake_case Habit", "2 * 3 * 4 Problems"])
def test_stars_that_mark_nothing_stay_in_the_title(title: str) -> None:
    assert read_text(f"{title}\n\n{BODY}").details.title == title


def test_without_a_headline_the_first_words_stand_for_the_title() -> None:
    draft = read_text(f"{BODY} And it rained.\n\n{BODY}")
    assert draft.details.title == "The river rose by four metres in nine hours on Tuesday, and the county closed…"
    assert draft.origins["title"] == "first words"


@pytest.mark.parametrize(
    "byline", ["Chief Editor", "Staff", "Admin", "Newsroom", "News Desk", "our correspondents", "هيئة التحرير"]
)
def test_a_role_is_no_person(byline: str) -> None:
    assert is_role(byline)


@pytest.mark.parametrize("byline", ["AB", "AB, Staff Reporter", "A. Editorsson", ""])
def test_a_name_is_no_role(byline: str) -> None:
    assert not is_role(byline)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("November 18, 2019 / 12:21 AM / Updated 14 hours ago", [("published", "2019-11-18")]),
        ("Nov 18, 2019 @17:19 PM Updated: Nov 19, 2019", [("published", "2019-11-18"), ("updated", "2019-11-19")]),
        ("March 3, 2026 Emilia Belli", [("published", "2026-03-03")]),
        ("© March 3, 2026 The Valley Courier", []),
        ("Current Issue", []),
    ],
)
def test_a_date_on_a_line_that_is_set_aside_near_the_title_is_offered_not_proposed(
    line: str, found: list[tuple[str, str]]
) -> None:
    page = f"<title>Bridge shut</title><nav>Home</nav><nav>{line}</nav><article><h1>Bridge shut</h1>"
    draft = read_source(
        Source(f"{page}<p>{BODY}</p><p>{BODY}</p></article>".encode()), file_name="bridge.html", on_progress=unwatched
    )
    assert draft.details.published == ""
    assert [(one.field, one.value) for one in draft.alternatives if one.field in ("published", "updated")] == found
    assert all("set aside" in one.origin for one in draft.alternatives if one.field == "published")
