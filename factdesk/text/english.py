"""Whether a few words are English, where they are too few for ``languages`` to tell."""

from __future__ import annotations

from factdesk.text.lexicon import stop_words, tokens

_SAMPLE = 4000
"""Characters looked at."""
_SHARE = 0.25
"""English prose has 40–55% stop words; lists and headlines fewer, other languages under 10%."""


def looks_english(text: str) -> bool:
    """Say whether ``text`` reads like English, by the share of English stop words at its beginning."""
    words = [word for word, _, _ in tokens(text[:_SAMPLE])]
    return bool(words) and sum(word in stop_words() for word in words) / len(words) >= _SHARE
