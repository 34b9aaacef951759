"""What happens when the user does something: moves between places, keeps bookmarks, copies, changes settings."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from statusref.domain.notes import NoteStore
from statusref.domain.status import Entry
from statusref.models.catalogue_model import title
from statusref.models.class_filter import ClassFilter
from statusref.settings.options import CopyFormat
from statusref.settings.settings import Settings
from statusref.views.locations import (
    CORRECTION,
    ClassLocation,
    CodeLocation,
    History,
    Location,
    NoteLocation,
    StudyLocation,
)
from statusref.views.main_window import MainWindow
from statusref.views.rail import Page
from statusref.views.speech import Speech

if TYPE_CHECKING:
    # Pages are loaded when first opened, the user's data after the first picture.
    from statusref.userdata.user_data import UserData
    from statusref.views.notes_page import NotesPage
    from statusref.views.study.study_page import StudyPage


class Session(QObject):
    """Connects the window with what is kept. It owns neither."""

    page_shown = Signal()

    def __init__(
        self,
        window: MainWindow,
        speech: Speech,
        settings: Settings,
        notes: NoteStore,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._speech = speech
        self._settings = settings
        self._notes = notes
        self._history = History()
        self._data: UserData | None = None
        self._show_steps()

    # Places

    def use_data(self, data: "UserData") -> None:
        """Take bookmarks and recent codes from here on."""
        self._data = data
        self._window.lookup.detail.use_memos(data.memos)
        self._window.lookup.set_bookmarks(data.bookmarks.all(), only=self._window.top.bookmarks.isChecked())
        self._window.lookup.recent_strip.show_ids(data.recents.all())
        self._window.lookup.panel.refresh_recent()

    def let_go_of_data(self) -> None:
        """Read and write the user's data no more: it is about to be closed."""
        self._data = None

    @Slot(str)
    def open_link(self, link: str) -> None:
        """Follow a link of a page: another code, a note, a class, an action, or an address outside."""
        kind, _, rest = link.partition(":")
        if kind == "code":
            self.go(CodeLocation(rest))
        elif kind == "note":
            self.go(NoteLocation(rest))
        elif kind == "class" and rest in {member.value for member in ClassFilter}:
            self.go(ClassLocation(ClassFilter(rest)))
        elif link == CORRECTION:
            self.copy_correction()
        elif kind in {"http", "https"}:
            QDesktopServices.openUrl(QUrl(link))

    def go(self, location: Location) -> bool:
        """Go to a place and remember it, and the place it was left for: that may not have been there long.

        False if there is no such place.
        """
        here = self._here()
        if not self._show(location):
            return False
        if here is not None:
            self._history.visit(here)
        self._history.visit(location)
        self._show_steps()
        return True

    @Slot()
    def back(self) -> None:
        """One step back."""
        self._step(self._history.back())

    @Slot()
    def forward(self) -> None:
        """One step forward."""
        self._step(self._history.forward())

    @Slot(str)
    def on_opened(self, target_id: str) -> None:
        """A code was settled on in the list."""
        self._history.visit(CodeLocation(target_id))
        self._remember(target_id)
        self._show_steps()

    @Slot(ClassFilter)
    def on_overview_opened(self, choice: ClassFilter) -> None:
        """The overview of a class was opened."""
        self._history.visit(ClassLocation(choice))
        self._show_steps()

    @Slot(str)
    def on_note_opened(self, slug: str) -> None:
        """A note was chosen from the list of notes."""
        self._history.visit(NoteLocation(slug))
        self._show_steps()

    @Slot(Page)
    def show_page(self, page: Page) -> None:
        """Go to a page of the window."""
        if page is Page.STUDY:
            self.go(StudyLocation())
            return
        self._window.show_page(page)
        self.page_shown.emit()
        self.name_window()

    @Slot()
    def escape(self) -> None:
        """Close the find bar, else clear the search, else leave the page or step back."""
        window = self._window
        if window.page is Page.LOOKUP and window.lookup.detail.close_find():
            return
        notes = self._open_notes
        if notes is not None and notes.find_bar.close_if_open():
            return
        if notes is not None and notes.is_reading:
            notes.back_to_list()
            return
        study = self._open_study
        if study is not None and study.escape():
            return
        if window.page is not Page.LOOKUP:
            self.focus_search()
        elif window.lookup.is_reading:
            window.lookup.back_to_list()
            window.top.field.setFocus()
        elif window.top.field.query:
            window.top.field.clear()
            window.top.field.setFocus()
        else:
            self.back()

    @Slot()
    def focus_search(self) -> None:
        """Bring the search field up, its text selected."""
        self._window.show_page(Page.LOOKUP)
        self._window.top.field.setFocus()
        self._window.top.field.selectAll()
        self.name_window()

    @Slot()
    def show_results(self) -> None:
        """Leave a page that shows no results: something was searched for, or a log was given."""
        if self._window.page is not Page.LOOKUP:
            self.show_page(Page.LOOKUP)

    @Slot(str)
    def type_into_search(self, text: str) -> None:
        """Begin a search with a key that was pressed while reading."""
        self._window.top.field.setFocus()
        self._window.top.field.setText(text)

    @Slot()
    def find_in_page(self) -> None:
        """Open the find bar of the page that is shown."""
        notes = self._open_notes
        if self._window.page is Page.LOOKUP:
            self._window.lookup.show_reader()
            self._window.lookup.detail.find_bar.open()
        elif notes is not None:
            notes.find_bar.open()

    # Bookmarks

    @Slot()
    def toggle_bookmark(self) -> None:
        """Bookmark the code that is shown, or take its bookmark away."""
        shown = self._window.lookup.detail.shown
        if self._data is not None and not isinstance(shown, ClassFilter) and self._window.page is Page.LOOKUP:
            self.set_bookmark(shown.id, not self._data.bookmarks.contains(shown.id))

    @Slot(str, bool)
    def set_bookmark(self, target_id: str, wanted: bool) -> None:
        """Add or remove a bookmark."""
        if self._data is None:
            return
        if wanted:
            self._data.bookmarks.add(target_id)
            self._window.status.say(self.tr("Bookmarked {code}").format(code=target_id))
        else:
            self._data.bookmarks.remove(target_id)
            self._window.status.say(self.tr("Bookmark of {code} removed").format(code=target_id))
        self._window.lookup.set_bookmarks(self._data.bookmarks.all(), only=self._window.top.bookmarks.isChecked())

    @Slot(bool)
    def show_bookmarks_only(self, only: bool) -> None:
        """Show bookmarked codes only, or all."""
        self._window.show_page(Page.LOOKUP)
        ids = self._data.bookmarks.all() if self._data is not None else ()
        self._window.lookup.set_bookmarks(ids, only=only)

    @Slot()
    def toggle_bookmarks_only(self) -> None:
        """The same by key."""
        self._window.top.bookmarks.toggle()

    # Memos

    @Slot()
    def edit_memo(self) -> None:
        """Write in the memo on the code that is shown."""
        if self._window.page is Page.LOOKUP:
            self._window.lookup.show_reader()
            self._window.lookup.detail.edit_memo()

    # Copying

    @Slot()
    def copy_code(self) -> None:
        """Copy the code that is shown in the form that the settings say."""
        shown = self._window.lookup.detail.shown
        if isinstance(shown, ClassFilter):
            return
        text = title(shown)
        if isinstance(shown, Entry):
            text = {
                CopyFormat.NUMBER_PHRASE: text,
                CopyFormat.NUMBER: shown.number,
                CopyFormat.NUMBER_KOREAN: f"{shown.number} {shown.korean}",
                CopyFormat.FULL: f"{text} ({shown.korean})",
            }[self._settings.copy_format]
        self.copy(text)

    @Slot(str)
    def copy(self, text: str) -> None:
        """Put text on the clipboard and say so."""
        QGuiApplication.clipboard().setText(text)
        self._window.status.say(self.tr("Copied: {text}").format(text=text.replace("\n", " ")))

    @Slot()
    def copy_correction(self) -> None:
        """Copy the page's file name and the selected sentence (or the first), ready for a report."""
        notes = self._open_notes
        reader = notes.reader if notes is not None else self._window.lookup.detail.reader
        selected = reader.textCursor().selectedText().replace("\u2029", "\n")
        sentence = selected or reader.document().firstBlock().text()
        self.copy(f"resources/{self._file_shown()}\n> {sentence}\n→ ")

    def _file_shown(self) -> str:
        """The file that the words of the shown note or code come from."""
        notes = self._open_notes
        ending = f"{self._speech.language.value}.md"
        shown = self._window.lookup.detail.shown
        if notes is not None:
            return f"notes/{notes.shown.slug}.{ending}"
        if isinstance(shown, ClassFilter):
            return f"classes/{shown.value}.{ending}"
        return f"codes/{shown.id}.{ending}" if isinstance(shown, Entry) else "i18n/words.json"

    # How it is done

    @property
    def _open_notes(self) -> "NotesPage | None":
        """The notes page, if it is the one that is shown."""
        return cast("NotesPage", self._window.widget(Page.NOTES)) if self._window.page is Page.NOTES else None

    @property
    def _open_study(self) -> "StudyPage | None":
        """The study page, if it is the one that is shown."""
        return cast("StudyPage", self._window.widget(Page.STUDY)) if self._window.page is Page.STUDY else None

    def _here(self) -> Location | None:
        """The place that is shown, None on pages that are no part of the history."""
        notes = self._open_notes
        if notes is not None:
            return NoteLocation(notes.shown.slug)
        if self._window.page is Page.STUDY:
            return StudyLocation()
        if self._window.page is not Page.LOOKUP:
            return None
        shown = self._window.lookup.detail.shown
        return ClassLocation(shown) if isinstance(shown, ClassFilter) else CodeLocation(shown.id)

    @Slot()
    def name_window(self) -> None:
        """Name what is shown in the window's title."""
        window = self._window
        notes = self._open_notes
        if notes is not None:
            subject = self._speech.of(notes.shown.title)
        elif window.page is Page.LOOKUP:
            subject = window.lookup.detail.subject
        elif window.page is Page.STUDY:
            subject = self._speech.say("study.title")
        else:
            subject = ""
        window.say_title(subject)

    def _step(self, location: Location | None) -> None:
        if location is not None:
            self._show(location)
        self._show_steps()

    def _show(self, location: Location) -> bool:
        """Show a place; False if there is no such place."""
        window = self._window
        match location:
            case CodeLocation(target_id):
                target = window.lookup.find_target(target_id)
                if target is None:
                    return False
                window.show_page(Page.LOOKUP)
                window.lookup.open_target(target)
                self._remember(target_id)
            case ClassLocation(choice):
                window.show_page(Page.LOOKUP)
                window.lookup.show_overview(choice)
            case NoteLocation(slug):
                note = self._notes.get(slug)
                if note is None:
                    return False
                window.show_page(Page.NOTES)
                cast("NotesPage", window.widget(Page.NOTES)).show_note(note)
            case StudyLocation():
                window.show_page(Page.STUDY)
        self.name_window()
        return True

    def _remember(self, target_id: str) -> None:
        self._settings.location = target_id
        if self._data is not None:
            self._data.recents.opened(target_id)
            self._window.lookup.recent_strip.show_ids(self._data.recents.all())

    def _show_steps(self) -> None:
        self._window.top.back.setEnabled(self._history.can_go_back)
        self._window.top.forward.setEnabled(self._history.can_go_forward)
