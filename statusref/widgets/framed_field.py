"""A text field with a rounded frame, which is in the accent colour while the user types into the field."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.widgets.menus import show_menu
from statusref.widgets.text_field import TextField


class FramedField(TextField):
    """``height`` and ``margin`` (left and right of the text) are in pixels at 100 %; ``radius`` does not grow."""

    def __init__(self, theme: Theme, height: int, margin: int, radius: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self._margin = margin
        self._radius = radius
        self.setFrame(False)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        focused = self.hasFocus() or bool(self.composition.text)
        width = 2 if focused else 1
        inset = width / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(color(tokens.surface))
        painter.setPen(QPen(color(tokens.accent if focused else tokens.text3), width))
        frame = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, self._radius, self._radius)
        self.paint_inside(painter)
        painter.end()
        super().paintEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self.createStandardContextMenu(), self._theme, event.globalPos())

    def paint_inside(self, painter: QPainter) -> None:
        """Paint something between the frame and the text. Does nothing here; subclasses override it."""

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(TextStyle.FIELD))
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        margin = self._theme.px(self._margin)
        self.setTextMargins(margin, 0, margin, 0)
        self.setFixedHeight(self._theme.px(self._height))
        self.update()
