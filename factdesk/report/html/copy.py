"""The annotated copy as HTML."""

from __future__ import annotations

from html import escape
from itertools import groupby

from factdesk.report.copy_parts import CopyBlock, Mark, Run, Tie
from factdesk.report.furniture import LEAST
from factdesk.report.html.parts import Inks, card_id, words
from factdesk.report.look import QUIET, marks_in_use
from factdesk.report.parts import Report
from factdesk.report.words import visible

DEEPEST = 3
"""Underlines that are told apart; deeper ones fall together, and their numbers tell them apart."""


def legend(report: Report, inks: Inks) -> str:
    """Explain the marks the copy shows."""
    marks = [_underlined(f"{words(it.glyph)} {words(it.word)}", it, 0, inks) for it in marks_in_use(report)]
    others = (
        '<span class="label">grey: no claim</span>',
        '<mark class="bare">shaded: not accounted for</mark>',
        "small: the page’s furniture",
    )
    return f'<p class="quiet key">{" · ".join([*marks, *others])}</p>'


def copy_section(report: Report, inks: Inks) -> str:
    """Return the whole text with its marks and paragraph numbers."""
    lang = f' lang="{escape(report.language)}"' if report.language else ""
    blocks = "\n".join(_stretch(list(run), inks) for _, run in groupby(report.copy, key=lambda it: it.kind))
    return f'<div class="copy"{lang} dir="{"rtl" if report.right_to_left else "ltr"}">\n{blocks}\n</div>'


def _stretch(run: list[CopyBlock], inks: Inks) -> str:
    """Return paragraphs of one kind; a long run of furniture is folded, and a browser unfolds it."""
    blocks = "\n".join(_block(it, inks) for it in run)
    if run[0].kind != "furniture" or len(run) < LEAST:
        return blocks
    told = f"{len(run):,} paragraphs of the page’s furniture, not checked"
    return f'<details class="furniture"><summary>{told}</summary>\n{blocks}\n</details>'


def _block(it: CopyBlock, inks: Inks) -> str:
    inner = "".join(_run(run, inks) for run in it.runs)
    direction = "rtl" if it.right_to_left else "ltr"
    indent = f' style="margin-inline-start:{it.level * 1.4:g}rem"' if it.kind == "list-item" and it.level > 1 else ""
    return (
        f'<p class="{escape(it.kind)}" id="p{it.number}" dir="{direction}"{indent}>'
        f'<span class="no" aria-label="paragraph {it.number}">{it.number}</span>{inner}</p>'
    )


def _run(run: Run, inks: Inks) -> str:
    made = escape(visible(run.text))
    if run.label in QUIET:
        made = f'<span class="label" title="{escape(run.label)}">{made}</span>'
    if run.bare:
        made = f'<mark class="bare" title="not accounted for">{made}</mark>'
    for tie in run.ties:
        made = _underlined(made, tie.mark, tie.level, inks)
    return made + "".join(_number(tie, inks) for tie in run.ends)


def _underlined(inner: str, mark: Mark, level: int, inks: Inks) -> str:
    name = inks.name(mark.light, mark.dark)
    return f'<span class="claim {name} {escape(mark.underline)} l{min(level, DEEPEST)}">{inner}</span>'


def _number(tie: Tie, inks: Inks) -> str:
    name = inks.name(tie.mark.light, tie.mark.dark)
    said = f"claim {tie.number}, {tie.mark.word}"
    return (
        f'<sup class="{name}{"" if tie.mark.decided else " open"}">'
        f'<a href="#{card_id(tie.card)}" aria-label="{words(said)}">'
        f"{words(tie.number)}{words(tie.mark.glyph)}</a></sup>"
    )
