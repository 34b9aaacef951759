"""About this program: version, data, how to report a wrong sentence, licences, network."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtWidgets import QVBoxLayout

from statusref.domain.catalogue import RegistryDates
from statusref.domain.description.blocks import Head
from statusref.domain.links import CORRECTION, Link, page_link
from statusref.domain.markdown import Span
from statusref.system.keys import key_name
from statusref.theme.theme import Theme
from statusref.views.correction import Correction
from statusref.views.localizer import Localizer
from statusref.views.page_context import PageContext
from statusref.views.page_header import PageHeader
from statusref.views.page_writer import PageWriter
from statusref.views.window_page import WindowPage
from statusref.widgets.reader import Reader


class AboutPage(WindowPage):
    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        version: str,
        dates: RegistryDates,
        last_correction: Callable[[], Correction],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._localizer = localizer
        self._version = version
        self._dates = dates
        self._last_correction = last_correction
        self._header = PageHeader(theme, localizer)
        self.reader = Reader(theme, self._header, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reader)
        self.reader.link_activated.connect(self.follow)
        theme.changed.connect(self._write)
        localizer.changed.connect(self._write)
        self._write()

    @classmethod
    def make(cls, context: PageContext) -> "AboutPage":
        dates = context.library.catalogue.dates
        return cls(context.theme, context.localizer, context.version, dates, context.last_correction)

    @property
    def location(self) -> Link:
        return page_link("about")

    @property
    def title(self) -> str:
        return self._localizer.text("page.about")

    def correction(self) -> Correction:
        """Return the correction for the last code that was looked up, because this page explains how to copy one."""
        return self._last_correction()

    def take_focus(self) -> None:
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _write(self) -> None:
        text = self._localizer.text
        self._header.show_head(Head("", f"StatusRef {self._version}"))
        self.reader.setAccessibleName(self._header.accessibleName())
        writer = PageWriter(self.reader.document(), self._theme)
        writer.summary(text("about.summary"))
        writer.label(text("about.data"))
        writer.item((Span(text("about.data.updated", date=self._dates.updated)),))
        writer.item((Span(text("about.data.seen", date=self._dates.seen)),))
        writer.item((Span(text("about.data.prose")),))
        writer.label(text("about.correction"))
        writer.body((Span(text("about.correction.about")),))
        keys = Span(f"  {key_name('Ctrl+Shift+E')}")
        writer.body((Span(text("about.correction.copy"), strong=True, link=CORRECTION), keys))
        writer.label(text("about.licences"))
        writer.item((Span("StatusRef: MIT"),))
        writer.item((Span(f"Qt {qVersion()}, PySide6: GNU LGPL 3.0"),))
        writer.item((Span("Pretendard: SIL Open Font License 1.1"),))
        writer.item((Span("RapidFuzz, py-fsrs, genanki: MIT"),))
        writer.label(text("about.network"))
        writer.body((Span(text("about.network.about")),))
        writer.finish()
        self.reader.lay_out()
