"""What the page that compares shows while nothing is pinned: how to pin, and what is usually compared."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from statusref.system.keys import key_name
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.column import Column
from statusref.widgets.flow_layout import FlowLayout
from statusref.widgets.panel import Panel
from statusref.widgets.push_button import PushButton
from statusref.widgets.scroll_bars import SlimScrollBars
from statusref.widgets.themed_label import ThemedLabel


class EmptyPart(QScrollArea):
    """``chosen`` carries the ids of a usual comparison."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        usual: Sequence[tuple[str, Sequence[str]]],
        parent: QWidget | None = None,
    ) -> None:
        """``usual`` has title and ids of each usual comparison."""
        super().__init__(parent)
        self._localizer = localizer
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._about = ThemedLabel(theme, TextStyle.BODY, wraps=True)
        self._title = ThemedLabel(theme, TextStyle.LABEL, "text3")
        if not usual:  # their file is damaged
            self._title.hide()
        self._buttons = [(PushButton(theme), title) for title, _ in usual]
        row = FlowLayout(gap=8)
        for (button, _), (_, ids) in zip(self._buttons, usual, strict=True):
            button.clicked.connect(partial(self.chosen.emit, ids))
            row.addWidget(button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 28, 24, 28)
        column.setSpacing(12)
        column.addWidget(self._about)
        column.addSpacing(8)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addStretch(1)
        body = Panel(theme, "surface")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Column(theme, content))
        self.setWidget(body)
        SlimScrollBars(theme, self)
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    def follow_in_tab_order(self, before: QWidget) -> None:
        """Have Tab lead from ``before`` to the first button, and on."""
        for button, _ in self._buttons:
            self.setTabOrder(before, button)
            before = button

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self._about.setText(text("compare.empty", keys=key_name("Ctrl+Shift+P")))
        self._title.setText(text("compare.usual"))
        for button, title in self._buttons:
            button.describe(title, about=text("note.compare"))
