"""Sends text that is typed while a list or a page has the focus to a text field."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from statusref.widgets.composition import MODIFIERS
from statusref.widgets.text_field import TextField

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class TypingRelay(QObject):
    """A key with a character moves the focus to ``field`` and replaces its text. ``view`` keeps the space key.

    While an input method composes a syllable, the focus must not move: that would end the composition, and Qt cannot
    send the key to the input method again. So ``view`` keeps the focus while ``field`` shows the syllable, and the
    first key that the input method does not take moves the focus.
    """

    def __init__(self, view: QWidget, field: TextField) -> None:
        super().__init__(view)
        self._view = view
        self._field = field
        self._composes = False
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event:
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress:
                return self._pass_key(event)
            case QInputMethodEvent():
                self._pass_composition(event)
                return True
            case _ if event.type() == QEvent.Type.InputMethodQuery:
                QCoreApplication.sendEvent(self._field, event)
                return True
            case _ if event.type() == QEvent.Type.FocusOut and self._composes:
                self._composes = False
                self._field.composition.adopt()
        return False

    def _pass_key(self, event: QKeyEvent) -> bool:
        continues = self._composes
        if event.key() in MODIFIERS or not (continues or _types(event)):
            return False
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if not continues:
            self._field.selectAll()
        QCoreApplication.sendEvent(self._field, event)
        return True

    def _pass_composition(self, event: QInputMethodEvent) -> None:
        if not self._composes:
            if not event.preeditString() and not event.commitString():
                return
            if not self._field.composition.is_repeated(event):
                self._field.selectAll()
                self._composes = True
        QCoreApplication.sendEvent(self._field, event)


def _types(event: QKeyEvent) -> bool:
    text = event.text()
    return text.isprintable() and bool(text.strip()) and not event.modifiers() & _COMMANDS
