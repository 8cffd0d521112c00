"""A page taken in by Taguette's own library code; run by the Python of its own environment.

    python taguette_import.py PAGE RUNS

Prints the processor seconds of each run, and the characters of what was taken in last.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path


def main() -> None:
    from taguette.convert import to_html_chunks

    page = Path(sys.argv[1]).read_bytes()
    taken = ""
    for _ in range(int(sys.argv[2])):
        began = time.process_time()
        taken = asyncio.run(to_html_chunks(page, "text/html", "page.html", {}))
        print(time.process_time() - began)
    print(len(taken))


if __name__ == "__main__":
    main()
