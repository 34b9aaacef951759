"""Asks for a code: the form, the address that results, and ready commands to copy."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.links import Link, LinkKind, copy_link, parse_link
from statusref.domain.markdown import Span
from statusref.lab.commands import Tool
from statusref.settings.settings import Settings
from statusref.theme.theme import Theme
from statusref.views.http_highlighting import paint_code
from statusref.views.lab.ask_form import AskForm
from statusref.views.localizer import Localizer
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader

_TOOL = "tool-"
"""Begins the links that show the command of another tool."""
_NOWHERE = "http://127.0.0.1:8080/"
"""Stands in the commands for the address of a lab that does not run yet."""


class AskView(QWidget):
    """``link_activated`` carries the address of a link, ``changed`` tells that another code is chosen."""

    link_activated = Signal(str)
    changed = Signal()

    def __init__(self, theme: Theme, localizer: Localizer, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._settings = settings
        self._tools: Sequence[Tool] = ()
        self._base = ""
        self.form = AskForm(theme, localizer, 503)
        self.reader = Reader(theme, self.form, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reader)
        self.form.changed.connect(self._on_form_changed)
        self.reader.link_activated.connect(self._on_link)
        theme.changed.connect(self.write)
        localizer.changed.connect(self.write)

    def use_tools(self, tools: Sequence[Tool]) -> None:
        """Offer the commands of these tools."""
        self._tools = tools
        self.write()

    @property
    def address(self) -> str:
        """The address that the form asks for, at the lab that runs."""
        return (self._base or _NOWHERE).rstrip("/") + self.form.target

    @property
    def command(self) -> str:
        """The command of the chosen tool; empty if there are no tools."""
        tool = self._tool
        return "" if tool is None else tool.command(self.form.method.value, self.address)

    def show_base(self, url: str) -> None:
        """Use the address of the lab; empty while none runs."""
        self._base = url
        self.write()

    def take_keyboard(self) -> None:
        self.form.code_field.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.code_field.field.selectAll()

    @property
    def _tool(self) -> Tool | None:
        chosen = self._settings.lab_tool
        return next((tool for tool in self._tools if tool.id == chosen), self._tools[0] if self._tools else None)

    @Slot()
    def write(self) -> None:
        """Write what stands below the form."""
        text = self._localizer.text
        scrolled = self.reader.verticalScrollBar().value()
        writer = PageWriter(self.reader.document(), self._theme)
        writer.label(text("lab.address"))
        writer.messages((f"{self.form.method.value} {self.address}",), paint_code)
        copy = Span(text("link.copy"), link=copy_link(self.address))
        writer.body((copy,) if self._base else (copy, Span(f"  {text('lab.address.later')}")))
        if self._tools:
            writer.label(text("lab.commands"))
            writer.body(self._names())
            writer.messages((self.command,), paint_code)
            writer.body((Span(text("link.copy"), link=copy_link(self.command)),))
        writer.finish()
        self.reader.setAccessibleName(text("lab.commands"))
        self.reader.lay_out()
        self.reader.verticalScrollBar().setValue(scrolled)

    def _names(self) -> list[Span]:
        """The tools as links, the one that is shown in bold."""
        spans: list[Span] = []
        for tool in self._tools:
            link = Link(LinkKind.ACTION, f"{_TOOL}{tool.id}")
            spans += [Span(" · "), Span(tool.name, strong=tool == self._tool, link=link)]
        return spans[1:]

    @Slot()
    def _on_form_changed(self) -> None:
        self.write()
        self.changed.emit()

    @Slot(str)
    def _on_link(self, address: str) -> None:
        """Show the command of another tool, or leave the link to others."""
        link = parse_link(address)
        if link is None or link.kind is not LinkKind.ACTION:
            self.link_activated.emit(address)
            return
        self._settings.lab_tool = link.target.removeprefix(_TOOL)
        self.write()
        self.reader.mark_link(address)
