"""Messages about problems with the file of user data."""

from typing import assert_never

from statusref.userdata.problems import Damaged, DiskFull, Locked, Newer, Problem, ReadOnly, Unavailable
from statusref.views.localizer import Localizer


def problem_message(problem: Problem, localizer: Localizer) -> str:
    """Return a message that says what is wrong, which file was set aside, and what is safe."""
    match problem:
        case Damaged(path, set_aside, backup):
            key = "left" if set_aside is None else "set-aside" if backup is None else "backup"
            return localizer.text(f"problem.damaged.{key}", path=path, set_aside=set_aside, backup=backup)
        case ReadOnly(path):
            key, values = "read-only", {"path": path}
        case Locked(path):
            key, values = "locked", {"path": path}
        case Newer(path, version):
            return localizer.text("problem.newer", path=path, version=version)
        case DiskFull(path):
            key, values = "disk-full", {"path": path}
        case Unavailable(path, reason):
            return localizer.text("problem.unavailable", path=path, reason=reason)
        case _:
            assert_never(problem)
    return localizer.text(f"problem.{key}", **values)
