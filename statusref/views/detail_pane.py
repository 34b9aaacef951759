"""The page at the right: one code, one number, or the overview of a class."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.catalogue import TARGETS, title
from statusref.domain.class_filter import ClassFilter
from statusref.domain.description.blocks import Description, Head
from statusref.domain.description.damage import describe_damage
from statusref.domain.description.overview import describe_overview
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.links import EDIT_MEMO, Link, parse_link
from statusref.domain.markdown import Span
from statusref.search.describing import describe_found
from statusref.search.results import Found
from statusref.system.keys import key_name
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone
from statusref.views.correction import Correction
from statusref.views.localizer import Localizer
from statusref.views.memo_blocks import memo_blocks
from statusref.views.no_match import NoMatch, describe_no_match
from statusref.views.page_header import PageHeader
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader

if TYPE_CHECKING:
    # Made when first needed.
    from statusref.views.find_bar import FindBar
    from statusref.views.memo_editor import MemoEditor, MemoTexts

ShownPage = Found | ClassFilter | NoMatch


class DetailPane(QWidget):
    """Writes the head of a page at once, what else can be seen when that is painted, and then what is below."""

    link_activated = Signal(Link)
    code_copy_wanted = Signal()
    bookmark_toggled = Signal(str, bool)

    def __init__(self, theme: Theme, localizer: Localizer, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self._shown: ShownPage = ClassFilter.ALL
        self._page = Description(Head("", ""), tuple, "")
        self._bookmarked = False
        self.header = PageHeader(theme, localizer)
        self.reader = Reader(theme, self.header, self)
        self._find_bar: FindBar | None = None
        self._memos: MemoTexts | None = None
        self._memo = ""
        self._memo_is_offered = False
        self._memo_at = 0
        self._editor: MemoEditor | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.reader, 1)
        self._rest: Iterator[None] | None = None
        self._next_step = QTimer(self)
        self._next_step.setSingleShot(True)
        self._next_step.timeout.connect(self._go_on)
        self.reader.painted.connect(self._next_step.start)
        self.reader.link_activated.connect(self._on_link)
        self.reader.copy_wanted.connect(self.code_copy_wanted)
        self.header.copy_requested.connect(self.code_copy_wanted)
        self.header.bookmark_toggled.connect(self._on_bookmark_toggled)
        theme.changed.connect(self.refresh)

    @property
    def find_bar(self) -> "FindBar":
        """Find in page; made when it is first asked for."""
        if self._find_bar is None:
            from statusref.views.find_bar import FindBar  # noqa: PLC0415 - made when first needed

            self._find_bar = FindBar(self._theme, self._localizer, self.reader, self)
            self._find_bar.closed.connect(self.reader.setFocus)
            self._layout.addWidget(self._find_bar)
            if self._editor is not None:
                # The memo is above the find bar, so Tab reaches it first.
                self._editor.follow_in_tab_order(self.reader)
        return self._find_bar

    def close_find(self) -> bool:
        """Close find in page; False where it is not open."""
        return self._find_bar is not None and self._find_bar.close_if_open()

    def use_memos(self, memos: "MemoTexts") -> None:
        """Show the user's own notes from here on, below each page."""
        self._memos = memos
        self.read_memo()

    def edit_memo(self) -> None:
        """Open the memo on the code that is shown."""
        shown = self._shown
        if self._memos is None or not isinstance(shown, TARGETS):
            return
        if self._editor is None:
            self._editor = self._make_editor()
        self._editor.open(self._memos, shown.id, title(shown))

    def close_memo(self) -> None:
        """Save and close the memo editor, if it is open."""
        if self._editor is not None:
            self._editor.close_editor()

    def show_memo(self) -> None:
        """Scroll to the user's own note, below the page."""
        self.finish()
        self.reader.scroll_to(self._memo_at)

    @property
    def shown(self) -> ShownPage:
        """What the page is about."""
        return self._shown

    @property
    def page(self) -> Description:
        """The page that is shown, without the user's memo."""
        return self._page

    @property
    def is_written(self) -> bool:
        """Whether any page was shown yet."""
        return not self.reader.document().isEmpty()

    @property
    def subject(self) -> str:
        """What the page is about, as the window's title names it."""
        return self.header.accessibleName()

    def correction(self) -> Correction:
        """Return the selected sentence, or the first, and the file that the page's words come from."""
        return Correction(self._page.file, self.reader.selected_or_first())

    def show_page(self, what: ShownPage, *, bookmarked: bool = False) -> None:
        """Show another page, from its top."""
        if what != self._shown:
            self.close_memo()
        self._shown = what
        self._bookmarked = bookmarked
        self._memo = self._memo_of_shown()
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

    def finish(self) -> None:
        """Write all of the page that is still due."""
        rest, self._rest = self._rest, None
        for _ in rest or ():
            pass

    def fill(self) -> None:
        """Write as much of the page as can be seen."""
        while self._rest is not None and not self.reader.is_full:
            if next(self._rest, self) is self:
                self._rest = None

    @Slot()
    def _go_on(self) -> None:
        """Fill what can be seen. Where that is full, write the rest."""
        if self.reader.is_full:
            self.finish()
        self.fill()
        if self._rest is not None:
            self.reader.tell_painted()

    def _describe(self) -> Description:
        shown, language = self._shown, self._localizer.language
        if isinstance(shown, NoMatch):
            return describe_no_match(shown, self._localizer)
        try:
            if isinstance(shown, ClassFilter):
                return describe_overview(self._library, shown, language)
            return describe_found(self._library, shown, language)
        except ResourceError as error:
            # Every page is checked in the test run, but not when the program starts: a damaged page costs only itself.
            return describe_damage(error)

    def _begin(self) -> None:
        self._page = self._describe()
        self.header.show_head(
            self._page.head, can_bookmark=isinstance(self._shown, TARGETS), bookmarked=self._bookmarked
        )
        self.reader.setAccessibleName(self.subject)
        writer = PageWriter(self.reader.document(), self._theme)
        writer.lead(self._page.head.summary)
        writer.finish()
        self.reader.lay_out()
        self._rest = self._write_rest()
        self.reader.tell_painted()

    def _write_rest(self) -> Iterator[None]:
        """Write what stands below the head. Whenever a part is written and laid out, there is a pause."""
        writer = PageWriter(self.reader.document(), self._theme, append=True)
        try:
            for part in self._page.parts():
                writer.parts((part,))
                writer.finish()
                yield
                writer.go_on()
        except ResourceError as error:
            writer.body((Span(str(error)),))
        if self._memos is not None and isinstance(self._shown, TARGETS):
            self._write_memo(writer)
        writer.finish()
        if self._find_bar is not None:
            self._find_bar.page_changed()

    def _write_memo(self, writer: PageWriter) -> None:
        """Write the user's own note, and the link that opens it."""
        self._memo_at = self.reader.document().characterCount() - 1
        writer.label(self._localizer.text("memo.title"))
        if self._memo.strip():
            writer.caution(memo_blocks(self._memo, self._localizer), Tone.UNOFFICIAL)
        key = "memo.edit" if self._memo.strip() else "memo.add"
        writer.body(
            (
                Span(self._localizer.text(key), strong=True, link=EDIT_MEMO),
                Span(f"  {key_name('Ctrl+M')}", link=EDIT_MEMO),
            )
        )

    def _make_editor(self) -> "MemoEditor":
        from statusref.views.memo_editor import MemoEditor  # noqa: PLC0415 - made when first needed

        editor = MemoEditor(self._theme, self._localizer, self)
        self._layout.insertWidget(1, editor)
        editor.follow_in_tab_order(self.reader)
        editor.stand_below(self.reader)
        editor.saved.connect(self.read_memo)
        editor.closed.connect(self._on_memo_closed)
        return editor

    @Slot(bool)
    def _on_memo_closed(self, had_keyboard: bool) -> None:
        # The editor also closes when somebody types in the search field: then the keyboard must stay there.
        if had_keyboard:
            self.reader.setFocus()

    def _memo_of_shown(self) -> str:
        shown = self._shown
        return self._memos.get(shown.id) if self._memos is not None and isinstance(shown, TARGETS) else ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read_memo()

    @Slot()
    def read_memo(self) -> None:
        """Show the memo as it is now: it may have been written elsewhere."""
        memo = self._memo_of_shown()
        if self._editor is not None:
            self._editor.adopt()
        if memo != self._memo or (self._memos is not None and not self._memo_is_offered):
            self._memo_is_offered = self._memos is not None
            self._memo = memo
            if self.is_written and self._rest is None:
                self.refresh()

    @Slot(str)
    def _on_link(self, address: str) -> None:
        link = parse_link(address)
        if link == EDIT_MEMO:
            self.edit_memo()
        elif link is not None:
            self.link_activated.emit(link)

    @Slot(bool)
    def _on_bookmark_toggled(self, bookmarked: bool) -> None:
        self._bookmarked = bookmarked
        if isinstance(self._shown, TARGETS):
            self.bookmark_toggled.emit(self._shown.id, bookmarked)
