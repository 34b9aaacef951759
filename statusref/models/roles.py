"""The roles that the models have besides those of Qt."""

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """ITEM is what the row shows, as a Python object; ID is its id as a string, None for a row that has none."""

    ITEM = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
