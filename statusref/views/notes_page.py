"""The notes: their titles at the left, the chosen one at the right."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from statusref.domain.catalogue import Catalogue
from statusref.domain.errors import ResourceError
from statusref.domain.links import code_link
from statusref.domain.markdown import Span
from statusref.domain.notes import Note, NoteStore
from statusref.models.note_model import NoteModel
from statusref.theme.fonts import TextStyle
from statusref.theme.painting import fill
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.views.find_bar import FindBar
from statusref.views.localizer import Localizer
from statusref.views.page_header import Chip, HeaderContent, PageHeader
from statusref.views.page_writer import PageWriter
from statusref.views.result_list import ResultList
from statusref.widgets.hairline_splitter import HairlineSplitter
from statusref.widgets.reader import Reader


class _TitleDelegate(QStyledItemDelegate):
    """A note's number and title, on two lines if need be."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(56))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = option.rect
        tokens = self._theme.tokens
        shown_in = cast("ResultList", option.widget)
        selected = index.row() == shown_in.currentIndex().row()
        if selected:
            fill(painter, rect, color(tokens.selection))
            fill(painter, QRect(rect.left(), rect.top(), self._theme.px(3), rect.height()), color(tokens.accent))
        elif index.row() == shown_in.hovered_row:
            fill(painter, rect, color(tokens.hover))
        painter.setFont(self._theme.font(TextStyle.ROW_PHRASE))
        painter.setPen(color(tokens.text1))
        place = rect.adjusted(self._theme.px(17), 0, -self._theme.px(14), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place, flags, index.data())
        if selected and shown_in.hasFocus():
            painter.setPen(QPen(color(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


class NotesPage(QWidget):
    """``opened`` carries the slug of the note that the user went to, ``page_changed`` tells of one looked at."""

    opened = Signal(str)
    page_changed = Signal()
    link_activated = Signal(str)
    layout_changed = Signal()

    def __init__(
        self, theme: Theme, localizer: Localizer, catalogue: Catalogue, notes: NoteStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._catalogue = catalogue
        self._notes = notes
        self._shown: Note = notes.notes[0]
        self._narrow = False
        self._model = NoteModel(notes, localizer.language, self)
        self.list = ResultList(theme, self._model, _TitleDelegate(theme, self), self)
        self._header = PageHeader(theme, localizer)
        self.reader = Reader(theme, self._header, self)
        self.find_bar = FindBar(theme, localizer, self.reader, self)
        self._right = QWidget(self)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.reader, 1)
        right.addWidget(self.find_bar)
        self._splitter = HairlineSplitter(theme, self)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._right)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([theme.px(300), theme.px(700)])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self.list.row_chosen.connect(self._on_row_chosen)
        self.list.row_opened.connect(self._on_row_opened)
        self.reader.link_activated.connect(self.link_activated)
        self.find_bar.closed.connect(self.reader.setFocus)
        theme.changed.connect(self._write)
        localizer.changed.connect(self._on_language_changed)
        self.retranslate()
        self.show_note(self._shown)

    @property
    def shown(self) -> Note:
        """The note that is shown."""
        return self._shown

    def show_note(self, note: Note) -> None:
        """Show a note from its top."""
        self._shown = note
        self.list.select_row(self._model.row_of(note.slug))
        self._write()
        self.reader.to_top()
        if self._narrow:
            self._show_parts(reading=True)

    @property
    def is_reading(self) -> bool:
        """Whether a narrow window shows the note instead of the titles."""
        return self._narrow and not self.list.isVisible()

    def back_to_list(self) -> None:
        """In a narrow window, show the titles again."""
        if self._narrow:
            self._show_parts(reading=False)

    def retranslate(self) -> None:
        self.list.setAccessibleName(self._localizer.text("page.notes"))
        self._model.set_language(self._localizer.language)

    @Slot()
    def _on_language_changed(self) -> None:
        self.retranslate()
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(780)
        if narrow != self._narrow:
            self._narrow = narrow
            self.list.setVisible(not narrow)
            self._right.setVisible(True)
            self.layout_changed.emit()

    def _show_parts(self, *, reading: bool) -> None:
        self.list.setVisible(not reading)
        self._right.setVisible(reading)
        self.layout_changed.emit()

    @Slot()
    def _write(self) -> None:
        note = self._shown
        chips = tuple(Chip(entry.number) for code in note.codes if (entry := self._catalogue.get(code)))
        self._header.show_content(
            HeaderContent("", self._localizer.of(note.title), "", Tone.UNOFFICIAL, chips), bookmarked=False
        )
        self.reader.setAccessibleName(self._header.accessibleName())
        writer = PageWriter(self.reader.document(), self._theme)
        try:
            writer.markdown(self._notes.text(note.slug, self._localizer.language), lead=True)
        except ResourceError as error:
            writer.body((Span(str(error)),))
        self._write_codes(writer, note)
        writer.finish()
        self.reader.lay_out()
        self.find_bar.page_changed()

    def _write_codes(self, writer: PageWriter, note: Note) -> None:
        writer.label(self._localizer.text("note.codes"))
        for code in note.codes:
            entry = self._catalogue.get(code)
            if entry is not None:
                link = Span(f"{entry.number} {entry.phrase}", strong=True, link=code_link(code))
                writer.item((link, Span(f"  {entry.korean}")))

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        self._shown = self._model.note(row)
        self._write()
        self.reader.to_top()
        self.page_changed.emit()

    @Slot(int)
    def _on_row_opened(self, row: int) -> None:
        self.show_note(self._model.note(row))
        self.opened.emit(self._shown.slug)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)
