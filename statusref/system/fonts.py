"""The fonts that a system's own answer should give way to."""

import sys

_FIXED = {"win32": ("Cascadia Mono", "Consolas"), "darwin": ("Menlo",)}


def fixed_width_families(platform: str = sys.platform) -> tuple[str, ...]:
    """Return the families to prefer for code, the best first. Where Qt's own answer is good there are none.

    On Windows Qt answers Courier New, which is too thin beside the text; on a Mac it may answer Monaco, which has no
    bold and no slanted letters.
    """
    return _FIXED.get(platform, ())
