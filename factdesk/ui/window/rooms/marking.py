"""Marking words: make claims and labels of them, move a claim's edges, part and join claims."""

from __future__ import annotations

from collections.abc import Callable

from factdesk.model.segment import NOT_A_CLAIM, Label, Segment
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.text.words import next_word_edge, previous_word_edge
from factdesk.ui.article.pane import ArticlePane
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.rooms.checking import Checking
from factdesk.ui.window.rooms.room import Room


class Marking(Room):
    """Turns selected words and the cursor's place into edits."""

    def __init__(self, bench: Workbench, row: CurrentRow, checking: Checking, article: ArticlePane) -> None:
        super().__init__(article)
        self._bench, self._row, self._checking, self._article = bench, row, checking, article

    def commands(self) -> dict[str, Callable[[], None]]:
        labels = {f"label-{label}": lambda label=label: self.label(label) for label in NOT_A_CLAIM}
        return {
            "make-claim": self.make_claim,
            "remove-label": self.remove_label,
            "start-earlier": lambda: self._adjust(start=previous_word_edge),
            "start-later": lambda: self._adjust(start=_next_start),
            "end-later": lambda: self._adjust(end=next_word_edge),
            "end-earlier": lambda: self._adjust(end=_previous_end),
            "to-selection": self.to_selection,
            "split": self.split,
            "merge": self.merge,
            **labels,
        }

    def make_claim(self) -> None:
        """Make a claim of the selected words; without a selection, of the current suggestion."""
        from factdesk.work.edits.claim import MarkClaim

        case, span = self._bench.case, self._article.current_span()
        if case is None:
            return
        if span is None:
            self._checking.accept_as_claim()
            return
        edit = MarkClaim(version_id=case.version.id, anchor=anchor_of(case.version.text, span))

        def marked() -> None:
            self._leave(span)
            self._row.go(RowKind.CLAIM, edit.claim_id)

        self._bench.run(edit, self._row.unless_gone(marked))

    def label(self, label: Label) -> None:
        """Label the selected words; without a selection, the current suggestion's or the bare words at the cursor."""
        from factdesk.work.edits.segment import LabelStretch

        case, span = self._bench.case, self._article.current_span()
        if case is None:
            return
        if span is None and self._row.suggestion is not None:
            self._checking.reject(label)
            return
        span = span or self._bare_at_cursor()
        if span is None:
            self.said.emit(self.tr("Select the words to be labelled first."))
            return
        anchor = anchor_of(case.version.text, span)
        edit = LabelStretch(version_id=case.version.id, anchor=anchor, as_label=label)
        self._bench.run(edit, lambda: self._leave(span))

    def remove_label(self) -> None:
        """Take away the innermost label at the cursor."""
        from factdesk.work.edits.segment import RemoveLabel

        at = self._article.cursor_index()
        segment = self._innermost(at, lambda s: s.claim_id is None)
        if segment is None:
            self.said.emit(self.tr("There is no label at the cursor."))
        else:
            self._bench.run(RemoveLabel(segment_id=segment.id))

    def restore(self, segment_id: str) -> None:
        """Bring one stretch that was set aside back into the article."""
        from factdesk.work.edits.segment import RemoveLabel

        case = self._bench.case
        segment = next((s for s in case.segments if s.id == segment_id), None) if case else None
        if segment is not None:
            self._bench.run(RemoveLabel(segment_id=segment.id))

    def to_selection(self) -> None:
        """Give the current claim the selected words."""
        span = self._article.current_span()
        if span is None:
            self.said.emit(self.tr("Select the words the claim is to have first."))
        else:
            self._set(span)

    def split(self) -> None:
        """Part the current claim where the cursor stands; inside a word, before that word."""
        from factdesk.work.edits.claim import SplitClaim

        case, segment = self._bench.case, self._segment()
        if case is None or segment is None:
            return
        text, (start, end) = case.version.text, segment.anchor.span
        at = _before_the_word(text, self._article.cursor_index())
        first = _trimmed(text, Span(start, at)) if start < at < end else None
        second = _trimmed(text, Span(at, end)) if start < at < end else None
        if first is None or second is None:
            self.said.emit(self.tr("Put the cursor between two words of the claim first."))
            return
        edit = SplitClaim(segment_id=segment.id, first=anchor_of(text, first), second=anchor_of(text, second))
        self._bench.run(edit, self._row.unless_gone(lambda: self._row.go(RowKind.CLAIM, edit.new_claim_id)))

    def merge(self) -> None:
        """Join the current claim with the one whose words come next."""
        from factdesk.work.edits.merge import MergeClaims

        case, segment = self._bench.case, self._segment()
        if case is None or segment is None:
            return
        after = [s for s in case.words_of().values() if (s.anchor.start, s.id) > (segment.anchor.start, segment.id)]
        if not after:
            self.said.emit(self.tr("There is no claim after this one to merge with."))
            return
        other = min(after, key=lambda s: (s.anchor.start, s.id))
        reach = Span(segment.anchor.start, max(segment.anchor.end, other.anchor.end))
        anchor = anchor_of(case.version.text, reach)
        self._bench.run(MergeClaims(kept_segment=segment.id, other_segment=other.id, anchor=anchor))

    # --- inside

    def _leave(self, span: Span) -> None:
        """Select words that were marked no more; others that were selected meanwhile stay so."""
        if self._article.current_span() == span:
            self._article.clear_selection()

    def _adjust(
        self,
        start: Callable[[str, int], int] | None = None,
        end: Callable[[str, int], int] | None = None,
    ) -> None:
        case, segment = self._bench.case, self._segment()
        if case is None or segment is None:
            return
        text, (first, last) = case.version.text, segment.anchor.span
        span = Span(start(text, first) if start else first, end(text, last) if end else last)
        if span != segment.anchor.span and span.within(len(text)):
            self._set(span)

    def _set(self, span: Span) -> None:
        from factdesk.work.edits.claim import AdjustClaim

        case, segment = self._bench.case, self._segment()
        if case is not None and segment is not None:
            self._bench.run(AdjustClaim(segment_id=segment.id, anchor=anchor_of(case.version.text, span)))

    def _segment(self) -> Segment | None:
        claim = self._row.claim
        return self._bench.case.words_of().get(claim.id) if self._bench.case and claim else None

    def _innermost(self, at: int, wanted: Callable[[Segment], bool]) -> Segment | None:
        segments = self._bench.case.segments if self._bench.case else ()
        here = [s for s in segments if s.anchor.start <= at <= s.anchor.end and wanted(s)]
        return min(here, key=lambda s: s.anchor.end - s.anchor.start, default=None)

    def _bare_at_cursor(self) -> Span | None:
        at = self._article.cursor_index()
        return next((span for span in self._bench.coverage.bare if span.start <= at <= span.end), None)


def _next_start(text: str, index: int) -> int:
    """Where the word after the one at ``index`` begins."""
    return previous_word_edge(text, next_word_edge(text, next_word_edge(text, index)))


def _previous_end(text: str, index: int) -> int:
    """Where the word before the one that ends at ``index`` ends."""
    return next_word_edge(text, previous_word_edge(text, previous_word_edge(text, index)))


def _before_the_word(text: str, index: int) -> int:
    """Return the start of the word that ``index`` stands inside of; between two words ``index`` itself."""
    start = previous_word_edge(text, index)
    return start if next_word_edge(text, start) > index else index


def _trimmed(text: str, span: Span) -> Span | None:
    words = text[slice(*span)]
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None
