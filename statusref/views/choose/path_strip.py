"""The answers given so far, as buttons that lead back to their questions."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from statusref.domain.chooser_tree import MOST_QUESTIONS
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.views.localizer import Localizer
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.press_button import PressButton

_WIDEST = 320


class GivenAnswer(NamedTuple):
    """An answer, the question that it answers, and the place of that question."""

    question: str
    answer: str
    place: str


class PathButton(PressButton):
    """Shows one answer with its number, cut where it is too long."""

    def sizeHint(self) -> QSize:
        width = self._theme.metrics(TextStyle.CHIP).horizontalAdvance(self.text()) + self._theme.px(22)
        return QSize(min(width, self._theme.px(_WIDEST)), self._theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(48), self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        self.paint_box(painter, tokens.line if self.is_lit else tokens.tint(Tone.UNOFFICIAL), radius=self.height() / 2)
        pad = self._theme.px(10)
        room = self.width() - 2 * pad + 1
        text = self._theme.metrics(TextStyle.CHIP).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._theme.font(TextStyle.CHIP))
        painter.setPen(color(tokens.text1))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(pad, 0, room + 1, self.height()), middle, text)


class PathStrip(QWidget):
    """``chosen`` carries the place of the question whose answer is to be changed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, localizer: Localizer) -> None:
        super().__init__()
        self._localizer = localizer
        self._given: Sequence[GivenAnswer] = ()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.buttons = [PathButton(theme, self) for _ in range(MOST_QUESTIONS + 1)]
        self._flow = FlowLayout(self, gap=6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        for position, button in enumerate(self.buttons):
            self._group.addButton(button, position)
            self._flow.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)

    def show_path(self, given: Sequence[GivenAnswer]) -> None:
        """Show the answers of a path, in their order."""
        self._given = given
        self.setAccessibleName(self._localizer.text("choose.path"))
        for position, button in enumerate(self.buttons):
            button.setVisible(position < len(given))
            if position < len(given):
                step = given[position]
                # The way in is no question of its own: the numbers are those of the questions.
                button.setText(f"{position}  {step.answer}" if position else step.answer)
                button.setAccessibleName(" ".join(filter(None, (step.question, button.text()))))
                button.setAccessibleDescription(self._localizer.text("choose.change"))
                button.setToolTip(f"{step.question}\n{step.answer}".strip())
                button.refresh()
        self.setVisible(bool(given))
        # What lies above asks at once how high this is now, and would be told of the path before.
        self._flow.activate()

    def _on_clicked(self, position: int) -> None:
        self.chosen.emit(self._given[position].place)
