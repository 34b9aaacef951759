"""The window: top bar, rail, pages, status line. Pages other than the first are made when first opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from statusref.theme.theme import Theme
from statusref.views.lookup_page import LookupPage
from statusref.views.rail import Page, Rail
from statusref.views.status_line import StatusLine
from statusref.views.top_bar import TopBar
from statusref.widgets.message_bar import MessageBar

_NARROW = 860
_BARS = 86
"""Pixels at 100 % that top bar and status line take."""


class MainWindow(QWidget):
    """``closing`` is sent while everything is still there to be saved."""

    closing = Signal()
    file_dropped = Signal(str)

    def __init__(
        self,
        theme: Theme,
        top: TopBar,
        lookup: LookupPage,
        status: StatusLine,
        makers: dict[Page, Callable[[], QWidget]],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._makers = makers
        self._pages: dict[Page, QWidget] = {Page.LOOKUP: lookup}
        self._page = Page.LOOKUP
        self.top = top
        self.lookup = lookup
        self.status = status
        # The Tab key goes through the parts in the order in which they join the window.
        top.setParent(self)
        self.rail = Rail(theme, self)
        self.messages = MessageBar(theme, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(lookup)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self.messages)
        layout.addLayout(middle, 1)
        layout.addWidget(status)
        self.setAcceptDrops(True)
        self.setMinimumSize(360, 300)
        self.resize(1180, 780)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    def widget(self, page: Page) -> QWidget:
        """Return a page, made now if this is the first time."""
        widget = self._pages.get(page)
        if widget is None:
            widget = self._pages[page] = self._makers[page]()
            self._stack.addWidget(widget)
            # A page made late comes after the status line in the order of Tab; it belongs before it.
            before = [child for child in widget.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
            for last in before[-1:]:
                self.status.follow_in_tab_order(last)
        return widget

    def show_page(self, page: Page) -> None:
        """Go to a page."""
        self._page = page
        self._stack.setCurrentWidget(self.widget(page))
        self.rail.show_page(page)

    def say_title(self, subject: str) -> None:
        """Name what is shown in the window's title."""
        self.setWindowTitle(f"{subject} – StatusRef" if subject else "StatusRef")

    def shut(self) -> None:
        """Close the window, which ends the program."""
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave labels out where there is no room for them."""
        narrow = self.width() < self._theme.px(_NARROW)
        low = self.height() - self._theme.px(_BARS) < self.rail.full_height
        self.rail.set_compact(compact=narrow or low)
        self.status.set_compact(compact=narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        # What the window put off for later must not happen any more: the user's data is closed by now.
        for timer in self.findChildren(QTimer):
            timer.stop()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.file_dropped.emit(files[0])
        elif data.hasText():
            self.top.field.give(data.text())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    @Slot()
    def _on_theme_changed(self) -> None:
        palette = self._theme.palette()
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.update()
        self._fit()
