"""Keeps words, catalogue, list of notes and foreign systems in one file.

A start then does not read and check some seventy files. When one of the resource files has changed, the kept file is
not used, and everything is made again.
"""

import _pickle as pickle  # the module in C alone: ``pickle`` would take as long as what is saved here
from collections.abc import Iterator
from pathlib import Path

from statusref.domain import foreign, library
from statusref.domain.library import Library
from statusref.domain.notes import FOLDER
from statusref.domain.registry import FILE
from statusref.system.kept_file import KeptFile


def kept_library(cache: Path | None, root: Path, *words_files: str) -> KeptFile:
    """Return the kept file of the library of ``root``. ``words_files`` are the files for ``Words.load``."""

    def sources() -> Iterator[Path]:
        yield from Path(library.__file__).parent.glob("*.py")
        yield from (root / name for name in (FILE, foreign.FILE, *words_files))
        yield from (root / FOLDER).iterdir()

    return KeptFile("library.bin", cache, root, sources)


class LibraryLoader:
    """Loads the library of ``root``: from the file ``kept`` if it can be used, else from the resource files."""

    def __init__(self, kept: KeptFile, root: Path, *words_files: str) -> None:
        self._kept = kept
        self._root = root
        self._words_files = words_files
        self._made: Library | None = None

    def load(self) -> Library:
        """Return the library. Raises ResourceError as ``Library`` does."""
        found = self._kept.load()
        if found:
            return Library.of(self._root, *pickle.loads(found[0]))  # only this program writes such files
        self._made = Library(self._root, *self._words_files)
        return self._made

    def save(self) -> None:
        """Write the kept file if ``load`` could not use it. Called later, when the program has time."""
        if self._made is not None:
            made = (self._made.words, self._made.catalogue, self._made.notes.notes, self._made.foreign)
            self._kept.save([pickle.dumps(made, 5)])
            self._made = None
