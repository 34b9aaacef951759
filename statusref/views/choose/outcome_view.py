"""The end of a walk through the chooser: the code, why, and what else it might have been."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.chooser import Outcome
from statusref.domain.description.blocks import Description, Head
from statusref.domain.description.outcome import describe_outcome
from statusref.domain.library import Library
from statusref.theme.theme import Theme
from statusref.views.choose.path_strip import GivenAnswer, PathStrip
from statusref.views.find_bar import FindBar
from statusref.views.localizer import Localizer
from statusref.views.page_header import PageHeader
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader


class OutcomeView(QWidget):
    """``chosen`` carries the place of a question of the path, ``link_activated`` the address of a link."""

    chosen = Signal(str)
    link_activated = Signal(str)

    def __init__(self, theme: Theme, localizer: Localizer, library: Library) -> None:
        super().__init__()
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self._page = Description(Head("", ""), tuple, "")
        self.path = PathStrip(theme, localizer)
        self._head = PageHeader(theme, localizer)
        # Both scroll with the page.
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(22))
        column.addWidget(self.path)
        column.addWidget(self._head)
        self.reader = Reader(theme, top)
        self.find_bar = FindBar(theme, localizer, self.reader, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.reader, 1)
        layout.addWidget(self.find_bar)
        self._top = top
        self.path.chosen.connect(self.chosen)
        self.reader.link_activated.connect(self.link_activated)
        self._head.copy_requested.connect(self.reader.copy_wanted)
        self.find_bar.closed.connect(self.reader.setFocus)

    @property
    def page(self) -> Description:
        """What is shown."""
        return self._page

    @property
    def spoken(self) -> str:
        """The code, and why it is the one."""
        summary = "".join(span.text for span in self._page.head.summary)
        return f"{self._head.accessibleName()}, {self._page.head.subtitle}\n{summary}"

    def show_outcome(self, path: Sequence[GivenAnswer], outcome: Outcome) -> None:
        """Write an outcome, and the path that led to it."""
        self._page = describe_outcome(self._library, outcome, self._localizer.language)
        self.path.show_path(path)
        self._head.show_head(self._page.head)
        self._top.setAccessibleName(self._head.accessibleName())
        self.reader.setAccessibleName(self._head.accessibleName())
        writer = PageWriter(self.reader.document(), self._theme)
        writer.page(self._page)
        writer.finish()
        self.reader.lay_out()
        self.find_bar.page_changed()

    def take_keyboard(self) -> None:
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)
