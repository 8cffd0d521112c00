"""Figures have one normal form, however they are written."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.moments import dated, moments
from factdesk.text.numbers.quantities import quantities
from tests.timed import seconds


def normals(text: str, *, english: bool = True) -> list[str]:
    aside = dated(moments(text, english=english))
    return [f"{one.about} {one.normal}".strip() for one in quantities(text, english=english, aside=aside)]


@pytest.mark.parametrize(
    "written",
    [
        "$95 billion",
        "95bn dollars",
        "ninety-five billion dollars",
        "US$95bn",
        "$95,000,000,000",
        "95\u00a0000\u00a0000\u00a0000 dollars",
    ],
)
def test_one_sum_is_one_figure_however_it_is_written(written: str) -> None:
    assert normals(f"The fund holds {written} in all.") == ["95,000,000,000 USD"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twelve per cent and 12%", ["12 %", "12 %"]),
        ("two-thirds of them, one in five, half of it", ["66.67 %", "20 %", "50 %"]),
        ("5 to 10 percent; $5-10 million; between 20 and 30 boats", ["5–10 %", "5,000,000–10,000,000 USD", "20–30"]),
        ("rose from 5 to 10 percent", ["5 %", "10 %"]),
        ("the 10th try, the second of them, the twenty-first", ["no. 10", "no. 2", "no. 21"]),
        ("dozens of boats, hundreds of millions of euros", ["some 12+", "some 100,000,000+ EUR"]),
        ("half a million, two and a half million, 1 1/2 cups", ["500,000", "2,500,000", "1.5 cup"]),
        ("about 40 boats, more than 3 km, up to 9 hours", ["about 40", "over 3 km", "at most 9 hour"]),
        ("at least 12 men, nearly 7, 50 or so, 60+", ["at least 12", "nearly 7", "about 50", "at least 60"]),
        ("a 55-year-old, a two-hour walk, 5 per second", ["55 year", "2 hour", "5"]),
        ("£5 million, 5 million pounds of fish, 12 pounds of fish", ["5,000,000 GBP", "5,000,000 lb", "12 lb"]),
        ("1,00,000 rupees and 50 lakh masks", ["100,000 INR", "5,000,000"]),
        ("C$5, HK$7, R$9 and 8 Swiss francs", ["5 CAD", "7 HKD", "9 BRL", "8 CHF"]),
        ("won 3-2, then lost 1-4, drew 2-2", ["3–2", "1–4", "2–2"]),
        ("a record of 3-0-2", ["3–0–2"]),
        ("-5 °C and 5°C", ["-5 °C", "5 °C"]),
        ("1.2m people beside a 2m wall, 449K views", ["1,200,000", "2 metre", "449,000"]),
    ],
)
def test_shares_ranges_ordinals_counts_and_measures_are_read(text: str, expected: list[str]) -> None:
    assert normals(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the G7, COVID-19, a 2B pencil and MP3s",
        "in 2016, on May 15, at 5:30 p.m., on 03.04.2026, in the 1990s",
        "see https://example.org/2019/12 or call 020-751-1500",
        "No. 178, Box 69440, Page 12 and note [3]",
        "wait a second; a third party; the Second Amendment; one of them",
        "1. First item",
        "version 1.2.3.4",
    ],
)
def test_names_dates_addresses_and_numbers_of_items_are_no_figures(text: str) -> None:
    assert normals(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("95 Milliarden Dollar, 1.234,5 km und 12,5 %", ["95,000,000,000 USD", "1,234.5 km", "12.5 %"]),
        ("45.000 Menschen, 1 234 567 Bücher", ["45,000", "1,234,567"]),
        ("Es waren 1.234 oder 1,234", []),
        ("三百万美元，9500亿美元，95億ドル", ["3,000,000 USD", "950,000,000,000 USD", "9,500,000,000 USD"]),
        ("十分 一般", []),
        ("۹۵ میلیارد دلار و ٪۲۰", ["95,000,000,000 USD", "20 %"]),
        ("٩٥ مليار دولار", ["95,000,000,000 USD"]),
        ("53 года, 5 млн рублей", ["53 year", "5,000,000 RUB"]),
    ],
)
def test_other_languages_are_read_where_the_figure_can_be_only_one(text: str, expected: list[str]) -> None:
    assert normals(text, english=False) == expected


_PIECES = st.sampled_from(
    ["1", "12,345", "٣", "三百", "billion ", "million ", "$", "%", " to ", "-", "–", "one ", "twenty-", "hundred ",
     "and ", "half a ", "dozens of ", ".", ",", "½", "/", "th", "\n", "Ⅻ", "²", "𝟗", "a ", "second "]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join)), st.booleans())
def test_any_text_gives_figures_inside_it_in_order(text: str, english: bool) -> None:
    found = quantities(text, english=english)
    assert all(one.span.within(len(text)) and one.normal for one in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


def test_a_record_has_a_few_figures_and_a_longer_run_is_cut() -> None:
    (record,) = quantities("They are 3-0-2 now.", english=True)
    assert len(record.told) == 3
    assert max(len(one.told) for one in quantities("1-" * 500, english=True)) < 10  # copying each time is a square


@pytest.mark.parametrize(
    "piece",
    [
        "12 ",
        "one hundred and ",
        "five million ",
        "1,234",
        "hundreds of ",
        "$",
        "5-",
        "三百",
        "half a ",
        "a ",
        "1/2 ",
        "\u00a0123",
        "x.com ",
        "+1 23 ",
    ],
)
def test_time_grows_with_the_length_and_not_faster(piece: str) -> None:
    small, large = (seconds(partial(quantities, piece * count, english=True)) for count in (1_000, 8_000))
    assert large / small < 40  # eight times the text; a square would be 64 times
