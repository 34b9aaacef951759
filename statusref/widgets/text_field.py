"""A line edit that does not lose text which an input method composes: see ``composition``."""

from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from statusref.widgets.composition import Composition
from statusref.widgets.dropping import take_copy


class TextField(QLineEdit):
    """Subclasses that override ``keyPressEvent`` must call ``composition.before_key`` first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composition = Composition(self)

    def finished_text(self) -> str:
        """End the composition and return the text."""
        self.composition.finish()
        return self.text()

    def begin(self, text: str = "") -> None:
        """Start again with ``text``. Unlike after ``clear``, Undo does not bring the earlier text back."""
        self.composition.finish()
        self.setText(text)

    def clear(self) -> None:
        self.composition.finish()
        super().clear()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.composition.takes(event):
            super().inputMethodEvent(self.composition.visible(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.composition.before_key(event)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composition.adopt()
        super().focusOutEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.isAccepted():
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if take_copy(event):
            super().dropEvent(event)
            take_copy(event)
