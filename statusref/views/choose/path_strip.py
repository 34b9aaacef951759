"""The answers given so far, as buttons that lead back to their questions."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from statusref.domain.chooser_tree import MOST_QUESTIONS
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.views.localizer import Localizer
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.press_button import PressButton
from statusref.widgets.wrapped_text import WrappedText

_HEIGHT = 28
"""Pixels at 100 % of an answer on one line."""


class GivenAnswer(NamedTuple):
    """An answer, the question that it answers, and the place of that question."""

    question: str
    answer: str
    place: str


class PathButton(PressButton):
    """Shows one answer with its number, on several lines where the strip is narrower than the answer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = self._theme.metrics(TextStyle.CHIP).horizontalAdvance(self.text()) + 2 * self._pad + 2
        return QSize(width, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(48), self._theme.px(_HEIGHT))

    def heightForWidth(self, width: int) -> int:
        return self._wrapped(width).height + self._theme.px(_HEIGHT) - self._line

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        fill = tokens.line if self.is_lit else tokens.tint(Tone.UNOFFICIAL)
        self.paint_box(painter, fill, radius=self._theme.px(_HEIGHT) / 2)
        painter.setPen(color(tokens.text1))
        text = self._wrapped(self.width())
        text.draw(painter, self._pad, (self.height() - text.height) // 2)

    def _wrapped(self, width: int) -> WrappedText:
        return WrappedText(self.text(), self._theme.font(TextStyle.CHIP), width - 2 * self._pad, self._line)

    @property
    def _pad(self) -> int:
        return self._theme.px(10)

    @property
    def _line(self) -> int:
        return self._theme.metrics(TextStyle.CHIP).lineSpacing() + self._theme.px(2)


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
