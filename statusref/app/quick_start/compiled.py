"""What PySide6 compiles when it is imported: its own sources, and regular expressions.

Both are found again by their source text, so another release of PySide6 compiles its own.
"""

import builtins
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import CodeType
from typing import Any


class Compiled:
    """``codes`` are kept by file name, length and checksum of the source, ``patterns`` by pattern and flags."""

    def __init__(
        self, codes: dict[tuple[str, int, int], CodeType], patterns: dict[tuple[str, int], tuple[Any, ...]]
    ) -> None:
        self.codes = codes
        self.patterns = patterns
        self.grown = False

    @contextmanager
    def used(self) -> Iterator[None]:
        """Put these in the place of what Python would compile."""
        regular = import_module("re._compiler")
        with (
            _replaced(builtins, "compile", self._code_from(builtins.compile)),
            _replaced(regular, "compile", self._pattern_from(regular.compile)),
        ):
            yield

    def forget(self) -> None:
        """Let go of everything, once it was used."""
        self.codes.clear()
        self.patterns.clear()

    def _code_from(self, stock: Callable[..., Any]) -> Callable[..., Any]:
        def compiled(source: Any, filename: Any, mode: str, *rest: Any, **options: Any) -> Any:
            if not isinstance(source, bytes) or mode != "exec" or rest or options:
                return stock(source, filename, mode, *rest, **options)
            key = (filename, len(source), zlib.crc32(source))
            if key not in self.codes:
                self.codes[key] = stock(source, filename, mode)
                self.grown = True
            return self.codes[key]

        return compiled

    def _pattern_from(self, stock: Callable[..., Any]) -> Callable[..., Any]:
        sre = import_module("_sre")  # what makes a pattern of the numbers that ``re`` works out
        make = sre.compile

        def compiled(pattern: Any, flags: int = 0) -> Any:
            key = (
                pattern,
                int(flags),
            )  # flags and numbers may be of a kind of ``int`` with names, which cannot be kept

            def record(source: Any, all_flags: int, numbers: list[int], *groups: Any) -> Any:
                self.patterns[key] = (source, int(all_flags), list(map(int, numbers)), *groups)
                self.grown = True
                return make(source, all_flags, numbers, *groups)

            if not isinstance(pattern, str):
                return stock(pattern, flags)
            if key in self.patterns:
                return make(*self.patterns[key])
            with _replaced(sre, "compile", record):
                return stock(pattern, flags)

        return compiled


@contextmanager
def _replaced(owner: Any, name: str, value: object) -> Iterator[None]:
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)
