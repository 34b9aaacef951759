"""Paints chips behind text of a document, because Qt's rich text has no rounded background for a part of a line."""

from typing import cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument, QTextFormat

from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color

CHIP_PADDING = 9
"""Pixels (at 100 %) that a chip reaches beyond its text at the left and at the right."""

CHIP_PROPERTY = QTextFormat.Property.UserProperty + 3
"""Property of a block: the text after its first tab is a chip, in the tone with this value."""


def paint_chips(painter: QPainter, document: QTextDocument, theme: Theme, clip: QRectF) -> None:
    """Paint the chips of ``document`` that touch ``clip`` (document coordinates), before its text is painted."""
    block = document.begin()
    while block.isValid():
        tone = block.blockFormat().property(CHIP_PROPERTY)
        if tone is not None and document.documentLayout().blockBoundingRect(block).intersects(clip):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(theme.tokens.tint(Tone(tone))))
            wide, high = theme.px(CHIP_PADDING), theme.px(4)
            for rect in _lines(block):
                painter.drawRoundedRect(rect.adjusted(-wide, -high, wide, high), 6, 6)
        block = block.next()


def _lines(block: QTextBlock) -> list[QRectF]:
    """Return the rectangles of the text after the tab in document coordinates, one for each line."""
    layout = block.layout()
    start = block.text().index("\t") + 1
    rects = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        rect = line.naturalTextRect()
        left, _ = cast("tuple[float, int]", line.cursorToX(max(start, line.textStart())))
        rect.setLeft(left)
        rect.setHeight(line.height())
        rects.append(rect.translated(layout.position()))
    return rects
