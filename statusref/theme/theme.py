"""The theme in force: tokens, fonts and text size, and the signal that one of them changed."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPalette

from statusref.theme.fonts import FAMILY, TextStyle, make_font
from statusref.theme.icons import IconSet
from statusref.theme.tokens import LIGHT, Tokens, color


class Theme(QObject):
    """Everything a widget needs to paint itself. Widgets hold it and repaint on ``changed``."""

    changed = Signal()

    def __init__(self, icon_folder: Path, tokens: Tokens = LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = IconSet(icon_folder)
        self._tokens = tokens
        self._family: str | None = FAMILY
        self._factor = 1.0
        self._fonts: dict[TextStyle, QFont] = {}
        self._metrics: dict[TextStyle, QFontMetrics] = {}

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def factor(self) -> float:
        """The text size: 1.0 is 100 %."""
        return self._factor

    def apply(self, *, tokens: Tokens | None = None, bundled: bool | None = None, factor: float | None = None) -> None:
        """Change what is given and emit ``changed`` once if that made a difference."""
        before = (self._tokens, self._family, self._factor)
        if tokens is not None:
            self._tokens = tokens
        if bundled is not None:
            self._family = FAMILY if bundled else None
        if factor is not None:
            self._factor = factor
        if before != (self._tokens, self._family, self._factor):
            self._fonts.clear()
            self._metrics.clear()
            self.changed.emit()

    def font(self, style: TextStyle) -> QFont:
        """The font of a text style at the text size in force."""
        font = self._fonts.get(style)
        if font is None:
            font = self._fonts[style] = make_font(style.value, self._family, self._factor)
        return font

    def metrics(self, style: TextStyle) -> QFontMetrics:
        """The measures of a text style's font."""
        metrics = self._metrics.get(style)
        if metrics is None:
            metrics = self._metrics[style] = QFontMetrics(self.font(style))
        return metrics

    def px(self, measure: float) -> int:
        """A measure of the design in whole pixels at the text size in force."""
        return round(measure * self._factor)

    def color(self, name: str) -> QColor:
        """The QColor of a plain token such as ``text2``."""
        return color(getattr(self._tokens, name))

    def icon(self, name: str, colour: str = "text2") -> QIcon:
        """An icon drawn in the colour token ``colour``."""
        return self._icons.icon(name, getattr(self._tokens, colour))

    def palette(self) -> QPalette:
        """The tokens as a palette, for the standard controls that paint themselves."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, name in {
            roles.Window: "surface",
            roles.WindowText: "text1",
            roles.Base: "surface",
            roles.AlternateBase: "background",
            roles.Text: "text1",
            roles.PlaceholderText: "text3",
            roles.Button: "background",
            roles.ButtonText: "text1",
            roles.BrightText: "on_accent",
            roles.ToolTipBase: "surface",
            roles.ToolTipText: "text1",
            roles.Highlight: "accent",
            roles.HighlightedText: "on_accent",
            roles.Link: "accent",
            roles.LinkVisited: "accent",
            roles.Light: "surface",
            roles.Midlight: "line",
            roles.Mid: "line",
            roles.Dark: "text3",
            roles.Shadow: "line",
            roles.Accent: "accent",
        }.items():
            palette.setColor(role, self.color(name))
        disabled = QPalette.ColorGroup.Disabled
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(disabled, role, self.color("text3"))
        return palette
