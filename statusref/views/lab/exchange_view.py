"""One exchange in full: its line of time, request and response, the headers that the code must have marked."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.domain.catalogue import Target, title
from statusref.domain.description.blocks import Fact
from statusref.domain.library import Library
from statusref.domain.links import code_link
from statusref.domain.markdown import Span
from statusref.domain.status import Entry, HeaderLevel
from statusref.lab.heard import Heard
from statusref.lab.messages import request_message, response_messages
from statusref.models.exchange_model import milliseconds
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone
from statusref.views.http_highlighting import Paint, paint_message
from statusref.views.lab.exchange_words import ending, one_line
from statusref.views.lab.timeline import Timeline
from statusref.views.localizer import Localizer
from statusref.views.page_writer import PageWriter
from statusref.widgets.reader import Reader


class ExchangeView(QWidget):
    """``link_activated`` carries the address of a link."""

    link_activated = Signal(str)

    def __init__(self, theme: Theme, localizer: Localizer, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._library = library
        self.heard: Heard | None = None
        self.timeline = Timeline(theme, localizer)
        self.reader = Reader(theme, self.timeline, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reader)
        self.reader.link_activated.connect(self.link_activated)

    def take_keyboard(self) -> None:
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_exchange(self, heard: Heard, chain: Sequence[Heard]) -> None:
        """Write an exchange; ``chain`` are the redirects that it belongs to, with itself."""
        scrolled = self.reader.verticalScrollBar().value() if heard == self.heard else 0
        self.heard = heard
        text, exchange = self._localizer.text, heard.exchange
        self.timeline.show_chain(chain)
        self.reader.setAccessibleName(one_line(heard, self._localizer))
        writer = PageWriter(self.reader.document(), self._theme)
        sent = exchange.request_body_bytes
        writer.facts(
            (
                Fact(text("lab.fact.began"), f"{heard.began:%H:%M:%S}.{heard.began.microsecond // 1000:03}"),
                Fact(text("lab.fact.took"), milliseconds(exchange.ms)),
                Fact(
                    text("lab.fact.bytes"),
                    text("lab.fact.bytes.both", sent=sent, got=exchange.body_bytes),
                ),
                Fact(text("lab.fact.ended"), ending(heard, self._localizer)),
            ),
            Tone.UNOFFICIAL,
        )
        writer.label(text("lab.request"))
        writer.messages((request_message(exchange),))
        writer.label(text("lab.response"))
        messages = response_messages(exchange)
        target = None if exchange.status is None else self._library.catalogue.find(f"{exchange.status:03}")[0]
        if messages:
            must = partial(_paint, must=_required(target), mark=text("lab.must"))
            writer.messages(messages, must)
        else:
            writer.body((Span(text("lab.response.none")),), quiet=True)
        if target is not None:
            page = text("choose.page", title=title(target))
            writer.body((Span(page, link=code_link(target.id)),))
        writer.finish()
        self.reader.to_top()
        self.reader.verticalScrollBar().setValue(scrolled)

    def show_chain(self, chain: Sequence[Heard]) -> None:
        """Show redirects that have been followed since the exchange was written."""
        self.timeline.show_chain(chain)
        self.reader.lay_out()


def _required(target: Target | None) -> frozenset[str]:
    """Return the headers that a response with the code MUST have, in lower case."""
    if not isinstance(target, Entry):
        return frozenset()
    return frozenset(header.name.lower() for header in target.headers if header.level is HeaderLevel.MUST)


def _paint(line: str, number: int, message: str, *, must: Collection[str], mark: str) -> Iterator[tuple[str, Paint]]:
    """Paint a header that the code must have in bold, and say so behind it."""
    name, colon, value = line.partition(":")
    if number and colon and name.lower() in must:
        yield name + colon + value, Paint.START
        yield f"   ← {mark}", Paint.QUIET
    else:
        yield from paint_message(line, number, message)
