"""Plain text: paragraphs, titles, headings, lists and captions by their shape."""

from __future__ import annotations

import pytest

from factdesk.model.version import BlockKind
from factdesk.readers.formats import read_text
from tests.unit.readers.drafts import shapes, words_of

BODY = "The river rose by four metres in nine hours on Tuesday, and the county closed the old bridge at once."


def test_each_line_is_a_paragraph_of_its_own() -> None:
    draft = read_text(f"{BODY}\n{BODY} {BODY}\n\n{BODY}")
    assert words_of(draft, BlockKind.PARAGRAPH) == [BODY, f"{BODY} {BODY}", BODY]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_kind_of_line_end_parts_lines(end: str) -> None:
    draft = read_text(end.join(["A Title for the Day", "", BODY, BODY]))
    assert [kind for kind, _, _ in shapes(draft)] == ["title", "paragraph", "paragraph"]


def test_lines_broken_at_one_width_are_one_paragraph() -> None:
    wrapped = (
        "The river rose by four metres in nine hours on Tuesday, and the\n"
        "county closed the old bridge at once. Thirty households were told\n"
        "to leave. The bridge carries about eleven thousand vehicles a day\n"
        "and was last inspected in 2019.\n"
    )
    draft = read_text(f"{wrapped}\n{wrapped}")
    assert words_of(draft, BlockKind.PARAGRAPH) == [wrapped.strip(), wrapped.strip()]


def test_lines_of_many_lengths_are_not_joined_though_all_are_short() -> None:
    lines = ["The county closed the old bridge at noon", "Buses take the long way", "It rained", BODY[:60] + "."]
    assert words_of(read_text("\n".join(lines)), BlockKind.PARAGRAPH)[-3:] == lines[1:]


def test_questions_and_answers_stay_apart() -> None:
    talk = ["Q: How high did the water rise on that night?", "A: Over four metres.", "Q: Why so fast?", "A: It rained."]
    draft = read_text(f"{BODY}\n\n" + "\n".join(talk))
    assert words_of(draft, BlockKind.PARAGRAPH) == [BODY, *talk]


def test_a_speaker_opens_a_paragraph_even_where_lines_are_broken_at_one_width() -> None:
    said = (
        "Q: What did the gauge at the old mill show on that long Tuesday night\n"
        "in the valley before the county closed the bridge for trains and cars?"
    )
    answer = (
        "A: It showed over four metres, which nobody in the valley remembered,\n"
        "not even the oldest among those who keep the records of the old mills."
    )
    draft = read_text("\n".join([said, answer] * 3))
    assert words_of(draft, BlockKind.PARAGRAPH) == [said, answer] * 3


@pytest.mark.parametrize("kicker", ["Opinion", "Breaking news", "FOR IMMEDIATE RELEASE"])
def test_a_kicker_above_the_headline_is_not_the_title(kicker: str) -> None:
    draft = read_text(f"{kicker}\n\nCouncil Shuts Old Mill Bridge\n\n{BODY}")
    assert words_of(draft, BlockKind.TITLE) == ["Council Shuts Old Mill Bridge"]


TITLE_IN_CAPITALS = (
    "ADDRESS OF THE CHAIR OF THE VALLEY COUNCIL ON THE OCCASION OF\nTHE BRIDGE’S FIFTIETH\nANNIVERSARY, THURSDAY"
)


@pytest.mark.parametrize("above", ["", "[Full text] The chair’s speech (2026)\n", "Opinion\n\n"])
def test_a_title_over_several_lines_in_capitals_is_one_title(above: str) -> None:
    draft = read_text(f"{above}{TITLE_IN_CAPITALS}\n\n{BODY}")
    assert words_of(draft, BlockKind.TITLE) == [TITLE_IN_CAPITALS]
    assert draft.details.title == " ".join(TITLE_IN_CAPITALS.split())


@pytest.mark.parametrize(
    "head",
    [
        "HOME\nNEWS\nSPORT\nOPINION",
        "THE COUNCIL SHUTS THE BRIDGE.\nIT OPENED IN 1976.",
        "COUNCIL SHUTS BRIDGE FOR GOOD\n\nENGINEERS FOUND DEEP CRACKS",
        "COUNCIL SHUTS BRIDGE FOR GOOD\nEngineers found cracks",
    ],
)
def test_lines_in_capitals_that_do_not_go_on_are_not_joined(head: str) -> None:
    lines = [line for line in head.split("\n") if line]
    assert [words for _, _, words in shapes(read_text(f"{head}\n\n{BODY}"))][: len(lines)] == lines


def test_a_long_run_of_capitals_is_no_title() -> None:
    line = "THE COUNCIL OF THE VALLEY HAS SHUT THE OLD BRIDGE FOR GOOD TODAY"
    assert all(len(words) <= 220 for words in words_of(read_text(f"{line}\n" * 9 + f"\n{BODY}"), BlockKind.TITLE))


def test_an_article_of_short_sentences_keeps_its_first_line_as_title() -> None:
    updates = "9:40\nPolice close it\nThe bridge was closed, police said.\n\n" * 6
    assert words_of(read_text(f"Flood in the Valley\n\n{updates}"), BlockKind.TITLE) == ["Flood in the Valley"]


def test_the_first_headline_is_the_title_and_a_first_sentence_is_not() -> None:
    assert shapes(read_text(f"Council Shuts Bridge\n\n{BODY}"))[0] == ("title", 1, "Council Shuts Bridge")
    assert shapes(read_text(f"The council shut the bridge.\n\n{BODY}"))[0][0] == "paragraph"
    assert shapes(read_text("Council Shuts Bridge"))[0][0] == "paragraph"


@pytest.mark.parametrize(
    "heading",
    [
        "What the Officials Say",
        "WHAT HAPPENED",
        "FAQ",
        "Why did nobody see it coming?",
        "The Bridge: A Short History",
        "Sixty years of warnings",
        "“No choice at all”",
        "3. The long night",
        "Was geschah in der Nacht?",
        "发生了什么？",
        "ماذا حدث؟",
    ],
)
def test_a_short_line_alone_before_text_is_a_heading(heading: str) -> None:
    found = shapes(read_text(f"A Title for the Day\n\n{BODY}\n\n{heading}\n\n{BODY}"))
    assert found[2] == ("heading", 2, heading)


@pytest.mark.parametrize(
    "line",
    [
        "It was over.",
        "He left early,",
        "This points to several things that may well happen:",
        "the rest of the line before",
        "The county said it had closed the bridge because nobody could inspect the piers",
        "Q: Why?",
        "It rose. Then it fell",
        "— The Mayor (@mayor) November 18, 2019",
        "Map makers were asked, too, and had no answer for the county",
        "水位上升了四米。",
    ],
)
def test_a_line_that_reads_like_a_sentence_stays_a_paragraph(line: str) -> None:
    found = shapes(read_text(f"A Title for the Day\n\n{BODY}\n\n{line}\n\n{BODY}"))
    assert found[2] == ("paragraph", 0, line)


def test_a_heading_needs_text_after_it() -> None:
    assert shapes(read_text(f"A Title for the Day\n\n{BODY}\n\nWhat Comes Next"))[-1][0] == "paragraph"


def test_list_items_keep_their_mark_and_know_their_depth() -> None:
    text = f"{BODY}\n\n  • Buses\n    - by day\n    - at night\n  • Trains\n\n{BODY}\n\n1. First\n2) Second\n(3) Third"
    items = [found for found in shapes(read_text(text)) if found[0] == "list-item"]
    assert items == [
        ("list-item", 1, "• Buses"),
        ("list-item", 2, "- by day"),
        ("list-item", 2, "- at night"),
        ("list-item", 1, "• Trains"),
        ("list-item", 1, "1. First"),
        ("list-item", 1, "2) Second"),
        ("list-item", 1, "(3) Third"),
    ]


def test_the_depth_starts_again_after_a_paragraph() -> None:
    items = shapes(read_text(f"- a\n\n{BODY}\n\n  - b\n\n  - c"))
    assert [(kind, level) for kind, level, _ in items] == [
        ("list-item", 1),
        ("paragraph", 0),
        ("list-item", 1),
        ("list-item", 1),
    ]


def test_an_item_goes_on_in_the_indented_line_below() -> None:
    draft = read_text(f"{BODY}\n\n- Buses take the long way\n  round the hill\n- Trains run")
    assert words_of(draft, BlockKind.LIST_ITEM) == ["- Buses take the long way\n  round the hill", "- Trains run"]


@pytest.mark.parametrize(
    "line",
    [
        "— I do not know, he said.",
        "-5 degrees were measured.",
        "2024. What a year it was.",
        "14. März war ein Samstag.",
    ],
)
def test_a_dash_a_minus_or_a_year_opens_no_list(line: str) -> None:
    assert shapes(read_text(f"{BODY}\n\n{line}"))[1] == ("paragraph", 0, line)


def test_a_caption_is_known_by_its_label_or_its_credit() -> None:
    text = (
        f"A Title for the Day\n\n{BODY}\n\nPictured: the bridge on Wednesday morning\n\n"
        f"The bridge from the north bank. Photo: County Council\n\n{BODY}"
    )
    draft = read_text(text)
    assert len(words_of(draft, BlockKind.CAPTION)) == 2
    assert [draft.text[slice(*piece.span)] for piece in draft.furniture] == ["Photo: County Council"]
