"""``factdesk report``: write or print the verification report of a desk, or of an article as it stands."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factdesk import DESK_SUFFIX, __version__
from factdesk.cli.desk import add_article, add_person, chosen_case, opened, person, say, say_if_touched
from factdesk.cli.draft import add_encoding, file_draft

if TYPE_CHECKING:
    from factdesk.report.parts import Report
    from factdesk.work.session import Session


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("report", help="write or print the verification report")
    verb.add_argument(
        "desk", type=Path, metavar="DESK|ARTICLE", help="a desk, or an article whose proposals are listed"
    )
    verb.add_argument("--to", type=Path, metavar="FILE", help="write it here; the ending says how: .pdf, .html or .md")
    verb.add_argument("--print", metavar="QUEUE", dest="queue", help="send it to this print queue")
    verb.add_argument("--paper", choices=("a4", "letter"), help="size of the sheets (the one in the preferences)")
    add_article(verb)
    add_encoding(verb)
    add_person(verb)
    verb.set_defaults(run=run, usage=verb)


def run(options: argparse.Namespace) -> None:
    """Write the report, print it, or both.

    Raises:
        UnreadableArticleError, DeskOpenError, NotInDeskError: there is nothing to report on.
        ReportError: it was not written or not printed.
    """
    if options.to is None and options.queue is None:
        options.usage.error("say where it goes: --to FILE or --print QUEUE")
    from factdesk.report.file import refuse_what_cannot_be_written, write
    from factdesk.report.formats import render
    from factdesk.settings import load

    if options.to is not None:
        refuse_what_cannot_be_written(options.to)
    paper = options.paper or load().paper
    of_desk = options.desk.suffix == DESK_SUFFIX
    with opened(options) if of_desk else _passing(options) as session:
        if of_desk:
            say_if_touched(session)
        made = _report(session, options.article)
    if options.to is not None:
        write(options.to, render(made, options.to.suffix, paper))
        say(str(options.to))
    if options.queue is not None:
        from factdesk.work.spool import print_pdf

        say(print_pdf(render(made, ".pdf", paper), options.queue, title=made.head.title))


@contextmanager
def _passing(options: argparse.Namespace) -> Iterator[Session]:
    """Take an article into a desk that lasts as long as its report takes."""
    from factdesk.work.bulk import take_in
    from factdesk.work.intake import propose
    from factdesk.work.jobs import Unwatched
    from factdesk.work.session import Session

    intake = propose(file_draft(options.desk, options.encoding), Unwatched())
    with tempfile.TemporaryDirectory(prefix="factdesk-") as folder:
        session = Session.create(Path(folder) / f"{options.desk.stem}{DESK_SUFFIX}", person(options))
        try:
            take_in(session, intake)
            yield session
        finally:
            session.close()


def _report(session: Session, number: int | None) -> Report:
    from factdesk.model.clock import now
    from factdesk.report.appendices import Found
    from factdesk.report.build import ReportSetting, build
    from factdesk.rules.registers.reading import reading_of
    from factdesk.work.bulk import fix_numbers
    from factdesk.work.imprint import imprint_of
    from factdesk.work.jobs import Unwatched
    from factdesk.work.registers import work_out

    article = chosen_case(session, number).article.id
    fix_numbers(session, article)
    setting = ReportSetting(imprint=imprint_of(session), printed_at=now(), program_version=__version__)
    case = session.case(article)
    found = work_out(reading_of(case), Unwatched())
    return build(case, session.events(article), setting, Found(found.registers, found.ladder))
