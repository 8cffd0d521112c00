"""A quotation is told with who is said to have said it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.people import namings
from factdesk.text.quotations import quotations
from factdesk.text.sentences import sentences
from factdesk.text.speakers import attributed


def said(text: str) -> list[tuple[str, bool]]:
    people = namings(text, frozenset(span.start for span in sentences(text)))
    made = attributed(text, quotations(text), people)
    return [(text[slice(*one.speaker)] if one.speaker else "", one.is_term) for one in made]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We had to close it,” said Jane Doe on Monday.", "Jane Doe"),
        ("“We had to close it,” Jane Doe told reporters.", "Jane Doe"),
        ("The clerk Jane Doe said: “We had to close it.”", "Jane Doe"),
        ("According to retired engineer Bob Roe, the bridge has “nowhere left to crack.”", "retired engineer Bob Roe"),
        ("“We had to close it,” she said.", "she"),
        ("“We had to close it,” officials said.", "officials"),
        ("“We had to close it,” said the line’s head of operations, who left.", "the line’s head of operations"),
        ("“We had to close it,” the owner said.", "the owner"),
        ("Jane Doe, a professor at the Harbour School of Art, said: “We had to close it.”", "Jane Doe"),
        ("Bob Roe, head of roads at Valley University, told the Harbour Post: “We had to close it.”", "Bob Roe"),
        ("Bob Roe, who works at the U.K.’s Valley University, told the Post: “We had to close it.”", "Bob Roe"),
        ("Author Dr. Jane S. Doe, a professor at Valley University, said: “We had to close it.”", "Dr. Jane S. Doe"),
        ("He also said the new walls may stand, rather “that for the lower town there was no choice.”", "He"),
        ("Officials told Jane Doe: “We had to close it.”", "Officials"),
        ("The head of Roe Ltd said: “We had to close it.”", "The head of Roe Ltd"),
        ("In the morning Jane Doe said: “We had to close it.”", "Jane Doe"),
        ("The authors of the work, published in the journal Harbour Art, argued it was “a danger to the town.”", ""),
    ],
)
def test_the_speaker_stands_beside_a_verb_of_saying(text: str, speaker: str) -> None:
    assert said(text) == [(speaker, False)]


def test_a_quotation_that_goes_on_has_the_same_speaker() -> None:
    assert said("“We closed it,” said Jane Doe. “It was late.”") == [("Jane Doe", False), ("Jane Doe", False)]


def test_words_set_off_are_a_term_and_nobody_is_guessed() -> None:
    assert said("The plan, dubbed “Plan B”, was old.") == [("", True)]
    assert said("Later came the words: “We never knew anything about it at all.”") == [("", False)]


@given(
    st.lists(st.sampled_from(["“", "”", '"', "Ann Roe ", "said ", "he ", "according to ", ". ", ", ", "\n", "x"])).map(
        "".join
    )
)
def test_any_text_gives_speakers_inside_it(text: str) -> None:
    people = namings(text, frozenset())
    for one in attributed(text, quotations(text), people):
        assert one.speaker is None or one.speaker.within(len(text))
