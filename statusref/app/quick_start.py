"""Imports PySide6 with less work than it does by itself. Without this module the program is the same, only slower.

At every start PySide6 compiles its own Python files and three long regular expressions, makes some 230 enums member by
member, and reads the source of each module that is imported after it. All that gives the same each time. So what was
compiled is kept in the user's cache folder and found again by its source, enums are made a shorter way
(``quick_enums``), and the reading is ended: it serves ``from __feature__ import``, which this program does not use.

Tried with PySide6 6.11 on CPython 3.11, 3.12 and 3.13. All others start the stock way, and so does everything with
``STATUSREF_QUICK_START=0`` in the environment.
"""

import builtins
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import CodeType
from typing import Any

from statusref.app.quick_enums import use_quick_enums
from statusref.system import kept_file

SWITCH = "STATUSREF_QUICK_START"
_PYTHONS = frozenset({(3, 11), (3, 12), (3, 13)})
_PYSIDE = (6, 11)


def import_pyside(environment: Mapping[str, str], cache: Path | None) -> Callable[[], None]:
    """Import PySide6, with the help of what an earlier start left in the folder ``cache``.

    Return what keeps the results of this start; it is called when there is time for it.
    """
    tried = sys.implementation.name == "cpython" and sys.version_info[:2] in _PYTHONS
    if cache is None or environment.get(SWITCH) == "0" or not tried:
        return _nothing
    compiled = Compiled(cache / "start.bin")
    with compiled.used():
        pyside = import_module("PySide6")  # this is what takes long
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    if pyside.__version_info__[:2] == _PYSIDE:
        use_quick_enums()
    return compiled.save


class Compiled:
    """Compiled sources and regular expressions, found by their source."""

    def __init__(self, file: Path) -> None:
        self._file = file
        # Regular expressions are compiled for one release of Python, sources for it and its option -O.
        self._stamp = (sys.version, sys.flags.optimize)
        kept: Any = kept_file.read(file, self._stamp) or ({}, {})
        self._codes: dict[tuple[str, int, int], CodeType] = kept[0]
        self._patterns: dict[tuple[str, int], tuple[Any, ...]] = kept[1]
        self._grown = False

    @contextmanager
    def used(self) -> Iterator[None]:
        """Put these in the place of what Python would compile."""
        regular = import_module("re._compiler")  # not in all versions of Python
        with (
            _replaced(builtins, "compile", self._code_from(builtins.compile)),
            _replaced(regular, "compile", self._pattern_from(regular.compile)),
        ):
            yield

    def save(self) -> None:
        if self._grown:
            kept_file.write(self._file, self._stamp, (self._codes, self._patterns))
            self._grown = False

    def _code_from(self, stock: Callable[..., Any]) -> Callable[..., Any]:
        def compiled(source: Any, filename: Any, mode: str, *rest: Any, **options: Any) -> Any:
            if not isinstance(source, bytes) or mode != "exec" or rest or options:
                return stock(source, filename, mode, *rest, **options)
            key = (filename, len(source), zlib.crc32(source))
            if key not in self._codes:
                self._codes[key] = stock(source, filename, mode)
                self._grown = True
            return self._codes[key]

        return compiled

    def _pattern_from(self, stock: Callable[..., Any]) -> Callable[..., Any]:
        sre = import_module("_sre")
        make = sre.compile

        def compiled(pattern: Any, flags: int = 0) -> Any:
            def record(source: Any, all_flags: int, code: list[int], *groups: Any) -> Any:
                # The numbers are of a kind of ``int`` with names, which cannot be kept.
                self._patterns[pattern, flags] = (source, int(all_flags), list(map(int, code)), *groups)
                self._grown = True
                return make(source, all_flags, code, *groups)

            if not isinstance(pattern, str):
                return stock(pattern, flags)
            if (pattern, flags) in self._patterns:
                return make(*self._patterns[pattern, flags])
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


def _nothing() -> None:
    pass
