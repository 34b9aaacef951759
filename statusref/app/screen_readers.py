"""What screen readers are told beyond what Qt tells them by itself: roles, the links of pages, and what happens."""

from functools import cache

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QListView, QWidget

from statusref.views.main_window import MainWindow
from statusref.widgets.announcing import announce
from statusref.widgets.reader import Reader

_PAUSE_MS = 400
"""The list changes with every key: what it holds is said when the user pauses."""
_ROLES = {
    "MainWindow": QAccessible.Role.Window,
    "PageHeader": QAccessible.Role.Heading,
    "Chart": QAccessible.Role.Chart,
    "ScoreBars": QAccessible.Role.Chart,
    "ThinProgress": QAccessible.Role.StaticText,
    "QSplitterHandle": QAccessible.Role.Splitter,
}
"""By the name of the class or of its base. Without an entry, a widget that paints itself has no role."""


class Announcements(QObject):
    """Says what changes while the keyboard stays where it is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._say_results)
        window.status.said.connect(self._say)
        window.messages.told.connect(self._say)
        window.lookup.counted.connect(self._on_counted)
        window.lookup.list.item_chosen.connect(self._on_item_chosen)

    @Slot(str)
    def _say(self, text: str) -> None:
        announce(self._window, text)

    @Slot(str, int)
    def _on_counted(self, _key: str, _count: int) -> None:
        if QAccessible.isActive():
            self._timer.start()

    @Slot(object)
    def _on_item_chosen(self, _item: object) -> None:
        rows = self._window.lookup.list
        self._timer.stop()
        # Where the list has the keyboard, the row has it, and Qt tells of that.
        if QAccessible.isActive() and not rows.hasFocus():
            self._say(rows.spoken_row())

    @Slot()
    def _say_results(self) -> None:
        if self._window.lookup.isVisible():
            self._say(self._window.lookup.panel.spoken())


@cache
def install_roles() -> None:
    """Have Qt ask here for the roles of widgets, once for all windows. Without a screen reader it never asks."""
    QAccessible.installFactory(_interface_of)
    qt = QApplication.instance()
    if isinstance(qt, QApplication):
        qt.focusChanged.connect(_tell_row)


def _tell_row(_before: QWidget | None, now: QWidget | None) -> None:
    """Tell of the selected row when its list gets the keyboard; Qt tells of the list alone."""
    if isinstance(now, QListView) and now.currentIndex().isValid() and QAccessible.isActive():
        event = QAccessibleEvent(now, QAccessible.Event.Focus)
        event.setChild(now.currentIndex().row())
        QAccessible.updateAccessibility(event)


def _interface_of(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(class_name)
    if role is not None and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, role)
    if class_name == "QWidget" and thing.objectName() == "qt_scrollarea_viewport":
        reader = thing.parent()
        if isinstance(reader, Reader):
            from statusref.widgets.accessible_page import AccessiblePage  # noqa: PLC0415 - only screen readers need it

            return AccessiblePage(reader)
    return None
