"""The bytes of a file that is to become an article, and every refusal before they are looked at."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from factdesk.errors import UnreadableArticleError

WHAT = "The article was not read"

LARGEST = 64 * 1024 * 1024
"""Bytes; a larger file is no article."""


def bytes_of(path: Path, most: int) -> bytes:
    """Return what the file at ``path`` holds.

    Raises:
        UnreadableArticleError: it is missing, no ordinary file, larger than ``most`` bytes, or may not be read.
    """
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):
            raise UnreadableArticleError(WHAT, f"{path} is a folder", "Choose a file inside it.")
        if not S_ISREG(mode):
            # A pipe or a device would be read for ever.
            raise UnreadableArticleError(WHAT, f"{path} is no ordinary file", "Copy its words into a file first.")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise UnreadableArticleError(WHAT, f"there is no file {path}", "Look at the name and the folder.") from None
    except PermissionError:
        remedy = "Ask for the right to read it, or copy the words and paste them."
        raise UnreadableArticleError(WHAT, f"you may not read {path}", remedy) from None
    except (OSError, ValueError) as trouble:
        remedy = "Copy it to this computer's own disk and try again."
        why = getattr(trouble, "strerror", None) or trouble
        raise UnreadableArticleError(WHAT, f"{path} could not be read ({why})", remedy) from None
    if len(data) > most:
        raise too_large(str(path), path.stat().st_size, most)
    return data


def too_large(name: str, size: int, most: int) -> UnreadableArticleError:
    """Return the refusal of something of ``size`` bytes."""
    return UnreadableArticleError(
        WHAT,
        f"{name} has {size / (1024 * 1024):.0f} MB and the most is {most // (1024 * 1024)} MB",
        "Cut out the part that is to be checked.",
    )
