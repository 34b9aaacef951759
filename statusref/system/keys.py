"""Keys as the user knows them."""

import sys

_MAC = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧"}
_MAC_ORDER = "⌥⇧⌘"


def key_name(keys: str, platform: str = sys.platform) -> str:
    """Return keys in Qt's portable spelling as the system writes them: ``Ctrl+Shift+L`` is ``⇧⌘L`` on a Mac."""
    if platform != "darwin":
        return keys
    # The last key may be the plus sign itself.
    held, _, key = keys[:-1].rpartition("+")
    signs = sorted((_MAC.get(name, name) for name in held.split("+")), key=_MAC_ORDER.find)
    return "".join((*signs, key, keys[-1:]))
