"""A field for a short typed answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from statusref.theme.theme import Theme
from statusref.widgets.framed_field import FramedField


class AnswerField(FramedField):
    """``given`` is emitted with the text when Return or Enter is pressed.

    ``undo_wanted`` is emitted for Ctrl+Z if the field itself has nothing to undo.
    """

    given = Signal(str)
    undo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, height=40, margin=12, radius=8, parent=parent)
        self.setMaxLength(60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.composition.before_key(event)
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.given.emit(self.text())
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)
