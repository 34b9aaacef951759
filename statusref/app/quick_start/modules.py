"""The modules of the window, read from one file.

Python looks for each of some 120 modules, asks when its source was changed, opens its bytecode and reads it. Here the
bytecode of all comes from one file, and only the second of these steps is left: a module whose source was changed is
imported the ordinary way.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.abc import Loader
else:
    Loader = object  # Python asks for two methods, not for the class, whose module takes seven others along

_PACKAGE = "statusref."
_Kept = tuple[str, int, int, bool, CodeType]
"""Source file, its size in bytes, the time of its last change in nanoseconds, whether it is a package, bytecode."""


class KeptModules(Loader):
    """Finds and loads modules, as ``sys.meta_path`` asks for. ``kept`` are those of an earlier start by their names."""

    def __init__(self, kept: dict[str, _Kept]) -> None:
        self._kept = kept
        self._used: set[str] = set()
        self.missed: set[str] = set()
        """The modules that had to be imported the ordinary way."""

    @contextmanager
    def used(self) -> Iterator[None]:
        """Find modules here first."""
        sys.meta_path.insert(0, self)
        try:
            yield
        finally:
            sys.meta_path.remove(self)

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        if not name.startswith(_PACKAGE):
            return None
        if name not in self._kept:
            self.missed.add(name)
            return None
        file, size, changed, is_package, _ = self._kept[name]
        if _state_of(file) != (size, changed):
            self.missed.add(name)
            return None
        self._used.add(name)
        spec = ModuleSpec(name, self, origin=file, is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [str(Path(file).parent)]
        return spec

    def create_module(self, _spec: ModuleSpec) -> None:
        """Leave it to Python to make the module."""

    def exec_module(self, module: ModuleType) -> None:
        exec(self._kept[module.__name__][-1], module.__dict__)  # noqa: S102 (what importing a module means)

    def forget(self) -> None:
        """Let go of the bytecode, once every module has been imported."""
        self._kept.clear()

    def to_keep(self) -> dict[str, _Kept]:
        """Return all modules that this start needed."""
        found = {name: self._kept[name] for name in self._used}
        for name in self.missed:
            spec = sys.modules[name].__spec__
            if spec is not None and spec.origin is not None and isinstance(spec.loader, SourceFileLoader):
                # Asked before the bytecode: a source that changes in between is imported the ordinary way next time.
                size, changed = _state_of(spec.origin)
                code = spec.loader.get_code(name)
                if code is not None:
                    is_package = spec.submodule_search_locations is not None
                    found[name] = (spec.origin, size, changed, is_package, code)
        return found


def _state_of(file: str) -> tuple[int, int]:
    try:
        stat = Path(file).stat()
    except OSError:
        return -1, -1
    return stat.st_size, stat.st_mtime_ns
