"""A map of how well the user knows each code: one cell per entry, and a click on it opens the entry's page."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from statusref.domain.status import Entry, StatusClass
from statusref.domain.text import Language
from statusref.study.statistics import Mastery
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone
from statusref.views.localizer import Localizer
from statusref.views.study.chart import Chart
from statusref.views.study.labels import entry_title, percent
from statusref.views.study.shades import ink, shade, step_of
from statusref.views.tones import tone_of

_WIDE, _HIGH, _GAP, _LABEL = 44, 32, 4, 24
_LEAST = 5
"""The shortest bar, in pixels at 100 %."""
_TRACK = 0.25
"""How strong the rest of a bar is, up to the full level."""
_NOTHING = Mastery(0.0, 0, 0)


class MasteryMap(Chart):
    """Arrow keys move from cell to cell; Return, Space or a click opens the page.

    ``opened`` carries the id of an entry. ``described`` carries the words for the cell under the pointer or with the
    focus, or for the whole map if there is none.
    """

    opened = Signal(str)
    described = Signal(str)

    def __init__(
        self, theme: Theme, localizer: Localizer, entries: Sequence[Entry], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, localizer, 400, parent)
        self._groups = _grouped(entries)
        self._entries = [entry for _, members in self._groups for entry in members]
        self._mastery: Mapping[str, Mastery] = {}
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_mastery(self, mastery: Mapping[str, Mastery]) -> None:
        self._mastery = mastery
        self.setAccessibleName(self._localizer.text("study.mastery"))
        self.setAccessibleDescription(self._whole())
        self.update()

    @property
    def current(self) -> Entry:
        """The entry whose cell the arrow keys have reached."""
        return self._entries[self._current]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._cells(width)[-1][1].bottom() + 1 + self._theme.px(4)

    def sizeHint(self) -> QSize:
        width = self._theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.heightForWidth(max(self.width(), self._theme.px(120))))

    def tip_at(self, place: QPoint) -> str:
        position = self._position_at(place)
        return self._words(self._entries[position]) if position is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        painter.setFont(self._theme.font(TextStyle.CHIP_STRONG))
        for position, (entry, rect) in enumerate(self._cells(self.width())):
            if not rect.intersects(event.rect()):
                continue
            tone = tone_of(entry)
            level = self._mastery.get(entry.id, _NOTHING).level
            step = step_of(level)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade(tokens, tokens.tint(tone), tokens.tone(tone), step))
            painter.drawRoundedRect(rect, 6, 6)
            painter.setPen(ink(tokens, step))
            painter.drawText(rect.adjusted(0, 0, 0, -self._theme.px(3)), Qt.AlignmentFlag.AlignCenter, entry.number)
            if step:
                self._paint_level(painter, rect, level, step)
            if position == self._current and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                # Inside the cell, so that the cells begin where the headings do; a gap keeps it off strong colours.
                for token, inset, width in (("surface", 2, 4), ("accent", 1, 2)):
                    painter.setPen(QPen(self._theme.color(token), width))
                    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 6, 6)
        self._paint_labels(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._go((self._current + step) % len(self._entries))
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._go(self._vertical(-1 if event.key() == Qt.Key.Key_Up else 1))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit(self.current.id)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = self._position_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.ArrowCursor if position is None else Qt.CursorShape.PointingHandCursor)
        self.described.emit(self._whole() if position is None else self._words(self._entries[position]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = self._position_at(event.position().toPoint())
        if position is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(position)
            self.opened.emit(self.current.id)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.described.emit(self._whole())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._go(self._current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setAccessibleDescription(self._whole())
        self.described.emit(self._whole())
        self.update()

    def _go(self, position: int) -> None:
        self._current = position
        words = self._words(self.current)
        self.setAccessibleDescription(words)
        self.described.emit(words)
        self.update()

    def _vertical(self, step: int) -> int:
        """The nearest cell in the next row up or down, or the current cell if there is no such row."""
        cells = [rect for _, rect in self._cells(self.width())]
        here = cells[self._current]
        rows = sorted({rect.top() for rect in cells})
        place = rows.index(here.top()) + step
        if not 0 <= place < len(rows):
            return self._current
        row = [position for position, rect in enumerate(cells) if rect.top() == rows[place]]
        return min(row, key=lambda position: abs(cells[position].left() - here.left()))

    def _words(self, entry: Entry) -> str:
        known = self._mastery.get(entry.id, _NOTHING)
        korean = self._localizer.language is Language.KOREAN
        return self._localizer.text(
            "study.mastery.cell",
            code=f"{entry_title(entry)} · {entry.korean}" if korean else entry_title(entry),
            level=percent(known.level),
            studied=known.studied,
            cards=known.cards,
        )

    def _whole(self) -> str:
        known = list(self._mastery.values())
        begun = sum(one.studied > 0 for one in known)
        level = sum(one.level for one in known) / len(known) if known else 0.0
        return self._localizer.text("study.mastery.spoken", begun=begun, total=len(self._entries), level=percent(level))

    def _position_at(self, place: QPoint) -> int | None:
        cells = enumerate(self._cells(self.width()))
        return next((position for position, (_, rect) in cells if rect.contains(place)), None)

    def _cells(self, width: int) -> list[tuple[Entry, QRect]]:
        px = self._theme.px
        wide, high, gap = px(_WIDE), px(_HIGH), px(_GAP)
        columns = max((width + gap) // (wide + gap), 1)
        cells: list[tuple[Entry, QRect]] = []
        top = 0
        for _, members in self._groups:
            top += px(_LABEL)
            for number, entry in enumerate(members):
                row, column = divmod(number, columns)
                cells.append((entry, QRect(column * (wide + gap), top + row * (high + gap), wide, high)))
            top += ((len(members) - 1) // columns + 1) * (high + gap) + px(8)
        return cells

    def _paint_level(self, painter: QPainter, rect: QRect, level: float, step: int) -> None:
        """Paint a bar below the number, because colour alone must not carry the information."""
        px = self._theme.px
        room = rect.width() - px(12)
        paint = ink(self._theme.tokens, step)
        track = QColor(paint)
        track.setAlphaF(_TRACK)
        for width, fill in ((room, track), (max(round(room * level), px(_LEAST)), paint)):
            painter.fillRect(rect.left() + px(6), rect.bottom() - px(7), width, px(3), fill)

    def _paint_labels(self, painter: QPainter) -> None:
        tops: dict[str, int] = {}
        for entry, rect in self._cells(self.width()):
            tops.setdefault(tone_of(entry).value, rect.top())
        for tone, _ in self._groups:
            place = QRect(0, tops[tone.value] - self._theme.px(_LABEL), self.width(), self._theme.px(_LABEL))
            middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            self.small(painter, place, self._group_title(tone), "text2", middle)

    def _group_title(self, tone: Tone) -> str:
        if tone is Tone.UNOFFICIAL:
            return self._localizer.text("filter.unofficial")
        return f"{tone.value} {self._localizer.text(f'class.{tone.value}')}"


def _grouped(entries: Sequence[Entry]) -> list[tuple[Tone, list[Entry]]]:
    groups: dict[Tone, list[Entry]] = {Tone(member.value): [] for member in StatusClass}
    groups[Tone.UNOFFICIAL] = []
    for entry in entries:
        groups[tone_of(entry)].append(entry)
    return [(tone, members) for tone, members in groups.items() if members]
