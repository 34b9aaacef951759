"""Whether the system is set to dark, and the signal that it changed.

Qt's own answer counts where it has one. On desktops where it is Unknown (bare X11, sway, LXQt) the desktop portal is
asked.
"""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QStyleHints

PREFER_DARK = 1
"""``color-scheme`` of ``org.freedesktop.appearance``: 0 no preference, 1 prefer dark, 2 prefer light."""


class Portal(QObject):
    """Whoever answers for the desktop. ``changed`` carries the new ``color-scheme``."""

    changed = Signal(int)

    def read(self) -> int | None:
        """Return ``color-scheme``, or None where nobody answers."""
        raise NotImplementedError


class SystemAppearance(QObject):
    """``changed`` carries whether it is dark now."""

    changed = Signal(bool)

    def __init__(self, hints: QStyleHints, portal: Portal | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        self._portal_value = portal.read() if portal is not None and self._qt_knows_not() else None
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        if portal is not None:
            portal.changed.connect(self._on_portal_changed)

    @property
    def dark(self) -> bool:
        """Whether dark is wanted; light where nobody knows."""
        if self._qt_knows_not():
            return self._portal_value == PREFER_DARK
        return self._hints.colorScheme() == Qt.ColorScheme.Dark

    def _qt_knows_not(self) -> bool:
        return self._hints.colorScheme() == Qt.ColorScheme.Unknown

    @Slot()
    def _on_scheme_changed(self) -> None:
        self.changed.emit(self.dark)

    @Slot(int)
    def _on_portal_changed(self, value: int) -> None:
        self._portal_value = value
        if self._qt_knows_not():
            self.changed.emit(self.dark)
