"""While something is dragged over the window: a frame, and what dropping it there would do."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow


class DropHint(QWidget):
    """Lies over the window, and lets everything through to it."""

    def __init__(self, window: MainWindow, theme: Theme, localizer: Localizer) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._localizer = localizer
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                if event.mimeData().hasUrls() or event.mimeData().hasText():
                    self.setGeometry(self._window.rect())
                    self.raise_()
                    self.show()
            case QEvent.Type.DragLeave | QEvent.Type.Drop:
                self.hide()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, color = self._theme.px, self._theme.color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent"), 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 10, 10)
        text = self._localizer.text("drop.hint")
        metrics = self._theme.metrics(TextStyle.CONTROL)
        box = metrics.boundingRect(self.rect().adjusted(px(40), 0, -px(40), 0), _WRAPPED, text)
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(QRectF(box).adjusted(-px(18), -px(12), px(18), px(12)), 10, 10)
        painter.setFont(self._theme.font(TextStyle.CONTROL))
        painter.setPen(color("on_accent"))
        painter.drawText(box, _WRAPPED, text)


_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
