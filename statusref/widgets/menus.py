"""How menus look. Qt's own have no edge that can be seen on a dark window, and no room around their rows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme

if TYPE_CHECKING:
    # PySide makes the type when a menu is first made.
    from PySide6.QtWidgets import QMenu


def dress(menu: "QMenu", theme: Theme) -> None:
    """Give a menu the colours, the font and the measures of now."""
    menu.setFont(theme.font(TextStyle.CONTROL))
    menu.setStyleSheet(style_sheet(theme))


def style_sheet(theme: Theme) -> str:
    """Return the look of menus. Set on a widget, it is that of the menus that Qt makes for the widget."""
    tokens, px = theme.tokens, theme.px
    room = f"{px(6)}px {px(24)}px {px(6)}px {px(14)}px"
    return f"""
        QMenu {{ background: {tokens.surface}; border: 1px solid {tokens.scroll}; padding: {px(5)}px; }}
        QMenu::item {{ color: {tokens.text1}; padding: {room}; border-radius: 6px; min-width: {px(150)}px; }}
        QMenu::item:selected {{ background: {tokens.selection}; }}
        QMenu::item:disabled {{ color: {tokens.text3}; background: transparent; }}
        QMenu::icon {{ padding-left: {px(8)}px; }}
        QMenu::separator {{ background: {tokens.line}; height: 1px; margin: {px(5)}px {px(8)}px; }}
    """


def show_menu(menu: "QMenu", theme: Theme, place: QPoint) -> None:
    """Show a menu at ``place`` (screen coordinates). It throws itself away when it closes."""
    dress(menu, theme)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
