"""Gives the study page what it works with. Imported when that page, or the settings of study, are first opened."""

import secrets
from pathlib import Path

from PySide6.QtWidgets import QWidget

from statusref.app.file_dialogs import FileDialogs
from statusref.app.problems import problem_message
from statusref.core.clock import now_here
from statusref.core.core import Core
from statusref.theme.theme import Theme
from statusref.userdata.problems import Damaged
from statusref.views.localizer import Localizer
from statusref.views.study.context import StoreState, StudyContext

_SEEDS = 2**32


def make_study_context(core: Core, window: QWidget, theme: Theme, localizer: Localizer) -> StudyContext:
    """Open the user's data, where it is not open yet, and return what study needs. Raises ResourceError."""
    data, study, library = core.data, core.study, core.library

    def store() -> StoreState:
        problem = data.problem
        if problem is None:
            return StoreState()
        backup = problem.backup if isinstance(problem, Damaged) else None
        return StoreState(problem_message(problem, localizer), backup)

    def restore(backup: Path) -> str:
        problem = data.restore(backup)
        if problem is not None:
            return problem_message(problem, localizer)
        study.reconcile()
        return ""

    return StudyContext(
        theme=theme,
        localizer=localizer,
        study=study,
        catalogue=library.catalogue,
        notes=library.notes,
        prose=library.prose,
        memos=data.memos,
        bookmarks=data.bookmarks.all,
        now=now_here,
        seed=lambda: secrets.randbelow(_SEEDS),
        files=FileDialogs(window),
        store=store,
        restore=restore,
    )
