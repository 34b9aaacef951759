"""The order in which Tab goes through widgets, for parts that are made later than those after them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(part: QWidget) -> list[QWidget]:
    """Return what Tab leads to in a part of the window, in that order."""
    stops: list[QWidget] = []
    child = part.nextInFocusChain()
    while child is not None and part.isAncestorOf(child):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(child)
        child = child.nextInFocusChain()
    return stops


def put_in_tab_order(part: QWidget, after: QWidget) -> None:
    """Have Tab go from ``after`` through ``part``."""
    for stop in tab_stops(part):
        QWidget.setTabOrder(after, stop)
        after = stop
