"""Makes sure that what an input method composes in a text field gets into the text exactly once."""

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
    """Belongs to one text field, which calls it for input method events, for keys and when it loses the focus.

    When a key or a click ends an unfinished syllable, most input methods commit the syllable first. fcitx5 behind ibus
    does not: the key acts or the focus moves, Qt removes the syllable from the field, and the commit arrives a moment
    later at the widget that has the focus by then. So the syllable is put into the text here, before the key acts or
    when the focus is lost, and a commit of the same text that arrives afterwards is ignored.

    ``dropped`` is emitted when a syllable was given up without becoming text.
    """

    dropped = Signal()

    # Shared by all fields: the late commit may arrive at another field.
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
        """What is being composed now: in Korean a syllable, in other languages up to a sentence."""
        return self._preedit or self._taken_out

    def is_repeated(self, event: QInputMethodEvent) -> bool:
        """Whether an event is the late commit of text that is in the field already."""
        return bool(self._adopted) and event.commitString() == self._adopted and not event.preeditString()

    def takes(self, event: QInputMethodEvent) -> bool:
        """Remember what an input method event composes. False if it is a late commit, which the field must ignore."""
        if self.is_repeated(event):
            Composition._adopted = ""
            return False
        preedit = event.preeditString()
        if preedit or event.commitString():
            Composition._adopted = self._taken_out = ""
        elif self._preedit:
            # The user deleted the syllable, or Qt removed it because the focus is about to move. In the second case
            # the focus moves before the event loop runs again.
            self._taken_out = self._preedit
            self._wait.start()
        self._preedit = preedit
        return True

    def visible(self, event: QInputMethodEvent) -> QInputMethodEvent:
        """Return the event with what is being composed underlined, in the colours of the field.

        Input methods bring colours of their own, such as black on nothing, which cannot be seen on a dark field. Only a
        part that they set off from the rest (a clause that is being converted) keeps a background, ours.
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
        """Call this before a key acts: a key that the input method lets through ends the composition."""
        if event.key() not in MODIFIERS:
            self.finish()

    def finish(self) -> None:
        """Put what is being composed into the text, and end the composition in the input method, too."""
        if self.text:
            QGuiApplication.inputMethod().commit()
            self.adopt()

    def adopt(self) -> None:
        """Put what is being composed into the text. Call this when the field has lost the focus."""
        text = self.text
        if text:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QCoreApplication.sendEvent(self._field, event)
            Composition._adopted = text

    def forget(self) -> None:
        """Forget what is being composed, because the text of the field was replaced."""
        self._preedit = self._taken_out = ""

    @Slot()
    def _on_waited(self) -> None:
        if self._taken_out:
            self._taken_out = ""
            self.dropped.emit()
