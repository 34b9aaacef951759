"""The page at the right: one code, one number, or the overview of a class."""

from typing import NamedTuple
from urllib.parse import unquote

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.errors import ResourceError
from statusref.domain.markdown import Span
from statusref.models.catalogue_model import Target
from statusref.models.class_filter import ClassFilter
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone
from statusref.views.class_page import ClassPage
from statusref.views.code_page import CodePage
from statusref.views.page_header import HeaderContent, PageHeader
from statusref.views.page_writer import PageWriter
from statusref.widgets.find_bar import FindBar
from statusref.widgets.reader import Reader


class Pages(NamedTuple):
    """Who writes the pages."""

    code: CodePage
    overview: ClassPage


class DetailPane(QWidget):
    """Shows number, chips and summary at once, and the rest of the page right after they are painted."""

    link_activated = Signal(str)
    copy_wanted = Signal(str)
    code_copy_wanted = Signal()
    bookmark_toggled = Signal(str, bool)
    text_typed = Signal(str)

    def __init__(self, theme: Theme, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages = pages
        self._shown: Target | ClassFilter = ClassFilter.ALL
        self._bookmarked = False
        self.header = PageHeader(theme)
        self.reader = Reader(theme, self.header, self)
        self._find_bar: FindBar | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.reader, 1)
        self._rest_is_due = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.finish)
        self.reader.painted.connect(self._rest.start)
        self.reader.link_activated.connect(self._on_link)
        self.reader.text_typed.connect(self.text_typed)
        self.reader.copy_wanted.connect(self.code_copy_wanted)
        self.header.copy_requested.connect(self.code_copy_wanted)
        self.header.bookmark_toggled.connect(self._on_bookmark_toggled)
        theme.changed.connect(self.refresh)

    @property
    def find_bar(self) -> FindBar:
        """Find in page; made when it is first asked for."""
        if self._find_bar is None:
            self._find_bar = FindBar(self._theme, self.reader, self)
            self._find_bar.closed.connect(self.reader.setFocus)
            self._layout.addWidget(self._find_bar)
        return self._find_bar

    @property
    def is_finding(self) -> bool:
        """Whether the find bar is open."""
        return self._find_bar is not None and self._find_bar.isVisible()

    @property
    def shown(self) -> Target | ClassFilter:
        """What the page is about."""
        return self._shown

    @property
    def is_written(self) -> bool:
        """Whether any page was shown yet."""
        return not self.reader.document().isEmpty()

    @property
    def subject(self) -> str:
        """What the page is about, as the window's title names it."""
        return self.header.accessibleName()

    def show_page(self, what: Target | ClassFilter, *, bookmarked: bool = False) -> None:
        """Show another page, from its top."""
        self._shown = what
        self._bookmarked = bookmarked
        self._begin()
        self.reader.to_top()

    def set_bookmarked(self, *, bookmarked: bool) -> None:
        """Show whether this code is bookmarked."""
        self._bookmarked = bookmarked
        self.header.set_bookmarked(bookmarked=bookmarked)

    @Slot()
    def refresh(self) -> None:
        """Write the same page again: the language, the text size or the colours changed."""
        place = self.reader.verticalScrollBar().value()
        self._begin()
        self.finish()
        self.reader.verticalScrollBar().setValue(place)

    @Slot()
    def finish(self) -> None:
        """Write the rest of the page now if it is still due."""
        if self._rest_is_due:
            self._write_rest()

    def _begin(self) -> None:
        shown = self._shown
        writer = PageWriter(self.reader.document(), self._theme)
        try:
            if isinstance(shown, ClassFilter):
                content, summary = self._pages.overview.header(shown), self._pages.overview.summary(shown)
            else:
                content, summary = self._pages.code.header(shown), self._pages.code.summary(shown)
        except ResourceError as error:
            # Every page is checked at the start of a test run, not of the program: a damaged page costs only itself.
            content, summary = HeaderContent("", "", "", Tone.UNOFFICIAL), str(error)
        self.header.show_content(content, bookmarked=self._bookmarked)
        self.reader.setAccessibleName(self.subject)
        writer.summary(summary)
        writer.finish()
        self.reader.lay_out()
        self._rest_is_due = True
        self.reader.tell_painted()

    def _write_rest(self) -> None:
        self._rest_is_due = False
        writer = PageWriter(self.reader.document(), self._theme, append=True)
        try:
            if isinstance(self._shown, ClassFilter):
                self._pages.overview.write_rest(writer, self._shown)
            else:
                self._pages.code.write_rest(writer, self._shown)
        except ResourceError as error:
            writer.body((Span(str(error)),))
        writer.finish()
        if self._find_bar is not None:
            self._find_bar.page_changed()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link.startswith("copy:"):
            self.copy_wanted.emit(unquote(link.removeprefix("copy:")))
        else:
            self.link_activated.emit(link)

    @Slot(bool)
    def _on_bookmark_toggled(self, bookmarked: bool) -> None:
        self._bookmarked = bookmarked
        if not isinstance(self._shown, ClassFilter):
            self.bookmark_toggled.emit(self._shown.id, bookmarked)
