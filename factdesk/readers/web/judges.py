"""Two judges say which blocks are the article: trafilatura and readability. They never touch the text.

Each is given a copy of the page in which every block begins with a mark of its own; the marks that are still there in
what a judge returns are the blocks it took for the article.
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Sequence
from contextlib import suppress

from justext.utils import get_stoplist
from lxml import etree, html
from readability import Document
from trafilatura import bare_extraction, external
from trafilatura.settings import JUSTEXT_LANGUAGES

from factdesk.readers.web import tags
from factdesk.readers.web.visible import HIDDEN, why_unseen
from factdesk.readers.web.walk import PageBlock
from factdesk.text.languages import LANGUAGES

_FIRST, _BASE = 0x2801, 0xFF
_MARK = re.compile("([\u2801-\u28ff])([\u2801-\u28ff])([\u2801-\u28ff])")
_BRAILLE = re.compile("[\u2800-\u28ff]")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What lxml reads in a page and refuses to write; the judges do without."""
_UNREAD = (*(tags.UNSEEN - {"title"}), "link")

for _library in ("trafilatura", "readability", "htmldate", "justext", "courlan"):
    logging.getLogger(_library).setLevel(
        logging.CRITICAL + 1
    )  # they tell their own log of what they skip; nobody reads it here

external.JT_STOPLIST = tuple(  # type: ignore[assignment]  # as it sets it itself
    {word for code in LANGUAGES if code in JUSTEXT_LANGUAGES for word in get_stoplist(JUSTEXT_LANGUAGES[code])}
)
"""Of the languages we know; trafilatura would load a hundred at its first short page: too late behind the guard, and
30 MB that each reading's process drags along."""

bare_extraction(html.document_fromstring("<p>Word.</p>"))  # whatever else it does but once


def judge(tree: html.HtmlElement, blocks: Sequence[PageBlock]) -> list[frozenset[int]]:
    """Return, for each judge that came to an opinion, the numbers of the blocks it took. Spoils ``tree``."""
    for nth, one in enumerate(blocks):
        _mark(one, nth)
    etree.strip_elements(tree, *_UNREAD, with_tail=False)  # and copies cost time
    for one in tree.xpath("body//*[@hidden or @style or self::dialog]"):
        if why_unseen(one) == HIDDEN:
            one.drop_tree()
    opinions = []
    for ask in (_readability, _trafilatura):  # the second spoils the tree
        with suppress(Exception):  # a judge that stumbles over a page has no opinion of it
            taken = ask(tree)
            if taken:
                opinions.append(frozenset(nth for nth in taken if nth < len(blocks)))
    return opinions


def _mark(one: PageBlock, nth: int) -> None:
    digits = (nth // _BASE**2, nth // _BASE % _BASE, nth % _BASE)
    mark = "".join(chr(_FIRST + digit) for digit in digits)
    place = one.first
    if place.after:
        place.element.tail = mark + _plain(place.element.tail)
    else:
        place.element.text = mark + _plain(place.element.text)


def _plain(words: str | None) -> str:
    return _UNFIT.sub(" ", _BRAILLE.sub("", words or ""))


def _marks(text: str) -> set[int]:
    return {
        sum((ord(digit) - _FIRST) * _BASE**power for digit, power in zip(mark.groups(), (2, 1, 0), strict=True))
        for mark in _MARK.finditer(text)
    }


def _trafilatura(tree: html.HtmlElement) -> set[int]:
    found = bare_extraction(tree, include_comments=False)
    body = getattr(found, "body", None)
    return _marks("".join(body.itertext())) if body is not None else set()


def _readability(tree: html.HtmlElement) -> set[int]:
    return _marks(_Readable(tree).summary(html_partial=True))


class _Readable(Document):  # type: ignore[misc]  # it has no types
    """Readability on a tree of ours: its own preparation copies the page twice and cleans links that nobody follows."""

    def _parse(self, page: html.HtmlElement) -> html.HtmlElement:
        page = copy.deepcopy(page)
        self._alive = list(page.iter())  # what is alive is not made anew each time it is met
        return page
