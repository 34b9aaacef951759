"""What the rules of this room depend on, as one value.

A second start ends in these modules: they import no pathlib and no typing, which would take a tenth of its time.
"""

import os
import sys
from collections.abc import Mapping


class Machine:
    """``platform`` is ``sys.platform``, ``home`` the user's home folder."""

    __slots__ = ("environment", "home", "platform")

    def __init__(self, platform: str, environment: Mapping[str, str], home: str) -> None:
        self.platform = platform
        self.environment = environment
        self.home = home

    @classmethod
    def this(cls) -> "Machine":
        """Return the one that the program runs on."""
        return cls(sys.platform, os.environ, os.path.expanduser("~"))


def system_name() -> str:
    """Return name and release of the operating system, for a report."""
    import platform

    return f"{platform.system()} {platform.release()}"
