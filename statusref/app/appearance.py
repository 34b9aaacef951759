"""Light or dark: as the user chose, or as the system says, also when that changes."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from statusref.settings.options import Appearance
from statusref.system.desktop.appearance import SystemAppearance
from statusref.theme.theme import Theme
from statusref.theme.tokens import DARK, LIGHT


class AppearanceControl(QObject):
    """Sets the theme's colours, and with them the palette of the application."""

    def __init__(
        self, theme: Theme, system: SystemAppearance, choice: Appearance, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._system = system
        self._choice = choice
        system.changed.connect(self._on_system_changed)
        theme.changed.connect(self._on_theme_changed)
        self._apply()
        self._on_theme_changed()

    def use(self, choice: Appearance) -> None:
        """Apply the appearance that the user chose."""
        self._choice = choice
        self._apply()

    def _apply(self) -> None:
        dark = self._system.dark if self._choice is Appearance.SYSTEM else self._choice is Appearance.DARK
        self._theme.apply(tokens=DARK if dark else LIGHT)

    @Slot()
    def _on_system_changed(self) -> None:
        self._apply()

    @Slot()
    def _on_theme_changed(self) -> None:
        # Menus, tooltips and dialogs are painted by Qt, with the application's palette.
        QApplication.setPalette(self._theme.palette())
