"""The end of a walk through the chooser: the code, why, and what else it might have been."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.chooser import Outcome
from statusref.domain.description.blocks import Description, Head
from statusref.domain.description.outcome import describe_outcome, outcome_entry
from statusref.domain.example_answers import Framework
from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind, copy_link, parse_link
from statusref.domain.markdown import Span
from statusref.domain.status import Entry
from statusref.settings.settings import Settings
from statusref.theme.theme import Theme
from statusref.views.choose.path_strip import GivenAnswer, PathStrip
from statusref.views.copied_code import copied_code
from statusref.views.find_bar import FindBar
from statusref.views.http_highlighting import paint_code, paint_message
from statusref.views.localizer import Localizer
from statusref.views.page_header import PageHeader
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader

_FRAMEWORK = "framework-"
"""Begins the links that show the answer in another framework."""


class OutcomeView(QWidget):
    """``chosen`` carries the place of a question of the path, ``link_activated`` the address of a link."""

    chosen = Signal(str)
    link_activated = Signal(str)

    def __init__(self, theme: Theme, localizer: Localizer, library: Library, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self._page = Description(Head("", ""), tuple, "")
        self._outcome: Outcome | None = None
        self._sends = True
        self.path = PathStrip(theme, localizer)
        self._head = PageHeader(theme, localizer)
        # Both scroll with the page.
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(22)
        column.addWidget(self.path)
        column.addWidget(self._head)
        self.reader = Reader(theme, top, self)
        self.find_bar = FindBar(theme, localizer, self.reader, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.reader, 1)
        layout.addWidget(self.find_bar)
        self._top = top
        self.path.chosen.connect(self.chosen)
        self.reader.link_activated.connect(self._on_link)
        self._head.copy_requested.connect(self._on_copy)
        self.reader.copy_wanted.connect(self._on_copy)
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

    def take_keyboard(self) -> None:
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_outcome(self, path: Sequence[GivenAnswer], outcome: Outcome, *, sends: bool) -> None:
        """Write an outcome from its top, and the path that led to it. ``sends``: with how the answer is sent."""
        self._sends = sends
        self.path.show_path(path)
        self._write(outcome)
        self.reader.to_top()

    def _write(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._page = describe_outcome(self._library, outcome, self._localizer.language, sends=self._sends)
        self._head.show_head(self._page.head)
        self._top.setAccessibleName(self._head.accessibleName())
        self.reader.setAccessibleName(self._head.accessibleName())
        writer = PageWriter(self.reader.document(), self._theme)
        writer.page(self._page)
        if self._sends:
            self._write_example(writer, outcome_entry(self._library, outcome))
        writer.finish()
        self.reader.lay_out()
        self.find_bar.page_changed()

    def _write_example(self, writer: PageWriter, entry: Entry) -> None:
        """Write the names of the frameworks, and how the chosen one sends this answer."""
        text = self._localizer.text
        answers = self._library.example_answers
        chosen = self._settings.framework
        shown = next((each for each in answers.frameworks if each.id == chosen), answers.frameworks[0])
        writer.label(text("choose.example"))
        writer.body(_names(answers.frameworks, shown))
        code = answers.example(entry, shown)
        if code is None:
            writer.body((Span(text("choose.example.none", framework=shown.name)),), quiet=True)
            return
        writer.messages((code,), paint_code if shown.style else paint_message)
        copy = Span(text("link.copy"), link=copy_link(code))
        trial = text(f"choose.trial.{shown.trial.value}", version=shown.version) if shown.style else ""
        writer.body((copy, Span(f"  {trial}")))

    @Slot(str)
    def _on_link(self, address: str) -> None:
        """Show the answer in another framework, or leave the link to others."""
        link = parse_link(address)
        if link is None or link.kind is not LinkKind.ACTION or self._outcome is None:
            self.link_activated.emit(address)
            return
        self._settings.framework = link.target.removeprefix(_FRAMEWORK)
        scrolled = self.reader.verticalScrollBar().value()
        self._write(self._outcome)
        self.reader.mark_link(address)
        self.reader.verticalScrollBar().setValue(scrolled)

    @Slot()
    def _on_copy(self) -> None:
        if self._outcome is not None:
            copied = copied_code(outcome_entry(self._library, self._outcome), self._settings.copy_format)
            self.link_activated.emit(str(copy_link(copied)))


def _names(frameworks: Sequence[Framework], shown: Framework) -> list[Span]:
    """The names as links, the one that is shown in bold."""
    spans: list[Span] = []
    for each in frameworks:
        link = Link(LinkKind.ACTION, f"{_FRAMEWORK}{each.id}")
        spans += [Span(" · "), Span(each.name, strong=each == shown, link=link)]
    return spans[1:]
