"""Byline and date lines: who wrote it and when, as a page prints it near the headline.

Such a line is cut at its separators; each part is a name after "by", a date, or something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factdesk.model.version import Block
from factdesk.text.dates import find_dates
from factdesk.text.spans import Span

HEAD = 14
"""Blocks from the top among which a byline or date line is looked for."""

_LONGEST = 200
_CUT = re.compile(r"\s+[|·•–—-]\s+|\s*[|·•]\s*|\s{3,}|\t+|[\r\n]+")
_BY = re.compile(
    r"(?:(?:written|reported|posted|published|story|words|text|analysis|opinion|review|report) )?by:? +(?=\S)|"
    r"(?:author|reporter|writer)s?: *(?=\S)|"
    r"(?:von|par|por|di|door|av|autor|autorin|auteur|autore|tekst) *:? +(?=[^\W\d_a-zäöüéèñ])|"
    r"(?:автор|авторы|текст|نویسنده|خبرنگار|بقلم|كتب|الكاتب|מאת|作者|文|撰文|"
    r"記者|记者|執筆|लेखक|yazan) ?[:：/／] ?(?=\S)|(?:بقلم|كتب|מאת) (?=\S)",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    [
        "and",
        "und",
        "et",
        "y",
        "e",
        "en",
        "&",
        "de",
        "del",
        "della",
        "der",
        "den",
        "van",
        "von",
        "da",
        "di",
        "dos",
        "du",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "i",
        "och",
        "og",
        "and,",
        "with",
        "for",
        "at",
        "of",
        "the",
        "in",
        "und,",
        "和",
        "و",
    ]
)
_NOT_NAMES = frozenset(
    [
        "the",
        "a",
        "an",
        "all",
        "far",
        "now",
        "then",
        "no",
        "its",
        "his",
        "her",
        "their",
        "our",
        "this",
        "that",
        "numbers",
        "chance",
        "contrast",
        "way",
        "law",
        "default",
        "design",
        "mistake",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "tomorrow",
        "yesterday",
        "today",
        "night",
        "day",
    ]
)
ROLES = frozenset(
    [
        "chief",
        "editor",
        "editors",
        "editorial",
        "editor-in-chief",
        "staff",
        "admin",
        "administrator",
        "newsroom",
        "news",
        "desk",
        "team",
        "reporter",
        "reporters",
        "reporting",
        "correspondent",
        "correspondents",
        "web",
        "webdesk",
        "webmaster",
        "agencies",
        "agency",
        "bureau",
        "board",
        "contributor",
        "contributors",
        "guest",
        "author",
        "writer",
        "writers",
        "columnist",
        "service",
        "online",
        "digital",
        "content",
        "producer",
        "producers",
        "managing",
        "senior",
        "deputy",
        "associate",
        "assistant",
        "special",
        "our",
        "political",
        "sports",
        "business",
        "science",
        "health",
        "foreign",
        "national",
        "local",
        "city",
        "night",
        "wire",
        "wires",
        "report",
        "sub",
        "sub-editor",
        "and",
        "of",
        "the",
        "associated",
        "press",
        "reuters",
        "afp",
        "ap",
        "dpa",
        "tass",
        "xinhua",
        "ani",
        "pti",
        "ians",
        "epa",
        "upi",
        "efe",
        "ansa",
        "redaktion",
        "redaktionsteam",
        "redacción",
        "redaction",
        "rédaction",
        "redazione",
        "redactie",
        "redação",
        "редакция",
        "редакція",
        "редактор",
        "التحرير",
        "هيئة",
        "سردبیر",
        "تحریریه",
        "خبرنگار",
        "编辑",
        "编辑部",
        "记者",
        "編集部",
        "المحرر",
        "مدير",
    ]
)
"""Words of roles and houses; a byline made of nothing else names no person."""

_ROLE_AFTER_NAME = frozenset(
    ["reporter", "correspondent", "writer", "editor", "columnist", "contributor", "producer", "photographer"]
)
_DATE_WORDS = frozenset(
    [
        "published",
        "updated",
        "posted",
        "last",
        "modified",
        "first",
        "on",
        "at",
        "date",
        "dated",
        "created",
        "released",
        "issued",
        "am",
        "pm",
        "a.m",
        "p.m",
        "gmt",
        "utc",
        "est",
        "edt",
        "et",
        "bst",
        "cet",
        "cest",
        "pst",
        "pdt",
        "pt",
        "ist",
        "jst",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "hrs",
        "hours",
        "h",
        "uhr",
        "local",
        "time",
        "o'clock",
        "of",
        "the",
        "and",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "veröffentlicht",
        "aktualisiert",
        "am",
        "um",
        "stand",
        "vom",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "publié",
        "mis",
        "à",
        "jour",
        "le",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "publicado",
        "actualizado",
        "el",
        "a",
        "las",
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
        "pubblicato",
        "aggiornato",
        "il",
        "segunda-feira",
        "terça-feira",
        "quarta-feira",
        "quinta-feira",
        "sexta-feira",
        "atualizado",
        "em",
        "às",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "gepubliceerd",
        "bijgewerkt",
        "op",
        "om",
        "понедельник",
        "вторник",
        "среда",
        "четверг",
        "пятница",
        "суббота",
        "воскресенье",
        "опубликовано",
        "обновлено",
        "в",
        "г",
        "года",
        "р",
        "року",
        "оновлено",
        "الاثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
        "الأحد",
        "نشر",
        "في",
        "تحديث",
        "تاريخ",
        "发布",
        "更新",
        "时间",
        "发布时间",
        "公開",
        "更新日",
        "입력",
        "수정",
    ]
)
_UPDATED = re.compile(
    r"updat|modif|aktualis|mis à jour|actualiz|atualiz|aggiorn|bijgewerkt|обновл|оновл|تحديث|更新|수정", re.IGNORECASE
)
_AGO = re.compile(
    r"(?:(?:published|updated|posted):? )?(?:\d+|an?|one|two|three) (?:second|minute|min|hour|hr|day|week|month|"
    r"year)s? ago",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?\b|\b\d{1,2} ?[ap]\.?m\b\.?|\bT\d{2}:\d{2}\S*", re.IGNORECASE
)
_HOUSE = re.compile(
    r"\b(?:times|news|post|courier|herald|tribune|journal|gazette|daily|press|observer|guardian|mail|star|sun|"
    r"chronicle|standard|magazine|review|"
    r"telegraph|independent|weekly|today|express|dispatch|examiner|inquirer|bulletin|broadcasting|radio|tv|"
    r"zeitung|presse|post|le monde|el país)\b|\.(?:com|org|net)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What one line near the top says of the article; empty where it does not.

    Attributes:
        byline: the names as printed, without "by".
        by: the word before them, as printed ("by"), or empty.
        published, updated: ISO dates.
    """

    span: Span
    byline: str = ""
    by: str = ""
    published: str = ""
    updated: str = ""
    publisher: str = ""


def head_lines(text: str, blocks: Sequence[Block]) -> list[HeadLine]:
    """Return the byline and date lines among the first blocks, in order."""
    found = (read_head_line(text, block.span) for block in blocks[:HEAD])
    return [line for line in found if line]


def read_head_line(text: str, span: Span) -> HeadLine | None:
    """Read the block at ``span`` as a byline or date line, or return None where it is something else."""
    words = text[span.start : span.end]
    if len(words) > _LONGEST:
        return None
    names, dates, others, by = [], [], [], ""
    for part in filter(None, (part.strip(" ,;:") for part in _CUT.split(words))):
        if _is_date(part):
            dates.append(part)
        elif mark := _byline_mark(part):
            name, dated = _cut_date(part[mark.end() :].strip())
            names.append(name)
            dates += dated
            by = by or mark.group().strip(" :：/／")
        else:
            others.append(part)
    if not (names or dates) or not all(_may_stand_beside(part) for part in others):
        return None
    house = next((part for part in others if _HOUSE.search(part)), "")
    rest = [part for part in others if part != house]
    if not names and dates and rest and len(rest) == 1 and _is_name(rest[0]) and len(rest[0].split()) in (2, 3):
        names = rest
    published, updated = _dates(dates)
    return HeadLine(span, ", ".join(names), by, published, updated, house)


def is_role(byline: str) -> bool:
    """Say whether ``byline`` names a role or a house and no person."""
    words = [word.strip(".,;:()").lower() for word in byline.replace("/", " ").split()]
    return bool(words) and all(word in ROLES or not word for word in words)


def _byline_mark(part: str) -> re.Match[str] | None:
    mark = _BY.match(part)
    if not mark:
        return None
    name, _ = _cut_date(part[mark.end() :].strip())
    return mark if _is_name(name) else None


def _cut_date(words: str) -> tuple[str, list[str]]:
    """Split "Jane Doe, March 3, 2026" into the name and the date after it."""
    dates = find_dates(words)
    if not dates or not dates[0].span.start:
        return words, []
    start = dates[0].span.start
    lead = re.search(
        r"(?:[\s,(]+(?:published|updated|posted|on|at|last|"
        + "|".join(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
        + r")[:,]?)*[\s,(]+$",
        words[:start],
        re.IGNORECASE,
    )
    cut = lead.start() if lead else start
    return words[:cut].strip(" ,;"), [words[cut:].strip(" ,;()")]


def _is_name(words: str) -> bool:
    tokens = [token.strip(",;()") for token in words.split()]
    tokens = [token for token in tokens if token]
    if (
        not tokens
        or len(tokens) > 14
        or (words[-1] in ".!?:" and not re.search(r"\b(?:jr|sr|[A-Z])\.$", words, re.IGNORECASE))
    ):
        return False
    first = tokens[0].lower()
    if first in _NOT_NAMES or tokens[0][0].isdigit():
        return False
    return all(
        not token[0].islower() or token in _PARTICLES or token in ROLES or token in _ROLE_AFTER_NAME or "@" in token
        for token in tokens
    )


def _may_stand_beside(part: str) -> bool:
    tokens = part.split()
    return len(tokens) <= 6 and part[-1] not in ".!?" and not tokens[0][0].islower()


def _is_date(part: str) -> bool:
    if _AGO.fullmatch(part):
        return True
    rest, found = part, find_dates(part)
    for one in reversed(found):
        rest = rest[: one.span.start] + " " + rest[one.span.end :]
    rest, times = _TIME.subn(" ", rest)
    if not found and not (times and _UPDATED.search(part)):
        return False
    left = [word.strip(",.;:()[]/-–—+").lower() for word in rest.split()]
    return all(not word or word in _DATE_WORDS or re.fullmatch(r"\d{1,4}", word) for word in left)


def _dates(parts: Sequence[str]) -> tuple[str, str]:
    published = updated = ""
    for part in parts:
        start = 0
        for one in find_dates(part):
            if _UPDATED.search(part[start : one.span.start]):
                updated = updated or one.iso
            else:
                published = published or one.iso
            start = one.span.end
    return published, updated
