"""A row of the deck list: the name of the deck, and in columns what is left in it today and how much was seen."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.widgets.press_button import PressButton

_COLUMNS = (52, 60, 76)
"""Widths of the three columns, which end at the right edge."""
_MARGIN = 12
_HIGH, _BELOW = 34, 22
"""The height of a row, and how much lower the numbers of a narrow one stand."""
_NARROW = 340
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def columns(theme: Theme, size: QSize) -> list[QRect]:
    """Return the places of the columns in a row of ``size``."""
    right = size.width() - theme.px(_MARGIN)
    places: list[QRect] = []
    for width in reversed(_COLUMNS):
        wide = theme.px(width)
        places.insert(0, QRect(right - wide, 0, wide, size.height()))
        right -= wide
    return places


class DeckHeads(QWidget):
    """The headings of the columns above the rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_names(self, names: Sequence[str]) -> None:
        """Show three headings."""
        self._names = names
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(TextStyle.SMALL))
        painter.setPen(self._theme.color("text3"))
        for name, place in zip(self._names, columns(self._theme, self.size()), strict=False):
            painter.drawText(place, _RIGHT, name)


class DeckRow(PressButton):
    """A checkable button. ``focused`` lets the owner scroll it into view; ``accepted`` is Return on the chosen row."""

    focused = Signal()
    accepted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a radio button to screen readers
        self._numbers: Sequence[str] = ()
        self._tone: Tone | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def numbers(self) -> Sequence[str]:
        """The texts of the three columns."""
        return self._numbers

    def show_deck(self, title: str, numbers: Sequence[str], spoken: str, tone: Tone | None) -> None:
        """Show a deck. ``spoken`` is for screen readers, ``tone`` is the class colour if the deck is a status class."""
        self.setText(title)
        self._numbers = numbers
        self._tone = tone
        self.setAccessibleName(spoken)
        self.setToolTip(title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_HIGH))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._theme.px(_HIGH + _BELOW if self._is_narrow(width) else _HIGH)

    def _is_narrow(self, width: int) -> bool:
        """Whether the numbers stand below the title, because there is no room for it beside them."""
        return width < self._theme.px(_NARROW)

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
        high = px(_HIGH)
        places = columns(self._theme, QSize(self.width(), high))
        narrow = self._is_narrow(self.width())
        if narrow:
            places = [place.translated(0, px(_BELOW)) for place in places]
        left = px(_MARGIN)
        if self._tone is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(tokens.tone(self._tone)))
            painter.drawRoundedRect(QRect(left, (high - px(14)) // 2, px(4), px(14)), 2, 2)
            left += px(12)
        room = (self.width() - px(_MARGIN) if narrow else places[0].left() - px(4)) - left
        painter.setFont(self._theme.font(TextStyle.ROW_PHRASE))
        painter.setPen(color(tokens.text1))
        words = self._theme.metrics(TextStyle.ROW_PHRASE)
        title = words.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, high), _LEFT, title)
        painter.setFont(self._theme.font(TextStyle.SMALL))
        for number, place in zip(self._numbers, places, strict=False):
            painter.setPen(color(tokens.text3 if number == "0" else tokens.text2))
            painter.drawText(place, _RIGHT, number)
