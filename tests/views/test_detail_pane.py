"""The page beside the list: a file that is damaged costs no more than what stands in it."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from statusref.domain.catalogue import Catalogue
from statusref.domain.library import Library
from statusref.domain.text import Language
from statusref.domain.words import FILE, WINDOW_FILE
from statusref.theme.theme import Theme
from statusref.views.detail_pane import DetailPane
from statusref.views.localizer import Localizer


class Memos:
    """The user's notes, each the same."""

    def get(self, _entry_id: str) -> str:
        return "mine"

    def set(self, _entry_id: str, _text: str) -> None:
        raise AssertionError


@pytest.fixture
def root(tmp_path: Path, resources: Path) -> Path:
    root = tmp_path / "resources"
    for name in ("codes", "notes", "classes", "i18n"):
        shutil.copytree(resources / name, root / name)
    shutil.copy(resources / "registry.json", root)
    return root


@pytest.fixture
def pane(root: Path, resources: Path, qapp: QApplication, qtbot: QtBot) -> DetailPane:
    library = Library(root, FILE, WINDOW_FILE)
    pane = DetailPane(Theme(resources / "icons"), Localizer(library.words, Language.ENGLISH), library)
    qtbot.addWidget(pane)
    pane.use_memos(Memos())
    return pane


def shown(pane: DetailPane, library: Library, target_id: str) -> str:
    pane.show_page(library.catalogue.find(target_id)[0])
    pane.finish()
    return pane.reader.document().toPlainText()


def test_a_page_whose_file_is_damaged_still_has_the_users_note(root: Path, pane: DetailPane) -> None:
    (root / "codes" / "404.en.md").write_text("no heading", "utf-8")
    text = shown(pane, Library(root), "404")
    assert text.count("codes/404.en.md") == 1
    assert "mine" in text
    assert pane.correction().file == "codes/404.en.md"


def test_a_damaged_note_leaves_the_page_above_it(root: Path, pane: DetailPane) -> None:
    (root / "notes" / "redirects.en.md").write_text("no front matter", "utf-8")
    text = shown(pane, Library(root), "404")
    assert text.startswith("The server found no representation")
    assert "Cautions and misconceptions" in text
    assert "notes/redirects.en.md" in text
    assert "mine" in text


@pytest.fixture
def window(pane: DetailPane, qtbot: QtBot) -> QWidget:
    """A window that holds the page and nothing else."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    layout.addWidget(pane)
    window.resize(700, 500)
    return window


def test_what_can_be_seen_is_written_before_the_rest(
    pane: DetailPane, window: QWidget, qtbot: QtBot, catalogue: Catalogue
) -> None:
    window.show()
    pane.show_page(catalogue.find("404")[0])
    head = pane.reader.toPlainText()
    pane.fill()
    seen = pane.reader.toPlainText()
    assert pane.reader.document().size().height() > pane.reader.viewport().height()
    pane.finish()
    whole = pane.reader.toPlainText()
    assert len(head) < len(seen) < len(whole)
    assert whole.startswith(seen)
    assert whole.endswith("Ctrl+M")
    pane.show_page(catalogue.find("200")[0])
    pane.fill()
    pane.show_page(catalogue.find("404")[0])
    qtbot.waitUntil(lambda: pane.reader.toPlainText() == whole)


@pytest.mark.parametrize("height", [300, 6000])
def test_a_page_is_written_to_its_end_and_then_rests(
    pane: DetailPane, window: QWidget, qtbot: QtBot, catalogue: Catalogue, height: int
) -> None:
    window.resize(700, height)
    window.show()
    pane.show_page(catalogue.find("404")[0])
    qtbot.waitUntil(lambda: pane.reader.toPlainText().endswith("Ctrl+M"))
    QApplication.processEvents()
    told: list[None] = []
    pane.reader.painted.connect(lambda: told.append(None))
    pane.reader.viewport().update()
    QApplication.processEvents()
    assert not told
