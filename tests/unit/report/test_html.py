"""The HTML page: needs nothing beside it, loads nothing, and every mark is a word too."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

import pytest

from factdesk.model.source import Bearing
from factdesk.report.build import build
from factdesk.report.html.page import write_html
from factdesk.report.parts import Report
from tests.unit.report.cases import SETTING, CaseMaker

HOSTILE = '</style><script src="https://x.example/y.js"></script> <img src=x> "\' &amp; ]]>'
VOID = {"meta", "br", "hr"}
LOADS = {"script", "img", "iframe", "link", "object", "embed", "video", "audio", "source", "form", "base"}


class Page(HTMLParser):
    """What a browser would see."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words += data

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name))]


@pytest.fixture(scope="module")
def page(ferry_report: Report) -> Page:
    return Page(write_html(ferry_report))


def test_the_page_is_well_formed_and_loads_nothing(page: Page) -> None:
    assert page.open == []
    assert LOADS.isdisjoint(tag for tag, _ in page.tags)
    assert page.values("src") == []
    assert "default-src 'none'; style-src 'unsafe-inline'" in page.values("content")


def test_the_style_reads_nothing_from_elsewhere(ferry_report: Report) -> None:
    style = write_html(ferry_report).split("<style>")[1].split("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_every_link_within_the_page_has_its_end(page: Page) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    inner = {link[1:] for link in page.values("href") if link.startswith("#")}
    assert inner <= set(ids)
    assert {"claim-3", "p3", "S1"} <= inner


def test_headings_go_down_one_level_at_a_time_from_a_single_first(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if tag in {"h1", "h2", "h3"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_says_what_it_is_and_heads_its_columns(page: Page) -> None:
    names = [tag for tag, _ in page.tags]
    assert names.count("caption") == names.count("table") == names.count("thead")
    assert all(attributes.get("scope") == "col" for tag, attributes in page.tags if tag == "th")


def test_a_claim_is_named_to_a_screen_reader_with_its_verdict(page: Page) -> None:
    said = page.values("aria-label")
    assert "claim 3, Fix" in said
    assert "claim 4, not decided" in said
    assert "claim 1a, OK" in said


def test_undecided_claims_have_the_dotted_look_and_no_other_has(page: Page, ferry_report: Report) -> None:
    runs = [run for block in ferry_report.copy for run in block.runs]
    undecided = sum(not tie.mark.decided for run in runs for tie in run.ties)
    legend = len({tie.mark for run in runs for tie in run.ties if not tie.mark.decided})
    dotted = [value for value in page.values("class") if "dotted" in value.split()]
    assert len(dotted) == undecided + legend
    framed = [value.split() for value in page.values("class") if "open" in value.split()]
    assert sum("card" in value for value in framed) == sum("card" not in value for value in framed) == 4


def test_the_article_has_its_language_and_direction() -> None:
    made = CaseMaker("قایق جزیره‌ها\nشمار سفرها ۱۲ است.", language="fa")
    page = Page(write_html(build(made.case(), (), SETTING)))
    assert page.values("lang") == ["en", "fa", "fa"]
    assert "rtl" in page.values("dir")


def test_hostile_words_stay_words() -> None:
    made = CaseMaker(f"Title\n{HOSTILE} end", byline=HOSTILE, language='"><script>')
    claim = made.claim(HOSTILE, "ok", restatement=HOSTILE, rationale=HOSTILE, note=f"[x]({HOSTILE})")
    made.tie(claim, made.source("s", HOSTILE, address=f"https://{HOSTILE}"), Bearing.CONTEXT, excerpt=HOSTILE)
    page = Page(write_html(build(made.case(), (), SETTING)))
    assert LOADS.isdisjoint(tag for tag, _ in page.tags)
    assert page.words.count(HOSTILE) >= 8


def test_each_mark_has_an_ink_for_light_and_one_for_dark(ferry_report: Report) -> None:
    text = write_html(ferry_report)
    assert ".m0{--m:#0b6b45}" in text.split("@media screen and (prefers-color-scheme: dark)")[0]
    assert ".m0{--m:#5fd3a0}" in text.split("@media screen and (prefers-color-scheme: dark)")[1]


def test_control_characters_do_not_reach_the_page() -> None:
    made = CaseMaker("Title\nTwelve\x00 boats\x1b[31m sail\ufffe.")
    text = write_html(build(made.case(), (), SETTING))
    assert not {"\x00", "\x1b", "\ufffe"} & set(text)
