"""Pins what is read, for the comparison."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from statusref.app.navigation import Navigation
from statusref.domain.links import compare_link
from statusref.system.keys import key_name
from statusref.views.localizer import Localizer
from statusref.views.main_window import MainWindow

if TYPE_CHECKING:
    # Loaded when something is first pinned.
    from statusref.views.compare.pins import Pins


class Pinning(QObject):
    """``pins`` returns what the window compares."""

    def __init__(
        self, window: MainWindow, navigation: Navigation, pins: "Callable[[], Pins]", localizer: Localizer
    ) -> None:
        super().__init__(window)
        self._window = window
        self._navigation = navigation
        self._pins = pins
        self._localizer = localizer

    @Slot()
    def pin_shown(self) -> None:
        """Pin the code or neighbour that is shown."""
        shown = self._window.page.shown_code
        if shown is not None:
            self.pin(shown.target)
        else:
            self._window.status.show_message(self._localizer.text("compare.pin.none"))

    def pin(self, entry_id: str) -> None:
        """Pin an entry or a neighbour, and say so, or why not."""
        # Loaded when something is first pinned.
        from statusref.domain.comparison.parts import column_title  # noqa: PLC0415
        from statusref.domain.comparison.pins import MOST  # noqa: PLC0415

        pins = self._pins()
        problem = pins.add(entry_id)
        if problem:
            self._window.status.show_message(problem)
            return
        # Otherwise going back to the comparison would show its old columns, without the one that was pinned now.
        self._navigation.renew(compare_link(pins.ids))
        values = {"title": column_title(pins.entries[-1]), "count": len(pins.entries), "most": MOST}
        said = self._localizer.text("compare.pinned", **values, keys=key_name("Alt+4"))
        self._window.status.show_message(said)
