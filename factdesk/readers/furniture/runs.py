"""Furniture known by its neighbours: menus, share bars and lists of links, one short line after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factdesk.readers.vocabulary import furniture_words

_SHORT = 30
_FEW_WORDS = 3
_MENU_ALONE = 6
_LONGEST_LINK = 160
_MOST_LINKS = 20
_RELATED = "related links"


def mark_runs(lines: Sequence[str], bare: Sequence[str], reasons: list[str]) -> None:
    """Fill in the reasons of lines that are furniture only because of the lines beside them.

    Args:
        lines: the folded blocks; empty for long ones.
        bare: the same without what stands around their words.
        reasons: what is known of each line already; filled in place, never overwritten.
    """
    for run in _short_runs(bare):
        _mark_menu(bare, reasons, run)
        _mark_share_bar(bare, reasons, run)
    _mark_links(lines, bare, reasons)


def _short_runs(lines: Sequence[str]) -> Iterator[range]:
    start = 0
    for nth in range(len(lines) + 1):
        if nth < len(lines) and lines[nth] and len(lines[nth]) <= _SHORT and len(lines[nth].split()) <= _FEW_WORDS:
            continue
        if nth - start > 1:
            yield range(start, nth)
        start = nth + 1


def _mark_menu(lines: Sequence[str], reasons: list[str], run: range) -> None:
    known = furniture_words()
    sections = [nth for nth in run if lines[nth] in known.menu]
    anchored = any(lines[nth] in known.anchors for nth in run)
    if len(sections) < (3 if anchored else _MENU_ALONE):
        return
    menu = range(sections[0], sections[-1] + 1)
    if len(sections) * 2 >= len(menu):
        _fill(reasons, menu, "menu")


def _mark_share_bar(lines: Sequence[str], reasons: list[str], run: range) -> None:
    known = furniture_words()
    buttons = [nth for nth in run if lines[nth] in known.share]
    sharing = any(lines[nth] in known.sharing for nth in buttons)
    if len(buttons) >= 3 or (len(buttons) == 2 and sharing):
        _fill(reasons, buttons, "share bar")


def _mark_links(lines: Sequence[str], bare: Sequence[str], reasons: list[str]) -> None:
    """Mark the headlines listed under a line such as "You may also like".

    The list ends at the first line that reads like prose; the headline right before that stays,
    since it may be the heading of the prose.
    """
    starts = [nth for nth, why in enumerate(reasons) if why == _RELATED and bare[nth] in furniture_words().whole]
    for start in starts:
        end = start + 1
        last = min(len(lines), end + _MOST_LINKS)
        while end < last and (reasons[end] or _is_link(lines[end])):
            end += 1
        if end < len(lines) and not reasons[end - 1]:
            end -= 1
        _fill(reasons, range(start + 1, end), _RELATED)


def _is_link(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_LINK and line[-1] not in ".。!…:;,"


def _fill(reasons: list[str], places: Iterable[int], why: str) -> None:
    for nth in places:
        reasons[nth] = reasons[nth] or why
