"""What a web page says about itself: JSON-LD, OpenGraph, other meta elements, its title, and the line by the headline.

Each value comes with where it stood. Nothing is decided between places that disagree: the first in a fixed order is
proposed, the others are alternatives.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html

from factdesk.model.draft import Alternative
from factdesk.readers.encoding import repair_surrogates
from factdesk.readers.reading import Stated

Said = tuple[str, str, str]
"""Field of ``Details``, value, origin."""

_META = {
    "og:title": ("title", "OpenGraph"),
    "twitter:title": ("title", "the page’s card"),
    "og:description": ("dek", "OpenGraph"),
    "description": ("dek", "the page’s description"),
    "author": ("byline", "the page’s author element"),
    "article:author": ("byline", "OpenGraph"),
    "parsely-author": ("byline", "the page’s author element"),
    "dc.creator": ("byline", "Dublin Core"),
    "og:site_name": ("publisher", "OpenGraph"),
    "dc.publisher": ("publisher", "Dublin Core"),
    "article:published_time": ("published", "OpenGraph"),
    "parsely-pub-date": ("published", "the page’s date element"),
    "date": ("published", "the page’s date element"),
    "dc.date": ("published", "Dublin Core"),
    "datepublished": ("published", "the page’s date element"),
    "article:modified_time": ("updated", "OpenGraph"),
    "og:updated_time": ("updated", "OpenGraph"),
    "datemodified": ("updated", "the page’s date element"),
    "og:url": ("address", "OpenGraph"),
}
_LINKED_DATA = "JSON-LD"
_ARTICLES = re.compile(r"(?:article|posting|report|review)$", re.IGNORECASE)
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\D|$)")
_DATES = ("published", "updated")
_SITE = re.compile(r"\s+[|–—·-]\s+[^|–—·]{2,40}$")
_LONGEST = 1000
_MOST_SCRIPTS = 40
_MOST_NODES = 5000
_MOST_ALTERNATIVES = 3


def stated(tree: html.HtmlElement, address: str) -> list[Said]:
    """Return everything ``tree`` says about itself, what is most believed first; ``address`` is where it came from."""
    page_title = " ".join((tree.findtext(".//title") or "").split())
    said = [
        *_linked_data(tree),
        *_metas(tree),
        ("title", page_title, "the page’s title"),
        ("address", _canonical(tree), "the page’s canonical link"),
        ("address", address, "where it came from"),
        ("language", tree.get("lang") or "", "the page"),
    ]
    return [(name, value, origin) for name, raw, origin in said if (value := _clean(name, raw, address))]


def proposed(said: Iterable[Said]) -> tuple[dict[str, Stated], tuple[Alternative, ...]]:
    """Return the first value of each field, and the others that differ from it in more than their form."""
    values: dict[str, Stated] = {}
    others: dict[str, list[Alternative]] = {}
    for name, value, origin in said:
        known = [held for one in (values.get(name), *others.get(name, ())) if one and (held := _key(name, one.value))]
        if not value:
            continue
        if name not in values:
            values[name] = Stated(value, origin)
        elif _key(name, value) not in known and len(known) <= _MOST_ALTERNATIVES:
            others.setdefault(name, []).append(Alternative(name, value, origin))
    return values, tuple(one for several in others.values() for one in several)


def _key(name: str, value: str) -> str:
    folded = " ".join(value.replace("’", "'").split()).casefold()
    if name == "title":
        return _SITE.sub("", folded)
    if name == "byline":
        return folded.removeprefix("by ")
    if name == "address":
        parts = urlsplit(folded)
        return parts.netloc.removeprefix("www.") + parts.path.rstrip("/")
    return folded.split("-")[0] if name == "language" else folded


def _clean(name: str, value: str, base: str) -> str:
    value = " ".join(value.split())[:_LONGEST]
    if not value:
        return ""
    if name in _DATES:
        found = _DATE.match(value)
        return found[1] if found else ""
    if name == "address":
        try:
            whole = urljoin(base, value)
            return whole if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).netloc else ""
        except ValueError:
            return ""
    if name == "byline":
        return "" if "://" in value else re.sub(r"^by\s+", "", value, flags=re.IGNORECASE)
    if name == "language":
        return value if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value) else ""
    return value


def _metas(tree: html.HtmlElement) -> Iterator[Said]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if key in _META and (content := (meta.get("content") or "").strip()):
            found.setdefault(key, []).append(content)
    for key, (name, origin) in _META.items():
        values = dict.fromkeys(found.get(key, ()))
        yield name, ", ".join(values) if name == "byline" else next(iter(values), ""), origin


def _canonical(tree: html.HtmlElement) -> str:
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    return next((link.get("href") or "" for link in links), "")


def _linked_data(tree: html.HtmlElement) -> Iterator[Said]:
    for node in _articles(tree):
        yield "title", _words(node.get("headline")), _LINKED_DATA
        yield "dek", _words(node.get("alternativeHeadline")) or _words(node.get("description")), _LINKED_DATA
        yield "byline", ", ".join(dict.fromkeys(_names(node.get("author")))), _LINKED_DATA
        yield "publisher", ", ".join(_names(node.get("publisher"))), _LINKED_DATA
        yield "published", _words(node.get("datePublished")), _LINKED_DATA
        yield "updated", _words(node.get("dateModified")), _LINKED_DATA
        yield "address", _words(node.get("url")), _LINKED_DATA
        yield "language", _words(node.get("inLanguage")), _LINKED_DATA


def _articles(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    scripts = [one for one in tree.iter("script") if "ld+json" in (one.get("type") or "").lower()]
    seen = 0
    for script in scripts[:_MOST_SCRIPTS]:
        try:
            waiting = [json.loads((script.text or "").strip(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and seen < _MOST_NODES:
            node, seen = waiting.pop(0), seen + 1
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                if any(_ARTICLES.search(kind) for kind in _kinds(node)):
                    yield node
                waiting.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)


def _kinds(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _names(value: object) -> list[str]:
    if isinstance(value, list):
        return [name for one in value[:20] for name in (_names(one) if not isinstance(one, list) else ())]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [_whole(value)] if isinstance(value, str) and value.strip() else []


def _words(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return html.fromstring(f"<p>{_whole(value)}</p>").text_content() if isinstance(value, str) and value.strip() else ""


def _whole(value: str) -> str:
    """Return ``value`` without the halves of characters that scripts leave where they cut a text to a length."""
    return repair_surrogates(value).text.strip()
