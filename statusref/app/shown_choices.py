"""Shows in the status line what the user has chosen, in this window or in another one."""

from PySide6.QtCore import QObject, Slot

from statusref.app.preferences import Preferences
from statusref.settings.settings import Settings
from statusref.views.localizer import Localizer
from statusref.views.status_line import StatusLine


class ShownChoices(QObject):
    """Ends with the status line that it belongs to; the preferences stay for other windows."""

    def __init__(self, status: StatusLine, localizer: Localizer, settings: Settings, preferences: Preferences) -> None:
        super().__init__(status)
        self._status = status
        self._localizer = localizer
        self._settings = settings
        preferences.changed.connect(self._show)
        preferences.text_size_changed.connect(self._tell_text_size)
        self._show()

    @Slot()
    def _show(self) -> None:
        self._status.show_choices(self._localizer.language, self._settings.appearance)

    @Slot(int)
    def _tell_text_size(self, size: int) -> None:
        self._status.show_message(self._localizer.text("status.text-size", size=size))
