"""The settings page. Every setting takes effect at once."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from statusref.domain.links import EXPORT, SHOW_KEYS, Link, page_link
from statusref.domain.text import Language
from statusref.settings.options import TEXT_SIZES, Appearance, Closing, CopyFormat, FontChoice
from statusref.settings.settings import Settings
from statusref.system.keys import key_name
from statusref.theme.fonts import FAMILY, TextStyle
from statusref.theme.theme import Theme
from statusref.views.localizer import Localizer
from statusref.views.page_context import PageContext, Preferences
from statusref.views.window_page import WindowPage
from statusref.widgets.choice_row import ChoiceRow
from statusref.widgets.column import Column
from statusref.widgets.panel import Panel
from statusref.widgets.scroll_bars import SlimScrollBars
from statusref.widgets.selectable_label import SelectableLabel
from statusref.widgets.text_button import TextButton
from statusref.widgets.themed_label import ThemedLabel
from statusref.widgets.titled_box import TitledBox

_LANGUAGES = tuple(Language)
_APPEARANCES = tuple(Appearance)
_FONTS = tuple(FontChoice)
_FORMATS = tuple(CopyFormat)
_CLOSINGS = tuple(Closing)


class SettingsPage(WindowPage):
    """Shows the common settings in groups, and ``sections`` with the settings of other rooms."""

    def __init__(
        self,
        theme: Theme,
        localizer: Localizer,
        settings: Settings,
        preferences: Preferences,
        data_file: Path,
        sections: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self._theme = theme
        self._localizer = localizer
        self._settings = settings
        self._preferences = preferences
        self._data_file = data_file
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._make_body(sections))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._appearance.chosen.connect(self._on_appearance)
        self._language.chosen.connect(self._on_language)
        self._font.chosen.connect(self._on_font)
        self._size.chosen.connect(self._on_size)
        self._copy.chosen.connect(self._on_copy)
        self._closing.chosen.connect(self._on_closing)
        self._export_button.clicked.connect(lambda: self.link_activated.emit(EXPORT))
        self._keys_button.clicked.connect(lambda: self.link_activated.emit(SHOW_KEYS))
        self._about_button.clicked.connect(lambda: self.link_activated.emit(page_link("about")))
        SlimScrollBars(theme, self._scroll)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        localizer.changed.connect(self.retranslate)
        self.retranslate()
        preferences.changed.connect(self._show_choices)
        self._show_choices()

    @classmethod
    def make(cls, context: PageContext) -> "SettingsPage":
        from statusref.views.study.study_settings import StudySettings  # noqa: PLC0415 - only this page loads study

        study = context.study().study
        rows = StudySettings(context.theme, context.localizer, study)
        rows.chosen.connect(study.save_options)
        return cls(context.theme, context.localizer, context.settings, context.preferences, context.data_file, (rows,))

    def _make_body(self, sections: Sequence[QWidget]) -> QWidget:
        theme = self._theme
        body = Panel(theme, "surface")
        self._title = ThemedLabel(theme, TextStyle.PHRASE)
        self._appearance = ChoiceRow(theme, len(_APPEARANCES), body)
        self._language = ChoiceRow(theme, len(_LANGUAGES), body)
        self._font = ChoiceRow(theme, len(_FONTS), body)
        self._size = ChoiceRow(theme, len(TEXT_SIZES), body)
        self._copy = ChoiceRow(theme, len(_FORMATS), body)
        self._closing = ChoiceRow(theme, len(_CLOSINGS), body)
        self._data = SelectableLabel(theme, body)
        self._export_button = TextButton(theme, body)
        self._keys_button = TextButton(theme, body)
        self._about_button = TextButton(theme, body)
        self._look, self._use, self._rest = (TitledBox(theme) for _ in range(3))
        for row in (self._appearance, self._language, self._font, self._size):
            self._look.inner.addWidget(row)
        for row in (self._copy, self._closing):
            self._use.inner.addWidget(row)
        self._rest.inner.addWidget(self._data)
        self._rest.inner.addSpacing(12)
        for button in (self._export_button, self._keys_button, self._about_button):
            self._rest.inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._rest.inner.addSpacing(16)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(40, 24, 40, 40)
        column.setSpacing(16)
        for widget in (self._title, self._look, self._use, *sections, self._rest):
            column.addWidget(widget)
        column.addStretch(1)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Column(theme, content))
        return body

    @property
    def location(self) -> Link:
        return page_link("settings")

    @property
    def title(self) -> str:
        return self._localizer.text("page.settings")

    def take_focus(self) -> None:
        self._appearance.take_focus()

    @Slot()
    def _show_choices(self) -> None:
        self._appearance.choose(_APPEARANCES.index(self._settings.appearance))
        self._language.choose(_LANGUAGES.index(self._localizer.language))
        self._font.choose(_FONTS.index(self._settings.font))
        self._size.choose(TEXT_SIZES.index(self._settings.text_size))
        self._copy.choose(_FORMATS.index(self._settings.copy_format))
        self._closing.choose(_CLOSINGS.index(self._settings.closing))

    @Slot()
    def retranslate(self) -> None:
        text = self._localizer.text
        self._title.setText(text("page.settings"))
        for box, name in ((self._look, "look"), (self._use, "use"), (self._rest, "rest")):
            box.title.setText(text(f"settings.group.{name}"))
        self._appearance.describe(
            text("settings.appearance"),
            text("settings.appearance.about"),
            (
                text("appearance.system"),
                text("appearance.light"),
                text("appearance.dark"),
            ),
        )
        self._language.describe(
            text("settings.language"),
            text("settings.language.about"),
            ("한국어", "English"),
        )
        self._font.describe(
            text("settings.font"),
            text("settings.font.about"),
            (FAMILY, text("settings.font.system")),
        )
        self._size.describe(
            text("settings.size"),
            text(
                "settings.size.about",
                larger=key_name("Ctrl++"),
                smaller=key_name("Ctrl+−"),
                normal=key_name("Ctrl+0"),
            ),
            tuple(f"{size} %" for size in TEXT_SIZES),
        )
        self._copy.describe(
            text("settings.copy"),
            "",
            ("404 Not Found", "404", "404 찾을 수 없음", "404 Not Found (찾을 수 없음)"),
        )
        self._closing.describe(
            text("settings.closing"),
            text("settings.closing.about"),
            (text("settings.closing.quit"), text("settings.closing.stay")),
        )
        self._data.setText(text("settings.data", path=self._data_file))
        self._export_button.describe(text("export.title"), "down", text("settings.show"), "Ctrl+S")
        self._keys_button.describe(text("settings.keys"), "keyboard", text("settings.show"), "F1")
        self._about_button.describe(text("page.about"), "info", text("settings.show"), "Shift+F1")

    @Slot(int)
    def _on_appearance(self, position: int) -> None:
        self._preferences.use_appearance(_APPEARANCES[position])

    @Slot(int)
    def _on_language(self, position: int) -> None:
        self._preferences.use_language(_LANGUAGES[position])

    @Slot(int)
    def _on_font(self, position: int) -> None:
        self._preferences.use_font(_FONTS[position])

    @Slot(int)
    def _on_size(self, position: int) -> None:
        self._preferences.use_text_size(TEXT_SIZES[position])

    @Slot(int)
    def _on_copy(self, position: int) -> None:
        self._preferences.use_copy_format(_FORMATS[position])

    @Slot(int)
    def _on_closing(self, position: int) -> None:
        self._preferences.use_closing(_CLOSINGS[position])

    @Slot()
    def _on_theme_changed(self) -> None:
        palette = self._theme.palette()
        self._scroll.setPalette(palette)
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color("text2"))
        self._data.setFont(self._theme.font(TextStyle.ROW_KOREAN))
        self._data.setPalette(palette)
