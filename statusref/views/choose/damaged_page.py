"""What stands in place of the chooser if the file of its questions is wrong."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from statusref.domain.description.damage import describe_damage
from statusref.domain.errors import ResourceError
from statusref.domain.links import Link, LinkKind, page_link
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.page_header import PageHeader
from statusref.views.page_writer import PageWriter
from statusref.views.window_page import WindowPage
from statusref.widgets.reader import Reader


class DamagedChoosePage(WindowPage):
    """Says which file is wrong, and what is wrong with it. No place of the chooser can be opened."""

    def __init__(self, theme: Theme, localizer: Localizer, error: ResourceError) -> None:
        super().__init__()
        self._theme = theme
        self._localizer = localizer
        self._error = error
        self._header = PageHeader(theme, localizer)
        self.reader = Reader(theme, self._header, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reader)
        theme.changed.connect(self._write)
        localizer.changed.connect(self._write)
        self._write()

    @property
    def location(self) -> Link:
        return page_link("choose")

    @property
    def title(self) -> str:
        return self._localizer.text("page.choose")

    def open(self, location: Link) -> bool:
        return location.kind is not LinkKind.CHOICE

    @Slot()
    def _write(self) -> None:
        page = describe_damage(self._error, self.title)
        self._header.show_head(page.head)
        self.reader.setAccessibleName(self.title)
        writer = PageWriter(self.reader.document(), self._theme)
        writer.page(page)
        writer.finish()
        self.reader.lay_out()
