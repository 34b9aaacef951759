"""Fonts that are better than those that Qt chooses on a system."""

import sys

_FIXED = {"win32": ("Cascadia Mono", "Consolas"), "darwin": ("Menlo",)}


def fixed_width_families(platform: str = sys.platform) -> tuple[str, ...]:
    """Return the families to prefer for code, the best first; none where Qt's own choice is good.

    On Windows Qt chooses Courier New, which is too thin beside the text; on a Mac it may choose Monaco, which has no
    bold and no italic letters.
    """
    return _FIXED.get(platform, ())
