"""Every action with its keys: one table makes the shortcuts and the list that F1 shows."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_CONTEXT = "Actions"


@dataclass(frozen=True, slots=True)
class Action:
    """``keys`` in Qt's portable spelling; the first is the one that is shown. ``run`` None means a widget sees to it itself."""

    group: str
    meaning: str
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


def key_groups(actions: list[Action]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The list for F1: groups in order, each with rows of key and meaning in the language in force."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for action in actions:
        rows = groups.setdefault(translated(action.group), [])
        keys = dict.fromkeys(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in action.keys)
        rows.append((" · ".join(keys), translated(action.meaning)))
    return list(groups.items())


def translated(text: str) -> str:
    """Translate a text that was marked with ``QT_TRANSLATE_NOOP`` for actions."""
    return QCoreApplication.translate(_CONTEXT, text)
