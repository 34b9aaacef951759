"""What the resource files hold."""

from functools import cached_property
from pathlib import Path

from statusref.domain.notes import NoteStore
from statusref.domain.prose import ProseStore
from statusref.domain.registry import load_catalogue
from statusref.domain.words import Words


class Library:
    """The resource files under ``root``: words and catalogue at once, pages and notes when they are first asked for.

    Raises ResourceError if one of them is missing or wrong. ``words_files`` are those of ``Words.load``.
    """

    def __init__(self, root: Path, *words_files: str) -> None:
        self.root = root
        self.words = Words.load(root, *words_files)
        self.catalogue = load_catalogue(root)
        self.prose = ProseStore(root)

    @cached_property
    def notes(self) -> NoteStore:
        """Every note. Raises ResourceError if one is wrong."""
        return NoteStore(self.root, self.catalogue)
