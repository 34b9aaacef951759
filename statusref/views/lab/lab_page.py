"""The page with the lab: start it, ask it, and see what went over the wire."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout

from statusref.domain.catalogue import title
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind, lab_link
from statusref.lab.commands import load_tools
from statusref.lab.events import Exchange
from statusref.lab.heard import Heard
from statusref.lab.offers import code_of
from statusref.models.exchange_model import ExchangeModel
from statusref.settings.settings import Settings
from statusref.system.own_process import own_command
from statusref.theme.theme import Theme
from statusref.views.lab.detail import Detail
from statusref.views.lab.exchange_delegate import ExchangeDelegate
from statusref.views.lab.exchange_list import ExchangeList
from statusref.views.lab.exchange_words import one_line
from statusref.views.lab.lab_bar import LabBar
from statusref.views.lab.lab_process import LabProcess, LabState
from statusref.views.lab.saving import Saving
from statusref.views.lab.sending import send
from statusref.views.localizer import Localizer
from statusref.views.page_context import PageContext
from statusref.views.two_parts import Shown, TwoParts
from statusref.views.window_page import WindowPage
from statusref.widgets.announcing import announce
from statusref.widgets.scrolled_bar import ScrolledBar

if TYPE_CHECKING:
    # Loaded when first needed.
    from statusref.views.study.context import FileChooser

_LIST_WIDTH = 320
"""Pixels at 100 %."""


class LabPage(WindowPage):
    """The exchanges at the left; at the right the form, or the exchange that is chosen."""

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        library: Library,
        settings: Settings,
        files: "Callable[[], FileChooser]",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self._waits = False
        self.process = LabProcess(self)
        self.model = ExchangeModel(partial(one_line, localizer=localizer), self)
        self._saving = Saving(theme, localizer, self.model.record, files, self)
        self.bar = LabBar(theme, localizer)
        top = ScrolledBar(theme, self.bar, self)
        self.parts = TwoParts(theme, self)
        self.list = ExchangeList(theme, self.model, ExchangeDelegate(theme, localizer, self), self)
        self.detail = Detail(theme, localizer, library, settings, self.model.record, self)
        self.ask = self.detail.ask
        self.parts.put(self.list, self.detail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self.parts, 1)
        self._connect()
        self._on_parts_changed()
        self._on_language_changed()
        self._on_state_changed()
        self.bar.show_saving(possible=False)
        try:
            self.ask.use_tools(load_tools(library.root))
        except ResourceError as error:  # a damaged file of commands costs only them
            self._tell(str(error))

    def _connect(self) -> None:
        self.process.changed.connect(self._on_state_changed)
        self.process.exchanged.connect(self._on_exchanged)
        self.process.failed.connect(self._on_failed)
        self.bar.switch.clicked.connect(self.toggle)
        self.bar.port.returnPressed.connect(self.start)
        self.bar.send.clicked.connect(self.send)
        self.bar.form.clicked.connect(self.show_form)
        self.bar.matrix.clicked.connect(self.show_matrix)
        self.bar.save.clicked.connect(self._offer_saving)
        self._saving.told.connect(self._tell)
        self.list.item_chosen.connect(self.detail.show_exchange)
        self.list.item_opened.connect(self._on_opened)
        self.parts.shown_changed.connect(self._on_parts_changed)
        self.parts.list_came_up.connect(self.take_focus)
        self.ask.changed.connect(self.shown_changed)
        self.detail.link_activated.connect(self.follow)
        self._theme.changed.connect(self._write_shown)
        self._localizer.changed.connect(self._on_language_changed)
        for keys, run in (("F5", self.start), ("Shift+F5", self.end_lab), ("Ctrl+Return", self.send)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    @classmethod
    def make(cls, context: PageContext) -> "LabPage":
        return cls(context.theme, context.localizer, context.library, context.settings, context.files)

    @property
    def location(self) -> Link:
        return lab_link(f"{self.ask.form.code:03}")

    @property
    def title(self) -> str:
        target = self._library.catalogue.find(f"{self.ask.form.code:03}")[0]
        return f"{self._localizer.text('page.lab')} {title(target)}"

    def open(self, location: Link) -> bool:
        if location.kind is LinkKind.LAB:
            code = code_of(location.target.partition("-")[0])
            if code is None:
                return False
            self.ask.form.show_code(code)
            self.detail.show_form()
        self.parts.show_detail()
        return True

    def escape(self) -> bool:
        if self.detail.part is self.ask:
            return False
        self.show_form()
        return True

    def copied_text(self) -> str:
        return self.ask.command

    def take_focus(self) -> None:
        if self.parts.shown is Shown.LIST:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.detail.part.take_keyboard()

    def end(self) -> None:
        self.process.stop()
        self.model.clear()
        self.show_form()
        self.bar.show_saving(possible=False)

    # What the user does

    @Slot()
    def toggle(self) -> None:
        if self.process.state is LabState.STOPPED:
            self.start()
        else:
            self.end_lab()

    @Slot()
    def start(self) -> None:
        """Start the lab, unless it runs already."""
        if self.process.state is not LabState.STOPPED:
            return
        port = self.bar.port.finished_text().strip()
        if port and not (port.isascii() and port.isdecimal() and 1 <= int(port) <= 65_535):
            self._tell(self._localizer.text("lab.port.wrong"))
            return
        self._tell("")
        language = self._localizer.language.value
        options = ("--port", port) if port else ()
        self.process.start(own_command("statusref", "lab", "--json", "--parent-watch", "--lang", language, *options))

    @Slot()
    def end_lab(self) -> None:
        """Stop the lab. What was exchanged stays."""
        self.process.stop()

    @Slot()
    def send(self) -> None:
        """Send what the form asks for. What comes of it is shown when the lab tells it."""
        if self.process.state is not LabState.RUNNING:
            self._tell(self._localizer.text("lab.send.stopped"))
        elif self.ask.form.problem:
            self._tell(self.ask.form.problem)
        else:
            self._tell("")
            self._waits = True
            send(self.process, self.ask.form.method.value, self.ask.address)

    @Slot()
    def show_form(self) -> None:
        """Show the form in place of an exchange."""
        self._bring_up(self.detail.show_form)

    @Slot()
    def show_matrix(self) -> None:
        """Show what a client does with redirects, in place of the form or an exchange."""
        self._bring_up(lambda: self.detail.show_matrix(self.process.url))

    def _bring_up(self, show: Callable[[], None]) -> None:
        had_keyboard = self.detail.part.isAncestorOf(QApplication.focusWidget() or self)
        self.list.select_row(None)
        show()
        self.parts.show_detail()
        if had_keyboard:
            self.detail.part.take_keyboard()

    @Slot()
    def _offer_saving(self) -> None:
        self._saving.offer(self.bar.save)

    # What happens

    @Slot()
    def _on_state_changed(self) -> None:
        self._waits = False
        self.ask.show_base(self.process.url)
        self._write_shown()
        self.bar.show_state(self.process.state, self.process.url)
        self._say_empty()
        announce(self, self.bar.where)

    @Slot(str)
    def _on_failed(self, said: str) -> None:
        self._tell(self._localizer.text("lab.failed.said", said=said) if said else self._localizer.text("lab.failed"))

    @Slot(object)
    def _on_exchanged(self, exchanges: Sequence[Exchange]) -> None:
        self.model.add(exchanges)
        self.bar.show_saving(possible=True)
        newest = self.model.record[-1]
        announce(self, one_line(newest, self._localizer))
        if self._waits:
            self._waits = False
            self.list.select_row(0)
            self.detail.show_exchange(newest)
            self.parts.show_detail()
        else:
            self.detail.follow(exchanges, self.process.url)

    @Slot(object)
    def _on_opened(self, heard: Heard) -> None:
        self.detail.show_exchange(heard)
        self.parts.show_detail()
        self.detail.part.take_keyboard()

    @Slot()
    def _write_shown(self) -> None:
        self.detail.write_again(self.process.url)

    @Slot()
    def _on_parts_changed(self) -> None:
        if self.parts.shown is Shown.BOTH:
            self.parts.set_list_width(self._theme.px(_LIST_WIDTH))

    @Slot()
    def _on_language_changed(self) -> None:
        text = self._localizer.text
        self.list.setAccessibleName(text("lab.exchanges"))
        self.parts.describe(text("list.width"), text("lab.exchanges"))
        self._tell("")
        self._say_empty()
        self._write_shown()
        self.shown_changed.emit()

    def _say_empty(self) -> None:
        runs = self.process.state is LabState.RUNNING
        self.list.set_empty_text(self._localizer.text("lab.empty.running" if runs else "lab.empty.stopped"))

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self.bar.tell(sentence)
        announce(self, sentence)
