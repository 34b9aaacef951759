"""A chart of the true retention of the last weeks: the share of learnt cards that were remembered when due."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from statusref.study.statistics import WeekRetention
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.chart import Chart
from statusref.views.study.labels import day_words, percent

_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RetentionChart(Chart):
    """One point per week, joined where weeks follow each other, and a dashed line for the desired retention."""

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(theme, localizer, 148, parent)
        self._weeks: Sequence[WeekRetention] = ()
        self._goal = 0.9

    def show_weeks(self, weeks: Sequence[WeekRetention], goal: float) -> None:
        """Show the weeks. ``goal`` is the desired retention, from 0 to 1."""
        self._weeks = weeks
        self._goal = goal
        text = self._localizer.text
        self.setAccessibleName(text("study.retention"))
        known = [
            f"{day_words(self._localizer, week.monday)} {percent(week.share)}"
            for week in weeks
            if week.share is not None
        ]
        spoken = text("study.retention.spoken", goal=percent(goal), weeks=", ".join(known))
        self.setAccessibleDescription(spoken if known else text("study.retention.none"))
        self.update()

    def tip_at(self, place: QPoint) -> str:
        for number, week in enumerate(self._weeks):
            if week.share is not None and abs(self._x(number) - place.x()) <= self._step() / 2:
                day = day_words(self._localizer, week.monday)
                return self._localizer.text(
                    "study.retention.week", day=day, share=percent(week.share), right=week.recalled, total=week.recalls
                )
        return ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if all(week.share is None for week in self._weeks):
            self.small(painter, self.rect(), self._localizer.text("study.retention.none"), "text3", _CENTRE)
            return
        self._paint_scale(painter)
        points = [
            (number, self._point(number, week.share))
            for number, week in enumerate(self._weeks)
            if week.share is not None
        ]
        painter.setPen(QPen(self._theme.color("accent"), 2))
        for (first, start), (second, end) in pairwise(points):
            if second == first + 1:
                painter.drawLine(start, end)
        radius = self._theme.px(4)
        for number, point in points:
            painter.setPen(QPen(self._theme.color("surface"), 2))
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(point, radius, radius)
            share = self._weeks[number].share
            if share is not None and number == points[-1][0]:
                above = point.y() > self.small_height + radius
                top = round(point.y()) - self.small_height - radius if above else round(point.y()) + radius
                wide = self.small_width(percent(share)) + 4
                left = min(round(point.x()) - wide // 2, self.width() - wide)
                self.small(painter, QRect(left, top, wide, self.small_height), percent(share), "text1", _CENTRE)
        self._paint_weeks(painter)

    def _paint_scale(self, painter: QPainter) -> None:
        low = self._low()
        for share in (low, (low + 1) / 2, 1.0):
            y = round(self._y(share))
            painter.fillRect(self._left(), y, self.width() - self._left(), 1, self._theme.color("line"))
            place = QRect(0, y - self.small_height // 2, self._left() - self._theme.px(8), self.small_height)
            self.small(painter, place, percent(share), "text3", _RIGHT)
        goal = QPen(self._theme.color("text3"), 1, Qt.PenStyle.DashLine)
        painter.setPen(goal)
        level = round(self._y(self._goal)) + 0.5
        painter.drawLine(QPointF(self._left(), level), QPointF(self.width(), level))

    def _paint_weeks(self, painter: QPainter) -> None:
        last = -1
        base = self.height() - self.small_height
        for number, week in enumerate(self._weeks):
            text = day_words(self._localizer, week.monday)
            wide = self.small_width(text) + 4
            left = min(max(round(self._x(number)) - wide // 2, self._left()), self.width() - wide)
            if left > last + self._theme.px(12):
                self.small(painter, QRect(left, base, wide, self.small_height), text, "text3", _CENTRE)
                last = left + wide

    def _low(self) -> float:
        """The lower end of the scale: 50 %, or 0 % if a week was below 50 %."""
        return 0.0 if any(week.share is not None and week.share < 0.5 for week in self._weeks) else 0.5

    def _left(self) -> int:
        return self.small_width("100 %") + self._theme.px(8)

    def _step(self) -> float:
        return (self.width() - self._left()) / max(len(self._weeks), 1)

    def _x(self, number: int) -> float:
        return self._left() + self._step() * (number + 0.5)

    def _y(self, share: float) -> float:
        top = self.small_height / 2
        base = self.height() - self.small_height - self._theme.px(8)
        low = self._low()
        return base - (base - top) * (share - low) / (1 - low)

    def _point(self, number: int, share: float) -> QPointF:
        return QPointF(self._x(number), self._y(share))
