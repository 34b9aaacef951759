"""The table of all actions and their keys."""

from collections.abc import Callable
from functools import partial

from statusref.app.actions import Action
from statusref.app.preferences import Preferences
from statusref.app.session import Session
from statusref.domain.class_filter import ClassFilter
from statusref.pages import LOOKUP
from statusref.views.main_window import MainWindow


def window_actions(
    window: MainWindow, session: Session, preferences: Preferences, show_keys: Callable[[], None]
) -> list[Action]:
    """Make the table for a window."""
    filters = [
        Action("search", f"filter.{choice.value}", (f"Ctrl+{number}",), partial(window.lookup.set_filter, choice))
        for number, choice in enumerate(ClassFilter, 1)
    ]
    return [
        Action("search", "focus", ("Ctrl+K", "/"), session.focus_search),
        Action("search", "escape", ("Esc",), session.escape),
        Action("search", "move", ("Up", "Down", "PgUp", "PgDown")),
        Action("search", "read", ("Return",)),
        *filters,
        Action("search", "bookmarks", ("Ctrl+B",), session.toggle_bookmarks_only),
        Action("read", "back", ("Alt+Left",), session.back),
        Action("read", "forward", ("Alt+Right",), session.forward),
        Action("read", "links", ("Tab", "Return")),
        Action("read", "find", ("Ctrl+F",), session.find_in_page),
        Action("read", "matches", ("F3", "Shift+F3")),
        Action("read", "larger", ("Ctrl++", "Ctrl+="), preferences.larger_text),
        Action("read", "smaller", ("Ctrl+-",), preferences.smaller_text),
        Action("read", "normal", ("Ctrl+0",), preferences.normal_text),
        Action("code", "copy-selection", ("Ctrl+C",)),
        Action("code", "copy", ("Ctrl+Shift+C",), session.copy_code),
        Action("code", "bookmark", ("Ctrl+D",), session.toggle_bookmark),
        Action("code", "correction", ("Ctrl+Shift+E",), session.copy_correction),
        Action("code", "memo", ("Ctrl+M",), session.edit_memo),
        Action("study", "reveal", ("Space", "Return")),
        Action("study", "rate", ("1", "2", "3", "4")),
        Action("study", "undo", ("Ctrl+Z",)),
        Action("study", "bury", ("B",)),
        Action("study", "suspend", ("S",)),
        Action("study", "memo", ("M",)),
        Action("study", "page", ("P",)),
        Action("study", "quiz", ("Q",)),
        Action("study", "progress", ("G",)),
        Action("window", "lookup", ("Alt+1",), partial(session.show_page, LOOKUP)),
        Action("window", "notes", ("Alt+2",), partial(session.show_page, "notes")),
        Action("window", "study", ("Alt+3",), partial(session.show_page, "study")),
        Action("window", "settings", ("Ctrl+,",), partial(session.show_page, "settings")),
        Action("window", "about", ("Shift+F1",), partial(session.show_page, "about")),
        Action("window", "language", ("Ctrl+L",), preferences.step_language),
        Action("window", "appearance", ("Ctrl+Shift+L",), preferences.step_appearance),
        Action("window", "keys", ("F1",), show_keys),
        Action("window", "close", ("Ctrl+Q", "Ctrl+W"), window.shut),
    ]
