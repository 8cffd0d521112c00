"""A web page as a reading. Imported only by the guard: ``guarded("factdesk.readers.web.page")``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import html

from factdesk.model.version import Block, BlockKind, Link
from factdesk.readers.details.byline import head_lines
from factdesk.readers.guard.telling import tell
from factdesk.readers.reading import Reading
from factdesk.readers.source import address_of
from factdesk.readers.vocabulary import byline_words, furniture_words
from factdesk.readers.web.judges import judge
from factdesk.readers.web.stated import Said, proposed, stated
from factdesk.readers.web.title import title_of
from factdesk.readers.web.tree import tree_of
from factdesk.readers.web.verdicts import Verdict, decide, with_own_words, without_unseen
from factdesk.readers.web.visible import HIDDEN
from factdesk.readers.web.walk import Walked, walk

byline_words(), furniture_words()  # their files are out of reach once the guard stands

_MOST_JUDGED = 3_000_000
"""Characters; the judges would not be done with a longer page in time."""

_MOST_LINKS = 10_000
_SCRIPTED = ("javascript", "data", "vbscript", "about", "blob")
_LITTLE = 0.15
_UNJUDGED = "No article was found on this page, so all of it is kept. Set aside what is not the article’s."
_MUCH_ASIDE = "Only {0:.0%} of the words on this page were taken for the article. Look through what is set aside."
_FLATTENED = "This page nests its parts deeper than any page has to; they were laid flat, and no word was left out."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """One page with what was found out about it so far.

    Attributes:
        title: number of the headline's block, or None.
        said: what the page states of itself, first things first.
    """

    walked: Walked
    verdicts: Sequence[Verdict]
    title: int | None
    said: Sequence[Said]
    base: str
    notices: tuple[str, ...]


def read(data: bytes) -> Reading:
    """Read what ``source.with_address`` made."""
    source, address, selection = address_of(data)
    return reading_of(source.decode("utf-8"), address, selection=selection)


def reading_of(source: str, address: str, *, selection: bool = False) -> Reading:
    """Return the reading of a page's ``source``; relative links are held against ``address``.

    Args:
        selection: a person picked it out of a page: nobody judges it, and how much of it is kept is no surprise.
    """
    tree, flattened = tree_of(source)
    walked = walk(tree)
    said = stated(tree, address)
    base = _base(tree, address)
    title = title_of(walked, [value for name, value, _ in said if name == "title"])
    tell(1, 4)
    judged = not selection and 0 < len(walked.text) < _MOST_JUDGED
    opinions = judge(tree, walked.blocks) if judged else []
    tell(3, 4)
    verdicts = decide(walked.blocks, opinions)
    if title is not None:
        verdicts[title] = Verdict(kept=True)
    verdicts = without_unseen(walked, with_own_words(walked, verdicts, title))
    notices = [
        *([_FLATTENED] if flattened else []),
        *([] if selection else _how_much(walked, verdicts, bool(opinions))),
    ]
    return _reading(_Page(walked=walked, verdicts=verdicts, title=title, said=said, base=base, notices=tuple(notices)))


def _reading(page: _Page) -> Reading:
    blocks = [one.block for one in page.walked.blocks]
    if page.title is not None:
        blocks[page.title] = Block(BlockKind.TITLE, blocks[page.title].span, 1)
    judged = list(zip((block.span for block in blocks), page.verdicts, strict=True))
    aside = {span: verdict for span, verdict in judged if not verdict.kept}
    whole = {block.span for block in blocks}
    hidden = [(span, why) for span, why in page.walked.unseen if why == HIDDEN and span not in whole]
    details, alternatives = proposed([*_headline(page), *page.said, *_below_headline(page)])
    return Reading(
        text=page.walked.text,
        blocks=tuple(blocks),
        structured=True,
        judged=True,
        stated=details,
        alternatives=alternatives,
        set_aside=(*((span, verdict.reason) for span, verdict in aside.items()), *hidden),
        disputed=frozenset(span for span, verdict in aside.items() if verdict.disputed),
        doubted=tuple((span, verdict.reason) for span, verdict in judged if verdict.kept and verdict.reason),
        notices=page.notices,
        links=tuple(_links(page)),
    )


def _headline(page: _Page) -> Iterator[Said]:
    if page.title is not None:
        words = page.walked.text[slice(*page.walked.blocks[page.title].block.span)]
        yield "title", " ".join(words.split()), "the headline on the page"


def _below_headline(page: _Page) -> Iterator[Said]:
    """Byline and dates as they are printed between the headline and the article's first blocks."""
    if page.title is None:
        return
    kept = (nth for nth, verdict in enumerate(page.verdicts) if verdict.kept and nth > page.title)
    first = next(kept, page.title)
    between = [one.block for one in page.walked.blocks[page.title + 1 : first + 2]]
    for line in head_lines(page.walked.text, between):
        yield "byline", line.byline, "the line below the headline"
        yield "published", line.published, "the line below the headline"
        yield "updated", line.updated, "the line below the headline"


def _how_much(walked: Walked, verdicts: Sequence[Verdict], judged: bool) -> Iterator[str]:
    if not walked.text:
        return
    if not judged:
        yield _UNJUDGED
        return
    lengths = [one.block.span.end - one.block.span.start for one in walked.blocks]
    kept = sum(length for length, verdict in zip(lengths, verdicts, strict=True) if verdict.kept)
    if kept < _LITTLE * sum(lengths):
        yield _MUCH_ASIDE.format(kept / sum(lengths))


def _links(page: _Page) -> Iterator[Link]:
    links = page.walked.links[:_MOST_LINKS]
    addresses = {target: _resolved(target, page.base) for _, target in links}  # pages name most of theirs twice
    return (Link(span, addresses[target]) for span, target in links if addresses[target])


def _resolved(target: str, base: str) -> str:
    """Return where a link goes, as far as that is known; "" for places in the page itself and for scripts."""
    if target.startswith("#"):
        return ""
    try:
        whole = urljoin(base, target)
        return "" if urlsplit(whole).scheme.lower() in _SCRIPTED else whole
    except ValueError:
        return target


def _base(tree: html.HtmlElement, address: str) -> str:
    base = next((one.get("href") or "" for one in tree.iter("base")), "")
    try:
        return str(urljoin(address, base))
    except ValueError:
        return address
