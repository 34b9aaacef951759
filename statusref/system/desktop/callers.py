"""A program that was started while the window is open, as the window sees it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from statusref.system.channel import MOST_BYTES

_PATIENCE_MS = 1000
"""A caller that has not sent its line by then, or has not taken its answer, is hung up on."""


class Caller(QObject):
    """One connection. ``heard`` is called with the line that came in, without its end, and answers or hangs up."""

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
        """Send the answer. Nothing else is said on this connection."""
        raise NotImplementedError

    @Slot()
    def hang_up(self) -> None:
        self._timer.stop()
        self.deleteLater()

    def _take(self, piece: bytes) -> None:
        """Take what has come in; no bytes mean that nothing more will come."""
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
    """Makes a ``Caller`` of each connection, until it is closed.

    ``started`` ends the claim to be starting; None if another program has that.
    """

    def __init__(self, started: Callable[[], object] | None) -> None:
        super().__init__()
        self._started = started

    @Slot()
    def tell_started(self) -> None:
        """Tell that callers are answered at once from now on: who gets no answer need not wait."""
        started, self._started = self._started, None
        if started is not None:
            started()

    def close(self) -> None:
        self.tell_started()
