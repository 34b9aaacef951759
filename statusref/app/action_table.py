"""The table of all actions and their keys."""

from collections.abc import Callable
from functools import partial

from statusref.app.actions import Action
from statusref.app.bookmark_order import BookmarkOrder
from statusref.app.clipboard import Clipboard
from statusref.app.code_records import CodeRecords
from statusref.app.navigation import Navigation
from statusref.app.preferences import Preferences
from statusref.domain.class_filter import ClassFilter
from statusref.pages import PAGES
from statusref.views.main_window import MainWindow


def window_actions(
    window: MainWindow,
    navigation: Navigation,
    records: CodeRecords,
    order: BookmarkOrder,
    clipboard: Clipboard,
    preferences: Preferences,
    *,
    pin: Callable[[], None],
    try_code: Callable[[], None],
    show_keys: Callable[[], None],
    show_links: Callable[[], None],
    export: Callable[[], None],
    print_page: Callable[[], None],
    print_sheet: Callable[[], None],
    quit_program: Callable[[], None],
) -> list[Action]:
    """Make the table for a window."""
    filters = [
        Action("search", f"filter.{choice.value}", (f"Ctrl+{number}",), partial(navigation.show_class, choice))
        for number, choice in enumerate(ClassFilter, 1)
    ]
    pages = [Action("window", row.name, row.keys, partial(navigation.show_page, row.name)) for row in PAGES]
    return [
        Action("search", "focus", ("Ctrl+K", "/"), navigation.focus_search),
        Action("search", "escape", ("Esc",), navigation.escape),
        Action("search", "move", ("Up", "Down", "PgUp", "PgDown")),
        Action("search", "ends", ("Ctrl+Home", "Ctrl+End")),
        Action("search", "read", ("Return",)),
        *filters,
        Action("search", "bookmarks", ("Ctrl+B",), records.toggle_bookmarks_only),
        Action("search", "bookmark-up", ("Alt+Up",), order.move_up),
        Action("search", "bookmark-down", ("Alt+Down",), order.move_down),
        Action("read", "back", ("Alt+Left",), navigation.back),
        Action("read", "forward", ("Alt+Right",), navigation.forward),
        Action("read", "links", ("Tab", "Return")),
        Action("read", "link-list", ("F7",), show_links),
        Action("read", "find", ("Ctrl+F",), navigation.find_in_page),
        Action("read", "matches", ("F3", "Shift+F3", "Shift+Return")),
        Action("read", "print", ("Ctrl+P",), print_page),
        Action("read", "larger", ("Ctrl++", "Ctrl+="), preferences.larger_text),
        Action("read", "smaller", ("Ctrl+-",), preferences.smaller_text),
        Action("read", "normal", ("Ctrl+0",), preferences.normal_text),
        Action("code", "copy-selection", ("Ctrl+C",)),
        Action("code", "copy", ("Ctrl+Shift+C",), clipboard.copy_page),
        Action("code", "cite", ("Ctrl+Shift+R",), clipboard.copy_citation),
        Action("code", "bookmark", ("Ctrl+D",), records.toggle_bookmark),
        Action("code", "correction", ("Ctrl+Shift+E",), clipboard.copy_correction),
        Action("code", "memo", ("Ctrl+M",), navigation.edit_memo),
        Action("code", "pin", ("Ctrl+Shift+P",), pin),
        Action("code", "try", ("Ctrl+T",), try_code),
        Action("compare", "cells", ("Left", "Right")),
        Action("compare", "open", ("Return",)),
        Action("compare", "remove", ("Del",)),
        Action("compare", "move", ("Ctrl+Left", "Ctrl+Right")),
        Action("study", "reveal", ("Space", "Return")),
        Action("study", "truth", ("O", "X")),
        Action("study", "rate", ("1", "2", "3", "4")),
        Action("study", "undo", ("Ctrl+Z",)),
        Action("study", "know", ("Ctrl+E",)),
        Action("study", "bury", ("Ctrl+J",)),
        Action("study", "suspend", ("Ctrl+H",)),
        Action("study", "page", ("Ctrl+O",)),
        Action("study", "start", ("R",)),
        Action("study", "quiz", ("Q",)),
        Action("study", "pass", ("0", "Ctrl+G")),
        Action("study", "new-quiz", ("N",)),
        Action("study", "send", ("S",)),
        Action("study", "progress", ("G",)),
        Action("study", "cards", ("L",)),
        Action("choose", "answer", ("1", "2", "3", "4", "5", "6")),
        Action("choose", "back", ("Backspace",)),
        Action("choose", "again", ("N",)),
        Action("choose", "tree", ("T",)),
        Action("choose", "zoom", ("+", "-", "0")),
        Action("lab", "start", ("F5",)),
        Action("lab", "stop", ("Shift+F5",)),
        Action("lab", "send", ("Ctrl+Return",)),
        *pages,
        Action("window", "language", ("Ctrl+L",), preferences.step_language),
        Action("window", "appearance", ("Ctrl+Shift+L",), preferences.step_appearance),
        Action("window", "export", ("Ctrl+S",), export),
        Action("window", "print-sheet", ("Ctrl+Alt+P",), print_sheet),
        Action("window", "menu", ("Menu", "Shift+F10")),
        Action("window", "keys", ("F1",), show_keys),
        Action("window", "new", ("Ctrl+N",), window.another_wanted.emit),
        Action("window", "close", ("Ctrl+W",), window.shut),
        Action("window", "quit", ("Ctrl+Q",), quit_program),
    ]
