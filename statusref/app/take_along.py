"""The keys for export and printing. What they need is loaded when one is first used."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from statusref.app.program import Program
from statusref.views.main_window import MainWindow

if TYPE_CHECKING:
    from statusref.app.exporting import Exporting
    from statusref.app.printing import Printing


class TakeAlong(QObject):
    def __init__(self, program: Program, window: MainWindow) -> None:
        super().__init__(window)
        self._program = program
        self._window = window

    @cached_property
    def exporting(self) -> "Exporting":
        """The export of this window."""
        from statusref.app.exporting import Exporting  # noqa: PLC0415 - made when first needed

        return Exporting(self._program, self._window)

    @cached_property
    def printing(self) -> "Printing":
        """The printing of this window."""
        from statusref.app.printing import Printing  # noqa: PLC0415 - made when first needed

        return Printing(self._window, self._program.core.library, self._program.localizer)

    @Slot()
    def export(self) -> None:
        self.exporting.show()

    @Slot()
    def print_page(self) -> None:
        self.printing.print_page()

    @Slot()
    def print_sheet(self) -> None:
        self.printing.print_sheet()
