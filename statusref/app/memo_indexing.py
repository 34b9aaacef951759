"""Makes the user's memos known to the search."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from statusref.search.memo_index import BEGINNING, MemoIndex
from statusref.userdata.memos import Memos, written_memos
from statusref.userdata.storage import Change


class MemoIndexing(QObject):
    """Reads one memo at a time, when nothing else is due. A memo that was just written is read at once."""

    def __init__(self, memos: Memos, index: MemoIndex, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memos = memos
        self._index = index
        self._waiting: deque[str] = deque()
        self._times: dict[str, int] = {}
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_one)
        self.read_all()

    @Slot()
    def read_all(self) -> None:
        """Read all memos again: what is kept may be others than before."""
        if not self._is_over:
            self._index.clear()
            self._times.clear()
            self.read_changed()

    def read_changed(self) -> None:
        """Read the memos that have changed since the last call, no matter which process wrote them."""
        before, self._times = self._times, self._memos.times()
        self._wait_for([entry_id for entry_id, time in self._times.items() if before.get(entry_id) != time])

    def written(self, changes: Sequence[Change]) -> None:
        """Read the memos that ``changes`` have written; of many, as after an import, one at a time."""
        ids = written_memos(changes)
        if len(ids) == 1:
            self._read(ids[0])
        else:
            self._wait_for(ids)

    def stop(self) -> None:
        """Read no more: the user's data is about to be closed."""
        self._timer.stop()
        # To close the data may save what waited, and so end a problem with it.
        self._is_over = True

    def _wait_for(self, ids: Sequence[str]) -> None:
        self._waiting.extend(ids)
        if self._waiting:
            self._timer.start(0)

    @Slot()
    def _read_one(self) -> None:
        self._read(self._waiting.popleft())
        if not self._waiting:
            self._timer.stop()

    def _read(self, entry_id: str) -> None:
        self._index.put(entry_id, self._memos.beginning(entry_id, BEGINNING))
