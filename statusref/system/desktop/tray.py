"""What the program asks of the desktop's tray."""

from PySide6.QtCore import QObject, Signal


class Tray(QObject):
    """An icon with a menu, shown while the desktop has a host for it, such as a panel.

    ``clicked`` tells of clicks that do not open the menu.
    """

    clicked = Signal()
    host_lost = Signal()

    def watch_host(self) -> bool:
        """Return whether there is a host now; from here on ``host_lost`` tells when it goes."""
        raise NotImplementedError

    def remove(self) -> None:
        """Take the icon away."""
        raise NotImplementedError
