"""The line at the bottom: how many entries match, how old the data is, language and appearance."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from statusref.domain.text import Language
from statusref.settings.options import Appearance
from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.status_text import StatusText
from statusref.widgets.panel import Panel
from statusref.widgets.text_button import TextButton

_ICONS = {Appearance.SYSTEM: "system", Appearance.LIGHT: "light", Appearance.DARK: "dark"}


class StatusLine(Panel):
    """Language and appearance are buttons; each click goes to the next choice.

    ``said`` carries what just happened, but for what is counted, which changes with every key.
    """

    language_stepped = Signal()
    appearance_stepped = Signal()
    said = Signal(str)

    def __init__(self, theme: Theme, localizer: Localizer, updated: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "background", (Qt.Edge.TopEdge,), parent)
        self._localizer = localizer
        self._updated = updated
        self._counted = "status.count"
        self._count = 0
        self._shows_count = True
        self._language = Language.ENGLISH
        self._appearance = Appearance.SYSTEM
        self._said = StatusText(self)
        self._said.height_changed.connect(self._fit_height)
        self._data = QLabel(self)
        self._language_button = TextButton(theme, self)
        self._appearance_button = TextButton(theme, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 1, 10, 0)
        layout.setSpacing(12)
        layout.addWidget(self._said, 1)
        layout.addWidget(self._data)
        layout.addWidget(self._language_button)
        layout.addWidget(self._appearance_button)
        self._language_button.clicked.connect(self.language_stepped)
        self._appearance_button.clicked.connect(self.appearance_stepped)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    @Slot(str, int)
    def show_count(self, key: str, count: int) -> None:
        self._counted, self._count = key, count
        self._say_count()

    def count_rows(self, *, shown: bool) -> None:
        """Say how many rows the list has while it is ``shown``, and nothing while another page is."""
        if shown != self._shows_count:
            self._shows_count = shown
            self._say_count()

    def _say_count(self) -> None:
        self._show(self._localizer.count(self._counted, self._count) if self._shows_count else "")

    def show_message(self, text: str) -> None:
        """Say what just happened."""
        self._show(text)
        self.said.emit(text)

    def _show(self, text: str) -> None:
        self._said.say(text)

    def show_choices(self, language: Language, appearance: Appearance) -> None:
        """Name the language and the appearance on the buttons."""
        self._language = language
        self._appearance = appearance
        self.retranslate()

    def follow_in_tab_order(self, widget: QWidget) -> None:
        """Put the buttons right after ``widget`` in the tab order."""
        QWidget.setTabOrder(widget, self._language_button)
        QWidget.setTabOrder(self._language_button, self._appearance_button)

    def set_compact(self, *, compact: bool) -> None:
        """Hide the date of the data if there is no room for it."""
        self._data.setVisible(not compact)

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.show_count(self._counted, self._count)
        self._data.setText(text("status.registry", date=self._updated))
        korean = self._language is Language.KOREAN
        self._language_button.describe("한국어" if korean else "English", None, text("status.language"), "Ctrl+L")
        names = {
            Appearance.SYSTEM: text("appearance.system"),
            Appearance.LIGHT: text("appearance.light"),
            Appearance.DARK: text("appearance.dark"),
        }
        icon = _ICONS[self._appearance]
        self._appearance_button.describe(names[self._appearance], icon, text("status.appearance"), "Ctrl+Shift+L")

    @Slot()
    def _on_theme_changed(self) -> None:
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color("text2"))
        for label in (self._said, self._data):
            label.setFont(self._theme.font(TextStyle.SMALL))
            label.setPalette(palette)
        self._said.fit()
        self._fit_height()

    @Slot()
    def _fit_height(self) -> None:
        self.setFixedHeight(self._theme.px(30) + self._said.extra_height)
