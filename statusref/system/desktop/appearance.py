"""Whether the system is set to dark, with a signal for changes.

Qt knows that on most systems. Where it answers Unknown, as on bare X11, sway and LXQt, the desktop portal is asked.
"""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QStyleHints

PREFER_DARK = 1
"""``color-scheme`` of ``org.freedesktop.appearance``: 0 no preference, 1 prefer dark, 2 prefer light."""


class Portal(QObject):
    """Interface of the desktop portal. ``changed`` has the new ``color-scheme`` as its argument."""

    changed = Signal(int)

    def read(self) -> int | None:
        """Return ``color-scheme``, or None if there is no answer."""
        raise NotImplementedError


class SystemAppearance(QObject):
    """The appearance of the system. ``changed`` has as its argument whether it is dark now."""

    changed = Signal(bool)

    def __init__(self, hints: QStyleHints, portal: Portal | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        self._portal_value = portal.read() if portal is not None and self._is_unknown_to_qt() else None
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        if portal is not None:
            portal.changed.connect(self._on_portal_changed)

    @property
    def dark(self) -> bool:
        """Whether the system is set to dark; False if that is unknown."""
        if self._is_unknown_to_qt():
            return self._portal_value == PREFER_DARK
        return self._hints.colorScheme() == Qt.ColorScheme.Dark

    def _is_unknown_to_qt(self) -> bool:
        return self._hints.colorScheme() == Qt.ColorScheme.Unknown

    @Slot()
    def _on_scheme_changed(self) -> None:
        self.changed.emit(self.dark)

    @Slot(int)
    def _on_portal_changed(self, value: int) -> None:
        self._portal_value = value
        if self._is_unknown_to_qt():
            self.changed.emit(self.dark)
