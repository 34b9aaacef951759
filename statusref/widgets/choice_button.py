"""A button for one answer of a quiz question. Once the question is answered, it shows whether it was right."""

from enum import Enum, auto

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import color
from statusref.widgets.press_button import PressButton

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Verdict(Enum):
    """What the button shows about its answer: nothing yet (OPEN), right, chosen but wrong, or neither (OTHER)."""

    OPEN = auto()
    RIGHT = auto()
    WRONG = auto()
    OTHER = auto()


class ChoiceButton(PressButton):
    """Its height depends on the width: the text is wrapped."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._key = ""
        self._second = ""
        self._mark = ""
        self._verdict = Verdict.OPEN
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def verdict(self) -> Verdict:
        """What is shown about the answer."""
        return self._verdict

    @property
    def key(self) -> str:
        """The key that chooses this answer, as it is shown."""
        return self._key

    def offer(self, key: str, first: str, second: str = "") -> None:
        """Show a new answer of one or two lines, and the key that chooses it. The verdict is OPEN again."""
        self._key = key
        self.setText(first)
        self._second = second
        self._mark = ""
        self._verdict = Verdict.OPEN
        self.setAccessibleName(", ".join(filter(None, (first, second))))
        self.setToolTip(self._key)
        self.refresh()

    def judge(self, verdict: Verdict, mark: str) -> None:
        """Show whether the answer was right; ``mark`` is the word for it."""
        self._verdict = verdict
        self._mark = mark
        self.setAccessibleName(", ".join(filter(None, (mark, self.text(), self._second))))
        self.refresh()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        first, second, mark = self._places(width)
        bottom = max(second.bottom() if self._second else first.bottom(), mark.bottom() if self._stacks(width) else 0)
        return max(bottom + 1 + self._theme.px(10), self._theme.px(48))

    def sizeHint(self) -> QSize:
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.px(80)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        px = self._theme.px
        right = self._verdict is Verdict.RIGHT
        lit = self.is_lit and self._verdict is Verdict.OPEN
        fill = tokens.selection if right else tokens.hover if lit else tokens.surface
        wrong = self._verdict is Verdict.WRONG
        self.paint_box(painter, fill, tokens.accent if right or lit else tokens.text3 if wrong else tokens.line)
        first, second, mark = self._places(self.width())
        badge = QRect(px(14), first.top(), px(20), self._theme.metrics(TextStyle.ROW_PHRASE).height())
        painter.setFont(self._theme.font(TextStyle.LABEL))
        painter.setPen(color(tokens.accent if right else tokens.text3))
        painter.drawText(badge, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._key)
        faded = self._verdict is Verdict.OTHER
        painter.setFont(self._theme.font(TextStyle.ROW_PHRASE))
        painter.setPen(color(tokens.text3 if faded else tokens.text1))
        painter.drawText(first, _WRAP, self.text())
        painter.setFont(self._theme.font(TextStyle.ROW_KOREAN))
        painter.setPen(color(tokens.text3 if faded else tokens.text2))
        painter.drawText(second, _WRAP, self._second)
        if self._mark:
            painter.setFont(self._theme.font(TextStyle.CHIP_STRONG))
            painter.setPen(color(tokens.accent if right else tokens.text2))
            side = Qt.AlignmentFlag.AlignLeft if self._stacks(self.width()) else Qt.AlignmentFlag.AlignRight
            painter.drawText(mark, Qt.AlignmentFlag.AlignVCenter | side, self._mark)

    def _stacks(self, width: int) -> bool:
        """Whether the mark goes below the text, because it does not fit beside it."""
        mark = self._theme.metrics(TextStyle.CHIP_STRONG).horizontalAdvance(self._mark)
        return bool(self._mark) and width < mark + self._theme.px(180)

    def _places(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Return the rectangles of the first line, the second line and the mark."""
        px = self._theme.px
        chip = self._theme.metrics(TextStyle.CHIP_STRONG)
        beside = bool(self._mark) and not self._stacks(width)
        mark = chip.horizontalAdvance(self._mark) + px(12) if beside else 0
        free = max(width - px(40) - px(14) - mark, px(32))
        first = self._theme.metrics(TextStyle.ROW_PHRASE).boundingRect(QRect(0, 0, free, 9999), _WRAP, self.text())
        second = self._theme.metrics(TextStyle.ROW_KOREAN).boundingRect(QRect(0, 0, free, 9999), _WRAP, self._second)
        height = first.height() + (second.height() + px(2) if self._second else 0)
        top = px(10) if self._stacks(width) else max((px(48) - height) // 2, px(10))
        first = QRect(px(40), top, free, first.height())
        second = QRect(px(40), first.bottom() + 1 + px(2), free, second.height() if self._second else 0)
        if beside:
            return first, second, QRect(0, 0, width - px(14), self.height())
        below = (second if self._second else first).bottom() + 1 + px(2)
        return first, second, QRect(px(40), below, width - px(40), chip.height())
