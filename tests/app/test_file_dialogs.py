"""The dialog that asks where to save."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit

from statusref.app.file_dialogs import FileDialogs

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


@pytest.fixture
def saved_as(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., str]:
    """Type a name into the dialog, after choosing a kind; return what was asked for, relative to the home folder."""
    del qapp
    monkeypatch.setenv("HOME", str(tmp_path))

    def save(name: str, kinds: str, typed: str | None, kind: int = 0) -> str:
        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QFileDialog)
            box = dialog.findChild(QComboBox, "fileTypeCombo")
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(box, QComboBox)
            assert isinstance(field, QLineEdit)
            for _ in range(kind):
                QTest.keyClick(box, Qt.Key.Key_Down)
            if typed is not None:
                field.setText(typed)
            QTest.keyClick(field, Qt.Key.Key_Return)

        QTimer.singleShot(0, answer)
        path = FileDialogs(None).to_write("Save", name, kinds)
        assert path is not None
        return str(path.relative_to(tmp_path))

    return save


@pytest.mark.parametrize(
    ("name", "kinds", "typed", "kind", "expected"),
    [
        ("statusref.pdf", "PDF (*.pdf)", None, 0, "statusref.pdf"),
        ("statusref.pdf", "PDF (*.pdf)", "incident", 0, "incident.pdf"),
        ("statusref.pdf", "PDF (*.pdf)", "incident.PDF", 0, "incident.PDF"),
        ("tree.pdf", "PDF (*.pdf);;SVG (*.svg)", "tree", 1, "tree.svg"),
        ("tree.pdf", "PDF (*.pdf);;SVG (*.svg)", None, 1, "tree.svg"),
        ("StatusRef.docset", "Docset (*.docset)", "mine", 0, "mine.docset"),
        ("statusref-site", "Site (folder) (*)", "mine", 0, "mine"),
    ],
)
def test_a_name_gets_the_suffix_of_its_kind(
    saved_as: Callable[..., str], name: str, kinds: str, typed: str | None, kind: int, expected: str
) -> None:
    assert saved_as(name, kinds, typed, kind) == expected
