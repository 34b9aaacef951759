"""Fixtures: the study page over the shipped content, with its own file, a clock that the test moves, and no dialogs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from statusref.domain.catalogue import Catalogue
from statusref.domain.notes import NoteStore
from statusref.domain.prose import ProseStore
from statusref.domain.text import Language
from statusref.domain.words import Words
from statusref.study.cards import Cards
from statusref.study.decks import Deck, DeckKind
from statusref.study.loading import load_cards
from statusref.study.options import StudyOptions
from statusref.study.study import Study
from statusref.theme.fonts import load_bundled_fonts
from statusref.theme.theme import Theme
from statusref.userdata.user_data import UserData, open_user_data
from statusref.views.localizer import Localizer
from statusref.views.study.context import StoreState, StudyContext
from statusref.views.study.study_page import StudyPage
from tests.study.conftest import Clock


class Files:
    """A file chooser that returns the path set by the test."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.asked: list[str] = []

    def to_write(self, _title: str, name: str, _kind: str) -> Path | None:
        self.asked.append(name)
        return self.path

    def to_read(self, _title: str, kind: str) -> Path | None:
        self.asked.append(kind)
        return self.path


class Desk:
    """The study page and everything that a test needs around it."""

    def __init__(self, page: StudyPage, context: StudyContext, data: UserData, clock: Clock, files: Files) -> None:
        self.page = page
        self.context = context
        self.study = context.study
        self.data = data
        self.clock = clock
        self.files = files
        self.links: list[str] = []
        self.state = StoreState()
        self.restored: list[Path] = []
        page.link_activated.connect(lambda link: self.links.append(str(link)))

    def deck(self, *entry_ids: str) -> Deck:
        """A deck of the given entries, or of all entries if none are given."""
        ids = entry_ids or tuple(entry.id for entry in self.context.catalogue.entries)
        return Deck(DeckKind.TAG if entry_ids else DeckKind.ALL, "cache" if entry_ids else "", frozenset(ids))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard focus is."""
        QTest.keyClick(self.focused, key, modifiers)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type where the keyboard focus is."""
        QTest.keyClicks(self.focused, text)

    def restore(self, path: Path) -> str:
        """Record which backup the page wanted to restore."""
        self.restored.append(path)
        return ""

    def shows(self, part: QWidget) -> bool:
        return self.page.shown is part

    @property
    def focused(self) -> QWidget:
        """The widget that receives key presses."""
        return self.page.focusWidget() or self.page

    def speak(self, language: Language) -> None:
        """Switch the language as the program does."""
        self.context.localizer.use(language)
        self.page.start.retranslate()
        for part in (self.page.shown,):
            part.retranslate()  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def cards(resources: Path, catalogue: Catalogue) -> Cards:
    return load_cards(resources, catalogue)


@pytest.fixture
def theme(qapp: QApplication, resources: Path) -> Theme:
    load_bundled_fonts(resources / "fonts")
    return Theme(resources / "icons")


DeskMaker = Callable[..., Desk]


@pytest.fixture
def make_desk(
    qtbot: QtBot,
    theme: Theme,
    words: Words,
    catalogue: Catalogue,
    notes: NoteStore,
    prose: ProseStore,
    cards: Cards,
    tmp_path: Path,
) -> Iterator[DeskMaker]:
    made: list[Desk] = []

    def make(language: Language = Language.ENGLISH, **options: Any) -> Desk:
        clock, files = Clock(), Files()
        data = open_user_data(tmp_path / "data.sqlite3", clock)
        study = Study(data.storage, cards, clock, lambda: ZoneInfo("Asia/Seoul"))
        study.save_options(StudyOptions(**options))

        def restore(path: Path) -> str:
            return made[-1].restore(path)

        context = StudyContext(
            theme=theme,
            localizer=Localizer(words, language),
            study=study,
            catalogue=catalogue,
            notes=notes,
            prose=prose,
            memos=data.memos,
            bookmarks=data.bookmarks.all,
            now=clock,
            seed=lambda: 7,
            files=files,
            store=lambda: made[-1].state if made else StoreState(),
            restore=restore,
        )
        page = StudyPage(context)
        qtbot.addWidget(page)
        desk = Desk(page, context, data, clock, files)
        made.append(desk)
        page.setMinimumSize(300, 300)
        page.resize(1000, 720)
        page.show()
        QApplication.processEvents()
        return desk

    yield make
    for desk in made:
        desk.page.save()
        desk.page.hide()
        desk.data.close()


@pytest.fixture
def desk(make_desk: DeskMaker) -> Desk:
    return make_desk()
