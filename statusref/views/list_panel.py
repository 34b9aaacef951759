"""The left part of the first page: the class filter, the recent codes, a caption and the list."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.class_filter import ClassFilter
from statusref.domain.library import Library
from statusref.domain.links import Link
from statusref.domain.text import Text
from statusref.models.code_list_model import CodeListModel
from statusref.models.result_rows import MatchRows, More, Row, RowChooser
from statusref.search.results import Found, Ranking, Reason, Results
from statusref.system.keys import key_name
from statusref.theme.theme import Theme
from statusref.views.class_filter_bar import ClassFilterBar
from statusref.views.list_caption import ListCaption
from statusref.views.localizer import Localizer
from statusref.views.no_match import NoMatch
from statusref.views.recent_strip import RecentStrip
from statusref.views.result_list import ResultList
from statusref.views.row_delegate import RowDelegate
from statusref.views.row_words import RowWords
from statusref.widgets.panel import Panel

if TYPE_CHECKING:
    # Made when first needed.
    from statusref.views.comparison_offer import ComparisonOffer


class ListPanel(Panel):
    """Fills the list with the results of a search, with given rows, or with everything, and filters these rows.

    ``counted`` carries what is counted (a key of the words) and the number of rows. ``comparison_chosen`` carries the
    link to what a search compares. The owner selects rows.
    """

    counted = Signal(str, int)
    comparison_chosen = Signal(Link)

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        library: Library,
        search: Callable[[str], Results],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "surface", parent=parent)
        self._localizer = localizer
        self._library = library
        self._search = search
        self._results: Results | None = None
        self._given: list[Row] | None = None
        self._given_caption = ""
        self._any_rows = True
        self._filter = ClassFilter.ALL
        self._bookmarks: Sequence[str] = ()
        self._only_bookmarks = False
        words = RowWords(localizer, self._title_of_family)
        self._model = CodeListModel(words.spoken, self)
        # Numbers that are no valid status code, such as the 000 in a log, come last: few people look for them.
        ordered = sorted(library.catalogue.entries, key=lambda entry: entry.status_class is None)
        self._all_rows = [Row(entry) for entry in ordered]
        self._neighbour_rows: list[Row] = []
        self._neighbour_count: int | None = None
        self.filter_bar = ClassFilterBar(theme, localizer, self)
        self.recent_strip = RecentStrip(theme, localizer, library.catalogue, self)
        self.caption = ListCaption(theme, self)
        self._theme = theme
        self._offer: ComparisonOffer | None = None
        self.list = ResultList(theme, self._model, RowDelegate(theme, words, self), self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for widget in (self.filter_bar, self.recent_strip, self.caption):
            self._layout.addWidget(widget)
        self._layout.addWidget(self.list, 1)
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def filter(self) -> ClassFilter:
        """The class that is chosen."""
        return self._filter

    @property
    def bookmarks(self) -> Sequence[str]:
        """The ids of the bookmarked codes, in the user's order."""
        return self._bookmarks

    @property
    def listed_ids(self) -> list[str]:
        """The ids of what the list shows."""
        items = map(self._model.item, range(self._model.rowCount()))
        return [item.target.id for item in items if isinstance(item, Row)]

    @property
    def lists_bookmarks(self) -> bool:
        """Whether the rows are the bookmarks in the user's order."""
        return self._only_bookmarks and self._results is None and self._given is None

    @property
    def is_searching(self) -> bool:
        """Whether the rows are the results of a search."""
        return self._results is not None

    @property
    def is_given(self) -> bool:
        """Whether the rows were given by ``give``."""
        return self._given is not None

    @property
    def is_narrowed(self) -> bool:
        """Whether the class filter or the bookmarks hide rows."""
        return self._filter is not ClassFilter.ALL or self._only_bookmarks

    def search(self, query: str) -> None:
        """Show the results of a search. A blank query shows everything."""
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
        self._filter = choice
        self.filter_bar.choose(choice)
        self.fill()
        self.list.scrollToTop()

    def set_bookmarks(self, ids: Sequence[str], *, only: bool) -> bool:
        """Set the bookmarked ids; ``only`` shows nothing else. Return whether the rows may be others now."""
        self._bookmarks = ids
        changed = only != self._only_bookmarks or only
        self._only_bookmarks = only
        if changed:
            self.fill()
        return changed

    def fill(self) -> None:
        """Show the rows again, filtered by class and bookmarks."""
        rows: Sequence[Row]
        if self._given is not None:
            rows = self._given
        elif self._results is None:
            rows = self._listed()
        else:
            rows = MatchRows(self._results.matches or self._results.suggestions)
        self._model.show(rows, self._filter, self._bookmarks if self._only_bookmarks else None)
        if rows is self._neighbour_rows:
            self._model.show_all()
        self.filter_bar.set_counts(self._counts())
        self._any_rows = bool(rows)
        self._update_words()
        self.refresh_recent()
        is_offer = self._results is not None and not self._results.matches
        self.counted.emit(self._what_is_counted(), 0 if is_offer else self._model.total)

    def be_ready(self, codes: Ranking, neighbour_count: int) -> None:
        """Expect any of ``codes`` to be found, and let the button of the neighbours have its count; 0: not known.

        The neighbours are read when it is pressed.
        """
        self._model.expect(MatchRows(codes))
        self._neighbour_count = neighbour_count or None
        if self._results is None and self._given is None:
            self.filter_bar.set_counts(self._counts())

    def _listed(self) -> Sequence[Row]:
        """Return the rows where nothing is searched for: bookmarks, codes, or with their filter the neighbours."""
        if self._only_bookmarks:
            targets = map(self._library.catalogue.target, self._bookmarks)
            return [Row(target) for target in targets if target is not None]
        if self._filter is not ClassFilter.NEIGHBOUR:
            return self._all_rows
        if not self._neighbour_rows:
            self._neighbour_rows = [Row(neighbour) for neighbour in self._library.neighbours.readable()]
            self._neighbour_count = len(self._neighbour_rows)
        return self._neighbour_rows

    def _counts(self) -> Mapping[ClassFilter, int | None]:
        """Return the counts of the buttons. Where nothing is searched for, they count codes and neighbours apart."""
        if self._results is not None or self._given is not None or self._only_bookmarks:
            return self._model.counts
        return {**self._code_counts, ClassFilter.NEIGHBOUR: self._neighbour_count}

    @cached_property
    def _code_counts(self) -> Mapping[ClassFilter, int]:
        return RowChooser().choose(self._all_rows, ClassFilter.ALL).counts

    def _what_is_counted(self) -> str:
        if self._filter is ClassFilter.NEIGHBOUR:
            return "status.neighbours"
        found = self._results
        other = found is not None and (not found.matches or len(found.codes) < len(found.matches))
        return "status.results" if other else "status.count"

    def _title_of_family(self, family: str) -> Text:
        return self._library.neighbours.family(family).title

    @property
    def no_match(self) -> NoMatch | None:
        """What was searched for in vain; None where a row has an answer, if only the nearest."""
        found = self._results
        if found is None or (self._model.total and found.reason is not Reason.UNKNOWN):
            return None
        return NoMatch(found.query, is_hidden=bool(found.matches))

    def first(self) -> Found | None:
        """Return what the first row shows, or None."""
        item = self.item(0) if self._model.total else None
        return item.target if isinstance(item, Row) else None

    def item(self, row: int) -> Row | More:
        """Return what a row shows."""
        return self._model.item(row)

    def row_of(self, target_id: str) -> int | None:
        """Return the row that shows an entry or number, or None."""
        return self._model.row_of(target_id)

    def show_all(self) -> int:
        """Show all rows, and return the number of the first one that was not shown before."""
        return self._model.show_all()

    def refresh_recent(self) -> None:
        """Show the recent codes while the list shows everything, and hide them otherwise."""
        idle = self._results is None and self._given is None and not self._only_bookmarks
        self.recent_strip.setVisible(idle and self.recent_strip.has_any)

    def spoken(self) -> str:
        """Return what there is in the list now: what was found, how many rows, and the selected one."""
        if not self._model.total:
            return self.list.empty_text
        count = self._localizer.count(self._what_is_counted(), self._model.total)
        parts = (self.caption.text(), count, self.list.spoken_row())
        return " ".join(f"{words.rstrip('.:')}." for words in parts if words)

    @Slot()
    def retranslate(self) -> None:
        self.list.setAccessibleName(self._localizer.text("list.name"))
        self._model.set_language(self._localizer.language)
        if self._results is not None:
            self._show_matches_in_language(self._results.query)
        self._update_words()

    def _show_matches_in_language(self, query: str) -> None:
        """Search again: what matched is shown in the language in force, where it is there in both."""
        row, shown = self.list.currentIndex().row(), self._model.rowCount()
        self.search(query)
        if shown > self._model.rowCount():
            self._model.show_all()
        if row >= 0:
            self.list.select_row(row)

    def _update_words(self) -> None:
        self.caption.tell(self._caption())
        self._offer_comparison()
        if self._only_bookmarks and not self._bookmarks:
            text = self._localizer.text("list.empty.bookmarks", keys=key_name("Ctrl+D"))
        elif self._any_rows:
            text = self._localizer.text("list.empty.class", keys=key_name("Ctrl+1"))
        else:
            text = self._localizer.text("list.empty")
        self.list.set_empty_text(text)

    def _offer_comparison(self) -> None:
        """Below the caption, lead to the comparison of what the search compares, if it compares anything."""
        compared = () if self._results is None else self._results.compared
        if self._offer is None and compared:
            from statusref.views.comparison_offer import ComparisonOffer  # noqa: PLC0415 - hardly any search compares

            self._offer = ComparisonOffer(self._theme, self._localizer, self)
            self._offer.chosen.connect(self.comparison_chosen)
            self._layout.insertWidget(self._layout.indexOf(self.list), self._offer)
            self._offer.follow_in_tab_order(self.list)
        if self._offer is not None:
            self._offer.show_for(compared)

    def _caption(self) -> str:
        if self._given is not None:
            return self._given_caption
        if self._results is None:
            return ""
        parts = []
        if self._results.comparison is not None:
            parts.append(self._localizer.of(self._results.comparison.pair.difference))
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
