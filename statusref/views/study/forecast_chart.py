"""A chart of how many cards come due on each of the next days."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.chart import Chart
from statusref.views.study.labels import day_words

_CENTRE = Qt.AlignmentFlag.AlignCenter
_EVERY = 7


class ForecastChart(Chart):
    """One bar per day, the first for today."""

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(theme, localizer, 148, parent)
        self._counts: Sequence[int] = ()
        self._today = date.min

    def show_counts(self, counts: Sequence[int], today: date) -> None:
        self._counts = counts
        self._today = today
        text = self._localizer.text
        self.setAccessibleName(text("study.forecast"))
        days = [f"{self._day(number)} {count}" for number, count in enumerate(counts) if count]
        total = self._localizer.count("study.cards", sum(counts))
        self.setAccessibleDescription(text("study.forecast.spoken", total=total, days=", ".join(days)))
        self.update()

    def tip_at(self, place: QPoint) -> str:
        for number, (slot, _) in enumerate(self._bars()):
            if slot.left() <= place.x() <= slot.right():
                return f"{self._day(number)} · {self._localizer.count('study.cards', self._counts[number])}"
        return ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - self.small_height - self._theme.px(4)
        painter.fillRect(0, base, self.width(), 1, self._theme.color("line"))
        if not any(self._counts):
            self.small(
                painter, QRect(0, 0, self.width(), base), self._localizer.text("study.week.none"), "text3", _CENTRE
            )
        highest = self._counts.index(max(self._counts)) if self._counts else 0
        for number, (slot, bar) in enumerate(self._bars()):
            count = self._counts[number]
            if count:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("accent"))
                painter.drawRoundedRect(bar, 2, 2)
            if count and number in {0, highest}:
                wide = self.small_width(str(count)) + 4
                left = max(slot.center().x() - wide // 2, 0)
                above = QRect(left, round(bar.top()) - self.small_height, wide, self.small_height)
                self.small(painter, above, str(count), "text2", _CENTRE)
            if number % _EVERY == 0:
                self._label(painter, number, slot, base)

    def _label(self, painter: QPainter, number: int, slot: QRect, base: int) -> None:
        text = self._day(number)
        wide = self.small_width(text) + 4
        if number and self.width() / len(self._counts) * _EVERY < wide + 8 and number % (2 * _EVERY):
            return
        left = min(max(slot.center().x() - wide // 2, 0), self.width() - wide)
        self.small(painter, QRect(left, base + self._theme.px(4), wide, self.small_height), text, "text3", _CENTRE)

    def _bars(self) -> list[tuple[QRect, QRectF]]:
        """For each day, its column over the whole height of the chart, and the bar inside it."""
        count = max(len(self._counts), 1)
        top = self.small_height
        base = self.height() - self.small_height - self._theme.px(4)
        most = max(max(self._counts, default=0), 1)
        bars = []
        for number, value in enumerate(self._counts):
            left = number * self.width() // count
            right = (number + 1) * self.width() // count
            gap = max((right - left) // 5, 1)
            high = max((base - top) * value / most, 3.0) if value else 0.0
            bars.append(
                (
                    QRect(left, 0, right - left, self.height()),
                    QRectF(left + gap, base - high, right - left - 2 * gap, high),
                )
            )
        return bars

    def _day(self, number: int) -> str:
        if number == 0:
            return self._localizer.text("study.day.today")
        return day_words(self._localizer, self._today + timedelta(days=number))
