"""What one's own client does with redirects, beside the clients that were measured."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.links import copy_link, note_link
from statusref.domain.markdown import Message, Span
from statusref.lab.clients import BODY
from statusref.lab.heard import Heard
from statusref.lab.matrix.cases import CASES
from statusref.lab.matrix.handlers import address_of
from statusref.lab.matrix.heard_run import WINDOW, run_of
from statusref.lab.matrix.report import Report
from statusref.theme.theme import Theme
from statusref.views.http_highlighting import paint_code
from statusref.views.localizer import Localizer
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader


class MatrixView(QWidget):
    """``link_activated`` carries the address of a link."""

    link_activated = Signal(str)

    def __init__(self, theme: Theme, localizer: Localizer, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self.reader = Reader(theme, None, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reader)
        self.reader.link_activated.connect(self.link_activated)

    def take_keyboard(self) -> None:
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self, base: str, record: Iterable[Heard]) -> None:
        """Write the addresses at the lab ``base`` (empty while none runs), and what has come in at them."""
        text = self._localizer.text
        scrolled = self.reader.verticalScrollBar().value()
        title = text("lab.title.matrix")
        self.reader.setAccessibleName(title)
        writer = PageWriter(self.reader.document(), self._theme)
        writer.summary(title)
        writer.body((Span(text("lab.how.matrix", body=BODY)),))
        if base:
            addresses = [address_of(base.rstrip("/"), WINDOW, case) for case in CASES.values()]
            writer.messages(("\n".join((*addresses[:3], "…", *addresses[-3:])),), paint_code)
            writer.body((Span(text("lab.table.copy", n=len(addresses)), link=copy_link("\n".join(addresses))),))
        else:
            writer.body((Span(text("lab.send.stopped")),), quiet=True)
        try:
            report = tuple(Report(self._library, self._localizer.language, run_of(record)).blocks())
        except ResourceError as error:  # the note with the measured clients is damaged
            writer.body((Span(str(error)),))
        else:
            writer.blocks(block for block in report if not isinstance(block, Message))
        writer.body((Span(text("lab.table.note"), link=note_link("redirects")),))
        writer.finish()
        self.reader.lay_out()
        self.reader.verticalScrollBar().setValue(scrolled)
