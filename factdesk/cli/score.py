"""``factdesk score``: kind, check-worthiness and reasons of every sentence of a file or of what is piped in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from factdesk.cli.check import as_json
from factdesk.cli.desk import print_json, say
from factdesk.cli.draft import add_encoding, file_draft

_PIPED = "-"


def add_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("score", help="score every sentence by how much it deserves checking")
    verb.add_argument("file", metavar="FILE|-", help="an article, or - for UTF-8 text from standard input")
    verb.add_argument("--lines", action="store_true", help="take each line as a document of one sentence")
    verb.add_argument("--json", action="store_true", help="print one JSON object")
    add_encoding(verb)
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the sentences in reading order.

    Raises:
        UnreadableArticleError: the file could not be read.
    """
    from factdesk.readers.formats import read_text
    from factdesk.rules.suggestions.suggest import method_for, suggest, suggest_lines

    if options.file == _PIPED:
        draft = read_text(sys.stdin.buffer.read().decode("utf-8", errors="replace"))
    else:
        draft = file_draft(Path(options.file), options.encoding)
    language = draft.details.language
    if options.lines:
        found, method = suggest_lines(draft.text, language=language), "lines"
    else:
        found = suggest(draft.text, draft.blocks, draft.furniture, language=language)
        method = method_for(draft.text, draft.blocks, language)
    if options.json:
        print_json({"method": method, "sentences": [as_json(one, draft.text) for one in found]})
        return
    for one in found:
        say(f"{one.score:.2f}  {one.kind:<10}  {' '.join(draft.text[slice(*one.span)].split())}")
