"""Leaves for later what PySide6 loads when it is imported, and a program without mistakes never uses.

Six of PySide6's own Python files are about signatures: for help texts, for the message of a TypeError, for stub files.
They take ``inspect``, ``ast``, ``argparse`` and ``logging`` along. Without all that a window takes four megabytes less.
Each is loaded when something in it is asked for.
"""

import builtins
import sys
from _thread import RLock
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from statusref.system.left_out import StandIn, left_out

PYSIDE = (6, 11)
_FOR_SIGNATURES = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "lib/enum_sig", "lib/pyi_generator", "lib/tool", "parser")
)
"""PySide6 reaches what is in these only as attributes of the modules."""
_UNUSED = ("bz2", "lzma", "shutil", "tempfile", "textwrap", "traceback")
"""Modules that PySide6 imports itself or through ``zipfile``, and does not use until something goes wrong."""


@contextmanager
def left_for_later() -> Iterator[None]:
    """Leave it out while PySide6 is imported."""
    stock = builtins.compile

    def compiled(source: Any, filename: Any, *rest: Any, **options: Any) -> Any:
        if filename in _FOR_SIGNATURES and sys.modules["PySide6"].__version_info__[:2] == PYSIDE:
            # Not compiled: for the first text that it compiles, Python makes 119 types, a third of a megabyte.
            return _put_off.__code__
        return stock(source, filename, *rest, **options)

    builtins.compile = compiled
    try:
        with left_out("inspect", "threading", *_UNUSED):
            _provide("inspect", "getsource", _no_source)
            # The lock of an archive, all that ``zipfile`` wants.
            _provide("threading", "RLock", RLock)
            yield
    finally:
        builtins.compile = stock


def _provide(module: str, name: str, value: object) -> None:
    """Let a stand-in have what is asked of it, so that it need not load its module."""
    if isinstance(sys.modules[module], StandIn):
        setattr(sys.modules[module], name, value)


def _put_off() -> None:
    """Its code is run in the place of a file, as the code of another module, which has none of the names above."""
    import sys  # noqa: PLC0415 - see above

    globals()["__getattr__"] = sys.modules["statusref.app.quick_start.later"].loading(globals())


def loading(module: dict[str, Any]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a module that runs its own file when it is first asked for something.

    ``module`` is what the module contains. Its loader keeps PySide6's files as an archive in memory.
    """

    def attribute(name: str) -> Any:
        if "__getattr__" in module and not name.startswith("__"):
            del module["__getattr__"]
            file = module["__file__"]
            exec(compile(module["__loader__"].zfile.read(file), file, "exec"), module)  # noqa: S102 (as an import does)
        if name not in module:
            message = f"module {module['__name__']!r} has no attribute {name!r}"
            raise AttributeError(message)
        return module[name]

    return attribute


def _no_source(_module: ModuleType) -> str:
    """Stands for ``inspect.getsource``, with which PySide6 would look into each module's source for its own name.

    Raises OSError, as for a module without a source.
    """
    raise OSError
