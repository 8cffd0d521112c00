"""The front matter of a Markdown file: simple ``name: value`` lines between two ``---`` lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factdesk.readers.reading import Stated
from factdesk.text.dates import find_dates
from factdesk.text.spans import Span

_FRONT = re.compile(r"\s{0,4}(---[ \t]*\r?\n((?:[^\n]*\n){0,200}?)(?:---|\.\.\.))[ \t]*(?:\r?\n|\Z)")
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:\s*(.*?)\s*$")
_ITEM = re.compile(r"\s*-\s+(.*?)\s*$")
_FIELDS = {
    "title": "title headline",
    "dek": "dek subtitle description summary standfirst subheading excerpt",
    "byline": "author authors byline by creator",
    "publisher": "publisher site publication source_name newspaper organization",
    "address": "url canonical canonical_url link permalink source address",
    "published": "date published publish_date published_at pubdate created date_published",
    "updated": "updated modified lastmod last_modified updated_at date_modified",
    "language": "lang language locale",
}
_NAMES = {name: field for field, names in _FIELDS.items() for name in names.split()}
_ORIGIN = "front matter"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where the front matter stands, marks included, and the details it states."""

    span: Span
    stated: dict[str, Stated]


def front_matter_of(text: str) -> FrontMatter | None:
    """Return the front matter at the very start of ``text``, or None.

    Understands plain values, quoted values and lists of names; other structure is passed over.
    """
    match = _FRONT.match(text)
    if not match or not any(_PAIR.match(line) for line in match.group(2).splitlines()):
        return None
    stated: dict[str, Stated] = {}
    for name, value in _pairs(match.group(2).splitlines()):
        field = _NAMES.get(name.lower().replace(" ", "_").replace("-", "_"), "")
        value = _value(field, value)
        if field and value and field not in stated:
            stated[field] = Stated(value, _ORIGIN)
    return FrontMatter(Span(*match.span(1)), stated)


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for line in lines:
        if pair := _PAIR.match(line):
            found.append((pair.group(1), _bare(pair.group(2))))
        elif found and (item := _ITEM.match(line)):
            name, value = found[-1]
            found[-1] = (name, ", ".join(filter(None, (value, _bare(item.group(1))))))
    return found


def _bare(value: str) -> str:
    if len(value) > 1 and value[0] == "[" and value[-1] == "]":
        return ", ".join(_bare(part.strip()) for part in value[1:-1].split(",") if part.strip())
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _value(field: str, value: str) -> str:
    if field in ("published", "updated"):
        dates = find_dates(value)
        return dates[0].iso if dates else ""
    if field == "address":
        return value if re.match(r"https?://\S+$", value) else ""
    if field == "language":
        return value.replace("_", "-") if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*", value) else ""
    return " ".join(value.split())
