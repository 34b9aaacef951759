"""The words, the catalogue and the list of notes from one file, so that a start need not read and check seventy.

The file holds them as they were made from the resource files; when one of those has changed, they are made anew.
"""

import _pickle as pickle  # the module in C alone: ``pickle`` would take as long as what is saved here
from collections.abc import Iterator
from pathlib import Path

from statusref.domain import library
from statusref.domain.library import Library
from statusref.domain.notes import FOLDER
from statusref.domain.registry import FILE
from statusref.system.kept_file import KeptFile


def kept_library(cache: Path | None, root: Path, *words_files: str) -> KeptFile:
    """Return what keeps the library of ``root``. ``words_files`` are those of ``Words.load``."""

    def sources() -> Iterator[Path]:
        yield from Path(library.__file__).parent.glob("*.py")
        yield from (root / name for name in (FILE, *words_files))
        yield from (root / FOLDER).iterdir()

    return KeptFile("library.bin", cache, root, sources)


class LibraryLoader:
    """Loads the library of ``root``, from ``kept`` if that can be used."""

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
        """Keep what had to be made. It is called when there is time for it."""
        if self._made is not None:
            made = (self._made.words, self._made.catalogue, self._made.notes.notes)
            self._kept.save([pickle.dumps(made, 5)])
            self._made = None
