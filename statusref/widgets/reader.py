"""Shows one page: a header widget, and below it a document with painted frames and chips. Both scroll together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QTextBrowser, QTextEdit, QToolTip, QWidget

from statusref.theme.theme import Theme
from statusref.widgets.frames import paint_frames
from statusref.widgets.link_address import address_on
from statusref.widgets.menus import show_menu
from statusref.widgets.page_links import PageLink, page_links
from statusref.widgets.scroll_bars import SlimScrollBars
from statusref.widgets.text_chips import paint_chips
from statusref.widgets.unbroken import JOINER, plain

if TYPE_CHECKING:
    from PySide6.QtCore import QRegularExpression

MAX_TEXT_WIDTH = 692
_TAB_REASONS = {Qt.FocusReason.TabFocusReason: True, Qt.FocusReason.BacktabFocusReason: False}
"""The focus reasons of Tab and Shift+Tab; the value is whether the focus goes forward."""


class Reader(QTextBrowser):
    """A read-only page. It does not follow links: ``link_activated`` is emitted with the address of the chosen link.

    Tab goes through the buttons of the header, then from link to link, then to the next widget. The link that Enter
    would follow is *marked*: it has a ring, and ``link_marked`` is emitted. ``menu_made`` is emitted with the context
    menu (a QMenu) before it opens, so that others can add to it. ``copy_wanted`` is Ctrl+C with nothing selected.
    ``column_changed`` has the space left and right of the text, in pixels. ``painted``: see ``tell_painted``.
    """

    link_activated = Signal(str)
    copy_wanted = Signal()
    painted = Signal()
    link_marked = Signal()
    column_changed = Signal(int, int)
    menu_made = Signal(object)

    def __init__(self, theme: Theme, header: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Keep this reference: without it, viewport() makes PySide prepare the type of every widget at start-up.
        self._viewport = self.findChild(QWidget, "qt_scrollarea_viewport")
        self._theme = theme
        self._header = header
        self._tells_painted = False
        self._column = (0, 0)
        self._marked_link: tuple[int, int] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The page is written in several steps. If the scroll bar appeared at a later step, the page would get narrower,
        # and everything would be laid out again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._on_anchor_clicked)
        if header is not None:
            header.setParent(self.viewport())
            for button in header.findChildren(QAbstractButton):
                QWidget.setTabOrder(button, self)
        SlimScrollBars(theme, self)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def only_look(self) -> None:
        """Turn off links, for a preview in which they lead nowhere. Keys still scroll."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    @property
    def links(self) -> list[PageLink]:
        """The links that can be followed."""
        can_follow = self.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        return page_links(self.document()) if can_follow else []

    def lay_out(self) -> None:
        """Adjust the margins and the header to the width. Call it when the page or its header has changed."""
        room = self.viewport().width()
        inset = self._theme.px(40 if room > self._theme.px(560) else 20)
        widest = self._theme.px(MAX_TEXT_WIDTH)
        # The text is in the middle of the whole reader, scroll bar included, because buttons and memo below it are,
        # too.
        side = inset + max(self.width() - widest - 2 * inset, 0) // 2
        width = min(room - side - inset, widest)
        top = self._theme.px(28)
        if self._header is not None:
            height = self._header.heightForWidth(width)
            self._header.setGeometry(side, top - self.verticalScrollBar().value(), width, height)
            top += height
        root = self.document().rootFrame()
        shape = root.frameFormat()
        right = room - side - width
        wanted = (top, side, right, self._theme.px(48))
        if (shape.topMargin(), shape.leftMargin(), shape.rightMargin(), shape.bottomMargin()) != wanted:
            shape.setTopMargin(top)
            shape.setLeftMargin(side)
            shape.setRightMargin(right)
            shape.setBottomMargin(wanted[3])
            root.setFrameFormat(shape)
        column = side, self.width() - side - width
        if column != self._column:
            self._column = column
            self.column_changed.emit(*column)

    @property
    def is_full(self) -> bool:
        """Whether the text goes on below the visible part."""
        below = self.document().size().height() - self.document().rootFrame().frameFormat().bottomMargin()
        return below > self.verticalScrollBar().value() + self.viewport().height()

    @property
    def column(self) -> tuple[int, int]:
        """The space left and right of the text, in pixels."""
        return self._column

    def selected_or_first(self) -> str:
        """Return the selected text, or else the page's first paragraph."""
        selected = self.textCursor().selection().toPlainText()
        return plain(selected or self.document().firstBlock().text())

    def place_among(self, lines: Sequence[str]) -> int | None:
        """Return the index of the nearest of ``lines`` at or above the selection; None if there is none.

        Without a selection, the search begins at the top of the visible part. ``lines`` are texts of paragraphs.
        """
        cursor = self.textCursor()
        top = self.cursorForPosition(QPoint(0, self._theme.px(40)))
        block = self.document().findBlock(cursor.selectionStart() if cursor.hasSelection() else top.position())
        while block.isValid():
            text = plain(block.text())
            if text in lines:
                return lines.index(text)
            block = block.previous()
        return None

    def toPlainText(self) -> str:
        return plain(super().toPlainText())

    def to_top(self) -> None:
        """Scroll to the top and move the text cursor there."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self.lay_out()

    def mark_link(self, address: str) -> None:
        """Mark the link to ``address`` as Tab does, for a page that was written again after the link was followed."""
        for link in self.links:
            if link.address == address:
                cursor = self.textCursor()
                cursor.setPosition(link.start)
                cursor.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
                self._marked_link = self._selected
                self.link_marked.emit()

    def scroll_to(self, position: int) -> None:
        """Scroll the paragraph after ``position`` (in the document) to the top, as far as the page is long enough."""
        block = self.document().findBlock(position).next()
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) - self._theme.px(28))

    def mark_matches(self, text: str) -> int:
        """Mark every occurrence of ``text``, ignoring case, and return how many there are."""
        selections: list[QTextEdit.ExtraSelection] = []
        shape = QTextCharFormat()
        shape.setBackground(self._theme.color("mark"))
        shape.setForeground(self._theme.color("text1"))
        cursor = QTextCursor(self.document())
        wanted = _pattern(text)
        while text and not (cursor := self.document().find(wanted, cursor)).isNull():
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format = shape
            selections.append(selection)
        self.setExtraSelections(selections)
        return len(selections)

    def find_next(self, text: str, *, backward: bool = False) -> bool:
        """Select the next occurrence of ``text``; after the last one, the first. Return False if there is none."""
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if not text:
            return False
        wanted = _pattern(text)
        if self.find(wanted, flags):
            return True
        end = QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start
        self.moveCursor(end)
        return self.find(wanted, flags)

    def createMimeDataFromSelection(self) -> QMimeData:
        from statusref.widgets.copied_page import copied  # noqa: PLC0415 - not needed before something is copied

        cursor = self.textCursor()
        everything = cursor.selectionStart() == 0 and cursor.selectionEnd() == self.document().characterCount() - 1
        title = self._header.accessibleName() if self._header is not None and everything else ""
        return copied(cursor.selection(), title)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        menu = self.createStandardContextMenu(event.pos() + scrolled)
        address = address_on(self.document(), self.anchorAt(event.pos()))
        for action in menu.actions():
            if action.objectName() == "link-copy":
                action.triggered.disconnect()
                action.triggered.connect(lambda: QGuiApplication.clipboard().setText(address))
                action.setEnabled(bool(address))
        self.menu_made.emit(menu)
        show_menu(menu, self._theme, event.globalPos())

    @property
    def has_marked_link(self) -> bool:
        """Whether Tab has marked a link, which Enter follows."""
        return self.hasFocus() and self._selected is not None and self._selected == self._marked_link

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Qt also calls this while a button of the header has the focus. Then Tab goes to the next widget.
        if not self.hasFocus() or (self._selected is None and not forward):
            moved = QWidget.focusNextPrevChild(self, forward)
            self._show_focus_in_header()
            return moved
        return self._step_to_link(forward=forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        forward = _TAB_REASONS.get(event.reason())
        if forward is not None and self.links:
            self._step_to_link(forward=forward)

    @property
    def _selected(self) -> tuple[int, int] | None:
        """Start and end of the selection in the document, None if nothing is selected."""
        cursor = self.textCursor()
        return (cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None

    def _step_to_link(self, *, forward: bool) -> bool:
        """Mark the next link; after the last one, move the focus to the next widget. False if there is neither."""
        stepped = super().focusNextPrevChild(forward)
        self.viewport().update()
        if self.hasFocus():
            self._marked_link = self._selected
            self.link_marked.emit()
            self._keep_off_the_edge(self.cursorRect())
        return stepped

    def _show_focus_in_header(self) -> None:
        """Scroll to the widget of the header that has the keyboard, if one has."""
        focused = self.window().focusWidget()
        if self._header is not None and focused is not None and self._header.isAncestorOf(focused):
            self._keep_off_the_edge(QRect(focused.mapTo(self.viewport(), QPoint()), focused.size()))

    def _keep_off_the_edge(self, place: QRect) -> None:
        """Scroll so that ``place`` (viewport coordinates) has some space above and below, if there is room for it."""
        bar = self.verticalScrollBar()
        room = self.viewport().height() - place.height()
        margin = max(0, min(self._theme.px(32), room // 2))
        below = place.bottom() + margin - self.viewport().height()
        bar.setValue(bar.value() + max(below, 0) + min(place.top() - margin, 0))

    def _marked_lines(self) -> list[QRect]:
        """Return the rectangles of the marked link in viewport coordinates, one for each line of text."""
        cursor = self.textCursor()
        lines: dict[int, QRect] = {}
        for position in range(cursor.selectionStart(), cursor.selectionEnd() + 1):
            cursor.setPosition(position)
            place = self.cursorRect(cursor)
            lines[place.top()] = lines.get(place.top(), place).united(place)
        return list(lines.values())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.translate(-offset)
        clip = QRectF(event.rect().translated(offset))
        paint_frames(painter, self.document(), self._theme, clip)
        paint_chips(painter, self.document(), self._theme, clip)
        painter.end()
        super().paintEvent(event)
        if self.has_marked_link:
            self._paint_link_ring()
        if self._tells_painted:
            self._tells_painted = False
            self.painted.emit()

    def _paint_link_ring(self) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        for line in self._marked_lines():
            painter.drawRoundedRect(line.adjusted(-2, -1, 2, 1), 4, 4)

    def tell_painted(self) -> None:
        """Emit ``painted`` once, after the next time the page is painted."""
        self._tells_painted = True
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        # When it is first shown, Qt scrolls to the text cursor, which may be below a header that is higher than the
        # page.
        scrolled = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Otherwise a commit that arrives after the focus has moved here would be inserted into the page.
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
            return
        if event.matches(QtGui.QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copy_wanted.emit()
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            address = self.anchorAt(event.pos())
            QToolTip.showText(event.globalPos(), address if address.startswith("http") else "", self)
            return True
        return super().viewportEvent(event)

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        self.link_activated.emit(url.toString())

    @Slot()
    def _on_theme_changed(self) -> None:
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("surface"))
        self.setPalette(palette)
        self.viewport().update()


def _pattern(text: str) -> "QRegularExpression":
    """Return a pattern that finds ``text`` on a page, ignoring case and the invisible JOINER characters in it."""
    from PySide6.QtCore import QRegularExpression  # noqa: PLC0415 - only find in page needs the type

    letters = (QRegularExpression.escape(letter) for letter in text)
    return QRegularExpression(f"{JOINER}?".join(letters), QRegularExpression.PatternOption.CaseInsensitiveOption)
