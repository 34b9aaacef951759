"""What this program is, whose work it stands on, and how to report a wrong sentence."""

from PySide6.QtCore import QEvent, Signal, Slot, qVersion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.catalogue import RegistryDates
from statusref.domain.links import CORRECTION
from statusref.domain.markdown import Span
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone
from statusref.views.page_header import HeaderContent, PageHeader
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader


class AboutPage(QWidget):
    """``link_activated`` carries CORRECTION or an address."""

    link_activated = Signal(str)

    def __init__(self, theme: Theme, version: str, dates: RegistryDates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._version = version
        self._dates = dates
        self._header = PageHeader(theme)
        self.reader = Reader(theme, self._header, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reader)
        self.reader.link_activated.connect(self.link_activated)
        theme.changed.connect(self._write)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    @Slot()
    def _write(self) -> None:
        self._header.show_content(
            HeaderContent("", f"StatusRef {self._version}", "", Tone.UNOFFICIAL), bookmarked=False
        )
        self.reader.setAccessibleName(self._header.accessibleName())
        writer = PageWriter(self.reader.document(), self._theme)
        writer.summary(self.tr("HTTP status codes in Korean and English, offline."))
        writer.label(self.tr("Data"))
        writer.item((Span(self.tr("IANA registry last updated {date}").format(date=self._dates.updated)),))
        writer.item((Span(self.tr("Last compared with the registry {date}").format(date=self._dates.seen)),))
        writer.item(
            (Span(self.tr("The prose was written for this program from the specifications that each page names.")),)
        )
        writer.label(self.tr("Found a wrong sentence?"))
        writer.body(
            (Span(self.tr("Copy a correction: the page's file name and the sentence, ready to paste into a report.")),)
        )
        writer.body((Span(self.tr("Copy a correction"), strong=True, link=CORRECTION), Span("  Ctrl+Shift+E")))
        writer.label(self.tr("Licences"))
        writer.item((Span("StatusRef: MIT"),))
        writer.item((Span(f"Qt {qVersion()}, PySide6: GNU LGPL 3.0"),))
        writer.item((Span("Pretendard: SIL Open Font License 1.1"),))
        writer.item((Span("RapidFuzz, py-fsrs, genanki: MIT"),))
        writer.label(self.tr("Network"))
        writer.body(
            (
                Span(
                    self.tr(
                        "This program never opens a network connection. Links open in your browser when you click them."
                    )
                ),
            )
        )
        writer.finish()
        self.reader.lay_out()
