"""The list of the exchanges."""

from PySide6.QtGui import QFocusEvent

from statusref.views.result_list import ResultList


class ExchangeList(ResultList):
    """On the way through it by Tab, nothing is chosen: Qt would choose the first row, and the form would go away."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.model().rowCount() and not self.currentIndex().isValid():
            self.select_row(0)
        super().focusInEvent(event)
