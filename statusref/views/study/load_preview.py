"""What the study settings mean for the coming days: how many cards there will be."""

from collections.abc import Callable, Iterator
from itertools import islice
from statistics import fmean

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.study.options import StudyOptions
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.themed_label import ThemedLabel

DAYS = 30
_PAUSE_MS = 300


class LoadPreview(QWidget):
    """Counts one day at a time, so that the window stays alive. ``load`` yields the cards of each coming day."""

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        load: Callable[[StudyOptions], Iterator[int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._localizer = localizer
        self._load = load
        self._coming: Iterator[int] = iter(())
        self._counts: list[int] = []
        self._label = ThemedLabel(theme, TextStyle.ROW_KOREAN, "text2", wraps=True, parent=self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 22)
        layout.addWidget(self._label)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @property
    def told(self) -> str:
        """What is said of the coming days; empty until they are counted."""
        return self._label.text()

    def preview(self, options: StudyOptions) -> None:
        """Count the coming days with these options."""
        self._coming = islice(self._load(options), DAYS)
        self._counts = []
        self._timer.start(_PAUSE_MS)

    def finish(self) -> None:
        """Count all days at once."""
        while self._timer.isActive():
            self._on_timeout()

    @Slot()
    def retranslate(self) -> None:
        if len(self._counts) == DAYS:
            mean, most = round(fmean(self._counts)), max(self._counts)
            self._label.setText(self._localizer.text("study.settings.load", days=DAYS, mean=mean, most=most))

    @Slot()
    def _on_timeout(self) -> None:
        self._timer.setInterval(0)
        count = next(self._coming, None)
        if count is not None:
            self._counts.append(count)
        else:
            self._timer.stop()
            self.retranslate()
