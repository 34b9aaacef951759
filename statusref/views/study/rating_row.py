"""The four ratings, each with the interval until the card comes back."""

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from statusref.study.state import Rating
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.labels import interval_words
from statusref.widgets.rating_button import RatingButton


class RatingRow(QWidget):
    """Four buttons side by side, or in two rows of two if the width is too small."""

    rated = Signal(Rating)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.buttons = {rating: RatingButton(theme, str(rating.value), self) for rating in Rating}
        for rating, button in self.buttons.items():
            self._group.addButton(button, rating.value)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._columns = 0
        self._arrange(4)
        self._group.idClicked.connect(self._on_clicked)

    def offer(self, intervals: Mapping[Rating, timedelta], suggested: Rating) -> None:
        """Show the interval of every rating. The ``suggested`` rating is highlighted."""
        for rating, button in self.buttons.items():
            word = self._localizer.text(f"study.rating.{rating.name.lower()}")
            interval = interval_words(self._localizer, intervals[rating])
            spoken = self._localizer.text("study.rating.spoken", rating=word, interval=interval)
            button.describe(word, interval, spoken, suggested=rating is suggested)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        widest = max(button.bare_width for button in self.buttons.values())
        return QSize(2 * widest + 8, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """If the width is too small, leave out the keys first, then put the buttons in two rows."""
        room = self.width() - 24
        keyed = 4 * max(button.sizeHint().width() for button in self.buttons.values())
        bare = 4 * max(button.bare_width for button in self.buttons.values())
        for button in self.buttons.values():
            button.set_bare(bare=bare <= room < keyed)
        self._arrange(4 if bare <= room else 2)

    def _arrange(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for position, button in enumerate(self.buttons.values()):
                self._grid.addWidget(button, position // columns, position % columns)
            for column in range(4):
                self._grid.setColumnStretch(column, int(column < columns))
            self.updateGeometry()

    @Slot(int)
    def _on_clicked(self, value: int) -> None:
        self.rated.emit(Rating(value))
