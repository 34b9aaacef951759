"""Imports ``datetime`` as Python does from 3.12 on.

Python 3.11 first makes all classes of this module in Python, then puts those of ``_datetime``, which are written in C,
in their place. That takes a millisecond and a third of a megabyte.
"""

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec


def use_quick_datetime() -> None:
    """Take the classes of ``_datetime`` at once. Do nothing where Python does so itself, or has no such module."""
    if sys.version_info >= (3, 12) or "datetime" in sys.modules:
        return
    spec = find_spec("datetime")
    if spec is None or find_spec("_datetime") is None:
        return
    module = module_from_spec(spec)
    written_in_c = vars(import_module("_datetime"))
    vars(module).update({name: value for name, value in written_in_c.items() if not name.startswith("__")})
    vars(module)["UTC"] = written_in_c["timezone"].utc
    sys.modules["datetime"] = module
