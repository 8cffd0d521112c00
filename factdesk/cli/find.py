"""``factdesk find``: words anywhere in a desk."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factdesk.cli.desk import print_json, say

if TYPE_CHECKING:
    from factdesk.model.hit import Hit


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("find", help="find words in all claims, articles and sources of a desk")
    verb.add_argument("words", nargs="+", metavar="WORDS", help="all must be there; the last may be a beginning")
    verb.add_argument("--desk", type=Path, metavar="D", required=True, help="the desk file")
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print what was found, the best first.

    Raises:
        DeskOpenError: it could not be read.
    """
    from factdesk.work.search import DeskSearch

    found = DeskSearch(options.desk).find(" ".join(options.words))
    if options.json:
        hits = [_as_json(hit) for hit in found.hits]
        print_json({"hits": hits, "total": found.total, "ranked": found.ranked})
        return
    for hit in found.hits:
        marked = "".join(f"[{piece.text}]" if piece.matched else piece.text for piece in hit.snippet)
        say(f"{hit.kind:<7}  {hit.title}: {' '.join(marked.split())}")
    more = "" if found.ranked else "more than "
    say(f"{more}{found.total} found" + (f", {len(found.hits)} shown" if found.total > len(found.hits) else ""))


def _as_json(hit: Hit) -> dict[str, Any]:
    return {
        "kind": str(hit.kind),
        "article": hit.article_id,
        "claim": hit.claim_id,
        "title": hit.title,
        "snippet": [{"text": piece.text, "matched": piece.matched} for piece in hit.snippet],
    }
