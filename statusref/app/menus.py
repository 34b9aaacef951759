"""Opens the menus of list, page and search field. What they contain is loaded with the first of them."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Slot
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from statusref.models.result_rows import More, Row
from statusref.views.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from statusref.app.code_menus import CodeMenus


class Menus(QObject):
    """``make`` is called for the first menu."""

    def __init__(self, window: MainWindow, make: "Callable[[], CodeMenus]") -> None:
        super().__init__(window)
        self._make = make
        window.lookup.list.menu_wanted.connect(self._on_row_menu)
        window.page_menu_made.connect(self._on_page_menu)
        window.top.field.menu_made.connect(self._on_page_menu)
        # The Menu key needs no help; these keys mean the same only on Windows.
        QShortcut(QKeySequence("Shift+F10"), window).activated.connect(self._on_menu_key)

    @cached_property
    def _menus(self) -> "CodeMenus":
        return self._make()

    @Slot(object, QPoint)
    def _on_row_menu(self, item: Row | More, place: QPoint) -> None:
        self._menus.show_for_row(item, place)

    @Slot(object)
    def _on_page_menu(self, menu: "QMenu") -> None:
        self._menus.add_page(menu)

    @Slot()
    def _on_menu_key(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            place = focused.rect().center()
            reason = QContextMenuEvent.Reason.Keyboard
            QCoreApplication.sendEvent(focused, QContextMenuEvent(reason, place, focused.mapToGlobal(place)))
