"""The window: top bar, rail, pages, status line. Pages other than the first are made when first opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from statusref.pages import LOOKUP
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.lookup_page import LookupPage
from statusref.views.message_bar import MessageBar
from statusref.views.rail import Rail
from statusref.views.status_line import StatusLine
from statusref.views.top_bar import TopBar
from statusref.views.window_page import WindowPage
from statusref.widgets.dropping import take_copy
from statusref.widgets.reader import Reader
from statusref.widgets.tab_order import tab_stops

_NARROW = 860
_BARS = 86
"""Pixels at 100 % that top bar and status line take."""


class MainWindow(QWidget):
    """``make_page`` makes a page by its name. ``closing`` is sent while everything is still there to be saved.

    ``hidden`` tells that the window is gone from the screen, closed or not; ``another_wanted`` asks for one more.
    ``page_menu_made`` carries the menu (a QMenu) of a text on a page, before it opens.
    """

    closing = Signal()
    hidden = Signal()
    another_wanted = Signal()
    page_menu_made = Signal(object)
    file_dropped = Signal(str)

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        top: TopBar,
        lookup: LookupPage,
        status: StatusLine,
        make_page: Callable[[str], WindowPage],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._make_page = make_page
        self._pages: dict[str, WindowPage] = {LOOKUP: lookup}
        self._page_name = LOOKUP
        self.top = top
        self.lookup = lookup
        self.status = status
        # The Tab key goes through the parts in the order in which they join the window.
        top.setParent(self)
        self.rail = Rail(theme, localizer, self)
        self.messages = MessageBar(theme, localizer, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(lookup)
        lookup.menu_made.connect(self.page_menu_made)
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

    def come_to_front(self) -> None:
        """Show the window, above all others and not minimised."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        if self.isVisible():
            self.raise_()
            self.activateWindow()
        self.show()

    @property
    def page(self) -> WindowPage:
        """The page that is shown."""
        return self._pages[self._page_name]

    @property
    def page_name(self) -> str:
        """The name of the page that is shown."""
        return self._page_name

    @property
    def reader(self) -> Reader | None:
        """The text that the page shows; None where it shows none."""
        return next((reader for reader in self.page.findChildren(Reader) if reader.isVisible()), None)

    def page_called(self, name: str) -> WindowPage:
        """Return a page, made now if this is the first time."""
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._make_page(name)
            self._stack.addWidget(page)
            page.menu_made.connect(self.page_menu_made)
            # A page made late comes after the status line in the order of Tab; it belongs before it.
            for last in tab_stops(page)[-1:]:
                self.status.follow_in_tab_order(last)
        return page

    def show_page(self, name: str) -> None:
        self._page_name = name
        self._stack.setCurrentWidget(self.page_called(name))
        self.rail.show_page(name)
        self.status.count_rows(shown=name == LOOKUP)
        self.top.show_page(name)

    @Slot()
    def name_shown(self) -> None:
        """Name what is shown in the window's title."""
        subject = self.page.title
        self.setWindowTitle(f"{subject} – StatusRef" if subject else "StatusRef")

    def save_pages(self) -> None:
        """Have every page save what is being written on it."""
        for page in self._pages.values():
            page.save()

    @Slot()
    def end_pages(self) -> None:
        """Have every page end what runs for it."""
        for page in self._pages.values():
            page.end()

    @Slot()
    def shut(self) -> None:
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide the labels of the rail and the date of the data if the window is too small for them."""
        narrow = self.width() < self._theme.px(_NARROW)
        height = self.height() - self._theme.px(_BARS)
        self.rail.set_compact(compact=narrow or height < self.rail.full_height, height=height)
        self.status.set_compact(compact=narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # as when the user minimises it
            self.hidden.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            take_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if not take_copy(event):
            return
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.file_dropped.emit(files[0])
        elif data.hasText():
            self.top.field.give(data.text())

    @Slot()
    def _on_theme_changed(self) -> None:
        palette = self._theme.palette()
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.update()
        self._fit()
