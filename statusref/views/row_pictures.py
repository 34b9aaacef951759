"""Pictures of rows without their marks. Painting a text takes ten times as long as painting a picture of it."""

from PySide6.QtCore import QObject, QPoint, QRect, Slot
from PySide6.QtGui import QPainter, QPixmap

from statusref.theme.painting import fill
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.row_layout import RowFace, RowLayout

_MOST_BYTES = 8 * 2**20
"""Enough for the rows of about ten keys."""


class RowPictures(QObject):
    """Paints rows, and keeps the pictures that were used last, until the theme or the screen changes."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # Those that were used last are at the end.
        self._pictures: dict[tuple[RowFace, int, str], QPixmap] = {}
        self._bytes = 0
        self._ratio = 1.0
        theme.changed.connect(self._drop)

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        face: RowFace,
        layout: RowLayout,
        background: str,
        ratio: float,
        *,
        is_found: bool,
    ) -> None:
        """Paint a row on a background, which is a plain colour token; ``ratio`` are the screen's pixels per pixel.

        A row that a search found is likely to be there after the next key, too, so only of such rows pictures are made:
        a window that was only opened needs no memory for them.
        """
        # At 1.5, say, the edges of a picture would lie between the screen's pixels.
        if not is_found or not ratio.is_integer():
            self._paint(painter, rect, face, layout, background)
            return
        if ratio != self._ratio:
            self._drop()
            self._ratio = ratio
        key = (face, rect.width(), background)
        picture = self._pictures.pop(key, None) or self._make(rect, face, layout, background)
        self._pictures[key] = picture
        painter.drawPixmap(rect.topLeft(), picture)

    def _make(self, rect: QRect, face: RowFace, layout: RowLayout, background: str) -> QPixmap:
        picture = QPixmap(rect.size() * self._ratio)
        picture.setDevicePixelRatio(self._ratio)
        painter = QPainter(picture)
        self._paint(painter, QRect(QPoint(0, 0), rect.size()), face, layout, background)
        painter.end()
        self._bytes += _bytes_of(picture)
        while self._bytes > _MOST_BYTES and self._pictures:
            self._bytes -= _bytes_of(self._pictures.pop(next(iter(self._pictures))))
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


def _bytes_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * picture.depth() // 8
