"""The data and services that the pages of study work with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from statusref.domain.catalogue import Catalogue
from statusref.domain.errors import ResourceError
from statusref.domain.notes import NoteStore
from statusref.domain.prose import ProseStore
from statusref.domain.status import Entry
from statusref.study.study import Study
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer


class MemoStore(Protocol):
    """Reads and writes memos."""

    def get(self, entry_id: str) -> str:
        """Return the memo on an entry, empty if there is none."""

    def set(self, entry_id: str, text: str) -> None:
        """Save the memo on an entry."""


class FileChooser(Protocol):
    """Asks the user for a file. Both methods return None if the user cancels."""

    def to_write(self, title: str, name: str, kind: str) -> Path | None:
        """Ask where to write. ``name`` is the suggested file name, ``kind`` a file filter such as ``JSON (*.json)``."""

    def to_read(self, title: str, kind: str) -> Path | None:
        """Ask which file to read. ``kind`` is a file filter such as ``JSON (*.json)``."""


@dataclass(frozen=True, slots=True)
class StoreState:
    """What is wrong with the file of user data, in words for the user, and the backup that could be restored.

    ``problem`` is empty and ``backup`` None if all is well.
    """

    problem: str = ""
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class StudyContext:
    """Given to every page of study when it is made.

    ``now`` returns the time with a zone, ``seed`` a new number for the questions of a quiz. ``restore`` adds the
    contents of a backup and returns a message if the backup cannot be used, else an empty text.
    """

    theme: Theme
    localizer: Localizer
    study: Study
    catalogue: Catalogue
    notes: NoteStore
    prose: ProseStore
    memos: MemoStore
    bookmarks: Callable[[], Sequence[str]]
    now: Callable[[], datetime]
    seed: Callable[[], int]
    files: FileChooser
    store: Callable[[], StoreState]
    restore: Callable[[Path], str]

    def summary_of(self, entry: Entry) -> str:
        """Return the summary of an entry in the language in force, or what is wrong with its page."""
        try:
            return self.prose.page(entry.id, self.localizer.language).summary
        except ResourceError as error:
            return str(error)
