"""The score of a quiz as a chart: the total in large type, and a bar for every class."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from statusref.study.quiz import QuizResult, Score
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.views.localizer import Localizer
from statusref.views.study.labels import class_title
from statusref.views.tones import tone_of_class

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ScoreBars(QWidget):
    """The header of the result page. Its accessible name and description say what the chart shows."""

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._result = QuizResult(Score(0, 0), {}, ())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_result(self, result: QuizResult) -> None:
        self._result = result
        score = result.score
        self.setAccessibleName(self._localizer.text("study.result.spoken", right=score.right, total=score.total))
        lines = [
            f"{class_title(self._localizer, status_class)} {part.right}/{part.total}"
            for status_class, part in result.by_class.items()
        ]
        self.setAccessibleDescription(", ".join(lines))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._top(width) + len(self._result.by_class) * self._theme.px(28) + self._theme.px(16)

    def sizeHint(self) -> QSize:
        width = self._theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        score = self._result.score
        number = f"{score.right} / {score.total}"
        metrics = self._theme.metrics(TextStyle.CODE_NUMBER)
        painter.setFont(self._theme.font(TextStyle.CODE_NUMBER))
        painter.setPen(self._theme.color("text1"))
        painter.drawText(QRect(0, 0, self.width(), metrics.height()), _MIDDLE, number)
        painter.setFont(self._theme.font(TextStyle.KOREAN))
        painter.setPen(self._theme.color("text2"))
        share = round(100 * score.right / score.total) if score.total else 0
        words = self._localizer.text("study.result.share", n=share)
        if self._stacks(self.width()):
            place = QRect(0, metrics.height(), self.width(), px(28))
        else:
            left = metrics.horizontalAdvance(number) + px(16)
            place = QRect(left, px(4), self.width() - left, metrics.height())
        painter.drawText(place, _MIDDLE, words)
        top = self._top(self.width())
        for status_class, part in self._result.by_class.items():
            tone = tone_of_class(status_class)
            self._paint_row(
                painter, top, class_title(self._localizer, status_class), part, self._theme.tokens.tone(tone)
            )
            top += px(28)

    def _paint_row(self, painter: QPainter, top: int, title: str, part: Score, tone: str) -> None:
        px = self._theme.px
        words = self._theme.metrics(TextStyle.ROW_KOREAN)
        label = min(px(168), self.width() // 2)
        painter.setFont(self._theme.font(TextStyle.ROW_KOREAN))
        painter.setPen(self._theme.color("text1"))
        text = words.elidedText(title, Qt.TextElideMode.ElideRight, label - px(8))
        painter.drawText(QRect(0, top, label, px(28)), _MIDDLE, text)
        count = f"{part.right} / {part.total}"
        wide = words.horizontalAdvance("00 / 00") + px(8)
        painter.setPen(self._theme.color("text2"))
        painter.drawText(QRect(self.width() - wide + px(8), top, wide, px(28)), _MIDDLE, count)
        room = self.width() - label - wide
        track = QRectF(label, top + px(10), room, px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(track, 4, 4)
        if part.right:
            painter.setBrush(color(tone))
            track.setWidth(max(room * part.right / part.total, px(8)))
            painter.drawRoundedRect(track, 4, 4)

    def _stacks(self, width: int) -> bool:
        """Whether the percentage goes below the score, because it does not fit beside it."""
        number = self._theme.metrics(TextStyle.CODE_NUMBER).horizontalAdvance("50 / 50")
        share = self._theme.metrics(TextStyle.KOREAN).horizontalAdvance(
            self._localizer.text("study.result.share", n=100)
        )
        return number + share + self._theme.px(16) > width

    def _top(self, width: int) -> int:
        number = self._theme.metrics(TextStyle.CODE_NUMBER).height() + self._theme.px(12)
        return number + (self._theme.px(28) if self._stacks(width) else 0)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
