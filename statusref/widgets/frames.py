"""Paints frames of a document, because Qt's rich text has no rounded corners and no bar at one side."""

from enum import IntEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextDocument, QTextFormat, QTextFrame

from statusref.theme.painting import fill
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color

KIND_PROPERTY = QTextFormat.Property.UserProperty + 1
TONE_PROPERTY = QTextFormat.Property.UserProperty + 2


class FrameKind(IntEnum):
    """What kind of text a frame holds: example code, or a caution."""

    CODE = 1
    CAUTION = 2


def paint_frames(painter: QPainter, document: QTextDocument, theme: Theme, clip: QRectF) -> None:
    """Paint the frames of ``document`` that touch ``clip`` (document coordinates), before its text is painted."""
    layout = document.documentLayout()
    for frame in document.rootFrame().childFrames():
        kind = frame.format().property(KIND_PROPERTY)
        if kind is None:
            continue
        rect = layout.frameBoundingRect(frame)
        if rect.intersects(clip):
            _paint(painter, frame, _inner(frame, rect), theme)


def _inner(frame: QTextFrame, rect: QRectF) -> QRectF:
    shape = frame.frameFormat()
    return rect.adjusted(shape.leftMargin(), shape.topMargin(), -shape.rightMargin(), -shape.bottomMargin())


def _paint(painter: QPainter, frame: QTextFrame, rect: QRectF, theme: Theme) -> None:
    tokens = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if frame.format().property(KIND_PROPERTY) == FrameKind.CODE:
        painter.setPen(QPen(color(tokens.line), 1))
        painter.setBrush(color(tokens.code))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        return
    tone = Tone(frame.format().property(TONE_PROPERTY))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(tokens.tint(tone)))
    painter.drawRoundedRect(rect, 8, 8)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    fill(painter, QRectF(rect.left(), rect.top(), 8, rect.height()).toRect(), color(tokens.tint(tone)))
    fill(painter, QRectF(rect.left(), rect.top(), 3, rect.height()).toRect(), color(tokens.tone(tone)))
