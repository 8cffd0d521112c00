"""A checker's day at the command line, each verb in a process of its own."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from factdesk.assets import sample_article
from tests.desks import logical
from tests.journeys.verbs import answered, factdesk
from tests.spooler import Spooler
from tests.unit.readers.fetch.server import serving
from tests.unit.readers.web.pages import NEWS, PROSE

MARSH = """# Council drains the eastern marsh

By the newsroom

The council drained 14 hectares of marsh in May 2025. “We had no choice,” the head of works said. The work cost
€2.3 million, according to the council’s own accounts. What happens to the birds? Herons are the finest of birds.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "marsh with spaces.md"
    path.write_text(MARSH, encoding="utf-8")
    return path


def test_a_page_is_told_block_by_block_and_its_kept_words_alone(tmp_path: Path) -> None:
    page = tmp_path / "bridge.html"
    page.write_text(NEWS.replace("Repairs", "Rep\u0430irs"), encoding="utf-8")
    draft = answered("check", page)["draft"]
    blocks = {draft["text"][one["start"] : one["end"]]: one for one in draft["blocks"]}
    assert (blocks["Home"]["kept"], blocks["Home"]["why"]) == (False, "menu")
    assert (blocks[PROSE[0]]["kept"], blocks[PROSE[0]]["kind"]) == (True, "paragraph")
    assert draft["details"]["byline"] == {"value": "Jo Field", "from": "JSON-LD"}
    assert [one["kind"] for one in draft["hazards"]] == ["mixed-scripts"]
    assert "/files/report.pdf" in [one["address"] for one in draft["links"]]
    words = factdesk("check", page, "--text-only").stdout
    assert PROSE[0] in words and "Home" not in words.splitlines()


def test_an_address_is_checked_and_a_private_one_only_with_consent() -> None:
    with serving() as (base, asked):
        assert "127.0.0.1" in factdesk("check", f"{base}/page", code=3).stderr
        assert asked == []
        said = factdesk("check", f"{base}/moved", "--allow-private", base.removeprefix("http://"), "--text-only").stdout
    assert said == "The bridge is shut.\n"


def test_scores_of_an_article_and_of_piped_lines(article: Path) -> None:
    scored = answered("score", article)
    assert scored["method"] == "rules-2"
    assert all(MARSH[one["start"] : one["end"]] == one["quote"] for one in scored["sentences"])
    assert all({"kind", "score", "reasons"} <= one.keys() for one in scored["sentences"])
    lines = "We spent 4 billion dollars in 2010.\n\nThank you, Jim.\n"
    done = subprocess.run(
        [sys.executable, "-m", "factdesk", "score", "-", "--lines", "--json"],
        input=lines.encode(), capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    first, second = json.loads(done.stdout)["sentences"]
    assert (lines[first["start"] : first["end"]], second["quote"]) == (lines.splitlines()[0], "Thank you, Jim.")
    assert first["score"] > second["score"]
    factdesk("score", "nowhere.txt", code=3)


def test_a_whole_day_by_verbs(article: Path, desk_path: Path, tmp_path: Path) -> None:
    proposed = answered("check", article)["proposals"]
    assert all(MARSH[p["start"] : p["end"]] == p["quote"] for p in proposed)
    assert {"kind", "score", "reasons"} <= proposed[0].keys()
    assert any(reason["code"] == "number" for p in proposed for reason in p["reasons"])

    taken = answered("check", article, "--desk", desk_path, "--accept")
    assert taken["accepted"] == len(proposed)
    claims = answered("claims", desk_path)["claims"]
    assert [claim["quote"] for claim in claims] == [p["quote"] for p in proposed]
    assert [claim["number"] for claim in claims] == [str(n) for n in range(1, len(proposed) + 1)]
    assert {claim["state"] for claim in claims} == {"new"}

    before = logical(desk_path)
    factdesk("mark", desk_path, "1", "--verdict", "Fix", "--note", "Twelve, says the map.", "--source", "Land register")
    first = answered("claims", desk_path)["claims"][0]
    assert (first["verdict"]["value"], first["state"]) == ("fix", "proposed")
    assert first["note"] == "Twelve, says the map."
    assert first["sources"][0]["title"] == "Land register"
    found = answered("find", "twelve", "ma", "--desk", desk_path)
    assert [(hit["kind"], hit["claim"]) for hit in found["hits"]] == [("claim", first["id"])]
    assert {"text": "Twelve", "matched": True} in found["hits"][0]["snippet"]
    assert "[Twelve]" in factdesk("find", "twelve", "--desk", desk_path).stdout
    marked = logical(desk_path)
    for _ in range(3):
        factdesk("undo", desk_path)
    assert logical(desk_path) == before
    for _ in range(3):
        factdesk("redo", desk_path)
    assert logical(desk_path) == marked
    assert "nothing" in factdesk("redo", desk_path, code=8).stderr.lower()

    for suffix in (".pdf", ".html", ".md"):
        report = tmp_path / f"report{suffix}"
        factdesk("report", desk_path, "--to", report, "--paper", "letter")
        assert "Twelve, says the map." in text_of(report)
    assert "sound" in factdesk("verify", desk_path).stdout


def test_an_exported_desk_comes_back_the_same(article: Path, desk_path: Path, tmp_path: Path) -> None:
    factdesk("check", article, "--desk", desk_path, "--accept")
    factdesk("mark", desk_path, "2", "--verdict", "ok")
    factdesk("export", desk_path, "--to", tmp_path / "out.json")
    factdesk("import", tmp_path / "out.json", tmp_path / "again.factdesk")
    assert logical(tmp_path / "again.factdesk") == logical(desk_path)
    assert factdesk("verify", tmp_path / "again.factdesk").returncode == 0
    factdesk("undo", tmp_path / "again.factdesk")
    assert answered("claims", tmp_path / "again.factdesk")["claims"][1]["verdict"] is None


def test_an_article_alone_gives_its_working_report(tmp_path: Path) -> None:
    report = tmp_path / "working.pdf"
    factdesk("report", sample_article(), "--to", report)
    text = text_of(report)
    assert "DRAFT" in text
    assert "$95 billion" in text


def test_a_report_is_printed_and_its_words_can_be_read_back(article: Path, desk_path: Path, spooler: Spooler) -> None:
    factdesk("check", article, "--desk", desk_path, "--accept")
    factdesk("mark", desk_path, "1", "--verdict", "ok", "--note", "Seen in the register.")
    factdesk("report", desk_path, "--print", spooler.queue)
    spooler.wait_for_job()
    assert "Seen in the register." in " ".join(spooler.printed_text().split())


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["check", "nowhere.txt"], 3, "nowhere.txt"),
        (["claims", "nowhere.factdesk"], 4, "nowhere.factdesk"),
        (["verify", "nowhere.factdesk"], 4, "nowhere.factdesk"),
        (["find", "marsh", "--desk", "nowhere.factdesk"], 4, "nowhere.factdesk"),
        (["frobnicate"], 2, "frobnicate"),
        (["nowhere.txt"], 3, "no file “nowhere.txt”"),
        (["no/such/folder"], 3, "no/such/folder"),
        (["mark", "{desk}", "99", "--verdict", "ok"], 7, "no claim 99"),
        (["mark", "{desk}", "1", "--verdict", "splendid"], 7, "splendid"),
        (["report", "{desk}", "--to", "out.xyz"], 9, ".xyz"),
        (["report", "{desk}", "--to", "/nowhere/at/all/out.pdf"], 9, "out.pdf"),
        (["export", "{desk}", "--to", "/nowhere/at/all/out.json"], 9, "out.json"),
        (["import", "{desk}", "new.factdesk"], 4, "no desk exported by FactDesk"),
        (["mark", "{desk}", "1"], 2, "nothing to do"),
    ],
)
def test_a_refusal_is_one_sentence_with_a_code_and_changes_nothing(
    article: Path, desk_path: Path, words: list[str], code: int, said: str
) -> None:
    factdesk("check", article, "--desk", desk_path, "--accept")
    before = logical(desk_path)
    done = factdesk(*(word.format(desk=desk_path) for word in words), code=code)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert logical(desk_path) == before


def test_doctor_says_what_the_machine_has() -> None:
    found = answered("doctor")
    assert found["missing"] == []
    assert found["sqlite"] == sqlite3.sqlite_version
    assert {"factdesk", "python", "typst", "display", "print queues", "preferences", "desk"} <= found.keys()


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["check", "--help"]])
def test_help_and_version_start_neither_qt_nor_sqlite_utils(words: list[str]) -> None:
    script = (
        "import sys; from factdesk.app import main\n"
        "try:\n main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print(sorted(n for n in sys.modules if n.split('.')[0] in ('PySide6', 'sqlite_utils')), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True, timeout=60)
    assert done.stderr.strip() == "[]"
    assert done.stdout


def text_of(report: Path) -> str:
    """The words of a report in any format, white space evened out."""
    if report.suffix != ".pdf":
        return " ".join(report.read_text(encoding="utf-8").split())
    pages = pypdfium2.PdfDocument(report)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())
    finally:
        pages.close()


def test_registers_of_an_article_and_of_a_desk_are_the_same(article: Path, desk_path: Path) -> None:
    of_article = answered("registers", article)
    assert [MARSH[e["start"] : e["end"]] for e in of_article["registers"]["numbers"]] == ["14 hectares", "€2.3 million"]
    (quote,) = of_article["registers"]["quotations"]
    assert (quote["note"], [flag["flag"] for flag in quote["flags"]]) == ("the head of works", ["no-source"])
    factdesk("check", article, "--desk", desk_path)
    assert answered("registers", desk_path) == of_article
    assert "numbers: 2, 0 ticked" in factdesk("registers", desk_path).stdout


def test_scores_registers_and_questions_are_read_without_json(desk_path: Path, tmp_path: Path) -> None:
    article = tmp_path / "herons.txt"
    article.write_text(
        "Herons nested in 14 willows.\nHerons nested in 16 willows.\n\n"
        "The lock allegedly leaks every night.\n\nThe lock leaks every night.\n",
        encoding="utf-8",
    )
    scores = [line.split(maxsplit=2) for line in factdesk("score", article).stdout.splitlines()]
    assert "Herons nested in 14 willows." in [words for _, _, words in scores]
    assert all(0 <= float(score) <= 1 for score, _, _ in scores)
    told = factdesk("registers", article).stdout.splitlines()
    assert "  - 17–19  14 · other-figure: 16" in told
    assert [line for line in told if line.startswith("certainty")] == [
        "certainty rises: “The lock allegedly leaks every night.” (59) → “The lock leaks every night.” (98)"
    ]
    assert [(one["earlier"]["start"], one["later"]["start"]) for one in answered("registers", article)["rises"]] == [
        (59, 98)
    ]
    factdesk("check", article, "--desk", desk_path)
    factdesk("queries", desk_path, "--ask", "Who counted the herons?")
    listed = [line.split(maxsplit=2) for line in factdesk("queries", desk_path).stdout.splitlines()]
    assert listed[0] == ["1", "open", "Who counted the herons?"]
    assert listed[1][:2] == ["p1", "proposed"]


def test_questions_are_asked_by_letter_and_answered(article: Path, desk_path: Path, tmp_path: Path) -> None:
    factdesk("check", article, "--desk", desk_path)
    factdesk("queries", desk_path, "--letter", code=7)
    factdesk("queries", desk_path, "--ask", "Who counted the herons?")
    letter = factdesk("queries", desk_path, "--letter").stdout
    assert "1. Who counted the herons?" in letter
    assert [query["state"] for query in answered("queries", desk_path)["queries"]] == ["asked"]
    reply = tmp_path / "reply.txt"
    reply.write_text(letter.replace("Answer:", "Answer: Two wardens."), encoding="utf-8")
    factdesk("queries", desk_path, "--answers", reply)
    assert answered("queries", desk_path)["queries"][0]["answer"] == "Two wardens."
    piped = letter.replace("Answer:", "Answer: Zoë did.").encode("latin-1", "replace")  # no UTF-8, as mail may come
    subprocess.run(
        [sys.executable, "-m", "factdesk", "queries", str(desk_path), "--answers", "-"],
        input=piped, capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    assert answered("queries", desk_path)["queries"][0]["answer"] == "Zo\ufffd did."
    factdesk("queries", desk_path, "--answers", article, code=7)
    factdesk("queries", desk_path, "--answers", tmp_path / "none.txt", code=3)
    factdesk("queries", desk_path, "--take-up", "99", code=7)
