"""The list of a page's links: they can be reached by their first letters, without going through the page."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from statusref.models.roles import Role
from statusref.theme.theme import Theme
from statusref.views.listed_links import ListedLink
from statusref.views.result_list import ResultList
from statusref.views.title_delegate import TitleDelegate


class LinksDialog(QDialog):
    """``chosen`` carries the address of the link that the user wants to follow; the dialog is closed then."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, title: str, links: Iterable[ListedLink], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{title} – StatusRef")
        model = QStandardItemModel(self)
        for link in links:
            item = QStandardItem(link.words)
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
