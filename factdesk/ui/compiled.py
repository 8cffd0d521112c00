"""What PySide compiles at each start, compiled once.

PySide carries a dozen of its modules as source inside a library and compiles them whenever it is imported, for which
a bare window takes an eighth of its instructions. Python keeps what it compiled of all other modules in
``__pycache__``; what it compiles for PySide is kept there, too, by the same rules.
"""

from __future__ import annotations

import builtins
import marshal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

_PYSIDE = "shibokensupport/"
"""How the names begin under which PySide compiles its own modules."""


@contextmanager
def pyside_compiled_once() -> Iterator[None]:
    """Keep what PySide compiles inside the block for the next start, or take it from the last one.

    Only the source that was compiled then is taken as compiled. Where nothing can be kept, or may not be
    (``PYTHONDONTWRITEBYTECODE``), or what was kept cannot be read, all of it is compiled as ever.
    """
    kept = _Kept(Path(cache_from_source(str(Path(__file__).with_name("pyside.py")))))
    compiles: Callable[..., Any] = builtins.compile

    def compiled(source: Any, filename: Any, mode: str, *more: Any, **others: Any) -> Any:
        if isinstance(source, bytes) and str(filename).startswith(_PYSIDE) and not more and not others:
            return kept.code(source, filename) or kept.add(source, filename, compiles(source, filename, mode))
        return compiles(source, filename, mode, *more, **others)

    setattr(builtins, "compile", compiled)  # noqa: B010  a type of its own, says mypy
    try:
        yield
    finally:
        setattr(builtins, "compile", compiles)  # noqa: B010
    if kept.grown and not sys.dont_write_bytecode:
        kept.write()


class _Kept:
    """Compiled modules by the name of their source, in one file.

    Attributes:
        grown: whether there are more than the file has.
    """

    def __init__(self, file: Path) -> None:
        self._file, self.grown = file, False
        self._codes: dict[str, tuple[bytes, CodeType]] = {}
        with suppress(OSError, ValueError, EOFError, TypeError):
            data = file.read_bytes()
            if data.startswith(MAGIC_NUMBER):
                self._codes = dict(marshal.loads(data[len(MAGIC_NUMBER) :]))  # noqa: S302  as Python reads its own

    def code(self, source: bytes, name: str) -> CodeType | None:
        """Return what this very source was compiled to, or None."""
        made_of, code = self._codes.get(name, (b"", None))
        return code if made_of == source_hash(source) else None

    def add(self, source: bytes, name: str, code: CodeType) -> CodeType:
        """Take in what was compiled, and return it."""
        self._codes[name] = (source_hash(source), code)
        self.grown = True
        return code

    def write(self) -> None:
        """Write all there is, whole; where that is not possible, the next start compiles again."""
        from factdesk.whole import part_beside

        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with part_beside(self._file) as part:
                part.write_bytes(MAGIC_NUMBER + marshal.dumps(self._codes))
                part.replace(self._file)
