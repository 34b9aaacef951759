"""Everything that the resource files contain."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from statusref.domain.catalogue import Catalogue
from statusref.domain.notes import Note, NoteStore, read_notes
from statusref.domain.prose import ProseStore
from statusref.domain.registry import load_catalogue
from statusref.domain.words import Words

if TYPE_CHECKING:
    # Most commands need none of these, and importing each one takes a millisecond.
    from statusref.domain.chooser import Chooser
    from statusref.domain.example_answers import ExampleAnswers
    from statusref.domain.foreign import Foreign
    from statusref.domain.messages import MessageStore
    from statusref.domain.neighbours import NeighbourStore
    from statusref.domain.scenarios import Scenario


class Library:
    """The resource files under ``root``. Words and catalogue are read at once, everything else when it is first used.

    Raises ResourceError if one of the files is missing or wrong. ``words_files`` are the files for ``Words.load``.
    """

    def __init__(self, root: Path, *words_files: str) -> None:
        self.root = root
        self.words = Words.load(root, *words_files)
        self.catalogue = load_catalogue(root)
        self.prose = ProseStore(root)

    @classmethod
    def of(
        cls, root: Path, words: Words, catalogue: Catalogue, notes: tuple[Note, ...], foreign: "tuple[Foreign, ...]"
    ) -> "Library":
        """Make the library of ``root`` from parts that were read from its files at an earlier start."""
        made = cls.__new__(cls)
        made.root, made.words, made.catalogue = root, words, catalogue
        made.notes = NoteStore(root, notes)
        made.foreign = foreign
        made.prose = ProseStore(root)
        return made

    @cached_property
    def notes(self) -> NoteStore:
        """Every note. Raises ResourceError if one is wrong."""
        return NoteStore(self.root, read_notes(self.root, self.catalogue))

    @cached_property
    def neighbours(self) -> "NeighbourStore":
        """The neighbours. A family is read when it is first used; ResourceError is raised then if its file is wrong."""
        from statusref.domain.neighbours import NeighbourStore

        return NeighbourStore(self.root, self.catalogue)

    @cached_property
    def messages(self) -> "MessageStore":
        """The messages without a status code. Raises ResourceError if the file is wrong."""
        from statusref.domain.messages import MessageStore

        return MessageStore(self.root, self.catalogue)

    @cached_property
    def chooser(self) -> "Chooser":
        """The questions that lead to a code. Raises ResourceError if the file is wrong."""
        from statusref.domain.chooser import read_chooser

        return read_chooser(self.root, self.catalogue)

    @cached_property
    def foreign(self) -> "tuple[Foreign, ...]":
        """The systems whose numbers look like status codes. Raises ResourceError if the file is wrong."""
        from statusref.domain.foreign import load_foreign

        return load_foreign(self.root)

    @cached_property
    def comparisons(self) -> tuple[tuple[str, ...], ...]:
        """The ids of the codes that are most often compared. Raises ResourceError if the file is wrong."""
        from statusref.domain.comparison.usual import load_comparisons

        return load_comparisons(self.root, self.catalogue)

    @cached_property
    def scenarios(self) -> "tuple[Scenario, ...]":
        """The situations in which somebody must choose a code. Raises ResourceError if the file is wrong."""
        from statusref.domain.scenarios import load_scenarios

        return load_scenarios(self.root, self.catalogue)

    @cached_property
    def example_answers(self) -> "ExampleAnswers":
        """Example responses in several frameworks. Its methods raise ResourceError if a file is wrong."""
        from statusref.domain.example_answers import ExampleAnswers

        return ExampleAnswers(self.root, self.prose)
