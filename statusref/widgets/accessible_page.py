"""The page of a ``Reader`` for screen readers. Qt itself gives them its text, but not its links."""

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent, QAccessibleInterface, QTextCursor
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from statusref.widgets.page_links import PageLink
from statusref.widgets.reader import Reader


class AccessibleLink(QAccessibleWidget):
    """A link: it has a name and a place, can be pressed, and has the focus while Tab has marked it.

    QAccessibleWidget is the base class because Qt then asks for the actions. ``object`` returns None, or Qt
    would think that this is the interface of the viewport.
    """

    def __init__(self, page: "AccessiblePage", link: PageLink) -> None:
        super().__init__(page.widget(), QAccessible.Role.Link)
        self._page = page
        self._reader = page.reader
        self.link = link
        self._id = QAccessible.registerAccessibleInterface(self)

    def isValid(self) -> bool:
        return isValid(self._reader)

    def object(self) -> None:  # type: ignore[override]
        return None

    def give_up(self) -> None:
        """Let Qt delete it. If Python deleted it, Qt would do so a second time."""
        QAccessible.deleteAccessibleInterface(self._id)

    def parent(self) -> QAccessibleInterface:
        return self._page

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> None:  # type: ignore[override]
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def focusChild(self) -> None:  # type: ignore[override]
        return None

    def text(self, kind: QAccessible.Text) -> str:
        return self.link.text if kind == QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        cursor = self._reader.textCursor()
        state = QAccessible.State()
        state.focusable = state.linked = True
        state.focused = self._reader.has_marked_link and self.link.start == cursor.selectionStart()
        return state

    def rect(self) -> QRect:
        cursor = QTextCursor(self._reader.document())
        place = QRect()
        for position in (self.link.start, self.link.end):
            cursor.setPosition(position)
            place = place.united(self._reader.cursorRect(cursor))
        viewport = self._reader.viewport()
        return QRect(viewport.mapToGlobal(place.topLeft()), place.size())

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._reader.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reader.link_activated.emit(self.link.address)


class AccessiblePage(QAccessibleWidget):
    """The interface of a reader's viewport: a document whose children are the links.

    The links are made only when they are asked for, because most pages are left before that.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader.viewport(), QAccessible.Role.Document)
        self.reader = reader
        self._links = reader.links
        self._made: dict[int, AccessibleLink] = {}
        self._watch = _Watch(self, reader)

    def childCount(self) -> int:
        return super().childCount() + len(self._links)

    def child(self, index: int) -> QAccessibleInterface:
        place = index - super().childCount()
        return self._link(place) if 0 <= place < len(self._links) else super().child(index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        place = next((place for place, link in self._made.items() if link is child), None)
        return super().indexOfChild(child) if place is None else super().childCount() + place

    def text(self, kind: QAccessible.Text) -> str:
        return self.reader.accessibleName() if kind == QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        state = super().state()
        state.focused = state.focusable = False  # the reader and its links are focusable instead
        return state

    def read_links(self) -> None:
        """Read the links again, because the page may have changed."""
        links = self.reader.links
        if links != self._links:
            self._links = links
            while self._made:
                self._made.popitem()[1].give_up()

    def tell_marked(self) -> None:
        """Tell screen readers that Tab has marked a link."""
        self.read_links()
        cursor = self.reader.textCursor()
        for place, link in enumerate(self._links):
            if link.start == cursor.selectionStart() and self.reader.has_marked_link:
                QAccessible.updateAccessibility(QAccessibleEvent(self._link(place), QAccessible.Event.Focus))

    def _link(self, place: int) -> AccessibleLink:
        link = self._made.get(place)
        if link is None:
            link = self._made[place] = AccessibleLink(self, self._links[place])
        return link


class _Watch(QObject):
    """Reads the links again after the page has changed: from the event loop, so never while Qt asks for one."""

    def __init__(self, page: AccessiblePage, reader: Reader) -> None:
        super().__init__(reader)
        self._page = page
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        reader.document().contentsChanged.connect(self._timer.start)
        reader.link_marked.connect(self._on_link_marked)

    @Slot()
    def _on_timeout(self) -> None:
        self._page.read_links()

    @Slot()
    def _on_link_marked(self) -> None:
        self._page.tell_marked()
