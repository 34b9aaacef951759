"""The windows of one process: what a request does with them, and what happens when they close."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from statusref.app.bootstrap import Application
from statusref.app.first_paint import FirstPaint
from statusref.app.program import Program
from statusref.cli.requests import OpenWindow
from statusref.settings.options import Closing
from statusref.system.paths import Paths

if TYPE_CHECKING:
    # Needed after the first picture; the tray only by those who want it.
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QMenu

    from statusref.app.background import Background
    from statusref.app.ending import Ending
    from statusref.system.desktop.tray import Tray


_STEP = 28
"""Pixels between the corners of two windows."""


def desktop_tray(icon: "QIcon", menu: "QMenu") -> "Tray":
    """Return the tray of the desktop."""
    from statusref.system.desktop.desktop_tray import DesktopTray  # noqa: PLC0415 - only for those who want it

    return DesktopTray(icon, menu)


class Windows:
    """Makes the first window when it is made itself. Raises ResourceError as ``Program`` does.

    ``open`` are the windows that ``show`` brings back, the newest last. Of several windows, one that is closed is not
    among them any more.
    """

    def __init__(
        self, qt: QApplication, root: Path, paths: Paths, make_tray: "Callable[[QIcon, QMenu], Tray]" = desktop_tray
    ) -> None:
        self._qt = qt
        self._make_tray = make_tray
        self._ending: Ending | None = None
        self._background: Background | None = None
        self.program = Program(qt, root, paths)
        self.program.preferences.changed.connect(self._settle)
        self.open: list[Application] = []
        self._add()

    @property
    def newest(self) -> Application:
        """The window that a request is for."""
        return self.open[-1]

    @property
    def are_visible(self) -> bool:
        return any(application.window.isVisible() for application in self.open)

    def answer(self, request: OpenWindow, token: str = "") -> None:
        """Do what a program that was started asks for. ``token`` allows the window to come to the front."""
        if token:
            # Qt reads it when it activates a window: XDG Activation on Wayland, startup notification on X11.
            os.environ["XDG_ACTIVATION_TOKEN"] = os.environ["DESKTOP_STARTUP_ID"] = token
        if request.new_window and self.are_visible:
            self._add()
        application = self.newest
        if request.toggle and application.window.isVisible() and application.window.isActiveWindow():
            self._hide(application)
        else:
            application.show(request)

    def show(self) -> None:
        """Bring all windows to the front."""
        for application in self.open:
            application.window.come_to_front()

    def hide(self) -> None:
        """Hide all windows, and save what closing them would save."""
        for application in self.open:
            self._hide(application)

    def save(self) -> None:
        """Save what is written in all windows, and how they stand."""
        for application in self.open:
            application.save()

    def close(self) -> None:
        """Save everything and let go of the user's data. Asks where something cannot be saved."""
        if self._background is not None:
            self._background.end()
        if self._ending is not None:
            self._ending.close()
        for application in self.open:
            application.close()
        self.program.ask_about_unsaved()
        self.program.close()

    def _add(self) -> None:
        application = Application(self.program)
        if self.open:
            # Another window that covered this one exactly would look as if nothing had happened.
            application.window.move(self.newest.window.pos() + QPoint(_STEP, _STEP))
        FirstPaint(application.window.top, partial(self._start_idle_work, application))
        application.window.closing.connect(partial(self._on_closing, application))
        application.window.hidden.connect(self._on_hidden)
        application.window.another_wanted.connect(self._show_another)
        self.open.append(application)

    def _show_another(self) -> None:
        self.answer(OpenWindow(new_window=True))

    def _hide(self, application: Application) -> None:
        application.save()
        application.window.hide()

    def _start_idle_work(self, application: Application) -> None:
        from statusref.app.ending import Ending  # noqa: PLC0415 - not needed before the first picture

        application.start_idle_work()
        if self._ending is None:
            self._ending = Ending(self._qt, self.save)
        self._settle()

    def _settle(self) -> None:
        """Be ready for the last window to close as the user wants it."""
        stays = self.program.settings.closing is Closing.STAY
        if stays and self._background is None:
            from statusref.app.background import Background  # noqa: PLC0415 - only for those who want it

            self._background = Background(self._qt, self, self._make_tray)
        elif not stays and self._background is not None:
            self._background.end()
            self._background = None

    def _on_closing(self, application: Application) -> None:
        others = [other for other in self.open if other is not application]
        if any(other.window.isVisible() for other in others):
            self.open = others
            application.close()
            application.window.deleteLater()

    def _on_hidden(self) -> None:
        # Qt looks again and again whether it keeps pictures that are no longer needed.
        QPixmapCache.clear()
        if self._background is not None:
            self._background.on_hidden()
