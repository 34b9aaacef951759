"""Lets the program go on without a window, as long as the desktop has a tray to bring it back from."""

from typing import Protocol

from PySide6.QtWidgets import QApplication

from statusref.app.tray import Tray


class Shown(Protocol):
    """All windows of the program together."""

    @property
    def are_visible(self) -> bool:
        """Whether any of them is."""

    def show(self) -> None:
        """Bring them to the front."""

    def hide(self) -> None:
        """Save what is written in them and hide them."""


class Background:
    """While this is there, closing the last window leaves an icon in the tray; ``end`` ends that."""

    def __init__(self, qt: QApplication, windows: Shown, tray: Tray) -> None:
        self._qt = qt
        self._windows = windows
        self._tray = tray
        tray.clicked.connect(self._on_clicked)
        tray.host_lost.connect(self._on_host_lost)
        qt.setQuitOnLastWindowClosed(False)
        qt.lastWindowClosed.connect(self._on_last_closed)

    def end(self) -> None:
        """Closing the last window ends the program again."""
        self._qt.lastWindowClosed.disconnect(self._on_last_closed)
        self._qt.setQuitOnLastWindowClosed(True)
        self._tray.remove()

    def watch(self) -> bool:
        """Return whether there is a tray now. If it goes, hidden windows come back."""
        return self._tray.watch_host()

    def _on_last_closed(self) -> None:
        if not self.watch():
            self._qt.quit()

    def _on_clicked(self) -> None:
        if self._windows.are_visible:
            self._windows.hide()
        else:
            self._windows.show()

    def _on_host_lost(self) -> None:
        if not self._windows.are_visible:
            self._windows.show()
