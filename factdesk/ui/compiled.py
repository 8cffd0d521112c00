"""What is compiled at each start, compiled once: PySide's own modules, and regular expressions.

PySide carries a dozen of its modules as source inside a library and compiles them whenever it is imported, for which
a bare window takes an eighth of its instructions; their regular expressions take half as many again. Python keeps
what it compiled of all other modules in ``__pycache__``; what it compiles of these is kept there, too, by the same
rules, and so is every expression of what is imported for the window.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # what re compiles to
import builtins
import marshal
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

_PYSIDE = ("signature_bootstrap.py", "shibokensupport/")
"""How the names begin under which PySide compiles its own modules."""
_WRITES_TYPES = "shibokensupport/signature/lib/pyi_generator.py"
"""The one that writes PySide's files of types, when PySide is made; imported with the others, and left empty here."""
HEAD = MAGIC_NUMBER + _sre.MAGIC.to_bytes(4, "little")
"""How the file begins: for which Python code and expressions are made."""


@contextmanager
def compiled_once() -> Iterator[None]:
    """Keep what is compiled inside the block for the next start, or take it from the last one.

    PySide's modules are taken only if they were compiled of the very same source. Expressions are kept whoever
    compiles them, so the block has to import, and nothing else. Where nothing can be kept, or may not be
    (``PYTHONDONTWRITEBYTECODE``), or what was kept cannot be read, all is compiled as ever.
    """
    kept = _Kept(Path(cache_from_source(str(Path(__file__).with_name("start.compiled.py")))))
    compiles: Callable[..., Any] = builtins.compile
    expresses: Callable[..., Any] = re.compile

    def compiled(source: Any, filename: Any, mode: str, *more: Any, **others: Any) -> Any:
        if isinstance(source, bytes) and str(filename).startswith(_PYSIDE) and not more and not others:
            source = b"" if filename == _WRITES_TYPES else source
            return kept.code(source, filename) or kept.add(source, filename, compiles(source, filename, mode))
        return compiles(source, filename, mode, *more, **others)

    def expressed(pattern: Any, flags: int = 0) -> Any:
        return kept.expression(pattern, int(flags)) or kept.express(pattern, int(flags), expresses)

    setattr(builtins, "compile", compiled)  # noqa: B010  a type of its own, says mypy
    setattr(re, "compile", expressed)  # noqa: B010
    try:
        yield
    finally:
        setattr(builtins, "compile", compiles)  # noqa: B010
        setattr(re, "compile", expresses)  # noqa: B010
    if kept.grown and not sys.dont_write_bytecode:
        kept.write()


class _Kept:
    """Compiled modules by the name of their source and expressions by their pattern and flags, in one file.

    Attributes:
        grown: whether there are more than the file has.
    """

    def __init__(self, file: Path) -> None:
        self._file, self.grown = file, False
        self._codes: dict[str, tuple[bytes, CodeType]] = {}
        self._expressions: dict[tuple[str | bytes, int], tuple[Any, ...]] = {}
        with suppress(OSError, ValueError, EOFError, TypeError):
            data = file.read_bytes()
            if data.startswith(HEAD):
                codes, expressions = marshal.loads(data[len(HEAD) :])  # noqa: S302  as Python reads its own
                self._codes, self._expressions = dict(codes), dict(expressions)

    def code(self, source: bytes, name: str) -> CodeType | None:
        """Return what this very source was compiled to, or None."""
        made_of, code = self._codes.get(name, (b"", None))
        return code if made_of == source_hash(source) else None

    def add(self, source: bytes, name: str, code: CodeType) -> CodeType:
        """Take in what was compiled, and return it."""
        self._codes[name] = (source_hash(source), code)
        self.grown = True
        return code

    def expression(self, pattern: Any, flags: int) -> Any:
        """Return a regular expression that was compiled before, or None."""
        made = self._expressions.get((pattern, flags))
        return made and _sre.compile(*made)

    def express(self, pattern: Any, flags: int, compiles: Callable[..., Any]) -> Any:
        """Compile a regular expression, take in what the last step of it is given, and return it."""
        last = _sre.compile

        def noting(written: Any, all_flags: int, code: list[int], *groups: Any) -> Any:
            self._expressions[pattern, flags] = (written, int(all_flags), [int(word) for word in code], *groups)
            self.grown = True
            return last(written, all_flags, code, *groups)

        setattr(_sre, "compile", noting)  # noqa: B010
        try:
            return compiles(pattern, flags)
        finally:
            setattr(_sre, "compile", last)  # noqa: B010

    def write(self) -> None:
        """Write all there is, whole; where that is not possible, the next start compiles again."""
        from factdesk.whole import part_beside

        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with part_beside(self._file) as part:
                part.write_bytes(HEAD + marshal.dumps((self._codes, self._expressions)))
                part.replace(self._file)
