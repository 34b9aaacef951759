"""The letters and digits that act as keys on the pages of study."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from statusref.search.keyboard_layout import latin_key

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def letter_of(event: QKeyEvent) -> str:
    """Return the letter (``A`` to ``Z``, also where the keyboard types Hangul: ``O`` for ``ㅐ``) or the digit of a key.

    Empty for keys with Ctrl or Alt, and while a key is held down: one press does one thing.
    """
    if event.isAutoRepeat() or event.modifiers() & ~_PLAIN:
        return ""
    return latin_key(event.text()).upper()
