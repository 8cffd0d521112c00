"""Sentences have exact places, in any script, and paragraphs stay apart."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factdesk.text.sentences import sentences
from tests.timed import seconds

hard_texts = st.text(alphabet='aB1 .?!…。「」"”’)[]\n\r\t\u2028\u200d😀é؟।-', max_size=120)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@given(st.one_of(st.text(max_size=300), hard_texts))
@example("a." + " " * 200 + "B")
@example("\x1c.\x85A")
def test_spans_and_the_white_space_between_them_give_back_the_text(text: str) -> None:
    at, rebuilt = 0, ""
    for start, end in sentences(text):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        rebuilt += text[at:start] + text[start:end]
        at = end
    assert not text[at:].strip()
    assert rebuilt + text[at:] == text


@given(st.lists(st.text(alphabet='aB. "”1?', min_size=1, max_size=40).filter(str.strip), min_size=2, max_size=5))
def test_a_sentence_never_crosses_a_blank_line(paragraphs: list[str]) -> None:
    assert not any("\n\n" in sentence for sentence in split("\n\n".join(paragraphs)))


@pytest.mark.parametrize(
    "text",
    [
        "The bill passed.|It takes effect in May.",
        "Dr. Osei met Mrs. Lind at 5 p.m. on Main St. near the U.S. embassy.|Nobody else came.",
        "It cost $3.5 million.|That was too much.",
        "J. R. Hartley wrote it.|He sold no. 7 of it, e.g. to Smith & Co. in Leeds.",
        "He came at 9 a.m.|They left.",
        "“Stop!” Anna said.|“Why?” he asked.",
        "“We won.”|The hall went quiet.",
        "Really?!|Yes…|And then what?",
        "The dam failed in 1963. [4] [5]|Nobody was charged.",
        "Workers leave the mill.|Image: City archive.",
        "Figure 3. The old mill in winter.",
        "1. The first thing to know.",
        "Was it no?|No.|It was yes.",
        "他说：“今天下雨。”|我不信！|真的？",
        "「はい。」と言った。|次の文です。",
        "هل تعلم؟|نعم، أعلم.|هذا كل شيء.",
        "यह पहला वाक्य है।|यह दूसरा है।",
        "so far i found nothing.|is it still for sale?|i need to know.",
        "It is for sale, approx. ten of them, i.e. all.",
        "Sie kam z.B. am Dr. Karl Platz an.|Dann ging sie.",
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text: str) -> None:
    joint = "" if "。" in text or "！" in text else " "
    assert split(text.replace("|", joint)) == text.split("|")


def test_lines_wrapped_by_hand_are_read_as_one_paragraph() -> None:
    wrapped = (
        "The council met on Tuesday evening in the old town hall to talk\n"
        "about the bridge. Nobody had expected so many people to come in\n"
        "from the villages."
    )
    assert [sentence.replace("\n", " ") for sentence in split(wrapped)] == [
        "The council met on Tuesday evening in the old town hall to talk about the bridge.",
        "Nobody had expected so many people to come in from the villages.",
    ]


def test_a_list_item_begins_anew_even_where_lines_are_wrapped() -> None:
    items = (
        "- The first thing to bring along to the meeting in the town hall\n"
        "- The second thing, which nobody has ever brought to any meeting"
    )
    assert split(items) == items.split("\n")


def test_short_lines_are_sentences_of_their_own() -> None:
    assert split("Q: How many came\nA: About forty") == ["Q: How many came", "A: About forty"]


@pytest.mark.parametrize(
    "piece", ["A word. ", ".", "a", "。", '"', "U.S. ", "[1] ", "a\n", "“", "1. ", " ", "https://example.org/a.b?c=d "]
)
def test_time_grows_with_the_length_and_not_faster(piece: str) -> None:
    small, large = (seconds(partial(sentences, piece * count)) for count in (5_000, 40_000))
    assert large / small < 40  # eight times the text; a square would be 64 times


@pytest.mark.parametrize(
    "text",
    [
        "So do I. Anna left.",
        "He lives in Mill St. The town is old.",
        "The old bridge shut\nHighlanders protest",
    ],
)
def test_i_a_street_and_a_short_line_end_what_they_end(text: str) -> None:
    assert len(sentences(text)) == 2
