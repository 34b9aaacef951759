"""Keys as the user knows them."""

import sys

_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}
_ENGRAVED = {**_ARROWS, "Return": "Enter", "PgUp": "Page Up", "PgDown": "Page Down"}
_MAC = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧"}
_MAC_ORDER = "⌥⇧⌘"


def key_name(keys: str, platform: str = sys.platform) -> str:
    """Return keys in Qt's portable spelling as the keyboard has them: ``Alt+Left`` is ``Alt+←``, on a Mac ``⌥←``."""
    # The last key may be the plus sign itself.
    held, plus, rest = keys[:-1].rpartition("+")
    key = rest + keys[-1:]
    key = _ENGRAVED.get(key, key)
    if platform != "darwin":
        return held + plus + key
    signs = sorted((_MAC.get(name, name) for name in held.split("+")), key=_MAC_ORDER.find)
    return "".join((*signs, key))
