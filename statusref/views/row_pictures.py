"""Pictures of rows without their marks. Painting a text takes ten times as long as painting a picture of it."""

from PySide6.QtCore import QObject, QPoint, QRect, Slot
from PySide6.QtGui import QPainter, QPixmap

from statusref.theme.painting import fill
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.row_layout import RowFace, RowLayout

_MOST_BYTES = 8 * 2**20
_MOST_ROWS = 2000
_SEEN_WITHOUT = 2
"""How often a row is painted without a picture. Most rows that are scrolled or typed past are seen once, and a window
that was only opened has painted its rows twice.
"""


class RowPictures(QObject):
    """Paints rows, and keeps pictures of those that are seen again, until the theme or the screen changes."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # The picture of a row, or how often it was seen without one.
        self._pictures: dict[tuple[RowFace, int, str], QPixmap | int] = {}
        self._bytes = 0
        self._ratio = 1.0
        theme.changed.connect(self._drop)

    def paint(
        self, painter: QPainter, rect: QRect, face: RowFace, layout: RowLayout, background: str, ratio: float
    ) -> None:
        """Paint a row on a background, which is a plain colour token; ``ratio`` are the screen's pixels per pixel."""
        if not ratio.is_integer():
            # The edges of a picture would lie between the screen's pixels.
            self._paint(painter, rect, face, layout, background)
            return
        if ratio != self._ratio:
            self._drop()
            self._ratio = ratio
        key = (face, rect.width(), background)
        picture = self._pictures.get(key, 0)
        if isinstance(picture, int):
            if picture < _SEEN_WITHOUT:
                if len(self._pictures) > _MOST_ROWS:
                    self._drop()
                self._pictures[key] = picture + 1
                self._paint(painter, rect, face, layout, background)
                return
            picture = self._pictures[key] = self._picture(rect, face, layout, background)
        painter.drawPixmap(rect.topLeft(), picture)

    def _picture(self, rect: QRect, face: RowFace, layout: RowLayout, background: str) -> QPixmap:
        picture = QPixmap(rect.size() * self._ratio)
        picture.setDevicePixelRatio(self._ratio)
        if self._bytes > _MOST_BYTES:
            self._drop()
        self._bytes += picture.width() * picture.height() * picture.depth() // 8
        painter = QPainter(picture)
        self._paint(painter, QRect(QPoint(0, 0), rect.size()), face, layout, background)
        painter.end()
        return picture

    def _paint(self, painter: QPainter, rect: QRect, face: RowFace, layout: RowLayout, background: str) -> None:
        fill(painter, rect, self._theme.color(background))
        if background == "selection":
            bar = QRect(rect.left(), rect.top(), self._theme.px(3), rect.height())
            fill(painter, bar, color(self._theme.tokens.tone(face.tone)))
        if face.icon is not None:
            self._theme.icon(face.icon, "text3").paint(painter, layout.icon.translated(rect.topLeft()))
        for piece in layout.pieces:
            painter.setFont(piece.line.font)
            painter.setPen(piece.pen)
            painter.drawStaticText(rect.left() + piece.left, rect.top() + piece.top, piece.line.static)

    @Slot()
    def _drop(self) -> None:
        self._pictures.clear()
        self._bytes = 0
