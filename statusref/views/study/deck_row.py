"""A row of the deck list: the name of the deck, and how many cards are left in it today."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.widgets.press_button import PressButton


class DeckRow(PressButton):
    """A checkable button. ``focused`` lets the owner scroll the row into view.

    ``accepted`` is Return on a row that is checked already.
    """

    focused = Signal()
    accepted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setCheckable(True)
        self._counts = ""
        self._tone: Tone | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_deck(self, title: str, counts: str, spoken: str, tone: Tone | None) -> None:
        """Show a deck. ``spoken`` is for screen readers, ``tone`` is the class colour if the deck is a status class."""
        self.setText(title)
        self._counts = counts
        self._tone = tone
        self.setAccessibleName(spoken)
        self.setToolTip(title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isChecked() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        px = self._theme.px
        fill = tokens.selection if self.isChecked() else tokens.hover if self.is_lit else tokens.surface
        self.paint_box(painter, fill, tokens.accent if self.isChecked() else None)
        metrics = self._theme.metrics(TextStyle.SMALL)
        wide = metrics.horizontalAdvance(self._counts)
        left = px(12)
        if self._tone is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(tokens.tone(self._tone)))
            painter.drawRoundedRect(QRect(left, (self.height() - px(16)) // 2, px(4), px(16)), 2, 2)
            left += px(12)
        right = self.width() - px(12)
        room = right - wide - px(12) - left
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._theme.font(TextStyle.ROW_PHRASE))
        painter.setPen(color(tokens.text1))
        words = self._theme.metrics(TextStyle.ROW_PHRASE)
        title = words.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, self.height()), middle, title)
        painter.setFont(self._theme.font(TextStyle.SMALL))
        painter.setPen(color(tokens.text2))
        painter.drawText(QRect(right - wide, 0, wide + 2, self.height()), middle, self._counts)
