"""The user's data for a command that reads it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from statusref.cli.console import Console
from statusref.core.core import Core
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.system.files import can_write
from statusref.system.machine import Machine
from statusref.system.paths import standard_paths


@contextmanager
def open_core(root: Path, library: Library, console: Console, language: Language) -> Iterator[Core]:
    """Open the core with the user's data. Where there is none yet, no file is made.

    If the data file cannot be used or written, stderr says so.
    """
    path = standard_paths(Machine.this()).data
    with TemporaryDirectory() as folder:
        core = Core(root, path if path.exists() else Path(folder) / path.name)
        if not tell_of_read_only(library, console, language) and core.data.problem is not None:
            reason = type(core.data.problem).__name__
            console.complain(library.words.text("cli.study.unusable", language, path=path, reason=reason))
        try:
            yield core
        finally:
            core.close()


def tell_of_read_only(library: Library, console: Console, language: Language) -> bool:
    """Say so if the user's file cannot be written, as on a write-protected medium, and return whether that is so."""
    path = standard_paths(Machine.this()).data
    is_read_only = any(place.exists() and not can_write(place) for place in (path, path.parent))
    if is_read_only:
        console.complain(library.words.text("cli.study.read-only", language, path=path))
    return is_read_only
