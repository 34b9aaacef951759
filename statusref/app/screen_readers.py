"""What screen readers are told beyond what Qt tells them by itself: roles, the links of pages, and what happens."""

from functools import cache, partial

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
    "PathStrip": QAccessible.Role.List,
    "TreeCanvas": QAccessible.Role.Graphic,
    "Timeline": QAccessible.Role.Graphic,
    "QScrollArea": QAccessible.Role.Grouping,
}
"""By the name of the class or of its base. These have no parent when they are made: Qt gives a widget that has one its
role before Python has made it what it is."""


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
        if window.lookup.panel.is_searching:
            self._timer.start()

    @Slot(str)
    def _say(self, text: str) -> None:
        announce(self._window, text)

    @Slot(str, int)
    def _on_counted(self, _key: str, _count: int) -> None:
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
        if QAccessible.isActive() and self._window.lookup.isVisible():
            self._say(self._window.lookup.panel.spoken())


class _Interfaces:
    """Makes what Qt asks for, and keeps it: Qt deletes it at the end, and Python must not have done so before."""

    def __init__(self) -> None:
        self._made: list[QAccessibleInterface] = []

    def make(self, class_name: str, thing: QObject) -> QAccessibleInterface | None:
        """Return what stands for a widget; None where Qt knows best. Qt asks for each class, the last one first."""
        interface = _interface_of(class_name, thing)
        if interface is not None:
            self._made.append(interface)
        return interface


@cache
def install_roles() -> "_Interfaces":
    """Have Qt ask here for the roles of widgets, once for all windows. Without a screen reader it never asks."""
    interfaces = _Interfaces()
    QAccessible.installFactory(interfaces.make)
    qt = QApplication.instance()
    if isinstance(qt, QApplication):
        qt.focusChanged.connect(_on_focus_changed)
        if QAccessible.isActive():
            _forget([widget for widget in qt.allWidgets() if type(widget).__name__ in _ROLES or _reader_of(widget)])
    return interfaces


def _on_focus_changed(_before: QWidget | None, now: QWidget | None) -> None:
    if isinstance(now, QListView) and QAccessible.isActive():
        # Qt tells of the list itself after this.
        QTimer.singleShot(0, now, partial(_tell_row, now))


def _tell_row(rows: QListView) -> None:
    """Tell of the selected row of a list that has got the keyboard; Qt tells of the list alone."""
    if rows.hasFocus() and rows.currentIndex().isValid():
        event = QAccessibleEvent(rows, QAccessible.Event.Focus)
        event.setChild(rows.currentIndex().row())
        QAccessible.updateAccessibility(event)


def _interface_of(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(class_name)
    if role is not None and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, role)
    if isinstance(thing, Reader) and class_name == "Reader":
        _forget([thing.viewport()])  # asked for while the reader was made
    reader = _reader_of(thing) if class_name == "QWidget" else None
    if reader is None:
        return None
    from statusref.widgets.accessible_page import AccessiblePage  # noqa: PLC0415 - only screen readers need it

    return AccessiblePage(reader)


def _reader_of(thing: QObject) -> Reader | None:
    """Return the reader that ``thing`` is the viewport of."""
    parent = thing.parent() if thing.objectName() == "qt_scrollarea_viewport" else None
    return parent if isinstance(parent, Reader) else None


def _forget(widgets: list[QWidget]) -> None:
    """Have Qt ask again for what a screen reader has looked at before the first picture."""
    for widget in widgets:
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface.role() == QAccessible.Role.Client:  # as Qt made it
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(interface))
