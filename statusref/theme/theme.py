"""The current theme: colours, fonts, icons and text size, with a signal for changes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPalette

from statusref.system.kept_file import KeptFile
from statusref.theme.fonts import FAMILY, TextStyle, make_font
from statusref.theme.icons import IconSet
from statusref.theme.tokens import LIGHT, Tokens, color

_ICON_SIDE = 20
"""The largest side that an icon is painted with, in pixels at 100 %."""


class Theme(QObject):
    """What widgets need to paint themselves. Widgets keep a reference to it and repaint on ``changed``."""

    changed = Signal()

    def __init__(
        self, icon_folder: Path, tokens: Tokens = LIGHT, parent: QObject | None = None, kept: KeptFile | None = None
    ) -> None:
        """Icons that an earlier start has drawn are taken from ``kept``, see ``kept_icons``."""
        super().__init__(parent)
        self.icons = IconSet(icon_folder, kept)
        self._tokens = tokens
        self._family: str | None = FAMILY
        self._factor = 1.0
        self._fonts: dict[TextStyle, QFont] = {}
        self._metrics: dict[TextStyle, QFontMetrics] = {}

    @property
    def tokens(self) -> Tokens:
        """The current colours."""
        return self._tokens

    def apply(self, *, tokens: Tokens | None = None, bundled: bool | None = None, factor: float | None = None) -> None:
        """Set what is given, and emit ``changed`` once if anything changed. A text size ``factor`` of 1.0 is 100 %."""
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
        """Return the font of a text style at the current text size."""
        font = self._fonts.get(style)
        if font is None:
            font = self._fonts[style] = make_font(style.value, self._family, self._factor)
        return font

    def metrics(self, style: TextStyle) -> QFontMetrics:
        """Return the metrics of a text style's font."""
        metrics = self._metrics.get(style)
        if metrics is None:
            metrics = self._metrics[style] = QFontMetrics(self.font(style))
        return metrics

    def px(self, measure: float) -> int:
        """Return a length at the current text size, in whole pixels. ``measure`` is the length in pixels at 100 %."""
        return round(measure * self._factor)

    def color(self, name: str) -> QColor:
        """Return the colour of a plain token such as ``text2``."""
        return color(getattr(self._tokens, name))

    def icon(self, name: str, colour: str = "text2") -> QIcon:
        """Return an icon in the colour of a plain token."""
        return self.icons.icon(name, getattr(self._tokens, colour), self.px(_ICON_SIDE))

    def palette(self) -> QPalette:
        """Return the colours as a palette, for the standard widgets."""
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
