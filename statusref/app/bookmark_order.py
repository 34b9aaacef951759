"""The order of the bookmarks, changed by key and by dragging."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from statusref.app.code_records import CodeRecords
from statusref.models.result_rows import Row
from statusref.system.keys import key_name
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow

if TYPE_CHECKING:
    from statusref.views.row_dragging import RowDragging


class BookmarkOrder(QObject):
    """Works where the list shows the bookmarks and nothing is searched for; elsewhere the keys say so."""

    def __init__(self, window: MainWindow, records: CodeRecords, theme: Theme, localizer: Localizer) -> None:
        super().__init__(window)
        self._window = window
        self._records = records
        self._theme = theme
        self._localizer = localizer
        self._dragging: RowDragging | None = None
        window.lookup.counted.connect(self._on_listed)
        self._on_listed()

    @Slot()
    def move_up(self) -> None:
        """Put the selected bookmark one row higher."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Put the selected bookmark one row lower."""
        self._move(1)

    def _move(self, step: int) -> None:
        lookup = self._window.lookup
        if self._window.page is not lookup or not lookup.panel.lists_bookmarks:
            self._say("status.bookmark-order", keys=key_name("Ctrl+B"))
            return
        row = lookup.list.currentIndex().row()
        if row >= 0:
            self._put(row, row + step)

    @Slot()
    def _on_listed(self) -> None:
        lists_bookmarks = self._window.lookup.panel.lists_bookmarks
        if lists_bookmarks and self._dragging is None:
            from statusref.views.row_dragging import RowDragging  # noqa: PLC0415 - many never list their bookmarks

            self._dragging = RowDragging(self._theme, self._window.lookup.list)
            self._dragging.dropped.connect(self._put)
        if self._dragging is not None:
            self._dragging.turn(on=lists_bookmarks)

    @Slot(int, int)
    def _put(self, row: int, other: int) -> None:
        """Put the bookmark of a row where that of another row is, if there is such a row, and say where it is now."""
        panel, rows = self._window.lookup.panel, self._window.lookup.list
        count = rows.model().rowCount()
        moved, place = (panel.item(each) if 0 <= each < count else None for each in (row, other))
        if not isinstance(moved, Row) or not isinstance(place, Row):
            return
        self._records.move_bookmark(moved.target.id, place.target.id)
        rows.select_row(panel.row_of(moved.target.id))
        self._say("status.bookmark-moved", code=moved.target.id, place=other + 1, count=count)

    def _say(self, key: str, **values: object) -> None:
        self._window.status.show_message(self._localizer.text(key, **values))
