"""A small chart of how many cards come due on each day of the coming week."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.chart import Chart
from statusref.views.study.labels import day_words

DAYS = 7
_WIDEST_BAR = 36


class WeekChart(Chart):
    """Seven bars, the first for today, each with its number above and its weekday below."""

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(theme, localizer, 104, parent)
        self._counts: Sequence[int] = (0,) * DAYS
        self._today = date.min

    def show_counts(self, counts: Sequence[int], today: date) -> None:
        """Show seven numbers of cards, the first for ``today``."""
        self._counts = counts
        self._today = today
        self.setAccessibleName(self._localizer.text("study.week"))
        self.setAccessibleDescription(", ".join(self._words(number) for number in range(DAYS)))
        self.update()

    def tip_at(self, place: QPoint) -> str:
        return self._words(self.part_at(place, DAYS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - self.small_height
        room = base - self.small_height - self._theme.px(2)
        most = max(*self._counts, 1)
        names = self._localizer.text("study.weekdays").split(" ")
        painter.fillRect(0, base - 1, self.width(), 1, self._theme.color("line"))
        if not any(self._counts):
            middle = QRect(0, 0, self.width(), base)
            nothing = self._localizer.text("study.week.none")
            self.small(painter, middle, nothing, "text3", Qt.AlignmentFlag.AlignCenter)
        for number, count in enumerate(self._counts):
            left, right = number * self.width() // DAYS, (number + 1) * self.width() // DAYS
            high = max(room * count / most, 3.0) if count else 0.0
            if count:
                wide = min((right - left) * 0.6, self._theme.px(_WIDEST_BAR))
                bar = QRectF((left + right - wide) / 2, base - high - 1, wide, high)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("accent" if number == 0 else "text3"))
                painter.drawRoundedRect(bar, 2, 2)
            column = QRect(left, 0, right - left, self.small_height)
            above = column.translated(0, round(base - high - self.small_height - self._theme.px(2)))
            self.small(painter, above, str(count) if count else "", "text2", Qt.AlignmentFlag.AlignCenter)
            name = names[(self._today.weekday() + number) % DAYS]
            token = "text1" if number == 0 else "text3"
            self.small(painter, column.translated(0, base), name, token, Qt.AlignmentFlag.AlignCenter)

    def _words(self, number: int) -> str:
        day = self._today + timedelta(days=number)
        name = self._localizer.text("study.day.today") if number == 0 else day_words(self._localizer, day)
        return f"{name}: {self._localizer.count('study.cards', self._counts[number])}"
