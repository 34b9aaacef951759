"""The day at a glance: what is due, what is new, the streak, the coming week, and how well the codes are known."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from statusref.study.queue import Counts
from statusref.theme.fonts import TextStyle
from statusref.views.study.context import StudyContext
from statusref.views.study.figures_row import FiguresRow
from statusref.views.study.mastery_strip import MasteryStrip
from statusref.views.study.week_chart import DAYS, WeekChart
from statusref.widgets.card_box import CardBox
from statusref.widgets.push_button import PushButton
from statusref.widgets.themed_label import ThemedLabel

_WIDE = 620


class DayBox(CardBox):
    """``review`` starts the day's cards of the chosen deck, which the owner connects."""

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        theme, localizer = context.theme, context.localizer
        self.figures = FiguresRow(theme, 3, self)
        self.week = WeekChart(theme, localizer)
        self.strip = MasteryStrip(theme, localizer, context.catalogue.entries)
        self.review = PushButton(theme, primary=True, parent=self)
        self._left = ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True, parent=self)
        self._week_name = ThemedLabel(theme, TextStyle.LABEL, "text3", parent=self)
        self._strip_name = ThemedLabel(theme, TextStyle.LABEL, "text3", parent=self)
        day, week = QVBoxLayout(), QVBoxLayout()
        for widget in (self.figures, self._left, self.review):
            day.addWidget(widget)
        day.insertStretch(1)
        day.setSpacing(8)
        week.setSpacing(4)
        week.addWidget(self._week_name)
        week.addWidget(self.week)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(32)
        self._halves.addLayout(day, 1)
        self._halves.addLayout(week, 1)
        self.inner.addLayout(self._halves)
        self.inner.addWidget(self._strip_name)
        self.inner.addWidget(self.strip)

    @property
    def left(self) -> str:
        """What is said of the chosen deck."""
        return self._left.text()

    def tell_left(self, left: str) -> None:
        """Say what is left in the chosen deck."""
        self._left.setText(left)

    def refresh(self, counts: Counts) -> None:
        """Read the figures again. ``counts`` are of all decks."""
        statistics = self._context.study.statistics()
        text, count = self._context.localizer.text, self._context.localizer.count
        streak = statistics.streak().current
        figures = (
            (str(counts.review + counts.learning), text("study.day.due")),
            (str(counts.new), text("study.day.new")),
            (count("study.days", streak), text("study.figure.streak")),
        )
        self.figures.show_figures(figures)
        self.week.show_counts(_as_shown(statistics.forecast(DAYS), counts), statistics.today)
        self.strip.show_mastery(statistics.mastery())

    @Slot()
    def retranslate(self) -> None:
        text = self._context.localizer.text
        self._week_name.setText(text("study.week"))
        self._strip_name.setText(text("study.mastery"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._context.theme.px(_WIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(direction)


def _as_shown(forecast: Sequence[int], today: Counts) -> list[int]:
    """Return how many cards each day has, where those that wait for a sibling or for the limit come tomorrow."""
    due = today.review + today.learning
    first, second, *others = forecast
    return [due, second + max(first - due, 0), *others]
