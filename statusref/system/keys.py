"""Names of keys as the user knows them."""

import sys

_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}
_ENGRAVED = {**_ARROWS, "Return": "Enter", "PgUp": "Page Up", "PgDown": "Page Down"}
_MAC = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧"}
_MAC_ORDER = "⌥⇧⌘"


def key_name(keys: str, platform: str = sys.platform) -> str:
    """Return how keys (in Qt's portable spelling) are shown: ``Alt+Left`` as ``Alt+←``, on a Mac as ``⌥←``."""
    # The last key may be the plus sign itself.
    held, plus, rest = keys[:-1].rpartition("+")
    key = rest + keys[-1:]
    key = _ENGRAVED.get(key, key)
    if platform != "darwin":
        return held + plus + key
    signs = sorted((_MAC.get(name, name) for name in held.split("+")), key=_MAC_ORDER.find)
    return "".join((*signs, key))
