"""The first page: class filter and list at the left, the chosen code's page at the right."""

from collections.abc import Callable, Collection, Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from statusref.domain.catalogue import Catalogue
from statusref.models.catalogue_model import CatalogueModel, Role, Target
from statusref.models.class_filter import ClassFilter
from statusref.models.ranked_proxy import More, RankedProxy, Row
from statusref.models.result_rows import MatchRows, RowChooser
from statusref.search.results import Reason, Results
from statusref.theme.theme import Theme
from statusref.views.class_filter_bar import ClassFilterBar
from statusref.views.detail_pane import DetailPane, Pages
from statusref.views.list_caption import ListCaption
from statusref.views.recent_strip import RecentStrip
from statusref.views.result_list import ResultList
from statusref.views.row_delegate import RowDelegate
from statusref.views.row_words import RowWords
from statusref.views.speech import Speech
from statusref.widgets.hairline_splitter import HairlineSplitter
from statusref.widgets.panel import Panel

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
        speech: Speech,
        catalogue: Catalogue,
        search: Callable[[str], Results],
        pages: Pages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._search = search
        self._speech = speech
        self._results: Results | None = None
        self._given: list[Row] | None = None
        self._given_caption = ""
        self._any_rows = True
        self._filter = ClassFilter.ALL
        self._bookmarks: Collection[str] = ()
        self._only_bookmarks = False
        self._narrow = Narrow.WIDE
        self._chooser = RowChooser()
        self._model = CatalogueModel(catalogue, self)
        self._proxy = RankedProxy(self._model, self)
        self._theme = theme
        # What is no valid status code, such as the 000 of a log, comes last: nobody looks for it first.
        ordered = sorted(catalogue.entries, key=lambda entry: entry.status_class is None)
        self._all_rows = [Row(entry) for entry in ordered]

        self.filter_bar = ClassFilterBar(theme, speech, self)
        self.recent_strip = RecentStrip(theme, catalogue, self)
        self.caption = ListCaption(theme, self)
        self.list = ResultList(theme, self._proxy, RowDelegate(theme, RowWords(speech), self), self)
        self.detail = DetailPane(theme, pages, self)
        self._left = self._make_left(theme)
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
        self.filter_bar.chosen.connect(self._on_filter_chosen)
        self.list.row_chosen.connect(self._on_row_chosen)
        self.list.row_opened.connect(self._on_row_opened)
        self.retranslate()

    def _make_left(self, theme: Theme) -> QWidget:
        left = Panel(theme, "surface", parent=self)
        left.setMinimumWidth(theme.px(220))
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.filter_bar, self.recent_strip, self.caption):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        return left

    def _make_splitter(self) -> QSplitter:
        splitter = HairlineSplitter(self._theme, self)
        splitter.addWidget(self._left)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        return splitter

    # What the owner asks for

    def set_query(self, query: str) -> None:
        """Search. Blank text shows everything."""
        self._given = None
        self._results = self._search(query) if query.strip() else None
        self._refill()
        if self._narrow is Narrow.PAGE:
            self._set_narrow(Narrow.LIST)

    def show_rows(self, rows: list[Row], caption: str) -> None:
        """Show rows that no search found, such as the codes of a log."""
        current = self.list.currentIndex().data(Role.ID) if self._given is not None else None
        self._given = rows
        self._results = None
        self._given_caption = caption
        self._refill(keep=True)
        if current is not None:
            self.list.select_row(self._proxy.row_of(str(current)))
        if rows and self.list.currentIndex().row() < 0:
            self.list.select_row(0)
            self._show(rows[0].target)

    def restore(self, choice: str, location: str, list_width: int) -> None:
        """Be as the window was left: class, code and width. What no longer exists is passed over."""
        self._filter = next((member for member in ClassFilter if member.value == choice), ClassFilter.ALL)
        self.filter_bar.choose(self._filter)
        self._refill(keep=True)
        target = self.find_target(location) if location else None
        if target is None:
            self._show(self._filter)
        else:
            self.open_target(target)
        self.set_list_width(list_width)

    def set_filter(self, choice: ClassFilter) -> None:
        """Show one class only. With nothing searched for, its overview."""
        self._filter = choice
        self.filter_bar.choose(choice)
        self._refill()
        if self._results is None:
            self.list.select_row(None)
            self._show(choice)
            self.overview_opened.emit(choice)

    @property
    def filter(self) -> ClassFilter:
        """The class that is chosen."""
        return self._filter

    def set_bookmarks(self, ids: Collection[str], *, only: bool) -> None:
        """Know the bookmarks, and show nothing else if ``only``."""
        self._bookmarks = ids
        changed = only != self._only_bookmarks or only
        self._only_bookmarks = only
        shown = self.detail.shown
        if not isinstance(shown, ClassFilter):
            self.detail.set_bookmarked(bookmarked=shown.id in ids)
        if changed:
            self._refill()

    def open_target(self, target: Target) -> None:
        """Go to an entry or number; the list selects it if it is there."""
        row = self._proxy.row_of(target.id)
        if row is None and (self._filter is not ClassFilter.ALL or self._only_bookmarks):
            self._filter = ClassFilter.ALL
            self.filter_bar.choose(self._filter)
            self._refill(keep=True)
            row = self._proxy.row_of(target.id)
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
        if row >= 0 and isinstance(self._proxy.row(row), More):
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
        return self._left.width()

    def set_list_width(self, width: int) -> None:
        """Give the list a width from 240 to 480 pixels at 100 %."""
        width = min(max(width, self._theme.px(240)), self._theme.px(480))
        self._splitter.setSizes([width, max(self.width() - width, self._theme.px(300))])

    def show_overview(self, choice: ClassFilter) -> None:
        """Go to the overview of a class."""
        self._filter = choice
        self.filter_bar.choose(choice)
        self._refill(keep=True)
        self.list.select_row(None)
        self._show(choice)
        if self._narrow is not Narrow.WIDE:
            self._set_narrow(Narrow.PAGE)

    def refresh_recent(self) -> None:
        """Show the recent codes if this is the moment for them."""
        self.recent_strip.setVisible(
            self._results is None and self._given is None and not self._only_bookmarks and self.recent_strip.has_any
        )

    def show_reader(self) -> None:
        """In a narrow window, show the page."""
        if self._narrow is Narrow.LIST:
            self._set_narrow(Narrow.PAGE)

    def retranslate(self) -> None:
        self._caption_for(self._results)
        self._empty_text()
        self._splitter.handle(1).setAccessibleName(self.tr("Width of the list"))
        self.list.setAccessibleName(self.tr("Status codes"))

    # What happens

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.detail.refresh()
            self.page_changed.emit()
        super().changeEvent(event)

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
        self._left.setVisible(narrow is not Narrow.PAGE)
        self.detail.setVisible(narrow is not Narrow.LIST)
        self.layout_changed.emit()

    def _refill(self, *, keep: bool = False) -> None:
        """Fill the list again, and show the first match unless the page is to be kept."""
        results = self._results
        rows: Sequence[Row]
        if self._given is not None:
            rows = self._given
        elif results is None:
            rows = self._all_rows
        else:
            rows = MatchRows(results.matches or results.suggestions)
        choice = self._chooser.choose(rows, self._filter, self._bookmarks if self._only_bookmarks else None)
        self.filter_bar.set_counts({member: choice.counts[member] for member in ClassFilter})
        self._proxy.show(choice.rows)
        self._caption_for(results)
        self._any_rows = bool(rows)
        self._empty_text()
        self.refresh_recent()
        self.counted.emit(len(choice.rows))
        if not keep:
            self._select_after_refill(choice.rows)

    def _select_after_refill(self, rows: Sequence[Row]) -> None:
        shown = self.detail.shown
        if self._results is not None and rows:
            self.list.select_row(0)
            # The list is painted first: while typing, the page may come a moment later.
            self._due = rows[0].target
            self._due_timer.start(0)
        elif not isinstance(shown, ClassFilter):
            self.list.select_row(self._proxy.row_of(shown.id))

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
            bookmarked = not isinstance(what, ClassFilter) and what.id in self._bookmarks
            self.detail.show_page(what, bookmarked=bookmarked)
            self.page_changed.emit()
        if not isinstance(what, ClassFilter):
            self._dwell.start()

    def _caption_for(self, results: Results | None) -> None:
        if self._given is not None:
            self.caption.tell(self._given_caption)
            return
        parts = []
        if results is not None and results.truncated_query:
            parts.append(self.tr("The text is long: only its beginning was searched for."))
        match results.reason if results is not None else None:
            case Reason.NEAREST | Reason.NUMBER:
                parts.append(self.tr("No match. The nearest:"))
            case Reason.UNKNOWN:
                parts.append(self.tr("No match. The codes everybody meets:"))
            case _:
                pass
        self.caption.tell(" ".join(parts))

    def _empty_text(self) -> None:
        if self._only_bookmarks and not self._bookmarks:
            text = self.tr("No bookmarks yet. Ctrl+D bookmarks the code that is shown.")
        elif self._any_rows:
            text = self.tr("Nothing in this class. Ctrl+1 shows all classes.")
        else:
            text = self.tr("Nothing matches.")
        self.list.set_empty_text(text)

    @Slot(ClassFilter)
    def _on_filter_chosen(self, choice: ClassFilter) -> None:
        self.set_filter(choice)

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        shown = self._proxy.row(row)
        if isinstance(shown, Row):
            self._show(shown.target)

    @Slot(int)
    def _on_row_opened(self, row: int) -> None:
        shown = self._proxy.row(row)
        if isinstance(shown, More):
            self._show_rest(row)
        else:
            self._show(shown.target)
            self.open_current()

    def _show_rest(self, row: int) -> None:
        self._proxy.show_all()
        self.list.select_row(row)
        self._on_row_chosen(row)

    @Slot()
    def _on_dwelt(self) -> None:
        shown = self.detail.shown
        if not isinstance(shown, ClassFilter) and self._narrow is not Narrow.LIST:
            self.opened.emit(shown.id)
