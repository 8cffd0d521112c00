"""Preferences come back as they were kept, and nothing in their file can stop the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk import settings
from factdesk.settings import MOTIONS, PAPERS, READING_SIZES, THEMES, Preferences
from tests.elsewhere import as_nobody, open_to_all

paths = st.lists(st.text("abc/ é", min_size=1, max_size=8).map(Path), unique=True, max_size=10).map(tuple)
preferences = st.builds(
    Preferences,
    name=st.text(max_size=20),
    scale_id=st.text(max_size=10),
    paper=st.sampled_from(PAPERS),
    theme=st.sampled_from(THEMES),
    motion=st.sampled_from(MOTIONS),
    reading_family=st.text(max_size=20),
    reading_size=st.integers(*READING_SIZES),
    house_scales=st.none() | st.just(Path("scales of the house")),
    recent=paths,
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)
)


def written(text: str | bytes) -> Path:
    path = settings.preferences_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_file_the_usual_ones_hold() -> None:
    assert settings.load() == Preferences()
    assert settings.load().notice == ""


@given(preferences)
def test_what_is_kept_comes_back(kept: Preferences) -> None:
    settings.save(kept)
    assert settings.load() == kept


@given(st.binary(max_size=60))
def test_no_bytes_in_the_file_stop_the_program(found: bytes) -> None:
    written(found)
    settings.load()


@given(st.dictionaries(st.sampled_from([*Preferences.__struct_fields__, "from the future"]), json_values))
def test_no_values_in_the_file_stop_the_program(found: dict[str, object]) -> None:
    written(json.dumps(found))
    settings.load()


def test_a_broken_file_is_put_beside_and_told_of() -> None:
    path = written('{"name": "AB",')
    assert "preferences.broken.json" in settings.load().notice
    assert path.with_name("preferences.broken.json").read_text() == '{"name": "AB",'
    assert settings.load() == Preferences()


def test_one_wrong_entry_costs_only_that_entry() -> None:
    written('{"name": "AB", "theme": "pink", "reading_size": true}')
    found = settings.load()
    assert (found.name, found.theme, found.reading_size) == ("AB", "system", 13)
    assert "reading_size" in found.notice
    assert "theme" in found.notice


def test_entries_of_a_later_version_are_kept() -> None:
    path = written('{"name": "AB", "telepathy": {"on": true}}')
    settings.save(settings.load())
    assert json.loads(path.read_text())["telepathy"] == {"on": True}


def test_a_folder_that_may_not_be_written_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def act() -> str:
        try:
            settings.save(Preferences(name="AB"))
        except settings.PreferencesNotKeptError as error:
            return str(error)
        return "it was kept"

    with open_to_all() as folder:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
        folder.chmod(0o555)
        assert "could not be written" in as_nobody(act)


def test_two_are_equal_or_differ_whatever_the_notice_says() -> None:
    one, same, other = Preferences(name="A"), Preferences(name="A", notice="Something was wrong."), Preferences()
    assert (one == same, one != same) == (True, False)
    assert (one == other, one != other) == (False, True)


def test_the_desk_opened_last_is_first_and_only_ten_are_remembered() -> None:
    kept = Preferences()
    for n in range(12):
        kept = kept.opened(Path(f"{n}.factdesk"))
    kept = kept.opened(Path("5.factdesk"))
    assert kept.last_desk == Path("5.factdesk")
    assert len(kept.recent) == 10
    assert len(set(kept.recent)) == 10
    assert kept.forgotten(Path("5.factdesk")).last_desk == Path("11.factdesk")


@pytest.mark.parametrize(
    ("variable", "where", "paper"),
    [("LC_ALL", "en_US.UTF-8", "letter"), ("LC_PAPER", "de_DE.UTF-8", "a4"), ("LANG", "es_MX", "letter")],
)
def test_the_usual_paper_is_that_of_the_country(
    monkeypatch: pytest.MonkeyPatch, variable: str, where: str, paper: str
) -> None:
    for name in ("LC_ALL", "LC_PAPER", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, where)
    assert Preferences().paper == paper


@pytest.mark.parametrize(
    "wrong", [{"paper": "a5"}, {"theme": "pink"}, {"reading_size": 8}, {"recent": (Path("a"),) * 2}]
)
def test_preferences_that_cannot_be_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Preferences(**wrong)  # type: ignore[arg-type]


def test_where_the_window_was_comes_back_and_rubbish_is_nowhere() -> None:
    assert settings.window_state() == {}
    settings.save_window_state({"geometry": "AdnQ", "splitter": "AAAA"})
    assert settings.window_state() == {"geometry": "AdnQ", "splitter": "AAAA"}
    settings.save_window_state({})
    assert settings.window_state() == {}


def test_an_article_is_looked_for_where_the_last_one_was_and_the_first_among_the_documents(
    home: Path, tmp_path: Path
) -> None:
    assert settings.usual_folder() == home, "there is no folder for documents"
    documents = home / "Documents"
    documents.mkdir()
    assert settings.usual_folder() == documents
    settings.save_window_state({"zoom": "110"})
    settings.keep_folder(tmp_path)
    assert settings.usual_folder() == tmp_path
    assert settings.window_state()["zoom"] == "110"
    settings.keep_folder(tmp_path / "gone")
    assert settings.usual_folder() == documents


def test_the_first_desk_lies_among_the_documents(home: Path) -> None:
    (home / "Documents").mkdir()
    assert settings.default_desk() == home / "Documents" / "FactDesk" / "FactDesk.factdesk"


def test_without_a_folder_for_documents_the_first_desk_lies_with_the_programs_data(home: Path) -> None:
    assert settings.default_desk() == home / "data" / "FactDesk" / "FactDesk.factdesk"
