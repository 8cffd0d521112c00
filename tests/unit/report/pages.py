"""Reading a printed PDF back."""

from __future__ import annotations

import re

import pypdfium2


def page_texts(pdf: bytes) -> list[str]:
    """Return the words of each page, one white space between any two."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_flat(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def lines_of(pdf: bytes, words: str, *, end: bool = False) -> list[str]:
    """Return the line numbers printed in the margin beside each place where ``words`` begin, or end.

    Places in lists and on cards have no number beside them and are left out.
    """
    found = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            text = page.get_textpage()
            search = text.search(words, match_case=True)
            while (hit := search.get_next()) is not None:
                _, bottom, _, top = text.get_charbox(hit[0] + (hit[1] - 1 if end else 0), loose=True)
                middle = (bottom + top) / 2
                margin = text.get_text_bounded(left=50, right=75, bottom=middle - 4, top=middle + 4)
                found.extend(re.findall(r"\d+", margin))
    finally:
        document.close()
    return found


def rightmost(pdf: bytes) -> float:
    """Return the right edge of the letter farthest to the right on any page, the standing in the margin apart."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        edges = [
            text.get_charbox(n)[2]
            for page in document
            for text in [page.get_textpage()]
            for n in range(text.count_chars())
            if text.get_text_range(n, 1) == "x"
        ]
    finally:
        document.close()
    return float(max(edges))


def bookmarks(pdf: bytes) -> list[tuple[int, str]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(mark.level, mark.get_title()) for mark in document.get_toc()]
    finally:
        document.close()


def size(pdf: bytes) -> tuple[int, int]:
    """Return width and height of the first page in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        width, height = document[0].get_size()
    finally:
        document.close()
    return round(width), round(height)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u2060", "").replace("\u200b", "").replace("\ufffe", "")).strip()
