"""The printed pages, read back from the PDF."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from factdesk.errors import ReportError
from factdesk.model.article import Details
from factdesk.model.imprint import Imprint
from factdesk.model.segment import Label
from factdesk.model.source import Bearing
from factdesk.report.build import build
from factdesk.report.pages import east_asian_shapes, page_data
from factdesk.report.parts import Report
from factdesk.report.pdf import write_pdf
from factdesk.text.spans import Span
from tests.unit.report.cases import SETTING, CaseMaker
from tests.unit.report.ferry import ferry_events
from tests.unit.report.pages import bookmarks, lines_of, page_texts, rightmost, size

HOSTILE = '#import "x": * $x$ </script> <b> `c` *a* _b_ #{1/0} \\ @label <label> // /* [x] ~ -- \x00\x07'


def printed(made: CaseMaker, paper: str = "a4") -> bytes:
    return write_pdf(build(made.case(), (), SETTING), paper)


def test_every_page_says_draft_and_carries_head_and_foot(ferry_pdf: bytes) -> None:
    pages = page_texts(ferry_pdf)
    for number, text in enumerate(pages, start=1):
        assert "DRAFT" in text
        assert "The Harbour Post · Verification report · case 2026-031" in text
        assert "Record 9f2e 6d33 a371 7ee8 · printed 14 Mar 2026, 09:05 UTC" in text
        assert f"page {number} of {len(pages)}" in text


def test_the_first_page_holds_the_result_and_what_must_be_fixed(ferry_pdf: bytes) -> None:
    first = page_texts(ferry_pdf)[0]
    for words in (
        "92.7% of the text is accounted for; 2 bare stretches",
        "2 proposals of the program not decided",
        "3 claims have no standing verdict.",
        "Must be fixed before print",
        "Two bus routes are paid more (budget, p. 14).",
        "waiting for a document: No. 5",
    ):
        assert words in first


def test_the_lines_the_report_names_are_the_lines_that_are_printed(ferry_pdf: bytes) -> None:
    text = " ".join(page_texts(ferry_pdf))
    for card, first, last in (
        ("1", "The Arden Line has", "twelve a"),
        ("2", "“We carried", "line’s history"),
        ("3", "41,000 people", "July alone"),
        ("7", "Rents on", "housing office"),
        ("8", "The line is paid", "any other route"),
    ):
        named = re.search(rf"(?<!\d){card} [✓@Δ∅—] ?[\w ]+? [●◐○] \w+ lines? (\d+)(?:–(\d+))?", text)
        assert named, card
        assert lines_of(ferry_pdf, first)[0] == named[1], card
        assert lines_of(ferry_pdf, last)[0] in (named[2], named[1]), card


@pytest.fixture(scope="module")
def shifted() -> bytes:
    """Sixty paragraphs that differ by a short word each, so that claims begin and end all along the lines."""
    lead = "Alphabetical boats sail northwards. " * 5
    made = CaseMaker("Title\n" + "\n".join(f"{lead}{'x ' * n}Begins{n}z the claim and ends{n}z." for n in range(60)))
    for n in range(60):
        made.claim(f"Begins{n}z the claim and ends{n}z")
    return printed(made)


def test_a_claim_is_told_on_the_lines_of_its_first_and_last_word_wherever_lines_break(shifted: bytes) -> None:
    text = " ".join(page_texts(shifted)).split(" Claims")[1]
    for n in range(60):
        (first,), (last,) = lines_of(shifted, f"Begins{n}z"), lines_of(shifted, f"ends{n}z")
        place = f"line {first} " if first == last else f"lines {first}–{last} "
        assert f" {n + 1} — not decided ○ new {place}" in text


def test_the_number_of_a_claim_stays_on_the_line_of_its_last_word(shifted: bytes) -> None:
    for n in range(60):
        assert lines_of(shifted, f"ends{n}z") == lines_of(shifted, f"ends{n}z {n + 1}\u202f—", end=True) != []


def test_a_claims_number_and_its_verdict_are_one_line_and_never_close_a_page() -> None:
    made = CaseMaker("Title\n" + " ".join(f"Sentence number {n} stands here." for n in range(60)))
    for n in range(60):
        made.claim(f"Sentence number {n} stands here.", ["ok", "cut", ""][n % 3], rationale="Reason. " * (n % 7))
    told = 0
    for page in page_texts(printed(made))[2:]:
        heads = list(re.finditer(r"\d+ (?:✓ OK|✕ Cut|— not decided) [◐○] (?:proposed|new) line", page))
        assert all(page.find("Sentence number", head.end()) > 0 for head in heads)
        told += len(heads)
    assert told >= 40, "most cards stand on these pages"


@pytest.mark.parametrize("rows", range(14, 20))
def test_the_key_of_a_scale_stays_on_one_page(rows: int) -> None:
    made = CaseMaker("Title\n" + " ".join(f"Sentence {n}n stands here." for n in range(rows)))
    for n in range(rows):
        made.claim(f"Sentence {n}n stands here.", "cut", rationale="It does not.")
    pages = page_texts(printed(made))
    (first,) = (n for n, text in enumerate(pages) if "What should happen to the words" in text)
    assert "No verdict stands, whatever else was done." in pages[first]


def test_bookmarks_lead_to_each_section_and_each_claim(ferry_pdf: bytes) -> None:
    marks = bookmarks(ferry_pdf)
    assert [title for level, title in marks if level == 0] == [
        "Must be fixed before print", "Scope and method", "Annotated copy", "Claims", "Proposals not decided",
        "Sources", "Not checked, and why", "Author queries", "Register: Figures", "Register: Names",
        "Register: Dates and times", "Register: Quotations", "Versions and change log", "Signatures",
        "How to verify this record",
    ]  # fmt: skip
    assert sum(level == 1 for level, _ in marks) == 10


def test_the_file_says_that_it_is_archival_tagged_and_whose_it_is(ferry_pdf: bytes) -> None:
    assert b"pdfaid:part" in ferry_pdf
    assert b"pdfuaid:part" in ferry_pdf
    assert b"/MarkInfo" in ferry_pdf
    assert b"The Harbour Post" in ferry_pdf


def test_the_same_report_gives_the_same_bytes_here_and_in_another_process(
    ferry_report: Report, ferry_pdf: bytes
) -> None:
    assert write_pdf(ferry_report, "a4") == ferry_pdf
    program = (
        "import hashlib; from factdesk.report.pdf import write_pdf; from tests.unit.report.ferry import whole_report;"
        "print(hashlib.sha256(write_pdf(whole_report(), 'a4')).hexdigest())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == sha256(ferry_pdf).hexdigest()


def test_only_the_stated_time_differs_between_two_prints(ferry_report: Report, ferry_pdf: bytes) -> None:
    later = write_pdf(replace(ferry_report, printed="15 Mar 2026, 10:00 UTC", printed_at="2026-03-15T10:00:00Z"), "a4")
    assert later != ferry_pdf
    same = [text.replace("15 Mar 2026, 10:00", "14 Mar 2026, 09:05") for text in page_texts(later)]
    assert same == page_texts(ferry_pdf)


def test_letter_and_a4_have_their_sizes(ferry_report: Report, ferry_pdf: bytes) -> None:
    assert size(ferry_pdf) == (595, 842)
    assert size(write_pdf(ferry_report, "letter")) == (612, 792)


def test_an_unknown_paper_is_refused_with_those_there_are(ferry_report: Report) -> None:
    with pytest.raises(ReportError, match="a5") as caught:
        write_pdf(ferry_report, "a5")
    assert "a4" in caught.value.remedy


def test_a_character_no_font_has_does_not_fail_the_print() -> None:
    made = CaseMaker("Title\nTwelve \u0378 boats \ue123 sail \U000e01f0.")
    made.claim("Twelve \u0378 boats", "ok")
    pdf = printed(made)
    assert pdf.startswith(b"%PDF")
    assert "Twelve" in page_texts(pdf)[0]


@pytest.mark.parametrize(
    "words",
    [
        "پل در سال ۱۹۱۱ ساخته شده و می‌گویند ۱۱٬۰۰۰ خودرو از آن می‌گذرد.",
        "قالت البلدية إن إغلاق الجسر يكلف مليوني جنيه.",
        "县政府周二晚间关闭了老磨坊桥，水位上涨四点二米。",
        "ज़िला प्रशासन ने मंगलवार शाम पुल बंद कर दिया।",
        "E\u0301te\u0301 — naïve ſtraße, Ђердап, Ωmega 😀",
    ],
    ids=["persian", "arabic", "chinese", "devanagari", "combining"],
)
def test_every_script_is_printed_with_letters_that_are_in_the_file(words: str) -> None:
    made = CaseMaker(f"Title\n{words}")
    made.claim(words, "fix", rationale=words)
    assert b"pdfaid:part" in printed(made)  # the archival standard refuses a character without a glyph


@pytest.mark.parametrize(
    "text",
    [
        "قایق جزیره‌ها\nاز ماه مه شمار سفرها از ۶ به ۱۲ رسیده است. Arden Line گفت.",
        "渡轮班次翻倍\n自五月以来，前往外岛的班次由每天六班增至十二班。",
        "Emoji 😀\n👩‍👩‍👧‍👦 🚢🚢 carried 41,000 people.",
        "x",
        "\n\n",
        "T" * 300 + "\nShort.",
        "Long\n" + "x" * 5000 + " end.",
        "Nested\n" + "\n".join("• " * depth + "item" for depth in range(1, 9)),
    ],
    ids=["persian", "chinese", "emoji", "one letter", "nothing", "long title", "long word", "items"],
)
def test_any_article_prints(text: str) -> None:
    made = CaseMaker(text, title=text.split("\n")[0])
    if text.strip():
        start = len(text) - len(text.lstrip())
        made.claim(Span(start, len(text.rstrip())), "ok", rationale=text, note=text)
    assert page_texts(printed(made))[0]


def test_an_endless_word_stays_on_the_paper() -> None:
    made = CaseMaker("Title\n" + "x" * 5000)
    made.claim("x" * 5000, "cut")
    pdf = printed(made)
    assert sum(text.count("x") for text in page_texts(pdf)) >= 2 * 5000
    assert rightmost(pdf) < 595 - 60


def test_where_nobody_wrote_a_reason_the_words_that_must_be_fixed_have_the_room() -> None:
    words = "Twelve boats sailed from here in the first spring."
    plain, argued = CaseMaker(f"Title\n{words}"), CaseMaker(f"Title\n{words}")
    plain.claim(words, "fix")
    argued.claim(words, "fix", rationale="Eleven did, says the harbour master.")
    assert words in listed_lines(printed(plain))
    assert words not in listed_lines(printed(argued))


def listed_lines(pdf: bytes) -> str:
    """Return what must be fixed, line by line as the first page has it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text: str = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    return text[text.index("Now reads") : text.index("Scope and method")]


def test_what_no_page_can_show_is_marked_as_such() -> None:
    made = CaseMaker("Title\nTwelve\x00 boats\x1b sail\ud800.\tOn")
    made.claim("Twelve\x00 boats\x1b sail\ud800.\tOn")
    (card,) = page_data(build(made.case(), (), SETTING), "a4")["cards"]
    assert card["quote"] == "Twelve\ufffd boats\ufffd sail\ufffd.   On"
    assert printed(made).startswith(b"%PDF")


def test_hostile_words_are_printed_as_words() -> None:
    made = CaseMaker(f"Title\n{HOSTILE} end", byline=HOSTILE, publisher=HOSTILE)
    claim = made.claim(HOSTILE, "ok", restatement=HOSTILE, claimant=HOSTILE)
    made.tie(claim, made.source("s", HOSTILE, person=HOSTILE, address=HOSTILE), Bearing.REFUTES, excerpt=HOSTILE)
    made.label("end", Label.OPINION, reason=HOSTILE)
    text = " ".join(page_texts(printed(made)))
    assert text.count("#import") >= 9
    assert text.count("#{1/0}") >= 9


ANY_TEXT = st.text(max_size=60)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_words_in_any_field_print(data: st.DataObject) -> None:
    def some() -> str:
        return data.draw(ANY_TEXT)

    made = CaseMaker(f"Title {some()}\nBefore here after {some()}")
    made.details = Details(**dict.fromkeys(Details.__struct_fields__, "")) if data.draw(st.booleans()) else Details(
        title=some(), dek=some(), byline=some(), publisher=some(), address=some(), published=some(), updated=some(),
        language=some(),
    )  # fmt: skip
    claim = made.claim("here", "fix", restatement=some(), claimant=some(), rationale=some(), note=some())
    source = made.source("s", some(), publisher=some(), address=some(), person=some(), date=some())
    made.tie(claim, source, excerpt=some(), locator=some(), accessed=some())
    setting = replace(SETTING, imprint=Imprint(some(), some(), some(), SETTING.imprint.chain_head))
    events = tuple(structs.replace(event, person=some(), label=some()) for event in ferry_events())
    assert write_pdf(build(made.case(), events, setting), "letter").startswith(b"%PDF")


def test_han_characters_take_the_shapes_of_the_articles_language() -> None:
    tags = ("zh", "zh-Hans-CN", "zh-Hant", "zh-TW", "ja-JP", "ko", "en", "")
    assert [east_asian_shapes(tag) for tag in tags] == ["SC", "SC", "TC", "TC", "JP", "KR", "SC", "SC"]


def test_proposals_and_bare_words_are_told_on_the_line_they_begin_on() -> None:
    sentences = [f"Sentence number {n} says that {n} boats sail to the islands every day." for n in range(9)]
    made = CaseMaker("Title\n" + " ".join(sentences))
    made.suggest(sentences[6])
    made.label(Span(0, made.text.index(sentences[8])), Label.OPINION)
    pdf = printed(made)
    text = " ".join(page_texts(pdf))
    assert f"{lines_of(pdf, 'Sentence number 6')[0]} Sentence number 6" in text.split("Proposals not decided")[1]
    assert f"(line {lines_of(pdf, 'Sentence number 8')[0]})" in text


def test_what_the_pages_are_given_grows_with_the_claims_of_one_source_and_not_faster() -> None:
    assert _words_given(80) < 2.2 * _words_given(40)


def _words_given(claims: int) -> int:
    """Return how long the data of the cards are when every claim rests on one source."""
    made = CaseMaker("\n".join(f"The board sold boat {n + 100}." for n in range(claims)))
    book = made.source("book", "Account book")
    for n in range(claims):
        made.tie(made.claim(f"The board sold boat {n + 100}.", "ok", rationale="Seen."), book)
    return len(json.dumps(page_data(build(made.case(), (), SETTING), "a4")["cards"]))


def test_printing_again_and_again_takes_no_more_memory() -> None:
    program = (
        "import resource; from dataclasses import replace; from factdesk.report.build import build;"
        "from factdesk.report.pdf import write_pdf; from tests.unit.report.cases import SETTING;"
        "from tests.unit.report.ferry import ferry;"
        "report = build(ferry().case(), (), SETTING); peaks = []\n"
        "for n in range(9):\n"
        "    write_pdf(replace(report, printed=str(n)), 'a4')\n"
        "    peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)\n"
        "print(peaks[-1] - peaks[1])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 25  # megabytes; each print would keep nine
