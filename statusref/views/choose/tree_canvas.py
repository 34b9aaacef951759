"""The picture of all questions, to be moved and zoomed, with the path so far marked in it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QNativeGestureEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView

from statusref.diagram.layout import SIZE, Box, Edge, Picture
from statusref.diagram.wrapping import Measure
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.tones import tone_of_class
from statusref.widgets.scroll_bars import SlimScrollBars

_NORMAL = 1.7
"""At this scale and 100 %, the text is as large as that of a button."""
_SMALLEST, _LARGEST = 0.15, 6.0
_STEP = 1.2
_MARGIN = 24
_PLAIN, _MARKED = 0.7, 2.2
"""The widths of lines: the path is told by more than its colour."""


class TreeCanvas(QGraphicsView):
    """``chosen`` carries the place of the box that was clicked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture = Picture(0, 0, (), ())
        self._marked: frozenset[str] = frozenset()
        self._fonts: dict[bool, QFont] = {}
        self._pressed: QPointF | None = None
        self._scale = 1.0
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.viewport().setMouseTracking(True)
        SlimScrollBars(theme, self)
