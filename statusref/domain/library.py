"""What the resource files hold, each part read when it is first asked for."""

from functools import cached_property
from pathlib import Path

from statusref.domain.catalogue import Catalogue
from statusref.domain.notes import NoteStore
from statusref.domain.prose import ProseStore
from statusref.domain.registry import load_catalogue
from statusref.domain.words import Words


class Library:
    """The resource files under ``root``. Each property raises ResourceError if its file is missing or wrong."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.prose = ProseStore(root)

    @cached_property
    def words(self) -> Words:
        """The words of the window and the terminal."""
        return Words.load(self.root)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every entry."""
        return load_catalogue(self.root)

    @cached_property
    def notes(self) -> NoteStore:
        """Every note."""
        return NoteStore(self.root, self.catalogue)
