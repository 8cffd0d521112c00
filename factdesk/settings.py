"""What a person chose once and keeps: typed preferences, and where the window was last.

Two small JSON files, found by platformdirs: ``preferences.json`` in the configuration folder and
``window.json`` in the state folder. ``docs/settings.md`` describes each entry. A file that cannot be
understood never stops the program: it is put beside, defaults hold, and a notice says so.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

from msgspec import Struct, field
from msgspec.json import decode
from msgspec.structs import replace
from platformdirs import user_config_path, user_data_path, user_documents_path, user_state_path

from factdesk import DESK_SUFFIX
from factdesk.errors import FactDeskError

PAPERS = ("a4", "letter")
THEMES = ("system", "light", "dark", "contrast")
MOTIONS = ("system", "none")
READING_SIZES = (9, 32)
MOST_RECENT = 10

_APP = "factdesk"
# Countries whose printers hold Letter; all others hold A4.
_LETTER = frozenset(
    ["US", "CA", "MX", "PH", "PR", "CL", "CO", "CR", "DO", "GT", "HN", "NI", "PA", "SV", "VE", "BO", "BZ"]
)


class PreferencesNotKeptError(FactDeskError):
    """The preferences could not be written; those in force hold until the program ends."""

    exit_code = 10


def usual_paper() -> str:
    """Return the paper of this machine's country: "letter" in most of the Americas, else "a4"."""
    said = next((os.environ[name] for name in ("LC_ALL", "LC_PAPER", "LANG") if os.environ.get(name)), "")
    if not said:
        import locale  # most machines say it in their environment

        said = locale.getlocale()[0] or ""
    country = said.partition(".")[0].partition("@")[0].partition("_")[2].upper()
    return "letter" if country in _LETTER else "a4"


class Preferences(Struct, frozen=True, kw_only=True, eq=False):
    """One person's choices. Two are equal where all but the notice is.

    Attributes:
        name: the person at the desk, as the journal and the report name them; "" is "Checker".
        scale_id: id of the scale ("desk-check@1.0") new desks get; "" for the first that ships.
        paper: "a4" or "letter".
        theme: "system", "light", "dark" or "contrast".
        motion: "system", or "none" for a window in which nothing moves by itself.
        reading_family: what the article is set in; "" for the typeface that ships.
        reading_size: of the article, in points, 9 … 32.
        house_scales: folder with a house's own scales, or None.
        learn: whether what a desk accepted and rejected moves the ranking of its later articles.
        learn_since: UTC time; decisions before it teach nothing. "" for all.
        recent: desks opened before, newest first, at most ten, each once.
        unknown: entries of the file that this version does not know; kept when it is written.
        notice: one sentence about what was wrong with the file, or "".
    """

    name: str = ""
    scale_id: str = ""
    paper: str = field(default_factory=usual_paper)
    theme: str = "system"
    motion: str = "system"
    reading_family: str = ""
    reading_size: int = 13
    house_scales: Path | None = None
    learn: bool = True
    learn_since: str = ""
    recent: tuple[Path, ...] = ()
    unknown: Mapping[str, object] = field(default_factory=dict)
    notice: str = ""

    def __post_init__(self) -> None:
        if self.paper not in PAPERS or self.theme not in THEMES or self.motion not in MOTIONS:
            raise ValueError(f"no such paper, theme or motion: {self.paper}, {self.theme}, {self.motion}")
        if not READING_SIZES[0] <= self.reading_size <= READING_SIZES[1]:
            raise ValueError(f"a reading size of {self.reading_size} points is outside {READING_SIZES}")
        if len(self.recent) > MOST_RECENT or len(set(self.recent)) < len(self.recent):
            raise ValueError(f"recent desks are {MOST_RECENT} at most, each once: {self.recent}")

    def __eq__(self, other: object) -> bool:
        compared = (name for name in self.__struct_fields__ if name != "notice")
        return isinstance(other, Preferences) and all(getattr(self, name) == getattr(other, name) for name in compared)

    def __ne__(self, other: object) -> bool:
        return not self == other  # a struct that is not compared by itself differs from all others

    @property
    def last_desk(self) -> Path | None:
        """The desk that was opened last."""
        return self.recent[0] if self.recent else None

    def opened(self, desk: Path) -> Self:
        """Return the preferences with ``desk`` as the newest of the recent ones."""
        return replace(self, recent=(desk, *(path for path in self.recent if path != desk))[:MOST_RECENT])

    def forgotten(self, desk: Path) -> Self:
        """Return the preferences without ``desk`` among the recent ones; the file is left alone."""
        return replace(self, recent=tuple(path for path in self.recent if path != desk))


def preferences_file() -> Path:
    """Return where the preferences are kept; there may be nothing yet."""
    return user_config_path(_APP, appauthor=False) / "preferences.json"


def load() -> Preferences:
    """Return the preferences as they were saved; defaults where there are none or none that hold.

    A file that is no JSON object is renamed to ``preferences.broken.json``, so that saving does not
    overwrite what a person may have written by hand. ``notice`` then says so.
    """
    path = preferences_file()
    try:
        found = decode(path.read_bytes())
    except FileNotFoundError:
        return Preferences()
    except OSError as error:
        return Preferences(notice=f"The preferences could not be read ({error.strerror}); the usual ones hold.")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        return Preferences(notice=_put_beside(path))
    return _from_json(found)


def save(preferences: Preferences) -> None:
    """Write the preferences so that a crash leaves either the old or the new file.

    Raises:
        PreferencesNotKeptError: the folder or file may not be written, or the disk is full.
    """
    kept = dict(preferences.unknown) | {
        name: write(getattr(preferences, name)) for name, (_, write) in _ENTRIES.items()
    }
    try:
        _write(preferences_file(), kept)
    except OSError as error:
        raise PreferencesNotKeptError(
            "The preferences were not kept",
            f"{preferences_file()} could not be written ({error.strerror})",
            "Make room on the disk or make the folder writable, then change the preference once more.",
        ) from error


def window_state() -> dict[str, str]:
    """Return where the window and its splitters were, as base64 text by name; empty where unknown."""
    try:
        found = decode(_window_file().read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(k): v for k, v in found.items() if isinstance(v, str)} if isinstance(found, dict) else {}


def save_window_state(state: Mapping[str, str]) -> None:
    """Keep ``state`` for the next start. Where it cannot be written the window opens in its usual place."""
    try:
        _write(_window_file(), dict(state))
    except OSError:
        return


def usual_folder() -> Path:
    """Return where the last article came from; the documents folder, or the home, where none did or it is gone."""
    last = window_state().get("articles", "")
    documents = user_documents_path()
    if last and Path(last).is_dir():
        return Path(last)
    return documents if documents.is_dir() else Path.home()


def keep_folder(folder: Path) -> None:
    """Keep where an article came from."""
    save_window_state(window_state() | {"articles": str(folder)})


def default_desk() -> Path:
    """Return where the first desk lies: in the documents folder, else in the program's data folder."""
    documents = user_documents_path()
    home = documents if documents.is_dir() and os.access(documents, os.W_OK) else user_data_path(appauthor=False)
    return home / "FactDesk" / f"FactDesk{DESK_SUFFIX}"


# --- between values and JSON: how each entry is read (raising ValueError) and written


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise ValueError("not a text")
    return found


def _one_of(allowed: tuple[str, ...]) -> Callable[[object], str]:
    def read(found: object) -> str:
        if found not in allowed:
            raise ValueError(f"not one of {', '.join(allowed)}")
        return _text(found)

    return read


def _size(found: object) -> int:
    if not isinstance(found, int) or not READING_SIZES[0] <= found <= READING_SIZES[1]:
        raise ValueError("not a size")
    return found


def _yes_or_no(found: object) -> bool:
    if not isinstance(found, bool):
        raise ValueError("neither true nor false")
    return found


def _folder(found: object) -> Path | None:
    return Path(_text(found)) if found else None


def _desks(found: object) -> tuple[Path, ...]:
    if not isinstance(found, list):
        raise ValueError("not a list")
    return tuple(dict.fromkeys(Path(_text(path)) for path in found))[:MOST_RECENT]


def _as_is(value: object) -> object:
    return value


def _path_text(value: Path | None) -> str | None:
    return str(value) if value else None


def _path_texts(value: tuple[Path, ...]) -> list[str]:
    return [str(path) for path in value]


_ENTRIES: dict[str, tuple[Callable[[object], object], Callable[..., object]]] = {
    "name": (_text, _as_is),
    "scale_id": (_text, _as_is),
    "paper": (_one_of(PAPERS), _as_is),
    "theme": (_one_of(THEMES), _as_is),
    "motion": (_one_of(MOTIONS), _as_is),
    "reading_family": (_text, _as_is),
    "reading_size": (_size, _as_is),
    "house_scales": (_folder, _path_text),
    "learn": (_yes_or_no, _as_is),
    "learn_since": (_text, _as_is),
    "recent": (_desks, _path_texts),
}


def _from_json(found: dict[str, object]) -> Preferences:
    values: dict[str, object] = {}
    wrong: list[str] = []
    for name, (read, _) in _ENTRIES.items():
        if name in found:
            try:
                values[name] = read(found[name])
            except ValueError:
                wrong.append(name)
    notice = f"Preferences that could not be understood have their usual value: {', '.join(wrong)}." if wrong else ""
    unknown = {name: value for name, value in found.items() if name not in _ENTRIES}
    return replace(Preferences(unknown=unknown, notice=notice), **values)


def _put_beside(path: Path) -> str:
    beside = path.with_name("preferences.broken.json")
    try:
        path.replace(beside)
    except OSError as error:
        return f"The preferences could not be understood ({error.strerror}); the usual ones hold."
    return f"The preferences could not be understood; the usual ones hold. The old file is now {beside.name}."


def _window_file() -> Path:
    return user_state_path(_APP, appauthor=False) / "window.json"


def _write(path: Path, entries: dict[str, object]) -> None:
    import json  # late, and so is the next: a start only reads

    from factdesk.whole import write_whole

    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, (json.dumps(entries, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode())
