"""What is pinned for the comparison in one window. The settings keep it for the next start."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from statusref.domain.comparison.parts import Compared
from statusref.domain.comparison.pins import pinned
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.settings.settings import Settings
from statusref.views.localizer import Localizer


class Pins(QObject):
    """``changed`` tells that other entries are pinned. What cannot be pinned is told in one sentence."""

    changed = Signal()

    def __init__(
        self, library: Library, localizer: Localizer, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._localizer = localizer
        self._settings = settings
        self._entries, _ = self._found(settings.pins.split(",") if settings.pins else ())

    @property
    def entries(self) -> tuple[Compared, ...]:
        return self._entries

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(entry.id for entry in self._entries)

    def put(self, ids: Iterable[str]) -> str:
        """Pin these and no others, unless none of them is there. Return why not all are pinned, or an empty text."""
        entries, problem = self._found(ids)
        if entries:
            self._use(entries)
        return problem

    def add(self, *ids: str) -> str:
        """Pin more behind the others. Return why that is not done, or an empty text."""
        return self.put((*self.ids, *ids))

    def remove(self, entry_id: str) -> None:
        self._use(tuple(entry for entry in self._entries if entry.id != entry_id))

    def move(self, entry_id: str, step: int) -> None:
        """Move an entry by so many places, at most to either end."""
        entries = list(self._entries)
        place = self.ids.index(entry_id)
        entry = entries.pop(place)
        entries.insert(max(place + step, 0), entry)
        self._use(tuple(entries))

    def clear(self) -> None:
        self._use(())

    def _found(self, ids: Iterable[str]) -> tuple[tuple[Compared, ...], str]:
        """Return what can be pinned, and why that is not all."""
        try:
            entries, problem = pinned(self._library, ids)
        except ResourceError as error:  # a damaged family of neighbours costs only itself
            return (), str(error)
        return entries, self._localizer.text(problem.key, **problem.values) if problem else ""

    def _use(self, entries: tuple[Compared, ...]) -> None:
        if entries != self._entries:
            self._entries = entries
            self._settings.pins = ",".join(self.ids)
            self.changed.emit()
