"""A button that rates how well an answer was remembered: the rating, its key, and the interval that follows."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.widgets.press_button import PressButton


class RatingButton(PressButton):
    """Rating and key stand above the interval. The suggested rating is filled and has a border in the accent colour."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._key = key
        self._interval = ""
        self._suggested = False
        self._bare = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def interval(self) -> str:
        """The interval as the button shows it."""
        return self._interval

    def describe(self, text: str, interval: str, spoken: str, *, suggested: bool) -> None:
        """Set rating and interval; ``spoken`` is the full sentence for the tooltip and for screen readers."""
        self.setText(text)
        self._interval = interval
        self._suggested = suggested
        self.setAccessibleName(spoken)
        self.set_tip(spoken, self._key)
        self.refresh()

    def set_bare(self, *, bare: bool) -> None:
        """Leave out the key to save room; the tooltip still names it."""
        self._bare = bare
        self.update()

    @property
    def bare_width(self) -> int:
        """The width in pixels that the button needs without its key."""
        metrics = self._theme.metrics(TextStyle.ROW_PHRASE)
        small = self._theme.metrics(TextStyle.SMALL).horizontalAdvance(self._interval)
        return max(metrics.horizontalAdvance(self.text()), small) + self._theme.px(8)

    def sizeHint(self) -> QSize:
        word = self._theme.metrics(TextStyle.ROW_PHRASE).horizontalAdvance(self.text())
        key = self._theme.metrics(TextStyle.SMALL).horizontalAdvance(self._key)
        return QSize(word + key + self._theme.px(24), self._theme.px(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.bare_width, self._theme.px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        px = self._theme.px
        fill = tokens.selection if self._suggested else tokens.hover if self.is_lit else tokens.surface
        border = tokens.accent if self._suggested or self.is_lit else tokens.line
        self.paint_box(painter, fill, border)
        word_metrics = self._theme.metrics(TextStyle.ROW_PHRASE)
        key_metrics = self._theme.metrics(TextStyle.SMALL)
        word = word_metrics.horizontalAdvance(self.text())
        key = key_metrics.horizontalAdvance(self._key)
        left = (self.width() - word - (0 if self._bare else key + px(6))) // 2
        top, half = px(7), px(22)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._theme.font(TextStyle.ROW_PHRASE))
        painter.setPen(color(tokens.text1))
        painter.drawText(QRect(left, top, word + 2, half), middle, self.text())
        painter.setFont(self._theme.font(TextStyle.SMALL))
        painter.setPen(color(tokens.text3))
        if not self._bare:
            painter.drawText(QRect(left + word + px(6), top, key + 2, half), middle, self._key)
        painter.setPen(color(tokens.text2))
        painter.drawText(QRect(0, top + half, self.width(), px(20)), Qt.AlignmentFlag.AlignCenter, self._interval)
