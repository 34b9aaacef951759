"""How far the places of a page were scrolled when the user left them."""

from PySide6.QtWidgets import QScrollBar

from statusref.domain.links import Link

_MOST = 200


class ScrollPlaces:
    """Kept for a page whose one scroll bar serves many places, so that going back leads to where one was reading."""

    def __init__(self, bar: QScrollBar) -> None:
        self._bar = bar
        self._places: dict[Link, int] = {}

    def leave(self, place: Link) -> None:
        """Remember how far a place is scrolled, before another one is shown. The oldest are forgotten."""
        self._places.pop(place, None)
        self._places[place] = self._bar.value()
        if len(self._places) > _MOST:
            del self._places[next(iter(self._places))]

    def come_back(self, place: Link) -> None:
        """Scroll to where a place was left, once all of it is shown."""
        self._bar.setValue(self._places.get(place, self._bar.value()))
