"""How long something takes the processor, whatever else this process and this machine are doing."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_LEAST = 0.002
"""Seconds below which the clock tells more of itself than of what is measured."""


def seconds(deed: Callable[[], object], times: int = 2) -> float:
    """Return the processor seconds of this thread that ``deed`` takes, the quickest of so many times, never below 2 ms.

    No garbage is looked for meanwhile: what other tests left behind is no part of it.
    """
    looked_for = gc.isenabled()
    gc.disable()
    try:
        return max(_LEAST, min(_once(deed) for _ in range(times)))
    finally:
        if looked_for:
            gc.enable()


def _once(deed: Callable[[], object]) -> float:
    start = time.thread_time()
    deed()
    return time.thread_time() - start
