"""What input methods send, as Qt passes it on."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    """Send an unfinished syllable, or text that is finished, or both."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


class LateCommitter(QObject):
    """Does what Qt does with fcitx5 behind ibus: as the focus is about to go, the syllable is taken out of the field.

    ``commit`` then sends it to whatever has the focus, as fcitx5 does a moment later.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusAboutToChange and isinstance(watched, QWidget):
            compose(watched, "")
        return False

    @staticmethod
    def commit(text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        compose(focused, "", commit=text)
