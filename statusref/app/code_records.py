"""What the user's data keeps about codes, in the window: bookmarks, recently opened codes, memos."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from statusref.domain.links import LinkKind
from statusref.settings.settings import Settings
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow

if TYPE_CHECKING:
    # Loaded after the first picture.
    from statusref.userdata.user_data import UserData

_LATER_MS = 1000


class CodeRecords(QObject):
    """Nothing is kept before ``use`` gives it the user's data, which is opened after the first picture."""

    def __init__(self, window: MainWindow, localizer: Localizer, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._localizer = localizer
        self._settings = settings
        self._data: UserData | None = None
        self._opened: str | None = None
        # QSettings writes its file to the disk for each change, which may take as long as painting five pages.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LATER_MS)
        self._timer.timeout.connect(self.save)

    def use(self, data: "UserData") -> None:
        """Show what ``data`` holds and keep everything there from here on."""
        self._data = data
        self._window.lookup.detail.use_memos(data.memos)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what the data holds now: another window, or an import, may have changed it."""
        if self._data is not None:
            self._show_bookmarks()
            self._show_recents()
            self._window.lookup.detail.read_memo()

    def let_go(self) -> None:
        """Read and write no more: the user's data is about to be closed."""
        self._data = None

    @Slot()
    def toggle_bookmark(self) -> None:
        """Bookmark the code that is shown, or take its bookmark away."""
        shown = self._window.page.shown_code
        if shown is None or shown.kind is not LinkKind.CODE:
            self._window.status.show_message(self._localizer.text("status.no-bookmark"))
        elif self._data is not None:
            self.set_bookmark(shown.target, not self._data.bookmarks.contains(shown.target))

    @Slot()
    def refuse_memo(self) -> None:
        """Say why no memo is opened."""
        self._window.status.show_message(self._localizer.text("status.no-memo"))

    @Slot(str, bool)
    def set_bookmark(self, target_id: str, wanted: bool) -> None:
        if self._data is None:
            return
        if wanted:
            self._data.bookmarks.add(target_id)
        else:
            self._data.bookmarks.remove(target_id)
        key = "status.bookmarked" if wanted else "status.bookmark-removed"
        self._window.status.show_message(self._localizer.text(key, code=target_id))

    def move_bookmark(self, target_id: str, other_id: str) -> None:
        """Put a bookmark where another one is."""
        if self._data is not None:
            self._data.bookmarks.move(target_id, other_id)

    @Slot(bool)
    def show_bookmarks_only(self, only: bool) -> None:
        del only  # what counts is the state of the button
        self._show_bookmarks()

    @Slot()
    def toggle_bookmarks_only(self) -> None:
        """Press the button that shows bookmarks only."""
        self._window.top.bookmarks.toggle()

    @Slot(str)
    def on_opened(self, target_id: str) -> None:
        """A code or number was opened: the next start shows it, and it is among the recent ones."""
        self._opened = target_id
        self._timer.start()
        if self._data is not None:
            self._data.recents.opened(target_id)

    @Slot()
    def save(self) -> None:
        """Save which code was opened last."""
        self._timer.stop()
        if self._opened is not None:
            self._settings.location, self._opened = self._opened, None

    def _show_bookmarks(self) -> None:
        ids = () if self._data is None else self._data.bookmarks.all()
        self._window.lookup.set_bookmarks(ids, only=self._window.top.bookmarks.isChecked())

    def _show_recents(self) -> None:
        if self._data is not None:
            self._window.lookup.recent_strip.show_ids(self._data.recents.all())
            self._window.lookup.panel.refresh_recent()
