"""Keeps a bar with several rows from taking the whole window."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from statusref.theme.theme import Theme
from statusref.widgets.scroll_bars import SlimScrollBars

_SHARE = 2 / 3
"""The most that the bar takes of its page's height."""


class ScrolledBar(QScrollArea):
    """Shows ``bar`` at the top of ``page``, in its whole height if there is room; otherwise it scrolls."""

    def __init__(self, theme: Theme, bar: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._bar = bar
        self._page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(bar)
        SlimScrollBars(theme, self)
        bar.installEventFilter(self)
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # A text in the bar may take another line, and a narrower page more rows.
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        return False

    def _fit(self) -> None:
        height = self._bar.heightForWidth(self._page.width())
        self.setFixedHeight(min(height, int(self._page.height() * _SHARE)))
