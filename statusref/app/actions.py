"""Actions and their keys: the shortcuts and the list that F1 shows are made from the same table."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from statusref.system.keys import key_name
from statusref.views.localizer import Localizer


class Action(NamedTuple):
    """What one or several keys do.

    The words of an action have the key ``key.<group>.<name>``. ``keys`` are in Qt's portable spelling. ``run`` is None
    if a widget handles the keys itself.
    """

    group: str
    name: str
    keys: tuple[str, ...]
    run: Callable[[], None] | None = None


def connect_actions(actions: list[Action], window: QWidget) -> None:
    """Make the shortcuts. They work wherever the keyboard focus is in ``window``."""
    for action in actions:
        if action.run is None:
            continue
        for key in action.keys:
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(action.run)


def key_groups(actions: list[Action], localizer: Localizer) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the list for F1: groups in order, each with rows of key and meaning in the language of the window."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for action in actions:
        rows = groups.setdefault(localizer.text(f"key.{action.group}"), [])
        keys = " · ".join(map(key_name, action.keys))
        rows.append((keys, localizer.text(f"key.{action.group}.{action.name}")))
    return list(groups.items())
