"""What an article tells more than once is proposed as groups; another figure in the same words is a finding."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factdesk.model.query import QueryKind
from factdesk.readers.formats import read_text
from factdesk.rules.author.questions import with_other_figures
from factdesk.rules.sentences.article import read_article
from factdesk.rules.tellings.repeats import Repeats, repeats
from tests.timed import seconds

BODY = """The harbour bridge will close in May

The harbour bridge will close for repairs in May, the council said on Monday. The ferry goes on as before.

A contractor is to paint the arches at an estimated cost of $4.2 million. Nobody lives on the island in winter.

“The old paint is full of lead and has to go,” the engineer told the harbour board.

Some $4.2 million goes to the painters of the bridge. The school has 31 pupils from Rokeby village.

The engineer had said the old paint “is full of lead and has to go”. The school has 13 pupils from Rokeby village.

FAQ

Q: Will the bridge close?
A: The harbour bridge closes in May for repairs.
"""


def found_in(text: str) -> tuple[str, Repeats]:
    draft = read_text(text)
    article = read_article(draft.text, draft.blocks, draft.furniture, wording=True)
    return draft.text, repeats(draft.text, article)


def told(text: str) -> list[list[str]]:
    text, found = found_in(text)
    return [[text[slice(*span)] for span in (group.head, *group.tellings)] for group in found.groups]


def group_of(words: str) -> list[str]:
    return next(group for group in told(BODY) if words in group[0])


def test_the_body_heads_what_headline_and_answer_tell_again_in_reading_order() -> None:
    group = group_of("for repairs in May, the council")
    assert [words[:14] for words in group[1:]] == ["The harbour br", "A: The harbour"]


def test_the_same_sum_of_money_holds_tellings_together_whatever_else_they_say() -> None:
    assert group_of("estimated cost")[1:] == ["Some $4.2 million goes to the painters of the bridge."]


def test_words_quoted_again_are_a_telling() -> None:
    assert "The engineer had said" in group_of("full of lead")[1]


def test_the_same_words_with_another_figure_are_a_finding_and_no_telling() -> None:
    text, found = found_in(BODY)
    assert [text[slice(*odd.first)][:26] + "…" + text[slice(*odd.second)][:26] for odd in found.inconsistencies] == [
        "The school has 31 pupils f…The school has 13 pupils f"
    ]
    assert not any("pupils" in words for group in told(BODY) for words in group)


def test_a_figure_that_is_left_out_is_no_other_figure() -> None:
    said = "The ministry paid 40 million euros for the bridge in 2019."
    _, found = found_in(f"{said} Nobody was hurt.\n\nThe ministry paid 40 million euros for the bridge.\n")
    assert found.inconsistencies == ()


def test_what_one_frame_tells_of_somebody_else_is_no_telling() -> None:
    said = "A spokesman for {} declined to comment on the closure."
    body = "The bridge closes in May.\n\n{}\n\nPaint is dear.\n\n{}\n"
    assert told(body.format(said.format("Rokeby Council"), said.format("Ferry Lines"))) == []
    assert len(told(body.format(said.format("Rokeby Council"), said.format("Rokeby Council")))) == 1


def test_other_words_for_the_same_thing_are_a_telling() -> None:
    text = "Fire kills nine in a Rokeby mill.\n\nNine died in the blaze at the mill in Rokeby.\n\nThe ferry was late.\n"
    assert told(text) == [["Fire kills nine in a Rokeby mill.", "Nine died in the blaze at the mill in Rokeby."]]


def test_in_other_languages_forms_of_one_word_are_held_together() -> None:
    text = (
        "Die Brücke am Hafen wird im Mai gesperrt.\n\nDie Fähre fährt weiter.\n\n"
        "Im Mai beginnt die Sperrung der Hafenbrücke; die Brücken am Hafen werden gesperrt.\n"
    )
    draft = read_text(text)
    article = read_article(draft.text, draft.blocks, draft.furniture, wording=False)
    (group,) = repeats(draft.text, article, wording=False).groups
    assert draft.text[slice(*group.head)].startswith("Die Brücke")


def test_a_sentence_tells_again_only_what_it_is_nearest_to() -> None:
    text = (
        "Rokeby mill closed after the flood in March.\n\nRokeby school closed after the fire in June.\n\n"
        "After the fire in June the school of Rokeby was shut.\n"
    )
    assert told(text) == [[words.strip() for words in text.split("\n\n")][1:]]


def test_another_figure_is_asked_of_the_author_once() -> None:
    text, found = found_in(BODY)
    (asked,) = with_other_figures(text, (), found)
    assert (asked.kind, text[slice(*asked.span)][:17]) == (QueryKind.INCONSISTENCY, "The school has 13")
    assert "The school has 31 pupils" in asked.words
    assert with_other_figures(text, (asked,), found) == (asked,)


def test_a_question_is_no_telling_and_nothing_is_in_two_groups() -> None:
    places = [words for group in told(BODY) for words in group]
    assert len(places) == len(set(places))
    assert not any(words.endswith("?") for words in places)


@given(st.text(max_size=400).filter(str.strip))
@settings(max_examples=60)
def test_any_text_gives_spans_inside_it(text: str) -> None:
    text, found = found_in(text)
    spans = [span for group in found.groups for span in (group.head, *group.tellings)]
    spans += [span for odd in found.inconsistencies for span in (odd.first, odd.second)]
    assert all(span.within(len(text)) for span in spans)


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    def cost(times: int) -> float:
        text = "\n\n".join(BODY.replace("bridge", f"bridge{n}").replace("school", f"school{n}") for n in range(times))
        draft = read_text(text)
        article = read_article(draft.text, draft.blocks, draft.furniture, wording=True)
        return seconds(lambda: repeats(draft.text, article), 2)

    assert cost(80) < 40 * cost(10)
