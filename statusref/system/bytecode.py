"""Keeps the bytecode of a program that lies where nothing can be written."""

import os
import sys

from statusref.system.folders import cache_folder
from statusref.system.machine import Machine


def keep_bytecode(compiled: str | None, machine: Machine) -> None:
    """Let Python keep its bytecode in the user's cache folder, if it cannot keep it beside the sources.

    ``compiled`` is where that of a module that was just imported should be. Without bytecode a start takes more than
    twice as long, and a checkout on a write-protected disk has none.
    """
    if compiled is None or sys.dont_write_bytecode or sys.pycache_prefix or os.access(compiled, os.R_OK):
        return
    sys.pycache_prefix = f"{cache_folder(machine)}/bytecode"
