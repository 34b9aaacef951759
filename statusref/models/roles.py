"""The roles that the models add to those of Qt."""

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """ITEM is what the row shows, as a Python object; ID is the id of that as a string, or None."""

    ITEM = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
