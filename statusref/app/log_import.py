"""Reads a pasted or dropped log in slices, while the window stays usable, and shows the codes it names."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot

from statusref.domain.catalogue import Catalogue
from statusref.logs.evidence import LineReader
from statusref.logs.problems import SourceError
from statusref.logs.reader import LogReader
from statusref.logs.sources import Source, open_file, open_text
from statusref.models.result_rows import Row
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow

_BLOCK = 4 * 1024
"""Bytes read at once: about half a millisecond."""
_SLICE = 1.2
"""Milliseconds after which the window has its turn; on a busy machine the block begun then takes it to some 3."""
_SHOW_EVERY = 80
"""Slices between two updates of the list: at most some 160 ms apart."""
_UPSTREAM_SHOWN = 3
_SUBJECT = "log"


class LogImport(QObject):
    """One log at a time; a new one, or a new search, ends the one before."""

    def __init__(self, window: MainWindow, localizer: Localizer, catalogue: Catalogue) -> None:
        super().__init__(window)
        self._window = window
        self._localizer = localizer
        self._catalogue = catalogue
        self._evidence = LineReader(catalogue)
        self._reader = LogReader(self._evidence, details=False)
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
        self._begin(open_text(text, ""))

    @Slot(str)
    def read_file(self, path: str) -> None:
        try:
            source = open_file(Path(path))
        except SourceError as error:
            # What is shown stays: there is nothing to show in its place.
            self._tell_problem(error)
            return
        self._begin(source)

    def _begin(self, source: Source) -> None:
        self._window.messages.withdraw(_SUBJECT)
        self._reader = LogReader(self._evidence)
        self._slices = self._read(source)
        self._count = 0
        self._shown = True
        self._timer.start(0)
        self._show()

    def _read(self, source: Source) -> Iterator[None]:
        with source:
            deadline = perf_counter() + _SLICE / 1000
            for _ in self._reader.read(source, _BLOCK):
                if perf_counter() >= deadline:
                    yield
                    deadline = perf_counter() + _SLICE / 1000

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
        except SourceError as error:
            self._tell_problem(error)
            is_over = True
        if is_over:
            self._timer.stop()
        self._count += 1
        if is_over or self._count % _SHOW_EVERY == 0:
            self._show()

    def _tell_problem(self, error: SourceError) -> None:
        self._window.messages.tell(self._localizer.text(error.key, path=error.name, reason=error.reason), _SUBJECT)

    def _show(self) -> None:
        lines = self._localizer.count("log.lines", self._reader.lines)
        rows = []
        for code, count in self._reader.counts:
            # A log does not say whose use of a number it means: the registered one stands for it, its page names the
            # others.
            uses = self._catalogue.with_code(code)
            rows.append(Row(uses[0] if uses else self._catalogue.explain(code), count=count))
        self._window.top.field.show_summary(lines)
        caption = [lines]
        if upstream := self._upstream():
            caption.append(self._localizer.text("log.upstream", answers=upstream))
        if not rows and not self.is_reading:
            caption.append(self._localizer.text("log.nothing"))
        self._window.lookup.show_rows(rows, ". ".join(caption))

    def _upstream(self) -> str:
        """Say what servers behind a proxy answered where the client got something else: ``499 ← 504 × 2``."""
        others = [(pair, count) for pair, count in self._reader.upstream.most_common() if pair[0] != pair[1]]
        return ", ".join(f"{code} ← {other} × {count:,}" for (code, other), count in others[:_UPSTREAM_SHOWN])

    @Slot(str)
    def _on_query_changed(self, _query: str) -> None:
        self._timer.stop()
        self._shown = False
