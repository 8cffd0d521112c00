"""What the verbs print for a person who reads it in a terminal, line by line."""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from factdesk import __version__
from factdesk.cli.main import VERB_MODULES
from factdesk.settings import default_desk, preferences_file
from tests.desks import logical, tamper
from tests.journeys.verbs import answered, factdesk

MILL = (
    "The mill burned down in 1911.\n\nWhat was lost? The reeve allegedly sold the wheel.\n\nThe reeve sold the wheel.\n"
)
FIRST, SECOND, THIRD = (
    "The mill burned down in 1911.",
    "The reeve allegedly sold the wheel.",
    "The reeve sold the wheel.",
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(MILL, encoding="utf-8")
    return path


@pytest.fixture
def desk(article: Path, desk_path: Path) -> Path:
    """A desk with the three claims of the article, accepted in bulk."""
    factdesk("check", article, "--desk", desk_path, "--accept")
    return desk_path


def said(*words: str | Path) -> list[str]:
    """Return the lines a verb prints, white space evened out."""
    return [" ".join(line.split()) for line in factdesk(*words).stdout.splitlines()]


def test_check_prints_place_score_kind_and_words_of_each_claim_and_what_was_taken_in(
    article: Path, desk_path: Path
) -> None:
    proposed = [line.split(maxsplit=3) for line in said("check", article)]
    assert [(place, words) for place, _, _, words in proposed] == [
        (f"{MILL.index(one)}–{MILL.index(one) + len(one)}", one) for one in (FIRST, SECOND, THIRD)
    ]
    assert all(0 < float(score) < 1 and kind in ("claim", "attributed") for _, score, kind, _ in proposed)
    assert [line for line in said("check", article, "--all") if line.endswith("question What was lost?")]
    taken = said("check", article, "--desk", desk_path, "--accept")
    assert taken[:3] == [" ".join(line) for line in proposed]
    assert (taken[3], taken[4].split()[0], taken[5]) == (f"desk: {desk_path}", "article:", "accepted: 3")


def test_an_article_whose_bytes_the_desk_has_is_not_taken_in_again(article: Path, desk_path: Path) -> None:
    first = answered("check", article, "--desk", desk_path)
    factdesk("mark", desk_path, "1", "--verdict", "ok", code=7)
    again = answered("check", article, "--desk", desk_path, "--accept")
    assert (again["article"], first["accepted"], again["accepted"]) == (first["article"], 0, 3)
    assert "Choose one of 1 to 1." in factdesk("claims", desk_path, "--article", "2", code=7).stderr
    assert answered("check", article, "--desk", desk_path, "--accept")["accepted"] == 0


def test_claims_prints_number_state_verdict_and_words(desk: Path) -> None:
    factdesk("mark", desk, "2", "--verdict", "fix")
    assert said("claims", desk) == [
        f"1 new not decided {FIRST}",
        f"2 proposed Fix {SECOND}",
        f"3 new not decided {THIRD}",
    ]


def test_mark_undo_and_redo_say_what_was_done(desk: Path) -> None:
    assert said("mark", desk, "1", "--rationale", "The parish book says so.") == ["claim 1: edit rationale"]
    assert said("mark", desk, "1", "--source", "https://example.org/mill") == ["claim 1: add source"]
    (source,) = answered("claims", desk)["claims"][0]["sources"]
    assert (source["title"], source["address"]) == ("", "https://example.org/mill")
    assert said("undo", desk) == ["undone: Add source"]
    assert said("redo", desk) == ["redone: Add source"]
    assert "the last is 3" in factdesk("mark", desk, "4", "--verdict", "ok", code=7).stderr


def test_what_is_not_there_is_refused_with_what_is(desk: Path, tmp_path: Path) -> None:
    assert "Choose one of 1 to 1." in factdesk("claims", desk, "--article", "2", code=7).stderr
    assert "has no article 0" in factdesk("claims", desk, "--article", "0", code=7).stderr
    assert said("claims", desk, "--article", "1") == said("claims", desk)
    factdesk("export", desk, "--to", tmp_path / "bare.json")
    bare = tmp_path / "bare.txt"
    bare.write_text("What was lost?\n", encoding="utf-8")
    factdesk("check", bare, "--desk", tmp_path / "bare.factdesk")
    refused = factdesk("mark", tmp_path / "bare.factdesk", "1", "--verdict", "ok", code=7).stderr
    assert "the last is none yet" in refused


def people(desk: Path) -> list[str]:
    """Return who did each step, the oldest first."""
    connection = sqlite3.connect(desk)
    try:
        return [person for (person,) in connection.execute("SELECT person FROM journal ORDER BY seq")]
    finally:
        connection.close()


def test_a_step_is_of_the_name_that_is_given_or_else_of_that_in_the_preferences(article: Path, desk_path: Path) -> None:
    kept = preferences_file()
    kept.parent.mkdir(parents=True)
    kept.write_text('{"name": "Desk editor"}', encoding="utf-8")
    factdesk("check", article, "--desk", desk_path, "--accept", "--by", "Intake")
    assert set(people(desk_path)[1:]) == {"Intake"}
    before = len(people(desk_path))
    assert factdesk("mark", desk_path, "1", "--verdict", "ok").stderr == ""
    factdesk("queries", desk_path, "--ask", "Who is the reeve?", "--by", "Second reader")
    assert people(desk_path)[before:] == ["Desk editor", "Second reader"]
    assert said("undo", desk_path) == ["undone: Verdict"], "undo takes back what this person did"
    factdesk("undo", desk_path, "--by", "Nobody yet", code=8)
    kept.write_text("{", encoding="utf-8")
    assert "preferences.broken.json" in factdesk("claims", desk_path).stderr


def test_json_is_printed_in_the_letters_of_the_article_and_ends_with_its_line(tmp_path: Path) -> None:
    article, desk = tmp_path / "mühle.txt", tmp_path / "mühle.factdesk"
    article.write_text("Die Mühle brannte 1911 ab.\n", encoding="utf-8")
    taken = factdesk("check", article, "--desk", desk, "--accept", "--json").stdout
    listed, whole = factdesk("claims", desk, "--json").stdout, factdesk("export", desk).stdout
    for printed in (taken, listed, whole):
        assert "Mühle" in printed and printed.endswith("}\n") and json.loads(printed)


@pytest.mark.parametrize("verb", [("check",), ("score",), ("registers",), ("report", "--to", "out.md")])
def test_what_was_in_doubt_while_reading_is_told_beside_the_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("café.txt").write_bytes("The café closed in 1911.\n".encode("cp1252"))
    told = factdesk(verb[0], "café.txt", *verb[1:])
    assert told.stderr.startswith("Read as Windows-1252, because it is not UTF-8.") and told.stdout
    assert factdesk(verb[0], "café.txt", *verb[1:], "--encoding", "cp1252").stderr == ""


def test_a_reader_who_has_seen_enough_is_no_trouble(desk: Path) -> None:
    """As with ``factdesk export D | head -1``."""
    verb = [sys.executable, "-m", "factdesk", "export", str(desk)]
    with subprocess.Popen(verb, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert (running.stderr.read(), running.wait(timeout=60)) == (b"", 0)


def test_find_says_how_much_was_found_and_how_much_is_shown(desk: Path, tmp_path: Path) -> None:
    assert factdesk("find", "1911", "--desk", desk).stdout.splitlines()[-1] == "2 found"
    assert factdesk("find", "nowhere", "--desk", desk).stdout == "0 found\n"
    many = tmp_path / "many.factdesk"
    sixty = tmp_path / "sixty.txt"
    sixty.write_text("\n\n".join(f"Mill {n} burned down in 19{n:02}." for n in range(60)), encoding="utf-8")
    factdesk("check", sixty, "--desk", many, "--accept")
    assert factdesk("find", "burned", "--desk", many).stdout.splitlines()[-1] == "61 found, 50 shown"


def test_verify_names_what_another_hand_changed_in_words_and_as_json(desk: Path) -> None:
    assert said("verify", desk) == [f"{desk.name} is sound: every row, file and step is as it was written."]
    assert answered("verify", desk) == {"sound": True, "findings": []}
    tamper(desk, "UPDATE claim SET note = 'another hand'")
    done = factdesk("verify", desk, code=6)
    assert len(done.stdout.splitlines()) == 3 and all("table claim: row " in line for line in done.stdout.splitlines())
    assert "3 things in it cannot be accounted for" in done.stderr
    told = json.loads(factdesk("verify", desk, "--json", code=6).stdout)
    assert told == {"sound": False, "findings": done.stdout.splitlines()}


def test_an_export_goes_to_standard_output_or_says_where_it_lies(desk: Path, tmp_path: Path) -> None:
    printed, kept, again = factdesk("export", desk).stdout, tmp_path / "mill.json", tmp_path / "again.factdesk"
    assert said("export", desk, "--to", kept) == [str(kept)]
    assert json.loads(printed) == json.loads(kept.read_text(encoding="utf-8"))
    assert said("import", kept, again) == [str(again)]
    assert logical(again) == logical(desk)


def test_a_proposed_question_is_taken_up_by_its_number(article: Path, desk_path: Path) -> None:
    desk = desk_path
    counted = "Herons nested in 14 willows.\nHerons nested in 16 willows.\n\n"
    article.write_text(counted + MILL, encoding="utf-8")
    factdesk("check", article, "--desk", desk)
    before = answered("queries", desk)
    assert len(before["proposed"]) > 1 and before["queries"] == []
    assert said("queries", desk, "--take-up", "1") == ["question 1: written"]
    (written,) = answered("queries", desk)["queries"]
    assert {key: written[key] for key in before["proposed"][0]} == before["proposed"][0]
    assert said("queries", desk, "--ask", "Who is the reeve?") == ["question 2: written"]
    assert "no question 0 is proposed" in factdesk("queries", desk, "--take-up", "0", code=7).stderr


def test_a_rise_tells_the_hedge_and_no_entry_of_a_register_is_ticked_at_first(desk: Path) -> None:
    told = answered("registers", desk)
    (rise,) = told["rises"]
    assert rise["hedge"] == "allegedly"
    entries = [entry for register in told["registers"].values() for entry in register]
    assert entries and not any(entry["ticked"] for entry in entries)


def test_a_report_fixes_the_numbers_it_prints(desk: Path, tmp_path: Path) -> None:
    factdesk("report", desk, "--to", tmp_path / "mill.md")
    with sqlite3.connect(desk) as connection:
        numbers = [number for (number,) in connection.execute("SELECT fixed_number FROM claim ORDER BY fixed_number")]
    connection.close()
    assert numbers == ["1", "2", "3"]


def test_of_several_blank_lines_one_is_kept_with_the_words_alone(tmp_path: Path) -> None:
    page = tmp_path / "gaps.txt"
    page.write_text("One bridge.\n\n\n\nTwo bridges.\nThree bridges.\n", encoding="utf-8")
    assert factdesk("check", page, "--text-only").stdout == "One bridge.\n\nTwo bridges.\nThree bridges.\n"


def test_doctor_prints_a_line_for_each_thing_and_names_the_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":41")
    lines = dict(line.split(": ", 1) for line in factdesk("doctor").stdout.splitlines())
    assert (lines["factdesk"], lines["display"], lines["missing"]) == (__version__, ":41", "nothing")
    assert (lines["preferences"], lines["desk"]) == (str(preferences_file()), str(default_desk()))
    monkeypatch.delenv("DISPLAY")
    if sys.platform.startswith("linux"):
        assert "display: none: reports only" in factdesk("doctor").stdout.splitlines()


def test_doctor_names_a_package_that_is_missing_and_ends_with_the_code_for_it() -> None:
    script = (
        "import importlib.metadata as held, sys\n"
        "found = held.version\n"
        "def version(name):\n"
        "    if name == 'typst':\n"
        "        raise held.PackageNotFoundError(name)\n"
        "    return found(name)\n"
        "held.version = version\n"
        "from factdesk.app import main\n"
        "sys.exit(main(['doctor']))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 10
    assert "missing: typst" in done.stdout.splitlines() and "typst: " not in done.stdout.replace("missing: ", "")
    assert "it lacks typst" in done.stderr


def test_every_verb_is_named_in_the_help_with_the_exit_codes() -> None:
    told = factdesk("--help").stdout
    verbs = argparse.ArgumentParser().add_subparsers()
    for module in VERB_MODULES:
        module.add_parser(verbs)
    assert len(verbs.choices) >= len(VERB_MODULES)
    assert [verb for verb in verbs.choices if f"\n    {verb}" not in told] == []
    assert all(f"{code} " in told for code in range(11))
    assert told.splitlines()[-1] == "10 a part is missing"
