"""What other starts have asked for and the windows have not done yet."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from statusref.cli.requests import OpenWindow

Answer = Callable[[OpenWindow, str], None]
"""Called with a request and the token of its launcher."""


class RequestQueue(QObject):
    """Keeps the requests until everybody who calls at the same moment has an answer, and until there is a window.

    Painting a page takes longer than a caller may have to wait for those before it. Of several pages that are asked for
    at once, only the last is shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[tuple[OpenWindow, str]] = []
        self._answer: Answer | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def add(self, request: OpenWindow, token: str) -> None:
        last = self._waiting[-1][0] if self._waiting else None
        if last is not None and _is_page(last) and _is_page(request):
            self._waiting.pop()
        self._waiting.append((request, token))
        self._timer.start(0)

    def answer_with(self, answer: Answer) -> None:
        """Do from now on what is asked for, and first what waits."""
        self._answer = answer
        self._timer.start(0)

    @Slot()
    def _on_time(self) -> None:
        if self._answer is None:
            return
        waiting, self._waiting = self._waiting, []
        for request, token in waiting:
            self._answer(request, token)


def _is_page(request: OpenWindow) -> bool:
    """Whether a request asks for nothing but a page: a later one takes its place."""
    return not (request.toggle or request.new_window or request.file)
