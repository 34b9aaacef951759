"""What stands above the lab: whether it runs and where, starting and stopping it, and what can be done with it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.lab.lab_process import LabState
from statusref.views.localizer import Localizer
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.framed_field import FramedField
from statusref.widgets.panel import Panel
from statusref.widgets.push_button import PushButton
from statusref.widgets.themed_label import ThemedLabel

_PORT_WIDTH = 150


class LabBar(Panel):
    """``switch`` starts or stops, ``send`` sends what the form asks for, ``save`` saves what was exchanged.

    ``form`` and ``matrix`` show the form, and what a client does with redirects.
    """

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", (Qt.Edge.BottomEdge,), parent)
        self._localizer = localizer
        self._state = LabState.STOPPED
        self._url = ""
        self.switch = PushButton(theme, primary=True)
        self.port = FramedField(theme, height=40, margin=10, radius=8)
        self.send = PushButton(theme)
        self.form = PushButton(theme)
        self.matrix = PushButton(theme)
        self.save = PushButton(theme)
        self._where = ThemedLabel(theme, TextStyle.ROW_PHRASE, wraps=True)
        self._sentence = ThemedLabel(theme, TextStyle.SMALL, "text2", wraps=True)
        self._sentence.hide()
        row = FlowLayout(gap=8)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.switch, self.port, self.send, self.form, self.matrix, self.save):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._where)
        layout.addWidget(self._sentence)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def sentence(self) -> str:
        """What is told; empty if nothing is."""
        return self._sentence.text()

    @property
    def where(self) -> str:
        """What is said about where the lab listens."""
        return self._where.text()

    def tell(self, text: str) -> None:
        """Show a sentence; an empty one hides the last."""
        self._sentence.setText(text)
        self._sentence.setVisible(bool(text))

    def show_state(self, state: LabState, url: str) -> None:
        self._state, self._url = state, url
        self.port.setVisible(state is LabState.STOPPED)
        self.send.setEnabled(state is LabState.RUNNING)
        self.retranslate()

    def show_saving(self, *, possible: bool) -> None:
        self.save.setEnabled(possible)

    @Slot()
    def retranslate(self) -> None:
        text, state = self._localizer.text, self._state
        stops = state is not LabState.STOPPED
        self.switch.describe(*((text("lab.stop"), "Shift+F5") if stops else (text("lab.start"), "F5")))
        self.port.setPlaceholderText(text("lab.port"))
        self.port.setAccessibleName(text("lab.port"))
        self.send.describe(text("lab.send"), "Ctrl+Return", text("lab.send.about"))
        self.form.describe(text("lab.form"))
        self.matrix.describe(text("lab.table"), about=text("lab.title.matrix"))
        self.save.describe(text("lab.save"), about=text("lab.save.about"))
        self._where.setText(text(f"lab.state.{state.name.lower()}", url=self._url))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.port.setFixedWidth(self._theme.px(_PORT_WIDTH))
