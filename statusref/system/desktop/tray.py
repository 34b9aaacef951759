"""What the program needs of the desktop's tray."""

from PySide6.QtCore import QObject, Signal


class Tray(QObject):
    """An icon with a menu, shown while the desktop has a host for it, such as a panel.

    ``clicked`` is emitted for clicks that do not open the menu.
    """

    clicked = Signal()
    host_lost = Signal()

    def watch_host(self) -> bool:
        """Return whether there is a host now. From now on, ``host_lost`` is emitted when it disappears."""
        raise NotImplementedError

    def remove(self) -> None:
        """Take the icon away."""
        raise NotImplementedError
