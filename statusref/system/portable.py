"""Portable mode: everything is written to a folder ``data`` beside the program.

The program never makes that folder itself. A user who makes it turns the mode on.
"""

import os

_MARKS = ("resources/registry.schema.json", ".statusref-carry")
"""A folder ``data`` counts only beside one of these files: the first is in a checkout, the second in a folder that the
scripts of ``make carry`` installed to. Beside any other virtual environment, ``data`` belongs to somebody else."""


def portable_folder(package: str, prefix: str) -> str:
    """Return the folder ``data`` beside the program; "" if there is none.

    ``package`` is the folder of this package, which may be in a checkout. ``prefix`` is the folder of the interpreter's
    environment, which may be in a checkout, too, or in the folder that the scripts installed to.
    """
    for beside in (os.path.dirname(package), os.path.dirname(prefix)):
        data = os.path.join(beside, "data")
        if os.path.isdir(data) and any(os.path.isfile(os.path.join(beside, mark)) for mark in _MARKS):
            return data
    return ""
