"""The progress page: forecast, retention, how well each code is known, and a calendar of the days with reviews."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from statusref.domain.links import code_link
from statusref.study.statistics import Statistics
from statusref.theme.fonts import TextStyle
from statusref.views.study.calendar_chart import CalendarChart
from statusref.views.study.context import StudyContext
from statusref.views.study.figures_row import FiguresRow
from statusref.views.study.forecast_chart import ForecastChart
from statusref.views.study.labels import time_words
from statusref.views.study.leech_list import LeechList
from statusref.views.study.letters import letter_of
from statusref.views.study.mastery_map import MasteryMap
from statusref.views.study.retention_chart import RetentionChart
from statusref.widgets.column import Column
from statusref.widgets.icon_button import IconButton
from statusref.widgets.panel import Panel
from statusref.widgets.push_button import PushButton
from statusref.widgets.scroll_bars import SlimScrollBars
from statusref.widgets.themed_label import ThemedLabel

_WIDE = 760
_COLUMN = 1000
_PICTURE_SCALE = 2


class ProgressPage(QWidget):
    """Reads its figures again whenever it is shown."""

    link_activated = Signal(str)
    cards_wanted = Signal(str)
    left = Signal()

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._localizer = context.localizer
        theme = context.theme
        self._leave = IconButton(theme, "back")
        self._bar_title = ThemedLabel(theme, TextStyle.ROW_PHRASE)
        self._told = ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True)
        self.save = PushButton(theme)
        self.cards = PushButton(theme)
        self._title = ThemedLabel(theme, TextStyle.PHRASE)
        self.figures = FiguresRow(theme, 5)
        self.forecast = ForecastChart(theme, context.localizer)
        self.retention = RetentionChart(theme, context.localizer)
        self.mastery = MasteryMap(theme, context.localizer, context.catalogue.entries)
        self.calendar = CalendarChart(theme, context.localizer)
        self.leeches = LeechList(context)
        self._titles = {
            name: ThemedLabel(theme, TextStyle.HEADING) for name in ("forecast", "retention", "mastery", "calendar")
        }
        self._abouts = {name: ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True) for name in self._titles}
        self._cell = ThemedLabel(theme, TextStyle.SMALL, "text1", wraps=True)
        self.area = QScrollArea()
        self._lay_out()
        self._leave.clicked.connect(self.left)
        self.save.clicked.connect(self.export_picture)
        self.leeches.changed.connect(self.refresh)
        self.mastery.opened.connect(self._on_opened)
        self.cards.clicked.connect(self._on_cards_wanted)
        self.mastery.described.connect(self._cell.setText)
        theme.changed.connect(self._on_theme_changed)
        self._localizer.changed.connect(self.retranslate)

    def _lay_out(self) -> None:
        theme = self._context.theme
        bar = Panel(theme, "surface", (Qt.Edge.BottomEdge,), self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 8, 20, 8)
        row.setSpacing(8)
        row.addWidget(self._leave)
        row.addWidget(self._bar_title)
        row.addWidget(self._told, 1)
        row.addWidget(self.save)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(32, 24, 32, 40)
        inner.setSpacing(20)
        inner.addWidget(self._title)
        inner.addWidget(self.figures)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(32)
        self._pair.addLayout(self._section("forecast", self.forecast), 1)
        self._pair.addLayout(self._section("retention", self.retention), 1)
        inner.addLayout(self._pair)
        mastery = self._section("mastery", self.mastery)
        mastery.insertWidget(2, self._cell)
        inner.addLayout(mastery)
        inner.addWidget(self.cards, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addLayout(self._section("calendar", self.calendar))
        inner.addWidget(self.leeches)
        inner.addStretch(1)
        self._body = Panel(theme, "surface")
        outer = QVBoxLayout(self._body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Column(theme, content, _COLUMN))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._body)
        SlimScrollBars(theme, self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.area, 1)

    def _section(self, name: str, chart: QWidget) -> QVBoxLayout:
        section = QVBoxLayout()
        section.setSpacing(4)
        section.addWidget(self._titles[name])
        section.addWidget(self._abouts[name])
        section.addSpacing(4)
        section.addWidget(chart)
        section.addStretch(1)
        return section

    @Slot()
    def refresh(self) -> None:
        """Read the figures again and show them."""
        statistics = self._context.study.statistics()
        streak = statistics.streak()
        self.forecast.show_counts(statistics.forecast(), statistics.today)
        self.retention.show_weeks(statistics.retention(), self._context.study.options.desired_retention)
        self.mastery.show_mastery(statistics.mastery())
        self.calendar.show_days(statistics.calendar(), streak, statistics.today)
        self.leeches.refresh()
        self._show_figures(statistics)
        self._cell.setText(self.mastery.accessibleDescription())

    def take_keyboard(self) -> None:
        """Give the keyboard focus to the map of the codes."""
        self.mastery.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(0)

    @Slot()
    def export_picture(self) -> None:
        """Ask for a file and save the charts in it as one PNG."""
        name = f"statusref-{self._context.now().date().isoformat()}.png"
        path = self._context.files.to_write(self._localizer.text("study.progress.save"), name, "PNG (*.png)")
        if path is not None:
            saved = self.save_picture(path)
            self._told.setText(
                self._localizer.text("study.progress.saved" if saved else "study.progress.not-saved", path=path)
            )

    def save_picture(self, path: Path) -> bool:
        """Save the whole page at twice its size, including what is scrolled out of view. False if that failed."""
        size = self._body.size()
        picture = QPixmap(QSize(size.width() * _PICTURE_SCALE, size.height() * _PICTURE_SCALE))
        picture.fill(self._context.theme.color("surface"))
        picture.setDevicePixelRatio(_PICTURE_SCALE)
        self._body.render(picture)
        return picture.save(str(path), "PNG")

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self._leave.describe(text("study.leave"), "Esc")
        self._bar_title.setText(text("study.progress"))
        self.area.setAccessibleName(self._bar_title.text())
        self._title.setText(text("study.progress.title"))
        self.save.describe(text("study.progress.save"))
        self.cards.describe(text("study.progress.cards"), "L")
        for name, title in self._titles.items():
            title.setText(text(f"study.{name}"))
            self._abouts[name].setText(text(f"study.{name}.about"))
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self.left.emit()
        elif letter_of(event) == "L":
            self._on_cards_wanted()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._context.theme.px(_WIDE)
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _show_figures(self, statistics: Statistics) -> None:
        text = self._localizer.text
        streak = statistics.streak()
        totals = statistics.totals()
        self.figures.show_figures(
            (
                (self._localizer.count("study.days", streak.current), text("study.figure.streak")),
                (self._localizer.count("study.days", streak.longest), text("study.figure.longest")),
                (time_words(self._localizer, totals.time_spent), text("study.figure.time")),
                (f"{totals.answers:,}", text("study.figure.answers")),
                (f"{totals.studied:,} / {totals.cards:,}", text("study.figure.studied")),
            )
        )

    @Slot(str)
    def _on_opened(self, entry_id: str) -> None:
        self.link_activated.emit(str(code_link(entry_id)))

    @Slot()
    def _on_cards_wanted(self) -> None:
        self.cards_wanted.emit(self.mastery.current.number)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.area.setPalette(self._context.theme.palette())
