"""Puts the study page together. Imported when the page is first opened."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from statusref.app.problems import problem_message
from statusref.domain.catalogue import Catalogue
from statusref.domain.notes import NoteStore
from statusref.domain.prose import ProseStore
from statusref.study.loading import load_cards
from statusref.study.study import Study
from statusref.theme.theme import Theme
from statusref.userdata.problems import Damaged, Problem
from statusref.userdata.user_data import UserData, open_user_data
from statusref.views.localizer import Localizer
from statusref.views.study.context import StoreState, StudyContext
from statusref.views.study.study_page import StudyPage

_SEEDS = 2**32


class FileDialogs:
    """Asks with the desktop's own dialogs."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def to_write(self, title: str, name: str, kind: str) -> Path | None:
        path, _ = QFileDialog.getSaveFileName(self._window, title, str(Path.home() / name), kind)
        return Path(path) if path else None

    def to_read(self, title: str, kind: str) -> Path | None:
        path, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), kind)
        return Path(path) if path else None


def open_data(path: Path) -> UserData:
    """Open the user's data before the idle work does, as for a picture of the page."""
    return open_user_data(path, now_here)


def make_study(root: Path, catalogue: Catalogue, data: UserData) -> Study:
    """Make the study of the user's data. Raises ResourceError if a resource file is wrong."""
    return Study(data.storage, load_cards(root, catalogue), now_here, zone_here)


def make_study_page(
    study: Study,
    window: QWidget,
    theme: Theme,
    localizer: Localizer,
    catalogue: Catalogue,
    notes: NoteStore,
    prose: ProseStore,
    data: UserData,
    problem: Callable[[], Problem | None],
) -> StudyPage:
    """Make the page; ``problem`` returns what there is to tell about the user's file."""

    def store() -> StoreState:
        found = problem()
        if found is None:
            return StoreState()
        backup = found.backup if isinstance(found, Damaged) else None
        return StoreState(problem_message(found, localizer), backup)

    def restore(backup: Path) -> str:
        found = data.restore(backup)
        if found is not None:
            return problem_message(found, localizer)
        study.reconcile()
        return ""

    context = StudyContext(
        theme=theme,
        localizer=localizer,
        study=study,
        catalogue=catalogue,
        notes=notes,
        prose=prose,
        memos=data.memos,
        bookmarks=data.bookmarks.all,
        now=now_here,
        seed=lambda: secrets.randbelow(_SEEDS),
        files=FileDialogs(window),
        store=store,
        restore=restore,
    )
    return StudyPage(context)


def now_here() -> datetime:
    """The present time in the user's zone."""
    return datetime.now(UTC).astimezone()


def zone_here() -> tzinfo:
    """The user's zone, as it is at this moment."""
    return now_here().tzinfo or UTC
