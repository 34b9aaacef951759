"""The left part of the first page: class filter, recent codes, a caption, and the list that they all bear on."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.catalogue import Catalogue, Target
from statusref.domain.class_filter import ClassFilter
from statusref.models.catalogue_model import CatalogueModel
from statusref.models.ranked_proxy import More, RankedProxy, Row
from statusref.models.result_rows import MatchRows, RowChooser
from statusref.search.results import Reason, Results
from statusref.theme.theme import Theme
from statusref.views.class_filter_bar import ClassFilterBar
from statusref.views.list_caption import ListCaption
from statusref.views.localizer import Localizer
from statusref.views.recent_strip import RecentStrip
from statusref.views.result_list import ResultList
from statusref.views.row_delegate import RowDelegate
from statusref.views.row_words import RowWords
from statusref.widgets.panel import Panel


class ListPanel(Panel):
    """Fills the list from a search, from given rows or with everything; class and bookmarks narrow all three.

    ``counted`` carries the number of rows. What is selected is the owner's affair.
    """

    counted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        catalogue: Catalogue,
        search: Callable[[str], Results],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "surface", parent=parent)
        self._localizer = localizer
        self._search = search
        self._results: Results | None = None
        self._given: list[Row] | None = None
        self._given_caption = ""
        self._any_rows = True
        self._filter = ClassFilter.ALL
        self._bookmarks: Collection[str] = ()
        self._only_bookmarks = False
        self._chooser = RowChooser()
        self._proxy = RankedProxy(CatalogueModel(catalogue, self), self)
        # What is no valid status code, such as the 000 of a log, comes last: nobody looks for it first.
        ordered = sorted(catalogue.entries, key=lambda entry: entry.status_class is None)
        self._all_rows = [Row(entry) for entry in ordered]
        self.filter_bar = ClassFilterBar(theme, localizer, self)
        self.recent_strip = RecentStrip(theme, localizer, catalogue, self)
        self.caption = ListCaption(theme, self)
        self.list = ResultList(theme, self._proxy, RowDelegate(theme, RowWords(localizer), self), self)
        self.setMinimumWidth(theme.px(220))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.filter_bar, self.recent_strip, self.caption):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def filter(self) -> ClassFilter:
        """The class that is chosen."""
        return self._filter

    @property
    def bookmarks(self) -> Collection[str]:
        """The ids of the bookmarked codes."""
        return self._bookmarks

    @property
    def is_searching(self) -> bool:
        """Whether the rows are a search's."""
        return self._results is not None

    @property
    def is_given(self) -> bool:
        """Whether the rows were given."""
        return self._given is not None

    @property
    def is_narrowed(self) -> bool:
        """Whether class or bookmarks hold rows back."""
        return self._filter is not ClassFilter.ALL or self._only_bookmarks

    def search(self, query: str) -> None:
        """Search. Blank text shows everything."""
        self._given = None
        self._results = self._search(query) if query.strip() else None
        self.fill()

    def give(self, rows: list[Row], caption: str) -> None:
        """Show rows that no search found, such as the codes of a log."""
        self._given = rows
        self._results = None
        self._given_caption = caption
        self.fill()

    def choose(self, choice: ClassFilter) -> None:
        """Show one class only."""
        self._filter = choice
        self.filter_bar.choose(choice)
        self.fill()

    def set_bookmarks(self, ids: Collection[str], *, only: bool) -> bool:
        """Set the bookmarked ids; ``only`` shows nothing else. Return whether the rows may be others now."""
        self._bookmarks = ids
        changed = only != self._only_bookmarks or only
        self._only_bookmarks = only
        if changed:
            self.fill()
        return changed

    def fill(self) -> None:
        """Fill the list again."""
        rows: Sequence[Row]
        if self._given is not None:
            rows = self._given
        elif self._results is None:
            rows = self._all_rows
        else:
            rows = MatchRows(self._results.codes or self._results.suggestions)
        choice = self._chooser.choose(rows, self._filter, self._bookmarks if self._only_bookmarks else None)
        self.filter_bar.set_counts({member: choice.counts[member] for member in ClassFilter})
        self._proxy.show(choice.rows)
        self._any_rows = bool(rows)
        self._update_words()
        self.refresh_recent()
        self.counted.emit(len(choice.rows))

    def first(self) -> Target | None:
        """What the first row shows."""
        row = self.row(0) if self._proxy.rowCount() else None
        return row.target if isinstance(row, Row) else None

    def row(self, row: int) -> Row | More:
        """What a row shows."""
        return self._proxy.row(row)

    def row_of(self, target_id: str) -> int | None:
        """The row that shows an entry or number, or None."""
        return self._proxy.row_of(target_id)

    def show_all(self) -> None:
        """Show the rows that were held back because there are so many."""
        self._proxy.show_all()

    def refresh_recent(self) -> None:
        """Show the recent codes if this is the moment for them."""
        idle = self._results is None and self._given is None and not self._only_bookmarks
        self.recent_strip.setVisible(idle and self.recent_strip.has_any)

    @Slot()
    def retranslate(self) -> None:
        self.list.setAccessibleName(self._localizer.text("list.name"))
        self._update_words()

    def _update_words(self) -> None:
        self.caption.tell(self._caption())
        if self._only_bookmarks and not self._bookmarks:
            key = "list.empty.bookmarks"
        elif self._any_rows:
            key = "list.empty.class"
        else:
            key = "list.empty"
        self.list.set_empty_text(self._localizer.text(key))

    def _caption(self) -> str:
        if self._given is not None:
            return self._given_caption
        if self._results is None:
            return ""
        parts = []
        if self._results.truncated_query:
            parts.append(self._localizer.text("list.truncated"))
        match self._results.reason:
            case Reason.NEAREST | Reason.NUMBER:
                parts.append(self._localizer.text("list.nearest"))
            case Reason.UNKNOWN:
                parts.append(self._localizer.text("list.essential"))
            case _:
                pass
        return " ".join(parts)
