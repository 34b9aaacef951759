"""The picture of all questions, to be moved and zoomed, with the path so far marked in it."""

from functools import cache

from PySide6.QtCore import QEvent, QMarginsF, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QGestureEvent,
    QGraphicsScene,
    QGraphicsView,
    QPinchGesture,
)

from statusref.diagram.layout import SIZE, Box, Edge, Picture
from statusref.diagram.wrapping import Measure
from statusref.theme.fonts import TextStyle
from statusref.theme.painting import paint_ring
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.tones import tone_of_class
from statusref.widgets.scroll_bars import SlimScrollBars

_NORMAL = 1.5
"""At this scale and 100 %, the text is as large as that of a chip."""
_SMALLEST, _LARGEST = 0.15, 6.0
_STEP = 1.2
_MARGINS = QMarginsF(16, 16, 16, 16)
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
        # The ring must not be moved along when the picture is.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        # Qt would keep the point where the mouse was last moved, which has gone elsewhere since when keys scrolled.
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.viewport().setMouseTracking(True)
        SlimScrollBars(theme, self)

    def measure(self) -> Measure:
        """Return what measures text in the theme's font."""
        metrics = {strong: QFontMetricsF(self._font(strong=strong, size=100)) for strong in (False, True)}
        return cache(lambda text, strong: metrics[strong].horizontalAdvance(text) / 100)

    def show_picture(self, picture: Picture) -> None:
        """Show another picture, at the scale that was chosen."""
        self._picture = picture
        self._fonts = {strong: self._font(strong=strong, size=SIZE) for strong in (False, True)}
        self.scene().setSceneRect(QRectF(0, 0, picture.width, picture.height).marginsAdded(_MARGINS))
        self._apply_scale()
        self._repaint()

    def mark(self, places: frozenset[str], here: str) -> None:
        """Mark the boxes at ``places``, and bring the one at ``here`` into the middle."""
        self._marked = places
        for box in self._picture.boxes:
            if box.branch.place == here:
                self.centerOn(_rect(box).center())
        self._repaint()

    def zoom(self, steps: float, *, at_pointer: bool = False) -> None:
        """Zoom by so many steps, in, or out where it is negative, around the middle or the pointer."""
        pointer = self.viewport().mapFromGlobal(QCursor.pos())
        is_there = at_pointer and self.viewport().rect().contains(pointer)
        self._scale_to(self._scale * _STEP**steps, pointer if is_there else self.viewport().rect().center())

    def normal_size(self) -> None:
        self._scale_to(1.0, self.viewport().rect().center())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls: the window gives Ctrl with the wheel to ``zoom``."""
        QAbstractScrollArea.wheelEvent(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.text():
            case "+" | "=":
                self.zoom(1)
            case "-":
                self.zoom(-1)
            case "0":
                self.normal_size()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        moved = (event.position() - pressed).manhattanLength()
        box = self._box_at(event.position())
        if box is not None and moved < QApplication.startDragDistance():
            self.chosen.emit(box.branch.place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            over_box = self._box_at(event.position()) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over_box else Qt.CursorShape.OpenHandCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        match event:
            case QNativeGestureEvent() if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._scale_to(self._scale * (1 + event.value()), event.position().toPoint())
                return True
            case QGestureEvent():
                pinch = event.gesture(Qt.GestureType.PinchGesture)
                if isinstance(pinch, QPinchGesture):
                    middle = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                    self._scale_to(self._scale * pinch.scaleFactor(), middle)
                return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_ring(QPainter(self.viewport()), self.viewport().rect(), self._theme.color("accent"))

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint what lies in ``rect``. There are no items: hundreds of them would take longer to make than to paint."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface"))
        painter.drawRect(rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for edge in sorted(self._picture.edges, key=self._is_marked):
            if _around(edge).intersects(QRectF(rect)):
                self._paint_edge(painter, edge)
        for box in self._picture.boxes:
            if _rect(box).intersects(QRectF(rect)):
                self._paint_box(painter, box)

    def _is_marked(self, edge: Edge) -> bool:
        return edge.place in self._marked

    def _paint_edge(self, painter: QPainter, edge: Edge) -> None:
        marked = self._is_marked(edge)
        painter.setPen(QPen(self._theme.color("accent" if marked else "text3"), _MARKED if marked else _PLAIN))
        start, end = QPointF(*edge.start), QPointF(*edge.end)
        corners = (QPointF(edge.bend, start.y()), QPointF(edge.bend, end.y()))
        painter.drawPolyline([start, *corners, end])

    def _paint_box(self, painter: QPainter, box: Box) -> None:
        tokens = self._theme.tokens
        marked = box.branch.place in self._marked
        is_code = box.branch.question is None
        tone = tone_of_class(box.branch.code)
        pen = QPen(color(tokens.accent if marked else tokens.text3), _MARKED if marked else _PLAIN)
        if box.refers:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(color(tokens.selection if marked else tokens.tint(tone) if is_code else tokens.surface))
        painter.drawRoundedRect(_rect(box), 3, 3)
        for line in box.lines:
            ink = tokens.tone(tone) if is_code and line.strong else tokens.text1 if line.strong else tokens.text2
            painter.setFont(self._fonts[line.strong])
            painter.setPen(color(ink))
            painter.drawText(QPointF(line.x, line.y), line.text)

    def _box_at(self, place: QPointF) -> Box | None:
        point = self.mapToScene(place.toPoint())
        return next((box for box in self._picture.boxes if _rect(box).contains(point)), None)

    def _font(self, *, strong: bool, size: float) -> QFont:
        font = QFont(self._theme.font(TextStyle.CHIP_STRONG if strong else TextStyle.CHIP))
        font.setPixelSize(round(size))
        if not strong:
            font.setWeight(QFont.Weight.Normal)
        # It is painted at any scale: widths must not depend on whole pixels.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _scale_to(self, scale: float, fixed: QPoint) -> None:
        """Take another scale; what is at ``fixed`` in the viewport stays there."""
        kept = self.mapToScene(fixed)
        self._scale = min(max(scale, _SMALLEST), _LARGEST)
        self._apply_scale()
        moved = self.mapFromScene(kept) - fixed
        for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() + by)

    def _apply_scale(self) -> None:
        scale = self._scale * _NORMAL * self._theme.px(100) / 100
        self.setTransform(QTransform.fromScale(scale, scale))

    def _repaint(self) -> None:
        self.viewport().update()


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _around(edge: Edge) -> QRectF:
    ends = QRectF(QPointF(*edge.start), QPointF(*edge.end)).normalized()
    return ends.adjusted(-_MARKED, -_MARKED, _MARKED, _MARKED)
