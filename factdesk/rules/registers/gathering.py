"""The registers of an article: every telling of its figures, names, dates and quotations, in reading order.

A register is a list to be ticked, not a list of errors: it is told what the words say and what does not
fit together, and a person looks it up.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factdesk.model.tick import REGISTERS, Register
from factdesk.model.version import Block, BlockKind
from factdesk.rules.registers.conflicts import with_conflicts
from factdesk.rules.registers.continued import with_one_speaker
from factdesk.rules.registers.entries import Entry, Flag, Flagged, Registers
from factdesk.rules.registers.reading import Reading
from factdesk.rules.sentences.article import Article, Progress, read_article
from factdesk.rules.sentences.signs import Sentence
from factdesk.rules.suggestions.suggest import wording_rules_apply
from factdesk.rules.tellings.repeats import repeats
from factdesk.rules.tellings.statements import settled
from factdesk.text.folding import fold
from factdesk.text.moments import dated, moments
from factdesk.text.name_groups import NameGroups, grouped
from factdesk.text.numbers.quantities import quantities
from factdesk.text.people import Naming, namings, opening_names, told_apart
from factdesk.text.quotations import quotations
from factdesk.text.spans import Span
from factdesk.text.speakers import attributed

_READING = 70
"""Of a hundred parts of the work: splitting and finding; the rest is comparing."""


def registers(reading: Reading, on_progress: Progress | None = None) -> Registers:
    """Work the registers out; linear in the text.

    Furniture never enters them. Names and speakers need English words; figures, dates and quotations are
    found by their shape in any language.

    Args:
        on_progress: called with (1, 100) to (100, 100); what it raises ends the work.
    """
    wording = wording_rules_apply(reading.language, reading.text)
    tell = on_progress or _nobody
    article = read_article(
        reading.text,
        reading.blocks,
        reading.furniture,
        wording=wording,
        on_progress=lambda done, total: tell(max(1, _READING * done // max(1, 2 * total)), 100),
    )
    found = _Found(reading, article, wording=wording)
    for nth, block in enumerate(reading.blocks, start=1):
        found.read(block)
        tell(_READING // 2 + max(1, _READING * nth // (2 * len(reading.blocks))), 100)
    told = settled(repeats(reading.text, article, wording=wording), reading.linked, reading.apart)
    entries = with_conflicts(found.entries(), found.groups, article, told)
    tell(100, 100)
    return Registers(entries, wording, article, told)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What goes with an entry's words."""

    unit: str = ""
    note: str = ""
    flags: tuple[Flagged, ...] = ()


_NOTHING = _Beside()


def _nobody(done: int, total: int) -> None:
    """Nobody looks."""


class _Found:
    """Entries as they are found, block by block."""

    def __init__(self, reading: Reading, article: Article, *, wording: bool) -> None:
        self._reading, self._wording = reading, wording
        self._sentences = article.sentences
        self._aside = article.aside
        self._starts = [sentence.span.start for sentence in article.sentences]
        self._found: dict[Register, list[Entry]] = {register: [] for register in REGISTERS}
        self._named: list[tuple[Naming, Span]] = []
        self._openings: list[int] = []
        self._headings: list[Block] = []
        self.groups = NameGroups({}, {}, {})

    def read(self, block: Block) -> None:
        """Find what stands in one block; names come into the register once all are known."""
        at = block.span.start
        words = self._reading.text[slice(*block.span)]
        times = moments(words, english=self._wording, written_on=self._reading.written_on)
        for one in times:
            flags = (Flagged(Flag.AS_OF_WHEN),) if one.kind in ("vague", "relative") and not one.resolved else ()
            self._add(Register.DATES, _moved(one.span, at), one.normal, _Beside(one.kind, one.resolved, flags))
        for figure in quantities(words, english=self._wording, aside=dated(times)):
            unit = figure.unit.name or figure.unit.kind
            self._add(Register.NUMBERS, _moved(figure.span, at), figure.normal, _Beside(unit, figure.about))
        named = self._names(block, words, [_moved(one.span, at) for one in times])
        self._quotations(words, at, named)

    def entries(self) -> dict[Register, tuple[Entry, ...]]:
        """Return all that was found, in reading order."""
        self._known_names()
        self.groups = grouped([naming.name for naming, _ in self._named])
        for naming, span in self._named:
            could_be = self.groups.could_be.get(naming.name, ())
            flags = (Flagged(Flag.COULD_BE_SEVERAL, " / ".join(could_be)),) if could_be else ()
            self._add(Register.NAMES, span, self.groups.head[naming.name], _Beside("", naming.title, flags))
        quoted = self._found[Register.QUOTATIONS]
        self._found[Register.QUOTATIONS] = with_one_speaker(self._reading.text, quoted)
        return {register: tuple(sorted(found, key=_by_place)) for register, found in self._found.items()}

    def _add(self, register: Register, span: Span, normal: str, beside: _Beside = _NOTHING) -> None:
        """Enter what stands at ``span``, unless that is furniture."""
        sentence = self._sentence(span)
        if sentence is None or sentence in self._aside:
            return
        words = " ".join(self._reading.text[slice(*span)].split())
        self._found[register].append(
            Entry(
                register=register,
                span=span,
                words=words,
                normal=normal,
                unit=beside.unit,
                note=beside.note,
                sentence=sentence,
                flags=beside.flags,
            )
        )

    def _sentence(self, span: Span) -> Span | None:
        nth = bisect_right(self._starts, span.start) - 1
        return self._sentences[nth].span if nth >= 0 and span.start < self._sentences[nth].span.end else None

    def _names(self, block: Block, words: str, times: Sequence[Span]) -> list[Naming]:
        """Return the namings of a block, in its own positions. Headings, where every word has a capital, wait."""
        if not self._wording:
            return []
        at = block.span.start
        own = self._own(block.span)
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING) or _like_a_title(words):
            self._headings.append(block)
            return []
        starts = frozenset(sentence.span.start - at for sentence in own)
        self._openings += [sentence.span.start for sentence in own]
        label = _label_end(words)
        found = [one for one in namings(words, starts) if one.span.start >= label]
        for one in found:
            span = _moved(one.span, at)
            if not _on_any(span, times):
                self._named.append((one, span))
        return found

    def _own(self, span: Span) -> list[Sentence]:
        first = bisect_right(self._starts, span.start - 1)
        last = bisect_right(self._starts, span.end - 1)
        return list(self._sentences[first:last])

    def _known_names(self) -> None:
        """Add names that only their likes elsewhere show: at the opening of a sentence and in headings."""
        text = self._reading.text
        own = [(one, span) for one, span in self._named if self._sentence(span) not in self._aside]
        alone = frozenset(one.name for one, _ in own)
        own = [
            (part, _moved(part.span, span.start - one.span.start))
            for one, span in own
            for part in told_apart(one, alone)
        ]
        everyday = frozenset(_IN_SMALL_LETTERS.findall(text))
        last = frozenset(word for name in alone if (word := name.split()[-1]).lower() not in everyday)
        known = frozenset(word for word in alone | last if len(word) > 1)
        taken = {span.start for _, span in self._named}
        for one in opening_names(text, self._openings, known):
            if one.span.start not in taken:
                own.append((one, one.span))
        for block in self._headings:
            for one in namings(text[slice(*block.span)], frozenset()):
                own += _known_parts(one, block.span.start, known)
        self._named = sorted(own, key=lambda pair: pair[1])

    def _quotations(self, words: str, at: int, named: Sequence[Naming]) -> None:
        spans = quotations(words)
        said = attributed(words, spans, named) if self._wording else []
        for nth, span in enumerate(spans):
            place = _moved(span, at)
            normal = " ".join(fold(words[slice(*span)]).text.strip("\"'.,!?;: «»„“”").split())
            if not normal:
                continue
            one = said[nth] if said else None
            speaker = words[slice(*one.speaker)] if one and one.speaker else ""
            flags = [] if speaker or one is None else [Flagged(Flag.NO_SPEAKER)] if not one.is_term else []
            if not (one and one.is_term) and not self._sourced(place):
                flags.append(Flagged(Flag.NO_SOURCE))
            kind = "term" if one and one.is_term else "speech"
            self._add(Register.QUOTATIONS, place, normal, _Beside(kind, speaker, tuple(flags)))

    def _sourced(self, span: Span) -> bool:
        return _on_any(span, self._reading.sourced)


_IN_SMALL_LETTERS = re.compile(r"(?<![\w’'-])[a-z]{2,}(?![\w’'-])")
"""Words of every day: one of them is known as a short name only where it stands alone with a capital in a sentence."""
_NESTED = 8
"""Stretches with a source that hold one another, at most."""
_TITLE_WORDS = 14
_TITLE_SHARE = 0.6
_LABEL = 80
"""Characters within which a label before a colon ends."""


def _like_a_title(words: str, least: int = 3) -> bool:
    """Say whether a short line gives most of its words a capital, as headlines do, and does not end like a sentence."""
    pieces = [piece for piece in words.split() if piece[:1].isalpha()]
    if len(pieces) < least or len(pieces) > _TITLE_WORDS or words.rstrip().endswith((".", ";")):
        return False
    return sum(piece[0].isupper() for piece in pieces) / len(pieces) >= _TITLE_SHARE


def _label_end(words: str) -> int:
    """Return where a label before a colon ends, whose capitals are those of a headline: "Focus on Repairs: …"."""
    end = words.find(": ", 0, _LABEL)
    return end if end > 0 and _like_a_title(words[:end], least=2) else 0


def _known_parts(found: Naming, at: int, known: frozenset[str]) -> Iterator[tuple[Naming, Span]]:
    """Yield what is a name elsewhere in a run of capitals: all of it, or single words."""
    end = found.span.end + at
    if found.name in known:
        span = Span(end - len(found.name), end)
        yield Naming(span, found.name), span
        return
    place = end - len(found.name)
    for word in found.name.split(" "):
        name = word.strip("’'")
        if name in known:
            span = Span(place, place + len(name))
            yield Naming(span, name), span
        place += len(word) + 1


def _on_any(span: Span, others: Sequence[Span]) -> bool:
    """Say whether ``span`` overlaps one of ``others``, which are sorted; a few that hold each other do no harm."""
    first = bisect_right(others, span.start, key=lambda other: other.start)
    return any(span.overlaps(other) for other in others[max(0, first - _NESTED) : first + 1])


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _by_place(entry: Entry) -> Span:
    return entry.span
