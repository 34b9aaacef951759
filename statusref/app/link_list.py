"""The key that lists the links of the page that is shown."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot

from statusref.app.window_place import fit_dialog
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow
from statusref.views.window_page import WindowPage
from statusref.widgets.reader import Reader


class LinkList(QObject):
    """Works on every page that shows a reader or returns ``links``."""

    def __init__(self, window: MainWindow, theme: Theme, localizer: Localizer) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._localizer = localizer

    @Slot()
    def show(self) -> None:
        # Made when first needed.
        from statusref.views.links_dialog import LinksDialog  # noqa: PLC0415
        from statusref.views.listed_links import links_of  # noqa: PLC0415

        page, reader = self._window.page, self._window.reader
        links = [*page.links(), *(links_of(reader.document()) if reader is not None else ())]
        if not links:
            self._window.status.show_message(self._localizer.text("links.none"))
            return
        dialog = LinksDialog(self._theme, self._localizer.text("links.title", page=page.title), links, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(_follow, page, reader))
        fit_dialog(dialog)
        dialog.open()


def _follow(page: WindowPage, reader: Reader | None, address: str) -> None:
    if reader is None:
        page.take_focus()
        page.follow(address)
    else:
        reader.setFocus(Qt.FocusReason.OtherFocusReason)
        reader.link_activated.emit(address)
