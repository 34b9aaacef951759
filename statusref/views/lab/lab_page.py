"""The page with the lab: start it, ask it, and see what went over the wire."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QVBoxLayout, QWidget

from statusref.domain.catalogue import title
from statusref.domain.errors import ResourceError
from statusref.domain.library import Library
from statusref.domain.links import Link, LinkKind, lab_link
from statusref.lab.commands import load_tools
from statusref.lab.events import Exchange
from statusref.lab.heard import Heard
from statusref.lab.matrix.heard_run import is_of_run
from statusref.lab.offers import code_of
from statusref.models.exchange_model import ExchangeModel, one_line
from statusref.settings.settings import Settings
from statusref.system.own_process import own_command
from statusref.theme.theme import Theme
from statusref.views.lab.ask_view import AskView
from statusref.views.lab.exchange_delegate import ExchangeDelegate
from statusref.views.lab.exchange_list import ExchangeList
from statusref.views.lab.lab_bar import LabBar
from statusref.views.lab.lab_process import LabProcess, LabState
from statusref.views.lab.sending import send
from statusref.views.localizer import Localizer
from statusref.views.page_context import PageContext
from statusref.views.two_parts import Shown, TwoParts
from statusref.views.window_page import WindowPage
from statusref.widgets.announcing import announce
from statusref.widgets.menus import show_menu
from statusref.widgets.tab_order import put_in_tab_order

if TYPE_CHECKING:
    # Loaded when first needed.
    from statusref.views.lab.exchange_view import ExchangeView
    from statusref.views.lab.matrix_view import MatrixView
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
        self._files = files
        self._waits = False
        self.process = LabProcess(self)
        self.model = ExchangeModel(self)
        self.bar = LabBar(theme, localizer, self)
        self.parts = TwoParts(theme, self)
        self.list = ExchangeList(theme, self.model, ExchangeDelegate(theme, self), self)
        self._stack = QStackedWidget(self)
        self.ask = AskView(theme, localizer, settings, self._stack)
        self._shown: ExchangeView | None = None
        self._matrix: MatrixView | None = None
        self._stack.addWidget(self.ask)
        self.parts.put(self.list, self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
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
        self.list.item_chosen.connect(self._show)
        self.list.item_opened.connect(self._on_opened)
        self.parts.shown_changed.connect(self._on_parts_changed)
        self.parts.list_came_up.connect(self.take_focus)
        self.ask.changed.connect(self.shown_changed)
        self.ask.link_activated.connect(self.follow)
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

    @property
    def shown(self) -> "ExchangeView":
        """The part that shows an exchange."""
        if self._shown is None:
            from statusref.views.lab.exchange_view import ExchangeView  # noqa: PLC0415 - made when first shown

            self._shown = ExchangeView(self._theme, self._localizer, self._library, self._stack)
            self._shown.link_activated.connect(self.follow)
            self._add_part(self._shown)
        return self._shown

    @property
    def matrix(self) -> "MatrixView":
        """The part that shows what a client does with redirects."""
        if self._matrix is None:
            from statusref.views.lab.matrix_view import MatrixView  # noqa: PLC0415 - made when first shown

            self._matrix = MatrixView(self._theme, self._localizer, self._library, self._stack)
            self._matrix.link_activated.connect(self.follow)
            self._add_part(self._matrix)
        return self._matrix

    def _add_part(self, part: QWidget) -> None:
        self._stack.addWidget(part)
        # It is made after the rest of the window, so Tab would reach it last.
        put_in_tab_order(part, after=self.ask.reader)

    def open(self, location: Link) -> bool:
        if location.kind is LinkKind.LAB:
            code = code_of(location.target.partition("-")[0])
            if code is None:
                return False
            self.ask.form.show_code(code)
            self._stack.setCurrentWidget(self.ask)
        self.parts.show_detail()
        return True

    def escape(self) -> bool:
        if self._part is self.ask:
            return False
        self.show_form()
        return True

    def copied_text(self) -> str:
        return self.ask.command

    def take_focus(self) -> None:
        if self.parts.shown is Shown.LIST:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._part.take_keyboard()

    def end(self) -> None:
        self.process.stop()
        self.model.clear()
        self.show_form()
        self.bar.show_saving(possible=False)

    @property
    def _part(self) -> "AskView | ExchangeView | MatrixView":
        """The part at the right that is shown."""
        shown = self._stack.currentWidget()
        return next((part for part in (self._shown, self._matrix) if part is not None and part is shown), self.ask)

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
        self._bring_up(self.ask)

    @Slot()
    def show_matrix(self) -> None:
        """Show what a client does with redirects, in place of the form or an exchange."""
        self.matrix.write(self.process.url, self.model.record)
        self._bring_up(self.matrix)

    def _bring_up(self, part: "AskView | MatrixView") -> None:
        had_keyboard = self._part.isAncestorOf(QApplication.focusWidget() or self)
        self.list.select_row(None)
        self._stack.setCurrentWidget(part)
        self.parts.show_detail()
        if had_keyboard:
            part.take_keyboard()

    @Slot()
    def _offer_saving(self) -> None:
        menu = QMenu(self.bar.save)
        for name in ("har", "text"):
            action = menu.addAction(self._localizer.text(f"lab.save.{name}"))
            action.triggered.connect(self._save_har if name == "har" else self._save_text)
        show_menu(menu, self._theme, self.bar.save.mapToGlobal(QPoint(0, self.bar.save.height())))

    @Slot()
    def _save_har(self) -> None:
        from statusref.lab.archive import as_har  # noqa: PLC0415 - not needed before something is saved

        self._save("statusref-lab.har", "HAR (*.har)", as_har(self.model.record))

    @Slot()
    def _save_text(self) -> None:
        from statusref.lab.messages import as_text  # noqa: PLC0415 - not needed before something is saved

        self._save("statusref-lab.txt", "Text (*.txt)", as_text(self.model.record))

    def _save(self, name: str, kind: str, content: str) -> None:
        text = self._localizer.text
        path: Path | None = self._files().to_write(text("lab.save"), name, kind)
        if path is None:
            return
        try:
            path.write_text(content, "utf-8", newline="\n")
        except OSError as error:
            self._tell(text("study.data.write-failed", path=path, reason=error.strerror or error))
        else:
            self._tell(text("lab.saved", path=path))

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
        announce(self, one_line(newest))
        if self._waits:
            self._waits = False
            self.list.select_row(0)
            self._show(newest)
            self.parts.show_detail()
        elif self._shown is not None and self._part is self._shown and self._shown.heard is not None:
            self._shown.show_chain(self.model.record.chain(self._shown.heard))
        elif any(is_of_run(exchange.target) for exchange in exchanges):
            self._write_shown()

    @Slot(object)
    def _show(self, heard: Heard) -> None:
        self.shown.show_exchange(heard, self.model.record.chain(heard))
        self._stack.setCurrentWidget(self.shown)

    @Slot(object)
    def _on_opened(self, heard: Heard) -> None:
        self._show(heard)
        self.parts.show_detail()
        self.shown.take_keyboard()

    @Slot()
    def _write_shown(self) -> None:
        """Write what is shown again: more may have come, or it is to look different. The form writes itself."""
        part = self._part
        if part is self._matrix and self._matrix is not None:
            self._matrix.write(self.process.url, self.model.record)
        elif part is self._shown and self._shown is not None and self._shown.heard is not None:
            self._shown.show_exchange(self._shown.heard, self.model.record.chain(self._shown.heard))

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

    def _tell(self, sentence: str) -> None:
        self.bar.tell(sentence)
        announce(self, sentence)
