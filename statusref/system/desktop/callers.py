"""The window's side of the connection to a program that was started while the window is open."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from statusref.system.channel import MOST_BYTES

_PATIENCE_MS = 1000
"""After this time the connection is closed, even if the caller has not sent its line or read the answer."""


class Caller(QObject):
    """One connection. ``heard`` is called with the line, without its line break, and must answer or hang up."""

    def __init__(self, heard: Callable[["Caller", bytes], None], parent: QObject) -> None:
        super().__init__(parent)
        self._heard = heard
        self._received = b""
        self._has_line = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hang_up)
        self._timer.start(_PATIENCE_MS)

    def answer(self, text: bytes) -> None:
        """Send the answer. Nothing else is sent on this connection."""
        raise NotImplementedError

    @Slot()
    def hang_up(self) -> None:
        self._timer.stop()
        self.deleteLater()

    def _take(self, piece: bytes) -> None:
        """Take bytes that were received. ``piece`` is empty if the other side has closed the connection."""
        if self._has_line:
            return
        self._received += piece
        line, end, _ = self._received.partition(b"\n")
        if len(line) > MOST_BYTES or not (piece or end):
            self.hang_up()
        elif end:
            self._has_line = True
            self._heard(self, line)


class Listener(QObject):
    """Makes a ``Caller`` for each connection, until ``close``.

    ``started`` is the function that ends the claim "this program is starting"; None if the claim was not made.
    """

    def __init__(self, started: Callable[[], object] | None) -> None:
        super().__init__()
        self._started = started

    @Slot()
    def tell_started(self) -> None:
        """End the claim to be starting: from now on callers are answered at once, so none need wait longer."""
        started, self._started = self._started, None
        if started is not None:
            started()

    def close(self) -> None:
        self.tell_started()
