"""Imports Qt and the window, with the help of what an earlier start left."""

import builtins
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

import statusref
from statusref.app.quick_start.compiled import Compiled
from statusref.app.quick_start.datetimes import use_quick_datetime
from statusref.app.quick_start.enums import use_quick_enums
from statusref.app.quick_start.later import PYSIDE, left_for_later
from statusref.app.quick_start.modules import KeptModules
from statusref.system import kept_file

SWITCH = "STATUSREF_QUICK_START"
FILE = "start.bin"
_PYTHONS = frozenset({(3, 11), (3, 12), (3, 13)})
_WINDOW = "statusref.app.window_command"


def import_window(environment: Mapping[str, str], cache: Path | None) -> Callable[[], None]:
    """Import PySide6 and ``window_command``. ``cache`` is the folder for what is kept between starts.

    Return a function that keeps the results of this start, to be called when there is time.
    """
    tried = sys.implementation.name == "cpython" and sys.version_info[:2] in _PYTHONS
    if cache is None or environment.get(SWITCH) == "0" or not tried:
        import_module("PySide6")
        _end_feature_imports()
        import_module(_WINDOW)
        return lambda: None

    file = cache / FILE
    # Bytecode and regular expressions are those of one release of Python, modules those of one installation.
    stamp = (sys.version, sys.flags.optimize, str(statusref.__file__))
    codes, patterns, bytecode = kept_file.read(file, stamp) or ({}, {}, {})
    compiled = Compiled(codes, patterns)
    modules = KeptModules(bytecode)
    with compiled.used(), left_for_later():
        pyside = import_module("PySide6")
    _end_feature_imports()
    if pyside.__version_info__[:2] == PYSIDE:
        use_quick_enums()
    use_quick_datetime()
    with modules.used():
        import_module(_WINDOW)

    def forget() -> None:
        compiled.forget()
        modules.forget()

    def save() -> None:
        kept_file.write(file, stamp, (compiled.codes, compiled.patterns, modules.to_keep()))
        forget()

    if compiled.grown or modules.missed:
        return save
    # Two megabytes that nobody needs any more. Let go of now, the window and the search use them again.
    forget()
    return lambda: None


def _end_feature_imports() -> None:
    """End the reading of each module's source: it serves ``from __feature__ import``, which nobody uses here."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
