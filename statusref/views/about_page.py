"""What this program is, whose work it stands on, and how to report a wrong sentence."""

from PySide6.QtCore import Signal, Slot, qVersion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.catalogue import RegistryDates
from statusref.domain.links import CORRECTION
from statusref.domain.markdown import Span
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone
from statusref.views.localizer import Localizer
from statusref.views.page_header import HeaderContent, PageHeader
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader


class AboutPage(QWidget):
    """``link_activated`` carries CORRECTION or an address."""

    link_activated = Signal(str)

    def __init__(
        self, theme: Theme, localizer: Localizer, version: str, dates: RegistryDates, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._version = version
        self._dates = dates
        self._header = PageHeader(theme, localizer)
        self.reader = Reader(theme, self._header, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reader)
        self.reader.link_activated.connect(self.link_activated)
        theme.changed.connect(self._write)
        localizer.changed.connect(self._write)
        self._write()

    @Slot()
    def _write(self) -> None:
        text = self._localizer.text
        self._header.show_content(
            HeaderContent("", f"StatusRef {self._version}", "", Tone.UNOFFICIAL), bookmarked=False
        )
        self.reader.setAccessibleName(self._header.accessibleName())
        writer = PageWriter(self.reader.document(), self._theme)
        writer.summary(text("about.summary"))
        writer.label(text("about.data"))
        writer.item((Span(text("about.data.updated", date=self._dates.updated)),))
        writer.item((Span(text("about.data.seen", date=self._dates.seen)),))
        writer.item((Span(text("about.data.prose")),))
        writer.label(text("about.correction"))
        writer.body((Span(text("about.correction.about")),))
        writer.body((Span(text("about.correction.copy"), strong=True, link=CORRECTION), Span("  Ctrl+Shift+E")))
        writer.label(text("about.licences"))
        writer.item((Span("StatusRef: MIT"),))
        writer.item((Span(f"Qt {qVersion()}, PySide6: GNU LGPL 3.0"),))
        writer.item((Span("Pretendard: SIL Open Font License 1.1"),))
        writer.item((Span("RapidFuzz, py-fsrs, genanki: MIT"),))
        writer.label(text("about.network"))
        writer.body((Span(text("about.network.about")),))
        writer.finish()
        self.reader.lay_out()
