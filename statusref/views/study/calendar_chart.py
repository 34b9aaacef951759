"""A calendar of the days with reviews: one column per week, one row per weekday, as many weeks as fit."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from statusref.study.records import DaySums
from statusref.study.statistics import Streak
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.chart import Chart
from statusref.views.study.labels import day_words, month_words, time_words
from statusref.views.study.shades import shade, step_of

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CELL = 12
_PITCH = 16
_MOST_WEEKS = 53
_ROWS_NAMED = (0, 2, 4)


class CalendarChart(Chart):
    """One cell per day. The more answers, the darker the cell."""

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(theme, localizer, 20 + 7 * _PITCH, parent)
        self._days: Mapping[date, DaySums] = {}
        self._today = date(2000, 1, 1)

    def show_days(self, days: Mapping[date, DaySums], streak: Streak, today: date) -> None:
        self._days = days
        self._today = today
        text = self._localizer.text
        self.setAccessibleName(text("study.calendar"))
        current = self._localizer.count("study.days", streak.current)
        longest = self._localizer.count("study.days", streak.longest)
        total = self._localizer.count("study.days", len(days))
        self.setAccessibleDescription(text("study.calendar.spoken", current=current, longest=longest, total=total))
        self.update()

    def tip_at(self, place: QPoint) -> str:
        pitch = self._theme.px(_PITCH)
        week = (place.x() - self._left()) // pitch
        weekday = (place.y() - self.small_height) // pitch
        if not (0 <= week < self._weeks() and 0 <= weekday < 7):
            return ""
        day = self._monday(week) + timedelta(days=weekday)
        if day > self._today:
            return ""
        sums = self._days.get(day)
        if sums is None:
            return f"{day_words(self._localizer, day)} · {self._localizer.text('study.calendar.none')}"
        answers = self._localizer.count("study.answers", sums.answers)
        spent = time_words(self._localizer, timedelta(milliseconds=sums.duration_ms))
        return f"{day_words(self._localizer, day)} · {answers} · {spent}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        pitch, cell = px(_PITCH), px(_CELL)
        names = self._localizer.text("study.weekdays").split(" ")
        for row in _ROWS_NAMED:
            place = QRect(0, self.small_height + row * pitch - px(2), self._left(), cell + px(4))
            self.small(painter, place, names[row], "text3", _LEFT)
        most = max((sums.answers for sums in self._days.values()), default=0)
        labelled = -1
        for week in range(self._weeks()):
            monday = self._monday(week)
            left = self._left() + week * pitch
            if monday.day <= 7 and left > labelled:
                text = month_words(self._localizer, monday)
                wide = self.small_width(text) + 4
                if left + wide <= self.width():
                    self.small(painter, QRect(left, 0, wide, self.small_height), text, "text3", _LEFT)
                    labelled = left + wide + px(4)
            for weekday in range(7):
                day = monday + timedelta(days=weekday)
                if day <= self._today:
                    self._paint_day(painter, QRect(left, self.small_height + weekday * pitch, cell, cell), day, most)

    def _paint_day(self, painter: QPainter, place: QRect, day: date, most: int) -> None:
        tokens = self._theme.tokens
        sums = self._days.get(day)
        step = step_of(sums.answers / most) if sums is not None and most else 0
        is_today = day == self._today
        painter.setPen(QPen(self._theme.color("text2"), 1) if is_today else Qt.PenStyle.NoPen)
        painter.setBrush(shade(tokens, tokens.selection, tokens.accent, step))
        painter.drawRoundedRect(place.toRectF().adjusted(0.5, 0.5, -0.5, -0.5) if is_today else place.toRectF(), 3, 3)

    def _left(self) -> int:
        names = self._localizer.text("study.weekdays").split(" ")
        return max(self.small_width(names[row]) for row in _ROWS_NAMED) + self._theme.px(8)

    def _weeks(self) -> int:
        return max(min((self.width() - self._left()) // self._theme.px(_PITCH), _MOST_WEEKS), 1)

    def _monday(self, week: int) -> date:
        this = self._today - timedelta(days=self._today.weekday())
        return this - timedelta(weeks=self._weeks() - 1 - week)
