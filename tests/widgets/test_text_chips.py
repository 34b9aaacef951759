"""Chips inside a page: the tint lies behind the words of the chip and nowhere else."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from statusref.domain.description.blocks import Chip, Fact
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader


@pytest.fixture
def reader(qapp: QApplication, qtbot: QtBot, resources: Path) -> Reader:
    theme = Theme(resources / "icons")
    reader = Reader(theme)
    qtbot.addWidget(reader)
    reader.resize(500, 300)
    writer = PageWriter(reader.document(), theme)
    writer.facts([Fact("Side", Chip("the server", toned=True)), Fact("First", "read the log")], Tone.SERVER_ERROR)
    writer.finish()
    reader.show()
    return reader


def beside(reader: Reader, position: int, pixels: int) -> QColor:
    """The colour ``pixels`` to the right of the place before a character, at the height of its line."""
    cursor = QTextCursor(reader.document())
    cursor.setPosition(position)
    place = reader.cursorRect(cursor)
    return reader.viewport().grab().toImage().pixelColor(place.left() + pixels, place.center().y())


def test_a_chip_is_tinted_from_before_its_first_letter_to_after_its_last(reader: Reader) -> None:
    tint = color(reader._theme.tokens.tint(Tone.SERVER_ERROR))
    text = reader.document().toPlainText()
    start, end = text.index("the server"), text.index("\nFirst")
    assert beside(reader, start, -4) == tint
    assert beside(reader, end, 4) == tint
    assert beside(reader, end, 30) != tint
    assert beside(reader, start, -30) != tint
    assert beside(reader, text.index("read"), -4) != tint
