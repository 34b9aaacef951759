"""The bar at the top: back and forward, the search field, bookmarks, settings."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from statusref.system.keys import key_name
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.widgets.icon_button import IconButton
from statusref.widgets.panel import Panel
from statusref.widgets.search_field import SearchField


class TopBar(Panel):
    """Only holds the controls; the window connects them."""

    def __init__(self, theme: Theme, localizer: Localizer, parent: QWidget | None = None) -> None:
        super().__init__(theme, "background", (Qt.Edge.BottomEdge,), parent)
        self._localizer = localizer
        self.back = IconButton(theme, "back", parent=self)
        self.forward = IconButton(theme, "forward", parent=self)
        self.field = SearchField(theme, self)
        self.bookmarks = IconButton(theme, "star", checked_icon="star-filled", parent=self)
        self.settings = IconButton(theme, "settings", parent=self)
        self.settings.setCheckable(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.setSpacing(4)
        layout.addWidget(self.back)
        layout.addWidget(self.forward)
        layout.addSpacing(2)
        layout.addWidget(self.field, 1)
        layout.addSpacing(4)
        layout.addWidget(self.bookmarks)
        layout.addWidget(self.settings)
        self._on_size_changed()
        theme.changed.connect(self._on_size_changed)
        localizer.changed.connect(self.retranslate)
        self.retranslate()

    def show_page(self, page: str) -> None:
        """Mark the button of the page that is shown, as the rail marks its own."""
        self.settings.setChecked(page == "settings")

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self.back.describe(text("top.back"), "Alt+Left")
        self.forward.describe(text("top.forward"), "Alt+Right")
        self.bookmarks.describe(text("top.bookmarks"), "Ctrl+B")
        self.settings.describe(text("page.settings"), "Ctrl+,")
        self.field.describe(
            text("top.search"),
            text("top.search.hint"),
            text("top.search.clear"),
            key_name("Ctrl+K").replace("+", " "),
        )

    @Slot()
    def _on_size_changed(self) -> None:
        self.setFixedHeight(self._theme.px(56))
