"""The base of review, quiz and result: a line above, the page in the middle, a foot below in the same column."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.theme.theme import Theme
from statusref.views.study.card_reader import CardReader
from statusref.views.study.session_bar import SessionBar
from statusref.widgets.column import Column
from statusref.widgets.panel import Panel


class SessionFrame(QWidget):
    """Add widgets to ``foot``, and what opens between page and foot to ``between``."""

    def __init__(self, theme: Theme, header: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bar = SessionBar(theme, self)
        self.reader = CardReader(theme, self, header)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(8)
        self.between = QVBoxLayout()
        below = QWidget(self)
        below.setLayout(self.foot)
        bottom = Panel(theme, "background", (Qt.Edge.TopEdge,), self)
        self._bottom = bottom
        outer = QVBoxLayout(bottom)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Column(theme, below))
        page = Panel(theme, "surface", (), self)
        middle = QVBoxLayout(page)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.reader)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(page, 1)
        layout.addLayout(self.between)
        layout.addWidget(bottom)
        theme.changed.connect(self._fit_foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def settle(self) -> None:
        """Lay out the foot now.

        Without this, each level of nested layouts would take one more event and one more paint.
        """
        _activate(self._bottom)
        layout = self.layout()
        if layout is not None:
            layout.activate()

    @Slot()
    def _fit_foot(self) -> None:
        """Align the left edge of the foot with the text of the page."""
        side = self._theme.px(40 if self.width() > self._theme.px(560) else 20)
        self.foot.setContentsMargins(side, 12, side, 12)


def _activate(widget: QWidget) -> None:
    """Activate layouts from the inside out."""
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isHidden():
            _activate(child)
    layout = widget.layout()
    if layout is not None:
        layout.activate()
