"""Title, headings and captions of plain text, told by their shape.

A heading is a short line standing alone, without a final stop, with body text after it. Where that
is not certain the block stays a paragraph: a heading is left out of the check, a paragraph is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from factdesk.model.version import Block, BlockKind
from factdesk.readers.furniture.page_links import is_prose
from factdesk.readers.texts.capital_lines import in_capitals, with_capital_lines_joined
from factdesk.text.beats import Beat, beating, unheard
from factdesk.text.spans import Span

_LONGEST_TITLE = 220
_LONGEST_HEADING = 110
_MOST_WORDS_CASED = 16
_MOST_WORDS_PLAIN = 9
_MOST_WORDS_TITLE = 30
_LONGEST_HEAD = 400
_PAGE_HEAD = 8
_PAGE_FURNITURE, _HEAD_BELOW_FURNITURE = 3, 3
"""Three lines set aside above everything else show a page; then a few more short lines are its own as well."""

_LEAST_WORDS_NEAR = 4
_LONGEST_KICKER = 25
_LONGEST_UNSPACED = 40
_STOPS = ".。．।؛;,،、…"
_SMALL_WORDS = (
    "a an the and or but nor of in on at to for from by with as is vs v via into over after amid de la le les "
    "der die das und y e"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_SENTENCE_ENDS = '.!?。！？…"”’»'
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_WORD = re.compile(r"\w[\w'’.-]*")
_LABEL = re.compile(r"[QA]\d{0,2}[:.)]|\[|[•*-] |[—–] ?\S")
"""Questions and answers, bracketed notes, items, and the dash before the name of whoever said it."""

_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,30}, [^—–\n]{0,40}[—–] ")
_CAPTION = re.compile(
    r"(?:pictured|caption|map|légende|bildunterschrift) ?[:–—] ?\S|"
    r"(?:figure|fig\.|chart|table|photo|image|picture|abbildung) ?\d+ ?[:.–—] ?\S|"
    r"in this (?:\w+ ){0,4}(?:photo|image|picture)\b|(?:a )?file (?:photo|image|picture)\b",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 400


def with_shapes(
    text: str,
    blocks: Sequence[Block],
    set_aside: Collection[Span],
    credited: Collection[Span],
    beat: Beat = unheard,
) -> tuple[Block, ...]:
    """Return ``blocks`` with title, headings and captions named; a title over several lines in capitals is one block.

    Args:
        set_aside: spans of blocks that are furniture; they are never headings and do not count as body.
        credited: spans of blocks that end with a picture credit, which makes a short block a caption.
    """
    blocks = with_capital_lines_joined(text, blocks, set_aside)
    shaped = list(blocks)
    own = [nth for nth, block in enumerate(blocks) if block.span not in set_aside]
    most = _PAGE_HEAD if own and own[0] < _PAGE_FURNITURE else _HEAD_BELOW_FURNITURE
    title = _title_place([text[blocks[nth].span.start : blocks[nth].span.end] for nth in own[:_LONGEST_HEAD]], most)
    for place, nth in enumerate(beating(own, beat)):
        block = blocks[nth]
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        words = text[block.span.start : block.span.end]
        last = place + 1 == len(own)
        if place == title and not last:
            shaped[nth] = Block(BlockKind.TITLE, block.span, 1)
        elif len(words) <= _LONGEST_CAPTION and (_CAPTION.match(words) or block.span in credited):
            shaped[nth] = Block(BlockKind.CAPTION, block.span)
        elif not last and is_heading_shaped(words) and (not nth or _opens(text, blocks[nth - 1].span.end, block.span)):
            shaped[nth] = Block(BlockKind.HEADING, block.span, 2)
    return tuple(shaped)


def _title_place(heads: Sequence[str], most: int) -> int | None:
    """Return which of the first blocks is the title, or None.

    It is the first one where that is shaped like a headline, or the second where the first is a mere
    kicker ("Opinion"). On a page pasted whole, more than ``most`` short lines stand before the first
    sentence; there it is the headline nearest to that sentence. Where none of these is, it is the first that goes
    over several lines in capitals, among the first three.
    """
    prose = next((nth for nth, words in enumerate(heads) if _is_sentence(words)), len(heads))
    if prose > most:
        near = (
            nth
            for nth in reversed(range(prose))
            if len(heads[nth].split()) >= _LEAST_WORDS_NEAR and _is_title(heads[nth])
        )
        if (found := next(near, None)) is not None:
            return found
    if len(heads) > 1 and _is_kicker(heads[0]) and len(heads[1].split()) >= _LEAST_WORDS_NEAR and _is_title(heads[1]):
        return 1
    if heads and _is_title(heads[0]):
        return 0
    return next(
        (nth for nth, words in enumerate(heads[:_HEAD_BELOW_FURNITURE]) if "\n" in words and _is_title(words)), None
    )


def _is_sentence(words: str) -> bool:
    return is_prose(words) or (words[-1] in _SENTENCE_ENDS and len(words.split()) >= _LEAST_WORDS_NEAR)


def _is_kicker(words: str) -> bool:
    return len(words) <= _LONGEST_KICKER and len(words.split()) <= 2 and _is_cased(words)


def is_heading_shaped(words: str) -> bool:
    """Say whether ``words``, alone on a line, look like a heading."""
    if len(words) > _LONGEST_HEADING or "\n" in words or _LABEL.match(words) or not _is_open_ended(words):
        return False
    tokens = _WORD.findall(words)
    if not tokens:
        return False
    if not _is_cased(words):
        return (
            len(words) <= (_LONGEST_UNSPACED if len(tokens) < 5 else _LONGEST_HEADING)
            and len(tokens) <= _MOST_WORDS_PLAIN + 3
        )
    first = next(char for char in words if char.isalnum())
    if first.islower():
        return False
    if words[-1] == ":":
        return len(tokens) <= 3 or _is_title_case(tokens)
    if words[-1] == "?" or _is_title_case(tokens):
        return len(tokens) <= _MOST_WORDS_CASED
    return len(tokens) <= _MOST_WORDS_PLAIN


def _is_title(words: str) -> bool:
    one_line = len(words) <= _LONGEST_TITLE and ("\n" not in words or in_capitals(words)) and words[-1] != ":"
    one_line = one_line and not _LABEL.match(words) and not _DATELINE.match(words)
    return (
        one_line
        and _is_open_ended(words)
        and len(words.split()) <= _MOST_WORDS_TITLE
        and any(c.isalnum() for c in words)
    )


def _is_open_ended(words: str) -> bool:
    """Say whether no sentence ends here: no final stop, and no stop with a new sentence after it."""
    bare = words.rstrip("\"'”’»)]")
    return bool(bare) and bare[-1] not in _STOPS and not re.search(r"[a-z]{3}[.] [A-Z]|[。．।] ?\S", words)


def _is_cased(words: str) -> bool:
    return any(char.isupper() or char.islower() for char in words)


def _is_title_case(tokens: Sequence[str]) -> bool:
    telling = [token for token in tokens if token.lower() not in _SMALL]
    upper = sum(1 for token in telling if not token[0].islower())
    return bool(telling) and upper >= 0.8 * len(telling)


def _opens(text: str, before: int, span: Span) -> bool:
    """Say whether a blank line or the end of a sentence stands before the block at ``span``."""
    return len(_LINE_END.findall(text, before, span.start)) > 1 or text[before - 1] in _SENTENCE_ENDS
