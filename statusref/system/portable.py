"""Portable mode: a folder ``data`` beside the program has everything that is written.

The program never makes that folder itself: whoever makes it wants this.
"""

import os

_MARKS = ("resources/registry.schema.json", ".statusref-carry")
"""Files of a checkout, and of a folder that the scripts of ``make carry`` installed to. Beside an environment that is
somebody else's, a folder ``data`` means nothing."""


def portable_folder(package: str, prefix: str) -> str:
    """Return the folder ``data`` beside the program; "" if there is none.

    ``package`` is the folder of this package, which a checkout has in it. ``prefix`` is the folder of the environment
    that the interpreter belongs to: it lies in a checkout, too, or in the folder that was installed to.
    """
    for beside in (os.path.dirname(package), os.path.dirname(prefix)):
        data = os.path.join(beside, "data")
        if os.path.isdir(data) and any(os.path.isfile(os.path.join(beside, mark)) for mark in _MARKS):
            return data
    return ""
