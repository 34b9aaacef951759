"""Where the window is: follows links, goes to places and back, and gives keys to the page that is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from statusref.domain.class_filter import ClassFilter
from statusref.domain.links import Link, LinkKind, code_link, page_link
from statusref.pages import LOOKUP, NOTES, PAGES
from statusref.views.history import History
from statusref.views.main_window import MainWindow

_PAGES = frozenset(row.name for row in PAGES)
_PAGE_THAT_OPENS = {kind: row.name for row in PAGES for kind in row.opens}
_SEARCHED = frozenset({LOOKUP, NOTES})
"""The search finds what these pages show, so a link to one of them that leads nowhere is searched for."""


class Navigation(QObject):
    """``copy_wanted`` carries the text of a link that copies, ``not_opened`` an address for which there is no browser.

    ``memo_refused``: the user wanted to write a memo, but the page shows no code.
    ``actions`` are what links of kind ACTION do.
    """

    copy_wanted = Signal(str)
    not_opened = Signal(str)
    memo_refused = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._history = History()
        self.actions: dict[Link, Callable[[], None]] = {}
        self._show_steps()

    @Slot(Link)
    def follow(self, link: Link) -> None:
        """Do what a link asks for: go to a place, copy, act, or open an address outside."""
        match link:
            case Link(LinkKind.COPY, text):
                self.copy_wanted.emit(text)
            case Link(LinkKind.WEB, address):
                if not QDesktopServices.openUrl(QUrl(address)):
                    self.not_opened.emit(address)
            case Link(LinkKind.ACTION, _):
                self.actions.get(link, _nothing)()
            case _:
                before = self._window.page_name
                if self.go(link) and self._window.page_name != before and self._window.reader is not None:
                    # The keyboard was in a page that is hidden now.
                    self._window.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, place: Link) -> bool:
        """Go to a place and keep it in history. The place that is left is kept too, if that had not happened yet.

        False if there is no such place.
        """
        here = self._window.page.location
        if not self._open(place):
            return False
        # The page knows the place best: of a number with several uses it shows one.
        for visited in (here, self._window.page.location):
            if visited is not None:
                self._history.visit(visited)
        self._show_steps()
        return True

    @Slot(Link)
    def remember(self, place: Link) -> None:
        """Keep a place in history that the user went to on the page that is shown."""
        self._history.visit(place)
        self._show_steps()

    def renew(self, place: Link) -> None:
        """In the history, replace the nearest places of the same kind by ``place``."""
        self._history.renew(place)

    @Slot(str)
    def go_to_code(self, entry_id: str) -> None:
        self.go(code_link(entry_id))

    @Slot()
    def back(self) -> None:
        self._step(self._history.back())

    @Slot()
    def forward(self) -> None:
        self._step(self._history.forward())

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Go to a page of the window; the keyboard goes to where work on it begins."""
        self.go(page_link(name))
        self._window.page.take_focus()

    def show_page_of(self, place: Link) -> bool:
        """Go to the page for places of this kind, without the place. False if the place should be searched for."""
        name = _PAGE_THAT_OPENS.get(place.kind.value)
        return name is not None and name not in _SEARCHED and self.go(page_link(name))

    @Slot()
    def escape(self) -> None:
        """Leave what is open on the page, else the page, else clear the search, else step back."""
        window = self._window
        if window.page.escape():
            return
        if window.page_name != LOOKUP:
            self.focus_search()
            here = window.page.location
            if here is not None:
                # Back leads here again, not to the page that was left.
                self.remember(here)
        elif window.top.field.query:
            window.top.field.clear()
            window.top.field.setFocus()
        else:
            self.back()

    @Slot()
    def find_in_page(self) -> None:
        self._window.page.open_find()

    @Slot()
    def focus_search(self) -> None:
        """Bring the search field up, its text selected."""
        self._show(LOOKUP)
        self._window.top.field.setFocus()
        self._window.top.field.selectAll()

    @Slot()
    def show_results(self) -> None:
        """Leave a page that shows no results: something was searched for, or a log was given."""
        if self._window.page_name != LOOKUP:
            self._show(LOOKUP)
            # The keyboard may have been on the page that is gone now.
            self._window.page.take_focus()

    def show_class(self, choice: ClassFilter) -> None:
        """Show one class in the list, from any page."""
        window, here = self._window, self._window.page.location
        if window.page_name != LOOKUP:
            if here is not None:
                self._history.visit(here)
            self._show(LOOKUP)
            window.page.take_focus()
        window.lookup.set_filter(choice)

    @Slot()
    def edit_memo(self) -> None:
        """Write in the memo on the code that is shown, on its own page."""
        shown = self._window.page.shown_code
        if shown is not None and shown != self._window.page.location:
            self.go(shown)
        if not self._window.page.edit_memo():
            self.memo_refused.emit()

    def _open(self, place: Link) -> bool:
        """Show a place on the page that it belongs to; False if there is no such place."""
        name = place.target if place.kind is LinkKind.PAGE else _PAGE_THAT_OPENS.get(place.kind.value)
        if name not in _PAGES:
            return False
        before = self._window.page_name
        # The page is brought up first: what it shows of itself depends on the room it has.
        self._window.show_page(name)
        found = self._window.page.open(place)
        if not found:
            self._window.show_page(before)
        elif name != before:
            # The keyboard was on the page that is gone now.
            page = self._window.page
            (page.take_focus if place.kind is LinkKind.PAGE else page.take_focus_to_read)()
        self._window.name_shown()
        return found

    def _show(self, name: str) -> None:
        self._window.show_page(name)
        self._window.name_shown()

    def _step(self, place: Link | None) -> None:
        if place is not None and self._open(place):
            self._window.page.scroll_back()
        self._show_steps()

    def _show_steps(self) -> None:
        self._window.top.back.setEnabled(self._history.can_go_back)
        self._window.top.forward.setEnabled(self._history.can_go_forward)


def _nothing() -> None:
    """Stand in for an action that is connected after the first picture."""
