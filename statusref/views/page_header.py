"""The header of a page: number, phrase, Korean meaning, chips, and the buttons to bookmark and copy."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from statusref.domain.description.blocks import Chip, Head
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.views.localizer import Localizer
from statusref.views.tones import tone_of_class
from statusref.widgets.icon_button import IconButton
from statusref.widgets.unbroken import unbroken

_PLAIN_TEXT = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class _Places(NamedTuple):
    """Where everything stands at one width."""

    number: QRect
    title: QRect
    subtitle: QRect
    chips: list[tuple[QRect, Chip]]
    height: int


class PageHeader(QWidget):
    """Paints its texts itself, because changing labels takes longer than a frame. Only the two buttons are widgets."""

    bookmark_toggled = Signal(bool)
    copy_requested = Signal()

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._head = Head("", "")
        self._title = ""
        self._subtitle = ""
        # Asked for some ten times for each page, and worked out by laying out all texts.
        self._kept_places: dict[int, _Places] = {}
        # Fixed would forbid more height than at the width of the size hint, and cut the chips off in a narrow window.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.bookmark_button = IconButton(theme, "star", checked_icon="star-filled", parent=self)
        self.bookmark_button.toggled.connect(self.bookmark_toggled)
        self.copy_button = IconButton(theme, "copy", parent=self)
        self.copy_button.clicked.connect(self.copy_requested)
        theme.changed.connect(self._on_theme_changed)
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    def show_head(self, head: Head, *, can_bookmark: bool = False, bookmarked: bool = False) -> None:
        """Show number, names and chips of another page. Only codes can be bookmarked."""
        self._head = head
        self._subtitle = head.subtitle
        # Allow a line break after a middle dot: "POST·PUT·DELETE" is too long for a narrow window.
        self._title = unbroken(head.title.replace("·", "·\u200b"))
        self._kept_places.clear()
        self.set_bookmarked(bookmarked=bookmarked)
        self.bookmark_button.setVisible(can_bookmark)
        self.copy_button.setVisible(bool(head.number))
        self.setAccessibleName(f"{head.number} {head.title}".strip())
        self.setAccessibleDescription(", ".join([self._subtitle, *(chip.text for chip in head.chips)]))
        self.updateGeometry()
        self.update()

    def set_bookmarked(self, *, bookmarked: bool) -> None:
        """Show whether the code is bookmarked, without emitting ``bookmark_toggled``."""
        self.bookmark_button.blockSignals(True)
        self.bookmark_button.setChecked(bookmarked)
        self.bookmark_button.blockSignals(False)

    @Slot()
    def retranslate(self) -> None:
        self.bookmark_button.describe(self._localizer.text("header.bookmark"), "Ctrl+D")
        self.copy_button.describe(self._localizer.text("header.copy"), "Ctrl+Shift+C")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width).height

    def sizeHint(self) -> QSize:
        width = self._theme.px(600)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = self.copy_button.sizeHint().width()
        self.copy_button.move(self.width() - side, 0)
        self.bookmark_button.move(self.width() - 2 * side - self._theme.px(4), 0)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        number, title, subtitle, chips, _ = self._places(self.width())
        tone_of_page = tone_of_class(self._head.tone)
        self._text(painter, TextStyle.CODE_NUMBER, color(tokens.tone(tone_of_page)), number, self._head.number)
        self._text(painter, TextStyle.PHRASE, self._theme.color("text1"), title, self._title)
        self._text(painter, TextStyle.KOREAN, self._theme.color("text2"), subtitle, self._subtitle)
        for rect, chip in chips:
            painter.setPen(Qt.PenStyle.NoPen)
            tone = tone_of_page if chip.toned else Tone.UNOFFICIAL
            painter.setBrush(color(tokens.tint(tone)))
            painter.drawRoundedRect(rect, 6, 6)
            painter.setPen(color(tokens.tone(tone)) if chip.toned else self._theme.color("text2"))
            painter.setFont(self._theme.font(TextStyle.CHIP_STRONG if chip.toned else TextStyle.CHIP))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chip.text)

    def _text(self, painter: QPainter, style: TextStyle, pen: QColor, rect: QRect, text: str) -> None:
        painter.setFont(self._theme.font(style))
        painter.setPen(pen)
        painter.drawText(rect, _PLAIN_TEXT, text)

    def _places(self, width: int) -> _Places:
        places = self._kept_places.get(width)
        if places is None:
            px = self._theme.px
            names = self._place_names(width)
            bottom = self._names_bottom(*names)
            chips = self._place_chips(width, bottom + px(14))
            height = chips[-1][0].bottom() + 1 + px(18) if chips else bottom + px(14)
            places = self._kept_places[width] = _Places(*names, chips, height)
        return places

    def _place_names(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Return the rectangles of number, title and subtitle: side by side, or one below the other if it is narrow."""
        px = self._theme.px
        big = self._theme.metrics(TextStyle.CODE_NUMBER)
        middle = self._theme.metrics(TextStyle.PHRASE)
        small = self._theme.metrics(TextStyle.KOREAN)
        taken = big.horizontalAdvance(self._head.number)
        left = taken + px(18) if taken else 0
        free = width - left - px(84)
        stacked = bool(taken) and free < px(190)
        if stacked:
            left, free = 0, width
        top = big.height() + px(4) if stacked else px(5) if taken else 0
        if taken == 0:
            free = width
        title = middle.boundingRect(QRect(0, 0, free, 10_000), _PLAIN_TEXT, self._title)
        number = QRect(0, -px(3), taken + 2, big.height())
        title_rect = QRect(left, top, free, title.height())
        subtitle = small.boundingRect(QRect(0, 0, free, 10_000), _PLAIN_TEXT, self._subtitle)
        return number, title_rect, QRect(left, title_rect.bottom() + px(2), free, subtitle.height())

    def _names_bottom(self, number: QRect, title: QRect, subtitle: QRect) -> int:
        bottoms = [title.bottom()]
        if self._head.number:
            bottoms.append(number.bottom() - self._theme.px(6))
        if self._subtitle:
            bottoms.append(subtitle.bottom())
        return max(bottoms)

    def _place_chips(self, width: int, top: int) -> list[tuple[QRect, Chip]]:
        px = self._theme.px
        metrics = self._theme.metrics(TextStyle.CHIP)
        strong = self._theme.metrics(TextStyle.CHIP_STRONG)
        height = px(25)
        x, y = 0, top
        placed = []
        for chip in self._head.chips:
            wide = (strong if chip.toned else metrics).horizontalAdvance(chip.text) + px(18)
            if x and x + wide > width:
                x, y = 0, y + height + px(6)
            placed.append((QRect(x, y, min(wide, width), height), chip))
            x += wide + px(6)
        return placed

    @Slot()
    def _on_theme_changed(self) -> None:
        self._kept_places.clear()
        self.updateGeometry()
        self.update()
