"""Starts further processes of this program, no matter how the program itself was started."""

import sys
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[2]
"""The folder that the package lies in."""
_RUN = (
    "import runpy, sys; sys.path.append(sys.argv.pop(1)); "
    "runpy.run_module(sys.argv.pop(1), run_name='__main__', alter_sys=True)"
)


def own_command(module: str, *arguments: str) -> tuple[str, ...]:
    """Return the command that runs a module with ``arguments``; the first word is the interpreter.

    A checkout may not be on the interpreter's path, so the folder of the package is added. It comes last, because in an
    installation it is the folder of all packages, which must not hide the standard library. ``-P`` keeps the current
    folder off the path.
    """
    return (sys.executable, "-P", "-c", _RUN, str(_FOLDER), module, *arguments)
