"""The one way time is written down: UTC, ISO 8601, microseconds, ``Z``."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> str:
    """Return the present moment, ``2026-03-14T09:30:00.000000Z``. Order comes from the journal, never from this."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def today() -> str:
    """Return the local date, ``2026-03-14``: what a checker means by "as of"."""
    return date.today().isoformat()
