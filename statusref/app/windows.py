"""The windows of one process, and what a request does with them."""

import os
from pathlib import Path

from PySide6.QtWidgets import QApplication

from statusref.app.bootstrap import Application
from statusref.app.first_paint import FirstPaint
from statusref.cli.requests import OpenWindow
from statusref.system.paths import Paths


class Windows:
    """Makes the first window when it is made itself. Raises ResourceError as ``Application`` does."""

    def __init__(self, qt: QApplication, root: Path, paths: Paths) -> None:
        self._qt = qt
        self._root = root
        self._paths = paths
        self.open: list[Application] = []
        self._add()

    def answer(self, request: OpenWindow, token: str) -> None:
        """Do what a program that was started asks for. ``token`` allows the window to come to the front."""
        if token:
            # Qt reads it when it activates a window: XDG Activation on Wayland, startup notification on X11.
            os.environ["XDG_ACTIVATION_TOKEN"] = os.environ["DESKTOP_STARTUP_ID"] = token
        if request.new_window:
            self._add()
        application = self.open[-1]
        if request.toggle and application.window.isVisible() and application.window.isActiveWindow():
            application.window.hide()
        else:
            application.show(request)

    def close(self) -> None:
        """Save everything and let go of the user's data."""
        for application in self.open:
            application.close()

    def _add(self) -> None:
        application = Application(self._qt, self._root, self._paths)
        FirstPaint(application.window.top, application.start_idle_work)
        self.open.append(application)
