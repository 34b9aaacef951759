"""A button with one line of text and its key: filled for the main action, outlined for the others."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from statusref.system.keys import key_name
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.widgets.press_button import PressButton


class PushButton(PressButton):
    """``primary`` fills the button with the accent colour."""

    def __init__(self, theme: Theme, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._primary = primary
        self._key = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def describe(self, text: str, key: str = "", about: str = "") -> None:
        """Set the text and the key; ``about`` is a longer text for the tooltip and for screen readers."""
        self.setText(text)
        self._key = key_name(key)
        self.setAccessibleName(text)
        self.setAccessibleDescription(about)
        self.setToolTip(" · ".join(filter(None, (about, self._key))))
        self.refresh()

    def sizeHint(self) -> QSize:
        width = self._theme.metrics(TextStyle.ROW_PHRASE).horizontalAdvance(self.text())
        if self._key:
            width += self._theme.metrics(TextStyle.SMALL).horizontalAdvance(self._key) + self._theme.px(8)
        return QSize(width + self._theme.px(32), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self._theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        if self._primary and self.isEnabled():
            self.paint_box(painter, tokens.accent)
            ink, quiet = tokens.on_accent, tokens.on_accent
        else:
            self.paint_box(painter, tokens.hover if self.is_lit else tokens.surface, tokens.line)
            ink, quiet = (tokens.text1 if self.isEnabled() else tokens.text3), tokens.text3
        if self._primary and self.is_lit:
            painter.setPen(Qt.PenStyle.NoPen)
            veil = QColor(color(tokens.on_accent))  # a copy, because color() returns a shared object
            veil.setAlpha(24)
            painter.setBrush(veil)
            painter.drawRoundedRect(self.rect(), 8, 8)
        self._paint_words(painter, ink, quiet)

    def _paint_words(self, painter: QPainter, ink: str, quiet: str) -> None:
        words = self._theme.metrics(TextStyle.ROW_PHRASE)
        keys = self._theme.metrics(TextStyle.SMALL)
        gap = self._theme.px(8)
        key_width = keys.horizontalAdvance(self._key) + gap if self._key else 0
        room = self.width() - self._theme.px(16)
        if words.horizontalAdvance(self.text()) + key_width > room:
            key_width = 0
        text = words.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        width = words.horizontalAdvance(text)
        left = (self.width() - width - key_width) // 2
        painter.setFont(self._theme.font(TextStyle.ROW_PHRASE))
        painter.setPen(color(ink))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, 0, width + 2, self.height()), middle, text)
        if key_width:
            painter.setFont(self._theme.font(TextStyle.SMALL))
            painter.setPen(color(quiet))
            painter.drawText(QRect(left + width + gap, 0, key_width, self.height()), middle, self._key)
