"""What is done once for all windows when the first picture is on the screen: the user's data, indexes, backups."""

import gc
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from statusref.app.memo_indexing import MemoIndexing
from statusref.core.core import Core
from statusref.domain.errors import ResourceError
from statusref.userdata.storage import Change

_BACKUP_CHECK_MS = 60 * 60 * 1000
"""A window that is open for days looks once an hour whether today's backup is there."""


class SharedWork(QObject):
    """Opens the user's data at once. A timer builds the indexes in slices when nothing else is due.

    ``data_changed`` tells that the user's data was written, here or by another process; ``problem_changed`` carries the
    problem with its file, or None. ``page_damaged`` carries what is wrong with a page that could not be indexed.
    """

    data_changed = Signal()
    problem_changed = Signal(object)
    indexed = Signal()
    page_damaged = Signal(str)

    def __init__(self, core: Core) -> None:
        super().__init__()
        # What start-up made stays to the end: no collection need look at it again.
        gc.freeze()
        self._core = core
        self._is_going_on = True
        core.data.watch(self.problem_changed.emit)
        core.data.watch_writes(self._on_written)
        self._memos = MemoIndexing(core.data.memos, core.engine.memos, self)
        self.problem_changed.connect(self._memos.read_all)
        self._backup_timer = QTimer(self)
        self._backup_timer.timeout.connect(core.back_up_if_due)
        self._backup_timer.start(_BACKUP_CHECK_MS)
        self._indexing = core.engine.prepare()
        self._index_timer = QTimer(self)
        self._index_timer.timeout.connect(self._index_a_slice)
        self._index_timer.start(0)

    @property
    def is_indexed(self) -> bool:
        """Whether the indexes are built."""
        return not self._index_timer.isActive()

    @Slot()
    def look_elsewhere(self) -> None:
        """Look for changes that another process made to the user's file. Call it when the window becomes active."""
        if self._is_going_on and self._core.data.changed_elsewhere():
            self._memos.read_changed()
            self.data_changed.emit()

    def stop(self) -> None:
        """Do nothing any more: the user's data is about to be closed."""
        self._is_going_on = False
        self._backup_timer.stop()
        self._memos.stop()
        self._index_timer.stop()

    def _on_written(self, changes: Sequence[Change]) -> None:
        self._memos.written(changes)
        self.data_changed.emit()

    @Slot()
    def _index_a_slice(self) -> None:
        try:
            is_over = next(self._indexing, self) is self
        except ResourceError as error:
            # One damaged page costs only itself: numbers and names are found all the same.
            self.page_damaged.emit(str(error))
            is_over = True
        if is_over:
            self._index_timer.stop()
            # The indexes stay to the end: looking through them would hold up the window for a tenth of a second.
            gc.freeze()
            gc.enable()
            self._core.keep_library()
            self.indexed.emit()
