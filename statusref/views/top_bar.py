"""The bar at the top: back and forward, the search field, bookmarks, settings."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from statusref.theme.theme import Theme
from statusref.widgets.icon_button import IconButton
from statusref.widgets.panel import Panel
from statusref.widgets.search_field import SearchField


class TopBar(Panel):
    """Holds the controls; the owner connects them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "background", (Qt.Edge.BottomEdge,), parent)
        self.back = IconButton(theme, "back", parent=self)
        self.forward = IconButton(theme, "forward", parent=self)
        self.field = SearchField(theme, self)
        self.bookmarks = IconButton(theme, "star", checked_icon="star-filled", parent=self)
        self.settings = IconButton(theme, "settings", parent=self)
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
        self.retranslate()

    def retranslate(self) -> None:
        self.back.describe(self.tr("Back"), "Alt+←")
        self.forward.describe(self.tr("Forward"), "Alt+→")
        self.bookmarks.describe(self.tr("Bookmarks only"), "Ctrl+B")
        self.settings.describe(self.tr("Settings"), "Ctrl+,")
        self.field.describe(
            self.tr("Search"),
            self.tr("404 · not found · ㅊㅇ · Retry-After · 4xx · paste a log…"),
            self.tr("Clear"),
            "Ctrl K",
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _on_size_changed(self) -> None:
        self.setFixedHeight(self._theme.px(56))
