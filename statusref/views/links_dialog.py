"""The list of a page's links: they can be reached by their first letters, without going through the page."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel, QTextDocument
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from statusref.domain.links import Link, LinkKind, parse_link
from statusref.models.roles import Role
from statusref.theme.theme import Theme
from statusref.views.result_list import ResultList
from statusref.views.title_delegate import TitleDelegate
from statusref.widgets.page_links import PageLink, page_links

_ROOM = 64
"""Two lines have room for so many characters, most of them Hangul."""


class LinksDialog(QDialog):
    """``chosen`` carries the address of the link that the user wants to follow; the dialog is closed then."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, title: str, document: QTextDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{title} – StatusRef")
        model = QStandardItemModel(self)
        shown = {(link.text, link.address): link for link in reversed(page_links(document))}
        for link in reversed(shown.values()):
            item = QStandardItem(_words(link, document))
            item.setData(link.address, Role.ITEM)
            model.appendRow(item)
        self.list = ResultList(theme, model, TitleDelegate(theme, self), self)
        self.list.setAccessibleName(title)
        self.list.select_row(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.list.item_opened.connect(self._on_opened)
        self.resize(QSize(theme.px(480), theme.px(560)))

    @Slot(object)
    def _on_opened(self, address: str) -> None:
        self.accept()
        self.chosen.emit(address)


def _words(link: PageLink, document: QTextDocument) -> str:
    """Return what the link says, and what a reader of the page would see beside it."""
    match parse_link(link.address):
        case Link(LinkKind.COPY | LinkKind.WEB, target):
            beside = target
        case _:
            beside = _sentence(link, document)
    beside = " ".join(beside.split()).removeprefix("• ")
    said = link.text.strip()
    words = beside if beside.startswith(said) else f"{said} – {beside}"
    return words if len(words) <= _ROOM else f"{words[: _ROOM - 1]}…"


def _sentence(link: PageLink, document: QTextDocument) -> str:
    """Return the sentence that a link stands in."""
    block = document.findBlock(link.start)
    text = block.text()
    start, end = link.start - block.position(), link.end - block.position()
    begin = text.rfind(". ", 0, start)
    stop = text.find(". ", end)
    return text[0 if begin < 0 else begin + 2 : len(text) if stop < 0 else stop + 1]
