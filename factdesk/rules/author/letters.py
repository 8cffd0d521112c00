"""Questions to the author as the text of an e-mail, and the answers taken out of what comes back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factdesk.model.query import SETTLED, AuthorQuery

_MARK = re.compile(r"^(?P<quoted>[>|\s]*)(?P<number>\d{1,4})[.)](?:\s+|$)(?P<rest>.*)$")
_QUOTED = re.compile(r"^\s*[>|]")
_ANSWER = re.compile(r"^\s*(?:answer|a)\s*:\s*", re.IGNORECASE)
_WORDS = "   About: “"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A query with the number it has in letters: its place among the article's queries, from 1."""

    number: int
    query: AuthorQuery


def numbered(queries: Sequence[AuthorQuery]) -> tuple[Numbered, ...]:
    """Number the queries of an article in the order they were written; a number never changes."""
    return tuple(Numbered(nth, query) for nth, query in enumerate(queries, start=1))


def letter(title: str, queries: Sequence[Numbered], words: Mapping[str, str]) -> str:
    """Return the text of an e-mail with the questions that wait for an answer; empty where none does.

    Args:
        words: the words of the article each query is about, by the query's id.
    """
    waiting = [one for one in queries if one.query.state not in SETTLED]
    if not waiting:
        return ""
    lines = [f"Questions about “{_line(title)}”" if title.strip() else "Questions about your article", ""]
    lines += ["Please answer below each question, and leave its number where it is.", ""]
    for one in waiting:
        lines.append(f"{one.number}. {_line(one.query.question)}")
        about = _line(words.get(one.query.id, ""))
        if about and about not in _line(one.query.question):
            lines.append(f"{_WORDS}{about}”")
        lines += ["   Answer:", ""]
    return "\n".join(lines)


def answers(text: str, queries: Sequence[Numbered]) -> dict[int, str]:
    """Return the answers in a reply by their number: what stands below or behind a number, up to the next.

    The questions themselves, quoted with ">" or left as they were, are no part of an answer. A number
    no query has begins nothing: it belongs to the answer it stands in.
    """
    known = {one.number: one.query for one in queries}
    found: dict[int, list[str]] = {}
    number: int | None = None
    for line in text.replace("\r\n", "\n").split("\n"):
        mark = _MARK.match(line)
        if mark and int(mark["number"]) in known and not _in_order(mark["quoted"], number, int(mark["number"])):
            number = int(mark["number"])
            rest = "" if _QUOTED.match(line) else _without_question(mark["rest"], known[number])
            found.setdefault(number, []).append(rest)
        elif number is not None and not _QUOTED.match(line):
            found[number].append("" if line.startswith(_WORDS) else _ANSWER.sub("", line))
    told = {nth: "\n".join(lines).strip() for nth, lines in found.items()}
    return {nth: answer for nth, answer in told.items() if answer}


def _in_order(quoted: str, number: int | None, mark: int) -> bool:
    """Say whether a number inside an answer only counts its own points: it goes back, and nothing quotes it."""
    return number is not None and mark < number and ">" not in quoted


def _without_question(rest: str, query: AuthorQuery) -> str:
    question = _line(query.question)
    rest = rest.strip()
    return _ANSWER.sub("", rest[len(question) :] if rest.startswith(question) else rest).strip()


def _line(text: str) -> str:
    return " ".join(text.split())
