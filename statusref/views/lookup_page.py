"""The first page: class filter and list at the left, the chosen code's page at the right."""

from collections.abc import Callable, Collection
from enum import Enum, auto

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QWidget

from statusref.domain.catalogue import Catalogue, Target
from statusref.domain.class_filter import ClassFilter
from statusref.models.catalogue_model import Role
from statusref.models.ranked_proxy import More, Row
from statusref.search.results import Results
from statusref.theme.theme import Theme
from statusref.views.detail_pane import DetailPane, Pages
from statusref.views.list_panel import ListPanel
from statusref.views.localizer import Localizer
from statusref.widgets.hairline_splitter import HairlineSplitter

_DWELL_MS = 1500
"""A page that stays this long counts as opened, so that a code found by typing alone is among the recent ones."""


class Narrow(Enum):
    """What a narrow window shows of the two parts; a wide one shows both."""

    WIDE = auto()
    LIST = auto()
    PAGE = auto()


class LookupPage(QWidget):
    """Search and class filter in, one page out.

    ``opened`` tells that the user settled on a code or number, ``overview_opened`` on a class; ``counted`` carries
    the number of rows.
    """

    opened = Signal(str)
    overview_opened = Signal(ClassFilter)
    counted = Signal(int)
    page_changed = Signal()
    layout_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        catalogue: Catalogue,
        search: Callable[[str], Results],
        pages: Pages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._catalogue = catalogue
        self._narrow = Narrow.WIDE
        self.panel = ListPanel(theme, localizer, catalogue, search, self)
        self.filter_bar = self.panel.filter_bar
        self.recent_strip = self.panel.recent_strip
        self.caption = self.panel.caption
        self.list = self.panel.list
        self.detail = DetailPane(theme, localizer, pages, self)
        self._splitter = self._make_splitter()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

        self._due: Target | None = None
        self._due_timer = QTimer(self)
        self._due_timer.setSingleShot(True)
        self._due_timer.timeout.connect(self.show_due)
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(_DWELL_MS)
        self._dwell.timeout.connect(self._on_dwelt)
        self.panel.counted.connect(self.counted)
        self.filter_bar.chosen.connect(self._on_filter_chosen)
        self.list.row_chosen.connect(self._on_row_chosen)
        self.list.row_opened.connect(self._on_row_opened)
        localizer.changed.connect(self._on_language_changed)
        self.retranslate()

    def _make_splitter(self) -> QSplitter:
        splitter = HairlineSplitter(self._theme, self)
        splitter.addWidget(self.panel)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        return splitter

    # What the owner asks for

    def set_query(self, query: str) -> None:
        """Search. Blank text shows everything."""
        self.panel.search(query)
        self._select_after_fill()
        if self._narrow is Narrow.PAGE:
            self._set_narrow(Narrow.LIST)

    def show_rows(self, rows: list[Row], caption: str) -> None:
        """Show rows that no search found, such as the codes of a log."""
        current = self.list.currentIndex().data(Role.ID) if self.panel.is_given else None
        self.panel.give(rows, caption)
        if current is not None:
            self.list.select_row(self.panel.row_of(str(current)))
        if rows and self.list.currentIndex().row() < 0:
            self.list.select_row(0)
            self._show(rows[0].target)

    def restore(self, choice: str, location: str, list_width: int) -> None:
        """Be as the window was left: class, code and width. What no longer exists is passed over."""
        self.panel.choose(next((member for member in ClassFilter if member.value == choice), ClassFilter.ALL))
        target = self.find_target(location) if location else None
        if target is None:
            self._show(self.panel.filter)
        else:
            self.open_target(target)
        self.set_list_width(list_width)

    def set_filter(self, choice: ClassFilter) -> None:
        """Show one class only. With nothing searched for, its overview."""
        self.panel.choose(choice)
        self._select_after_fill()
        if not self.panel.is_searching:
            self.list.select_row(None)
            self._show(choice)
            self.overview_opened.emit(choice)

    @property
    def filter(self) -> ClassFilter:
        """The class that is chosen."""
        return self.panel.filter

    def set_bookmarks(self, ids: Collection[str], *, only: bool) -> None:
        """Know the bookmarks, and show nothing else if ``only``."""
        changed = self.panel.know_bookmarks(ids, only=only)
        shown = self.detail.shown
        if not isinstance(shown, ClassFilter):
            self.detail.set_bookmarked(bookmarked=shown.id in ids)
        if changed:
            self._select_after_fill()

    def open_target(self, target: Target) -> None:
        """Go to an entry or number; the list selects it if it is there."""
        row = self.panel.row_of(target.id)
        if row is None and self.panel.is_narrowed:
            self.panel.choose(ClassFilter.ALL)
            row = self.panel.row_of(target.id)
        self.list.select_row(row)
        self._show(target)
        if self._narrow is not Narrow.WIDE:
            self._set_narrow(Narrow.PAGE)

    def find_target(self, target_id: str) -> Target | None:
        """Return the entry with this id, or what a bare number from 0 to 999 is, or None."""
        entry = self._catalogue.get(target_id)
        if entry is not None:
            return entry
        if target_id.isdecimal() and len(target_id) <= 3:
            uses = self._catalogue.with_code(int(target_id))
            return uses[0] if uses else self._catalogue.explain(int(target_id))
        return None

    def open_current(self) -> None:
        """Settle on the selected row: the page takes the keyboard. The row that stands for the rest shows the rest."""
        row = self.list.currentIndex().row()
        if row >= 0 and isinstance(self.panel.row(row), More):
            self._show_rest(row)
            return
        self.show_due()
        shown = self.detail.shown
        if not isinstance(shown, ClassFilter):
            self.opened.emit(shown.id)
        if self._narrow is not Narrow.WIDE:
            self._set_narrow(Narrow.PAGE)
        self.detail.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_selection(self, step: int) -> None:
        """Move by rows, the keyboard staying where it is."""
        self.list.move_by(step)

    @property
    def is_reading(self) -> bool:
        """Whether a narrow window shows the page instead of the list."""
        return self._narrow is Narrow.PAGE

    def back_to_list(self) -> None:
        """In a narrow window, show the list again."""
        if self._narrow is Narrow.PAGE:
            self._set_narrow(Narrow.LIST)

    @property
    def list_width(self) -> int:
        """The list's width in pixels, which the splitter sets."""
        return self.panel.width()

    def set_list_width(self, width: int) -> None:
        """Give the list a width from 240 to 480 pixels at 100 %."""
        width = min(max(width, self._theme.px(240)), self._theme.px(480))
        self._splitter.setSizes([width, max(self.width() - width, self._theme.px(300))])

    def show_overview(self, choice: ClassFilter) -> None:
        """Go to the overview of a class."""
        self.panel.choose(choice)
        self.list.select_row(None)
        self._show(choice)
        if self._narrow is not Narrow.WIDE:
            self._set_narrow(Narrow.PAGE)

    def show_reader(self) -> None:
        """In a narrow window, show the page."""
        if self._narrow is Narrow.LIST:
            self._set_narrow(Narrow.PAGE)

    def retranslate(self) -> None:
        self._splitter.handle(1).setAccessibleName(self._localizer.text("list.width"))

    # What happens

    @Slot()
    def _on_language_changed(self) -> None:
        self.retranslate()
        self.detail.refresh()
        self.page_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(780)
        if wide and self._narrow is not Narrow.WIDE:
            self._set_narrow(Narrow.WIDE)
        elif not wide and self._narrow is Narrow.WIDE:
            focused = QApplication.focusWidget()
            reading = focused is not None and self.detail.isAncestorOf(focused)
            self._set_narrow(Narrow.PAGE if reading else Narrow.LIST)

    def _set_narrow(self, narrow: Narrow) -> None:
        self._narrow = narrow
        self.panel.setVisible(narrow is not Narrow.PAGE)
        self.detail.setVisible(narrow is not Narrow.LIST)
        self.layout_changed.emit()

    def _select_after_fill(self) -> None:
        """Select the first match of a search; else keep what is shown selected."""
        shown = self.detail.shown
        first = self.panel.first() if self.panel.is_searching else None
        if first is not None:
            self.list.select_row(0)
            # The list is painted first: while typing, the page may come a moment later.
            self._due = first
            self._due_timer.start(0)
        elif not isinstance(shown, ClassFilter):
            self.list.select_row(self.panel.row_of(shown.id))

    @Slot()
    def show_due(self) -> None:
        """Show the page of the first match now, if it is still due."""
        if self._due is not None:
            self._show(self._due)

    def _show(self, what: Target | ClassFilter) -> None:
        self._dwell.stop()
        self._due_timer.stop()
        self._due = None
        if what != self.detail.shown or not self.detail.is_written:
            bookmarked = not isinstance(what, ClassFilter) and what.id in self.panel.bookmarks
            self.detail.show_page(what, bookmarked=bookmarked)
            self.page_changed.emit()
        if not isinstance(what, ClassFilter):
            self._dwell.start()

    @Slot(ClassFilter)
    def _on_filter_chosen(self, choice: ClassFilter) -> None:
        self.set_filter(choice)

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        shown = self.panel.row(row)
        if isinstance(shown, Row):
            self._show(shown.target)

    @Slot(int)
    def _on_row_opened(self, row: int) -> None:
        shown = self.panel.row(row)
        if isinstance(shown, More):
            self._show_rest(row)
        else:
            self._show(shown.target)
            self.open_current()

    def _show_rest(self, row: int) -> None:
        self.panel.show_all()
        self.list.select_row(row)
        self._on_row_chosen(row)

    @Slot()
    def _on_dwelt(self) -> None:
        shown = self.detail.shown
        if not isinstance(shown, ClassFilter) and self._narrow is not Narrow.LIST:
            self.opened.emit(shown.id)
