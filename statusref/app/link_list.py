"""The key that lists the links of the page that is shown."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot

from statusref.app.window_place import fit_dialog
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow
from statusref.widgets.page_links import page_links
from statusref.widgets.reader import Reader


class LinkList(QObject):
    """Any page will do that shows a reader."""

    def __init__(self, window: MainWindow, theme: Theme, localizer: Localizer) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._localizer = localizer

    @Slot()
    def show(self) -> None:
        from statusref.views.links_dialog import LinksDialog  # noqa: PLC0415 - made when first needed

        reader = self._window.reader
        if reader is None or not page_links(reader.document()):
            self._window.status.show_message(self._localizer.text("links.none"))
            return
        title = self._localizer.text("links.title", page=self._window.page.title)
        dialog = LinksDialog(self._theme, title, reader.document(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(_follow, reader))
        fit_dialog(dialog)
        dialog.open()


def _follow(reader: Reader, address: str) -> None:
    reader.setFocus(Qt.FocusReason.OtherFocusReason)
    reader.link_activated.emit(address)
