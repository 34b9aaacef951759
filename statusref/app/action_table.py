"""The table of all actions and their keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from statusref.app.actions import Action
from statusref.app.session import Session
from statusref.models.class_filter import ClassFilter
from statusref.views.main_window import MainWindow
from statusref.views.rail import Page

SEARCH = QT_TRANSLATE_NOOP("Actions", "Search")
READ = QT_TRANSLATE_NOOP("Actions", "Reading")
CODE = QT_TRANSLATE_NOOP("Actions", "The code that is shown")
WINDOW = QT_TRANSLATE_NOOP("Actions", "Window")


def window_actions(window: MainWindow, session: Session, show_keys: Callable[[], None]) -> list[Action]:
    """Make the table for a window."""
    lookup = window.lookup
    filters = [
        Action(SEARCH, meaning, (f"Ctrl+{number}",), partial(lookup.set_filter, choice))
        for number, (choice, meaning) in enumerate(zip(ClassFilter, _FILTERS, strict=True), 1)
    ]
    return [
        Action(SEARCH, QT_TRANSLATE_NOOP("Actions", "Go to the search field"), ("Ctrl+K", "/"), session.focus_search),
        Action(SEARCH, QT_TRANSLATE_NOOP("Actions", "Clear the search, or step back"), ("Esc",), session.escape),
        Action(SEARCH, QT_TRANSLATE_NOOP("Actions", "Move in the list while typing"), ("Up", "Down", "PgUp", "PgDown")),
        Action(SEARCH, QT_TRANSLATE_NOOP("Actions", "Read the selected code"), ("Return",)),
        *filters,
        Action(SEARCH, QT_TRANSLATE_NOOP("Actions", "Bookmarks only"), ("Ctrl+B",), session.toggle_bookmarks_only),
        Action(READ, QT_TRANSLATE_NOOP("Actions", "Back"), ("Alt+Left",), session.back),
        Action(READ, QT_TRANSLATE_NOOP("Actions", "Forward"), ("Alt+Right",), session.forward),
        Action(READ, QT_TRANSLATE_NOOP("Actions", "Next link, open it"), ("Tab", "Return")),
        Action(READ, QT_TRANSLATE_NOOP("Actions", "Find in page"), ("Ctrl+F",), session.find_in_page),
        Action(READ, QT_TRANSLATE_NOOP("Actions", "Next and previous match"), ("F3", "Shift+F3")),
        Action(READ, QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="), session.larger_text),
        Action(READ, QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), session.smaller_text),
        Action(READ, QT_TRANSLATE_NOOP("Actions", "Normal text size"), ("Ctrl+0",), session.normal_text),
        Action(CODE, QT_TRANSLATE_NOOP("Actions", "Copy the selected text, else the code"), ("Ctrl+C",)),
        Action(CODE, QT_TRANSLATE_NOOP("Actions", "Copy the code"), ("Ctrl+Shift+C",), session.copy_code),
        Action(CODE, QT_TRANSLATE_NOOP("Actions", "Bookmark it or not"), ("Ctrl+D",), session.toggle_bookmark),
        Action(CODE, QT_TRANSLATE_NOOP("Actions", "Copy a correction of its page"), ("Ctrl+Shift+E",), session.copy_correction),
        Action(WINDOW, QT_TRANSLATE_NOOP("Actions", "Look up"), ("Alt+1",), partial(session.show_page, Page.LOOKUP)),
        Action(WINDOW, QT_TRANSLATE_NOOP("Actions", "Notes"), ("Alt+2",), partial(session.show_page, Page.NOTES)),
        Action(WINDOW, QT_TRANSLATE_NOOP("Actions", "Settings"), ("Ctrl+,",), partial(session.show_page, Page.SETTINGS)),
        Action(WINDOW, QT_TRANSLATE_NOOP("Actions", "About StatusRef"), ("Shift+F1",), partial(session.show_page, Page.ABOUT)),
        Action(WINDOW, QT_TRANSLATE_NOOP("Actions", "Switch between Korean and English"), ("Ctrl+L",), session.step_language),
        Action(WINDOW, QT_TRANSLATE_NOOP("Actions", "System, light, dark"), ("Ctrl+Shift+L",), session.step_appearance),
        Action(WINDOW, QT_TRANSLATE_NOOP("Actions", "Show these keys"), ("F1",), show_keys),
        Action(WINDOW, QT_TRANSLATE_NOOP("Actions", "Close the window"), ("Ctrl+Q", "Ctrl+W"), _closer(window)),
    ]


_FILTERS = (
    QT_TRANSLATE_NOOP("Actions", "All classes"),
    QT_TRANSLATE_NOOP("Actions", "Essential codes"),
    QT_TRANSLATE_NOOP("Actions", "1xx only"),
    QT_TRANSLATE_NOOP("Actions", "2xx only"),
    QT_TRANSLATE_NOOP("Actions", "3xx only"),
    QT_TRANSLATE_NOOP("Actions", "4xx only"),
    QT_TRANSLATE_NOOP("Actions", "5xx only"),
    QT_TRANSLATE_NOOP("Actions", "Unofficial only"),
)


def _closer(window: MainWindow) -> Callable[[], None]:
    def close() -> None:
        window.close()

    return close
