"""What the rules of this room depend on, as one value.

A second start ends in these modules: they import no pathlib and no typing, which would take a tenth of its time.
"""

import os
import sys
from collections.abc import Mapping

from statusref.system.portable import portable_folder

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Machine:
    """``platform`` is ``sys.platform``, ``home`` the user's home folder.

    ``portable`` is the folder beside the program that has everything that is written; "" if the user's folders do.
    """

    __slots__ = ("environment", "home", "platform", "portable")

    def __init__(self, platform: str, environment: Mapping[str, str], home: str, portable: str = "") -> None:
        self.platform = platform
        self.environment = environment
        self.home = home
        self.portable = portable

    @classmethod
    def this(cls) -> "Machine":
        """Return the one that the program runs on."""
        return cls(sys.platform, os.environ, home_folder(), portable_folder(_PACKAGE, sys.prefix))


def home_folder() -> str:
    """Return the user's home folder: what the system's list of users names where HOME does not name one.

    A service or a container may leave HOME empty, or set it to "/": the files would lie at the root of the disk.
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
