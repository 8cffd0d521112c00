"""Registers hold every telling in reading order, grouped by what it tells, with what does not fit together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.model.draft import Furniture
from factdesk.model.tick import REGISTERS, Register
from factdesk.model.version import BlockKind
from factdesk.rules.author.hedges import ladder
from factdesk.rules.author.questions import questions
from factdesk.rules.registers.entries import Flag
from factdesk.rules.registers.gathering import registers
from factdesk.rules.registers.reading import Reading
from factdesk.text.spans import Span
from tests.timed import seconds
from tests.unit.rules.registers.registered import entries, flags, read
from tests.unit.rules.texts import blocks_of


def test_tellings_of_one_figure_meet_however_they_are_written() -> None:
    found = read("The fund holds $95 billion.\nNobody knew of the 95bn dollars.\nNinety-five billion dollars is a lot.")
    first = found.entries[Register.NUMBERS][0]
    assert [one.words for one in found.same(first)] == ["$95 billion", "95bn dollars", "Ninety-five billion dollars"]


def test_names_are_grouped_and_known_in_headlines() -> None:
    found = read("Doe Closes Old Bridge\nIt was Mayor Jane Doe. They asked Doe twice. Doe left.", BlockKind.TITLE)
    assert entries(found, Register.NAMES) == [
        ("Doe", "Jane Doe"),
        ("Mayor Jane Doe", "Jane Doe"),
        ("Doe", "Jane Doe"),
        ("Doe", "Jane Doe"),
    ]


def test_an_everyday_word_that_ends_a_name_is_no_short_form_of_it_in_headlines_and_at_openings() -> None:
    text = (
        "Use of Bridges Falls Again\n"
        "They read the Journal of Land Use twice. Use fell. We use it. They met Ann Poe. Poe left."
    )
    found = read(text, BlockKind.TITLE)
    assert [one.words for one in found.entries[Register.NAMES]] == ["Journal of Land Use", "Ann Poe", "Poe"]


def test_a_name_that_runs_on_into_another_is_two() -> None:
    found = read(
        "They left the Far Islands. It was Ann Poe. The envoy to the Far Islands Ann Poe spoke. Then Poe left."
    )
    assert entries(found, Register.NAMES) == [
        ("Far Islands", "Far Islands"), ("Ann Poe", "Ann Poe"), ("Far Islands", "Far Islands"), ("Ann Poe", "Ann Poe"),
        ("Poe", "Ann Poe"),
    ]  # fmt: skip


def test_a_relative_date_is_resolved_or_asked_for() -> None:
    found = read("It closed last year. It opened recently.", written_on="2026-03-01")
    assert [(one.note, flags(one)) for one in found.entries[Register.DATES]] == [
        ("2025", []),
        ("", [(Flag.AS_OF_WHEN, "")]),
    ]


def test_a_quotation_without_a_source_says_so_until_one_is_attached() -> None:
    text = "According to retired engineer Bob Roe, the bridge has “nowhere left to crack.”"
    (alone,) = read(text).entries[Register.QUOTATIONS]
    assert (alone.note, flags(alone)) == ("retired engineer Bob Roe", [(Flag.NO_SOURCE, "")])
    (sourced,) = read(text, sourced="the bridge has “nowhere").entries[Register.QUOTATIONS]
    assert flags(sourced) == []


@pytest.mark.parametrize("marks", [("“", "”"), ("«", "»"), ('"', '"')])
def test_a_quotation_over_paragraphs_has_the_speaker_of_any_of_them(marks: tuple[str, str]) -> None:
    opening, closing = marks
    text = (
        f"{opening}We knew the bridge was old, and we said so.\n{opening}Nobody listened to us in all those years.\n"
        f"{opening}It was bound to fall,{closing} said engineer Bob Roe.\n{opening}It is closed,{closing} one reads."
    )
    said = read(text).entries[Register.QUOTATIONS]
    assert [one.note for one in said[:3]] == ["engineer Bob Roe"] * 3
    assert not any(flag is Flag.NO_SPEAKER for one in said[:3] for flag, _ in flags(one))
    assert said[3].note != "engineer Bob Roe"


def test_furniture_never_enters_a_register() -> None:
    text = "The bridge cost $5.\nSubscribe for $9 a month, says “Ann Poe” of News Ltd in 2026"
    found = read(text, furniture="Subscribe for $9 a month, says “Ann Poe” of News Ltd in 2026")
    assert [one.words for register in REGISTERS for one in found.entries[register]] == ["$5"]


@pytest.mark.parametrize(
    ("text", "register", "flag"),
    [
        (
            "About 30 households were told to leave the valley.\nSome 40 households were told to leave the valley.",
            Register.NUMBERS,
            Flag.OTHER_FIGURE,
        ),
        (
            "The old stone bridge was opened in 1911.\nThe stone bridge, opened in 1912, is old.",
            Register.DATES,
            Flag.OTHER_DATE,
        ),
        ("They met Peter Muller.\nThen they asked Peter Mueller.", Register.NAMES, Flag.OTHER_SPELLING),
        ("It was Mayor Jane Doe.\nThen Senator Jane Doe left.", Register.NAMES, Flag.OTHER_TITLE),
    ],
)
def test_what_does_not_fit_together_is_marked_on_both_sides(text: str, register: Register, flag: Flag) -> None:
    marked = [entry for entry in read(text).entries[register] if any(one.flag is flag for one in entry.flags)]
    assert len(marked) == 2
    assert [one.at for entry in marked for one in entry.flags] == [marked[1].span, marked[0].span]


@pytest.mark.parametrize(
    "text",
    [
        "30 households had to leave the valley near Upton.\n40 households had to leave the valley near Nether.",
        "The bridge cost $5 million.\nThe school, which has a new roof, cost $9 million.",
        "It opened in 2016.\nIt opened in May 2016.",
        "They met Mr. Doe and Dr. Jane Doe.",
        "They met Mr. Doe.\nThen Mayor Jane Doe left.",
        "It was the 3rd great flood of the lower valley.\nIt was the 5th great flood of the lower valley.",
        "Dozens of households were told to leave the valley.\n40 households were told to leave the valley.",
    ],
)
def test_what_is_about_two_things_is_no_conflict(text: str) -> None:
    found = read(text)
    assert [entry.words for register in REGISTERS for entry in found.entries[register] if entry.in_conflict] == []


def test_three_words_in_common_are_enough_to_be_the_same_thing() -> None:
    found = read("Herons nested in 14 willows.\nHerons nested in 16 willows.")
    assert [flags(one) for one in found.entries[Register.NUMBERS]] == [
        [(Flag.OTHER_FIGURE, "16")],
        [(Flag.OTHER_FIGURE, "14")],
    ]


def test_figures_of_two_years_are_no_conflict() -> None:
    told = "In {0} the county counted {1} herons at the old lake."
    assert [
        flags(one) for one in read("\n".join((told.format(2019, 30), told.format(2019, 40)))).entries[Register.NUMBERS]
    ] == [
        [(Flag.OTHER_FIGURE, "40")],
        [(Flag.OTHER_FIGURE, "30")],
    ]
    found = read("\n".join((told.format(2019, 30), told.format(2021, 40))))
    assert [flags(one) for one in found.entries[Register.NUMBERS]] == [[], []]


def test_of_two_spellings_the_rarer_one_is_marked_wherever_it_stands_and_the_other_once() -> None:
    named = ("Muller come", "Mueller go", "Mueller sit", "Muller stand", "Mueller run")
    text = "\n".join(f"They asked Peter {name}." for name in (one.replace(" ", " to ") for one in named))
    marked = [bool(flags(one)) for one in read(text).entries[Register.NAMES]]
    assert marked == [True, True, False, True, False]


def test_elsewhere_than_in_english_shapes_alone_are_found() -> None:
    found = read("Die Brücke kostet 5,5 Millionen Euro. „Das ist viel“, sagte Anna Poe am 3. Mai 2026.", language="de")
    assert not found.wording
    assert entries(found, Register.NUMBERS) == [("5,5 Millionen Euro", "5,500,000 EUR")]
    assert entries(found, Register.DATES) == [("3. Mai 2026", "2026-05-03")]
    assert [one.words for one in found.entries[Register.QUOTATIONS]] == ["„Das ist viel“"]
    assert found.entries[Register.NAMES] == ()


@given(st.text(), st.lists(st.integers(0, 40), max_size=4), st.sampled_from(["en", "de", "fa", ""]))
def test_any_text_gives_entries_inside_it_in_order(text: str, cuts: list[int], language: str) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    aside = tuple(Furniture(Span(a, b), "") for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b)
    found = registers(Reading(text=text, blocks=blocks_of(text), furniture=aside, language=language))
    for register in REGISTERS:
        spans = [entry.span for entry in found.entries[register]]
        assert spans == sorted(spans)
        assert all(span.within(len(text)) for span in spans)
    for question in questions(text, found, ladder(text, found)):
        assert question.span.within(len(text))
        assert question.words


def test_progress_is_told_and_what_it_raises_ends_the_work() -> None:
    text = "\n".join(f"Line {nth}." for nth in range(50))
    seen: list[int] = []
    registers(Reading(text=text, blocks=blocks_of(text)), lambda done, total: seen.append(done))
    assert seen == sorted(seen)
    assert seen[-1] == 100

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        registers(Reading(text=text, blocks=blocks_of(text)), stop)


def test_time_grows_with_the_length_and_not_faster() -> None:
    piece = "Mayor Jane Doe said 40 of 95 households, or 42%, left on 3 May. “We had to go,” Bob Roe said last week.\n"

    def taken(times: int) -> float:
        text = piece * times
        reading = Reading(text=text, blocks=blocks_of(text), language="en")

        def read() -> None:
            found = registers(reading)
            questions(text, found, ladder(text, found))

        return seconds(read, 2)

    assert taken(800) / taken(100) < 30  # eight times; a square would be 64
