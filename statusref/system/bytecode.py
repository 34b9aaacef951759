"""Keeps the bytecode of a program that is installed in a read-only place."""

import os
import sys

from statusref.system.folders import cache_folder
from statusref.system.machine import Machine


def keep_bytecode(compiled: str | None, machine: Machine) -> None:
    """Let Python write its bytecode to the user's cache folder if it cannot write it beside the sources.

    ``compiled`` is the bytecode file of a module that was just imported: if it is missing, Python could not write it,
    as on a write-protected disk. Without bytecode a start takes more than twice as long.
    """
    if compiled is None or sys.dont_write_bytecode or sys.pycache_prefix or os.access(compiled, os.R_OK):
        return
    sys.pycache_prefix = f"{cache_folder(machine)}/bytecode"
