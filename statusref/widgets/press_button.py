"""The base class of all buttons: cursor, keyboard focus, the keys that press, hovering, the focus ring."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from statusref.system.keys import key_name
from statusref.theme.theme import Theme
from statusref.theme.tokens import color

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PressButton(QAbstractButton):
    """Return, Enter and Space press it; a key that is held down presses it only once. Subclasses paint it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Qt repaints a widget with this attribute when the pointer enters or leaves it.
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.refresh)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in {Qt.Key.Key_Space, *_ENTER}:
            return
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    @property
    def is_lit(self) -> bool:
        """Whether to highlight the button: it is enabled, and the pointer is over it or it is held down."""
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def set_tip(self, text: str, key: str = "") -> None:
        """Set the tooltip to ``text`` and the key that does the same (``key`` in Qt's portable spelling)."""
        self.setToolTip(f"{text} ({key_name(key)})" if key else text)

    def paint_box(
        self, painter: QPainter, fill: str | None, border: str | None = None, *, inset: float = 0, radius: float = 8
    ) -> None:
        """Paint a rounded box, and a focus ring inside it if the button has the focus.

        ``fill`` and ``border`` are colours (``#rrggbb``), None for none; ``inset`` and ``radius`` are in pixels. The
        ring is in the accent colour; on a box of that colour it has the text colour. If box or border have the accent
        colour, there is a gap between them and the ring. So the ring can always be seen.
        """
        accent = self._theme.tokens.accent
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(Qt.PenStyle.NoPen)
        if fill is not None:
            painter.setBrush(color(fill))
            painter.drawRoundedRect(box, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if border is not None:
            painter.setPen(QPen(color(border), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)
        if self.hasFocus():
            gap = 4 if accent in {fill, border} else 1
            painter.setPen(QPen(color(self._theme.tokens.on_accent if fill == accent else accent), 2))
            painter.drawRoundedRect(box.adjusted(gap, gap, -gap, -gap), radius - gap, radius - gap)

    @Slot()
    def refresh(self) -> None:
        """Repaint, and ask the layout for the size that the text needs now."""
        self.updateGeometry()
        self.update()
