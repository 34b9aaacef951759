"""How well every code is known, in one line: a narrow cell for each, as on the map of the progress page."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from statusref.domain.status import Entry
from statusref.study.statistics import Mastery
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.study.chart import Chart
from statusref.views.study.labels import entry_title, percent
from statusref.views.study.shades import shade, step_of
from statusref.views.tones import tone_of

_NOTHING = Mastery(0.0, 0, 0)


class MasteryStrip(Chart):
    """The cells are in the order of ``entries``. The pointer names the code below it."""

    def __init__(
        self, theme: Theme, localizer: Localizer, entries: Sequence[Entry], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, localizer, 16, parent)
        self._entries = sorted(entries, key=lambda entry: (not entry.official, entry.code))
        self._mastery: Mapping[str, Mastery] = {}

    def show_mastery(self, mastery: Mapping[str, Mastery]) -> None:
        self._mastery = mastery
        known = sum(one.studied > 0 for one in mastery.values())
        self.setAccessibleName(self._localizer.text("study.mastery"))
        self.setAccessibleDescription(self._localizer.text("study.strip", known=known, all=len(self._entries)))
        self.update()

    def tip_at(self, place: QPoint) -> str:
        entry = self._entries[self.part_at(place, len(self._entries))]
        return f"{entry_title(entry)} · {percent(self._mastery.get(entry.id, _NOTHING).level)}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = self._theme.tokens
        wide = self.width() / len(self._entries)
        for number, entry in enumerate(self._entries):
            tone = tone_of(entry)
            step = step_of(self._mastery.get(entry.id, _NOTHING).level)
            painter.setBrush(shade(tokens, tokens.tint(tone), tokens.tone(tone), step))
            painter.drawRoundedRect(QRectF(number * wide, 0, max(wide - 1.5, 1.0), self.height()), 1.5, 1.5)
