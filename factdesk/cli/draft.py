"""A draft on the command line: where it comes from, and its documented JSON."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import structs

if TYPE_CHECKING:
    from factdesk.model.draft import Draft
    from factdesk.work.edits.article import Intake


def add_article(verb: argparse.ArgumentParser) -> None:
    """Add the argument that names an article, and the consent that some addresses need."""
    verb.add_argument("article", metavar="ARTICLE", help="a file, or an address that begins with http:// or https://")
    verb.add_argument(
        "--allow-private",
        action="append",
        default=[],
        metavar="HOST[:PORT]",
        help="an address may lead to this machine of a private network",
    )
    add_encoding(verb)


def add_encoding(verb: argparse.ArgumentParser) -> None:
    """Add the argument that says how a text is written."""
    verb.add_argument("--encoding", default="", metavar="NAME", help="read the text in this encoding: koi8-r")


def file_draft(path: Path, encoding: str) -> Draft:
    """Read the article at ``path``.

    Raises:
        UnreadableArticleError: it could not be read, or no encoding fits and none was named.
    """
    from factdesk.readers.formats import read_file

    return _certain(read_file(path, encoding=encoding), str(path))


def intake_of(options: argparse.Namespace) -> Intake:
    """Read the article that ``options`` name; an address is fetched, once.

    Raises:
        UnreadableArticleError: it could not be read, or no encoding fits and none was named.
    """
    from factdesk.work.intake import fetch_job, read_job
    from factdesk.work.jobs import Unwatched

    named: str = options.article
    if named.lower().startswith(("http://", "https://")):
        intake = fetch_job(named, options.allow_private, options.encoding)(Unwatched())
    else:
        intake = read_job(Path(named), options.encoding)(Unwatched())
    _certain(intake.draft, named)
    return intake


def _certain(draft: Draft, named: str) -> Draft:
    """Tell on standard error what was in doubt, as the window does before an article is taken in."""
    from factdesk.errors import UnreadableArticleError

    if draft.unsure:
        remedy = "Name the encoding: --encoding koi8-r, windows-1251, shift_jis …"
        raise UnreadableArticleError("The article was not read", f"no encoding fits {named}", remedy)
    for notice in draft.notices:
        sys.stderr.write(f"{notice}\n")
    return draft


def kept_text(draft: Draft) -> str:
    """Return the words of ``draft`` that are not set aside, with what stands between blocks."""
    pieces, end = [], 0
    for piece in sorted(draft.furniture, key=lambda piece: piece.span):
        pieces.append(draft.text[end : max(end, piece.span.start)])
        end = max(end, piece.span.end)
    lines = "".join((*pieces, draft.text[end:])).strip().splitlines()
    return "\n".join(line for nth, line in enumerate(lines) if line.strip() or (nth and lines[nth - 1].strip()))


def draft_json(draft: Draft) -> dict[str, Any]:
    """Return text, blocks, metadata, links and hazards of ``draft``."""
    aside = {piece.span: piece for piece in draft.furniture}
    doubted = {piece.span: piece for piece in draft.doubted}
    return {
        "reader": draft.reader,
        "encoding": draft.encoding,
        "text": draft.text,
        "blocks": [
            {
                "start": block.span.start,
                "end": block.span.end,
                "kind": str(block.kind),
                "level": block.level,
                "kept": block.span not in aside,
                "why": piece.reason if (piece := aside.get(block.span) or doubted.get(block.span)) else "",
                "disputed": bool(piece and piece.disputed),
            }
            for block in draft.blocks
        ],
        "set_aside": [{"start": p.span.start, "end": p.span.end, "why": p.reason} for p in draft.furniture],
        "details": {
            name: {"value": value, "from": draft.origins.get(name, "")}
            for name, value in structs.asdict(draft.details).items()
        },
        "alternatives": [asdict(one) for one in draft.alternatives],
        "links": [{"start": one.span.start, "end": one.span.end, "address": one.address} for one in draft.links],
        "hazards": [
            {
                "start": one.span.start,
                "end": one.span.end,
                "kind": str(one.kind),
                "what": one.what,
                "repair": one.repair,
            }
            for one in draft.hazards
        ],
        "flags": sorted(draft.flags),
        "notices": list(draft.notices),
    }
