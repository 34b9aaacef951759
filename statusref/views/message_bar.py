"""A bar with messages that stay until the user dismisses them."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.painting import fill
from statusref.theme.theme import Theme
from statusref.theme.tokens import Tone, color
from statusref.views.localizer import Localizer
from statusref.widgets.icon_button import IconButton
from statusref.widgets.selectable_label import SelectableLabel


class MessageBar(QWidget):
    """Hidden while there is no message. A new message is added below the others, or replaces that on its subject.

    ``told`` carries it.
    """

    told = Signal(str)

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._localizer = localizer
        self._messages: dict[str, str] = {}
        self._label = SelectableLabel(theme, self)
        self._close = IconButton(theme, "close", parent=self)
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 6, 10, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        localizer.changed.connect(self.retranslate)
        self.retranslate()
        self.hide()

    def tell(self, text: str, about: str = "") -> None:
        """Show a message. Without a subject (``about``) it stands for itself and is added once only."""
        self._messages[about or text] = text
        self._show()
        self.told.emit(text)

    def withdraw(self, about: str) -> None:
        """Take away the message on a subject, which holds no more."""
        if self._messages.pop(about, None) is not None:
            self._show()

    def _show(self) -> None:
        self._label.setText("\n".join(self._messages.values()))
        self._label.setAccessibleName(self._label.text())
        self.setVisible(bool(self._messages))

    @Slot()
    def dismiss(self) -> None:
        """Remove all messages and hide the bar."""
        self._messages.clear()
        self.hide()

    @Slot()
    def retranslate(self) -> None:
        self._close.describe(self._localizer.text("message.dismiss"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, event.rect(), color(self._theme.tokens.tint(Tone.CLIENT_ERROR)))
        fill(painter, QRect(0, 0, 3, self.height()), color(self._theme.tokens.tone(Tone.CLIENT_ERROR)))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._label.setFont(self._theme.font(TextStyle.CONTROL))
        self._label.setPalette(self._theme.palette())
        self.update()
