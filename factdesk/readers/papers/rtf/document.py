"""Rich text files (.rtf): a person's words in reading order, with headings, lists, tables, links, notes and comments.

As for Word: deletions are left out, notes stand at the end, comments are remarks, running heads are set aside.
Format: Microsoft's RTF specification 1.9.1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factdesk.model.remark import RemarkKind
from factdesk.model.version import BlockKind
from factdesk.readers.composing import Composer
from factdesk.readers.papers.package import damaged
from factdesk.readers.papers.rtf.group import Group
from factdesk.readers.papers.rtf.paragraph import Flow
from factdesk.readers.papers.rtf.text import Decoder
from factdesk.readers.papers.rtf.tokens import Token, tokens
from factdesk.readers.reading import Reading, Stated
from factdesk.text.spans import Span

_DEEPEST = 1000
"""Groups inside one another; real files have a few dozen."""

_CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d",
    "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f", "~": "\u00a0", "-": "\u00ad", "_": "\u2011",
}  # fmt: skip
_ENDS = frozenset(("par", "sect", "page", "cell", "nestcell", "row", "nestrow", "\n", "\r"))
_STARRED = frozenset(("shpinst", "ud"))
_UNSHOWN = frozenset(
    (
        "fonttbl", "colortbl", "info", "pict", "object", "revtbl", "generator", "filetbl", "listtext", "pntext", "pn",
        "nonshppict", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "tc", "xe", "template", "upr",
    )
)  # fmt: skip
"""Groups without words of the page; those that begin with ``\\*`` hold none either, but for the ones known here."""


def read(data: bytes) -> Reading:
    """Read a rich text file.

    Raises:
        UnreadableArticleError: it is no rich text, nests without end, or ends before its words begin.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise damaged("it does not begin as a rich text file does")
    walk = _Walk()
    for token in tokens(data):
        walk.take(token)
    return walk.reading()


class _Walk:
    """Takes the signs of one file in order."""

    def __init__(self) -> None:
        self._to, self._decoder = Composer(), Decoder()
        self._groups = [Group()]
        self._flows = [Flow()]
        self._styles: dict[int, str] = {}
        self._starred = False
        self._notes: list[str] = []
        self._heads: list[tuple[str, str]] = []
        self._by, self._code = "", ""
        self._ranges: dict[str, int] = {}
        self._destinations: dict[str, Callable[[], None]] = {
            "stylesheet": self._names_styles,
            "footnote": self._note,
            "annotation": self._comment,
            "atnauthor": self._author_of_comment,
            "atrfstart": self._range_starts,
            "atrfend": self._range_ends,
            "fldinst": self._code_of_field,
            "fldrslt": self._result_of_field,
            "shptxt": self._box,
            "title": lambda: self._states("title"),
            "author": lambda: self._states("byline"),
            **dict.fromkeys(("header", "headerl", "headerr", "headerf"), lambda: self._head("running head")),
            **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), lambda: self._head("running foot")),
        }

    def take(self, token: Token) -> None:
        """Take one sign."""
        if token.data:
            self._decoder.take(token.data)
            return
        self._say(self._decoder.words(self._group.font))
        self._decoder.end_skipping()
        name = token.name
        if name == "{":
            self._open()
        elif name == "}":
            self._close()
        elif name == "*":
            self._starred = True
        elif name in self._destinations:
            self._destinations[name]()
        elif name in _UNSHOWN or self._starred:
            self._group.shown = name in _STARRED
        else:
            self._word(name, token.number)
        self._starred = self._starred and name == "*"

    def reading(self) -> Reading:
        """Return what the file holds, with a notice where its end is missing."""
        self._say(self._decoder.words(self._group.font))
        if cut_off := len(self._groups) > 1:
            self._to.notices.append("This file is cut off or damaged: its end is missing. Look at the last words.")
        while len(self._groups) > 1:
            self._close()
        self._end_paragraph()
        for note in self._notes:
            self._to.open(BlockKind.NOTE)
            self._to.say(note)
        for words, reason in self._heads:
            self._to.open(BlockKind.PARAGRAPH)
            start = self._to.at
            self._to.say(words)
            self._to.set_aside(Span(start, self._to.at), reason)
        for what, told in (("deleted", "Tracked deletions were left out."), ("hidden", "Hidden text was set aside.")):
            if self._to.counted(what):
                self._to.notices.append(told)
        reading = self._to.reading()
        if cut_off and not reading.text.strip():
            raise damaged("it is cut off or damaged: its end is missing")
        return reading

    @property
    def _group(self) -> Group:
        return self._groups[-1]

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    # --- groups

    def _open(self) -> None:
        if len(self._groups) > _DEEPEST:
            raise damaged("its groups lie inside one another without end")
        outer = self._group
        self._groups.append(replace(outer, ends=None, names_styles=False))
        if outer.names_styles:
            self._gather(self._name_style)

    def _close(self) -> None:
        if len(self._groups) > 1:
            if self._group.ends:
                self._group.ends()
            self._groups.pop()

    def _gather(self, done: Callable[[str], None]) -> None:
        """Gather the words of this group apart and hand them to ``done`` at its end."""
        self._flows.append(Flow())
        group = self._group
        group.shown, group.deleted, group.hidden = True, False, False
        group.ends = lambda: done(self._flows.pop().words.strip())

    # --- destinations

    def _names_styles(self) -> None:
        self._group.names_styles, self._group.shown = True, False

    def _name_style(self, name: str) -> None:
        self._styles.setdefault(self._group.shaping.style, name.rstrip(";"))

    def _note(self) -> None:
        flow = self._flow

        def noted(words: str) -> None:
            flow.remark(flow.length, flow.length, RemarkKind.FOOTNOTE, words)
            self._notes.append(words)

        self._gather(noted)

    def _comment(self) -> None:
        flow = self._flow

        def noted(words: str) -> None:
            start, end = self._ranges.pop("start", flow.length), self._ranges.pop("end", flow.length)
            flow.remark(min(start, end), end, RemarkKind.COMMENT, words, self._by)

        self._gather(noted)

    def _author_of_comment(self) -> None:
        def named(words: str) -> None:
            self._by = words

        self._gather(named)

    def _range_starts(self) -> None:
        self._ranges["start"] = self._flow.length
        self._gather(lambda _: None)

    def _range_ends(self) -> None:
        self._ranges["end"] = self._flow.length
        self._gather(lambda _: None)

    def _code_of_field(self) -> None:
        def kept(words: str) -> None:
            self._code = words

        self._gather(kept)

    def _result_of_field(self) -> None:
        flow, start, code = self._flow, self._flow.length, self._code
        self._group.ends = lambda: flow.link(start, code)

    def _box(self) -> None:
        flow = self._flow
        self._gather(flow.boxes.append)

    def _states(self, detail: str) -> None:
        def stated(words: str) -> None:
            if words:
                self._to.stated[detail] = Stated(words, "document properties")

        if not self._group.shown:  # only inside \info; a control word of this name means nothing elsewhere
            self._gather(stated)

    def _head(self, reason: str) -> None:
        def kept(words: str) -> None:
            if any(map(str.isalpha, words)) and (words, reason) not in self._heads:
                self._heads.append((words, reason))

        self._gather(kept)

    # --- words

    def _say(self, words: str) -> None:
        group = self._group
        if not words or not group.shown:
            return
        if group.deleted:
            self._to.count("deleted")
            return
        if group.hidden:
            self._to.count("hidden")
        self._flow.say(words, hidden=group.hidden)

    def _word(self, name: str, number: int | None) -> None:
        group = self._group
        if name in _CHARACTERS:
            self._say(_CHARACTERS[name])
        elif name in _ENDS:
            self._ends(name)
        elif name == "u":
            self._say(self._decoder.unicode(number or 0, group.stand_ins))
        elif name == "ansicpg":
            self._decoder.page(number or 0)
        elif name == "fcharset":
            self._decoder.font(group.font, number or 0)
        else:
            group.format(name, number)

    def _ends(self, name: str) -> None:
        if len(self._flows) > 1:
            self._say("\n")
        else:
            self._end_paragraph(in_cell=name in ("cell", "nestcell"))
            if name in ("row", "nestrow"):
                self._to.end_row()

    def _end_paragraph(self, *, in_cell: bool = False) -> None:
        shaping = self._group.shaping
        self._flows[-1].hand_over(self._to, shaping, self._styles.get(shaping.style, ""), in_cell=in_cell)
        self._flows[-1] = Flow()
        self._ranges.clear()
