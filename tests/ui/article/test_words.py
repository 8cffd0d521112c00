"""What the article says in words: its byline, what was set aside, what a mark means."""

from __future__ import annotations

from factdesk.text.words import length
from factdesk.ui.article import words
from tests.ui.article.cases import CaseMaker, article_of, version_of

PERSIAN = """\
شهرداری شامگاه سه‌شنبه پل قدیمی را بست، پس از آنکه رودخانه در ۹ ساعت ۴٫۲ متر بالا آمد و به گفته‌ی مسئولان این \
بالاترین رقم از سال ۱۹۱۱ است. به گزارش Reuters حدود 30 خانوار از خانه‌های خود رفتند.
"""


def test_the_stub_says_how_much_was_set_aside_and_why(story: CaseMaker) -> None:
    (group,) = story.marks().furniture
    said, verb = words.stub(group, 3, hidden=True)
    assert said == "▸ 3 blocks set aside: newsletter line, related links, share bar — "
    assert verb == "show"


def test_the_line_under_the_title_says_what_is_known(story: CaseMaker) -> None:
    told = words.note(story.article, story.version, 2, words.as_length(*length("one two")))
    assert told == "By staff reporter · The Valley Courier · 14 March 2026 · version 2 of 2 · 2 words"


def test_a_text_without_a_title_of_its_own_is_told_the_articles_title() -> None:
    version = version_of("Just words.")
    assert words.note(article_of(title="A title"), version, 1, "") == "A title"


def test_a_title_made_of_the_first_words_is_not_told_above_them() -> None:
    version = version_of("A report on every dam of the valley and what became of it.")
    assert words.note(article_of(title="A report on every dam…"), version, 1, "12 words") == "12 words"


def test_in_an_article_from_the_right_every_part_of_the_line_keeps_its_own_direction() -> None:
    version = version_of("سد شهر بسته شد")
    assert words.note(article_of(language="fa"), version, 1, "32 words") == "\u206832 words\u2069"
    english = version_of("The dam closed.")
    told = words.note(article_of(title="The dam closed", byline="علی رضایی", language="en"), english, 1, "3 words")
    assert told == "\u2068علی رضایی\u2069 · \u20683 words\u2069"


def test_a_script_without_spaces_is_measured_in_characters() -> None:
    assert words.as_length(*length("县政府周二晚间关闭了老磨坊桥，此前阿尔河水位在九小时内上涨。")) == "30 characters"


def test_marks_say_in_words_what_they_mean(story: CaseMaker) -> None:
    told = words.tip(story.marks().at(story.span("4.2 metres").start))
    assert told == "Claim 2: Δ Fix · new"
    assert words.tip(story.marks().at(story.span("though").start)) == "Bare: nobody has said what these words are"
    assert words.tip(story.marks().at(story.span("It was the kind").start)) == "Opinion"
