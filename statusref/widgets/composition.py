"""Makes sure that text which an input method composes in a field is inserted exactly once."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QTextCharFormat
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
"""Keys that do not end a composition."""


class Composition(QObject):
    """Belongs to one text field, which calls it for input method events, before keys, and when it loses the focus.

    If a key or a click comes while a syllable is composed, most input methods commit the syllable first. fcitx5 behind
    ibus does not: the key acts or the focus moves, Qt removes the syllable from the field, and the commit arrives a
    moment later at the widget that has the focus then. So this class inserts the syllable itself, before the key acts
    or when the focus is lost, and ignores a commit of the same text that arrives afterwards.

    ``dropped`` is emitted when a syllable was removed without becoming text, as by Backspace.
    """

    dropped = Signal()

    # The text that was inserted early. All fields share it, because the late commit may arrive at another field.
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
        """The text that is being composed: in Korean a syllable, in other languages up to a sentence."""
        return self._preedit or self._taken_out

    def is_repeated(self, event: QInputMethodEvent) -> bool:
        """Whether an event is the late commit of text that was inserted already."""
        return bool(self._adopted) and event.commitString() == self._adopted and not event.preeditString()

    def takes(self, event: QInputMethodEvent) -> bool:
        """Remember the text that an event composes. Return False for a late commit, which the field must ignore."""
        if self.is_repeated(event):
            Composition._adopted = ""
            return False
        preedit = event.preeditString()
        if preedit or event.commitString():
            Composition._adopted = self._taken_out = ""
        elif self._preedit:
            # Either the user deleted the syllable, or Qt removed it because the focus is about to move. In the second
            # case the focus moves before the timer runs.
            self._taken_out = self._preedit
            self._wait.start()
        self._preedit = preedit
        return True

    def visible(self, event: QInputMethodEvent) -> QInputMethodEvent:
        """Return the event with the composed text underlined, in the colours of the field.

        Input methods send colours of their own, such as black without a background, which cannot be read on a dark
        field. Only a part that they mark with a background (a clause that is being converted) gets one, in our colour.
        """
        of_text, none = QInputMethodEvent.AttributeType.TextFormat, Qt.BrushStyle.NoBrush
        length = len(event.preeditString())
        kept = [one for one in event.attributes() if one.type != of_text]
        formats = [one for one in event.attributes() if one.type == of_text]
        marked = [one for one in formats if one.length < length and one.value.background().style() != none]
        palette = self._field.palette()
        whole = QTextCharFormat()
        whole.setForeground(palette.text())
        whole.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        clause = QTextCharFormat(whole)
        clause.setBackground(palette.highlight())
        clause.setForeground(palette.highlightedText())
        shown = QInputMethodEvent(
            event.preeditString(),
            [
                *kept,
                QInputMethodEvent.Attribute(of_text, 0, length, whole),
                *(QInputMethodEvent.Attribute(of_text, one.start, one.length, clause) for one in marked),
            ],
        )
        shown.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength())
        return shown

    def before_key(self, event: QKeyEvent) -> None:
        """The field calls this before a key acts: a key that the input method does not take ends the composition."""
        if event.key() not in MODIFIERS:
            self.finish()

    def finish(self) -> None:
        """Insert the composed text, and end the composition in the input method, too."""
        if self.text:
            QGuiApplication.inputMethod().commit()
            self.adopt()

    def adopt(self) -> None:
        """Insert the composed text. The field calls this when it loses the focus."""
        text = self.text
        if text:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QCoreApplication.sendEvent(self._field, event)
            Composition._adopted = text

    def forget(self) -> None:
        """Forget the composed text. The field calls this when its text was replaced."""
        self._preedit = self._taken_out = ""

    @Slot()
    def _on_waited(self) -> None:
        if self._taken_out:
            self._taken_out = ""
            self.dropped.emit()
