"""What stands beside the list of exchanges: the form, an exchange, or what a client does with redirects."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from statusref.domain.library import Library
from statusref.lab.events import Exchange
from statusref.lab.heard import Heard, Record
from statusref.lab.matrix.heard_run import is_of_run
from statusref.settings.settings import Settings
from statusref.theme.theme import Theme
from statusref.views.lab.ask_view import AskView
from statusref.views.localizer import Localizer
from statusref.widgets.part_stack import PartStack

if TYPE_CHECKING:
    # Loaded when first shown.
    from statusref.views.lab.exchange_view import ExchangeView
    from statusref.views.lab.matrix_view import MatrixView


class Detail(PartStack):
    """One of three parts, made when first shown; the form is there at once. ``link_activated`` carries an address."""

    link_activated = Signal(str)

    def __init__(
        self, theme: Theme, localizer: Localizer, library: Library, settings: Settings, record: Record, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self._record = record
        self.ask = AskView(theme, localizer, settings, self)
        self.ask.link_activated.connect(self.link_activated)
        self.addWidget(self.ask)
        self._exchange: ExchangeView | None = None
        self._matrix: MatrixView | None = None

    @property
    def exchange(self) -> "ExchangeView":
        if self._exchange is None:
            from statusref.views.lab.exchange_view import ExchangeView  # noqa: PLC0415 - made when first shown

            self._exchange = ExchangeView(self._theme, self._localizer, self._library, self)
            self._exchange.link_activated.connect(self.link_activated)
            self.put_in(self._exchange, after=self.ask.reader)
        return self._exchange

    @property
    def matrix(self) -> "MatrixView":
        if self._matrix is None:
            from statusref.views.lab.matrix_view import MatrixView  # noqa: PLC0415 - made when first shown

            self._matrix = MatrixView(self._theme, self._localizer, self._library, self)
            self._matrix.link_activated.connect(self.link_activated)
            self.put_in(self._matrix, after=self.ask.reader)
        return self._matrix

    @property
    def part(self) -> "AskView | ExchangeView | MatrixView":
        """The part that is shown."""
        shown = self.currentWidget()
        return next((part for part in (self._exchange, self._matrix) if part is not None and part is shown), self.ask)

    def show_form(self) -> None:
        self.setCurrentWidget(self.ask)

    def show_exchange(self, heard: Heard) -> None:
        self.exchange.show_exchange(heard, self._record.chain(heard))
        self.setCurrentWidget(self.exchange)

    def show_matrix(self, url: str) -> None:
        self.matrix.write(url, self._record)
        self.setCurrentWidget(self.matrix)

    def follow(self, exchanges: Iterable[Exchange], url: str) -> None:
        """Add what has just been exchanged to what is shown. An exchange that is being read stays as it is."""
        if self._exchange is not None and self.part is self._exchange and self._exchange.heard is not None:
            self._exchange.show_chain(self._record.chain(self._exchange.heard))
        elif self.part is self._matrix and any(is_of_run(exchange.target) for exchange in exchanges):
            self.show_matrix(url)

    def write_again(self, url: str) -> None:
        """Write what is shown again: more may have come, or it is to look different. The form writes itself."""
        if self.part is self._matrix:
            self.show_matrix(url)
        elif self._exchange is not None and self.part is self._exchange and self._exchange.heard is not None:
            self.show_exchange(self._exchange.heard)
