"""Byline and date lines: who wrote it and when, as a page prints it near the headline.

Such a line is cut at its separators; each part is a name after "by", a date, or something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factdesk.model.version import Block
from factdesk.readers.details.date_lines import cut_date, is_date, published_and_updated, says_published
from factdesk.readers.furniture.page_links import is_prose
from factdesk.readers.marks import without_marks
from factdesk.readers.vocabulary import byline_words
from factdesk.text.spans import Span

_HEAD = 400
_HEAD_SENTENCES = 3
"""The head of an article ends with its third block of whole sentences, or with its 400th block."""

_FOOT = 8
_LONGEST = 200
_CUT = re.compile(r"\s+[–—-]\s+|\s*[|·•]\s*|\s{3,}|\t+|[\r\n]+|(?<=[\dA-Zm,.)])\s+(?=[Bb]y\s)")
_BY = re.compile(
    r"(?:(?:written|reported|posted|published|story|words|text|analysis|opinion|review|report) )?by:? +(?=\S)|"
    r"(?:author|reporter|writer)s?: *(?=\S)|"
    r"(?:von|par|por|di|door|av|autor|autorin|auteur|autore|tekst) *:? +(?=\S)|"
    r"(?:автор|авторы|текст|نویسنده|خبرنگار|بقلم|كتب|الكاتب|מאת|作者|文|撰文|"
    r"記者|记者|執筆|लेखक|yazan) ?[:：/／] ?(?=\S)|"
    r"(?:بقلم|كتب|מאת) (?=\S)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:source|sources|quelle|fuente|fonte|bron|источник|джерело|المصدر|منبع|מקור|来源|來源|出典|출처) ?[:：] ?(?=\S)",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"\b(?:times|news|post|courier|herald|tribune|journal|gazette|daily|press|observer|guardian|mail|star|sun|chronicle|"
    r"standard|magazine|review|telegraph|independent|weekly|today|express|dispatch|examiner|inquirer|bulletin|"
    r"broadcasting|radio|tv|zeitung|presse|monde|país)\b|\.(?:com|org|net)\b",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\b(?:jr|sr|\w)\.$", re.IGNORECASE)
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What one line near the top says of the article; empty where it does not.

    Attributes:
        byline: the names as printed, without "by".
        by: the word before them, as printed ("by"), or empty.
        published, updated: ISO dates.
        publisher: what stands after "Source:", or a name that sounds like a newspaper's beside name or date.
    """

    span: Span
    byline: str = ""
    by: str = ""
    published: str = ""
    updated: str = ""
    publisher: str = ""


def head_lines(text: str, blocks: Sequence[Block]) -> list[HeadLine]:
    """Return the byline and date lines in the head of ``blocks``, and below the article those that say "published"."""
    head = list(_head(text, blocks))
    foot = blocks[max(len(head), len(blocks) - _FOOT) :]
    said = [block for block in foot if says_published(text[block.span.start : block.span.end])]
    found = (read_head_line(text, block.span) for block in (*head, *said))
    return [line for line in found if line]


def read_head_line(text: str, span: Span) -> HeadLine | None:
    """Read the block at ``span`` as a byline or date line, or return None where it is something else."""
    if span.end - span.start > _LONGEST:
        return None
    names, dates, others, by, house = [], [], [], "", ""
    for part in filter(None, (part.strip(" ,;:") for part in _CUT.split(without_marks(text[span.start : span.end])))):
        mark = _BY.match(part)
        name, dated = cut_date(part[mark.end() :].strip()) if mark else ("", "")
        if is_date(part):
            dates.append(part)
        elif (source := _SOURCE.match(part)) and _may_stand_beside(part):
            house = house or part[source.end() :]
        elif mark and _is_name(name):
            names.append(name)
            dates += [dated] if dated else []
            by = by or mark.group().strip(" :：/／")
        else:
            others.append(part)
    if not (names or dates or house) or not all(_may_stand_beside(part) for part in others):
        return None
    house = house or next((part for part in others if _HOUSE.search(part)), "")
    rest = [part for part in others if part != house]
    if not names and len(rest) == 1 and len(rest[0].split()) in (2, 3) and _is_name(rest[0]):
        names = rest
    return HeadLine(span, ", ".join(names), by, *published_and_updated(dates), house)


def is_role(byline: str) -> bool:
    """Say whether ``byline`` names a role or a house ("Chief Editor", "Newsroom") and no person."""
    words = [word.strip(".,;:()").lower() for word in byline.replace("/", " ").split()]
    return bool(words) and all(not word or word in byline_words().roles for word in words)


def _head(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    prose = 0
    for block in blocks[:_HEAD]:
        prose += is_prose(text[block.span.start : block.span.end])
        if prose == _HEAD_SENTENCES:
            return
        yield block


def _is_name(words: str) -> bool:
    known = byline_words()
    tokens = [token for token in (token.strip(",;()") for token in words.split()) if token]
    if not tokens or len(tokens) > _MOST_WORDS or tokens[0].lower() in known.not_names or tokens[0][0].isdigit():
        return False
    if words[-1] in ".!?:。" and not _INITIAL.search(words):
        return False
    lower = (token for token in tokens if token[0].islower())
    small = known.particles | known.roles | known.role_after_name
    return all(token in small or "@" in token for token in lower)


def _may_stand_beside(part: str) -> bool:
    tokens = part.split()
    return len(tokens) <= 6 and part[-1] not in ".!?" and not tokens[0][0].islower()
