"""Lets the program go on without a window, as long as the desktop has a tray to bring it back from."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu

from statusref.app.bootstrap import Application
from statusref.app.tray_menu import TrayMenu
from statusref.cli.requests import OpenWindow
from statusref.system.desktop.tray import Tray


class AllWindows(Protocol):
    """The windows of the program together."""

    @property
    def newest(self) -> Application:
        """The window that a request is for."""

    @property
    def are_visible(self) -> bool:
        """Whether any of them is."""

    def answer(self, request: OpenWindow) -> None:
        """Show what is asked for."""

    def show(self) -> None:
        """Bring them to the front."""

    def hide(self) -> None:
        """Save what is written in them and hide them."""


class Background:
    """While this is there, closing the last window leaves an icon in the tray."""

    def __init__(self, qt: QApplication, windows: AllWindows, make_tray: Callable[[QIcon, QMenu], Tray]) -> None:
        self._qt = qt
        self._windows = windows
        self._menu = TrayMenu(lambda: windows.newest)
        self._menu.show_wanted.connect(windows.show)
        self._menu.wanted.connect(windows.answer)
        self._menu.quit_wanted.connect(qt.quit)
        self._tray = make_tray(windows.newest.window.windowIcon(), self._menu)
        self._tray.clicked.connect(self._on_clicked)
        self._tray.host_lost.connect(self._on_host_lost)
        qt.setQuitOnLastWindowClosed(False)
        qt.lastWindowClosed.connect(self._on_last_closed)

    def end(self) -> None:
        """Take the icon away; closing the last window ends the program again."""
        self._qt.lastWindowClosed.disconnect(self._on_last_closed)
        self._qt.setQuitOnLastWindowClosed(True)
        self._tray.remove()

    def on_hidden(self) -> None:
        """Be ready for the icon to be what is left."""
        self._menu.write()
        self._tray.watch_host()

    def _on_last_closed(self) -> None:
        if not self._tray.watch_host():
            self._qt.quit()

    def _on_clicked(self) -> None:
        if self._windows.are_visible:
            self._windows.hide()
        else:
            self._windows.show()

    def _on_host_lost(self) -> None:
        if not self._windows.are_visible:
            self._windows.show()
