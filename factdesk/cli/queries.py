"""``factdesk queries``: the questions to the author, the letter they go in, and the answers that come back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factdesk.cli.desk import add_article, add_desk, add_person, chosen_case, opened, print_json, say
from factdesk.errors import NotInDeskError, UnreadableArticleError

if TYPE_CHECKING:
    from factdesk.model.case import Case
    from factdesk.rules.author.letters import Numbered
    from factdesk.rules.author.questions import Question
    from factdesk.work.session import Session


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("queries", help="list, ask and answer the questions to the author")
    add_desk(verb)
    what = verb.add_mutually_exclusive_group()
    what.add_argument("--ask", metavar="TEXT", help="write a question of your own")
    what.add_argument("--take-up", metavar="N", type=int, help="ask the N-th of the questions proposed")
    what.add_argument("--letter", action="store_true", help="print the e-mail; its questions count as asked")
    what.add_argument("--answers", metavar="FILE", help="keep the answers in a reply to that e-mail; - reads them here")
    what.add_argument("--json", action="store_true", help="print one JSON object")
    add_article(verb)
    add_person(verb)
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Do what was asked for, or list the questions written and those proposed.

    Raises:
        NotInDeskError: no such proposal, or no answer in the reply; nothing was changed.
    """
    with opened(options) as session:
        case = chosen_case(session, options.article)
        if options.ask is not None:
            _ask(session, case, options.ask)
        elif options.take_up is not None:
            _take_up(session, case, options.take_up)
        elif options.letter:
            _letter(session, case)
        elif options.answers is not None:
            _answers(session, case, options.answers)
        elif options.json:
            print_json(_as_json(case))
        else:
            _list(case)


def _listed(case: Case) -> tuple[Numbered, ...]:
    from factdesk.rules.author.letters import numbered

    return numbered(case.queries)


def _proposed(case: Case) -> tuple[Question, ...]:
    from factdesk.rules.author.questions import still_open
    from factdesk.rules.registers.reading import reading_of
    from factdesk.work.jobs import Unwatched
    from factdesk.work.registers import work_out

    return still_open(work_out(reading_of(case), Unwatched()).questions, case.queries)


def _list(case: Case) -> None:
    for one in _listed(case):
        answer = f"  → {' '.join(one.query.answer.split())}" if one.query.answer else ""
        say(f"{one.number:>4}  {one.query.state:<9}  {one.query.question}{answer}")
    for nth, question in enumerate(_proposed(case), start=1):
        say(f"{'p' + str(nth):>4}  proposed   {question.words}")


def _ask(session: Session, case: Case, words: str) -> None:
    from factdesk.model.query import QueryKind
    from factdesk.work.edits.query import AddQuery

    session.run(AddQuery(article_id=case.article.id, kind=QueryKind.OTHER, question=words))
    say(f"question {len(case.queries) + 1}: written")


def _take_up(session: Session, case: Case, nth: int) -> None:
    from factdesk.work.edits.query import AddQuery

    proposed = _proposed(case)
    if not 1 <= nth <= len(proposed):
        raise NotInDeskError(
            "Nothing was changed", f"no question {nth} is proposed", "“factdesk queries” lists them: p1, p2 …"
        )
    question = proposed[nth - 1]
    session.run(
        AddQuery(
            article_id=case.article.id, kind=question.kind, question=question.words, version_id=case.version.id,
            span=question.span,
        )
    )  # fmt: skip
    say(f"question {len(case.queries) + 1}: written")


def _letter(session: Session, case: Case) -> None:
    from factdesk.model.query import QueryState
    from factdesk.rules.author.letters import letter
    from factdesk.rules.author.questions import words_about
    from factdesk.work.edits.query import SendQueries

    text = letter(case.article.details.title, _listed(case), {q.id: words_about(case, q) for q in case.queries})
    if not text:
        raise NotInDeskError("No letter was written", "no question waits to be asked", "Write one: --ask or --take-up.")
    to_ask = tuple(query.id for query in case.queries if query.state is QueryState.OPEN)
    if to_ask:
        session.run(SendQueries(query_ids=to_ask))
    say(text)


def _answers(session: Session, case: Case, source: str) -> None:
    from factdesk.rules.author.letters import answers
    from factdesk.work.edits.query import AnswerQuery

    found = answers(_reply(source), _listed(case))
    if not found:
        raise NotInDeskError(
            "Nothing was changed", "the reply holds no answer", "Each answer begins with the number of its question."
        )
    for one in _listed(case):
        if one.number in found:
            session.run(AnswerQuery(query_id=one.query.id, answer=found[one.number]))
            say(f"question {one.number}: answered")


def _reply(source: str) -> str:
    if source == "-":
        return sys.stdin.buffer.read().decode("utf-8", errors="replace")
    try:
        return Path(source).read_text(encoding="utf-8", errors="replace")
    except OSError as problem:
        raise UnreadableArticleError(
            f"“{source}” was not read", str(problem.strerror), "Name a file you may read."
        ) from problem


def _as_json(case: Case) -> dict[str, Any]:
    return {
        "queries": [
            {
                "number": one.number,
                "kind": str(one.query.kind),
                "question": one.query.question,
                "state": str(one.query.state),
                "answer": one.query.answer,
                "start": one.query.span.start if one.query.span else None,
                "end": one.query.span.end if one.query.span else None,
            }
            for one in _listed(case)
        ],
        "proposed": [
            {"kind": str(it.kind), "question": it.words, "start": it.span.start, "end": it.span.end}
            for it in _proposed(case)
        ],
    }
