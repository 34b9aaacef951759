"""The package typst, which makes PDFs: it is only there if somebody installed it beside the program."""

from importlib import import_module
from types import ModuleType


class NoTypstError(Exception):
    """The package typst is not installed; it is part of the extra ``pdf``."""


def load_typst() -> ModuleType:
    """Return the package. Raises NoTypstError."""
    try:
        return import_module("typst")
    except ImportError as error:
        raise NoTypstError from error
