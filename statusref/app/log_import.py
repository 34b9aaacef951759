"""Reads a pasted or dropped log in slices, while the window stays usable, and shows the codes it names."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from statusref.domain.catalogue import Catalogue
from statusref.models.result_rows import Row
from statusref.search.logs import LogReader
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow

_SHOW_EVERY = 40
"""Slices between two updates of the list: at most some 160 ms apart."""


_PIECE = 64 * 1024
"""Characters read from a file at a time."""


class LogImport(QObject):
    """One log at a time; a new one, or a new search, ends the one before."""

    def __init__(self, window: MainWindow, localizer: Localizer, catalogue: Catalogue) -> None:
        super().__init__(window)
        self._window = window
        self._localizer = localizer
        self._catalogue = catalogue
        self._reader = LogReader()
        self._slices: Iterator[None] = iter(())
        self._shown = False
        self._count = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_slice)
        window.closing.connect(self._timer.stop)
        localizer.changed.connect(self.retranslate)
        window.top.field.query_changed.connect(self._on_query_changed)

    @Slot(str)
    def read_text(self, text: str) -> None:
        self._begin(iter((text,)))

    @Slot(str)
    def read_file(self, path: str) -> None:
        """Begin to read a dropped file as UTF-8. Other bytes become U+FFFD; the codes around them are still found."""
        try:
            Path(path).open("rb").close()
        except OSError as error:
            # What is shown stays: there is nothing to show in its place.
            self._tell_unreadable(error)
            return
        self._begin(_pieces(Path(path)))

    def _begin(self, pieces: Iterator[str]) -> None:
        self._reader = LogReader()
        self._slices = self._read(pieces)
        self._count = 0
        self._shown = True
        self._timer.start(0)
        self._show()

    def _read(self, pieces: Iterator[str]) -> Iterator[None]:
        for piece in pieces:
            yield from self._reader.feed(piece)
            yield
        self._reader.finish()

    @property
    def is_reading(self) -> bool:
        """Whether there is more to read."""
        return self._timer.isActive()

    @Slot()
    def retranslate(self) -> None:
        """Say the same in the language that is in force now."""
        if self._shown:
            self._show()

    @Slot()
    def _read_slice(self) -> None:
        try:
            is_over = next(self._slices, self) is self
        except OSError as error:
            self._tell_unreadable(error)
            is_over = True
        if is_over:
            self._timer.stop()
        self._count += 1
        if is_over or self._count % _SHOW_EVERY == 0:
            self._show()

    def _tell_unreadable(self, error: OSError) -> None:
        self._window.messages.tell(self._localizer.text("log.unreadable", path=error.filename, reason=error.strerror))

    def _show(self) -> None:
        lines = self._localizer.count("log.lines", self._reader.lines)
        rows = []
        for code, count in self._reader.counts:
            # A log does not say whose use of a number it means: the registered one stands for it, its page names the
            # others.
            uses = self._catalogue.with_code(code)
            rows.append(Row(uses[0] if uses else self._catalogue.explain(code), count=count))
        self._window.top.field.show_summary(lines)
        nothing = self._localizer.text("log.nothing")
        caption = lines if rows or self.is_reading else f"{lines}. {nothing}"
        self._window.lookup.show_rows(rows, caption)

    @Slot(str)
    def _on_query_changed(self, _query: str) -> None:
        self._timer.stop()
        self._shown = False


def _pieces(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", errors="replace") as file:
        while piece := file.read(_PIECE):
            yield piece
