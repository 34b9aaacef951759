"""The day by which the user wants to be ready: the days until then, new cards a day, and what does not fit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from statusref.study.readiness import Readiness
from statusref.theme.fonts import TextStyle
from statusref.views.study.context import StudyContext
from statusref.views.study.labels import day_words
from statusref.widgets.card_box import CardBox
from statusref.widgets.choice_row import ChoiceRow
from statusref.widgets.framed_field import FramedField
from statusref.widgets.themed_label import ThemedLabel

_WEEKS = (1, 2, 3, 4, 8)
_PAUSE_MS = 1500
_LONGEST = 400
"""Days that are looked ahead; who needs more need not know the day."""


class ReadyBox(CardBox):
    """``changed`` is emitted when the user has named a day or none. A day is typed as in ISO 8601: 2026-12-18."""

    changed = Signal()

    def __init__(self, context: StudyContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        theme = context.theme
        self._title = ThemedLabel(theme, TextStyle.HEADING, parent=self)
        self._told = ThemedLabel(theme, TextStyle.ROW_KOREAN, "text2", wraps=True, parent=self)
        self.choices = ChoiceRow(theme, len(_WEEKS) + 1, self)
        self.field = FramedField(theme, height=34, margin=10, radius=8, parent=self)
        self.field.setMaxLength(20)
        for widget in (self._title, self._told, self.choices, self.field):
            self.inner.addWidget(widget)
        self._coming: Iterator[tuple[date, int]] = iter(())
        self._new = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self.choices.chosen.connect(self._on_chosen)
        self.field.returnPressed.connect(self._on_typed)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @property
    def told(self) -> str:
        """What the box says about the day."""
        return self._told.text()

    @property
    def countdown(self) -> str:
        """How many days are left, on one line; empty if no day is set or it has come."""
        day = self._context.study.options.ready_by
        left = 0 if day is None else (day - self._today()).days
        localizer = self._context.localizer
        return localizer.text("study.ready.count", days=localizer.count("study.days", left)) if left > 0 else ""

    @Slot()
    def retranslate(self) -> None:
        text, count = self._context.localizer.text, self._context.localizer.count
        self._title.setText(text("study.ready"))
        weeks = tuple(count("study.ready.weeks", number) for number in _WEEKS)
        self.choices.describe(text("study.ready.about"), "", (text("study.ready.none"), *weeks))
        self.field.setPlaceholderText(text("study.ready.hint"))
        self.field.setAccessibleName(text("study.ready"))

    def refresh(self) -> None:
        """Show the user's day and what it takes."""
        day = self._context.study.options.ready_by
        self.field.setText("" if day is None else day.isoformat())
        self._tell(self._context.localizer.text("study.ready.no-day") if day is None else self._words(day))
        self._timer.stop()
        self._new = self._context.study.options.new_per_day
        if day is None and self._new:
            # Counted after a pause: somebody who goes straight to the cards need not wait for it.
            self._coming = islice(self._context.study.essential_left(), _LONGEST)
            self._timer.start(_PAUSE_MS)
        ahead = None if day is None else (day - self._today()).days
        weeks = [number * 7 for number in _WEEKS]
        self.choices.choose(0 if day is None else weeks.index(ahead) + 1 if ahead in weeks else -1)

    def finish(self) -> None:
        """Find out at once when the last essential card is met, instead of one day at a time."""
        while self._timer.isActive():
            self._on_timeout()

    @Slot()
    def _on_timeout(self) -> None:
        """Look at one more day, so that the window stays alive."""
        self._timer.setInterval(0)
        day, left = next(self._coming, (None, 0))
        if day is not None and left:
            return
        self._timer.stop()
        if day is not None:
            localizer = self._context.localizer
            pace = localizer.text("study.ready.pace", new=self._new, day=day_words(localizer, day))
            self._tell(f"{pace} {localizer.text('study.ready.no-day')}")

    def _words(self, day: date) -> str:
        text = self._context.localizer.text
        ready = self._context.study.readiness(day)
        if ready.days <= 0:
            return text("study.ready.over", left=ready.left)
        when = {
            "days": self._context.localizer.count("study.days", ready.days),
            "day": day_words(self._context.localizer, day),
        }
        if not ready.left:
            return text("study.ready.all", **when)
        words = text("study.ready.fits", **when, new=ready.a_day, left=ready.left)
        return words if ready.fits else f"{words} {self._too_many(ready)}"

    def _too_many(self, ready: Readiness) -> str:
        text = self._context.localizer.text
        kinds = " · ".join(f"{text(f'study.kind.{kind.value}')} {number}" for kind, number in ready.too_many.items())
        return text("study.ready.too-many", needed=ready.needed, kinds=kinds)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setAccessibleName(words)

    def _today(self) -> date:
        return self._context.study.days.of(self._context.now())

    def _save(self, day: date | None) -> None:
        study = self._context.study
        study.save_options(replace(study.options, ready_by=day))
        self.refresh()
        self.changed.emit()

    @Slot(int)
    def _on_chosen(self, position: int) -> None:
        self._save(self._today() + timedelta(weeks=_WEEKS[position - 1]) if position else None)

    @Slot()
    def _on_typed(self) -> None:
        typed = self.field.finished_text().strip()
        try:
            day = date.fromisoformat(typed) if typed else None
        except ValueError:
            self._tell(self._context.localizer.text("study.ready.wrong", typed=typed))
            return
        self._save(day)
