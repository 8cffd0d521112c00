"""The benchmarks say what was not measured, and their arithmetic is right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.__main__ import BENCHMARKS, main
from benchmarks.home import is_temporary
from benchmarks.learning.ridge import Moments, fit
from benchmarks.learning.wording import examples, learned
from benchmarks.quality import chosen_claim
from benchmarks.quality.baselines import debate_words
from benchmarks.quality.measures import average_precision, ndcg
from benchmarks.results import Result
from benchmarks.window.opened import shown
from factdesk.settings import Preferences, save


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)


def test_absent_data_is_said_to_be_not_measured(tmp_path: Path) -> None:
    done = run("sentences", "quality", "furniture", "--json", "--data", str(tmp_path))
    results = json.loads(done.stdout)
    assert {"name", "value", "unit", "floor", "ratio", "bar"} <= set(results[0])
    assert all(result["value"] is None for result in results)
    assert "not measured" in run("sentences", "--data", str(tmp_path)).stdout


def test_an_unknown_benchmark_is_refused_with_the_names_there_are() -> None:
    done = run("telepathy")
    assert done.returncode == 2
    assert "telepathy" in done.stderr


@pytest.mark.parametrize("names", [("search",), ("performance", "speed"), ()])
def test_only_the_whole_table_is_put_into_the_page_since_it_replaces_what_stands_there(names: tuple[str, ...]) -> None:
    page = Path(__file__).parents[2] / "docs" / "performance.md"
    before = page.read_bytes()
    done = run(*names, "--write")
    assert (done.returncode, done.stdout) == (2, "")
    assert "name performance" in done.stderr
    assert page.read_bytes() == before


def test_a_peer_that_cannot_be_installed_is_said_to_be_not_measured_and_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    found = json.loads(run("peers", "--json").stdout)
    assert [(row["value"], row["note"]) for row in found] == [
        (None, "novelWriter could not be installed"),
        (None, "taguette could not be installed"),
    ]


def test_ridge_finds_the_line_that_made_the_rows() -> None:
    rows = [[float(a), float(b)] for a in range(6) for b in range(5)]
    targets = [3 * a - 2 * b + 7 for a, b in rows]
    weights, bias = fit(Moments.of(rows[:10], targets[:10]) + Moments.of(rows[10:], targets[10:]), 1e-6)
    assert weights == pytest.approx([3, -2], abs=1e-4)
    assert bias == pytest.approx(7, abs=1e-3)


def test_a_stronger_penalty_makes_smaller_weights_and_a_still_column_none() -> None:
    rows = [[float(nth), 5.0] for nth in range(20)]
    moments = Moments.of(rows, [2.0 * nth for nth in range(20)])
    loose, tight = fit(moments, 1e-6)[0], fit(moments, 100)[0]
    assert loose[0] == pytest.approx(2, abs=1e-4)
    assert 0 < tight[0] < 1
    assert loose[1] == tight[1] == 0


def test_measures_of_a_ranking() -> None:
    assert average_precision([0.9, 0.8, 0.7], [True, False, True]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([0.9], [False]) is None
    assert ndcg([3, 2, 1], [3, 2, 1]) == 1
    assert ndcg([1], [0]) is None


def test_words_of_checked_sentences_outweigh_the_others_and_names_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "taught.tsv"
    head = "source\tdoc_id\tsent_no\tsentence\tlabel\torig_label\tlabel_kind\tspeaker"
    lines = [head]
    for nth in range(40):
        checked = nth % 2
        said = "they say Lind spent millions" if checked else "we say Lind is a friend"
        lines.append(f"claimbuster_crowdsourced\td\t{nth}\t{said}\t{checked}\t\t\t")
        lines.append(f"another_source\td\t{nth}\twe spent millions\t0\t\t\t")
    path.write_text("\n".join(lines), encoding="utf-8")
    taught = examples(path)
    assert len(taught) == 40
    weights = learned(taught)
    assert weights["millions"] > 0 > weights["friend"]
    assert abs(weights["say"]) < weights["millions"]
    assert "lind" not in weights


def test_the_chosen_claim_is_counted_in_the_sentences_of_its_alignment(tmp_path: Path) -> None:
    lines = ["Too short.", "The mayor opened it. It rained all day.", "It cost $3 million, he said.", "So it is."]
    told = {"id": "a", "text": "\n".join(lines)}
    (tmp_path / "docclaim_news_averitec_dce_dev.jsonl").write_text(json.dumps(told), encoding="utf-8")
    aligned = [{"id": "a", "gold": [2], "n_sents": 4}, {"id": "a", "gold": [1], "n_sents": 5}]
    (tmp_path / "docclaim_news_averitec_dce_dev_alignment.json").write_text(json.dumps(aligned), encoding="utf-8")
    found = {(row.name, row.unit, row.by): row.value for row in chosen_claim.measure(tmp_path)}
    assert found["chosen claim: order in the text", "hit@3", "re-run here"] == 1
    assert found["chosen claim: order in the text", "MRR", "re-run here"] == 1 / 2


def test_words_that_only_checked_sentences_have_score_higher_by_tf_idf(tmp_path: Path) -> None:
    head = "source\tdoc_id\tsent_no\tsentence\tlabel\torig_label\tlabel_kind\tspeaker\n"
    said = [("taxes fell by half", "1"), ("thank you all", "0")] * 20
    lines = [f"claimbuster_crowdsourced\td\t{nth}\t{words}\t{label}\t\t\t\n" for nth, (words, label) in enumerate(said)]
    (tmp_path / "checkworthy_train.tsv").write_text(head + "".join(lines), encoding="utf-8")
    score = debate_words(tmp_path)
    assert score is not None
    assert score(["taxes", "fell"]) > 0 > score(["thank", "you"])
    assert debate_words(tmp_path / "nowhere") is None


def test_what_a_benchmark_leaves_in_its_home_is_gone_with_it(
    monkeypatch: pytest.MonkeyPatch, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept: list[Path] = []

    def measure(_data: Path) -> list[Result]:
        save(Preferences(name="Whoever measures"))
        kept.extend(path for path in Path.home().rglob("*") if path.is_file())
        return [Result("preferences", float(is_temporary()), "")]

    monkeypatch.setitem(BENCHMARKS, "speed", measure)
    monkeypatch.setattr(sys, "argv", ["benchmarks", "speed"])
    main()
    assert "preferences" in capsys.readouterr().out
    assert kept and not any(path.exists() for path in kept)
    assert not any(path.is_file() for path in home.rglob("*"))


def test_no_window_is_measured_in_the_home_of_a_person(qapp: QApplication) -> None:
    with pytest.raises(AssertionError, match="home"):
        shown()
    assert qapp.topLevelWidgets() == []


@pytest.mark.parametrize("side", ["ours", "bare"])
def test_both_sides_of_the_report_set_what_a_report_is_made_of(side: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.report", side, "12"],
        capture_output=True, text=True, cwd=Path(__file__).parents[2], check=True,
    )  # fmt: skip
    assert json.loads(done.stdout)["pages"] > 1


def test_a_benchmark_that_fails_after_a_window_says_why_as_any_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def measure(_data: Path) -> list[Result]:
        sys.excepthook = lambda *_: None  # as a window's last resort does
        raise ValueError("no such column")

    monkeypatch.setitem(BENCHMARKS, "speed", measure)
    monkeypatch.setattr(sys, "argv", ["benchmarks", "speed"])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    with pytest.raises(ValueError, match="no such column"):
        main()
    assert sys.excepthook is sys.__excepthook__
