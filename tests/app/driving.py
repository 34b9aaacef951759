"""Uses the running program as a user does, and reads what the user sees."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from statusref.app.bootstrap import Application
from statusref.app.idle_work import IdleWork
from statusref.domain.class_filter import ClassFilter
from statusref.models.result_rows import More, Row
from statusref.models.roles import Role
from statusref.views.class_filter_bar import ClassFilterBar
from statusref.views.links_dialog import LinksDialog
from statusref.views.message_bar import MessageBar
from statusref.views.notes_page import NotesPage
from statusref.views.settings_page import SettingsPage
from statusref.widgets.filter_button import FilterButton
from statusref.widgets.reader import Reader
from statusref.widgets.search_field import SearchField

W = TypeVar("W", bound=QWidget)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Driver:
    """Sends keys and clicks to one window, and returns what can be read in it."""

    def __init__(self, bot: QtBot, app: Application) -> None:
        self.bot = bot
        self.app = app
        self.window = app.window

    # Keys and clicks

    @property
    def focused(self) -> QWidget:
        """The widget that receives key presses."""
        return self.window.focusWidget() or self.window

    def write(self, text: str) -> None:
        """Type letters where the keyboard focus is."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focused, letter)
            else:  # QTest can only type ASCII letters
                key = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
                QApplication.sendEvent(self.focused, key)
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press one key where the keyboard focus is. Shortcuts come first, as with a real keyboard."""
        QTest.keyClick(self.focused, key, modifiers)
        self.settle()

    def click(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def search(self, text: str) -> None:
        """Replace the text of the search field by typing."""
        self.press(Qt.Key.Key_K, CTRL)
        self.field.clear()
        self.write(text)

    def click_row(self, entry_id: str) -> None:
        index = self.row_index(entry_id)
        rows = self.window.lookup.list
        rows.scrollTo(index)
        place = rows.visualRect(index).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, NONE, place)
        self.settle()

    def click_link(self, target: str, reader: Reader | None = None) -> None:
        """Click the link to ``target`` on a page, after scrolling to it."""
        reader = reader or self.reader
        place = self.link_place(target, reader)
        QTest.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, NONE, place)
        self.settle()

    def link_place(self, target: str, reader: Reader) -> QPoint:
        """Scroll to a link and return its position in the viewport."""
        cursor = reader.textCursor()
        document = reader.document()
        for position in range(document.characterCount()):
            cursor.setPosition(position)
            if cursor.charFormat().anchorHref() == target:
                reader.setTextCursor(cursor)
                reader.ensureCursorVisible()
                return reader.cursorRect(cursor).center() + QPoint(2, 0)
        raise AssertionError(f"no link to {target}")

    def list_links(self) -> LinksDialog | None:
        """Press the key that lists the links of the page; None if no list opens."""
        self.press(Qt.Key.Key_F7)
        opened = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, LinksDialog))
        return next((dialog for dialog in opened if dialog.isVisible()), None)

    def settle(self) -> None:
        """Process pending events and write the whole page, as the window does after a moment."""
        QApplication.processEvents()
        self.window.lookup.detail.finish()
        QApplication.processEvents()

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until ``condition`` holds, for at most 20 seconds."""
        self.bot.waitUntil(condition, timeout=20_000)
        self.settle()

    def resize(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        self.settle()

    def quit(self) -> None:
        """Close the window and the data, as at the end of the program."""
        self.window.close()
        self.app.close()
        self.app.program.close()

    # What the user sees

    @property
    def idle(self) -> IdleWork:
        """The parts of the program that are made after the first paint."""
        assert self.app.idle is not None
        return self.app.idle

    def has_keyboard(self, widget: QWidget) -> bool:
        """Whether ``widget`` receives key presses."""
        return self.window.focusWidget() is widget

    def shows(self, page: str) -> bool:
        return self.window.page_name == page

    @property
    def field(self) -> SearchField:
        return self.window.top.field

    @property
    def reader(self) -> Reader:
        """The reader with the page of a code."""
        return self.window.lookup.detail.reader

    @property
    def title(self) -> str:
        return self.window.windowTitle()

    @property
    def page_text(self) -> str:
        """The text of the page of a code, without its header."""
        return self.reader.toPlainText()

    @property
    def links(self) -> list[str]:
        """The links of the page, as text."""
        return links_of(self.reader)

    @property
    def ids(self) -> list[str]:
        """The ids of the rows in the list. The last row, for the rows that are not shown, is ``+`` and their number."""
        model = self.window.lookup.list.model()
        found = []
        for number in range(model.rowCount()):
            row = model.index(number, 0).data(Role.ITEM)
            match row:
                case Row():
                    found.append(row.target.id)
                case More():
                    found.append(f"+{row.count}")
        return found

    @property
    def counts(self) -> list[int | None]:
        """For each row, how often its code was found in the log."""
        model = self.window.lookup.list.model()
        rows = [model.index(number, 0).data(Role.ITEM) for number in range(model.rowCount())]
        return [row.count for row in rows if isinstance(row, Row)]

    @property
    def selected(self) -> str | None:
        """The id of the selected row."""
        index = self.window.lookup.list.currentIndex()
        row = index.data(Role.ITEM) if index.isValid() else None
        return row.target.id if isinstance(row, Row) else None

    @property
    def said(self) -> str:
        """The text of the status line."""
        return self.window.status._said.text()

    @property
    def messages(self) -> str:
        """The text of the message bar, empty while it is hidden."""
        bar = self.window.findChild(MessageBar)
        assert isinstance(bar, MessageBar)
        return bar._label.text() if bar.isVisible() else ""

    @property
    def clipboard(self) -> str:
        return QGuiApplication.clipboard().text()

    @property
    def notes(self) -> NotesPage:
        page = self.window.page_called("notes")
        assert isinstance(page, NotesPage)
        return page

    @property
    def settings_page(self) -> SettingsPage:
        page = self.window.page_called("settings")
        assert isinstance(page, SettingsPage)
        return page

    def row_index(self, entry_id: str) -> QModelIndex:
        return self.window.lookup.list.model().index(self.ids.index(entry_id), 0)

    def filter_button(self, choice: ClassFilter) -> FilterButton:
        bar = self.window.lookup.filter_bar
        assert isinstance(bar, ClassFilterBar)
        return bar._buttons[choice]

    def class_counts(self) -> dict[ClassFilter, int | None]:
        """The numbers on the class buttons."""
        return {choice: self.filter_button(choice)._count for choice in ClassFilter}

    def visible(self, kind: type[W]) -> list[W]:
        """All visible widgets of a class."""
        return [widget for widget in self.window.findChildren(kind) if widget.isVisible()]

    def visible_texts(self) -> list[str]:
        """All texts of visible labels and buttons."""
        texts = [label.text() for label in self.visible(QLabel)]
        texts += [button.text() for button in self.visible(QAbstractButton)]
        return [text for text in texts if text]


def rows_of(dialog: LinksDialog) -> dict[str, str]:
    """The words of each row in a list of links, and the address that it leads to."""
    model = dialog.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return {str(row.data()): str(row.data(Role.ITEM)) for row in rows}


def links_of(reader: Reader) -> list[str]:
    """The links of a page in their order, as text."""
    found: list[str] = []
    cursor = QTextCursor(reader.document())
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        target = cursor.charFormat().anchorHref()
        if target and (not found or found[-1] != target):
            found.append(target)
    return found
