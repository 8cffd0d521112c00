"""From a file or pasted words to a draft with proposals: a job, because long articles take a moment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from factdesk.model.article import Details
from factdesk.model.draft import Draft, Furniture
from factdesk.model.suggestion import Suggestion
from factdesk.readers.fetch.fetching import fetch
from factdesk.readers.formats import read_again, read_file, read_source, read_text
from factdesk.readers.source import OnProgress, Source
from factdesk.rules.suggestions.learning import decided, habits, reweighed
from factdesk.rules.suggestions.reach import PART
from factdesk.rules.suggestions.suggest import SPOKEN_METHOD, Told, method_for, suggest_told, wording_rules_apply
from factdesk.work.edits.article import Intake
from factdesk.work.jobs import Job, Watch, step

_MOVED = "+desk"
"""What is added to the method where the desk's own decisions moved the ranking."""
_SPOKEN = "It is read as a transcript, so sentences are ranked by their words, not by their place."
_NOT_ENGLISH = (
    "It is not in English as far as can be told, so the rules on wording are off: only figures, quotations, place and "
    "repeats speak. Change the language if that is wrong."
)
_VERY_LONG = (
    "The text is very long: claims are proposed for its first {0:,} characters. Further on they are proposed part by "
    "part, when you ask for it (Article ▸ Propose claims further on)."
)


def read_job(path: Path, encoding: str = "") -> Job[Intake]:
    """Return the job that reads a file and proposes details, furniture and suggestions.

    Args:
        encoding: of its text, as a person chose it.
    """
    return lambda watch: propose(read_file(path, _steps(watch), encoding=encoding), watch)


def again_job(intake: Intake, encoding: str) -> Job[Intake]:
    """Return the job that reads the same bytes anew in the encoding that a person chose."""
    return lambda watch: propose(read_again(intake.draft, encoding, _steps(watch)), watch)


def kept_job(data: bytes, file_name: str, address: str) -> Job[Intake]:
    """Return the job that reads bytes of the desk anew; in which encoding, the person is still to choose."""
    source = Source(data, address)
    hops = (address,) if address else ()
    return lambda watch: propose(
        replace(read_source(source, file_name=file_name, on_progress=_steps(watch)), unsure=True, hops=hops), watch
    )


def paste_job(text: str) -> Job[Intake]:
    """Return the job that does the same for pasted words."""
    return lambda watch: propose(read_text(text, _steps(watch)), watch)


def paste_page_job(page: bytes) -> Job[Intake]:
    """Return the job that does the same for what a browser put on the clipboard as HTML in UTF-8."""
    source = Source(page, selection=True)
    return lambda watch: propose(
        read_source(source, file_name="", media_type="text/html; charset=utf-8", on_progress=_steps(watch)), watch
    )


def fetch_job(address: str, allowed: Collection[str] = (), encoding: str = "") -> Job[Intake]:
    """Return the job that fetches ``address`` once and reads what is there.

    Args:
        allowed: hosts, with their ports, of a private network that the person agreed to.
        encoding: of its text, as a person chose it.
    """
    return lambda watch: propose(_fetched(address, allowed, encoding, watch), watch)


def _fetched(address: str, allowed: Collection[str], encoding: str, watch: Watch) -> Draft:
    got = fetch(address, _steps(watch), allowed=allowed)
    name = PurePosixPath(urlsplit(got.address).path).name
    source = Source(got.data, got.address, encoding=encoding)
    draft = read_source(source, file_name=name, media_type=got.media_type, on_progress=_steps(watch))
    return replace(draft, hops=tuple(got.hops))


def _steps(watch: Watch) -> OnProgress:
    return lambda done, total: step(watch, done, total)


def propose(draft: Draft, watch: Watch, spoken: bool | None = None) -> Intake:
    """Return ``draft`` with everything the program proposes for it; a person may then change it.

    Args:
        spoken: whether a person calls it a transcript; None where nobody was asked.

    Raises:
        Cancelled: the person stopped it.
    """
    method = method_for(draft.text, draft.blocks, draft.details.language, spoken)
    return Intake(
        draft=replace(draft, notices=_noticed(draft, method)),
        details=draft.details,
        furniture=draft.furniture,
        suggestions=suggest_told(
            draft.text,
            tuple(block for block in draft.blocks if block.span.end <= PART),
            draft.furniture,
            Told(draft.details.language, spoken),
            on_progress=lambda done, total: step(watch, done, total),
        ),
        method=method,
    )


def by_habits(intake: Intake, decisions: Iterable[Suggestion]) -> Intake:
    """Return ``intake`` with its claims ranked by what this desk accepted and rejected before, if that tells anything.

    Args:
        decisions: of other articles; what the scores were before they were moved is worked out from them.
    """
    learned = habits(decided(decisions))
    if not learned.lifts:
        return intake
    return replace(intake, suggestions=reweighed(intake.suggestions, learned), method=f"{intake.method}{_MOVED}")


def _noticed(draft: Draft, method: str) -> tuple[str, ...]:
    """Return the notices of ``draft``, how it was fetched, and how its sentences were ranked where that is unusual."""
    sent_on = f"The address was sent on: {' → '.join(draft.hops)}"
    very_long = _VERY_LONG.format(PART)
    own = [notice for notice in draft.notices if notice not in (_SPOKEN, _NOT_ENGLISH, sent_on, very_long)]
    if len(draft.hops) > 1:
        own.insert(0, sent_on)
    if len(draft.text) > PART:
        own.append(very_long)
    if method == SPOKEN_METHOD:
        own.append(_SPOKEN)
    if draft.text.strip() and not wording_rules_apply(draft.details.language, draft.text):
        own.append(_NOT_ENGLISH)
    return tuple(own)


def is_spoken(intake: Intake) -> bool:
    """Say whether it was ranked as a transcript."""
    return intake.method.startswith(SPOKEN_METHOD)


def looked_over(
    intake: Intake, details: Details, keep: Callable[[Furniture], bool], *, spoken: bool | None = None
) -> Job[Intake]:
    """Return the job that makes of ``intake`` what the person left: edited details, and less or more set aside.

    Words that come back into the article need suggestions, so all of them are made anew.

    Args:
        spoken: whether the person called it a transcript; None leaves that to its words.
    """
    pieces = sorted((*intake.furniture, *intake.draft.doubted), key=lambda piece: piece.span)
    furniture = tuple(piece for piece in pieces if keep(piece))
    draft = replace(intake.draft, details=details, furniture=furniture)
    return lambda watch: propose(draft, watch, spoken)
