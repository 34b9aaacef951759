"""The notes: their titles at the left, the chosen one at the right."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.citation import cite
from statusref.domain.description.blocks import Description, Head
from statusref.domain.description.damage import describe_damage
from statusref.domain.description.note import describe_note, note_sections
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind, note_link
from statusref.domain.markdown import Spans
from statusref.domain.notes import Note
from statusref.domain.text import Language
from statusref.models.note_model import NoteModel
from statusref.theme.theme import Theme
from statusref.views.correction import Correction
from statusref.views.find_bar import FindBar
from statusref.views.localizer import Localizer
from statusref.views.note_delegate import NoteDelegate
from statusref.views.page_context import PageContext
from statusref.views.page_header import PageHeader
from statusref.views.page_writer import PageWriter
from statusref.views.result_list import ResultList
from statusref.views.scroll_places import ScrollPlaces
from statusref.views.two_parts import Shown, TwoParts
from statusref.views.window_page import WindowPage
from statusref.widgets.reader import Reader


class NotesPage(WindowPage):
    """The note that is shown follows the selection in the list."""

    def __init__(self, theme: Theme, localizer: Localizer, library: Library) -> None:
        super().__init__()
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self._shown: Note = library.notes.notes[0]
        self._page = Description(Head("", ""), tuple, "")
        self._model = NoteModel(library.notes, localizer.language, self)
        self.parts = TwoParts(theme, self)
        self.list = ResultList(theme, self._model, NoteDelegate(theme, localizer, library, self), self)
        right = QWidget(self)
        self._header = PageHeader(theme, localizer)
        self.reader = Reader(theme, self._header, right)
        self._scrolled = ScrollPlaces(self.reader.verticalScrollBar())
        self.find_bar = FindBar(theme, localizer, self.reader, right)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.reader, 1)
        column.addWidget(self.find_bar)
        self.parts.put(self.list, right)
        self.parts.set_list_width(theme.px(336))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)
        self.list.item_chosen.connect(self._on_note_chosen)
        self.list.item_opened.connect(self._on_note_opened)
        self.parts.list_came_up.connect(self.take_focus)
        self.reader.link_activated.connect(self.follow)
        self.reader.menu_made.connect(self.menu_made)
        self.find_bar.closed.connect(self.reader.setFocus)
        theme.changed.connect(self._write)
        localizer.changed.connect(self._on_language_changed)
        self._name_parts()
        self._show(self._shown)

    @classmethod
    def make(cls, context: PageContext) -> "NotesPage":
        return cls(context.theme, context.localizer, context.library)

    @property
    def location(self) -> Link:
        return note_link(self._shown.slug)

    @property
    def title(self) -> str:
        return self._localizer.of(self._shown.title)

    def open(self, location: Link) -> bool:
        if location.kind is LinkKind.NOTE:
            note = self._library.notes.get(location.target)
            if note is None:
                return False
            self._show(note)
        return True

    def scroll_back(self) -> None:
        self._scrolled.come_back(self.location)

    def escape(self) -> bool:
        return self.find_bar.close_if_open() or self.parts.show_list()

    def open_find(self) -> None:
        self.parts.show_detail()
        self.find_bar.open()

    def printed(self) -> Description:
        return self._page

    def citation(self, language: Language) -> Spans:
        seen, sections = (
            note_sections(self._library, self._shown, each) for each in (self._localizer.language, language)
        )
        place = self.reader.place_among(seen)
        # Where the other language has other sections, none is named.
        section = sections[place] if place is not None and len(sections) == len(seen) else ""
        return cite(self._library, self._shown, language, section)

    def correction(self) -> Correction:
        return Correction(self._page.file, self.reader.selected_or_first())

    def take_focus(self) -> None:
        # Where only one part has room, the list may be hidden.
        part = self.reader if self.parts.shown is Shown.DETAIL else self.list
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus_to_read(self) -> None:
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, note: Note) -> None:
        """Show a note from its top."""
        self._scrolled.leave(self.location)
        self._shown = note
        self.list.select_row(self._model.row_of(note.slug))
        self._write()
        self.reader.to_top()
        self.parts.show_detail()

    @Slot()
    def _on_language_changed(self) -> None:
        self._name_parts()
        self._write()
        self.shown_changed.emit()

    def _name_parts(self) -> None:
        self.list.setAccessibleName(self._localizer.text("page.notes"))
        self.parts.describe(self._localizer.text("list.width"), self._localizer.text("list.back"))
        self._model.set_language(self._localizer.language)

    def _describe(self) -> Description:
        language = self._localizer.language
        try:
            return describe_note(self._library, self._shown, language)
        except ResourceError as error:
            return describe_damage(error, self._shown.title[language])

    @Slot()
    def _write(self) -> None:
        self._page = self._describe()
        self._header.show_head(self._page.head)
        self.reader.setAccessibleName(self._header.accessibleName())
        writer = PageWriter(self.reader.document(), self._theme)
        writer.page(self._page)
        writer.finish()
        self.reader.lay_out()
        self.find_bar.page_changed()

    @Slot(object)
    def _on_note_chosen(self, note: Note) -> None:
        self._scrolled.leave(self.location)
        self._shown = note
        self._write()
        self.reader.to_top()
        self.shown_changed.emit()

    @Slot(object)
    def _on_note_opened(self, note: Note) -> None:
        self._show(note)
        self.visited.emit(self.location)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)
