"""The jobs that read an article on its way in; each imports what it reads with beside the window."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from factdesk.model.suggestion import Suggestion
from factdesk.work.jobs import Job, Watch, making_what_stays

if TYPE_CHECKING:
    from factdesk.readers.fetch.place import PrivateAddressError
    from factdesk.work.edits.article import Intake

T = TypeVar("T")


def ranked_by_habits(job: Job[T], decisions: tuple[Suggestion, ...]) -> Job[T]:
    """Return the job that also ranks by what the desk decided before."""

    def moved(watch: Watch) -> T:
        from factdesk.work.edits.article import Intake
        from factdesk.work.intake import by_habits

        with making_what_stays():
            found = job(watch)
            return cast(T, by_habits(found, decisions)) if isinstance(found, Intake) and decisions else found

    return moved


def with_sha256(job: Job[T]) -> Job[tuple[T, str]]:
    """Return the job that also tells the SHA-256 of an article's bytes, or "" where what was found is no article."""

    def named(watch: Watch) -> tuple[T, str]:
        from factdesk.work.edits.article import Intake

        found = job(watch)
        return found, hashlib.sha256(found.draft.original).hexdigest() if isinstance(found, Intake) else ""

    return named


def reading(path: Path) -> Job[Intake]:
    """Return the job that reads a file."""

    def job(watch: Watch) -> Intake:
        from factdesk.work.intake import read_job

        return read_job(path)(watch)

    return job


def fetching(address: str, allowed: frozenset[str]) -> Job[Intake | PrivateAddressError]:
    """Return the job that fetches an article; where a private network must be agreed to first, it says so."""

    def job(watch: Watch) -> Intake | PrivateAddressError:
        from factdesk.readers.fetch.place import PrivateAddressError
        from factdesk.work.intake import fetch_job

        try:
            return fetch_job(address, allowed)(watch)
        except PrivateAddressError as refusal:
            return refusal

    return job


def pasting_page(page: str) -> Job[Intake]:
    """Return the job that reads what a browser copied, HTML."""

    def job(watch: Watch) -> Intake:
        from factdesk.work.intake import paste_page_job

        return paste_page_job(page.encode("utf-8", "replace"))(watch)

    return job


def pasting(text: str) -> Job[Intake]:
    """Return the job that reads pasted words."""

    def job(watch: Watch) -> Intake:
        from factdesk.work.intake import paste_job

        return paste_job(text)(watch)

    return job
