"""What every part of study works with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from statusref.domain.catalogue import Catalogue
from statusref.domain.notes import NoteStore
from statusref.domain.prose import ProseStore
from statusref.study.study import Study
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer


class MemoStore(Protocol):
    """Where the user's own notes on entries are."""

    def get(self, entry_id: str) -> str:
        """Return the memo on an entry, empty if there is none."""

    def set(self, entry_id: str, text: str) -> None:
        """Save the memo on an entry."""


class FileChooser(Protocol):
    """Asks the user for a file; None if they thought better of it."""

    def to_write(self, title: str, name: str, kind: str) -> Path | None:
        """Ask where to write; ``name`` is suggested, ``kind`` such as ``JSON (*.json)`` is offered."""

    def to_read(self, title: str, kind: str) -> Path | None:
        """Ask what to read."""


@dataclass(frozen=True, slots=True)
class StoreState:
    """What is off with the user's file, in words; ``backup`` is what could be restored."""

    problem: str = ""
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class StudyContext:
    """Passed to the parts at construction.

    ``now`` returns the time with a zone, ``seed`` a new number for the questions of a quiz. ``restore`` adds what a
    backup holds and returns the words for what is off with it, empty if nothing is.
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
