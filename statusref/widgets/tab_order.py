"""The order in which Tab goes through widgets, for a part of the window that is made after the parts behind it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(part: QWidget) -> list[QWidget]:
    """Return the widgets inside ``part`` that Tab stops at, in Tab order."""
    stops: list[QWidget] = []
    child = part.nextInFocusChain()
    while child is not None and part.isAncestorOf(child):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(child)
        child = child.nextInFocusChain()
    return stops


def put_in_tab_order(part: QWidget, after: QWidget) -> None:
    """Put the widgets inside ``part`` behind ``after`` in the Tab order."""
    for stop in tab_stops(part):
        QWidget.setTabOrder(after, stop)
        after = stop
