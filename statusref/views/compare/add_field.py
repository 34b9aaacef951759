"""The field that pins one more code or neighbour: what the search finds stands below it."""

from collections.abc import Callable, Iterator
from itertools import islice

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.library import Library
from statusref.domain.neighbours import Neighbour
from statusref.domain.status import Entry
from statusref.models.code_list_model import CodeListModel
from statusref.models.result_rows import More, Row
from statusref.models.roles import Role
from statusref.search.results import Found, Match, Results
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.result_list import ResultList
from statusref.views.row_delegate import RowDelegate
from statusref.views.row_words import RowWords
from statusref.widgets.announcing import announce
from statusref.widgets.panel import Panel
from statusref.widgets.search_field import SearchField

_MOST = 6
_WIDTH = 280
"""Pixels at 100 %, where there is room for them."""
_EDGES = (Qt.Edge.TopEdge, Qt.Edge.BottomEdge, Qt.Edge.LeftEdge, Qt.Edge.RightEdge)


class AddField(SearchField):
    """``chosen`` carries the id of an entry or a neighbour. The rows lie over ``page``, of which they are a child."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, localizer: Localizer, library: Library, search: Callable[[str], Results], page: QWidget
    ) -> None:
        super().__init__(theme)
        self._localizer = localizer
        self._search = search
        self._page = page
        words = RowWords(localizer, lambda family: library.neighbours.family(family).title)
        self._model = CodeListModel(words.spoken, self)
        self._offers = Panel(theme, "surface", _EDGES, page)
        self._list = ResultList(theme, self._model, RowDelegate(theme, words, self), self._offers)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self._offers)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._list)
        self._offers.hide()
        self.query_changed.connect(self._offer)
        self.moved.connect(self._list.move_by)
        self.accepted.connect(self._accept)
        self.block_given.connect(self._take_first_line)
        self._list.item_opened.connect(self._choose)
        self._list.item_chosen.connect(self._say)
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def offered(self) -> list[str]:
        """The ids of what is offered."""
        return [str(self._model.index(row, 0).data(Role.ID)) for row in range(self._model.rowCount())]

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.describe(text("compare.add"), text("compare.add.about"), text("top.search.clear"), "")
        self._list.setAccessibleName(text("compare.add"))
        self._list.set_empty_text(text("compare.add.none"))
        self._model.set_language(self._localizer.language)

    def escape(self) -> bool:
        """Empty the field; False if it is empty."""
        if not self.query:
            return False
        self.clear()
        return True

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), super().sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offer(self.query)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._offers.hide()

    @Slot(str)
    def _offer(self, query: str) -> None:
        """Show what the search finds of codes and neighbours, the first one selected."""
        self._offers.setVisible(bool(query.strip()))
        if not query.strip():
            return
        rows = [Row(match.target, match) for match in islice(_to_compare(self._search(query)), _MOST)]
        self._model.show(rows)
        if rows:
            self._list.select_row(0)
        height = max(self._list.sizeHintForRow(0), self._theme.px(56)) * max(len(rows), 1) + 2
        place = self.mapTo(self._page, QPoint(0, self.height() + self._theme.px(4)))
        room = self._page.size()
        width = min(self._theme.px(460), room.width() - place.x() - self._theme.px(8))
        self._offers.setGeometry(place.x(), place.y(), max(width, self.width()), min(height, room.height() - place.y()))
        self._offers.raise_()

    @Slot()
    def _accept(self) -> None:
        if self._offers.isVisible() and self._list.currentIndex().isValid():
            self._choose(self._list.currentIndex().data(Role.ITEM))

    @Slot(object)
    def _choose(self, item: Row | More) -> None:
        if isinstance(item, Row):
            self.clear()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.chosen.emit(item.target.id)

    @Slot(object)
    def _say(self, _item: object) -> None:
        announce(self, self._list.spoken_row())

    @Slot(str)
    def _take_first_line(self, text: str) -> None:
        """Search for the first line of what was pasted: the whole of it is no name."""
        self.give(next((line for line in text.splitlines() if line.strip()), "")[:80])


def _to_compare(results: Results) -> Iterator[Match[Found]]:
    matches = results.matches or results.suggestions
    return (match for match in matches if isinstance(match.target, Entry | Neighbour))
