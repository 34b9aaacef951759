"""What the menus of list, page and search field contain: what can be done with a code."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from statusref.app.clipboard import Clipboard
from statusref.app.code_records import CodeRecords
from statusref.app.navigation import Navigation
from statusref.app.pinning import Pinning
from statusref.app.trying import Trying
from statusref.domain.catalogue import TARGETS, Target
from statusref.domain.citation import CitationFormat, cite
from statusref.domain.library import Library
from statusref.domain.links import code_link
from statusref.domain.markdown import Spans
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.domain.status import Entry
from statusref.domain.text import Language
from statusref.models.found_title import found_title
from statusref.models.result_rows import More, Row
from statusref.search.results import Memo
from statusref.settings.options import CopyFormat
from statusref.system.keys import key_name
from statusref.theme.theme import Theme
from statusref.views.copied_code import copied_code
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow
from statusref.widgets.menus import dress, show_menu


class CodeMenus:
    """Makes the menu of a row, and adds to those of page and field what can be done with the code that is shown."""

    def __init__(
        self,
        window: MainWindow,
        navigation: Navigation,
        records: CodeRecords,
        pinning: Pinning,
        trying: Trying,
        clipboard: Clipboard,
        library: Library,
        theme: Theme,
        localizer: Localizer,
    ) -> None:
        self._theme = theme
        self._window = window
        self._navigation = navigation
        self._records = records
        self._pinning = pinning
        self._trying = trying
        self._clipboard = clipboard
        self._library = library
        self._localizer = localizer

    def show_for_row(self, item: Row | More, place: QPoint) -> None:
        """Show the menu of a row at ``place`` (screen coordinates)."""
        menu = QMenu(self._window.lookup.list)
        text = self._localizer.text
        name = text("menu.open") if isinstance(item, Row) else text("list.more", count=item.count)
        self._add(menu, name, lambda: self._window.lookup.list.item_opened.emit(item), "Return")
        match item:
            case Row(target=target) if isinstance(target, TARGETS):
                self._add_code(menu, target)
            case Row(target=Memo(about)):
                self._add_code(menu, about)
            case Row(target=target):
                menu.addSeparator()
                self._add_copy(menu, found_title(target, self._localizer.language))
                if isinstance(target, Neighbour | Note):
                    self._add_citations(menu, partial(cite, self._library, target))
                self._add_pin(menu, target)
            case More():
                pass
        show_menu(menu, self._theme, place)

    def add_page(self, menu: QMenu) -> None:
        """Add to ``menu`` what can be done with the page that is shown."""
        page, shown = self._window.page, self._shown
        if isinstance(shown, TARGETS):
            self._add_code(menu, shown)
        elif (text := page.copied_text()) or page.citation(self._localizer.language):
            menu.addSeparator()
            if text:
                self._add_copy(menu, text, page.copied_name())
            self._add_citations(menu, page.citation)
            self._add_pin(menu, shown)

    @property
    def _shown(self) -> object:
        """The thing on the page that the entries of the menu act on; None if there is none."""
        page = self._window.page
        if page is self._window.lookup:
            return self._window.lookup.detail.shown
        return self._library.catalogue.get(page.shown_code.target) if page.shown_code is not None else None

    def _add_code(self, menu: QMenu, target: Target) -> None:
        menu.addSeparator()
        for copied in dict.fromkeys(copied_code(target, form) for form in CopyFormat):
            self._add_copy(menu, copied)
        self._add_citations(menu, partial(cite, self._library, target))
        menu.addSeparator()
        is_bookmarked = target.id in self._window.lookup.panel.bookmarks
        bookmark = self._localizer.text("menu.bookmark.remove" if is_bookmarked else "menu.bookmark")
        self._add(menu, bookmark, lambda: self._records.set_bookmark(target.id, not is_bookmarked), "Ctrl+D")
        self._add(menu, self._localizer.text("key.code.memo"), lambda: self._write_memo(target), "Ctrl+M")
        self._add_pin(menu, target)
        self._add(menu, self._localizer.text("menu.try"), lambda: self._trying.try_code(target.id), "Ctrl+T")

    def _add_pin(self, menu: QMenu, target: object) -> None:
        """Add the comparison, for what can be compared."""
        if isinstance(target, Entry | Neighbour):
            pinned_id = target.id
            self._add(menu, self._localizer.text("menu.compare"), lambda: self._pinning.pin(pinned_id), "Ctrl+Shift+P")

    def _add_copy(self, menu: QMenu, copied: str, name: str = "") -> None:
        keys = "Ctrl+Shift+C" if copied == self._window.page.copied_text() else ""
        words = self._localizer.text("menu.copy", text=name or copied)
        self._add(menu, words, lambda: self._clipboard.copy(copied, name), keys)

    def _add_citations(self, menu: QMenu, citation: Callable[[Language], Spans]) -> None:
        """Add a menu of the forms in which a reference is copied: in the language of the window, then in the other."""
        here = self._localizer.language
        if not citation(here):
            return
        forms = QMenu(self._localizer.text("menu.cite"), menu)
        dress(forms, self._theme)
        menu.addMenu(forms)
        for language in sorted(Language, key=lambda each: each is not here):
            forms.addSeparator()
            for form in (CitationFormat.HTML, CitationFormat.TEXT, CitationFormat.MARKDOWN):
                self._add_citation(forms, citation(language), form, is_here=language is here)

    def _add_citation(self, menu: QMenu, citation: Spans, form: CitationFormat, *, is_here: bool) -> None:
        name = self._localizer.text(f"menu.cite.{form.value}")
        if not is_here:
            name = self._localizer.text("menu.cite.other", form=name)
        by_key = form is CitationFormat.HTML and citation == self._window.page.citation(self._localizer.language)
        keys = "Ctrl+Shift+R" if by_key else ""
        self._add(menu, name, lambda: self._clipboard.copy_cited(citation, form), keys)

    def _add(self, menu: QMenu, text: str, run: Callable[[], None], keys: str = "") -> None:
        text = text.replace("&", "&&")
        menu.addAction(f"{text}\t{key_name(keys)}" if keys else text).triggered.connect(run)

    def _write_memo(self, target: Target) -> None:
        self._navigation.go(code_link(target.id))
        self._navigation.edit_memo()
