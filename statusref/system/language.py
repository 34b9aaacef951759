"""The language that the system is set to."""

import sys
from collections.abc import Callable, Mapping

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def _of_windows() -> str:
    """Return the user's locale in Windows' own spelling, such as ``Korean_Korea.949``."""
    import _locale

    return _locale.setlocale(_locale.LC_CTYPE)


def messages_locale(
    environment: Mapping[str, str], platform: str = sys.platform, ask: Callable[[], str] = _of_windows
) -> str:
    """Return the name of the locale for messages; "" if there is none.

    The environment variables come first, in the order of POSIX. On Windows they are usually not set; Windows is asked.
    """
    named = next(filter(None, map(environment.get, _VARIABLES)), "")
    return named or (ask() if platform == "win32" else "")
