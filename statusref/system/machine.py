"""What the rules of this room depend on, as one value.

A second start uses this module and few others. They do not import pathlib and typing, which would take a tenth of its
time.
"""

import os
import sys
from collections.abc import Mapping

from statusref.system.portable import portable_folder

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Machine:
    """``platform`` is ``sys.platform``, ``home`` the user's home folder.

    ``portable`` is the folder beside the program to which everything is written; "" if the user's folders are used.
    """

    __slots__ = ("environment", "home", "platform", "portable")

    def __init__(self, platform: str, environment: Mapping[str, str], home: str, portable: str = "") -> None:
        self.platform = platform
        self.environment = environment
        self.home = home
        self.portable = portable

    @classmethod
    def this(cls) -> "Machine":
        """Return the machine that the program runs on."""
        return cls(sys.platform, os.environ, home_folder(), portable_folder(_PACKAGE, sys.prefix))


def home_folder() -> str:
    """Return the user's home folder: from HOME or, if that is empty or "/", from the system's list of users.

    Services and containers may have such a HOME, and the files would be written to the root of the disk.
    """
    home = os.path.expanduser("~")
    if sys.platform == "win32" or (os.path.isabs(home) and home.strip("/")):
        return home
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        return "/"


def system_name() -> str:
    """Return name and release of the operating system, for a report."""
    import platform  # only needed after a bug

    return f"{platform.system()} {platform.release()}"
