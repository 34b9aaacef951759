"""What an input method is composing in a text field, so that all of it gets into the text, and once."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}
"""Keys that leave what is being composed alone."""


class Composition(QObject):
    """Belongs to one text field, which tells it of input method events, of keys, and of losing the focus.

    When a key or a click ends an unfinished syllable, some input methods commit it in time. Others (fcitx5 through
    ibus) first let the key act or the focus go and commit a moment later, to whatever has the focus then; Qt takes the
    syllable out of the field meanwhile. So the syllable is put into the text here, before the key acts or the focus is
    gone, and when the same text is committed afterwards it is not taken a second time.

    ``dropped`` tells that what was being composed is gone without having become text.
    """

    dropped = Signal()

    # Of all fields together: the late commit comes to the field that has the focus by then.
    _adopted: ClassVar[str] = ""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._preedit = ""
        self._taken_out = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(0)
        self._wait.timeout.connect(self._on_waited)

    @property
    def text(self) -> str:
        """The unfinished syllable (of other languages, it may be a whole sentence)."""
        return self._preedit or self._taken_out

    def is_repeated(self, event: QInputMethodEvent) -> bool:
        """Whether an event commits only what was put into the text already."""
        return bool(self._adopted) and event.commitString() == self._adopted and not event.preeditString()

    def takes(self, event: QInputMethodEvent) -> bool:
        """Take note of an input method event. False if the field must not act on it, because it did already."""
        if self.is_repeated(event):
            Composition._adopted = ""
            return False
        preedit = event.preeditString()
        if preedit or event.commitString():
            Composition._adopted = self._taken_out = ""
        elif self._preedit:
            # Either the user took the syllable back, or Qt did because the focus is about to go: that is known when
            # everything that belongs to this moment has happened.
            self._taken_out = self._preedit
            self._wait.start()
        self._preedit = preedit
        return True

    def before_key(self, event: QKeyEvent) -> None:
        """Call this before a key acts. The input method has let the key through, so what was composed is finished."""
        if event.key() not in MODIFIERS:
            self.finish()

    def finish(self) -> None:
        """Put what is being composed into the text and tell the input method so."""
        if self.text:
            QGuiApplication.inputMethod().commit()
            self.adopt()

    def adopt(self) -> None:
        """Put what is being composed into the text. Call this when the focus has gone."""
        text = self.text
        if text:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QCoreApplication.sendEvent(self._field, event)
            Composition._adopted = text

    def forget(self) -> None:
        """Nothing is being composed any more: the text was replaced."""
        self._preedit = self._taken_out = ""

    @Slot()
    def _on_waited(self) -> None:
        if self._taken_out:
            self._taken_out = ""
            self.dropped.emit()
