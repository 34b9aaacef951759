"""The resource files that a command has opened."""

from pathlib import Path

from statusref.cli.rendering import Renderer
from statusref.cli.shapes import Shapes
from statusref.domain.notes import NoteStore
from statusref.domain.prose import ProseStore
from statusref.domain.registry import load_catalogue
from statusref.domain.text import Language
from statusref.domain.words import Words


class Library:
    """What the resource files under ``root`` hold. Raises ResourceError if one of them is wrong."""

    def __init__(self, root: Path) -> None:
        self.words = Words.load(root)
        self.catalogue = load_catalogue(root)
        self.prose = ProseStore(root)
        self._root = root

    def shapes(self) -> Shapes:
        """Return what makes JSON objects. Reads the notes, and raises ResourceError if one is wrong."""
        return Shapes(self.catalogue, self.prose, self._notes(), self.words)

    def renderer(self, language: Language, width: int | None) -> Renderer:
        """Return what writes pages as text. Reads the notes, and raises ResourceError if one is wrong."""
        return Renderer(self.catalogue, self.prose, self._notes(), self.words, language=language, width=width)

    def _notes(self) -> NoteStore:
        return NoteStore(self._root, self.catalogue)
