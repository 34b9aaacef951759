"""Shows one of several parts of a page. Some of them are made when they are first shown."""

from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from statusref.widgets.tab_order import put_in_tab_order

P = TypeVar("P", bound=QWidget)


class PartStack(QStackedWidget):
    def put_in(self, part: P, after: QWidget) -> P:
        """Put in a part that is made after the rest of the window, and return it. Tab reaches it behind ``after``."""
        self.addWidget(part)
        # Otherwise Tab would reach it last.
        put_in_tab_order(part, after)
        return part
