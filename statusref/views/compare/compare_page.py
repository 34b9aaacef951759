"""The page that puts codes and their neighbours side by side."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from statusref.domain.comparison.comparing import compare
from statusref.domain.comparison.parts import Comparison, Item, column_title, full_title, page_of
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind, compare_link
from statusref.models.comparison_model import ComparisonModel, FoldWords
from statusref.search.results import Results
from statusref.system.keys import key_name
from statusref.theme.theme import Theme
from statusref.views.compare.add_field import AddField
from statusref.views.compare.comparison_table import ComparisonTable
from statusref.views.compare.pins import Pins
from statusref.views.compare.tool_bar import ToolBar
from statusref.views.correction import Correction
from statusref.views.localizer import Localizer
from statusref.views.page_context import PageContext
from statusref.views.window_page import WindowPage
from statusref.widgets.announcing import announce
from statusref.widgets.menus import show_menu
from statusref.widgets.typing_relay import TypingRelay

if TYPE_CHECKING:
    from statusref.views.compare.empty_part import EmptyPart
    from statusref.views.listed_links import ListedLink


class ComparePage(WindowPage):
    """Shows what is pinned, and changes it. Each change is a place of its own in history."""

    def __init__(
        self, theme: Theme, localizer: Localizer, library: Library, pins: Pins, search: Callable[[str], Results]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self._pins = pins
        self._is_stale = False
        self._comparison = Comparison((), (), ())
        self._model = ComparisonModel(self)
        self.field = AddField(theme, localizer, library, search, self)
        self.bar = ToolBar(theme, localizer, self.field, self)
        self.table = ComparisonTable(theme, self._model, self)
        self._empty: EmptyPart | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        TypingRelay(self.table, self.field)
        pins.changed.connect(self._on_pins_changed)
        localizer.changed.connect(self._on_language_changed)
        self.field.chosen.connect(self._add)
        self.field.copy_wanted.connect(self._copy_table)
        self.bar.usual.clicked.connect(self._offer_usual)
        self.bar.copy.clicked.connect(self._offer_copies)
        self.table.link_chosen.connect(self.link_activated)
        self.table.links_chosen.connect(self._offer_links)
        self.table.removed.connect(self._remove)
        self.table.moved.connect(self._move)
        self.table.copy_wanted.connect(self._copy_table)
        self.table.menu_wanted.connect(self._offer_column)
        self._write()

    @classmethod
    def make(cls, context: PageContext) -> "ComparePage":
        return cls(context.theme, context.localizer, context.library, context.pins(), context.search)

    @property
    def location(self) -> Link:
        return compare_link(self._pins.ids)

    @property
    def title(self) -> str:
        subject = " · ".join(column_title(entry) for entry in self._pins.entries)
        return f"{self._localizer.text('page.compare')} {subject}".strip()

    def open(self, location: Link) -> bool:
        if location == compare_link(()):  # the way back led to where nothing was pinned yet
            had_keyboard = self.table.hasFocus()
            self._pins.clear()
            self._tell("")
            if had_keyboard:
                self.take_focus()
        elif location.kind is LinkKind.COMPARE:
            self._tell(self._pins.put(location.target.split(",")))
        elif len(self._pins.entries) == 1:
            self._tell("")
        return True

    def escape(self) -> bool:
        return self.field.escape()

    def copied_text(self) -> str:
        from statusref.domain.comparison.formats import markdown  # noqa: PLC0415 - not needed before a copy

        return markdown(self._comparison) if self._pins.entries else ""

    def copied_name(self) -> str:
        return f"{self.title} (Markdown)"

    def links(self) -> "Sequence[ListedLink]":
        from statusref.views.compare.cells import links_of  # noqa: PLC0415 - not needed before the list of links

        return links_of(self._comparison)

    def correction(self) -> Correction | None:
        from statusref.views.compare.cells import correction_of  # noqa: PLC0415 - not needed before a correction

        cell = self.table.currentIndex()
        if not cell.isValid():
            return None
        row, entry = self._model.row(cell.row()), self._model.entries[cell.column()]
        return correction_of(row, entry, cell.column(), self._localizer.language)

    def take_focus(self) -> None:
        if self._pins.entries:
            self.table.begin()
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._write()

    # What the user does

    @Slot(str)
    def _add(self, entry_id: str) -> None:
        problem = self._pins.add(entry_id)
        self._visit(problem)
        if not problem:
            self.table.show_last_column()

    @Slot(object)
    def _put(self, ids: Sequence[str]) -> None:
        self._visit(self._pins.put(ids))
        self.take_focus()

    @Slot(str)
    def _remove(self, entry_id: str) -> None:
        self._pins.remove(entry_id)
        self._visit()
        self.take_focus()

    @Slot(str, int)
    def _move(self, entry_id: str, step: int) -> None:
        self._pins.move(entry_id, step)
        self._visit()

    @Slot()
    def _clear(self) -> None:
        self._pins.clear()
        self._visit()
        self.take_focus()

    def _visit(self, problem: str = "") -> None:
        """Tell why something could not be done, or that another comparison is shown."""
        self._tell(problem)
        self.visited.emit(self.location)
        self.shown_changed.emit()

    def _tell(self, text: str) -> None:
        """Show a sentence, or what is missing for a comparison."""
        if not text and len(self._pins.entries) == 1:
            text = self._localizer.text("compare.alone", title=column_title(self._pins.entries[0]))
        self.bar.tell(text)
        announce(self, text)

    # Menus

    @Slot()
    def _offer_usual(self) -> None:
        menu = QMenu(self.bar.usual)
        for title, ids in self._usual():
            menu.addAction(title).triggered.connect(partial(self._put, ids))
        if self._pins.entries:
            menu.addSeparator()
            menu.addAction(self._localizer.text("compare.clear")).triggered.connect(self._clear)
        show_menu(menu, self._theme, _below(self.bar.usual))

    @Slot()
    def _offer_copies(self) -> None:
        menu = QMenu(self.bar.copy)
        for kind, copy, key in (
            ("table", self._copy_table, "Ctrl+C"),
            ("markdown", self._copy_markdown, "Ctrl+Shift+C"),
            ("picture", self._copy_picture, ""),
        ):
            words = self._localizer.text(f"compare.copy.{kind}")
            menu.addAction(f"{words}\t{key_name(key)}" if key else words).triggered.connect(copy)
        show_menu(menu, self._theme, _below(self.bar.copy))

    @Slot(object, QPoint)
    def _offer_links(self, items: Sequence[Item], place: QPoint) -> None:
        menu = QMenu(self.table)
        for item in items:
            menu.addAction(item.text).triggered.connect(partial(self.link_activated.emit, item.link))
        show_menu(menu, self._theme, place)

    @Slot(int, QPoint)
    def _offer_column(self, column: int, place: QPoint) -> None:
        """Offer what can be done with a column."""
        menu = QMenu(self.table)
        entry, last = self._pins.entries[column], len(self._pins.entries) - 1
        text = self._localizer.text
        opens = menu.addAction(text("compare.open", title=full_title(entry)))
        opens.triggered.connect(partial(self.link_activated.emit, page_of(entry)))
        for key, keys, step, can in (
            ("compare.left", "Ctrl+Left", -1, column > 0),
            ("compare.right", "Ctrl+Right", 1, column < last),
        ):
            action = menu.addAction(f"{text(key)}\t{key_name(keys)}")
            action.setEnabled(can)
            action.triggered.connect(partial(self.table.move_column, column, step))
        removes = menu.addAction(f"{text('compare.remove', title=column_title(entry))}\t{key_name('Del')}")
        removes.triggered.connect(partial(self._remove, entry.id))
        show_menu(menu, self._theme, place)

    # Copying

    @Slot()
    def _copy_table(self) -> None:
        from statusref.views.compare.copying import table_data  # noqa: PLC0415 - not needed before a copy

        if not self._pins.entries:
            self._tell(self._localizer.text("status.no-copy"))
            return
        QGuiApplication.clipboard().setMimeData(table_data(self._comparison))
        self._tell(self._localizer.text("compare.copied.table"))

    @Slot()
    def _copy_markdown(self) -> None:
        QGuiApplication.clipboard().setText(self.copied_text())
        self._tell(self._localizer.text("compare.copied.markdown"))

    @Slot()
    def _copy_picture(self) -> None:
        from statusref.views.compare.copying import picture  # noqa: PLC0415 - not needed before a copy

        QGuiApplication.clipboard().setImage(picture(self._theme, self._comparison, self._fold_words()))
        self._tell(self._localizer.text("compare.copied.picture"))

    # What is shown

    @Slot()
    def _on_pins_changed(self) -> None:
        if self.isVisible():
            self._write()
        else:
            self._is_stale = True

    @Slot()
    def _on_language_changed(self) -> None:
        self._tell("")
        self._write()
        self.shown_changed.emit()

    def _write(self) -> None:
        self._is_stale = False
        cell = self.table.currentIndex()
        self._comparison = compare(self._library, self._pins.entries, self._localizer.language)
        self._model.show(self._comparison, self._fold_words())
        last = self._model.rowCount() - 1, self._model.columnCount() - 1
        self.table.setCurrentIndex(self._model.index(min(cell.row(), last[0]), min(cell.column(), last[1])))
        self.table.setAccessibleName(self.title)
        self._stack.setCurrentWidget(self.table if self._pins.entries else self._empty_part())
        self.bar.show_for(compares=bool(self._pins.entries))

    def _fold_words(self) -> FoldWords:
        text = self._localizer.text
        return FoldWords(text("compare.alike"), text("compare.unfold"), text("compare.fold"), text("compare.differs"))

    def _usual(self) -> list[tuple[str, Sequence[str]]]:
        """Return titles and ids of the usual comparisons. A damaged file costs only them, and is told of."""
        from statusref.domain.comparison.usual import usual_title  # noqa: PLC0415 - made when first needed

        try:
            return [(usual_title(self._library.catalogue, ids), ids) for ids in self._library.comparisons]
        except ResourceError as error:
            self._tell(str(error))
            return []

    def _empty_part(self) -> "EmptyPart":
        if self._empty is None:
            from statusref.views.compare.empty_part import EmptyPart  # noqa: PLC0415 - made when first needed

            self._empty = EmptyPart(self._theme, self._localizer, self._usual(), self)
            self._empty.chosen.connect(self._put)
            self._stack.addWidget(self._empty)
            self._empty.follow_in_tab_order(self.table)
        return self._empty


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(button.rect().bottomLeft())
