"""The first page: class filter and list at the left, the chosen code's page at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.catalogue import TARGETS
from statusref.domain.citation import cite
from statusref.domain.class_filter import ClassFilter
from statusref.domain.description.blocks import Description
from statusref.domain.library import Library
from statusref.domain.links import (
    Link,
    LinkKind,
    choice_link,
    class_link,
    code_link,
    message_link,
    neighbour_link,
    note_link,
    page_link,
)
from statusref.domain.markdown import Spans
from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.domain.text import Language
from statusref.models.found_title import found_title
from statusref.models.result_rows import More, Row
from statusref.models.roles import Role
from statusref.pages import LOOKUP
from statusref.search.results import Choice, ForeignAnswer, Found, Memo, Results
from statusref.settings.settings import Settings
from statusref.theme.theme import Theme
from statusref.views.copied_code import copied_code
from statusref.views.correction import Correction
from statusref.views.detail_pane import DetailPane, ShownPage
from statusref.views.list_panel import ListPanel
from statusref.views.localizer import Localizer
from statusref.views.no_match import NoMatch
from statusref.views.scroll_places import ScrollPlaces
from statusref.views.two_parts import Shown, TwoParts
from statusref.views.window_page import WindowPage

_DWELL_MS = 1500
"""A page that stays this long counts as opened, so that a code found by typing alone is among the recent ones."""


class LookupPage(WindowPage):
    """Search and class filter in, one page out.

    ``opened`` carries the id of a code or number that was opened or stayed on the screen, ``counted`` what is listed
    and how much of it. ``field`` is the search field, where the keyboard is while nothing is read.
    """

    opened = Signal(str)
    counted = Signal(str, int)

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        settings: Settings,
        library: Library,
        search: Callable[[str], Results],
        field: QWidget,
    ) -> None:
        super().__init__()
        self._localizer = localizer
        self._settings = settings
        self._library = library
        self._field = field
        self.parts = TwoParts(theme, self)
        self.panel = ListPanel(theme, localizer, library, search, self)
        self.filter_bar = self.panel.filter_bar
        self.recent_strip = self.panel.recent_strip
        self.caption = self.panel.caption
        self.list = self.panel.list
        self.detail = DetailPane(theme, localizer, library, self)
        self._scrolled = ScrollPlaces(self.detail.reader.verticalScrollBar())
        self.parts.put(self.panel, self.detail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)

        # While typing the list is painted first, and the page of its first row a moment later.
        self._next_target: ShownPage | None = None
        self._next_timer = QTimer(self)
        self._next_timer.setSingleShot(True)
        self._next_timer.timeout.connect(self.show_next)
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(_DWELL_MS)
        self._dwell.timeout.connect(self._on_dwelt)
        self.panel.counted.connect(self.counted)
        self.filter_bar.chosen.connect(self.set_filter)
        self.list.item_chosen.connect(self._on_item_chosen)
        self.list.item_opened.connect(self._on_item_opened)
        for source in (self.detail.link_activated, self.panel.comparison_chosen):
            source.connect(self.link_activated)
        self.detail.reader.menu_made.connect(self.menu_made)
        localizer.changed.connect(self._on_language_changed)
        self.parts.list_came_up.connect(self.take_focus)
        self._name_parts()

    # What the window asks

    @property
    def location(self) -> Link:
        return _place_of(self.detail.shown)

    @property
    def title(self) -> str:
        return self.detail.subject

    def open(self, location: Link) -> bool:
        match location:
            case Link(LinkKind.CODE, target_id):
                found = self._library.catalogue.find(target_id)
                if not found:
                    return False
                self.open_target(found[0])
                self.opened.emit(found[0].id)
            case Link(LinkKind.NEIGHBOUR, neighbour_id):
                return self._open_beside(self._library.neighbours.get(neighbour_id))
            case Link(LinkKind.MESSAGE, message_id):
                return self._open_beside(self._library.messages.get(message_id))
            case Link(LinkKind.CLASS, choice):
                if choice not in {member.value for member in ClassFilter}:
                    return False
                self._show_overview(ClassFilter(choice))
            case _:
                pass
        return True

    def scroll_back(self) -> None:
        self.detail.finish()
        self._scrolled.come_back(self.location)

    def escape(self) -> bool:
        if self.detail.close_find():
            return True
        return self.parts.show_list()

    def open_find(self) -> None:
        self.parts.show_detail()
        self.detail.find_bar.open()

    def copied_text(self) -> str:
        shown = self.detail.shown
        match shown:
            case NoMatch():
                return ""
            case ClassFilter():
                return self.detail.subject if shown.status_class else ""
            case _ if isinstance(shown, TARGETS):
                return copied_code(shown, self._settings.copy_format)
            case _:
                return found_title(shown, self._localizer.language)

    def printed(self) -> Description:
        return self.detail.page

    def citation(self, language: Language) -> Spans:
        shown = self.detail.shown
        return cite(self._library, shown, language) if isinstance(shown, (*TARGETS, Neighbour)) else ()

    def correction(self) -> Correction:
        return self.detail.correction()

    def take_focus(self) -> None:
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus_to_read(self) -> None:
        self.detail.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        self._dwell.stop()
        self.detail.close_memo()

    # What others set

    def set_query(self, query: str) -> None:
        """Search. Blank text shows everything."""
        self.panel.search(query)
        self._select_after_fill()
        # While the reader has the focus, a syllable may be composed in it. Hiding the reader would end the composition.
        if not self.detail.reader.hasFocus():
            self.parts.show_list()

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
        """Show what the window showed when it was left. A class or code that no longer exists is passed over."""
        self.panel.choose(next((member for member in ClassFilter if member.value == choice), ClassFilter.ALL))
        found = self._library.catalogue.find(location)
        if found:
            self.open_target(found[0])
        else:
            self._show(self.panel.filter)
        self.parts.set_list_width(list_width)

    @Slot(ClassFilter)
    def set_filter(self, choice: ClassFilter) -> None:
        """Show one class only. With nothing searched for, its overview."""
        self.panel.choose(choice)
        self._select_after_fill()
        if not self.panel.is_searching:
            self.list.select_row(None)
            self._show(choice)
            self.visited.emit(class_link(choice.value))
        self.parts.show_list()

    @property
    def filter(self) -> ClassFilter:
        """The class that is chosen."""
        return self.panel.filter

    def set_bookmarks(self, ids: Sequence[str], *, only: bool) -> None:
        """Mark the bookmarks, and show nothing else if ``only``."""
        changed = self.panel.set_bookmarks(ids, only=only)
        shown = self.detail.shown
        if isinstance(shown, TARGETS):
            self.detail.set_bookmarked(bookmarked=shown.id in ids)
        if changed:
            self._select_after_fill()

    def open_target(self, target: Found) -> None:
        """Show what was found; the list selects it if it has it."""
        row = self.panel.row_of(target.id)
        if row is None and self.panel.is_narrowed:
            self.panel.choose(ClassFilter.ALL)
            row = self.panel.row_of(target.id)
        self.list.select_row(row)
        self._show(target)
        self.parts.show_detail()

    @Slot()
    def open_current(self) -> None:
        """Open the selected row: its page takes the keyboard. The row that stands for the rest shows the rest."""
        row = self.list.currentIndex().row()
        if row >= 0 and isinstance(self.panel.item(row), More):
            self._show_rest()
        else:
            self.show_next()
            self._read()

    def _read(self) -> None:
        """Give the keyboard to the page that is shown; of a memo that was found, to the memo on it."""
        self._tell_visit()
        self.parts.show_detail()
        self.take_focus_to_read()
        row = self.list.currentIndex().data(Role.ITEM)
        if isinstance(row, Row) and isinstance(row.target, Memo):
            self.detail.show_memo()

    @Slot(int)
    def move_selection(self, step: int) -> None:
        """Move the selection by rows; the keyboard stays where it is."""
        self.list.move_by(step)

    def edit_memo(self) -> bool:
        if not isinstance(self.detail.shown, TARGETS):
            return False
        self.parts.show_detail()
        self.detail.edit_memo()
        return True

    @property
    def list_width(self) -> int:
        """The list's width in pixels."""
        return self.parts.list_width

    # What happens

    @Slot()
    def _on_language_changed(self) -> None:
        self._name_parts()
        self.detail.refresh()
        self.shown_changed.emit()

    def _name_parts(self) -> None:
        self.parts.describe(self._localizer.text("list.width"), self._localizer.text("list.back"))

    def _show_overview(self, choice: ClassFilter) -> None:
        self.panel.choose(choice)
        self.list.select_row(None)
        self._show(choice)
        self.parts.show_detail()

    def _select_after_fill(self) -> None:
        """Select the first match of a search, if there is any; else keep what is shown selected."""
        shown = self.detail.shown
        first = self.panel.first() if self.panel.is_searching else None
        self._next_target = self.panel.no_match or first
        if self._next_target is not None:
            self.list.select_row(0 if self._next_target is first else None)
            self._next_timer.start(0)
        elif isinstance(shown, NoMatch):
            self._show(self.panel.filter)
        elif not isinstance(shown, ClassFilter):
            self.list.select_row(self.panel.row_of(shown.id))

    @Slot()
    def show_next(self) -> None:
        """Show the page of the first match now, if it is not shown yet."""
        if self._next_target is not None:
            self._show(self._next_target)

    def _show(self, what: ShownPage) -> None:
        what = what.about if isinstance(what, Memo) else what
        self._dwell.stop()
        self._next_timer.stop()
        self._next_target = None
        if what != self.detail.shown or not self.detail.is_written:
            self._scrolled.leave(self.location)
            bookmarked = isinstance(what, TARGETS) and what.id in self.panel.bookmarks
            self.detail.show_page(what, bookmarked=bookmarked)
            self.shown_changed.emit()
        if not isinstance(what, ClassFilter | NoMatch):
            self._dwell.start()

    @Slot(object)
    def _on_item_chosen(self, item: Row | More) -> None:
        if isinstance(item, Row):
            self._show(item.target)

    @Slot(object)
    def _on_item_opened(self, item: Row | More) -> None:
        match item:
            case Row(target=Note(slug=slug)):
                self.link_activated.emit(note_link(slug))
            case Row(target=Choice(walk=walk)):
                self.link_activated.emit(choice_link(walk.path))
            case Row():
                self.list.select_row(self.panel.row_of(item.target.id))
                self._show(item.target)
                self._read()
            case More():
                self._show_rest()

    def _show_rest(self) -> None:
        row = self.panel.show_all()
        self.list.select_row(row)
        self._on_item_chosen(self.panel.item(row))

    @Slot()
    def _on_dwelt(self) -> None:
        if self.parts.shown is not Shown.LIST:
            self._tell_visit()

    def _tell_visit(self) -> None:
        """Tell that the user went to what is shown; a class overview is told of when it is chosen."""
        shown = self.detail.shown
        if not isinstance(shown, ClassFilter | NoMatch):
            self.visited.emit(self.location)
        if isinstance(shown, TARGETS):
            self.opened.emit(shown.id)

    def _open_beside(self, found: Neighbour | Message | None) -> bool:
        if found is not None:
            self.open_target(found)
        return found is not None


def _place_of(shown: ShownPage) -> Link:
    """Return the link to what is shown.

    A note and a choice have their place on another page, a number of another system and a search without a match have
    none: they stand for this page as it is.
    """
    match shown:
        case ClassFilter():
            return class_link(shown.value)
        case Note() | Choice() | ForeignAnswer() | NoMatch():
            return page_link(LOOKUP)
        case Neighbour():
            return neighbour_link(shown.id)
        case Message():
            return message_link(shown.id)
        case _:
            return code_link(shown.id)
