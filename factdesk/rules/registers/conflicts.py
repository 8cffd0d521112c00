"""What does not fit together in the registers: the same thing with another figure, date, spelling or title."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factdesk.model.tick import Register
from factdesk.rules.registers.entries import Entry, Flag, Flagged, flagged
from factdesk.rules.sentences.article import Article
from factdesk.rules.sentences.vocabulary import stem, stems
from factdesk.rules.tellings.repeats import Repeats
from factdesk.rules.tellings.statements import to_compare
from factdesk.text.name_groups import NameGroups
from factdesk.text.spans import Span

_ALIKE = 0.5
"""Share of their content words that two tellings have in common where they are in mostly the same words, at least."""
_SHARED = 3
"""And how many."""
_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame"))
_DATES = frozenset(("date", "day", "month", "year"))


def with_conflicts(
    entries: Mapping[Register, Sequence[Entry]], groups: NameGroups, article: Article, told: Repeats
) -> dict[Register, tuple[Entry, ...]]:
    """Return the entries with a flag on each that another place of the article does not agree with.

    Args:
        told: what the article tells more than once: only tellings of one statement, in mostly the same words, can
            disagree.
    """
    about = {
        sentence.span: stems(word for word in sentence.words if not word[0].isdecimal()) for sentence in article.proper
    }
    pairs = [pair for pair in to_compare(told, article) if _alike(about[pair[0]], about[pair[1]])]
    found = {register: tuple(of) for register, of in entries.items()}
    named_then = _beside(found[Register.NAMES], found[Register.DATES])
    found[Register.NUMBERS] = _flagged(found[Register.NUMBERS], pairs, named_then, Flag.OTHER_FIGURE)
    named = _beside(found[Register.NAMES])
    found[Register.DATES] = _flagged(found[Register.DATES], pairs, named, Flag.OTHER_DATE)
    found[Register.NAMES] = _names(found[Register.NAMES], groups)
    return found


def _beside(*registers: Iterable[Entry]) -> Mapping[Span, frozenset[str]]:
    """Return who and when each sentence tells of: two that differ in it on both sides are about two things."""
    found: defaultdict[Span, set[str]] = defaultdict(set)
    for entries in registers:
        for entry in entries:
            found[entry.sentence].add(entry.normal)
    return {span: frozenset(normals) for span, normals in found.items()}


def _flagged(
    entries: Sequence[Entry], pairs: Sequence[tuple[Span, Span]], beside: Mapping[Span, frozenset[str]], flag: Flag
) -> tuple[Entry, ...]:
    by_sentence: defaultdict[Span, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_sentence[entry.sentence].append(entry)
    other: dict[Span, Entry] = {}
    for one, two in pairs:
        here, there = beside.get(one, frozenset()), beside.get(two, frozenset())
        if here - there and there - here:
            continue
        for first, second in _disagreeing(by_sentence.get(one, ()), by_sentence.get(two, ()), flag):
            other.setdefault(first.span, second)
            other.setdefault(second.span, first)
    return tuple(
        flagged(entry, Flagged(flag, other[entry.span].words, other[entry.span].span)) if entry.span in other else entry
        for entry in entries
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _SHARED and shared >= _ALIKE * len(one | other)


def _disagreeing(ones: Sequence[Entry], twos: Sequence[Entry], flag: Flag) -> Iterator[tuple[Entry, Entry]]:
    """Yield entries of two sentences that count the same thing and differ, where no other of them agrees."""
    for unit in sorted({entry.unit for entry in ones} & {entry.unit for entry in twos}):
        mine, theirs = ([entry for entry in of if entry.unit == unit] for of in (ones, twos))
        if len(mine) != 1 or len(theirs) != 1 or _agree(mine[0].normal, theirs[0].normal):
            continue
        if flag is Flag.OTHER_DATE:
            told = unit in _DATES
        else:
            told = unit != "ordinal" and "some" not in (mine[0].note, theirs[0].note)
        if told:
            yield mine[0], theirs[0]


def _agree(one: str, two: str) -> bool:
    """Say whether two normal forms can be the same: "2016" and "2016-05", "--05-15" and "2016-05-15"."""
    short, long = sorted((one.lstrip("-"), two.lstrip("-")), key=len)
    return long == short or (one[:1].isdigit() and long.startswith(f"{short}-")) or long.endswith(f"-{short}")


def _names(entries: Sequence[Entry], groups: NameGroups) -> tuple[Entry, ...]:
    first: dict[str, Entry] = {}
    titled: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        first.setdefault(entry.normal, entry)
        if entry.note:
            titled[entry.normal].setdefault(entry.note, entry)
    near = {groups.head[one]: groups.head[two] for one, two in groups.near.items()}
    times = Counter(entry.normal for entry in entries)
    made = []
    for entry in entries:
        other = near.get(entry.normal)
        # The rarer spelling is marked wherever it stands, the commoner one where it stands first.
        marked = other is not None and (entry is first[entry.normal] or times[entry.normal] < times[other])
        if marked and other is not None and other in first and other != entry.normal:
            entry = flagged(entry, Flagged(Flag.OTHER_SPELLING, first[other].words, first[other].span))
        differing = _other_title(entry, titled[entry.normal].values()) if entry.note else None
        if differing is not None:
            entry = flagged(entry, Flagged(Flag.OTHER_TITLE, differing.note, differing.span))
        made.append(entry)
    return tuple(made)


def _other_title(entry: Entry, titled: Iterable[Entry]) -> Entry | None:
    """Return a place where the same name has a title that shares no word with this one's.

    Args:
        titled: the first place of each title the name has.
    """
    own = _title_words(entry.note)
    return next((one for one in titled if own and (theirs := _title_words(one.note)) and not own & theirs), None)


def _title_words(title: str) -> frozenset[str]:
    words = (word.strip(".,").lower() for word in title.split())
    return frozenset(stem(word) for word in words if word not in _COURTESY)
