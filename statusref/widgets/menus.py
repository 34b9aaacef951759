"""How menus look. Qt's own menus have no visible edge on a dark window and no space around their rows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from statusref.theme.fonts import TextStyle
from statusref.theme.theme import Theme

if TYPE_CHECKING:
    # Not imported at run time: PySide prepares the type only when the first menu is made.
    from PySide6.QtWidgets import QMenu


def dress(menu: "QMenu", theme: Theme) -> None:
    """Give a menu the colours, the font and the sizes of the current theme."""
    menu.setFont(theme.font(TextStyle.CONTROL))
    menu.setStyleSheet(style_sheet(theme))


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of menus. Set on a widget, it styles the menus that Qt makes for that widget."""
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
    """Show a menu at ``place`` (screen coordinates). It is deleted when it closes."""
    dress(menu, theme)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
