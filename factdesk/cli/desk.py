"""What several verbs share: opening a desk, naming a person, an article and a claim."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factdesk.errors import NotInDeskError

if TYPE_CHECKING:
    from factdesk.model.case import Case
    from factdesk.model.person import Person
    from factdesk.work.session import Session


def add_desk(verb: argparse.ArgumentParser) -> None:
    """Add the desk every verb about a desk begins with."""
    verb.add_argument("desk", type=Path, help="the desk file")


def add_article(verb: argparse.ArgumentParser) -> None:
    """Add the choice of an article within the desk."""
    verb.add_argument("--article", type=int, metavar="N", help="number of the article in the desk (the newest)")


def add_person(verb: argparse.ArgumentParser) -> None:
    """Add the name under which changes are recorded."""
    verb.add_argument("--by", metavar="NAME", help="who does it (the name in the preferences)")


def person(options: argparse.Namespace) -> Person:
    """Return who does it."""
    from factdesk.model.person import Person
    from factdesk.settings import load

    preferences = load()
    if preferences.notice:  # else another name than the person's own goes into the record unsaid
        sys.stderr.write(f"{preferences.notice}\n")
    name = getattr(options, "by", None) or preferences.name
    return Person(name) if name else Person()


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Session]:
    """Open ``options.desk`` for the time of one verb; where it can only be read, that is said on standard error.

    Raises:
        DeskOpenError, DeskWriteError: it could not be opened.
    """
    from factdesk.work.session import Session

    session = Session.open(options.desk, person(options))
    if session.found:
        told = "“{0}” comes from an older FactDesk, does not verify and is only read. “factdesk verify” says why."
        sys.stderr.write(f"factdesk: {told.format(options.desk.name)}\n")
    try:
        yield session
    finally:
        session.close()


def say_if_touched(session: Session) -> None:
    """Look through a desk whose words leave it, and say on standard error that another hand changed it."""
    from factdesk.work.verification import verify_open

    if not session.found:
        session.touched = verify_open(session)
    if session.touched:
        say_that_touched(session.path)


def say_that_touched(desk: Path) -> None:
    """Say on standard error that another hand changed a desk."""
    told = f"“{desk.name}” does not verify: another hand changed it. “factdesk verify” says what."
    sys.stderr.write(f"factdesk: {told}\n")


def chosen_case(session: Session, number: int | None) -> Case:
    """Return the case of article ``number`` (from 1), or of the newest.

    Raises:
        NotInDeskError: there is no such article.
    """
    articles = session.articles()
    if not articles:
        raise NotInDeskError(
            "Nothing was done", "the desk holds no article", "Add one: factdesk check ARTICLE --desk D."
        )
    if number is not None and not 1 <= number <= len(articles):
        raise NotInDeskError(
            "Nothing was done", f"the desk has no article {number}", f"Choose one of 1 to {len(articles)}."
        )
    return session.case(articles[-1 if number is None else number - 1].id)


def print_json(value: dict[str, Any]) -> None:
    """Print one JSON object."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def say(line: str) -> None:
    """Print one line of a result."""
    sys.stdout.write(line + "\n")
